import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { WEEKDAY_NAMES } from '../../../server/src/time/index';

const root = join(import.meta.dirname, '..', '..', '..');
const json = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, string>;
const bundles = readdirSync(join(root, 'l10n')).filter((name) => /^bundle\.l10n\.[a-z-]+\.json$/.test(name));
const manifests = readdirSync(root).filter((name) => /^package\.nls\.[a-z-]+\.json$/.test(name));
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(test|data)\.ts$/.test(name))
    .map((name) => join(root, folder, name));
}

/** Every sentence that the sources say: first arguments of `say`, `tell` and `l10n.t`, through conditions and constants of the same file. */
function saidIn(file: string): { keys: string[]; unclear: string[] } {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const constants = new Map<string, ts.Expression>();
  const keys: string[] = [];
  const unclear: string[] = [];
  const literals = (node: ts.Node): string[] =>
    ts.isStringLiteralLike(node) && !ts.isPropertyAccessExpression(node.parent) ? [node.text] : node.getChildren().flatMap(literals);
  const read = (node: ts.Expression): void => {
    if (ts.isStringLiteralLike(node)) keys.push(node.text);
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(read);
    else if (ts.isParenthesizedExpression(node)) read(node.expression);
    else {
      const name = ts.isElementAccessExpression(node) ? node.expression.getText() : node.getText();
      const value = constants.get(name);
      if (value) keys.push(...literals(value));
      else unclear.push(`${file.slice(root.length + 1)}: ${node.getText()}`);
    }
  };
  const visit = (node: ts.Node, work: (node: ts.Node) => void): void => {
    work(node);
    ts.forEachChild(node, (child) => visit(child, work));
  };
  visit(source, (node) => {
    if (ts.isVariableDeclaration(node) && node.initializer && node.parent.parent.parent === source)
      constants.set(node.name.getText(), node.initializer);
  });
  visit(source, (node) => {
    if (!ts.isCallExpression(node) || !node.arguments[0]) return;
    const called = node.expression.getText();
    // Other functions may have these names.
    if (called === 'l10n.t' || (/^(?:say|tell)$/.test(called) && source.text.includes("l10n/said'"))) read(node.arguments[0]);
  });
  return { keys, unclear };
}

const files = [...sources('server/src'), ...sources('client/src')].filter((file) => !file.endsWith(join('l10n', 'said.ts')));
const said = files.map(saidIn);
/** Titles of repairs are said when they are shown; "Change to …" is said there itself. */
const titles = sources('server/src/rules').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/^\s+title: '([^']+)',$/gm)].map(([, title]) => title!),
);
/** What the schemas of pack files say of each key is shown in hovers and completion there. */
const descriptions = readdirSync(join(root, 'content', 'schemas')).flatMap((name) =>
  descriptionsIn(json(join('content', 'schemas', name))),
);
const keys = [...new Set([...said.flatMap((each) => each.keys), ...titles, ...WEEKDAY_NAMES, ...descriptions])].sort();

function descriptionsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { description } = schema as { description?: unknown };
  return [...(typeof description === 'string' ? [description] : []), ...Object.values(schema).flatMap(descriptionsIn)];
}

test('what is said is written where it is said, or known here', () => {
  expect(said.flatMap((each) => each.unclear).sort()).toEqual([
    'server/src/features/code-actions.ts: title',
    'server/src/features/packs/completion.ts: description',
    'server/src/rules/impossible-date.ts: right',
  ]);
  expect(keys.length).toBeGreaterThan(100);
});

describe.each(bundles)('l10n/%s', (name) => {
  const bundle = json(join('l10n', name));

  test('has every sentence, and no other', () => {
    expect(Object.keys(bundle).sort()).toEqual(keys);
  });

  test.each(Object.entries(bundle))('keeps the places of facts: %s', (key, text) => {
    expect(placeholders(text)).toEqual(placeholders(key));
    expect(text.trim()).not.toBe('');
  });
});

describe.each(manifests)('%s', (name) => {
  const english = json('package.nls.json');
  const other = json(name);

  test('has the keys of the English one, and the commands and settings that its texts name', () => {
    expect(Object.keys(other)).toEqual(Object.keys(english));
    const marks = (text: string) => (text.match(/`[^`]+`|\(command:[^)]+\)/g) ?? []).filter((mark) => !/^`\[\[/.test(mark)).sort();
    for (const [key, text] of Object.entries(english)) expect(marks(other[key]!), key).toEqual(marks(text));
  });
});

test('the manifest uses every key of package.nls.json, and only those', () => {
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  const used = [...new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key!))].sort();
  expect(Object.keys(json('package.nls.json')).sort()).toEqual(used);
});

test('there is French', () => {
  expect(bundles).toContain('bundle.l10n.fr.json');
  expect(manifests).toContain('package.nls.fr.json');
});
