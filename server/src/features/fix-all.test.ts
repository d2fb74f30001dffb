import { expect, test } from 'vitest';
import type { Finding } from '../rules/finding';
import { applyEdits, preferredEdits } from './fix-all';

const finding = (
  ...fixes: readonly (readonly [preferred: boolean, ...edits: readonly (readonly [number, number, string])[]])[]
): Finding => ({
  code: 'event-date',
  severity: 'warning',
  start: 0,
  end: 1,
  message: '',
  fixes: fixes.map(([preferred, ...edits]) => ({
    title: '',
    preferred,
    edits: edits.map(([start, end, newText]) => ({ start, end, newText })),
  })),
});

test('only preferred fixes, in order', () => {
  const edits = preferredEdits([
    finding([false, [0, 1, 'x']], [true, [8, 9, 'B']]),
    finding([true, [2, 3, 'A']]),
    finding([false, [4, 5, 'y']]),
  ]);
  expect(edits).toEqual([
    { start: 2, end: 3, newText: 'A' },
    { start: 8, end: 9, newText: 'B' },
  ]);
  expect(applyEdits('0123456789', edits)).toBe('01A34567B9');
});

test('of fixes that touch each other the first, and each whole or not at all', () => {
  const edits = preferredEdits([finding([true, [2, 4, 'A']]), finding([true, [4, 5, 'B'], [7, 8, 'C']]), finding([true, [7, 8, 'D']])]);
  expect(edits.map(({ newText }) => newText)).toEqual(['A', 'D']);
});
