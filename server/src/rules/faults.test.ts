import { beforeEach, expect, test, vi } from 'vitest';
import { smallKnowledge } from '../../../test/unit/reading/small-chapter';
import { parseNotes } from '../notes/index';
import type { Block } from '../notes/model';
import { readNotes } from '../reading/read';
import { type CheckOptions, check } from './index';

const fault = vi.hoisted(() => ({ at: (_text: string): boolean => false, always: false }));
vi.mock('./impossible-date', async (original) => {
  const module = await original<typeof import('./impossible-date')>();
  return {
    impossibleDate: {
      ...module.impossibleDate,
      check: (judged: Parameters<typeof module.impossibleDate.check>[0]) => {
        const { sentences, reading } = judged;
        if (fault.always || sentences.some(({ start, end }) => fault.at(reading.notes.text.slice(start, end))))
          throw new Error('a bad day');
        return module.impossibleDate.check(judged);
      },
    },
  };
});

const told: { code: string; error: unknown; block: Block | undefined }[] = [];
const options: CheckOptions = { onRuleError: (code, error, block) => told.push({ code, error, block }) };
const TEXT =
  '31 June 1924 was quiet.\n\n- 30 February 1925 was a Monday.\n- 31 April 1926, too.\n\n@Nobodyovich came on 31 September 1927.\n';
const found = () =>
  check(readNotes(parseNotes(TEXT), smallKnowledge), options).map(({ code, start }) => `${code} ${TEXT.slice(start, start + 12)}`);
const UNKNOWN = 'unknown-person Nobodyovich ';

beforeEach(() => {
  told.length = 0;
  fault.at = () => false;
  fault.always = false;
});

test('a rule that throws at a block loses its findings there, and nothing else', () => {
  fault.at = (text) => text.includes('February');
  expect(found()).toEqual(['impossible-date 31 June 1924', 'impossible-date 31 April 192', UNKNOWN, 'impossible-date 31 September']);
  expect(told).toMatchObject([{ code: 'impossible-date', block: { kind: 'list-item' } }]);
});

test('at several blocks', () => {
  fault.at = (text) => /June|September/.test(text);
  expect(found()).toEqual(['impossible-date 30 February ', 'impossible-date 31 April 192', UNKNOWN]);
  expect(told.map(({ block }) => block?.kind)).toEqual(['paragraph', 'paragraph']);
});

test('one that throws whatever it is given loses all its findings', () => {
  fault.always = true;
  expect(found()).toEqual([UNKNOWN]);
  expect(new Set(told.map(({ code }) => code))).toEqual(new Set(['impossible-date']));
});

test('a block at which a rule threw is judged again the next time', () => {
  const reading = readNotes(parseNotes(TEXT), smallKnowledge);
  fault.at = (text) => text.includes('February');
  expect(check(reading, options)).toHaveLength(4);
  fault.at = () => false;
  expect(check(reading, options)).toHaveLength(5);
});

test('one without a fault is not told of', () => {
  expect(found()).toHaveLength(5);
  expect(told).toEqual([]);
});
