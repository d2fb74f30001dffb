/** From a document's text to its reading and findings: the one way that editor and command line share. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ReadDocument } from '../features/document';
import { parseNotes } from '../notes/index';
import type { Notes } from '../notes/model';
import { shapeOf } from '../notes/shape';
import { emptyReading, readNotes } from '../reading/index';
import type { Reading } from '../reading/model';
import { check, type Finding } from '../rules/index';
import type { Library } from './library';
import type { Settings } from './settings';

/** Longer documents are not checked, in UTF-16 code units. */
export const MAX_CHARACTERS = 5_000_000;

export interface Options extends Pick<Settings, 'rules' | 'ownNames'>, Partial<Pick<Settings, 'dayMonthOrder'>> {
  /** Chapters for notes that name none. */
  readonly defaultChapters: readonly string[];
  /** Whether a link of this name leads to other notes; without it there are none. */
  readonly knownNotes?: (name: string) => boolean;
  /** How long a document may take, in milliseconds, half of it to be read and half to be judged; then what there is counts. Undefined for as long as it takes. */
  readonly timeLimit?: number;
  /** How long it is read at a time, in milliseconds; undefined for as long as it may take. */
  readonly round?: number;
  /** Told of a rule or stage that threw: its findings are lost, nothing else. `shape` tells at what kind of text it did, without the text. */
  readonly onError: (what: string, error: unknown, shape?: string) => void;
}

/** What has been found in a document so far. */
export interface Found {
  readonly findings: readonly Finding[];
  /** Nothing more will be found. */
  readonly isAll: boolean;
}

/** A document as read once, at one version, against one library; findings are worked out when first asked for. */
export class CheckedDocument implements ReadDocument {
  readonly reading: Reading;
  /** Ids that the notes are checked against, whether there is such a chapter or not. */
  readonly chapterIds: readonly string[];
  /** The reading broke off because its round was over: a document with this one as its `before` goes on from there. */
  readonly goesOn: boolean;
  /** Until this one is judged. */
  private readingBefore: Reading | undefined;
  private known: readonly Finding[] | undefined;
  private overAt: number | undefined;
  /** Milliseconds for which this text has been read, in earlier rounds too, and judged. */
  private readonly readFor: number;
  private judgedFor = 0;

  constructor(
    readonly document: TextDocument,
    private readonly library: Library,
    private readonly options: Options,
    notes: Notes = parseNotes(document.getText()),
    /** The document at an earlier version, or as far as it has been read, of which what is still the same is taken. */
    before?: CheckedDocument,
  ) {
    const named = notes.frontMatter?.chapters.map(({ id }) => id) ?? [];
    this.chapterIds = named.length > 0 ? named : options.defaultChapters;
    const knowledge = library.knowledge(this.chapterIds, options.ownNames);
    const { dayMonthOrder } = options;
    const order = dayMonthOrder && dayMonthOrder !== 'auto' ? { dayMonthOrder } : {};
    const readBefore = before?.goesOn && before.reading.notes === notes ? before.readFor : 0;
    const time = stopwatch(Math.min(options.round ?? Number.POSITIVE_INFINITY, this.limit - readBefore));
    const read = () => readNotes(notes, knowledge, { ...order, isOver: time.isOver }, before?.reading);
    this.readingBefore = before?.reading;
    this.reading = guarded('reading', options.onError, null, read) ?? emptyReading(notes, knowledge);
    this.readFor = readBefore + time.passed();
    this.goesOn = this.reading.brokenOffAt !== undefined && this.readFor < this.limit;
  }

  get findings(): readonly Finding[] {
    return this.known ?? this.judge().findings;
  }

  /** Judges for so many milliseconds at the most. */
  judge(round = Number.POSITIVE_INFINITY): Found {
    if (this.known) return { findings: this.known, isAll: true };
    const time = stopwatch(Math.min(round, this.limit - this.judgedFor));
    let overAt: number | undefined;
    const findings = guarded('check', this.options.onError, [], () =>
      this.check(time.isOver, (offset) => {
        overAt = offset;
      }),
    );
    this.judgedFor += time.passed();
    const isAll = !this.goesOn && (overAt === undefined || this.judgedFor >= this.limit);
    if (isAll) {
      this.known = findings;
      this.readingBefore = undefined;
      this.overAt = overAt;
    }
    return { findings, isAll };
  }

  /** Where the checking broke off because it took too long; undefined where everything was checked. */
  get brokenOffAt(): number | undefined {
    return this.findings && (this.overAt ?? this.reading.brokenOffAt);
  }

  /** Milliseconds for each half of the work. */
  private get limit(): number {
    return (this.options.timeLimit ?? Number.POSITIVE_INFINITY) / 2;
  }

  private check(isOver: () => boolean, onOver: (offset: number) => void): readonly Finding[] {
    const { length } = this.document.getText();
    const { rules, onError } = this.options;
    return check(this.reading, {
      severities: rules,
      ...(this.readingBefore ? { before: this.readingBefore } : {}),
      ...(this.options.knownNotes ? { knownNotes: this.options.knownNotes } : {}),
      availableChapters: [...this.library.chapters.keys()],
      onRuleError: (code, error, block) => onError(`rule ${code}`, error, block && shapeOf(block)),
      goesOn: this.goesOn,
      isOver,
      onOver: (offset) => onOver(Math.min(offset, this.reading.brokenOffAt ?? offset)),
    }).filter(({ start, end }) => start >= 0 && start <= end && end <= length);
  }
}

/** Tells, from now on, whether so many milliseconds are over. */
function stopwatch(limit: number): { readonly isOver: () => boolean; readonly passed: () => number } {
  const began = performance.now();
  const passed = () => performance.now() - began;
  return { isOver: () => passed() > limit, passed };
}

/** What `work` gives, or the fallback where it throws. */
export function guarded<T>(what: string, onError: Options['onError'], fallback: T, work: () => T): T {
  try {
    return work();
  } catch (error) {
    onError(what, error);
    return fallback;
  }
}
