/** People, parties and occasions that a chapter has not, told in the words that it has. */
import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/unit/packs/knowledge';
import { parseNotes } from '../notes/index';
import { readNotes } from '../reading/index';
import { check } from './index';

/** What is found fault with in notes on a chapter. */
const found = (chapter: string, text: string): string[] => {
  const notes = `---\nchapter: ${chapter}\n---\n\n${text}`;
  return check(readNotes(parseNotes(notes), knowledgeOf.get(chapter)!)).map(({ start, end }) => notes.slice(start, end));
};

describe('a pronoun', () => {
  it.each([
    ['stalins-rise', 'He joined the Bolsheviks in 1912 and rode with the cavalry.'],
    ['stalins-rise', 'Under Stalin he rose fast. He was General Secretary in Georgia from 1932.'],
    ['weimar-germany', 'Unlike Ebert he was a lawyer. He died in 1951.'],
    ['french-revolution', 'Robespierre spoke. Toussaint Breda was a coachman. Breda then took up arms. He died on 7 April 1803.'],
    ['french-revolution', 'Louise of Austria was a great-niece of Marie Antoinette; she was born in December 1791.'],
    ['weimar-germany', 'Otto Wels was no speaker. When Ebert fell ill Wels was thought to be the coming man. He died in 1939.'],
    ['weimar-germany', 'Ebert had to listen. Gustav von Kahr came to Berlin. He had dismissed Brüning in 1929. He died in 1934.'],
    ['weimar-germany', 'In 1918 Ludendorff was ill. On 9 August he offered his resignation to the Kaiser, who refused it.'],
    ['weimar-germany', 'Szilard, in California when Hitler came to power, never returned; he died in 1955.'],
  ])('that may mean somebody whom the chapter lacks is nobody’s of the chapter: %s: %s', (chapter, text) => {
    expect(found(chapter, text)).toEqual([]);
  });

  it.each([
    ['weimar-germany', 'Ebert was a saddler. He died in 1926.', '1926'],
    ['french-revolution', 'With Danton came Robespierre. He died in July 1795.', 'July 1795'],
  ])('that can mean nobody else is the chapter’s person: %s: %s', (chapter, text, wrong) => {
    expect(found(chapter, text)).toEqual([wrong]);
  });
});

describe('a relative clause', () => {
  it.each([
    ['french-revolution', 'Danton married Louise Gély, who died in 1856.'],
    ['weimar-germany', 'In 1922 Ebert met a socialist from Vienna, who died in 1938.'],
    ['weimar-germany', 'Ebert was succeeded in the party by Otto Wels, who died in 1939.'],
    ['stalins-rise', 'Trotsky was replaced by Mikhail Frunze, who died on 31 October 1925.'],
  ])('behind a stranger’s name is about that stranger: %s: %s', (chapter, text) => {
    expect(found(chapter, text)).toEqual([]);
  });
});

describe('the same happening', () => {
  it.each([
    ['weimar-germany', 'On 29 September 1918 the Bulgarians sent envoys to ask for an Armistice.', 'indefinite'],
    ['weimar-germany', 'The Armistice with Turkey was signed on 30 October 1918.', 'of another party'],
    ['french-revolution', 'Reports forecasting the great spring storming of the Bastille came in June 1788.', 'only foretold'],
  ])('%s: %s is another event (%s)', (chapter, text) => {
    expect(found(chapter, text)).toEqual([]);
  });

  it.each([
    ['weimar-germany', 'Erzberger signed the Armistice on 11 October 1918.', '11 October 1918'],
    ['weimar-germany', 'Germany joined the League of Nations in September 1927.', 'September 1927'],
  ])('with the chapter’s own parties is the chapter’s event: %s: %s', (chapter, text, wrong) => {
    expect(found(chapter, text)).toEqual([wrong]);
  });
});

describe('a date', () => {
  it.each([
    [
      'weimar-germany',
      'In June 1922, two years after Kapp had tried to overthrow the government and nine months before the French occupied the Ruhr, Rathenau was shot.',
    ],
    [
      'weimar-germany',
      'It is often forgotten that Hitler was no German until 1932, that the occupation of the Ruhr came much earlier than that, and that it ended.',
    ],
    ['weimar-germany', '- 1922: peace; Ebert meets Wels, who dies on 16 September 1939'],
    [
      'weimar-germany',
      'The first plan, of March 1919, came to nothing. On 23 March the Reichstag passed the Enabling Act. In the following July all parties but the Nazi Party were banned.',
    ],
    ['weimar-germany', '- 8 Oct 1923: power seized by others, a month before Munich'],
    ['french-revolution', '- 14 June 1789: barracks stormed, a month before the Bastille'],
  ])('goes with its own clause, in the year of its own fact: %s: %s', (chapter, text) => {
    expect(found(chapter, text)).toEqual([]);
  });

  it.each([
    [
      'weimar-germany',
      'In June 1924, four years after the Treaty of Versailles had been signed, Hitler tried to overthrow the government in Munich.',
      'June 1924',
    ],
    ['weimar-germany', '- 1926: Ebert dies at fifty-four, in Berlin', '1926'],
  ])('behind what it is counted from is judged: %s: %s', (chapter, text, wrong) => {
    expect(found(chapter, text)).toContain(wrong);
  });
});

describe('a life', () => {
  it.each([
    ['stalins-rise', '- **Nadezhda Alliluyeva**: b. 1901, married Stalin 1919'],
    ['stalins-rise', 'Menzhinsky, who had followed Dzerzhinsky in 1926, died in May 1934.'],
    ['weimar-germany', 'Goebbels, his uncle, died in 1937.'],
  ])('of another is another’s: %s: %s', (chapter, text) => {
    expect(found(chapter, text)).toEqual([]);
  });
});

describe('an office', () => {
  it.each([
    ['weimar-germany', 'Otto Meissner was head of the President’s office under Ebert and Hindenburg from 1920 to 1945.'],
    ['weimar-germany', 'Ebert was re-elected President in October 1922.'],
    ['french-revolution', 'Louis XVI, King of Spain from 1724, is no such man.'],
  ])('held by another, elsewhere or once more is another: %s: %s', (chapter, text) => {
    expect(found(chapter, text)).toEqual([]);
  });
});

it('an office of another place is another office', () => {
  expect(found('stalins-rise', 'Stalin was General Secretary in Georgia from 1932.')).toEqual([]);
  expect(found('stalins-rise', 'Stalin was General Secretary from 1932.')).toEqual(['1932']);
});

it.each([
  ['french-revolution', 'Robespierre the elder left his sons and died on 6 November 1777.'],
  ['weimar-germany', 'Strasser junior died in 1974.'],
])('of two who share a name the one whom the chapter does not call so is another: %s: %s', (chapter, text) => {
  expect(found(chapter, text)).toEqual([]);
});
