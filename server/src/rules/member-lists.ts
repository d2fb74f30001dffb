/** Which names of a sentence are said to make up a group, or to lead it. */
import type { Term } from '../chapter/model';
import type { Entity } from '../reading/entities';
import { NEGATIONS } from '../reading/lexicon/words';
import type { Reading, SentenceReading } from '../reading/model';
import type { Token } from '../reading/tokens';

export interface ListedName {
  readonly from: number;
  readonly to: number;
  /** Null for a capitalised name that the chapter lacks. */
  readonly person: string | null;
  /** A pronoun that may be any of the members. */
  readonly open?: boolean;
}

export interface MemberList {
  readonly names: readonly ListedName[];
  /** All who belong are named, no other name stands in the sentence: "X, Y and Z formed the G". */
  readonly whole: boolean;
  /** The list is of those who lead it. */
  readonly leaders: boolean;
  /** Each of them is called one of it, and nothing is said of who else is: "X and Y, the other two of the G". */
  readonly apposed: boolean;
}

/** The lists of names that the sentence says make up the group; `entity` is null where the sentence before named it. */
export function memberLists(
  sentence: SentenceReading,
  group: Term,
  entity: Entity | null,
  reading: Reading,
  /** The sentence answers who the members are. */
  asked = false,
): MemberList[] {
  const members = group.members.map(({ person }) => person);
  const surnames = new Map(
    members.flatMap((id) => {
      const fact = reading.knowledge.fact(id);
      return fact ? [[fact.name.split(/\s+/).at(-1)!.toLowerCase(), id] as const] : [];
    }),
  );
  const lists = nameLists(sentence, new Set(members), surnames);
  const together = entity ? wholeGroup(sentence, lists, entity) : null;
  if (together && isAsserted(sentence, together, entity)) return [{ names: together, whole: true, leaders: false, apposed: false }];
  const inRow = entity ? listInRow(sentence, lists, entity, reading) : null;
  return lists
    .filter(
      (list) =>
        list.length >= 2 &&
        isAsserted(sentence, list, entity) &&
        (list === inRow ||
          isApposed(sentence, list, entity) ||
          composes(sentence, list, entity, group) ||
          (asked && opens(sentence, list))),
    )
    .map((list) => ({
      names: list,
      whole: false,
      leaders: isOfLeaders(sentence, list, entity),
      apposed: isApposed(sentence, list, entity),
    }));
}

/** Runs of names joined by commas, "and", "&", "+" and "/". */
function nameLists(sentence: SentenceReading, members: ReadonlySet<string>, surnames: ReadonlyMap<string, string>): ListedName[][] {
  const { tokens, from, to, entities } = sentence;
  // "him, Zinoviev and Bukharin": a pronoun in the list is one of the members, where it can be.
  const pronouns = new Map(
    sentence.clauses.flatMap(({ frame }) =>
      frame.people.flatMap(({ pronoun, entity, at, ids }) => {
        const named = pronoun && !entity && /^(?:he|him|she|himself|herself)$/.test(tokens[at]?.lower ?? '');
        return named ? [[at, ids.find((id) => members.has(id)) ?? null] as const] : [];
      }),
    ),
  );
  const entityAt = new Map(entities.map((entity) => [entity.from, entity]));
  const lists: ListedName[][] = [];
  let current: ListedName[] = [];
  let joined = true;
  const flush = () => {
    if (current.length > 0) lists.push(current);
    current = [];
    joined = true;
  };
  for (let i = from; i < to; ) {
    const entity = entityAt.get(i);
    const token = tokens[i]!;
    if (entity?.kind === 'person' && !entity.possessive) {
      if (!joined) flush();
      current.push({ from: i, to: entity.to, person: entity.facts[0]!.id });
      joined = false;
      i = entity.to;
    } else if (joined && current.length > 0 && token.capitalised && surnames.has(token.lower) && (!entity || entity.to === i + 1)) {
      // "Ebert and Landsberg": in a list of people a name that is a place's as well is a member's.
      current.push({ from: i, to: i + 1, person: surnames.get(token.lower)! });
      joined = false;
      i++;
    } else if (pronouns.has(i) && (isJoint(tokens[i + 1] ?? token) || (joined && current.length > 0))) {
      if (!joined) flush();
      const person = pronouns.get(i) ?? null;
      current.push({ from: i, to: i + 1, person, ...(person === null ? { open: true } : {}) });
      joined = false;
      i++;
    } else if (isJoint(token)) {
      joined = current.length > 0;
      i++;
    } else if (!entity && joined && current.length > 0 && isNameLike(token) && !tokens[i + 1]?.capitalised && !followsSaint(token)) {
      current.push({ from: i, to: i + 1, person: null });
      joined = false;
      i++;
    } else {
      flush();
      i = entity ? entity.to : i + 1;
    }
  }
  flush();
  return lists;
}

