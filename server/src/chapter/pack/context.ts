/** What the readers of one pack share: the ids declared so far, and the references to be checked when all files are read. */
import type { FactKind, IdPlace } from '../model';
import { didYouMean } from './near';
import type { YamlValue } from './yaml-reader';

const kindWords: Record<FactKind, string> = { person: 'a person', event: 'an event', term: 'a term', source: 'a source' };

export class Context {
  private readonly declared = new Map<string, { kind: FactKind; line: number; file: string }>();
  private readonly sections = new Set<string>();
  /** Ids of facts, as they are read. */
  readonly ids: IdPlace[] = [];
  private readonly references: { readonly value: YamlValue; readonly id: string; readonly kinds: readonly FactKind[] }[] = [];
  private readonly sectionReferences: { readonly value: YamlValue; readonly id: string }[] = [];
  /** False, and reported, where another fact of the pack has the id. */
  declare(kind: FactKind, id: string, value: YamlValue): boolean {
    const first = this.declared.get(id);
    if (first) {
      value.error(`The id “${id}” is already taken, in line ${first.line + 1} of ${baseName(first.file)}. This one is left out.`);
      return false;
    }
    const { place } = value;
    this.declared.set(id, { kind, line: place.line, file: place.file });
    this.ids.push({ id, declares: true, place });
    return true;
  }

  declareSection(id: string, value: YamlValue): boolean {
    if (this.sections.has(id)) {
      value.error(`The section “${id}” is listed twice.`);
      return false;
    }
    this.sections.add(id);
    return true;
  }

  /** The id of another fact, to be checked by `checkReferences`. */
  reference(value: YamlValue | undefined, kinds: readonly FactKind[]): string | undefined {
    const id = value?.id();
    if (value && id !== undefined) {
      this.references.push({ value, id, kinds });
      this.ids.push({ id, declares: false, place: value.place });
    }
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
      const wanted = kinds.map((kind) => kindWords[kind]).join(' or ');
      if (!target) {
        const fitting = [...this.declared].filter(([, each]) => kinds.includes(each.kind)).map(([each]) => each);
        value.error(`The pack has no “${id}”; the id of ${wanted} is needed here.${didYouMean(id, fitting)}`);
      } else if (!kinds.includes(target.kind)) {
        value.error(`“${id}” is ${kindWords[target.kind]}; the id of ${wanted} is needed here.`);
      }
    }
    for (const { value, id } of this.sectionReferences)
      if (!this.sections.has(id)) value.error(`The chapter has no section “${id}”.${didYouMean(id, this.sections)}`);
  }
}

/** The last part of a path or URI. */
export function baseName(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}
