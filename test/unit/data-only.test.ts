/** No data is run: neither the sources nor what is bundled make code or a pattern of a text, but at the places named here. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './packs/packs';

const FORBIDDEN = {
  eval: /(?<![\w.$])eval\s*\(/,
  'a function made of a text': /(?<![\w$])new Function\s*\(|(?<![\w$.])Function\s*\(/,
  'a pattern made of a text': /(?<![\w$])RegExp\s*\(/,
  'an import of what a variable names': /(?<![\w$.])(?:import|require)\s*\(\s*(?!['"`][^'"`$]*['"`]\s*\))/,
  'a timer that runs a text': /set(?:Timeout|Interval)\s*\(\s*['"`]/,
} as const;
type Forbidden = keyof typeof FORBIDDEN;

/** Where it stands all the same: patterns made of other patterns of the same file, none of them from data. */
const ALLOWED: Readonly<Record<string, readonly Forbidden[]>> = {
  'server/src/features/completion/typing.ts': ['a pattern made of a text'],
  'server/src/rules/member-lists.ts': ['a pattern made of a text'],
};

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name))
    .map((name) => join(folder, name));
}

const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

function found(path: string): Forbidden[] {
  const code = withoutComments(readFileSync(join(root, path), 'utf8'));
  return (Object.keys(FORBIDDEN) as Forbidden[]).filter((what) => FORBIDDEN[what].test(code));
}

test('the patterns find what they are for', () => {
  const samples: Record<Forbidden, string> = {
    eval: 'eval(text)',
    'a function made of a text': 'new Function(text)',
    'a pattern made of a text': 'new RegExp(text)',
    'an import of what a variable names': 'await import(path)',
    'a timer that runs a text': "setTimeout('go()', 1)",
  };
  for (const [what, sample] of Object.entries(samples)) expect(FORBIDDEN[what as Forbidden].test(sample)).toBe(true);
});

test('the sources', () => {
  const all = [...sources('server/src'), ...sources('client/src')];
  expect(all.length).toBeGreaterThan(200);
  const places = Object.fromEntries(all.map((path) => [path, found(path)] as const).filter(([, what]) => what.length > 0));
  expect(places).toEqual(ALLOWED);
});
