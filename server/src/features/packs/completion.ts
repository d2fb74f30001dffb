/** Completion in a pack's files: keys with what they mean, choices, ids with the names behind them, forms of dates. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  type MarkupKind,
} from 'vscode-languageserver-types';
import type { AnyFact, Chapter } from '../../chapter/index';
import { kebabCase } from '../../chapter/pack/yaml-reader';
import { type Arg, type Language, say, write } from '../../l10n/said';
import { parseEdtf } from '../../time/index';
import { describeFact, detailOf, shortDetail } from '../describe';
import { rangeOf } from '../document';
import { type Block, paragraph, plainText, render } from '../markup';
import type { OpenPackFile } from './files';
import { type IdKind, idRole, idsOf } from './ids';
import { type Form, formsAt, type Key } from './schema';
import { type PackTyping, typingAt } from './typing';

export interface PackCompletionAbilities {
  readonly labelDetails: boolean;
  readonly defaultEditRange: boolean;
  readonly snippets: boolean;
  readonly markup: MarkupKind;
  readonly language: Language;
}

/** Comes back when the client asks for an item's documentation. */
export interface PackItemData {
  readonly uri: string;
  readonly packFact: string;
}

interface Proposal {
  readonly label: string;
  readonly newText?: string;
  /** With `$1`, `${1:text}`: only for clients that understand it. */
  readonly snippet?: string;
  readonly kind: CompletionItemKind;
  readonly detail?: Arg;
  /** More words by which it is found. */
  readonly names?: readonly string[];
  readonly blocks?: readonly Block[];
  readonly fact?: string;
}

