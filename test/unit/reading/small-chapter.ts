/** A chapter of a few facts, for tests of the reader that want to see all that the pack says. */
import type { Chapter } from '../../../server/src/chapter/index';
import { loadPack } from '../../../server/src/chapter/load';
import { parseNotes } from '../../../server/src/notes/index';
import { createKnowledge, readNotes } from '../../../server/src/reading/index';
import type { Knowledge, Reading } from '../../../server/src/reading/model';

/** Loads a pack that must be sound, of the YAML of its files. */
export function chapterOf(files: Readonly<Record<string, string>>): Chapter {
  const { chapter, problems } = loadPack(
    Object.entries({ chapter: 'id: small\ntitle: A small chapter\nperiod: 1500/1600\n', ...files }).map(([name, text]) => ({
      file: `${name}.yaml`,
      text,
    })),
  );
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (!chapter || errors.length > 0) throw new Error(`unsound pack: ${errors.map(({ message }) => message).join('; ')}`);
  return chapter;
}

/** Two dynasties that never were. */
export const smallChapter = chapterOf({
  people: `
- id: aldwin
  name: Conrad Aldwin
  short: Aldwin
  gender: male
  born: 1501-03
  died: 1556-05-07
  offices:
    - { title: Lord Treasurer, of: privy-chamber, from: 1540, to: 1552, sole: true }
- id: merewen
  name: Judith Merewen
  short: Merewen
  gender: female
  relations:
    - { role: wife, of: aldwin, from: 1530-06 }
- id: tostig
  name: Osric Tostig
  short: Tostig
  gender: male
- id: hereward
  name: Giles Hereward
  short: Hereward
  gender: male
`,
  terms: `
- { id: privy-chamber, name: Privy Chamber, kind: body }
- { id: northern-council, name: Northern Council, kind: body }
- { id: great-petition, name: Great Petition, kind: document }
`,
  timeline: `
- { id: tostig-expelled, when: 1541-02, what: Tostig is expelled from the Privy Chamber }
- { id: hereward-expelled, when: 1547-09, what: Hereward is expelled from the Northern Council }
- { id: aldwin-treasurer, when: 1540, what: Aldwin becomes Lord Treasurer }
- { id: quarrel, when: 1543, what: Aldwin and Tostig clash, also: [Aldwin attacks Tostig] }
- { id: not-published, when: 1544, what: The Privy Chamber decides not to publish the Great Petition }
- { id: siege, when: 1550-06, what: Hereward captures Scarfell, name: siege of Scarfell, names: [fall of Scarfell] }
- { id: first-rising, when: 1535, what: The weavers rise for the first time, name: First Weavers' Rising }
- { id: second-rising, when: 1545, what: The weavers rise for the second time, name: Second Weavers' Rising }
- { id: aldwin-dies, when: 1556-05-07, what: Aldwin dies, name: Aldwin's death }
`,
});

export const smallKnowledge: Knowledge = createKnowledge([smallChapter]);

export function read(text: string, knowledge: Knowledge = smallKnowledge): Reading {
  return readNotes(parseNotes(text), knowledge);
}
