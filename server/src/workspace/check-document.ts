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
  /** Told of a rule or stage that threw: its findings are lost, nothing else. `shape` tells at what kind of text it did, without the text. */
  readonly onError: (what: string, error: unknown, shape?: string) => void;
}

/** A document as read once, at one version, against one library; findings are worked out when first asked for. */
export class CheckedDocument implements ReadDocument {
  readonly reading: Reading;
  /** Ids that the notes are checked against, whether there is such a chapter or not. */
  readonly chapterIds: readonly string[];
  private known: readonly Finding[] | undefined;
  private overAt: number | undefined;

  constructor(
    readonly document: TextDocument,
    private readonly library: Library,
    private readonly options: Options,
    notes: Notes = parseNotes(document.getText()),
    /** The document at an earlier version, of which what is still the same is taken. */
    before?: CheckedDocument,
  ) {
    const named = notes.frontMatter?.chapters.map(({ id }) => id) ?? [];
    this.chapterIds = named.length > 0 ? named : options.defaultChapters;
    const knowledge = library.knowledge(this.chapterIds, options.ownNames);
    const { dayMonthOrder } = options;
    const order = dayMonthOrder && dayMonthOrder !== 'auto' ? { dayMonthOrder } : {};
    const read = () => readNotes(notes, knowledge, { ...order, isOver: this.clock() }, before?.reading);
    this.reading = guarded('reading', options.onError, null, read) ?? emptyReading(notes, knowledge);
  }

  get findings(): readonly Finding[] {
    this.known ??= guarded('check', this.options.onError, [], () => this.check());
    return this.known;
  }

  /** Where the checking broke off because it took too long; undefined where everything was checked. */
  get brokenOffAt(): number | undefined {
    return this.findings && (this.overAt ?? this.reading.brokenOffAt);
  }

  private check(): readonly Finding[] {
    const { length } = this.document.getText();
    const { rules, onError } = this.options;
    return check(this.reading, {
      severities: rules,
      ...(this.options.knownNotes ? { knownNotes: this.options.knownNotes } : {}),
      availableChapters: [...this.library.chapters.keys()],
      onRuleError: (code, error, block) => onError(`rule ${code}`, error, block && shapeOf(block)),
      isOver: this.clock(),
      onOver: (offset) => {
        this.overAt = Math.min(offset, this.reading.brokenOffAt ?? offset);
      },
    }).filter(({ start, end }) => start >= 0 && start <= end && end <= length);
  }

  /** Tells, from now on, whether the time for a half of the work is over. */
  private clock(): () => boolean {
    const { timeLimit } = this.options;
    if (timeLimit === undefined) return () => false;
    const end = performance.now() + timeLimit / 2;
    return () => performance.now() > end;
  }
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
