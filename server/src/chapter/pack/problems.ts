/** Collects what is wrong with a pack, in the order in which a reader of the files meets it. */
import { type Said, tell, write } from '../../l10n/said';
import type { PackPlace, PackProblem } from '../model';

/** What a problem may say beside its message. */
export type Extras = Pick<PackProblem, 'related' | 'fixes'>;

/** A file with more faults of one severity than this is not being corrected one by one; the rest would only be noise. */
const perFile = 200;

export class Problems {
  private readonly list: PackProblem[] = [];
  private readonly counts = new Map<string, number>();
  /** Files whose YAML itself is broken. */
  readonly broken = new Set<string>();

  error(place: PackPlace, said: Said, extras: Extras = {}): void {
    this.add('error', place, said, extras);
  }

  warning(place: PackPlace, said: Said, extras: Extras = {}): void {
    this.add('warning', place, said, extras);
  }

  /** Everything reported, by file (in the order of `files`) and then by place. */
  sorted(files: readonly string[]): PackProblem[] {
    const order = new Map(files.map((file, index) => [file, index]));
    return [...this.list].sort(
      (a, b) =>
        (order.get(a.place.file) ?? 0) - (order.get(b.place.file) ?? 0) ||
        a.place.line - b.place.line ||
        a.place.character - b.place.character,
    );
  }

  private add(severity: PackProblem['severity'], place: PackPlace, said: Said, extras: Extras): void {
    // Many warnings must not hide an error.
    const key = `${severity} ${place.file}`;
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    if (count <= perFile) this.list.push({ severity, place, said, message: write(said), ...extras });
    else if (count === perFile + 1)
      this.list.push({ severity, place, ...tell('There are more problems in this file; correct those above first.') });
  }
}
