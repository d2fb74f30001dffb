/** Where a pack's files declare ids and where they use them. */
import type { FactKind } from '../../chapter/index';
import type { TextRange } from '../../notes/model';
import { type PackFileName, packFileName } from './files';
import { entriesOf, type Leaf, leafAt, leavesOf, type Path } from './tree';

/** What an id is the id of. Facts share one set of ids in a pack; sections, debates and questions have each their own, and so has the chapter. */
export type IdKind = FactKind | 'section' | 'debate' | 'question' | 'chapter';

export interface IdRole {
  readonly kind: IdKind;
  /** Whether the id is given here, and not only used. */
  readonly declares: boolean;
}

export interface IdUse extends IdRole, TextRange {
  readonly id: string;
  /** The file's URI. */
  readonly file: string;
}

const entryKinds: Record<Exclude<PackFileName, 'chapter'>, FactKind> = {
  people: 'person',
  timeline: 'event',
  terms: 'term',
  sources: 'source',
};

/** Roles by the path of keys, indices left out. */
const roles: Record<PackFileName, Readonly<Record<string, IdRole>>> = {
  chapter: {
    id: { kind: 'chapter', declares: true },
    'sections.id': { kind: 'section', declares: true },
    'questions.id': { kind: 'question', declares: true },
    'questions.section': { kind: 'section', declares: false },
    'debates.id': { kind: 'debate', declares: true },
    'debates.positions.source': { kind: 'source', declares: false },
  },
  people: { 'offices.of': { kind: 'term', declares: false }, 'relations.of': { kind: 'person', declares: false } },
  timeline: { during: { kind: 'event', declares: false } },
  terms: { members: { kind: 'person', declares: false }, 'members.person': { kind: 'person', declares: false } },
  sources: {},
};

/** What an id at this place would be; undefined where no id belongs. */
export function idRole(name: PackFileName, path: Path): IdRole | undefined {
  const keys = path.filter((each) => typeof each === 'string').join('.');
  if (name !== 'chapter') {
    if (keys === 'id') return { kind: entryKinds[name], declares: true };
    if (keys === 'section') return { kind: 'section', declares: false };
  }
  return Object.hasOwn(roles[name], keys) ? roles[name][keys] : undefined;
}

export function idAt(name: PackFileName, file: string, text: string, offset: number): IdUse | undefined {
  const leaf = leafAt(name, text, offset);
  return leaf && idOf(name, file, leaf);
}

function idOf(name: PackFileName, file: string, leaf: Leaf): IdUse | undefined {
  const role = leaf.isKey || leaf.text === '' ? undefined : idRole(name, leaf.path);
  return role && { ...role, id: leaf.text, file, start: leaf.start, end: leaf.end };
}

interface TextFile {
  readonly file: string;
  readonly text: string;
}

const known = new WeakMap<TextFile, readonly IdUse[]>();

/** Every id of a file, in order. Remembered as long as the file's object lives. */
export function idsOf(file: TextFile): readonly IdUse[] {
  const before = known.get(file);
  if (before) return before;
  const name = packFileName(file.file);
  const ids = name
    ? entriesOf(name, file.text).flatMap((entry) => leavesOf(entry).flatMap((leaf) => idOf(name, file.file, leaf) ?? []))
    : [];
  known.set(file, ids);
  return ids;
}

/** Whether two ids are of one set, so that the same word means the same thing. */
export function sameSpace(a: IdKind, b: IdKind): boolean {
  return spaceOf(a) === spaceOf(b);
}

function spaceOf(kind: IdKind): string {
  return kind === 'section' || kind === 'debate' || kind === 'question' || kind === 'chapter' ? kind : 'fact';
}

/** All places of the pack's files that give or use the id. */
export function usesOf({ id, kind }: Pick<IdUse, 'id' | 'kind'>, files: readonly TextFile[]): IdUse[] {
  return files.flatMap((file) => idsOf(file).filter((use) => use.id === id && sameSpace(use.kind, kind)));
}

/** The place that gives the id; of several the first, which is the one that counts. */
export function declarationOf(id: Pick<IdUse, 'id' | 'kind'>, files: readonly TextFile[]): IdUse | undefined {
  return usesOf(id, files).find(({ declares }) => declares);
}
