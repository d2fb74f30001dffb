/** Document symbols: headings with what stands under them, timeline lines, questions. */
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import { headings, plainLine } from '../notes/headings';
import type { TextRange } from '../notes/model';
import type { Reading } from '../reading/model';
import { formatDate } from '../time/index';
import { type ReadDocument, rangeOf } from './document';
import { sectionEnd, trimmedEnd } from './sections';
import { timelineLines } from './timeline-lines';

/** `tree`: the client shows symbols within symbols. */
export function documentSymbols(read: ReadDocument, tree: boolean): DocumentSymbol[] | SymbolInformation[] {
  const nested = nest(read, [
    ...frontMatterQuestion(read.reading),
    ...headingEntries(read.reading),
    ...lineEntries(read.reading),
    ...questions(read.reading),
  ]);
  return forClient(nested, read.document.uri, tree);
}

/** Symbols as the client shows them: within one another, or one after the other. */
export function forClient(symbols: readonly DocumentSymbol[], uri: string, tree: boolean): DocumentSymbol[] | SymbolInformation[] {
  return tree ? [...symbols] : [...flat(symbols, uri)];
}

interface Entry {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  readonly whole: TextRange;
  readonly selected: TextRange;
  /** The heading block that it stands under, -1 for none, and its own where it is a heading. */
  readonly under: number;
  readonly heading?: number;
}

/** Longer names are cut: an outline has one line for each. */
const LONGEST = 120;

const cut = (name: string) => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name);

function headingEntries({ notes }: Reading): Entry[] {
  return headings(notes).map(({ text, level, start, end, block }) => ({
    // A symbol must have a name.
    name: text || '#'.repeat(level),
    kind: SymbolKind.String,
    whole: { start, end: sectionEnd(notes, block) },
    selected: { start, end: trimmedEnd(notes.text, start, end) },
    under: notes.blocks[block]!.heading,
    heading: block,
  }));
}

/** A line is named by its words; where they leave out the year, the whole date stands beside them. */
function lineEntries(reading: Reading): Entry[] {
  const { text } = reading.notes;
  return timelineLines(reading).map(({ block, head, value }) => ({
    name: plainLine(text, block) || text.slice(head.start, head.end),
    ...(value && !text.slice(head.start, head.end).includes(value.edtf.slice(0, 4)) ? { detail: formatDate(value) } : {}),
    kind: SymbolKind.Event,
    whole: { start: block.start, end: trimmedEnd(text, block.start, block.end) },
    selected: head,
    under: block.heading,
  }));
}

/** A paragraph or an item that is one question and nothing else. Questions in the midst of an argument are rhetoric. */
function questions({ notes, sentences }: Reading): Entry[] {
  const counts = new Map<number, number>();
  for (const { block } of sentences) counts.set(block, (counts.get(block) ?? 0) + 1);
  return notes.blocks.flatMap((block, index): Entry[] => {
    if ((block.kind !== 'paragraph' && block.kind !== 'list-item') || block.quoted || block.timelineHead) return [];
    const name = plainLine(notes.text, block);
    if (counts.get(index) !== 1 || !name.endsWith('?')) return [];
    const whole = { start: block.start, end: trimmedEnd(notes.text, block.start, block.end) };
    return [{ name, kind: SymbolKind.Key, whole, selected: whole, under: block.heading }];
  });
}

/** The question that the essay answers. */
function frontMatterQuestion({ notes: { frontMatter, text } }: Reading): Entry[] {
  const key = frontMatter?.keys.find(({ name }) => name === 'question');
  if (!key || !frontMatter?.question) return [];
  const line = /[\r\n]/.exec(text.slice(key.end));
  const whole = { start: key.start, end: key.end + (line?.index ?? 0) };
  return [{ name: frontMatter.question.replace(/\s+/g, ' '), kind: SymbolKind.Key, whole, selected: whole, under: -1 }];
}

function nest({ document }: ReadDocument, entries: readonly Entry[]): DocumentSymbol[] {
  const top: DocumentSymbol[] = [];
  const byHeading = new Map<number, DocumentSymbol>();
  for (const { name, detail, kind, whole, selected, under, heading } of entries.toSorted((a, b) => a.whole.start - b.whole.start)) {
    const symbol: DocumentSymbol = {
      name: cut(name),
      ...(detail ? { detail } : {}),
      kind,
      range: rangeOf(document, whole),
      selectionRange: rangeOf(document, selected),
    };
    if (heading !== undefined) byHeading.set(heading, symbol);
    const parent = byHeading.get(under);
    if (!parent) top.push(symbol);
    else parent.children = [...(parent.children ?? []), symbol];
  }
  return top;
}

function* flat(symbols: readonly DocumentSymbol[], uri: string, container?: string): Generator<SymbolInformation> {
  for (const { name, kind, range, children } of symbols) {
    yield { name, kind, location: { uri, range }, ...(container === undefined ? {} : { containerName: container }) };
    if (children) yield* flat(children, uri, name);
  }
}
