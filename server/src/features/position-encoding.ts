/** Documents whose positions count what client and server have agreed on: the one border between positions and UTF-16 offsets. */
import type { Position, Range } from 'vscode-languageserver';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { PositionEncoding } from '../chapter/model';
import { countUnits, unitsAt } from '../chapter/pack/lines';

/** Every so many UTF-16 units it is remembered how many units of the encoding stand before. */
const STEP = 512;

/** A document whose positions count in an encoding. */
export function createDocument(
  uri: string,
  languageId: string,
  version: number,
  text: string,
  encoding: PositionEncoding = 'utf-16',
): TextDocument {
  const document = TextDocument.create(uri, languageId, version, text);
  return encoding === 'utf-16' ? document : new EncodedDocument(document, encoding);
}

/** Applies a client's changes, in place. */
export function updateDocument(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[], version: number): TextDocument {
  return document instanceof EncodedDocument ? document.update(changes, version) : TextDocument.update(document, [...changes], version);
}

/** What the document's positions count. */
export const encodingOf = (document: TextDocument): PositionEncoding =>
  document instanceof EncodedDocument ? document.encoding : 'utf-16';

/** The document as it stands, untouched by later changes. */
export function snapshotOf(document: TextDocument): TextDocument {
  const { uri, languageId, version } = document;
  return createDocument(uri, languageId, version, document.getText(), encodingOf(document));
}

class EncodedDocument implements TextDocument {
  /** At index `i` the units before the UTF-16 offset `i * STEP`; made when first needed. */
  private sums: number[] | undefined;

  constructor(
    private document: TextDocument,
    readonly encoding: Exclude<PositionEncoding, 'utf-16'>,
  ) {}

  get uri(): string {
    return this.document.uri;
  }

  get languageId(): string {
    return this.document.languageId;
  }

  get version(): number {
    return this.document.version;
  }

  get lineCount(): number {
    return this.document.lineCount;
  }

  getText(range?: Range): string {
    const text = this.document.getText();
    return range ? text.slice(this.offsetAt(range.start), this.offsetAt(range.end)) : text;
  }

  getLineRange(line: number): Range {
    const { start, end } = this.document.getLineRange(line);
    return { start, end: this.positionAt(this.document.offsetAt(end)) };
  }

  getEOLCharacters(line: number): string {
    return this.document.getEOLCharacters(line);
  }

  positionAt(offset: number): Position {
    const { line, character } = this.document.positionAt(offset);
    const start = this.document.offsetAt({ line, character: 0 });
    return { line, character: this.unitsBefore(start + character) - this.unitsBefore(start) };
  }

  /** A position within a character counts as the character's start. */
  offsetAt({ line, character }: Position): number {
    const start = this.document.offsetAt({ line, character: 0 });
    if (character <= 0 || line >= this.lineCount) return start;
    const end = this.document.offsetAt(this.document.getLineRange(line).end);
    return Math.min(end, this.offsetOf(this.unitsBefore(start) + character));
  }

  update(changes: readonly TextDocumentContentChangeEvent[], version: number): TextDocument {
    for (const change of changes) {
      // Each change stands on the text that those before it have left.
      const utf16 = 'range' in change ? { text: change.text, range: this.utf16Range(change.range) } : change;
      this.document = TextDocument.update(this.document, [utf16], version);
      this.sums = undefined;
    }
    if (changes.length === 0) this.document = TextDocument.update(this.document, [], version);
    return this;
  }

  private utf16Range({ start, end }: Range): Range {
    return { start: this.document.positionAt(this.offsetAt(start)), end: this.document.positionAt(this.offsetAt(end)) };
  }

  private unitsBefore(offset: number): number {
    const text = this.document.getText();
    const index = Math.min(Math.floor(offset / STEP), this.table(text).length - 1);
    return this.table(text)[index]! + countUnits(text, index * STEP, offset, this.encoding);
  }

  /** The start of the character that the unit of this number belongs to. */
  private offsetOf(units: number): number {
    const text = this.document.getText();
    const sums = this.table(text);
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (sums[middle]! <= units) low = middle;
      else high = middle - 1;
    }
    let offset = low * STEP;
    let left = units - sums[low]!;
    while (offset < text.length) {
      const next = unitsAt(text, offset, this.encoding);
      if (next > left || (left === 0 && next > 0)) break;
      left -= next;
      offset++;
    }
    return offset;
  }

  private table(text: string): readonly number[] {
    if (!this.sums) {
      this.sums = [0];
      for (let at = STEP; at <= text.length; at += STEP) this.sums.push(this.sums.at(-1)! + countUnits(text, at - STEP, at, this.encoding));
    }
    return this.sums;
  }
}
