import { describe, expect, it } from 'vitest';
import { read } from '../../../test/unit/reading/small-chapter';
import type { FactDate } from '../chapter/model';
import { parseEdtf } from '../time/index';
import { saidOf, withYearOf } from './yearless';

const factDate = (edtf: string) => ({ value: parseEdtf(edtf)!, alternatives: [] }) as unknown as FactDate;

/** What the last date of the text says when it is held against a fact of June 1550. */
function said(text: string, against = '1550-06'): string {
  const reading = read(text);
  const claim = reading.sentences.flatMap(({ dates }) => dates).at(-1)!;
  return saidOf(claim, factDate(against), reading).value.edtf;
}

describe('a date whose year stands far off', () => {
  it('is held against the fact in the fact’s own year', () => {
    expect(said('The year 1541 was cold. Hereward waited. He took Scarfell in June.')).toBe('1550-06');
    expect(said('The year 1541 was cold. Hereward waited. He took Scarfell on 3 May.')).toBe('1550-05-03');
  });

  it('is so, too, where it is counted from a day without a year', () => {
    expect(said('The year 1541 was cold. He came on 30 November, and in the following June he took Scarfell.')).toBe('1550-06');
    expect(said('He came in November 1541. In the following June he took Scarfell.')).toBe('1542-06');
  });

  it('keeps its year where its own words or its own sentence give it', () => {
    expect(said('The year 1541 was cold. He took Scarfell in June 1551.')).toBe('1551-06');
    expect(said('In 1541 he rested, and in June he took Scarfell.')).toBe('1541-06');
  });

  it('keeps its year against a fact that reaches over two', () => {
    expect(said('The year 1541 was cold. Hereward waited. He took Scarfell in June.', '1550/1552')).toBe('1541-06');
  });
});

it('a repair understands the fact’s year', () => {
  const { form } = read('The year 1541 was cold. Hereward waited. He took Scarfell in June.').sentences.at(-1)!.dates[0]!.mention.date;
  const years = withYearOf(factDate('1550-06'), form).parts.flatMap((part) =>
    part.kind === 'field' && part.field === 'year' ? [part.style] : [],
  );
  expect(years.every((style) => style === 'understood 1550')).toBe(true);
});