const isNameLike = (token: Token) => token.kind === 'word' && token.capitalised && !token.possessive && token.text.length > 2;
const followsSaint = (token: Token) => /^(?:st|saint)$/.test(token.lower);
const isJoint = (token: Token) => /^[,&+/]$/.test(token.text) || token.lower === 'and';

/** Words between a group and the list of those who make it up. */
const COMPOSES = new Set(
  'of members member were was is are consisted consists comprised comprises included made up composed comprising consisting between = : ( – — - namely who which friends partners leaders led headed'.split(
    ' ',
  ),
);
/** Of a list of names: "X, Y and Z were in it", "made it up", "belonged to it". */
export const IN_IT =
  /\b(?:(?:was|were|are|is) (?:all |both )?(?:in|part of|members of)|belonged to|joined|formed|made up|sat in) (?:it|them)\b/;

/** Whether the list is the first thing that the answer says. */
function opens({ tokens, from }: SentenceReading, list: readonly ListedName[]): boolean {
  return tokens
    .slice(from, list[0]!.from)
    .every(({ kind, lower }) => kind === 'punctuation' || /^(?:a|answer|ans|it|was|were|they|the|three|two|four)$/.test(lower));
}

const APART = /^(?:against|defeated|beat|attacked|opposed|versus|v|vs|fought|left|outside|without|except|excluding|unlike)$/;

/** Whether the words between the group and the list say that these make it up. */
function composes({ tokens, from }: SentenceReading, list: readonly ListedName[], group: Entity | null, term: Term): boolean {
  const start = list[0]!.from;
  const end = list.at(-1)!.to;
  const before = tokens[start - 1];
  const ledBy = before?.lower === 'by' && /^(?:led|headed)$/.test(tokens[start - 2]?.lower ?? '');
  if (before && !ledBy && /^(?:against|by|from|for|with|to|than|like)$/.test(before.lower)) return false;
  if (group === null) {
    const words = tokens.slice(from, start);
    const behind = tokens.slice(end, end + 6).map(({ lower }) => lower);
    // "X, Y and Z were in it": the list is the subject, and nothing stands between.
    if (words.every(({ kind }) => kind === 'punctuation') && IN_IT.test(behind.join(' ')) && behind.indexOf('it') <= 4) return true;
    // Another group that the sentence forms on the way is not the one above.
    return (
      words.length <= 10 &&
      words.some((token) => COMPOSES.has(token.lower)) &&
      !words.some((token) => /^(?:group|committee|alliance|bloc|commission|special|new|other|another)$/.test(token.lower))
    );
  }
  if (group.from >= end) {
    const between = tokens.slice(end, group.from);
    if (between.every((token) => /^(?:formed|made|up|were|was|the|a|=|\)|—|–|-|who|all|became|become)$/.test(token.lower))) return true;
    return false;
  }
  const between = tokens.slice(group.to, start);
  return (
    between.length <= 14 &&
    between.some((token) => COMPOSES.has(token.lower)) &&
    !between.some((token) => APART.test(token.lower) || term.names.includes(token.text))
  );
}

