/** From a document's text to its reading and findings: the one way that editor and command line share. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ReadDocument } from '../features/document';
import { parseNotes } from '../notes/index';
import type { Notes } from '../notes/model';
import { emptyReading, readNotes } from '../reading/index';
import type { Reading } from '../reading/model';
import { check, type Finding, type RuleCode } from '../rules/index';
import type { Library } from './library';
import type { Settings } from './settings';

/** Longer documents are not checked, in UTF-16 code units. */
export const MAX_CHARACTERS = 5_000_000;

export interface Options extends Pick<Settings, 'rules' | 'ownNames'>, Partial<Pick<Settings, 'dayMonthOrder'>> {
  /** Chapters for notes that name none. */
  readonly defaultChapters: readonly string[];
  /** Told of a rule or stage that threw: its findings are lost, nothing else. */
  readonly onError: (what: string, error: unknown) => void;
}

/** A document as read once, at one version, against one library; findings are worked out when first asked for. */
export class CheckedDocument implements ReadDocument {
  readonly reading: Reading;
  /** Ids that the notes are checked against, whether there is such a chapter or not. */
  readonly chapterIds: readonly string[];
  private known: readonly Finding[] | undefined;

  constructor(
    readonly document: TextDocument,
    private readonly library: Library,
    private readonly options: Options,
    notes: Notes = parseNotes(document.getText()),
  ) {
    const named = notes.frontMatter?.chapters.map(({ id }) => id) ?? [];
    this.chapterIds = named.length > 0 ? named : options.defaultChapters;
    const knowledge = library.knowledge(this.chapterIds, options.ownNames);
    this.reading = guarded('reading', options.onError, emptyReading(notes, knowledge), () =>
      readNotes(
        notes,
        knowledge,
        options.dayMonthOrder && options.dayMonthOrder !== 'auto' ? { dayMonthOrder: options.dayMonthOrder } : {},
      ),
    );
  }

  get findings(): readonly Finding[] {
    this.known ??= guarded('check', this.options.onError, [], () => this.check());
    return this.known;
  }

  private check(): readonly Finding[] {
    const length = this.document.getText().length;
    return check(this.reading, {
      severities: this.options.rules,
      availableChapters: [...this.library.chapters.keys()],
      onRuleError: (code: RuleCode, error: unknown) => this.options.onError(`rule ${code}`, error),
    }).filter(({ start, end }) => start >= 0 && start <= end && end <= length);
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
