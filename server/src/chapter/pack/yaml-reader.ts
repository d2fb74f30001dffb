/** Reads one YAML file of a pack: typed access to its values, each fault reported at its exact place, nothing thrown. */
import { Composer, CST, type Document, isAlias, isMap, isScalar, isSeq, type Node, type ParsedNode, Parser, type YAMLMap } from 'yaml';
import { type Arg, type Said, say } from '../../l10n/said';
import type { PackFile, PackFix, PackPlace } from '../model';
import { Lines } from './lines';
import { didYouMean, nearest } from './near';
import type { Extras, Problems } from './problems';
import { faultInWords } from './yaml-faults';

/** UTF-16 units; the largest hand-written pack file is far smaller. */
const maxFile = 1_000_000;
/** Levels of lists and keys; a pack needs seven. The YAML composer recurses, so that depth must be bounded before it runs. */
const maxDepth = 32;
/** Uses of `*name` in one file: each may stand for a large part of the file. */
const maxAliases = 100;

export const limits = { id: 80, name: 200, text: 2_000 } as const;

/** Controls, lone surrogates, and characters that turn the direction of text: none is visible, all can mislead. */
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/u;

/** One file while it is read. */
class Source {
  /** Aliases resolve against it; null until the file is composed. */
  document: Document.Parsed | null = null;
  private aliases = 0;
  private readonly faultyLines = new Set<number>();
  /** Faults behind the first syntax fault are mostly its echo. */
  private trustedUntil = Number.POSITIVE_INFINITY;

  constructor(
    readonly file: string,
    readonly text: string,
    private readonly lines: Lines,
    readonly problems: Problems,
  ) {}

  place(start: number, end: number): PackPlace {
    // A block's range runs on to the next thing; its last line is where its text ends.
    let last = Math.max(start, end);
    while (last > start + 1 && /\s/.test(this.text.charAt(last - 1))) last -= 1;
    const from = this.lines.position(start);
    const to = this.lines.position(last);
    return { file: this.file, line: from.line, character: from.character, endLine: to.line, endCharacter: to.character };
  }

  /** Reports a fault of the YAML itself, one a line. */
  syntax(start: number, end: number, said: Said): void {
    const place = this.place(start, end);
    if (!this.faultyLines.has(place.line)) this.problems.error(place, said);
    this.problems.broken.add(this.file);
    this.faultyLines.add(place.line);
    this.trustedUntil = Math.min(this.trustedUntil, start);
  }

  error(range: Range, said: Said, extras?: Extras): void {
    if (range.start < this.trustedUntil) this.problems.error(this.place(range.start, range.end), said, extras);
  }

  warning(range: Range, said: Said, extras?: Extras): void {
    if (range.start < this.trustedUntil) this.problems.warning(this.place(range.start, range.end), said, extras);
  }

  /** Writing `newText` in the place of the range. */
  fix(title: Said, range: Range, newText: string): PackFix {
    return { title, edits: [{ place: this.place(range.start, range.end), newText }] };
  }

  /** Taking the range out, and with it the line or the comma that it leaves empty. */
  removal(title: Said, range: Range): PackFix {
    const { text } = this;
    const before = /[ \t]*$/.exec(text.slice(0, range.start))!.index;
    const last = text.slice(range.start, range.end).trimEnd().length + range.start;
    const rest = /^[ \t]*(\r\n?|\n|$)/.exec(text.slice(last));
    const ownLine = before === 0 || /[\r\n]/.test(text.charAt(before - 1));
    let [start, end] = [range.start, last];
    if (ownLine && rest) [start, end] = [before, last + rest[0].length];
    else if (text.charAt(before - 1) === ',') start = before - 1;
    // Not `place`, which leaves out the white space at the end.
    const [from, to] = [this.lines.position(start), this.lines.position(end)];
    const place = { file: this.file, line: from.line, character: from.character, endLine: to.line, endCharacter: to.character };
    return { title, edits: [{ place, newText: '' }] };
  }

  /** Whether all of the range stands before the first syntax fault. */
  trusts(range: Range): boolean {
    return range.end < this.trustedUntil;
  }

