import { expect, test, vi } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CheckedDocument, type Options } from './check-document';
import { Library } from './library';
import { Log } from './log';

const reading = vi.hoisted(() => ({ fails: false }));
vi.mock('../reading/index', async (original) => {
  const module = await original<typeof import('../reading/index')>();
  return {
    ...module,
    readNotes: (...args: Parameters<typeof module.readNotes>) => {
      if (reading.fails) throw new Error('out of order');
      return module.readNotes(...args);
    },
  };
});
const judging = vi.hoisted(() => ({ says: undefined as undefined | (() => never[]) }));
vi.mock('../rules/index', async (original) => {
  const module = await original<typeof import('../rules/index')>();
  return { ...module, check: (...args: Parameters<typeof module.check>) => judging.says?.() ?? module.check(...args) };
});

const errors: string[] = [];
const options: Options = { rules: {}, ownNames: [], defaultChapters: [], onError: (what, error) => errors.push(`${what}: ${error}`) };
const checked = (text: string) =>
  new CheckedDocument(TextDocument.create('file:///a.hnotes', 'history-notes', 1, text), new Library([]), options);

test('a stage that throws loses its own work and nothing else', () => {
  reading.fails = true;
  const broken = checked('31 June 1924\n');
  expect(broken.reading.mentions).toEqual([]);
  expect(errors).toEqual(['reading: Error: out of order']);
  reading.fails = false;
  expect(checked('31 June 1924\n').findings).toMatchObject([{ code: 'impossible-date' }]);

  judging.says = () => {
    throw new Error('no verdict');
  };
  expect(checked('31 June 1924\n').findings).toEqual([]);
  expect(errors.at(-1)).toBe('check: Error: no verdict');
});

test('findings outside the text are dropped', () => {
  const finding = (start: number, end: number) =>
    ({ code: 'event-date', severity: 'warning', start, end, message: '', fixes: [] }) as never;
  judging.says = () => [finding(-1, 2), finding(0, 2), finding(3, 1), finding(0, 999)];
  expect(checked('abcdef').findings.map(({ start, end }) => [start, end])).toEqual([[0, 2]]);
});

test('the log says each fault once', () => {
  const error = vi.fn();
  const log = new Log({ console: { error } } as never);
  const fault = new Error('again');
  for (let i = 0; i < 3; i++) log.error('hover', fault);
  log.error('completion', fault);
  expect(error.mock.calls.map(([text]) => String(text).split('\n')[0])).toEqual(['hover: Error: again', 'completion: Error: again']);
});

test('of a fault at a text the log tells the kind of text, and nothing that the error may have of it', () => {
  const error = vi.fn();
  const log = new Log({ console: { error } } as never);
  for (const shape of ['paragraph, 8 characters', 'paragraph, 9 characters']) {
    const fault = new RangeError('no such word: secret');
    fault.stack = 'RangeError: no such word: secret\nand more\n    at judge (rule.ts:1:2)';
    log.error('rule event-date', fault, shape);
  }
  expect(error.mock.calls).toEqual([
    ['rule event-date, at this kind of text: paragraph, 8 characters: RangeError\n    at judge (rule.ts:1:2)'],
  ]);
});
