/** All chapters at hand: the shipped packs and the workspace's own, and the knowledge made of those that a document names. */
import type { Chapter, PackFile, PackPlace, PackProblem } from '../chapter/model';
import type { AvailableChapter } from '../features/document';
import { type Told, tell, write } from '../l10n/said';
import type { FactFrame } from '../reading/facts';
import { createKnowledge } from '../reading/index';
import type { Knowledge } from '../reading/model';
import type { FoundPacks } from './host';
import { type ReadPack, readPack } from './prepared-pack';

export type Origin = 'shipped' | 'workspace';

export interface LibraryPack extends ReadPack {
  readonly folder: string;
  readonly origin: Origin;
  readonly files: readonly PackFile[];
}

export interface LibraryChapter extends AvailableChapter {
  readonly chapter: Chapter;
  readonly origin: Origin;
  /** Of its pack, with the texts of the open editors. */
  readonly files: readonly PackFile[];
  /** Its lines as frames, where they have been read already. */
  readonly facts?: readonly FactFrame[];
}

/** Chapters that are not what they were, by id. */
export interface ChangedChapters {
  readonly all: ReadonlySet<string>;
  /** Those by which notes may now be read otherwise: not for a summary, or for lines that stand further down in a file. */
  readonly read: ReadonlySet<string>;
}

/** So many sets of chapters (with the own names that go with them) are kept ready. */
const MAX_KNOWLEDGE = 16;

/** Loads packs as found; what cannot be read is a problem beside the others. */
export function loadPacks(found: FoundPacks, origin: Origin): LibraryPack[] {
  return [
    ...found.packs.map((pack): LibraryPack => ({ folder: pack.folder, origin, files: pack.files, ...readPack(pack, pack.files) })),
    ...faultsAsPack(found.faults, origin),
  ];
}

/** What could not be read, as a pack of nothing but problems; none where all could. */
export function faultsAsPack(faults: FoundPacks['faults'], origin: Origin): LibraryPack[] {
  const problems = faults.map(({ file, said }): PackProblem => ({ severity: 'error', message: write(said), said, place: topOf(file) }));
  return problems.length > 0 ? [{ folder: '', origin, files: [], chapter: null, problems, broken: [] }] : [];
}

/** A fixed set of packs; a changed pack makes a new library. */
export class Library {
  /** By id; a workspace's pack stands in for a shipped one of the same id. */
  readonly chapters: ReadonlyMap<string, LibraryChapter>;
  /** Faults of all packs, those between packs included. */
  readonly problems: readonly PackProblem[];
  private readonly ready = new Map<string, Knowledge>();

  /** What `previous` keeps ready of chapters that have not changed is kept. */
  constructor(
    readonly packs: readonly LibraryPack[],
    previous?: Library,
  ) {
    const chapters = new Map<string, LibraryChapter>();
    const problems: PackProblem[] = packs.flatMap((pack) => pack.problems);
    // Shipped packs first, so that a workspace's can replace them.
    for (const { chapter, origin, files, facts } of [...packs].sort(
      (a, b) => Number(a.origin === 'workspace') - Number(b.origin === 'workspace'),
    )) {
      if (!chapter) continue;
      const known = chapters.get(chapter.id);
      if (known) problems.push({ severity: 'warning', ...clash(known, origin), place: chapter.place });
      if (known && known.origin === origin) continue;
      chapters.set(chapter.id, {
        id: chapter.id,
        title: chapter.title,
        ...(chapter.book ? { book: chapter.book.title } : {}),
        chapter,
        origin,
        files,
        ...(facts ? { facts } : {}),
      });
    }
    this.chapters = chapters;
    this.problems = problems;
    for (const [key, knowledge] of previous?.ready ?? []) {
      const [ids] = JSON.parse(key) as [string[], string[]];
      if (ids.every((id) => previous?.chapters.get(id)?.chapter === chapters.get(id)?.chapter)) this.ready.set(key, knowledge);
    }
  }

  /** What is not the same in the other library. */
  changedSince(other: Library): ChangedChapters {
    const ids = [...new Set([...this.chapters.keys(), ...other.chapters.keys()])];
    const chapters = (id: string) => [this.chapters.get(id)?.chapter, other.chapters.get(id)?.chapter] as const;
    const all = ids.filter((id) => chapters(id)[0] !== chapters(id)[1]);
    const read = all.filter((id) => {
      const [a, b] = chapters(id);
      return !a || !b || asRead(a) !== asRead(b);
    });
    return { all: new Set(all), read: new Set(read) };
  }

  /** What the chapters with these ids know together; ids that no pack has are left out. */
  knowledge(ids: readonly string[], ownNames: readonly string[]): Knowledge {
    const key = JSON.stringify([ids, ownNames]);
    const known = this.ready.get(key);
    // The oldest entry goes first: one that is used again becomes the newest.
    if (known) this.ready.delete(key);
    const knowledge = known ?? this.makeReady([...new Set(ids)], ownNames);
    this.ready.set(key, knowledge);
    if (this.ready.size > MAX_KNOWLEDGE) this.ready.delete(this.ready.keys().next().value!);
    return knowledge;
  }

  private makeReady(ids: readonly string[], ownNames: readonly string[]): Knowledge {
    const found = ids.flatMap((id) => this.chapters.get(id) ?? []);
    // Beside another chapter the names in its lines may mean something else.
    const facts = found.length === 1 ? found[0]!.facts : undefined;
    return createKnowledge(
      found.map(({ chapter }) => chapter),
      { ownNames, ...(facts ? { facts } : {}) },
    );
  }
}

function clash(known: LibraryChapter, origin: Origin): Told {
  return known.origin === origin
    ? tell('Another pack already has the id “{id}” ({file}); this one is left out.', { id: known.id, file: known.chapter.place.file })
    : tell('This pack takes the place of the chapter “{title}” that comes with History Notes, because it has the same id.', {
        title: known.title,
      });
}

function topOf(file: string): PackPlace {
  return { file, line: 0, character: 0, endLine: 0, endCharacter: 0 };
}

/** All of a chapter that decides what notes mention, as text: what facts only tell about themselves, and where they stand, is left out. */
function asRead({ people, events, terms, sources, calendars, period }: Chapter): string {
  const aside = new Set(['place', 'summary', 'section', 'page', 'note', 'url']);
  return JSON.stringify([people, events, terms, sources, calendars, period], (key, value) => (aside.has(key) ? undefined : value));
}
