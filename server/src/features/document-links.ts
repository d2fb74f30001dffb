/** Document links: `[[…]]` and citations to the source's page, the pack's line or notes of that name, Markdown's own links to pages and to files beside the notes. */
import type { DocumentLink } from 'vscode-languageserver-types';
import type { AnyFact, PackPlace } from '../chapter/model';
import { headingNamed } from '../notes/headings';
import { markupParts } from '../notes/markup-parts';
import type { Notes, TextRange } from '../notes/model';
import { isOpenable } from './definition';
import { type ReadDocument, rangeOf } from './document';
import { factOfMark, sourceOf } from './fact-at';
import type { NoteNames } from './note-names';
import { sourceWithoutCode } from './raw-markup';

/** Comes back with a request to resolve: the place of a heading in other notes is only looked for when somebody follows the link. */
export interface LinkData {
  /** Of the document that has the link. */
  readonly uri: string;
  /** The name of other notes: "Causes of the war", "essays/causes". */
  readonly notes: string;
}

/** `names` are the notes that there are: what names none of them, and no heading here, is no link. */
export function documentLinks({ document, reading }: ReadDocument, tooltips: boolean, names?: NoteNames): DocumentLink[] {
  const { notes, knowledge } = reading;
  const links: DocumentLink[] = [];
  const toFact = (range: TextRange, fact: AnyFact) => {
    const page = fact.kind === 'source' ? fact.url : undefined;
    const target = page ?? (isOpenable(fact.place) ? placeTarget(fact.place) : null);
    if (target === null) return;
    links.push({ range: rangeOf(document, range), target, ...(tooltips ? { tooltip: fact.name } : {}) });
  };
  for (const block of notes.blocks) {
    for (const mark of block.marks) {
      if (mark.kind === 'citation') {
        const source = sourceOf(mark.key, knowledge);
        if (source) toFact(mark.keyRange, source);
      } else if (mark.kind === 'link') {
        const fact = factOfMark(mark, knowledge);
        if (fact) toFact(mark.nameRange, fact);
      }
    }
  }
  for (const link of nameLinks({ document, reading })) {
    if (!names?.find(document.uri, link.notes) && !headingNamed(notes, link.notes)) continue;
    const data: LinkData = { uri: document.uri, notes: link.notes };
    links.push({ range: rangeOf(document, link), data });
  }
  for (const link of [...addressLinks({ document, reading }), ...referenceLinks({ document, reading })])
    links.push({ range: rangeOf(document, link), target: link.target });
  return links;
}

type Linking = Pick<ReadDocument, 'document' | 'reading'>;

/** `[[…]]` that name no fact, and so may name other notes. */
export function nameLinks({ reading: { notes, knowledge } }: Linking): (TextRange & { readonly notes: string })[] {
  return notes.blocks.flatMap((block) =>
    block.marks.flatMap((mark) => {
      // A person's name in brackets is a slip that a rule reports, and no notes' name.
      if (mark.kind !== 'link' || factOfMark(mark, knowledge) || knowledge.names.identify(mark.name)) return [];
      return [{ ...mark.nameRange, notes: mark.name }];
    }),
  );
}

/** An address as it is written, and where it leads. */
export interface AddressLink extends TextRange {
  readonly written: string;
  readonly target: string;
}

/** The addresses of Markdown's own links, in the line or in a definition (`[label]: address`). */
export function addressLinks({ document, reading: { notes } }: Linking): AddressLink[] {
  const inLine = notes.blocks.flatMap((block) =>
    [...sourceWithoutCode(notes.text, block).matchAll(MARKDOWN_LINK)].flatMap(({ 1: before = '', 2: address = '', index }) =>
      addressLink(address, block.start + index + before.length, document.uri),
    ),
  );
  const defined = definitions(notes).flatMap(({ address, start }) => addressLink(address, start, document.uri));
  return [...inLine, ...defined];
}

/** Links that name a definition: `[words][label]`, `[label][]`, `[label]`. A label without a definition is plain text. */
function referenceLinks({ document, reading: { notes } }: Linking): (TextRange & { readonly target: string })[] {
  const targets = new Map<string, string>();
  for (const { label, address, start } of definitions(notes)) {
    const [link] = addressLink(address, start, document.uri);
    if (link && !targets.has(label)) targets.set(label, link.target);
  }
  if (targets.size === 0) return [];
  return notes.blocks.flatMap((block) =>
    [...sourceWithoutCode(notes.text, block).matchAll(REFERENCE)].flatMap(({ 0: whole, 1: words = '', 2: label, index }) => {
      const target = targets.get(labelOf(label || words));
      const start = block.start + index;
      return target ? [{ start, end: start + whole.length, target }] : [];
    }),
  );
}

/** `address` stands at the offset `at`, in angle brackets or not. */
function addressLink(address: string, at: number, documentUri: string): AddressLink[] {
  const written = address.replace(/^<(.*)>$/, '$1');
  const target = addressOf(written, documentUri);
  const start = at + (address === written ? 0 : 1);
  return target ? [{ start, end: start + written.length, written, target }] : [];
}

function definitions(notes: Notes): { readonly label: string; readonly address: string; readonly start: number }[] {
  if (!notes.text.includes(']:')) return [];
  return markupParts(notes, ['LinkReference']).flatMap(({ start, end }) => {
    const [, before = '', label = '', address = ''] = DEFINITION.exec(notes.text.slice(start, end)) ?? [];
    return address ? [{ label: labelOf(label), address, start: start + before.length }] : [];
  });
}

/** Labels are the same whatever their case and spaces. */
const labelOf = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase();

/** "[label]: address"; the address may stand in angle brackets. */
const DEFINITION = /^(\[([^[\]]+)\]:[ \t]*)(<[^<>\r\n]*>|\S+)/;

/** "[words][label]", "[label][]" and "[label]", and images; no links between notes, no citations, no footnotes, nothing with an address of its own. */
const REFERENCE = /(?<![[\\])\[(?![@^[])((?:[^[\]\\]|\\.)+)\](?:\[((?:[^[\]\\]|\\.)*)\])?(?![[(:\]])/g;

/** "[words](address "title")" and images; the address may stand in angle brackets. */
const MARKDOWN_LINK = /(\[(?:[^[\]\\]|\\.|\[[^[\]]*\])*\]\(\s*)(<[^<>\r\n]*>|[^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)(?=\s*\)|\s+["'(])/g;

/** Where an address leads: a web page, or a file beside the notes. Null for anything else: an address may come from somebody else's notes. */
function addressOf(address: string, documentUri: string): string | null {
  if (/^https?:\/\//i.test(address)) return address;
  // Another scheme, another host ("//host", "\\host"), the root of a disk, a place in this document.
  if (address === '' || /^(?:[a-z][a-z0-9+.-]*:|[/\\#])/i.test(address)) return null;
  try {
    return new URL(address, documentUri).href;
  } catch {
    // Untitled notes lie nowhere.
    return null;
  }
}

/** A file's URI with the line as editors read it behind `#`. */
export const placeTarget = ({ file, line, character }: Pick<PackPlace, 'file' | 'line' | 'character'>): string =>
  `${file}#L${line + 1},${character + 1}`;
