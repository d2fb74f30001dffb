/** Of notes whose time is over, what was found by then counts, and the next reading goes on from there. */
import { expect, test } from 'vitest';
import { essays } from '../../../test/support/essays';
import { loadFolder, packFolders } from '../../../test/unit/packs/packs';
import { parseNotes } from '../notes/index';
import { createKnowledge } from '../reading/knowledge';
import { readNotes } from '../reading/read';
import { check } from './index';

const knowledge = createKnowledge([loadFolder(packFolders[0]!).chapter!]);
const notes = parseNotes(
  essays
    .filter(({ name }) => name.startsWith('stalins-rise/'))
    .map(({ text }) => text.replace(/^---\n.*?^---\n/ms, ''))
    .join('\n\n'),
);
const whole = readNotes(notes, knowledge);
const all = check(whole);

test('the checking breaks off before a block', () => {
  let blocks = 0;
  let brokenOffAt: number | undefined;
  const findings = check(readNotes(notes, knowledge), {
    isOver: () => ++blocks === 40,
    onOver: (offset) => {
      brokenOffAt = offset;
    },
  });
  expect(brokenOffAt).toBe(notes.blocks[40]!.start);
  expect(findings.length).toBeGreaterThan(5);
  expect(findings).toEqual(all.filter(({ start }) => start < brokenOffAt!));
});

test('the reading breaks off before a sentence; what was read by then is judged, and the next reading has the rest', () => {
  let asked = 0;
  const reading = readNotes(notes, knowledge, { isOver: () => ++asked > 150 });
  const { length } = reading.sentences;
  expect(length).toBeGreaterThan(50);
  const places = ({ sentences }: typeof reading) => sentences.map(({ start, end }) => [start, end]);
  expect(places(reading)).toEqual(places(whole).slice(0, length));
  expect(notes.text.slice(whole.sentences[length - 1]!.end, reading.brokenOffAt).trim()).toMatch(/^[^\p{L}]*$/u);
  for (const { end } of check(reading)) expect(end).toBeLessThanOrEqual(reading.brokenOffAt!);
  const again = readNotes(notes, knowledge, {}, reading);
  expect(again.brokenOffAt).toBeUndefined();
  expect(check(again)).toEqual(all);
});
