/** What stands beside a person or an event of the chapter and is said of somebody or something else. */
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

const silent = (cases: readonly (readonly [chapter: string, text: string])[]) =>
  it.each(cases)('is silent: %s: %s', (chapter, text) => {
    expect(found(chapter, text)).toEqual([]);
  });

const faulty = (cases: readonly (readonly [chapter: string, text: string, slip: string])[]) =>
  it.each(cases)('is found: %s: %s', (chapter, text, slip) => {
    expect(found(chapter, text)).toEqual([slip]);
  });

describe('a death of kin', () => {
  silent([
    ['french-revolution', 'Robespierre’s sister kept house for him until she died in 1834.'],
    ['stalins-rise', 'Krupskaya’s mother cooked for them. She died in 1915.'],
    ['weimar-germany', 'Hitler, whose father had died in 1903, went to Vienna.'],
    ['stalins-rise', 'Lenin’s elder brother studied chemistry until he was hanged in 1887.'],
  ]);
  faulty([
    ['stalins-rise', 'Krupskaya lived in the Kremlin until she died in 1949.', '1949'],
    ['stalins-rise', 'Stalin’s father was a cobbler. He himself died in 1954.', '1954'],
    ['stalins-rise', 'Bukharin, whose wife survived him, died in 1948.', '1948'],
  ]);
});

describe('a fate of others', () => {
  silent([
    ['weimar-germany', 'Ludendorff’s cook was condemned to death; Papen was sentenced to death in January 1947 by nobody.'],
    ['french-revolution', 'Lafayette was held at Olmütz, as Bailly had been in Paris in 1792, until the fall of the Girondins.'],
    ['weimar-germany', 'Of the sons of Ebert two died in 1917.'],
    ['weimar-germany', 'Oskar von Hindenburg died in 1960.'],
    ['stalins-rise', 'It was in 1939 that Stalin said so, and at the Twentieth Congress, in 1956, that Khrushchev read it out.'],
  ]);
  faulty([
    ['weimar-germany', 'Van der Lubbe was sentenced to death in December 1933 and beheaded in January 1935.', 'January 1935'],
    ['weimar-germany', 'In August 1935 von Hindenburg died.', 'August 1935'],
    ['weimar-germany', 'One of the Chancellors, Müller, died in March 1932.', 'March 1932'],
    ['stalins-rise', 'Stalin said in 1955 that it was over.', 'Stalin'],
  ]);
});

describe('a relative behind another than the subject', () => {
  silent([
    ['stalins-rise', 'Zinoviev married again, this time Zlata Bernstein, who died in 1929.'],
    ['french-revolution', 'Marie Antoinette was the fifteenth child of an empress who died in 1780.'],
    ['french-revolution', 'Danton was the pupil of an abbé who had come when he was thirty and died in 1782.'],
    ['weimar-germany', 'Papen had one teacher, a major who died in 1915.'],
  ]);
  faulty([
    ['stalins-rise', 'Kirov liked Grigory Zinoviev, who died in 1956.', '1956'],
    ['weimar-germany', 'Stresemann was something of a dandy who died in 1928.', '1928'],
    ['weimar-germany', 'They trusted Stresemann, a liberal who died in 1928.', '1928'],
  ]);
});

describe('a clause that goes on behind what had happened', () => {
  silent([
    ['stalins-rise', 'Savinkov was caught, two weeks after Lenin had died, and was sentenced; he fell from a window in May 1925.'],
    ['stalins-rise', 'Savinkov, two years after Lenin had died, was forgotten, and died in 1926.'],
  ]);
  faulty([['stalins-rise', 'Trotsky was ill when Lenin was buried, and was murdered in 1950.', '1950']]);
});

describe('“it”', () => {
  silent([
    ['french-revolution', 'The Tennis Court Oath was sworn in June 1789. There is a drawing of it. It was finished in 1791.'],
    ['stalins-rise', 'The Kronstadt Rebellion broke out in March 1921. Avrich wrote a book, and it was published in 1970.'],
    ['stalins-rise', 'The 15th Party Congress met in December 1927. The minutes that clerks made of it were printed in 1935.'],
  ]);
  faulty([
    ['stalins-rise', 'The NEP was a retreat. It was adopted in March 1922.', 'March 1922'],
    ['stalins-rise', 'The Testament was dictated to a secretary. It was written in December 1923.', 'December 1923'],
  ]);
});

