/** Misspelt names in a text: by the rest of the name around them, by themselves, by what the text says elsewhere. */
import type { AnyFact, Person } from '../chapter/model';
import { isKnownWord, type NameMatch } from '../chapter/names/index';
import { isParticle, isTitle } from '../chapter/names/people';
import { inFormOf } from '../chapter/names/tokens';
import { isCommonWord } from '../chapter/names/words';
import type { Block } from '../notes/model';
import type { Entity, NameSource, Words } from './entity';
import type { Token } from './tokens';
import type { WordUse } from './word-use';

/** A letter for one that sounds alike, or a lighter slip. */
const LIGHT_SLIP = 0.7;
/** Shorter words of the world are too near to too many names. */
const LONG_NAME = 6;
const VERY_LONG_NAME = 7;

/** "Rosa Luxembourg", "Untied Opposition": within a name of several words a near miss is a misspelling, whatever else the word may be. */
export function misspeltWithin(
  at: number,
  tokens: readonly Token[],
  { words, tokenOf, firstOf }: Words,
  knowledge: NameSource,
): Entity | null {
  const start = firstOf[at]!;
  const found = knowledge.names.misspeltAt(words, start);
  if (!found) return null;
  const last = start + found.length - 1;
  const to = tokenOf[last]! + 1;
  // Whole tokens, in one line of words.
  if (firstOf[to] !== last + 1) return null;
  const gap = tokenOf[start + found.gap]!;
  const token = tokens[gap]!;
  const parts = firstOf[gap + 1]! - firstOf[gap]!;
  const written = words[start + found.gap]!;
  const offset =
    parts === 1
      ? 0
      : token.text
          .split('-')
          .slice(0, start + found.gap - firstOf[gap]!)
          .join('-').length;
  const from = token.start + (parts > 1 && offset > 0 ? offset + 1 : 0);
  const plain = token.possessive && parts === 1 ? token.text : written;
  return {
    kind: found.fact.kind,
    facts: [knowledge.fact(found.fact.id) ?? found.fact],
    from: at,
    to,
    how: 'misspelling',
    possessive: tokens[to - 1]!.possessive,
    slip: { start: from, end: from + plain.length, right: inFormOf(plain, found.meant) },
  };
}

/** A word that is near to one name: one that is nothing in itself, or one that the text elsewhere writes right. */
export function misspeltAlone(
  at: number,
  tokens: readonly Token[],
  block: Block,
  knowledge: NameSource,
  use: WordUse | undefined,
): Entity | null {
  const token = tokens[at]!;
  if (token.kind !== 'word' || token.text.length < 4) return null;
  if (token.text.includes('-')) return misspeltPart(at, tokens, knowledge, use);
  const match = !token.capitalised
    ? inSmallLetters(token, knowledge)
    : isKnownWord(token.text)
      ? writtenRightElsewhere(at, tokens, block, knowledge, use)
      : knowledge.names.misspelling(token.text);
  if (!match || isStrangers(token.text, match.fact, knowledge, use)) return null;
  if (lacksParticle(at, tokens, match) || isUnrelated(at + 1, tokens)) return null;
  return slipOf(match, at, token, token.start, token.text, knowledge);
}

/** "Farini", where the chapter has La Farina: whoever always has the article before his name is not meant without it. */
function lacksParticle(at: number, tokens: readonly Token[], { fact, listed }: NameMatch): boolean {
  if (fact.kind !== 'person') return false;
  const names = [fact.short, ...fact.names].map((name) => name.split(/\s+/)).filter((words) => words.at(-1) === listed);
  const before = tokens[at - 1]?.lower;
  return (
    names.length > 0 && names.every((words) => words.length > 1 && isParticle(words.at(-2)!) && words.at(-2)!.toLowerCase() !== before)
  );
}

