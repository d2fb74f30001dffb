/** Every rule's own examples, which are its tests and its documentation page. */
import { describe, expect, it } from 'vitest';
import { type RuleCode, rules } from '../../../server/src/rules/index';
import { judge } from './example';

/**
 * Texts that are not judged as they should be yet, marked as they should be. One that is judged right moves to its rule's examples.
 * Where nothing is marked, what is said now is a false alarm.
 */
const knownMisses: readonly { code: RuleCode; text: string; note: string }[] = [
  { code: 'event-date', text: '⟦Zinoviev⟧ founded a newspaper in 1938.', note: 'dead by then: one mistake, one finding' },
  { code: 'impossible-date', text: 'There were 31 June roses.', note: 'a number of roses' },
  { code: 'impossible-date', text: 'Order No. 31 November reads otherwise.', note: 'the number of an order' },
  { code: 'reversed-range', text: 'The phone number is 1929-24.', note: 'a number of another kind' },
  { code: 'reversed-range', text: 'Between 1929 and 1924 there are five years.', note: 'a length of time' },
  { code: 'wrong-person', text: 'The Triumvirate was formed ⟦after⟧ Lenin’s death.', note: 'whose death it was is not in doubt' },
  { code: 'event-date', text: 'The Central Committee decided not to dismiss Stalin on ⟦5 June 1924⟧.', note: 'not found' },
  { code: 'event-order', text: '⟦Three years after⟧ the Kronstadt Rebellion Stalin became General Secretary.', note: 'not found' },
  { code: 'misspelt-name', text: 'Sergo ⟦Ordzhonikidse⟧ helped him.', note: 'not found' },
  { code: 'source-details', text: 'Robert Service, *Stalin: ⟦A Life⟧* (Pan, 2005)', note: 'not found: the part behind the colon' },
  { code: 'front-matter', text: '---\nchapter: stalins-rise\ntitle: ⟦"unclosed⟧\n---\n\nNotes.', note: 'found, but at no character' },
];

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, { bad, good }) => {
  it('has examples on both sides', () => {
    expect(bad.length).toBeGreaterThanOrEqual(2);
    expect(good.length).toBeGreaterThanOrEqual(3);
    const texts = [...bad, ...good].map(({ text }) => text);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  it.each(bad)('flags: $text', ({ text, fixed }) => {
    expect(text).toContain('⟦');
    const judgement = judge(text);
    expect(judgement.flagged).toBe(text);
    expect(new Set(judgement.findings.map((finding) => finding.code))).toEqual(new Set([code]));
    if (fixed === undefined) return;
    expect(judgement.fixed).toBe(fixed);
    expect(judge(fixed).findings).toEqual([]);
  });

  it.each(good)('lets pass: $text', ({ text }) => {
    expect(judge(text).flagged).toBe(text);
  });
});

it.each(knownMisses)('$code is still wrong on: $text ($note)', ({ code, text }) => {
  const { flagged, findings } = judge(text);
  const right = flagged === text && findings.every((finding) => finding.code === code);
  expect(right, 'is judged right now: move it to the examples of its rule').toBe(false);
});
