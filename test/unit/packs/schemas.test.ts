import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packFileNames } from '../../../server/src/chapter/load';
import { loadFolder, packFolders, readPack, root } from './packs';

const folder = join(root, 'content/schemas');
const schemas = new Map(
  readdirSync(folder).map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>]),
);
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
for (const [name, schema] of schemas) ajv.addSchema(schema, name);

function validator(name: string): ValidateFunction {
  return ajv.getSchema(`${name}.schema.json`)!;
}

/** Every schema object with properties, with where it stands. */
function* objects(node: unknown, path: string): Generator<[string, Record<string, Record<string, unknown>>]> {
  if (typeof node !== 'object' || node === null) return;
  const { properties } = node as { properties?: Record<string, Record<string, unknown>> };
  if (properties) yield [path, properties];
  for (const [key, value] of Object.entries(node)) yield* objects(value, `${path}/${key}`);
}

describe('the schemas', () => {
  it('are one for each kind of file, and the shared definitions', () => {
    expect([...schemas.keys()].sort()).toEqual([...packFileNames, 'common'].map((name) => `${name}.schema.json`).sort());
  });

  it('describe every key', () => {
    const common = schemas.get('common.schema.json') as { definitions: Record<string, { description?: string }> };
    const bare = [...schemas].flatMap(([name, schema]) =>
      [...objects(schema, name)].flatMap(([path, properties]) =>
        Object.entries(properties)
          .filter(([, value]) => {
            const target = /definitions\/(\w+)$/.exec(String(value.$ref))?.[1];
            return !value.description && !(target !== undefined && common.definitions[target]?.description);
          })
          .map(([key]) => `${path}: ${key}`),
      ),
    );
    expect(bare).toEqual([]);
  });

  it.each(['chapter', 'people', 'timeline', 'terms', 'sources'])('%s refuses an unknown key', (name) => {
    const entry = { id: 'a', name: 'A', title: 'A', kind: 'body', when: 1900, what: 'A dies', unknown: 1 };
    expect(validator(name)(name === 'chapter' ? entry : [entry])).toBe(false);
  });
});

