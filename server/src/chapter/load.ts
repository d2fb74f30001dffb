/** Makes a chapter of a pack's files. Pure: the caller reads the files. */
import { say } from '../l10n/said';
import type { AnyFact, Chapter, ChapterEvent, LoadedPack, PackFile, Person, Source, Term } from './model';
import { type ChapterHead, readChapterFile } from './pack/chapter-file';
import { baseName, Context } from './pack/context';
import { didYouMean } from './pack/near';
import { readPeople } from './pack/people';
import { checkPlausible } from './pack/plausible';
import { Problems } from './pack/problems';
import { readSources } from './pack/sources';
import { readTermsFile } from './pack/terms';
import { readTimeline } from './pack/timeline';
import { readYaml, type YamlValue } from './pack/yaml-reader';

/** The files of a pack, by their names without the ending. */
export const packFileNames = ['chapter', 'people', 'timeline', 'terms', 'sources'] as const;
type PackFileName = (typeof packFileNames)[number];

/**
 * Reads a pack. Never throws; every fault is a problem at its exact place, and everything sound is loaded.
 *
 * @param files the pack's YAML files in any order; facts files may be absent.
 * @returns the chapter, or null where chapter.yaml is missing or has no sound id; problems by file and place.
 */
export function loadPack(files: readonly PackFile[]): LoadedPack {
  const problems = new Problems();
  const context = new Context();
  const values = new Map<PackFileName, YamlValue[]>();
  for (const file of files) {
    const kind = kindOf(file, problems);
    if (kind === undefined) continue;
    const value = readYaml(file, problems);
    if (value && (!value.empty || kind === 'chapter')) values.set(kind, [...(values.get(kind) ?? []), value]);
  }
  const read = <T>(kind: PackFileName, reader: (value: YamlValue, context: Context) => readonly T[]): T[] =>
    (values.get(kind) ?? []).flatMap((value) => reader(value, context));

  const [head] = read('chapter', readChapterFile);
  const people = read('people', readPeople);
  const events = read('timeline', readTimeline);
  const terms = read('terms', readTermsFile);
  const sources = read('sources', readSources);
  context.checkReferences();
  checkPlausible(people, events, terms, problems);
  if (!values.has('chapter')) reportMissingChapter(files, problems);

  return {
    chapter: head ? withSoundReferences(head, people, events, terms, sources) : null,
    problems: problems.sorted(files.map((file) => file.file)),
    broken: [...problems.broken],
  };
}

function kindOf(file: PackFile, problems: Problems): PackFileName | undefined {
  const name = baseName(file.file);
  const stem = name.replace(/\.ya?ml$/i, '');
  const kind = stem === name ? undefined : packFileNames.find((each) => each === stem.toLowerCase());
  if (kind === undefined && stem !== name)
    problems.warning(start(file), didYouMean(say('A pack has no file “{name}”; it is left out.', { name }), stem, packFileNames));
  return kind;
}

function reportMissingChapter(files: readonly PackFile[], problems: Problems): void {
  const first = files[0];
  if (first && !files.some((file) => /^chapter\.ya?ml$/i.test(baseName(file.file))))
    problems.error(start(first), say('This pack has no chapter.yaml, the file with the chapter’s “id” and “title”.'));
}

function start(file: PackFile): { file: string; line: number; character: number; endLine: number; endCharacter: number } {
  return { file: file.file, line: 0, character: 0, endLine: 0, endCharacter: 0 };
}

/** The chapter without the references that lead nowhere (each has been reported), so that all others can be followed blindly. */
function withSoundReferences(head: ChapterHead, people: Person[], events: ChapterEvent[], terms: Term[], sources: Source[]): Chapter {
  const byId = new Map<string, AnyFact>([...people, ...events, ...terms, ...sources].map((fact) => [fact.id, fact]));
  const is = (id: string | undefined, kind: AnyFact['kind']) => id !== undefined && byId.get(id)?.kind === kind;
  const sections = new Set(head.sections.map((section) => section.id));
  const located = <T extends AnyFact>(fact: T): T =>
    fact.section === undefined || sections.has(fact.section) ? fact : without(fact, 'section');

  const sound = {
    people: people.map((person) => ({
      ...located(person),
      offices: person.offices.map((office) => (office.of === undefined || is(office.of, 'term') ? office : without(office, 'of'))),
      relations: person.relations.filter((relation) => is(relation.of, 'person')),
    })),
    events: events
      .map(located)
      .map((event) => (event.during === undefined || is(event.during, 'event') ? event : without(event, 'during'))),
    terms: terms.map((term) => ({ ...located(term), members: term.members.filter((member) => is(member.person, 'person')) })),
    sources: sources.map(located),
  };
  for (const fact of [...sound.people, ...sound.events, ...sound.terms, ...sound.sources]) byId.set(fact.id, fact);
  return {
    ...head,
    keyQuestions: head.keyQuestions.map((each) =>
      each.section === undefined || sections.has(each.section) ? each : without(each, 'section'),
    ),
    debates: head.debates.map((debate) => ({
      ...debate,
      positions: debate.positions.map((each) => (each.source === undefined || is(each.source, 'source') ? each : without(each, 'source'))),
    })),
    ...sound,
    byId,
  };
}

function without<T extends object, K extends keyof T>(value: T, key: K): T {
  const { [key]: _, ...rest } = value;
  return rest as T;
}