  /** Whether one more `*name` may be followed. */
  mayFollowAlias(): boolean {
    this.aliases += 1;
    return this.aliases <= maxAliases;
  }
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A value of the file. */
export class YamlValue {
  constructor(
    private readonly source: Source,
    private readonly node: Node | null,
    private readonly range: Range,
    /** How messages speak of it: "“when”", "this file". */
    private readonly label: Said,
  ) {}

  get place(): PackPlace {
    return this.source.place(this.range.start, this.range.end);
  }

  get empty(): boolean {
    return this.node === null || (isScalar(this.node) && this.node.type === 'PLAIN' && this.node.value === '');
  }

  /** How a message begins that speaks of it. */
  private get atStart(): Arg {
    return { capital: this.label };
  }

  get isMap(): boolean {
    return isMap(this.node);
  }

  get isList(): boolean {
    return isSeq(this.node);
  }

  /** Whether it is text that could be true or false, not a date. */
  get isWord(): boolean {
    return isScalar(this.node) && /^[a-z]+$/i.test(String(this.node.value));
  }

  error(said: Said, extras?: Extras): void {
    this.source.error(this.range, said, extras);
  }

  warning(said: Said, extras?: Extras): void {
    this.source.warning(this.range, said, extras);
  }

  /** The value as it stands in the file; undefined where it goes over several lines. */
  get written(): string | undefined {
    const text = this.source.text.slice(this.range.start, this.range.end).trim();
    return text === '' || /[\r\n]/.test(text) ? undefined : text;
  }

  /** The fix that writes another text here, quoted as this one is; none where the value is no text of one line. */
  rewrite(newText: string | undefined): Extras {
    if (newText === undefined || !isScalar(this.node)) return {};
    const quote = this.node.type === 'QUOTE_DOUBLE' ? '"' : this.node.type === 'QUOTE_SINGLE' ? "'" : '';
    return { fixes: [this.source.fix(say('Write “{text}”', { text: newText }), this.range, `${quote}${newText}${quote}`)] };
  }

  /** A set of `key: value` lines; any key but `keys` is reported. `what` names the thing: "a person". */
  map(what: Said, keys: readonly string[]): YamlMap | undefined {
    if (isMap(this.node)) return new YamlMap(this.source, this.node, this.range, what, keys);
    this.error(
      this.empty
        ? say('{label} is empty: {what} is needed here.', { label: this.atStart, what })
        : say('{label} must be {what}, written as lines of “key: value”.', { label: this.atStart, what }),
    );
    return undefined;
  }

  /** The values of a list, empty items left out. */
  list(): YamlValue[] {
    if (!isSeq(this.node)) {
      if (this.empty) this.warning(say('{label} is empty.', { label: this.atStart }));
      else this.error(say('{label} must be a list: each item on a line of its own that begins with “- ”.', { label: this.atStart }));
      return [];
    }
    const items: YamlValue[] = [];
    for (const item of this.node.items) {
      const value = follow(this.source, item as Node | null, say('an item of {label}', { label: this.label }), this.range);
      if (value?.empty) value.warning(say('{label} has an empty item.', { label: this.atStart }));
      else if (value) items.push(value);
    }
    return items;
  }

  /** A list, or one value that stands for a list of itself. */
  listOrOne(): YamlValue[] {
    return this.isList || this.empty ? this.list() : [this];
  }

  /** One line of text: runs of white space become one space; undefined, and reported, where it is not sound. */
  text(max: number): string | undefined {
    if (!isScalar(this.node)) {
      this.error(say('{label} must be plain text.', { label: this.atStart }));
      return undefined;
    }
    const raw = String(this.node.value);
    if (raw.length > max) {
      this.error(say('{label} is too long: {count} characters, where {max} are allowed.', { label: this.atStart, count: raw.length, max }));
      return undefined;
    }
    if (unseen.test(raw)) {
      this.error(say('{label} holds an invisible character that does not belong in text; type it afresh.', { label: this.atStart }));
      return undefined;
    }
    const text = raw.normalize('NFC').replace(/\s+/g, ' ').trim();
    if (text !== '') return text;
    this.warning(say('{label} is empty.', { label: this.atStart }));
    return undefined;
  }

  /** Every sound text of a list (or one text alone), without repetitions. `each` is told of every one with its value. */
  texts(max: number, each?: (text: string, value: YamlValue) => void): string[] {
    const texts = new Set<string>();
    for (const item of this.listOrOne()) {
      const text = item.text(max);
      if (text === undefined || texts.has(text)) continue;
      texts.add(text);
      each?.(text, item);
    }
    return [...texts];
  }