describe.each(packFolders.map((each) => [basename(each), each]))('the pack %s', (_, pack) => {
  it.each(readPack(pack).map((file) => [file.file, file.text]))('has a valid %s', (name, text) => {
    const validate = validator(name.replace('.yaml', ''));
    validate(parse(text));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('loads without a problem', () => {
    expect(loadFolder(pack).problems).toEqual([]);
  });

  it('has its folder’s name as its id', () => {
    expect(loadFolder(pack).chapter!.id).toBe(basename(pack));
  });

  it('says where each person, event and term is treated, and what it is', () => {
    const chapter = loadFolder(pack).chapter!;
    const people = [...chapter.people, ...chapter.events, ...chapter.terms];
    expect(people.filter((fact) => fact.summary === undefined).map((fact) => fact.id)).toEqual([]);
  });

  it('lists its timeline in order', () => {
    const { events } = loadFolder(pack).chapter!;
    const printed = events.filter((event) => event.timeline).map((event) => event.when.value.spans[0]!);
    const early = printed.filter((span, index) => index > 0 && span.last < printed[index - 1]!.first);
    expect(early).toEqual([]);
  });
});

/** What the loader accepts and what the schemas accept must be the same keys. */
describe('schemas and loader agree', () => {
  const cases: [string, Record<string, unknown>][] = [
    ['people', { id: 'a', name: 'A', born: { date: 1900, nope: 1 } }],
    ['people', { id: 'a', name: 'A', offices: [{ title: 'T', nope: 1 }] }],
    ['people', { id: 'a', name: 'A', relations: [{ role: 'son', of: 'a', nope: 1 }] }],
    ['people', { name: 'A' }],
    ['people', { id: 'a' }],
    ['people', { id: 'A b', name: 'A' }],
    ['people', { id: 'a', name: 'A', gender: 'neither' }],
    ['timeline', { id: 'a', when: 1900 }],
    ['timeline', { id: 'a', what: 'A dies' }],
    ['timeline', { id: 'a', when: { note: 'n' }, what: 'A dies' }],
    ['terms', { id: 'a', name: 'A' }],
    ['terms', { id: 'a', name: 'A', kind: 'tree' }],
    ['terms', { id: 'a', name: 'A', kind: 'group', members: [{ from: 1900 }] }],
    ['sources', { id: 'a' }],
    ['sources', { id: 'a', title: 'T', year: 'soon' }],
    ['chapter', { id: 'a' }],
    ['chapter', { id: 'a', title: 'T', book: { isbn: '1' } }],
    ['chapter', { id: 'a', title: 'T', sections: [{ id: 's' }] }],
    ['chapter', { id: 'a', title: 'T', debates: [{ id: 'd', question: 'Q' }] }],
  ];
  it.each(cases)('%s %j is refused by both', async (name, value) => {
    const { stringify } = await import('yaml');
    const { loadPack } = await import('../../../server/src/chapter/load');
    const data = name === 'chapter' ? value : [value];
    const files = [
      { file: 'chapter.yaml', text: 'id: t\ntitle: T' },
      { file: `${name}.yaml`, text: stringify(data) },
    ];
    expect(validator(name)(data)).toBe(false);
    expect(loadPack(name === 'chapter' ? files.slice(1) : files).problems).not.toEqual([]);
  });

  /** Where the two differ, on purpose: a schema sees one file, and knows no dates and no references; the loader forgives what it understands. */
  const differences: [string, string, 'schema' | 'loader', unknown][] = [
    ['ids that nothing has', 'timeline', 'loader', { id: 'a', when: 1900, what: 'A dies', during: 'nothing' }],
    ['sections that nothing has', 'people', 'loader', { id: 'a', name: 'A', section: 'nothing' }],
    ['days that never were', 'timeline', 'loader', { id: 'a', when: '1900-02-30', what: 'A dies' }],
    ['what is no date', 'timeline', 'loader', { id: 'a', when: 'one day', what: 'A dies' }],
    ['ranges that run backwards', 'timeline', 'loader', { id: 'a', when: '1901/1900', what: 'A dies' }],
    ['death before birth', 'people', 'loader', { id: 'a', name: 'A', born: 1900, died: 1899 }],
    ['members that are said to be all, without members', 'terms', 'loader', { id: 'a', name: 'A', kind: 'group', complete: 1900 }],
    ['ids that are names of the language', 'people', 'loader', { id: 'constructor', name: 'A' }],
    ['text that cannot be seen', 'people', 'loader', { id: 'a', name: 'A\u202e' }],
    ['lists that are empty in one place', 'people', 'loader', { id: 'a', name: 'A', names: ' ' }],
    ['capital letters in a choice', 'people', 'schema', { id: 'a', name: 'A', gender: 'Male' }],
    ['yes for true', 'timeline', 'schema', { id: 'a', when: 1900, what: 'A dies', timeline: 'yes' }],
    ['a number in quotation marks', 'sources', 'schema', { id: 'a', title: 'T', year: '1900' }],
  ];
  it.each(differences)('%s: in %s refused by the %s alone', async (_, name, refusedBy, value) => {
    const { stringify } = await import('yaml');
    const { loadPack } = await import('../../../server/src/chapter/load');
    const files = [
      { file: 'chapter.yaml', text: 'id: t\ntitle: T' },
      { file: `${name}.yaml`, text: stringify([value]) },
    ];
    expect(validator(name)([value])).toBe(refusedBy === 'loader');
    expect(loadPack(files).problems.length > 0).toBe(refusedBy === 'loader');
  });

  /** A value of a schema with every key, and every alternative in the first list that has room for it. */
  function full(schema: Record<string, unknown>, about = ''): unknown {
    const { $ref, allOf, oneOf, properties, items, type, pattern, enum: choices } = schema as Record<string, never>;
    if ($ref) {
      const target = /definitions\/(\w+)$/.exec($ref)![1]!;
      const definition = (schemas.get('common.schema.json') as { definitions: Record<string, Record<string, unknown>> }).definitions[
        target
      ]!;
      return full(definition, target);
    }
    if (allOf) return full(allOf[0]!, about);
    if (oneOf) return full(oneOf[(oneOf as unknown[]).length - 1]!, about);
    if (properties) return Object.fromEntries(Object.entries<Record<string, unknown>>(properties).map(([key, each]) => [key, full(each)]));
    if (items) return [full(items)];
    if (choices) return choices[0];
    if (type === 'boolean') return true;
    if (String(pattern).includes('[pP][sS]?:')) return 'https://example.org/';
    return type === 'integer' || about === 'edtf' ? 1900 : about === 'id' ? 'a' : 'Text';
  }

  it.each(packFileNames)('every key of the schema of %s, at any depth, is known to the loader', async (name) => {
    const { stringify } = await import('yaml');
    const { loadPack } = await import('../../../server/src/chapter/load');
    const value = full(schemas.get(`${name}.schema.json`)!);
    expect(validator(name)(value)).toBe(true);
    const { problems } = loadPack([{ file: `${name}.yaml`, text: stringify(value) }]);
    expect(
      problems
        .map(({ message }) => message)
        .filter((message) => / has no “(?!a”)|must be/.test(message) && !/no chapter\.yaml/.test(message)),
    ).toEqual([]);
  });
});

it('every file of a pack names its schema, for other YAML tools', () => {
  for (const folder of packFolders) {
    for (const { file, text } of readPack(folder)) {
      const named = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1];
      expect(named && resolve(folder, named), `${folder}/${file}`).toBe(
        join(root, 'content/schemas', file.replace('.yaml', '.schema.json')),
      );
    }
  }
});
