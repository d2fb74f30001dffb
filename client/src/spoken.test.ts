import { expect, test } from 'vitest';
import { spoken } from './spoken';

test.each([
  ['$(book) Stalin’s rise', 'Checked', 'Stalin’s rise. Checked'],
  ['$(warning) Stalin’s rise · Weimar', 'No pack has the chapter x', 'Stalin’s rise, Weimar. No pack has the chapter x'],
])('%s: %s', (text, detail, said) => expect(spoken(text, detail)).toBe(said));