  flag(): boolean | undefined {
    const text = this.text(limits.name);
    if (text === undefined) return undefined;
    if (/^(true|yes)$/i.test(text)) return true;
    if (/^(false|no)$/i.test(text)) return false;
    this.error(say('{label} must be true or false.', { label: this.atStart }));
    return undefined;
  }

  integer(): number | undefined {
    const text = this.text(limits.name);
    if (text === undefined) return undefined;
    if (/^-?\d{1,9}$/.test(text)) return Number(text);
    this.error(say('{label} must be a whole number.', { label: this.atStart }));
    return undefined;
  }

  oneOf<T extends string>(choices: readonly T[]): T | undefined {
    const text = this.text(limits.name);
    if (text === undefined) return undefined;
    const choice = choices.find((each) => each === text.toLowerCase());
    if (choice === undefined)
      this.error(
        didYouMean(
          say('{label} cannot be “{text}”. It is one of: {choices}.', { label: this.atStart, text, choices: choices.join(', ') }),
          text,
          choices,
        ),
        this.rewrite(nearest(text, choices)),
      );
    return choice;
  }

  /** An id in kebab-case. */
  id(): string | undefined {
    const text = this.text(limits.id);
    if (text === undefined) return undefined;
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) {
      const kebab = kebabCase(text);
      const better = kebab === '' || kebab.length > limits.id ? undefined : kebab;
      this.error(
        better === undefined
          ? say('The id “{text}” must be made of small letters, digits and single hyphens.', { text })
          : say('The id “{text}” must be made of small letters, digits and single hyphens. Write “{better}”.', { text, better }),
        this.rewrite(better),
      );
      return undefined;
    }
    if (text in {}) {
      this.error(say('The id “{text}” is reserved by the program; choose another.', { text }));
      return undefined;
    }
    return text;
  }
}

/** The `key: value` lines of one thing. */
export class YamlMap {
  private readonly values = new Map<string, YamlValue>();
  private readonly keyRanges = new Map<string, Range>();

  constructor(
    private readonly source: Source,
    node: YAMLMap,
    private readonly range: Range,
    private readonly what: Said,
    keys: readonly string[],
  ) {
    for (const pair of node.items) {
      const keyNode = pair.key as ParsedNode | null;
      const keyRange = keyNode?.range ? { start: keyNode.range[0], end: keyNode.range[1] } : range;
      if (!isScalar(keyNode)) {
        source.error(keyRange, say('A key must be one plain word, such as “{key}”.', { key: keys[0]! }));
        continue;
      }
      const key = String(keyNode.value);
      if (!keys.includes(key)) {
        const meant = key.length > 100 ? undefined : nearest(key, keys);
        source.error(
          keyRange,
          didYouMean(say('{what} has no “{key}”.', { what: { capital: what }, key: key.slice(0, 60) }), key, keys),
          meant === undefined ? {} : { fixes: [source.fix(say('Write “{text}”', { text: meant }), keyRange, meant)] },
        );
        continue;
      }
      const first = this.keyRanges.get(key);
      if (first) {
        const value = (pair.value as ParsedNode | null)?.range;
        source.error(keyRange, say('“{key}” is written twice for the same thing; only the first counts.', { key }), {
          related: [{ place: source.place(first.start, first.end), said: say('The “{name}” that counts', { name: key }) }],
          fixes: [
            source.removal(say('Remove this “{key}”', { key }), { start: keyRange.start, end: Math.max(keyRange.end, value?.[1] ?? 0) }),
          ],
        });
        continue;
      }
      this.keyRanges.set(key, keyRange);
      const value = follow(source, pair.value as Node | null, say('“{title}”', { title: key }), keyRange);
      if (value) this.values.set(key, value);
    }
  }

  get place(): PackPlace {
    return this.source.place(this.range.start, this.range.end);
  }

  get(key: string): YamlValue | undefined {
    return this.values.get(key);
  }