/** "Pallavicini, no relation of the marquis", "Pallavicini (not to be confused with him)": another, as the text itself says. */
export function isUnrelated(at: number, tokens: readonly Token[]): boolean {
  if (!/^[,(–—]$/.test(tokens[at]?.text ?? '')) return false;
  const behind = tokens
    .slice(at + 1, at + 5)
    .map(({ lower }) => lower)
    .join(' ');
  return /^(?:who was )?(?:no|not a) (?:relation|relative|kin)\b|^not (?:related|to be confused)\b|^unrelated\b|^(?:a|his|her) namesake\b/.test(
    behind,
  );
}

function slipOf(match: NameMatch, at: number, token: Token, start: number, written: string, knowledge: NameSource): Entity {
  return {
    kind: match.fact.kind,
    facts: [knowledge.fact(match.fact.id) ?? match.fact],
    from: at,
    to: at + 1,
    how: 'misspelling',
    possessive: token.possessive,
    slip: { start, end: start + written.length, right: inFormOf(written, match.listed) },
  };
}

/** "kamanev" in hurried notes: a person's long name only, as other words in small letters are a spelling checker's. */
function inSmallLetters(token: Token, knowledge: NameSource): NameMatch | null {
  if (token.text.length < VERY_LONG_NAME || !/^\p{Ll}+$/u.test(token.text) || isKnownWord(token.text)) return null;
  const capitalised = token.text[0]!.toUpperCase() + token.text.slice(1);
  // Another romanisation is none.
  if (knowledge.names.longestAt([capitalised], 0)) return null;
  const match = knowledge.names.misspelling(capitalised);
  return match?.fact.kind === 'person' ? match : null;
}

/** "the Kamanev-Zinoviev bloc": a part of a compound, beside another name of the chapter. */
function misspeltPart(at: number, tokens: readonly Token[], knowledge: NameSource, use: WordUse | undefined): Entity | null {
  const token = tokens[at]!;
  const parts = token.text.split('-');
  let start = token.start;
  for (const [index, part] of parts.entries()) {
    const beside = parts.some((other, i) => i !== index && knowledge.names.longestAt([other], 0)?.matches[0]?.fact.kind === 'person');
    if (beside && part.length >= 4 && /^\p{Lu}/u.test(part) && !isKnownWord(part)) {
      const match = knowledge.names.misspelling(part);
      if (match?.fact.kind === 'person' && !isStrangers(part, match.fact, knowledge, use))
        return slipOf(match, at, token, start, part, knowledge);
    }
    start += part.length + 1;
  }
  return null;
}

/** "Ivan Kamanev was a baker. Kamanev sold bread.": the text has somebody else of that name. */
function isStrangers(word: string, fact: AnyFact, knowledge: NameSource, use: WordUse | undefined): boolean {
  if (fact.kind !== 'person' || !use) return false;
  return use.given(word).some((given) => knowledge.names.identify(`${given} ${word}`)?.fact !== fact && !isPartOf(given, fact));
}

const isPartOf = (word: string, person: Person): boolean =>
  [person.name, ...person.names].some((name) => name.split(/\s+/).some((part) => part.toLowerCase() === word.toLowerCase()));

/** "Neckar" where the text has Necker, too: a word of the world that stands alone where a person must stand, nearly the surname of one whom the text names. */
function writtenRightElsewhere(
  at: number,
  tokens: readonly Token[],
  block: Block,
  knowledge: NameSource,
  use: WordUse | undefined,
): NameMatch | null {
  if (!use || block.kind === 'heading' || !standsAsName(at, tokens)) return null;
  const { text } = tokens[at]!;
  if (use.isOftenCapital(text) || use.isSmall(text) || use.given(text).length > 0) return null;
  const match = knowledge.names.nearest(text);
  if (match?.fact.kind !== 'person' || match.cost > LIGHT_SLIP) return null;
  const { listed } = match;
  if (listed.includes(' ') || listed.length < LONG_NAME || listed[0] !== text[0] || /[^\p{ASCII}]/u.test(listed)) return null;
  return use.isCapital(listed) ? match : null;
}

const PLACE_BEFORE =
  /^(?:the|a|an|in|at|near|from|into|to|through|around|over|river|lake|mount|town|city|village|province|county|state|street|castle|ship)$/;

/** Within a sentence, no other capitalised word beside it but a title, no article and no preposition of place before it. */
function standsAsName(at: number, tokens: readonly Token[]): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  // What opens a sentence has a capital of its own.
  if (before === undefined || /^[.!?:;"“”'‘’*(–—]$/.test(before.text)) return !isCommonWord(tokens[at]!.text) && standsBefore(after);
  if (PLACE_BEFORE.test(before.lower)) return false;
  if (before.kind !== 'punctuation' && before.capitalised && !isTitle(before.text)) return false;
  return standsBefore(after);
}

/** "Miller (1994)" and "Miller & Co." are somebody else. */
const standsBefore = (after: Token | undefined): boolean =>
  after === undefined || !(after.capitalised || after.text === '(' || after.text === '&');

/** Whether a word before a slip is no part of another person's name: "the thirteenth Congress Kamanev". */
export const isNoName = (word: string): boolean => isCommonWord(word);