describe('a shot', () => {
  silent([
    ['stalins-rise', 'Lenin was shot in August 1918.'],
    ['french-revolution', 'Robespierre was shot in the jaw on 27 July 1794.'],
    ['weimar-germany', 'Röhm was shot in the face in September 1914.'],
  ]);
  faulty([['french-revolution', 'Robespierre was guillotined on 27 July 1794.', '27 July 1794']]);
});

describe('an age', () => {
  silent([
    ['weimar-germany', 'Hindenburg, who was eighty-four, had fought at Königgrätz in 1866.'],
    ['weimar-germany', 'Ebert spoke in 1919, and a girl of nine gave him flowers.'],
  ]);
  faulty([
    ['weimar-germany', 'Ebert, who was sixty-four, died in February 1925.', 'sixty-four'],
    ['weimar-germany', 'Ebert was a man of sixty-four when he died in 1925.', 'sixty-four'],
  ]);
});

describe('a day whose month or year stands further off', () => {
  silent([
    [
      'weimar-germany',
      'On 11 February 1919 the National Assembly, which had been chosen in January and had met on the 6th, elected Ebert.',
    ],
    ['weimar-germany', 'On 30 December 1924 it came out that Ebert had struck in January 1918; two months later, on 28 February, he died.'],
    ['weimar-germany', 'In May 1932 Brüning fell. On the 1st of the next month Papen became Chancellor.'],
  ]);
  faulty([
    ['weimar-germany', 'On 11 April 1919 the National Assembly elected Ebert President.', '11 April 1919'],
    [
      'weimar-germany',
      'In April 1932 Brüning banned the SA. On the 1st of the next month Papen became Chancellor.',
      'the 1st of the next month',
    ],
  ]);
});

describe('what stands between a name and a date', () => {
  silent([
    ['french-revolution', 'Versailles saw it first; the Tennis Court Oath was copied, Lyon and Nantes in July 1789.'],
    ['french-revolution', 'My notes have the Law of Suspects passed “in September 1794”, which is a slip.'],
    ['weimar-germany', 'In June 1921, a fortnight before Rathenau was murdered a year on, nobody was warned.'],
    ['weimar-germany', 'Liebknecht (no relation of the actor Karl Liebknecht, who died in 1940) was shot.'],
  ]);
});

describe('a length of time to the day', () => {
  silent([
    ['french-revolution', 'The flight to Varennes began on 20 June 1791, two years to the day after the Tennis Court Oath.'],
    ['french-revolution', 'Robespierre fell on 27 July 1794, a year to the day after he had joined the Committee of Public Safety.'],
  ]);
  faulty([
    ['weimar-germany', 'Müller resigned in March 1930, three years almost to the day before he died.', 'three years almost to the day'],
    [
      'french-revolution',
      'The flight to Varennes began on 20 June 1791, five years to the day after the Tennis Court Oath.',
      'five years to the day',
    ],
  ]);
});

describe('an office', () => {
  silent([
    ['weimar-germany', 'Schacht was minister of economics from 1934 to 1937.'],
    ['weimar-germany', 'In 1928 Frick moved to Thuringia and became Interior Minister there in January 1930.'],
    ['french-revolution', 'Necker was Director-General of Finance from 1777 to 1781.'],
    ['weimar-germany', 'Noske was minister of war for Prussia from 1919 to 1920 and governor of Hanover until 1933.'],
  ]);
  faulty([
    ['weimar-germany', 'Stresemann was Foreign Minister from 1921 to 1929.', '1921 to 1929'],
    ['weimar-germany', 'Papen was Chancellor from June 1931 to December 1931.', 'June 1931 to December 1931'],
    ['weimar-germany', 'Frick became Interior Minister in January 1934.', 'January 1934'],
  ]);
});

describe('the book of an author', () => {
  silent([
    ['stalins-rise', 'Robert Service’s life of him came out in 2009.'],
    ['stalins-rise', 'Robert Service’s Lenin came out in 2000, four years before his Stalin.'],
  ]);
  faulty([['stalins-rise', 'Robert Service’s life of Stalin came out in 2009.', '2009']]);
});

it('is judged without fault where the words stand in the line above', () => {
  expect(found('stalins-rise', 'When was Zinoviev, after all those speeches and quarrels, at last shot?\n\n1936')).toEqual([]);
  expect(found('stalins-rise', 'When was Zinoviev, after all those speeches and quarrels, at last shot?\n\n1938')).toEqual(['1938']);
});
