/** Semantic tokens: the people, events, dates, terms and sources of a text, and what the rules find wrong or unknown of them. */

import type { SemanticTokensEdit } from 'vscode-languageserver-types';
import type { FactKind } from '../chapter/model';
import { countUnits } from '../chapter/pack/lines';
import type { TextRange } from '../notes/model';
import type { Mention } from '../reading/model';
import type { RuleCode } from '../rules/finding';
import type { ReadDocument } from './document';
import { encodingOf } from './position-encoding';

/** In the order of the legend; package.json declares each for VS Code. */
export const TOKEN_TYPES = ['person', 'event', 'date', 'term', 'source'] as const;
export const TOKEN_MODIFIERS = ['wrong', 'unknown'] as const;

type TokenType = (typeof TOKEN_TYPES)[number];
type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

interface Token extends TextRange {
  readonly type: TokenType;
}

/** What a finding says of its own words where they are no mention: a stranger behind `@`, a link to nothing. */
const TYPES_OF_RULES: Partial<Record<RuleCode, TokenType>> = { 'unknown-person': 'person', 'unknown-link': 'term' };
const TYPES_OF_FACTS: Record<FactKind, TokenType> = { person: 'person', event: 'event', term: 'term', source: 'source' };

export interface TokenOptions {
  /** Only tokens that touch it; the whole text where it is left out. */
  readonly range?: TextRange;
  /** The client takes a token that goes on in the next line; otherwise it is given in parts. */
  readonly multiline: boolean;
}

/** The tokens in LSP's encoding, five numbers each: line and character from the token before, length, type, modifiers. */
export function semanticTokens({ document, reading, findings }: ReadDocument, { range, multiline }: TokenOptions): number[] {
  const text = document.getText();
  const touched = ({ start, end }: TextRange) => range === undefined || (start < range.end && range.start < end);
  const tokens: Token[] = reading.mentions.filter(touched).flatMap(tokenOf);
  for (const { marks } of reading.notes.blocks.filter(touched)) {
    for (const mark of marks) {
      if (mark.kind === 'citation' && touched(mark.keyRange)) tokens.push({ ...mark.keyRange, type: 'source' });
    }
  }
  for (const { code, start, end } of findings) {
    const type = TYPES_OF_RULES[code];
    if (type && touched({ start, end })) tokens.push({ start, end, type });
  }
  const modifiersOf = modifiersBy(findings, reading.knowledge.fact);
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const token of outermost(tokens)) {
    const modifiers = modifiersOf(token, text);
    for (const { start, end } of multiline ? [token] : linesOf(text, token)) {
      const at = document.positionAt(start);
      const deltaLine = at.line - line;
      data.push(
        deltaLine,
        deltaLine === 0 ? at.character - character : at.character,
        countUnits(text, start, end, encodingOf(document)),
        TOKEN_TYPES.indexOf(token.type),
        modifiers,
      );
      ({ line, character } = at);
    }
  }
  return data;
}

/** A pronoun and a wording ("the man of steel") are left to the prose that they stand in. */
function tokenOf(mention: Mention): Token[] {
  const { start, end } = mention;
  if (mention.kind === 'date') return mention.date.kind === 'date' ? [{ start, end, type: 'date' }] : [];
  if (mention.how === 'pronoun' || mention.how === 'wording') return [];
  return [{ start, end, type: TYPES_OF_FACTS[mention.fact.kind] }];
}

/** By start and without overlaps: of two tokens, one in the other, the longer. */
function outermost(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (const token of [...tokens].sort((a, b) => a.start - b.start || b.end - a.end))
    if (token.start < token.end && token.start >= (kept.at(-1)?.end ?? 0)) kept.push(token);
  return kept;
}

/** The parts of a range that stand in one line each. */
function linesOf(text: string, { start, end }: TextRange): TextRange[] {
  const parts: TextRange[] = [];
  for (const { index, 0: part } of text.slice(start, end).matchAll(/[^\r\n]+/g))
    if (part.trim() !== '') parts.push({ start: start + index, end: start + index + part.length });
  return parts;
}

/** The bits of the modifiers of each token. Asked for in order of the text. */
function modifiersBy(
  findings: ReadDocument['findings'],
  factOf: (id: string) => { readonly kind: FactKind } | undefined,
): (token: Token, text: string) => number {
  const bit = (modifier: TokenModifier) => 1 << TOKEN_MODIFIERS.indexOf(modifier);
  const marked = findings.map(({ code, start, end }) => ({
    start,
    end,
    bits: bit(code === 'unknown-person' || code === 'unknown-link' ? 'unknown' : 'wrong'),
  }));
  let next = 0;
  return (token, text) => {
    while (next < marked.length && marked[next]!.end <= token.start) next++;
    let bits = token.type === 'source' && isUnknownKey(token, text, factOf) ? bit('unknown') : 0;
    for (let at = next; at < marked.length && marked[at]!.start < token.end; at++)
      if (marked[at]!.end > token.start) bits |= marked[at]!.bits;
    return bits;
  };
}

/** `[@nobody1999]`: a key that no source of the chapter has. */
function isUnknownKey({ start, end }: Token, text: string, factOf: (id: string) => { readonly kind: FactKind } | undefined): boolean {
  return text[start - 1] === '@' && factOf(text.slice(start, end))?.kind !== 'source';
}

/** What makes one answer of another: the one stretch between what both begin and end with. */
export function tokenEdits(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const deleteCount = before.length - end - start;
  const data = after.slice(start, after.length - end);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