export function packCompletion(
  file: OpenPackFile,
  offset: number,
  abilities: PackCompletionAbilities,
  trigger?: string,
): CompletionList | null {
  const text = file.document.getText();
  // Of the characters that ask in notes, here only a space behind a key or in a list means something, and an opening bracket.
  if (trigger !== undefined && !/(?:[:,[{-] |\[)$/.test(text.slice(Math.max(0, offset - 2), offset))) return null;
  const typing = typingAt(file.name, text, offset);
  if (!typing) return null;
  const proposals = [...valueProposals(file, typing, text), ...keyProposals(file, typing)];
  if (proposals.length === 0) return null;
  const range = rangeOf(file.document, typing.replace);
  const width = String(proposals.length).length;
  const items = proposals.map((proposal, index) => item(proposal, String(index).padStart(width, '0'), range, file, abilities));
  return { isIncomplete: false, items, ...(abilities.defaultEditRange ? { itemDefaults: { editRange: range } } : {}) };
}

/** Adds what the fact behind an id is, when the client asks for it. */
export function resolvePackCompletion(
  completion: CompletionItem,
  file: OpenPackFile,
  markup: MarkupKind,
  language: Language,
): CompletionItem {
  const knowledge = file.pack.knowledge();
  const fact = file.pack.chapter?.byId.get((completion.data as PackItemData).packFact);
  return fact && knowledge ? { ...completion, documentation: render(describeFact(fact, knowledge), markup, language) } : completion;
}

function item(
  { label, newText = label, snippet, kind, detail, names = [], blocks, fact }: Proposal,
  sortText: string,
  range: ReturnType<typeof rangeOf>,
  { document }: OpenPackFile,
  abilities: PackCompletionAbilities,
): CompletionItem {
  const useSnippet = snippet !== undefined && abilities.snippets;
  const written = useSnippet ? snippet : newText;
  const shown = detail === undefined ? '' : plainText(write(detail, abilities.language));
  const data: PackItemData | undefined = fact === undefined ? undefined : { uri: document.uri, packFact: fact };
  return {
    label,
    kind,
    sortText,
    filterText: [label, ...names].join(' '),
    ...(shown ? (abilities.labelDetails ? { labelDetails: { description: shown } } : { detail: shown }) : {}),
    ...(blocks ? { documentation: render(blocks, abilities.markup, abilities.language) } : {}),
    ...(useSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(abilities.defaultEditRange ? { textEditText: written } : { textEdit: { range, newText: written } }),
    ...(data ? { data } : {}),
  };
}

/** The keys that the thing may have and has not yet, needed ones first. */
function keyProposals({ name }: OpenPackFile, { key }: PackTyping): Proposal[] {
  if (!key) return [];
  const keys = formsAt(name, key.path).flatMap((form) => form.keys);
  return keys
    .filter((each) => !key.present.has(each.name))
    .sort((a, b) => Number(b.required) - Number(a.required))
    .map((each) => ({
      label: each.name,
      newText: `${each.name}:${opensBlock(each) ? '' : ' '}`,
      kind: CompletionItemKind.Property,
      ...(each.required ? { detail: say('needed') } : {}),
      blocks: describeKey(each),
    }));
}

/** Whether the value begins on a line of its own: a list of things, or a thing. */
function opensBlock({ forms }: Key): boolean {
  return forms.every(({ kind }) => kind === 'list' || kind === 'map');
}

export function describeKey({ name, description, required, forms }: Key): Block[] {
  const choices = forms.flatMap((form) => (form.kind === 'flag' ? ['true', 'false'] : form.choices));
  return [
    paragraph({ strong: name }, required ? say(' (needed)') : ''),
    ...(description ? [paragraph(say(description))] : []),
    ...(choices.length > 0 ? [paragraph(say('One of: {choices}.', { choices: choices.join(', ') }))] : []),
  ];
}

function valueProposals(file: OpenPackFile, typing: PackTyping, text: string): Proposal[] {
  const { value } = typing;
  if (!value) return [];
  let { path } = value;
  let forms = formsAt(file.name, path);
  // A list that is wanted here begins with a hyphen; some lists may also be one value alone.
  const list = forms.find(({ kind }) => kind === 'list');
  const starts = list !== undefined && forms.length === 1 && !typing.inline;
  if (starts) {
    path = [...path, 0];
    forms = formsAt(file.name, path);
  }
  const role = idRole(file.name, path);
  const proposals = role
    ? idProposals(file, role.declares ? undefined : role.kind, typing)
    : forms.flatMap((form) => (form.kind === 'map' && starts ? firstKey(form) : formProposals(file, form, forms, typing, text)));
  return starts ? proposals.map((each) => asListItem(each, typing, text)) : proposals;
}

/** The key that a thing begins with. */
function firstKey({ keys }: Form): Proposal[] {
  const first = keys.find(({ required }) => required);
  return first ? [{ label: first.name, newText: `${first.name}: `, kind: CompletionItemKind.Property, blocks: describeKey(first) }] : [];
}

/** On the line of its key a list stands in brackets, below it behind a hyphen. */
function asListItem(proposal: Proposal, { replace }: PackTyping, text: string): Proposal {
  const { newText = proposal.label } = proposal;
  const before = text.slice(text.lastIndexOf('\n', replace.start - 1) + 1, replace.start);
  const { snippet: _, ...rest } = proposal;
  return { ...rest, newText: before.trim() === '' ? `- ${newText}` : newText.endsWith(': ') ? newText : `[${newText}]` };
}

function formProposals(file: OpenPackFile, form: Form, forms: readonly Form[], typing: PackTyping, text: string): Proposal[] {
  switch (form.kind) {
    case 'choice':
      return form.choices.map((label) => ({ label, kind: CompletionItemKind.EnumMember, ...describeChoice(label) }));
    case 'flag':
      return ['true', 'false'].map((label) => ({ label, kind: CompletionItemKind.Value }));
    case 'date':
      return dateProposals(file, forms, typing, text);
    default:
      return [];
  }
}

function describeChoice(label: string): Pick<Proposal, 'detail'> {
  const details: Readonly<Record<string, Arg>> = { gregorian: say('New Style'), julian: say('Old Style') };
  return Object.hasOwn(details, label) ? { detail: details[label]! } : {};
}

/** The ids of a kind; for a new thing the id that its name makes. */
function idProposals(file: OpenPackFile, kind: IdKind | undefined, { siblings, entryId }: PackTyping): Proposal[] {
  if (kind === undefined) {
    const id = kebabCase(siblings.get('name') || siblings.get('title') || siblings.get('what') || '').slice(0, 40);
    return id === '' ? [] : [{ label: id.replace(/-$/, ''), kind: CompletionItemKind.Reference }];
  }
  const { chapter, files } = file.pack;
  const ids = new Set(files.flatMap((each) => idsOf(each).flatMap((use) => (use.declares && use.kind === kind ? [use.id] : []))));
  return [...ids]
    .filter((id) => id !== entryId)
    .map((id) => (kind === 'section' ? sectionProposal(id, chapter) : factProposal(id, chapter?.byId.get(id))));
}

function sectionProposal(id: string, chapter: Chapter | null): Proposal {
  const section = chapter?.sections.find((each) => each.id === id);
  return {
    label: id,
    kind: CompletionItemKind.Reference,
    ...(section ? { detail: section.title, names: [plainText(section.title)] } : {}),
  };
}

function factProposal(id: string, fact: AnyFact | undefined): Proposal {
  if (!fact) return { label: id, kind: CompletionItemKind.Reference };
  return {
    label: id,
    kind: CompletionItemKind.Reference,
    detail: shortDetail(fact) ? { list: [fact.name, say(' ({date})', { date: detailOf(fact) })], join: '' } : fact.name,
    names: [fact.name, ...fact.names].map(plainText),
    fact: id,
  };
}

/** The forms that a date may take, written with the year that is typed or that stands nearest above. */
function dateProposals(file: OpenPackFile, forms: readonly Form[], typing: PackTyping, text: string): Proposal[] {
  const typed = text.slice(typing.replace.start, typing.replace.end);
  const year = Number(/^\d{4}/.exec(typed)?.[0] ?? yearAbove(text, typing.replace.start) ?? file.pack.chapter?.period?.edtf.slice(0, 4));
  if (!Number.isInteger(year) || year < 1 || year > 9998) return [];
  const y = String(year).padStart(4, '0');
  const next = String(year + 1).padStart(4, '0');
  const date = (label: string, detail: Arg, snippet?: string): Proposal => ({
    label,
    kind: CompletionItemKind.Value,
    detail,
    ...(snippet ? { snippet } : {}),
  });
  const proposals = [
    date(y, say('a year'), `\${1:${y}}`),
    date(`${y}-04`, say('a month'), `\${1:${y}}-\${2:04}`),
    date(`${y}-04-03`, say('a day'), `\${1:${y}}-\${2:04}-\${3:03}`),
    date(`${y}/${next}`, say('from one to another'), `\${1:${y}}/\${2:${next}}`),
    date(`${y}/..`, say('from then on'), `\${1:${y}}/..`),
    date(`../${y}`, say('until then'), `../\${1:${y}}`),
    date(`${y}~`, say('about')),
    date(`${y}?`, say('perhaps')),
    date(`${y.slice(0, 3)}X`, say('the {decade}s', { decade: `${y.slice(0, 3)}0` })),
  ];
  // With the year and a hyphen it is the month that is sought.
  if (/^\d{4}-/.test(typed))
    for (let month = 1; month <= 12; month++) {
      const edtf = `${y}-${String(month).padStart(2, '0')}`;
      if (month !== 4) proposals.push(date(edtf, { date: parseEdtf(edtf)! }));
    }
  const map = forms.find(({ kind }) => kind === 'map');
  if (map && !typing.inline && typing.value?.quote === '') {
    const other = (label: string, detail: Arg, snippet: string) => proposals.push({ ...date(label, detail, snippet), names: [y] });
    other(`{ date: ${y}-04-03, calendar: julian }`, say('Old Style'), `{ date: \${1:${y}-04-03}, calendar: julian }`);
    if (map.keys.some(({ name }) => name === 'also'))
      other(`{ date: ${y}, also: ${next} }`, say('books differ'), `{ date: \${1:${y}}, also: \${2:${next}} }`);
  }
  return typing.value?.quote === '' ? proposals : proposals.map(({ snippet: _, ...rest }) => rest);
}

/** The year of the last date above; events stand in order of time. */
function yearAbove(text: string, offset: number): string | undefined {
  return [...text.slice(Math.max(0, offset - 2000), offset).matchAll(/\b(?:when|from|to|date|born|died|until):\s*["']?(\d{4})/g)].at(
    -1,
  )?.[1];
}
