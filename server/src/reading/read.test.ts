import { describe, expect, it } from 'vitest';
import { parseNotes } from '../notes/index';
import { createKnowledge } from './knowledge';
import { readNotes } from './read';

const knowledge = createKnowledge([]);
const edtf = (text: string, options = {}) =>
  readNotes(parseNotes(text), knowledge, options).mentions.flatMap((mention) =>
    mention.kind === 'date' ? [mention.date.value?.spans.length === 1 ? mention.date.value.edtf : 'open'] : [],
  );

describe('the order of day and month in figures', () => {
  it('is taken from the document’s own unmistakable dates, in whatever block they stand', () => {
    expect(edtf('It was 5/3/1923.\n\n- then 25/12/1922')).toEqual(['1923-03-05', '1922-12-25']);
    expect(edtf('It was 5/3/1923.\n\n- then 12/25/1922')).toEqual(['1923-05-03', '1922-12-25']);
  });

  it('is taken from the setting where the document does not show it', () => {
    expect(edtf('It was 5/3/1923.', { dayMonthOrder: 'mdy' })).toEqual(['1923-05-03']);
    expect(edtf('It was 5/3/1923; then 25/12/1922.', { dayMonthOrder: 'mdy' })[0]).toBe('1923-03-05');
  });

  it('stays open where nobody says', () => {
    expect(edtf('It was 5/3/1923.')).toEqual(['open']);
  });
});
