import { expect, test } from 'vitest';
import { essays } from '../../../test/support/essays';
import { loadFolder, packFolders } from '../../../test/unit/packs/packs';
import { parseNotes } from '../notes/index';
import { createKnowledge } from '../reading/knowledge';
import { readNotes } from '../reading/read';
import { checkInPortions } from './in-portions';
import { check } from './index';

const [shipped] = packFolders;
const knowledge = createKnowledge([loadFolder(shipped!).chapter!]);
const bodies = essays
  .filter(({ name }) => name.startsWith('stalins-rise/'))
  .map(({ text }) => text.replace(/^---\n.*?^---\n/ms, ''))
  .join('\n\n');
/** Three portions or more. */
const long = bodies.repeat(Math.ceil(130_000 / bodies.length));

test('a long document has the findings of the whole, a portion at a time', { timeout: 120_000 }, () => {
  const reading = readNotes(parseNotes(long), knowledge);
  let asked = 0;
  const count = () => {
    asked++;
    return false;
  };
  const { findings, brokenOffAt } = checkInPortions(reading, {}, count);
  expect(brokenOffAt).toBeUndefined();
  expect(asked).toBeGreaterThanOrEqual(2);
  expect(findings).toEqual(check(reading));
  expect(findings.length).toBeGreaterThan(100);
});

test('when its time is over, what was found by then counts, and where it broke off is told', { timeout: 120_000 }, () => {
  const reading = readNotes(parseNotes(long), knowledge);
  let portions = 0;
  const all = checkInPortions(reading).findings;
  const { findings, brokenOffAt } = checkInPortions(reading, {}, () => ++portions === 2);
  expect(brokenOffAt).toBeGreaterThan(10_000);
  expect(brokenOffAt).toBeLessThan(long.length);
  expect(findings).toEqual(all.filter(({ start }) => start < brokenOffAt!));
});

test('a reading whose time is over has what was read by then', () => {
  let asked = 0;
  const reading = readNotes(parseNotes(bodies), knowledge, { isOver: () => ++asked > 150 });
  const { length } = reading.sentences;
  expect(length).toBeGreaterThan(50);
  const whole = readNotes(parseNotes(bodies), knowledge);
  expect(reading.sentences.map(({ start, end }) => [start, end])).toEqual(
    whole.sentences.slice(0, length).map(({ start, end }) => [start, end]),
  );
  expect(whole.notes.text.slice(whole.sentences[length - 1]!.end, reading.brokenOffAt).trim()).toMatch(/^[^\p{L}]*$/u);
  const { findings, brokenOffAt } = checkInPortions(reading);
  const again = readNotes(parseNotes(bodies), knowledge, {}, reading);
  expect(again.brokenOffAt).toBeUndefined();
  expect(checkInPortions(again)).toEqual(checkInPortions(whole));
  expect(brokenOffAt).toBe(reading.brokenOffAt);
  for (const { end } of findings) expect(end).toBeLessThanOrEqual(brokenOffAt!);
});
