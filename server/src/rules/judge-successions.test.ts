/** Who took over from whom, and whose day of death it is, in chapters of several kinds. */
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

describe('whoever took over an office', () => {
  it.each([
    ['weimar-germany', 'In February 1925 Ebert died, and Papen followed him as President.', 'Papen → Hindenburg'],
    ['weimar-germany', 'Brüning was replaced as Chancellor by Hugenberg.', 'Hugenberg → Papen'],
    ['weimar-germany', 'Göring succeeded Schleicher as Chancellor.', 'Göring → Hitler'],
  ])('is the one whom the chapter has next: %s: %s', (chapter, text, repair) => {
    expect(repaired(chapter, text)).toEqual([repair]);
  });

  it.each([
    ['weimar-germany', 'Hindenburg succeeded Ebert as President.'],
    ['weimar-germany', 'Stresemann was followed as Chancellor by Papen.'],
    ['weimar-germany', 'Ebert was followed as leader of the party by Müller.'],
    ['weimar-germany', 'Had Ebert lived, nobody would have thought that Papen followed him as President.'],
    ['weimar-germany', 'Papen followed Brüning as deputy Chancellor.'],
  ])('may be one whom it leaves out, or of another post: %s: %s', (chapter, text) => {
    expect(repaired(chapter, text)).toEqual([]);
  });
});

describe('whoever an office was taken over from', () => {
  it.each([
    ['weimar-germany', 'Papen became Chancellor, taking over from Schleicher.', 'Schleicher → Brüning'],
    ['weimar-germany', 'Hitler succeeded Papen as Chancellor.', 'Papen → Schleicher'],
    ['weimar-germany', 'In 1925 Hindenburg was elected President, replacing Stresemann.', 'Stresemann → Ebert'],
    ['weimar-germany', 'In 1925 Hindenburg took over from Stresemann as President.', 'Stresemann → Ebert'],
  ])('is the one whom the chapter has before: %s: %s', (chapter, text, repair) => {
    expect(repaired(chapter, text)).toEqual([repair]);
  });

  it.each([
    ['weimar-germany', 'Papen became Chancellor, taking over from Brüning.'],
    ['weimar-germany', 'Papen became Chancellor, taking over from Schleicher’s friends.'],
    ['weimar-germany', 'Stresemann became Chancellor, replacing Ebert’s friend Cuno.'],
    ['weimar-germany', 'Stresemann became Chancellor, taking over from Müller.'],
    ['weimar-germany', 'Hitler did not become Chancellor by replacing Papen.'],
    ['weimar-germany', 'Hitler became Chancellor, and Göring took over from Papen in Prussia.'],
  ])('may be right, left out by the chapter, or of another post: %s: %s', (chapter, text) => {
    expect(repaired(chapter, text)).toEqual([]);
  });
});

describe('a day of death', () => {
  it.each([
    ['weimar-germany', 'Rathenau was murdered on 26 August 1921.', 'Rathenau → Erzberger'],
    ['weimar-germany', '- 26 Aug 1921: Rathenau murdered', 'Rathenau → Erzberger'],
    ['french-revolution', 'Danton was stabbed on 13 July 1793.', 'Danton → Marat'],
  ])('tells of whom it is said: %s: %s', (chapter, text, repair) => {
    expect(repaired(chapter, text)).toEqual([repair]);
  });

  it.each([
    ['french-revolution', 'Charlotte Corday murdered Marat on 13 July 1793.'],
    ['weimar-germany', 'On 26 August 1921 Rathenau heard that Erzberger had been murdered.'],
    ['weimar-germany', 'It is a legend that Rathenau was murdered on 26 August 1921.'],
  ])('is no mistake where somebody else dies, or nobody says so: %s: %s', (chapter, text) => {
    expect(repaired(chapter, text)).toEqual([]);
  });
});

describe('a date', () => {
  it.each([
    ['weimar-germany', 'The National Assembly first met on 6 March 1919.', '6 March 1919'],
    ['weimar-germany', 'The quarrel lost Stresemann the Ruhr, which the French and Belgians occupied in January 1924.', 'January 1924'],
  ])('of a first time, or behind a subject of its own, is judged: %s: %s', (chapter, text, wrong) => {
    expect(repaired(chapter, text).map((each) => each.split(' → ')[0])).toEqual([wrong]);
  });
});
