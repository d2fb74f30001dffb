import { expect, test } from 'vitest';
import type { RuleCode } from './finding';
import { keepCapital } from './keep-capital';

/** The repair of what stands between `⟦` and `⟧`. */
function repaired(source: string, newText: string, code: RuleCode = 'event-order') {
  const start = source.indexOf('⟦');
  const end = source.indexOf('⟧') - 1;
  const text = source.replace(/[⟦⟧]/g, '');
  const fixes = [{ title: `Change to ${newText}`, edits: [{ start, end, newText }], preferred: true }];
  const [fix] = keepCapital(text, { code, severity: 'error', start, end, message: '', fixes }).fixes;
  expect(fix!.title).toBe(`Change to ${fix!.edits[0]!.newText}`);
  return fix!.edits[0]!.newText;
}

test.each([
  '⟦Two years after⟧ Lenin’s death',
  'It ended. ⟦Two years after⟧ Lenin’s death',
  'He said: “It ended.” ⟦Two years after⟧ that',
  '- ⟦Two years after⟧ that',
  'Text.\n> - ⟦Two years after⟧ that',
  'Text.\n\n## ⟦Two years after⟧ that',
  'Text\n\n⟦Two years after⟧ that',
  'Text\r\n\r\n**⟦Two years after⟧** that',
  '---\nchapter: a\n---\n⟦Two years after⟧ that',
  '- 1924: ⟦Two years after⟧ that',
  'Was it? “⟦Two years after⟧ that”',
])('%j keeps its capital', (source) => expect(repaired(source, 'four months after')).toBe('Four months after'));

test.each([
  ['It ended ⟦two years after⟧ that', 'four months after'],
  ['It ended in ⟦January 1924⟧', 'early 1924'],
  ['It ended in\n⟦January 1924⟧', 'early 1924'],
  ['It ended in\r\n⟦January 1924⟧', 'early 1924'],
  [`${'It ended in '.repeat(9)}⟦January 1924⟧`, 'early 1924'],
  ['⟦January 1924⟧ saw the end', 'c. 1924'],
  ['⟦January 1924⟧ saw the end', '1924'],
  ['⟦January 1924⟧ saw the end', 'April 1924'],
])('%j stays as it is', (source, newText) => expect(repaired(source, newText)).toBe(newText));

test('a name keeps its own letters', () => expect(repaired('⟦Von Papn⟧ resigned', 'von Papen', 'misspelt-name')).toBe('von Papen'));
