/** The table of where ids stand must be the loader's: an id renamed by the one must still be understood by the other. */
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { loadPack } from '../../../server/src/chapter/load';
import { idsOf, usesOf } from '../../../server/src/features/packs/ids';
import { renameInPack } from '../../../server/src/features/packs/navigation';
import { packFolders, readPack } from './packs';

const documentOf = ({ file, text }: { file: string; text: string }) => TextDocument.create(file, 'yaml', 0, text);

describe.each(packFolders.map((each) => [basename(each), each]))('the ids of %s', (_, folder) => {
  const files = readPack(folder);
  const { chapter } = loadPack(files);

  it('are those of its facts and sections', () => {
    const given = files.flatMap((file) => idsOf(file).filter(({ declares }) => declares));
    const facts = given.filter(({ kind }) => !['section', 'debate', 'question', 'chapter'].includes(kind));
    expect(Object.fromEntries(facts.map(({ id, kind }) => [id, kind]))).toEqual(
      Object.fromEntries([...chapter!.byId.values()].map(({ id, kind }) => [id, kind])),
    );
    expect(given.filter(({ kind }) => kind === 'section').map(({ id }) => id)).toEqual(chapter!.sections.map(({ id }) => id));
  });

  it('can all be renamed at once, and the pack is as sound as before', () => {
    let renamed = files;
    const given = files.flatMap((file) => idsOf(file).filter(({ declares }) => declares));
    let uses = 0;
    for (const id of given) {
      uses += usesOf(id, renamed).length;
      const edits = renameInPack(id, `${id.id}-new`, renamed, documentOf);
      renamed = renamed.map((file) => {
        const own = edits.get(file.file);
        return own ? { ...file, text: TextDocument.applyEdits(documentOf(file), own) } : file;
      });
    }
    const pack = loadPack(renamed);
    expect(pack.problems).toEqual([]);
    expect([...pack.chapter!.byId.keys()]).toEqual([...chapter!.byId.keys()].map((id) => `${id}-new`));
    expect(renamed.flatMap(idsOf).every(({ id }) => id.endsWith('-new'))).toBe(true);
    expect(uses).toBe(files.flatMap(idsOf).length);
  });
});