const COUNTS = ['', '', 'two', 'three', 'four', 'five', 'six'];
/** Words that call those beside them members, between the list and the group. */
const OF_IT = /^(?:,|\(|–|—|the|his|her|their|of|other|fellow|remaining|both|members?)$/;

/** "X and Y, the other two of the G,", "his fellow G, X and Y,": whom it calls members, by their number or as fellows of another. */
function isApposed({ tokens, from, to }: SentenceReading, list: readonly ListedName[], group: Entity | null): boolean {
  if (group === null || group.possessive || list.length < 2 || !isJoint(tokens[list.at(-1)!.from - 1]!)) return false;
  const [start, end] = [list[0]!.from, list.at(-1)!.to];
  const isEnd = (at: number) => at >= to || /^[,.;:)–—]$/.test(tokens[at]!.text);
  const calls = (words: readonly Token[]) => {
    const count = words.filter(({ lower }) => COUNTS.includes(lower));
    return (
      words.every(({ lower }) => OF_IT.test(lower) || lower === COUNTS[list.length]) &&
      (count.length > 0 || words.some(({ lower }) => /^(?:other|fellow|remaining)$/.test(lower)))
    );
  };
  if (group.to <= start && isEnd(end) && isOneOfThem(tokens, group, start)) return true;
  // A list in which the group is one more item ends with "and" only behind it.
  if (tokens[list.at(-1)!.from - 1]!.text === ',') return false;
  if (group.from > end) return /^[,(–—]$/.test(tokens[end]!.text) && calls(tokens.slice(end, group.from)) && isEnd(group.to);
  let first = group.from;
  while (
    first > from &&
    tokens[first - 1]!.kind === 'word' &&
    (OF_IT.test(tokens[first - 1]!.lower) || COUNTS.includes(tokens[first - 1]!.lower))
  )
    first--;
  const between = tokens.slice(group.to, start);
  return between.length <= 1 && between.every(({ text }) => /^[,(:–—]$/.test(text)) && calls(tokens.slice(first, group.from)) && isEnd(end);
}

/** "one of the G of 1649, together with": whoever is named next is another of it. */
function isOneOfThem(tokens: readonly Token[], group: Entity, start: number): boolean {
  const before = tokens.slice(Math.max(0, group.from - 4), group.from).map(({ lower }) => lower);
  const one = before.lastIndexOf('one');
  const isOne = one >= 0 && before.slice(one + 1).every((word) => /^(?:of|the)$/.test(word) || COUNTS.includes(word));
  const between = tokens.slice(group.to, start);
  return (
    isOne &&
    /^(?:with|alongside|beside)$/.test(between.at(-1)?.lower ?? '') &&
    between.every(({ kind, lower }) => kind === 'number' || /^(?:of|in|,|together|along|with|alongside|beside)$/.test(lower))
  );
}

/** "whose leaders, X and Y," "X and Y, its two leaders". */
function isOfLeaders({ tokens }: SentenceReading, list: readonly ListedName[], group: Entity | null): boolean {
  if (group === null) return false;
  const start = list[0]!.from;
  if (group.to > start) return false;
  // "the G, led by X and Y", "the leaders of the G were X and Y"
  const ahead = tokens.slice(Math.max(0, group.from - 3), group.from).some((token) => token.lower === 'leaders');
  return ahead || tokens.slice(group.to, start).some((token) => /^(?:leaders|led|headed)$/.test(token.lower));
}

/** A row whose one cell is the group's name and another the list. */
function listInRow(sentence: SentenceReading, lists: readonly ListedName[][], group: Entity, reading: Reading): ListedName[] | null {
  const block = reading.notes.blocks[sentence.block]!;
  const { cells } = block;
  if (!cells) return null;
  const { tokens, from, to } = sentence;
  const cellOf = (token: number) => {
    const at = block.start + tokens[token]!.start;
    return cells.findIndex((cell) => at >= cell.start && at < cell.end);
  };
  const fills = (cell: number, first: number, last: number) => {
    for (let i = from; i < to; i++)
      if (
        cellOf(i) === cell &&
        (i < first || i >= last) &&
        tokens[i]!.kind !== 'punctuation' &&
        !/^(?:the|a|called)$/.test(tokens[i]!.lower)
      )
        return false;
    return true;
  };
  const groupCell = cellOf(group.from);
  if (!fills(groupCell, group.from, group.to)) return null;
  const whole = lists.filter((list) => {
    const cell = cellOf(list[0]!.from);
    return (
      list.length >= 2 &&
      cell !== groupCell &&
      fills(cell, list[0]!.from, list.at(-1)!.to) &&
      !/against|enem|oppon|rival|versus|target|victim|outside|not /i.test(cells[cell]?.header ?? '')
    );
  });
  return whole.length === 1 ? whole[0]! : null;
}

const LIST = 'N(?: J+ N)*';
const ADVERBS = '(?:(?:then|now|had|have|soon|together|also|later|first|quickly|secretly|all|both|both of them|jointly|finally|in fact) )*';
const NOUN_PHRASE =
  '(?:(?:the|a|an|their|his|what|so-called|three-man|new|own|famous|ruling|secret|was|is|called|became|known|as|a|an|"|“|‘|\') )*#';
const FORM = '(?:form|forms|formed|forming|made up|make up|set up|built|founded|created|established|composed|constituted|were|was)';
const ENTER = '(?:belonged to|sat in|sat on|entered|joined|served in|served on|were in|were members of|were the members of|are in|made up)';
const WITH = '(?:(?:together|along|jointly) )?with';
const PATTERNS = [
  // "X, Y and Z formed the G", "X, together with Y and Z, formed the G"
  new RegExp(`(?:^| )${LIST}(?: J* ?${WITH} ${LIST} J?)? ${ADVERBS}(?:${FORM}|${ENTER}) ${NOUN_PHRASE}`),
  // "X formed a G with Y and Z"
  new RegExp(`(?:^| )${LIST} ${ADVERBS}${FORM} ${NOUN_PHRASE} (?:J )?(?:against [NO] )?${WITH} ${LIST}`),
  // "X joined Y and Z in the G", "X teamed up with Y and Z to form the G"
  new RegExp(
    `(?:^| )${LIST} ${ADVERBS}(?:joined|joins|teamed up|united|allied himself|got together|joined forces|came together|linked up|combined) (?:with )?(?:forces with )?${LIST} (?:in|to form|to create|to make up|and formed) ${NOUN_PHRASE}`,
  ),
  // "In the G X, Y and Z stood together"
  new RegExp(
    `(?:in|within) ${NOUN_PHRASE} (?:J )?${LIST} ${ADVERBS}(?:stood|were|came|joined|united|worked|combined|ruled|governed|made common)`,
    'i',
  ),
];

/** All the sentence's names, where they are said to have formed the group together. */
function wholeGroup(sentence: SentenceReading, lists: readonly ListedName[][], group: Entity): ListedName[] | null {
  const { tokens, from, to, entities, dates } = sentence;
  const names = new Map(lists.flat().map((name) => [name.from, name]));
  const words: string[] = [];
  for (let i = from; i < to; ) {
    const name = names.get(i);
    const entity = entities.find((other) => other.from === i);
    const date = dates.find((claim) => claim.token === i);
    if (name) {
      words.push('N');
      i = name.to;
    } else if (entity === group) {
      words.push('#');
      i = entity.to;
    } else if (date) {
      const block = tokens[i]!.start + (date.mention.end - date.mention.start);
      // "in July 1926" says nothing of who: the whole phrase is left out.
      if (/^(?:in|on|by|from|since)$/.test(words.at(-1) ?? '')) words.pop();
      while (i < to && tokens[i]!.start < block) i++;
    } else if (entity) {
      words.push(entity.kind === 'person' ? 'P' : 'O');
      i = entity.to;
    } else {
      words.push(isJoint(tokens[i]!) ? 'J' : tokens[i]!.lower);
      i++;
    }
  }
  const said = words.join(' ');
  if (!PATTERNS.some((pattern) => pattern.test(said))) return null;
  if (words.some((word) => APART.test(word) && !/^(?:against)$/.test(word))) return null;
  const together = [...names.values()].filter(
    (name) => !/^(?:against|before|after|without|for|from)$/.test(tokens[name.from - 1]?.lower ?? ''),
  );
  return together.length > 0 ? together : null;
}

/** Nothing that is asked, supposed, reported; denied only where the denial stands by the list or the group. What stands in brackets behind the group is taken for granted. */
function isAsserted({ tokens, from, to, clauses }: SentenceReading, list: readonly ListedName[], group: Entity | null): boolean {
  const start = list[0]!.from;
  const end = list.at(-1)!.to;
  const inside = clauses.filter(({ clause }) => clause.ranges.some((range) => start >= range.from && start < range.to));
  if (group?.to === start - 1 && tokens[start - 1]!.text === '(' && tokens[end]?.text === ')')
    return !inside.some(({ unasserted }) => unasserted === 'quotation' || unasserted === 'reported' || unasserted === 'bibliographic');
  if (inside.some(({ unasserted }) => unasserted !== null && unasserted !== 'negation')) return false;
  const first = Math.max(from, Math.min(start, group?.from ?? start) - 4);
  const last = Math.min(to, Math.max(end, group?.to ?? end) + 2);
  return !tokens.slice(first, last).some((token) => NEGATIONS.has(token.lower));
}
