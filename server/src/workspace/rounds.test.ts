/** A document read and judged a little at a time comes to what it comes to when it is read at once, and says nothing on the way that it takes back. */
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { essays, library } from '../../../test/support/essays';
import { parseNotes } from '../notes/index';
import { CheckedDocument, type Options } from './check-document';

const options: Options = {
  rules: {},
  ownNames: [],
  defaultChapters: ['stalins-rise'],
  onError: (what, error) => {
    throw new Error(what, { cause: error });
  },
};
/** Less than any sentence takes: every round reads the least that it can. */
const ROUND = 0.01;

test.each(essays)('$name in rounds', ({ text }) => {
  const document = TextDocument.create('file:///notes.hnotes', 'history-notes', 1, text);
  const notes = parseNotes(text);
  const whole = new CheckedDocument(document, library, options, parseNotes(text)).findings;
  let checked: CheckedDocument | undefined;
  let rounds = 0;
  for (let round = ROUND; !checked || checked.goesOn; round *= 1.5) {
    checked = new CheckedDocument(document, library, { ...options, round }, notes, checked);
    const { findings, isAll } = checked.judge(ROUND);
    expect(isAll && checked.goesOn).toBe(false);
    for (const finding of findings) expect(whole).toContainEqual(finding);
    rounds++;
  }
  for (;;) {
    const { findings, isAll } = checked.judge(ROUND);
    rounds++;
    if (isAll) break;
    for (const finding of findings) expect(whole).toContainEqual(finding);
  }
  expect(rounds).toBeGreaterThan(3);
  expect(checked.findings).toEqual(whole);
  expect(checked.brokenOffAt).toBeUndefined();
});

test('what takes longer than its time, whatever the rounds, breaks off for good', () => {
  const text = essays
    .map((essay) => essay.text.replace(/^---\n.*?^---\n/ms, ''))
    .join('\n\n')
    .repeat(4);
  const document = TextDocument.create('file:///notes.hnotes', 'history-notes', 1, text);
  const notes = parseNotes(text);
  const limited = { ...options, timeLimit: 600, round: 20 };
  let checked = new CheckedDocument(document, library, limited, notes);
  let rounds = 1;
  for (; checked.goesOn; rounds++) checked = new CheckedDocument(document, library, limited, notes, checked);
  expect(rounds).toBeGreaterThan(1);
  expect(rounds).toBeLessThan(100);
  expect(checked.brokenOffAt).toBeGreaterThan(0);
  expect(checked.brokenOffAt).toBeLessThan(text.length);
});
