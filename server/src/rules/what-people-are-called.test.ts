/** What people are called, by others and by another name of their own. */
import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/unit/packs/knowledge';
import { parseNotes } from '../notes/index';
import { readNotes } from '../reading/index';
import { check } from './index';

/** What is found fault with in notes on a chapter, and the first repair of each. */
const repaired = (chapter: string, text: string): string[] => {
  const notes = `---\nchapter: ${chapter}\n---\n\n${text}`;
  return check(readNotes(parseNotes(notes), knowledgeOf.get(chapter)!)).map(
    ({ start, end, fixes }) => `${notes.slice(start, end)} → ${fixes[0]?.edits[0]?.newText ?? ''}`,
  );
};

describe('a nickname', () => {
  it.each([
    ['stalins-rise', 'Zinoviev, known as the darling of the Party, was popular.', 'Zinoviev → Bukharin'],
    ['stalins-rise', 'They called Tomsky the grey blur.', 'Tomsky → Stalin'],
    ['stalins-rise', 'Kamenev was nicknamed the man of steel.', 'Kamenev → Stalin'],
    ['french-revolution', 'Danton was known as the Incorruptible.', 'Danton → Robespierre'],
    ['french-revolution', 'Brissot, whom his readers called the Friend of the People, wrote on.', 'Brissot → Marat'],
    ['weimar-germany', 'Papen was called the Hunger Chancellor.', 'Papen → Brüning'],
  ])('is that of whom the chapter has for it: %s: %s', (chapter, text, repair) => {
    expect(repaired(chapter, text)).toEqual([repair]);
  });

  it.each([
    ['stalins-rise', 'Bukharin, known as the darling of the Party, was popular.'],
    ['stalins-rise', 'Stalin called the darling of the Party a traitor.'],
    ['stalins-rise', 'Trotsky, who called Stalin the grey blur, was wrong.'],
    ['stalins-rise', 'Zinoviev was not known as the darling of the Party.'],
    ['stalins-rise', 'Trotsky was known to dislike the darling of the Party.'],
    ['stalins-rise', 'Some called Stalin the last Tsar of Russia.'],
    ['french-revolution', 'Danton called Robespierre the Incorruptible.'],
    ['french-revolution', 'They called Danton the friend of the people.'],
    ['french-revolution', 'Lafayette was called the King of Paris.'],
    ['weimar-germany', 'Hindenburg was called the Kaiser of the Republic.'],
  ])('may be given, or be another: %s: %s', (chapter, text) => {
    expect(repaired(chapter, text)).toEqual([]);
  });
});

describe('a description', () => {
  it.each([
    ['Lenin described Kamenev as the most capable man in the Central Committee.', 'Kamenev → Trotsky'],
    ['Lenin wrote that Zinoviev was the most capable man in the Central Committee.', 'Zinoviev → Trotsky'],
    ['In the Postscript Lenin described Bukharin as too rude.', 'Bukharin → Stalin'],
  ])('that the chapter has of one is not of another: %s', (text, repair) => {
    expect(repaired('stalins-rise', text)).toEqual([repair]);
  });

  it.each([
    'Lenin described Trotsky as the most capable man in the Central Committee.',
    'Lenin wrote that Stalin was the most dangerous man in the Central Committee.',
    'Lenin described Krupskaya as too kind.',
    'Kamenev said that Stalin was too rude.',
    'Stalin complained that Krupskaya was too rude.',
    'Bukharin was described by Lenin as the darling of the Party.',
    'Lenin called for a vote and called off the meeting.',
  ])('of other words, or by others, is another: %s', (text) => {
    expect(repaired('stalins-rise', text)).toEqual([]);
  });
});

describe('another name of somebody', () => {
  it.each([
    ['Bronstein, better known as Kamenev, came late.', 'Kamenev → Trotsky'],
    ['Zinoviev (born Lev Rosenfeld) was no speaker.', 'Zinoviev → Kamenev'],
    ['Trotsky’s real name was Ulyanov.', 'Trotsky → Lenin'],
    ['| real name | known as |\n|---|---|\n| Dzhugashvili | Lenin |', 'Lenin → Stalin'],
    ['| born | party name |\n|---|---|\n| Rosenfeld | Zinoviev |', 'Zinoviev → Kamenev'],
  ])('is not said to be another’s: %s', (text, repair) => {
    expect(repaired('stalins-rise', text)).toEqual([repair]);
  });

  it.each([
    'Bronstein, better known as Trotsky, came late.',
    'Ulyanov took the name Lenin, Dzhugashvili the name Stalin.',
    'Kamenev, born Rosenfeld, and Zinoviev were friends.',
    'David Bronstein, known as Lenin’s favourite chess player, came late.',
    'It is a myth that Ulyanov was known as Trotsky.',
    '| real name | friend |\n|---|---|\n| Rosenfeld | Zinoviev |',
    '| real name | known as |\n|---|---|\n| Rosenfeld | Kamenev |',
  ])('may stand beside others: %s', (text) => {
    expect(repaired('stalins-rise', text)).toEqual([]);
  });

  it('is borne by whom a pronoun means', () => {
    const text = (month: string) =>
      `Trotsky came from the south. He was born under the name Lev Bronstein. He joined the Bolsheviks in ${month} 1917.`;
    expect(repaired('stalins-rise', text('May'))).toEqual(['May 1917 → August 1917']);
    expect(repaired('stalins-rise', text('August'))).toEqual([]);
  });
});

describe('the head of a body', () => {
  it.each([
    ['First came Zinoviev, who was the boss of Leningrad, and Tomsky, the boss of Moscow.', 'Tomsky → Kamenev'],
    ['He feared the Moscow party chief, Rykov.', 'Rykov → Kamenev'],
    ['Rykov, the General Secretary, and Trotsky, the head of the Red Army, met.', 'Rykov → Stalin'],
  ])('has many names: %s', (text, repair) => {
    expect(repaired('stalins-rise', text)).toEqual([repair]);
  });

  it.each([
    'First came Zinoviev, the boss of Leningrad, and Kamenev, the boss of Moscow.',
    'Lenin met Stalin, the General Secretary, and Rykov.',
    'The chief of staff, Rykov, was away.',
  ])('may be right, or another: %s', (text) => {
    expect(repaired('stalins-rise', text)).toEqual([]);
  });
});

describe('a name with initials', () => {
  it.each([
    ['In July 1926 L. Kamenev was dismissed from the Politburo.', 'L. Kamenev → G. Zinoviev'],
    ['In July 1926 Lev Kamenev was dismissed from the Politburo.', 'Lev Kamenev → Grigory Zinoviev'],
    ['In July 1926 Kamenev was dismissed from the Politburo.', 'Kamenev → Zinoviev'],
  ])('is put right in its own form: %s', (text, repair) => {
    expect(repaired('stalins-rise', text)).toEqual([repair]);
  });
});