  /** The value, which must be there; its absence is reported at its empty place or where the thing begins. */
  need(key: string): YamlValue | undefined {
    const value = this.values.get(key);
    if (value && !value.empty) return value;
    const lacking = say('{what} needs “{key}”.', { what: { capital: this.what }, key });
    if (value) value.error(lacking);
    // A key may be lacking because the YAML of the thing is broken, which has been said.
    else if (this.source.trusts(this.range)) this.source.error({ start: this.range.start, end: this.range.start + 1 }, lacking);
    this.values.delete(key);
    return undefined;
  }
}

function follow(source: Source, node: Node | null, label: Said, nearby: Range): YamlValue | undefined {
  const parsed = node as ParsedNode | null;
  const range = parsed?.range ? { start: parsed.range[0], end: parsed.range[1] } : nearby;
  let target: Node | null | undefined = node;
  if (isAlias(node)) {
    if (!source.mayFollowAlias()) {
      source.error(range, say('“*” is used more than {count} times in this file; write the value out.', { count: maxAliases }));
      return undefined;
    }
    target = source.document ? node.resolve(source.document) : undefined;
    if (target === undefined) {
      source.error(range, faultInWords('BAD_ALIAS'));
      return undefined;
    }
  }
  return new YamlValue(source, target, range, label);
}

/** `failsafe` keeps every value as the text that was written: 1924, No and 1922-04 are text until a reader asks for more. */
const composeOptions = { schema: 'failsafe', uniqueKeys: false, stringKeys: false } as const;

/** The first document of a text as far as it can be understood, for what must work while it is typed; null where it is too large or too deep. */
export function composeTolerantly(text: string): Document.Parsed | null {
  if (text.length > maxFile) return null;
  const tokens = [...new Parser().parse(text)];
  if (tooDeep(tokens) !== undefined) return null;
  return [...new Composer(composeOptions).compose(tokens, true, text.length)][0] ?? null;
}

/** The file's top value, or undefined where nothing could be read; every fault of the YAML itself is reported. */
export function readYaml(file: PackFile, problems: Problems): YamlValue | undefined {
  // Editors do not count the byte order mark as a character of the first line.
  const text = file.text.startsWith('\ufeff') ? file.text.slice(1) : file.text;
  const source = new Source(file.file, text, new Lines(text, file.encoding), problems);
  if (text.length > maxFile) {
    source.syntax(
      0,
      0,
      say('This file is too large: {count} characters, where {max} are allowed. It is left out.', { count: text.length, max: maxFile }),
    );
    return undefined;
  }
  const tokens = [...new Parser().parse(text)];
  const deep = tooDeep(tokens);
  if (deep !== undefined) {
    source.syntax(deep, deep + 1, say('Lists and keys are nested more than {depth} deep here. The file is left out.', { depth: maxDepth }));
    return undefined;
  }
  const [document, second] = [...new Composer(composeOptions).compose(tokens, true, text.length)];
  if (!document) return undefined;
  source.document = document;
  if (second) source.syntax(second.range[0], second.range[0] + 3, faultInWords('MULTIPLE_DOCS'));
  for (const fault of document.errors) {
    const indent = text.slice(text.lastIndexOf('\n', fault.pos[0] - 1) + 1, fault.pos[0]);
    source.syntax(fault.pos[0], fault.pos[1], faultInWords(/^ *\t\s*$/.test(indent) ? 'TAB_AS_INDENT' : fault.code));
  }
  for (const fault of document.warnings)
    source.error(
      { start: fault.pos[0], end: fault.pos[1] },
      say('A value that begins with ! has a special meaning in YAML. Put it in quotation marks.'),
    );
  return new YamlValue(source, document.contents, { start: 0, end: document.contents?.range?.[1] ?? 0 }, say('this file'));
}

/** The offset of the first token that is nested too deeply. */
function tooDeep(tokens: readonly CST.Token[]): number | undefined {
  const stack: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  let first: number | undefined;
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { token, depth } = next;
    if (depth > maxDepth) {
      first = Math.min(first ?? token.offset, token.offset);
      continue;
    }
    if (token.type === 'document' && token.value) stack.push({ token: token.value, depth });
    if (!CST.isCollection(token)) continue;
    for (const item of token.items) {
      if (item.key) stack.push({ token: item.key, depth: depth + 1 });
      if (item.value) stack.push({ token: item.value, depth: depth + 1 });
    }
  }
  return first;
}

/** The id that a name makes: small letters, digits and single hyphens; empty where it has neither letters nor digits. */
export function kebabCase(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
