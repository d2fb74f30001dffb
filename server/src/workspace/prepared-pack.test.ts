import { describe, expect, it } from 'vitest';
import { packFolders, readPack as readFiles } from '../../../test/unit/packs/packs';
import { loadPack } from '../chapter/index';
import type { PackFile } from '../chapter/model';
import { createKnowledge } from '../reading/index';
import { preparePack, readPack } from './prepared-pack';

/** The files as another installation has them. */
const elsewhere = (files: readonly PackFile[]) => files.map(({ file, text }) => ({ file: `file:///home/ada/${file}`, text }));

describe.each(packFolders)('the pack in %s', (folder) => {
  const files = elsewhere(readFiles(folder));
  const prepared = preparePack(readFiles(folder));

  it('says prepared what it says when it is read', () => {
    const { facts, ...pack } = readPack({ prepared }, files);
    const read = loadPack(files);
    expect(pack).toEqual(read);
    expect(facts).toEqual(createKnowledge([read.chapter!]).facts.frames);
    expect(facts!.length).toBeGreaterThan(50);
  });

  it('has facts that are those of its chapter', () => {
    const { facts, chapter } = readPack({ prepared }, files);
    for (const { fact } of facts!) expect(chapter!.byId.get(fact.id)).toBe(fact);
  });

  it('is read with the names that a student adds as without', () => {
    const chapter = loadPack(files).chapter!;
    const [person] = chapter.people;
    const ownNames = ['Xavier Smythe', `${person!.short}a`, 'Congrass'];
    expect(createKnowledge([chapter], { ownNames }).facts.frames).toEqual(createKnowledge([chapter]).facts.frames);
  });
});

describe('a pack that was prepared', () => {
  const files: PackFile[] = [
    { file: 'tulips/chapter.yaml', text: 'id: tulips\ntitle: The tulip mania\n' },
    { file: 'tulips/timeline.yaml', text: '- id: crash\n  when: 1637-02\n  what: The price of tulips falls\n' },
  ];
  const prepared = preparePack(files);

  it('serves in place of its files', () => {
    expect(readPack({ prepared }, files).facts).toHaveLength(1);
  });

  it.each<[string, PackFile[]]>([
    ['a text has been changed', [files[0]!, { ...files[1]!, text: files[1]!.text.replace('1637', '1638') }]],
    ['a file has come', [...files, { file: 'tulips/people.yaml', text: '' }]],
    ['a file has gone', [files[0]!]],
    ['its places count other units', files.map((file) => ({ ...file, encoding: 'utf-8' as const }))],
  ])('is read from its files when %s', (_, now) => {
    const { facts, ...pack } = readPack({ prepared }, now);
    expect(facts).toBeUndefined();
    expect(pack).toEqual(loadPack(now));
  });

  it.each(['', '{', '[]', '[{"pack":1},null]', '{"__proto__":{"texts":1}}', prepared.slice(0, -100)])(
    'is read from its files where %j was prepared',
    (broken) => {
      const { facts, ...pack } = readPack({ prepared: broken }, files);
      expect(facts).toBeUndefined();
      expect(pack).toEqual(loadPack(files));
    },
  );
});
