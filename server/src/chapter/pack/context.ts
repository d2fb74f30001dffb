/** What the readers of one pack share: the ids declared so far, and the references to be checked when all files are read. */
import { type Said, say } from '../../l10n/said';
import type { FactKind, PackPlace } from '../model';
import { didYouMean, nearest } from './near';
import type { YamlValue } from './yaml-reader';

const kindWords: Record<FactKind, Said> = { person: say('a person'), event: say('an event'), term: say('a term'), source: say('a source') };

export class Context {
  private readonly declared = new Map<string, { kind: FactKind; place: PackPlace }>();
  private readonly sections = new Map<string, PackPlace>();
  /** Names and epithets of people in lower case, each with the first person who has it. */
  private readonly names = new Map<string, { person: string; place: PackPlace }>();
  private readonly references: { readonly value: YamlValue; readonly id: string; readonly kinds: readonly FactKind[] }[] = [];
  private readonly sectionReferences: { readonly value: YamlValue; readonly id: string }[] = [];
  /** False, and reported, where another fact of the pack has the id. */
  declare(kind: FactKind, id: string, value: YamlValue): boolean {
    const first = this.declared.get(id);
    if (first) {
      value.error(
        say('The id “{id}” is already taken, in line {line} of {file}. This one is left out.', {
          id,
          line: first.place.line + 1,
          file: baseName(first.place.file),
        }),
        { related: [{ place: first.place, said: say('The “{name}” that counts', { name: id }) }] },
      );
      return false;
    }
    this.declared.set(id, { kind, place: value.place });
    return true;
  }

  /** A name or epithet of a person, reported where another has the same: in notes it could not be told who is meant. */
  personName(person: string, name: string, value: YamlValue): void {
    const key = name.toLowerCase();
    const first = this.names.get(key);
    if (!first) this.names.set(key, { person, place: value.place });
    else if (first.person !== person)
      value.warning(
        say('“{name}” is a name of “{person}” as well, so that in notes nobody can tell who is meant.', { name, person: first.person }),
        { related: [{ place: first.place, said: say('The “{name}” of “{person}”', { name, person: first.person }) }] },
      );
  }

  declareSection(id: string, value: YamlValue): boolean {
    const first = this.sections.get(id);
    if (first) {
      value.error(say('The section “{id}” is listed twice.', { id }), {
        related: [{ place: first, said: say('The “{name}” that counts', { name: id }) }],
      });
      return false;
    }
    this.sections.set(id, value.place);
    return true;
  }

  /** The id of another fact, to be checked by `checkReferences`. */
  reference(value: YamlValue | undefined, kinds: readonly FactKind[]): string | undefined {
    const id = value?.id();
    if (value && id !== undefined) this.references.push({ value, id, kinds });
    return id;
  }

  section(value: YamlValue | undefined): string | undefined {
    const id = value?.id();
    if (value && id !== undefined) this.sectionReferences.push({ value, id });
    return id;
  }

  /** Reports every reference to nothing, or to a fact of a kind that does not fit. */
  checkReferences(): void {
    for (const { value, id, kinds } of this.references) {
      const target = this.declared.get(id);
      const wanted = { list: kinds.map((kind) => kindWords[kind]), join: 'or' } as const;
      if (!target) {
        const fitting = [...this.declared].filter(([, each]) => kinds.includes(each.kind)).map(([each]) => each);
        value.error(
          didYouMean(say('The pack has no “{id}”; the id of {wanted} is needed here.', { id, wanted }), id, fitting),
          value.rewrite(nearest(id, fitting)),
        );
      } else if (!kinds.includes(target.kind)) {
        const kind = kindWords[target.kind];
        value.error(say('“{id}” is {kind}; the id of {wanted} is needed here.', { id, kind, wanted }), {
          related: [{ place: target.place, said: say('“{id}” is {kind}', { id, kind }) }],
        });
      }
    }
    const sections = [...this.sections.keys()];
    for (const { value, id } of this.sectionReferences)
      if (!this.sections.has(id))
        value.error(didYouMean(say('The chapter has no section “{id}”.', { id }), id, sections), value.rewrite(nearest(id, sections)));
  }
}

/** The last part of a path or URI. */
export function baseName(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}
