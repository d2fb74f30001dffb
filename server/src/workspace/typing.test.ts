import { afterEach, expect, test, vi } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../rules/finding';
import { placeOf, Typing } from './typing';

const at = (source: string) => {
  const offset = source.indexOf('‸');
  const text = source.replace('‸', '');
  const { start, end } = placeOf(text, offset);
  return text.slice(start, end);
};

test.each([
  ['Then Zin‸ spoke', 'Zin'],
  ['Then Zi‸noviev spoke', 'Zinoviev'],
  ['Then @Zin‸', 'Zin'],
  ['Then Zinoviev, ‸and', 'and'],
  ['Then Zinoviev ‸', ''],
  ['Then Zinoviev,‸', ''],
  ["d’Es‸ter's plan", "d’Ester's"],
  ['Brest-Lito‸vsk', 'Brest-Litovsk'],
  ['in 192‸', '192'],
  ['𐐀𐐁‸𐐂 x', '𐐀𐐁𐐂'],
  ['the [[Treaty of‸', '[[Treaty of'],
  ['the [[Treaty of ‸]] was', '[[Treaty of ]]'],
  ['the [[Treaty‸ of Brest and [[this]]', '[[Treaty'],
  ['the [[Treaty]]‸ was', ''],
  ['the [[Treaty]‸', '[[Treaty]'],
  ['and @[Leon Tro‸] was', '@[Leon Tro]'],
  ['and @[Leon]‸ was', ''],
  ['and [[this]] or ‸that', 'that'],
  ['and [[this\nor th‸at', 'that'],
])('the place of %j', (source, place) => expect(at(source)).toBe(place));

test('a long word is found in linear time', () => {
  const text = `[[${'a'.repeat(1_000_000)}`;
  expect(placeOf(text, 500_000)).toEqual({ start: 0, end: text.length });
});

const finding = (start: number, end: number, code: Finding['code'] = 'misspelt-name'): Finding => ({
  code,
  severity: 'error',
  start,
  end,
  message: '',
  fixes: [],
});

function edited(text: string, edits: readonly (readonly [from: number, to: number, newText: string])[], shown: readonly Finding[] = []) {
  const typing = new Typing();
  typing.show(shown);
  let document = TextDocument.create('', '', 0, text);
  for (const [from, to, newText] of edits)
    document = typing.apply(
      document,
      [{ range: { start: document.positionAt(from), end: document.positionAt(to) }, text: newText }],
      document.version + 1,
    );
  return { typing, text: document.getText() };
}

test('what is new at the word being typed is withheld; what is elsewhere is not', () => {
  const { typing, text } = edited('One Trotks two', [[10, 10, 'y']]);
  expect(typing.showable([finding(4, 11), finding(12, 15)], text)).toEqual([finding(12, 15)]);
  typing.settle();
  expect(typing.showable([finding(4, 11)], text)).toHaveLength(1);
});

test('what is shown already stays while its word is changed, wherever it moves', () => {
  const { typing, text } = edited(
    'One Trotksy two',
    [
      [0, 3, 'Twenty-one'],
      [18, 18, 's'],
    ],
    [finding(4, 11)],
  );
  expect(text).toBe('Twenty-one Trotksys two');
  expect(typing.showable([finding(11, 19)], text)).toHaveLength(1);
  expect(typing.showable([finding(11, 19, 'unknown-person')], text)).toHaveLength(0);
});

test('what was wholly replaced is no longer what was shown', () => {
  const { typing, text } = edited('One Trotksy two', [[4, 11, 'Lenni']], [finding(4, 11)]);
  expect(typing.showable([finding(4, 9)], text)).toHaveLength(0);
});

test('every cursor of one edit is a place where is typed', () => {
  const typing = new Typing();
  const document = TextDocument.create('', '', 0, 'a Lenn, b Lenn, c Lenni');
  const position = (character: number) => ({ line: 0, character });
  const changed = typing.apply(
    document,
    [14, 6].map((character) => ({ range: { start: position(character), end: position(character) }, text: 'i' })),
    1,
  );
  expect(changed.getText()).toBe('a Lenni, b Lenni, c Lenni');
  expect(typing.showable([finding(2, 7), finding(11, 16), finding(20, 25)], changed.getText())).toEqual([finding(20, 25)]);
});

test('a text sent whole has no place where is typed', () => {
  const typing = new Typing();
  const changed = typing.apply(TextDocument.create('', '', 0, 'Lenn'), [{ text: 'Lenni' }], 1);
  expect(changed.getText()).toBe('Lenni');
  expect(typing.remaining(1000)).toBe(0);
});

afterEach(() => void vi.useRealTimers());

test('the writer pauses once nothing was changed for so long', () => {
  vi.useFakeTimers();
  const { typing } = edited('Lenn', [[4, 4, 'i']]);
  expect(typing.remaining(1000)).toBe(1000);
  vi.advanceTimersByTime(600);
  expect(typing.remaining(1000)).toBe(400);
  vi.advanceTimersByTime(600);
  expect(typing.remaining(1000)).toBe(0);
  expect(typing.remaining(0)).toBe(0);
});
