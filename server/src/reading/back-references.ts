/** Nouns that stand for a group or a body named before: "this league", "that alliance", "the Committee". */
import type { Focus } from './above';
import type { Entity } from './entity';
import { DETERMINERS, PREPOSITIONS } from './lexicon/words';
import type { Knowledge } from './model';
import type { Token } from './tokens';

/** What people who have joined together are called, whatever their name is. */
const GROUPS = new Set('alliance league bloc coalition pact partnership compact union opposition faction trio grouping'.split(' '));
/** Of these "the" is enough, where nothing behind them says which. */
const PLAIN_GROUPS = new Set('alliance league bloc coalition'.split(' '));
/** What bodies are called for short, with a capital. */
const BODIES = new Set('committee council commission assembly chamber inspectorate board bureau convention directory'.split(' '));
/** So many words may stand between the determiner and the noun. */
const MOST_ADJECTIVES = 2;

/**
 * The phrases of tokens[from, to) that point back at the group or the body named last, as if they were its names.
 * One that brings in another group ("an alliance with France", "the coalition of 1922") takes the one named last out of focus.
 */
export function backReferences(
  tokens: readonly Token[],
  from: number,
  to: number,
  here: readonly Entity[],
  focus: Focus,
  { termKindOf }: Pick<Knowledge, 'termKindOf'>,
): Entity[] {
  const found: Entity[] = [];
  for (let noun = from + 1; noun < to; noun++) {
    const { lower, capitalised, possessive } = tokens[noun]!;
    const isBody = capitalised && BODIES.has(lower);
    if (!isBody && !GROUPS.has(lower)) continue;
    if (here.some((entity) => entity.from <= noun && noun < entity.to)) continue;
    const start = determinerOf(tokens, noun, from, here);
    if (!isBody && (start < 0 || !pointsBack(tokens, noun, start))) {
      focus.group = null;
      continue;
    }
    if (start < 0) continue;
    const kind = isBody ? 'body' : 'group';
    const before = here.findLast((entity) => entity.to <= start && termKindOf(entity.facts[0]?.id ?? '') === kind);
    const meant = before ?? focus[kind];
    if (!meant || (isBody && !isCalled(meant, lower))) continue;
    found.push({ kind: meant.kind, facts: meant.facts, from: start, to: noun + 1, how: 'pronoun', possessive });
  }
  return found;
}

/** Where "this", "that" or "the" stands before the noun; -1 for none. */
function determinerOf(tokens: readonly Token[], noun: number, from: number, here: readonly Entity[]): number {
  for (let at = noun - 1; at >= Math.max(from, noun - 1 - MOST_ADJECTIVES); at--) {
    const { kind, lower, capitalised } = tokens[at]!;
    if (lower === 'this' || lower === 'that' || lower === 'the') return at;
    const isAdjective = (kind === 'word' || lower === '-') && !capitalised && !DETERMINERS.has(lower) && !PREPOSITIONS.has(lower);
    if (!isAdjective || here.some((entity) => entity.from <= at && at < entity.to)) return -1;
  }
  return -1;
}

/** "this unhappy league", "the alliance collapsed"; not "the alliance with France", "the new alliance", "that league of three". */
function pointsBack(tokens: readonly Token[], noun: number, start: number): boolean {
  if (/^(?:of|with|between|against|for|to)$/.test(tokens[noun + 1]?.lower ?? '')) return false;
  return tokens[start]!.lower !== 'the' || (start === noun - 1 && PLAIN_GROUPS.has(tokens[noun]!.lower) && !tokens[noun]!.capitalised);
}

const isCalled = ({ facts }: Entity, word: string) =>
  facts.some(({ name, ...fact }) =>
    [name, ...('names' in fact ? fact.names : [])].some((each) =>
      each
        .toLowerCase()
        .split(/\P{L}+/u)
        .includes(word),
    ),
  );
