import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPack } from '../../../server/src/chapter/load';
import { root } from './packs';

const guide = readFileSync(join(root, 'docs/packs.md'), 'utf8');
const blocks = [...guide.matchAll(/^```yaml (\S+)\n(.*?)^```$/gms)].map((match) => ({ file: match[1]!, text: match[2]! }));

describe('the guide to writing a pack', () => {
  it('shows a pack of all five files that loads without a problem', () => {
    const { chapter, problems } = loadPack(blocks);
    expect(problems).toEqual([]);
    expect(blocks.map((block) => block.file)).toEqual(['chapter.yaml', 'people.yaml', 'timeline.yaml', 'terms.yaml', 'sources.yaml']);
    expect(chapter).toMatchObject({ id: 'italian-unification' });
    expect([...chapter!.byId.keys()]).toHaveLength(14);
  });

  it('names every key that the schemas have', () => {
    const keys = ['chapter', 'people', 'timeline', 'terms', 'sources', 'common'].flatMap((name) =>
      keysOf(JSON.parse(readFileSync(join(root, `content/schemas/${name}.schema.json`), 'utf8'))),
    );
    expect([...new Set(keys)].filter((key) => !guide.includes(`\`${key}\``) && !guide.includes(`${key}:`))).toEqual([]);
  });
});

function keysOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties } = schema as { properties?: object };
  return [...Object.keys(properties ?? {}), ...Object.values(schema).flatMap(keysOf)];
}
