/** A clause, or a plain line of a pack, as a frame: what happened, with whom, to what. */
import { stemmer } from 'stemmer';
import { nameNumber } from '../chapter/names/numbers';
import { isCommonWord } from '../chapter/names/words';
import { isVerbLike } from './clauses';
import { type Entity, isEpithet } from './entities';
import type { ConceptName } from './lexicon/concepts';
import { type ConceptHit, findConcepts } from './lexicon/index';
import { baseOfIrregular, verbForms } from './lexicon/inflect';
import {
  AUXILIARIES,
  BE,
  DETERMINERS,
  NAMES_OF_DAYS,
  NEGATIONS,
  PERFECT_OR_PASSIVE,
  PLURAL_PRONOUNS,
  PREPOSITIONS,
  STOPWORDS,
} from './lexicon/words';
import type { Token } from './tokens';

/** How a participant stands in its clause. */
export type Role =
  | 'subject' // before the verb, or alone in telegraph style
  | 'object' // after the verb
  | 'possessor' // of the noun that names what happened: "Lenin's death"
  | 'owner' // of a thing of the chapter: "Lenin's Testament"
  | 'modifier' // of another noun: "Stalin's wife"
  | 'oblique' // behind a preposition
  | 'agent' // behind "by"
  | 'topic'; // inherited from the heading, the line above or the sentence before

export interface Participant {
  /** Person ids, likeliest first; several where a pronoun or a name is open. */
  readonly ids: readonly string[];
  readonly role: Role;
  readonly preposition: string;
  readonly entity?: Entity;
  readonly pronoun: boolean;
  /** Token index of the name or pronoun, -1 for one taken over from outside. */
  readonly at: number;
}

export interface Thing {
  /** Ids of terms, events or sources, likeliest first. */
  readonly ids: readonly string[];
  readonly preposition: string;
  readonly entity: Entity;
}

export interface Frame {
  readonly concepts: readonly ConceptHit[];
  readonly people: readonly Participant[];
  /** Terms and sources. */
  readonly terms: readonly Thing[];
  readonly events: readonly Thing[];
  readonly offices: readonly Thing[];
  /** Stems of the content words that are part of nothing else. */
  readonly stems: ReadonlySet<string>;
  /** "first", "no. 2", "III" that no name takes in: which of several. */
  readonly ordinals: ReadonlySet<number>;
  /** Capitalised words that are nobody and nothing of the chapter: a sign of some other event. */
  readonly strangers: number;
  /** Their stems: a fact may have the word all the same. */
  readonly strangerStems: ReadonlySet<string>;
  /** Stems of all capitalised words that no name takes in, those behind "in" and "at" too: places among them. */
  readonly properStems: ReadonlySet<string>;
  /** The words right before them: "by Mussolini" is an agent that the chapter does not have. */
  readonly strangerPrepositions: ReadonlySet<string>;
  /** "He", before the verb, means nobody of the chapter whom the text has named. */
  readonly nobody: boolean;
  readonly passive: boolean;
}

export interface FrameKnowledge {
  /** Whether a name of the chapter has this word (lower case) in it: "congress", "party". */
  isNameWord(word: string): boolean;
  /** Who stands in this relation ("wife") to the person; null where the chapter does not say. */
  related(person: string, role: string): string | null;
}

export interface PronounReader {
  /** What "it" at this token may be: a term or an event of the sentence before. */
  thing(index: number, sameSentence: boolean): Entity | null;
  /** Who a pronoun at this token may be, likeliest first; empty where nobody is plain. */
  resolve(token: Token, index: number): readonly string[];
  /** The `count` people of whom the text has just spoken, in the order in which it names them; empty where they are not just so many. */
  lastNamed(count: number, index: number): readonly string[];
}

const PRONOUNS = new Set(['he', 'him', 'his', 'himself', 'she', 'her', 'hers', 'herself', 'they', 'them', 'their', 'themselves']);
const CAUSATIVES = new Set(['get', 'gets', 'got', 'has', 'have', 'had']);
const OBJECT_PRONOUNS = new Set(['him', 'her', 'them', 'his', 'their', 'it']);
const NOMINATIVE = new Set(['he', 'she', 'they']);
const LOOK_BACK = 8;

/**
 * The frame of the tokens in `ranges`. `inDate` tells the tokens of dates, which fill no slot.
 */
export function readFrame(
  tokens: readonly Token[],
  ranges: readonly { readonly from: number; readonly to: number }[],
  entities: readonly Entity[],
  inDate: (index: number) => boolean,
  verb: number,
  pronouns?: PronounReader,
  knowledge?: FrameKnowledge,
): Frame {
  const inRange = (index: number) => ranges.some((range) => index >= range.from && index < range.to);
  const here = entities.filter((entity) => inRange(entity.from));
  const covered = new Map<number, Entity>();
  for (const entity of here) for (let i = entity.from; i < entity.to; i++) covered.set(i, entity);

  const found = ranges
    .flatMap((range) => findConcepts(tokens, range.from, range.to))
    .filter((hit) => !inDate(hit.from) && !insideEntity(hit, covered));
  const concepts = found.filter((hit) => !isTakingPlace(hit, found));
  const predicateAt = verb >= 0 ? verb : (concepts.find((hit) => hit.part === 'verb' || hit.part === 'phrase')?.from ?? -1);
  const causative =
    predicateAt >= 0 &&
    CAUSATIVES.has(tokens[predicateAt]!.lower) &&
    concepts.some(
      (hit) =>
        hit.from > predicateAt + 1 &&
        hit.part === 'verb' &&
        (hit.form === 'participle' || hit.form === 'past') &&
        // "had at first argued" has nobody whom he made do it.
        tokens
          .slice(predicateAt + 1, hit.from)
          .some((token, k) => covered.has(predicateAt + 1 + k) || token.capitalised || OBJECT_PRONOUNS.has(token.lower)),
    );
  const people: Participant[] = [];
  const terms: Thing[] = [];
  const events: Thing[] = [];
  const offices: Thing[] = [];
  for (const entity of here) {
    // "a row about Krupskaya, Lenin writes": a name with a verb behind it is its subject.
    const heads =
      !entity.possessive &&
      tokens[entity.to] !== undefined &&
      ((isVerbLike(tokens[entity.to]!) &&
        (tokens[entity.from - 1]?.kind === 'punctuation' ||
          (entity.to === predicateAt && followsNoun(tokens, entity.from, covered, inDate)))) ||
        isSubjectOfClause(tokens, entity, covered));
    const preposition = heads ? '' : prepositionBefore(tokens, entity.from, covered, inDate);
    const ids = entity.facts.map((fact) => fact.id);
    if (entity.kind === 'person')
      people.push({
        ids,
        role: roleOf(tokens, entity, preposition, predicateAt, concepts, covered),
        preposition,
        entity,
        pronoun: false,
        at: entity.from,
      });
    else if (entity.kind === 'office') {
      offices.push({ ids, preposition, entity });
      // "The former king was executed": an office that one man held names him.
      if (ids.length === 1 && isDefinite(tokens, entity.from))
        people.push({
          ids,
          role: roleOf(tokens, entity, preposition, predicateAt, concepts, covered),
          preposition,
          entity,
          pronoun: true,
          at: entity.from,
        });
    } else (entity.kind === 'event' ? events : terms).push({ ids, preposition, entity });
  }
  const making = terms.map(({ entity }) => makingBefore(tokens, entity)).find((at) => at >= 0);
  if (making !== undefined) concepts.push({ concept: 'found', from: making, to: making + 1, part: 'verb' });
  for (const { entity } of [...offices, ...terms.filter(isOffice)]) {
    const at = takingOf(tokens, entity);
    if (at < 0 || concepts.some((hit) => hit.concept === 'appoint' && hit.from <= at && at < hit.to)) continue;
    // "accepted the post": no law that is adopted.
    const kept = concepts.filter((hit) => hit.from !== at);
    concepts.splice(0, concepts.length, ...kept, { concept: 'appoint', from: at, to: at + 1, part: 'verb', undergone: true });
  }
  const buried = concepts.find(
    (hit) =>
      hit.concept === 'bury' && hit.part === 'verb' && concepts.some((other) => other.concept === 'conceal' && other.from === hit.from),
  );
  if (buried) {
    const other = isFuneral(buried, tokens, covered, inRange) ? 'conceal' : 'bury';
    const kept = concepts.filter((hit) => hit.from !== buried.from || hit.concept !== other);
    concepts.splice(0, concepts.length, ...kept);
  }
  const named = new Set(concepts.flatMap((hit) => Array.from({ length: hit.to - hit.from }, (_, k) => hit.from + k)));
  // "Stalin gets Trotsky expelled": he brings it about, and is no party to it.
  if (causative)
    for (const [index, participant] of people.entries())
      if (participant.role === 'subject') people[index] = { ...participant, role: 'oblique', preposition: 'through' };
  const stems = new Set<string>();
  const ordinals = new Set<number>();
  const strangerStems = new Set<string>();
  const properStems = new Set<string>();
  const strangerPrepositions = new Set<string>();
  let strangers = 0;
  let nobody = false;
  for (const range of ranges) {
    for (let i = range.from; i < range.to; i++) {
      const token = tokens[i]!;
      if (covered.has(i) || inDate(i)) continue;
      const number = ordinalAt(tokens, i);
      if (number !== null) ordinals.add(number);
      if (token.kind === 'number' && number === null) stems.add(token.lower.replace(/,/g, ''));
      if (token.kind !== 'word') continue;
      if (token.lower === 'it' && (isVerbLike(tokens[i + 1] ?? token) || PREPOSITIONS.has(tokens[i - 1]?.lower ?? ''))) {
        const isSubject = isVerbLike(tokens[i + 1] ?? token) && !isGoverned(tokens[i - 1]);
        const entity = isExpletive(tokens, i, inDate) ? null : pronouns?.thing(i, !isSubject);
        if (entity) (entity.kind === 'event' ? events : terms).push({ ids: entity.facts.map((fact) => fact.id), preposition: '', entity });
        continue;
      }
      const counted = pronouns ? countedAt(tokens, i, covered) : null;
      if (counted && pronouns) {
        const all = pronouns.lastNamed(counted.count, counted.from);
        const ids = counted.which === null ? all : all.slice(counted.which, counted.which + 1);
        // "Aldwin and Tostig both lost their seats": they are named already.
        const known = new Set(people.filter(({ role }) => role === 'subject').flatMap((participant) => participant.ids));
        const preposition = prepositionBefore(tokens, counted.from, covered, inDate);
        const role: Role =
          preposition === 'by' ? 'agent' : preposition ? 'oblique' : predicateAt < 0 || i <= predicateAt ? 'subject' : 'object';
        for (const id of ids) if (!known.has(id)) people.push({ ids: [id], role, preposition, pronoun: true, at: i });
        if (ids.length > 0) continue;
      }
      if (PRONOUNS.has(token.lower)) {
        const ids = ifCountedRight(tokens, i, pronouns?.resolve(token, i) ?? []);
        if (pronouns && ids.length === 0 && /^s?he$/.test(token.lower)) nobody = true;
        if (ids.length > 0) {
          const possessive =
            token.lower === 'his' ||
            token.lower === 'their' ||
            (token.lower === 'her' && tokens[i + 1]?.kind === 'word' && !STOPWORDS.has(tokens[i + 1]!.lower));
          // "his chief's death" is not his own.
          const nominal = possessive && !tokens[i + 1]?.possessive && nounConceptAt(concepts, i + 1);
          const preposition = NOMINATIVE.has(token.lower) ? '' : prepositionBefore(tokens, i, covered, inDate);
          const role: Role = possessive
            ? nominal
              ? 'possessor'
              : 'modifier'
            : preposition === 'by'
              ? 'agent'
              : preposition
                ? 'oblique'
                : predicateAt < 0 || i <= predicateAt
                  ? 'subject'
                  : 'object';
          // "they" are all of those, "he" is one of them.
          if (PLURAL_PRONOUNS.has(token.lower)) for (const id of ids) people.push({ ids: [id], role, preposition, pronoun: true, at: i });
          else people.push({ ids, role, preposition, pronoun: true, at: i });
        }
        continue;
      }
      const related = knowledge && relatedTo(tokens, i, people, covered, knowledge);
      if (related)
        people.push({
          ids: related,
          role: predicateAt < 0 || i <= predicateAt ? 'subject' : 'object',
          preposition: '',
          pronoun: true,
          at: i,
        });
      if (
        token.capitalised &&
        (!isSentenceStart(tokens, i) || !isCommonWord(token.lower)) &&
        !/^(?:[IVX]+|[A-Z]\.?)$/.test(token.text) &&
        !isAdjective(token, tokens[i + 1]) &&
        !(isEpithet(tokens, i) && people.some(({ entity }) => entity?.from === i + 1)) &&
        nameNumber(token.text) === null &&
        // "died on a Monday"
        !NAMES_OF_DAYS.has(token.lower) &&
        !knowledge?.isNameWord(token.lower)
      ) {
        properStems.add(stemmer(token.lower));
        if (!/^(?:in|at|near|to)$/.test(tokens[i - 1]?.lower ?? '')) {
          strangers++;
          strangerStems.add(stemmer(token.lower));
          strangerPrepositions.add(tokens[i - 1]?.lower ?? '');
        }
      }
      if (token.text.length > 2 && !named.has(i) && !STOPWORDS.has(token.lower) && !NEGATIONS.has(token.lower)) {
        stems.add(stemmer(token.lower.replace(/iz(e|es|ed|ing|ation|ations)$/, 'is$1')));
        // "chose", of a line that has "chooses".
        const base = baseOfIrregular(token.lower);
        if (base !== undefined) stems.add(stemmer(base));
      }
    }
  }
  return {
    concepts,
    people,
    terms,
    events,
    offices,
    stems,
    ordinals,
    strangers,
    strangerStems,
    properStems,
    strangerPrepositions,
    nobody,
    passive: isPassive(tokens, concepts, people, ranges, verb),
  };
}

/** "The elections took place", "the trial was held": a noun has said what happens, and the verb says no more. */
const isTakingPlace = ({ concept, part, from }: ConceptHit, hits: readonly ConceptHit[]): boolean =>
  concept === 'meet' && part === 'phrase' && hits.some((other) => other.part === 'noun' && other.concept !== 'meet' && other.to <= from);

/** "Lenin was buried", "they buried him": people have funerals, papers are put away. */
function isFuneral(
  { from, to }: ConceptHit,
  tokens: readonly Token[],
  covered: ReadonlyMap<number, Entity>,
  inRange: (index: number) => boolean,
): boolean {
  const isSomebody = (at: number) => covered.get(at)?.kind === 'person' || /^(?:he|him|she|her)$/.test(tokens[at]?.lower ?? '');
  if (isSomebody(to)) return true;
  const next = tokens[to];
  const hasObject = next?.kind === 'word' && (DETERMINERS.has(next.lower) || covered.has(to) || next.lower === 'it');
  if (hasObject) return false;
  // What stands nearest before the verb is buried.
  for (let at = from - 1; at >= 0 && inRange(at); at--) {
    if (tokens[at]!.lower === 'it' || tokens[at]!.lower === 'they') return false;
    if (covered.has(at) || isSomebody(at)) return isSomebody(at);
  }
  return false;
}

/** "It is interesting that", "it seems to me", "it was clear how", "it took until 1922 for him": stands for what follows, not for what came before. */
function isExpletive(tokens: readonly Token[], it: number, inDate: (index: number) => boolean): boolean {
  const verb = tokens[it + 1]?.lower ?? '';
  if (
    /^(?:seem|appear|turn|follow|emerge|transpire|happen|matter|remain|prove|dawn|occur|become|strike|take)s?(?:e?d)?$|^(?:became|struck|took)$/.test(
      verb,
    )
  )
    return /^(?:that|to|as|out|likely|clear|obvious|apparent|evident|plain|known|on|upon|what|who|how|why|whether|little|much|until|till)$/.test(
      tokens[it + 2]?.lower ?? '',
    );
  let at = it + 1;
  while (at < it + 4 && AUXILIARIES.has(tokens[at]?.lower ?? '')) at++;
  if (at === it + 1) return false;
  // "it was the women's turn", "it was a lawyer who spoke", "it was Marat": says who or what something was.
  const isNoun = DETERMINERS.has(tokens[at]?.lower ?? '') || (tokens[at]?.capitalised ?? false);
  if (BE.has(tokens[at - 1]!.lower) && isNoun && !inDate(at) && !inDate(at + 1)) return true;
  while (
    at < it + 6 &&
    /^(?:not|also|often|sometimes|always|never|very|quite|rather|so|too|all|the|more|most|therefore|perhaps|a|no|hard|still|only)$|ly$/.test(
      tokens[at]?.lower ?? '',
    )
  )
    at++;
  const said = tokens[at];
  // "It was over in November": whatever went on.
  if (said?.lower === 'over') return true;
  // "it was adopted that March": what is told of it has a date behind it, no clause.
  return (
    said?.kind === 'word' &&
    EXPLETIVE.has(said.lower) &&
    /^(?:that|to|how|why|whether|when|for|,|of)$/.test(tokens[at + 1]?.text.toLowerCase() ?? '')
  );
}

const EXPLETIVE = new Set(
  'interesting clear true obvious odd strange important necessary possible impossible likely unlikely probable certain remarkable striking significant notable curious ironic surprising natural easy difficult hard said known thought believed argued worth pity coincidence wonder accident irony fact tempting wrong right fair telling typical understandable evident plain doubtful customary usual common tragic sad'.split(
    ' ',
  ),
);

/** "They made the Popular Front": to make a group or a party is to found it. Index of the verb, -1 for none. */
function makingBefore(tokens: readonly Token[], { from, facts }: Entity): number {
  const at = /^(?:the|a|an|their|his|her)$/.test(tokens[from - 1]?.lower ?? '') ? from - 2 : from - 1;
  const isGroup = facts.some((fact) => fact.kind === 'term' && (fact.termKind === 'group' || fact.termKind === 'party'));
  return isGroup && /^ma(?:ke|kes|de|king)$/.test(tokens[at]?.lower ?? '') ? at : -1;
}

const isOffice = ({ entity }: Thing) => entity.facts.some((fact) => fact.kind === 'term' && fact.termKind === 'office');

const TAKING = new Set(
  'accept receive get obtain gain secure acquire take assume fill earn land'
    .split(' ')
    .flatMap((verb) => verbForms(verb).map(({ form }) => form)),
);
const GIVEN = /^(?:given|handed|awarded|granted|entrusted|assigned|promoted|raised|elevated|appointed|named)$/;
const GOING_TO = /^(?:goes|went|gone|falls|fell|fallen|passes|passed|given|handed|entrusted|assigned|awarded)$/;

/** "accepted the General Secretaryship", "was entrusted with the post of Chancellor", "the chancellorship went to X": index of the verb, -1 for none. */
function takingOf(tokens: readonly Token[], { from, to }: Entity): number {
  let at = from - 1;
  const isPost =
    tokens[at]?.lower === 'of' && /^(?:post|office|job|position|role|title|duties|function)$/.test(tokens[at - 1]?.lower ?? '');
  // "got the Chancellor dismissed", "the Chancellor went to Rome": the man, not his post.
  if (!isPost && !/(?:ship|cy|ate|ry)$/.test(tokens[to - 1]!.lower.replace(/secretary$/, ''))) return -1;
  if (isPost) at -= 2;
  while (at >= 0 && /^(?:the|his|her|new|with|to|powerful|humble|vacant|over|up|on)$/.test(tokens[at]!.lower) && from - at < 7) at--;
  const verb = tokens[at]?.lower ?? '';
  const before = tokens[at - 1]?.lower ?? '';
  if (TAKING.has(verb) && before !== 'to' && !NEGATIONS.has(before)) return at;
  if (GIVEN.test(verb) && PERFECT_OR_PASSIVE.has(before)) return at;
  let next = to;
  while (next < to + 3 && AUXILIARIES.has(tokens[next]?.lower ?? '')) next++;
  return GOING_TO.test(tokens[next]?.lower ?? '') && tokens[next + 1]?.lower === 'to' ? next : -1;
}

const COUNTS: Readonly<Record<string, number>> = { both: 2, two: 2, pair: 2, duo: 2, three: 3, trio: 3, four: 4 };
/** People counted together: "both men", "the two rivals". */
const COUNTED = /^(?:men|women|leaders|rivals|allies|partners|friends|politicians|colleagues|comrades|brothers|enemies)$/;

/** "the latter", "both men", "the two", "all three", "the trio": how many are meant, which of them, and where the phrase begins. */
function countedAt(
  tokens: readonly Token[],
  index: number,
  covered: ReadonlyMap<number, Entity>,
): { readonly count: number; readonly which: number | null; readonly from: number } | null {
  const word = tokens[index]!.lower;
  const before = tokens[index - 1]?.lower ?? '';
  const next = tokens[index + 1];
  // "Both sides won": a noun that could be a verb, with a verb behind it.
  const noun = next !== undefined && /s$/.test(next.lower) && tokens[index + 2] !== undefined && isVerbLike(tokens[index + 2]!);
  const ends = next === undefined || next.kind === 'punctuation' || (isVerbLike(next) && !noun) || PREPOSITIONS.has(next.lower);
  if (word === 'former' || word === 'latter')
    return before === 'the' && ends && !tokens[index]!.possessive ? { count: 2, which: word === 'former' ? 0 : 1, from: index - 1 } : null;
  const count = COUNTS[word];
  if (count === undefined || covered.has(index + 1)) return null;
  const people = next !== undefined && COUNTED.test(next.lower) && !next.possessive;
  if (word === 'both') return people || (ends && next?.lower !== 'of' && next?.lower !== 'in') ? { count, which: null, from: index } : null;
  if (!/^(?:the|all|these|those)$/.test(before)) return null;
  return people || (ends && next?.lower !== 'of') ? { count, which: null, from: index - 1 } : null;
}

/** Whom the pronoun means; nobody in "both of them" where three were named, as it means two others. */
function ifCountedRight(tokens: readonly Token[], at: number, ids: readonly string[]): readonly string[] {
  const count = tokens[at - 1]?.lower === 'of' ? COUNTS[tokens[at - 2]?.lower ?? ''] : undefined;
  return count !== undefined && count !== ids.length && PLURAL_PRONOUNS.has(tokens[at]!.lower) ? [] : ids;
}

const CONJUNCTIONS = new Set(['after', 'before', 'since', 'until', 'till']);

/** "the note that he made of it was printed": behind a preposition that opens no clause, "it" is not what the verb is said of. */
const isGoverned = (before: Token | undefined): boolean =>
  before !== undefined && PREPOSITIONS.has(before.lower) && !CONJUNCTIONS.has(before.lower) && !/^(?:as|than|like|for)$/.test(before.lower);

/** "before Lenin died", "after Zinoviev and Kamenev had been expelled": a conjunction, not a preposition, stands before it. */
function isSubjectOfClause(tokens: readonly Token[], entity: Entity, covered: ReadonlyMap<number, Entity>): boolean {
  let first = entity.from - 1;
  for (let steps = 0; steps < LOOK_BACK && (covered.has(first) || /^(?:the|and|,)$/.test(tokens[first]?.text.toLowerCase() ?? '')); steps++)
    first--;
  if (!CONJUNCTIONS.has(tokens[first]?.lower ?? '')) return false;
  let next = entity.to;
  for (
    let steps = 0;
    steps < 3 && tokens[next]?.lower === 'and' && (covered.has(next + 1) || (tokens[next + 1]?.lower === 'the' && covered.has(next + 2)));
    steps++
  ) {
    const other = covered.get(next + 1) ?? covered.get(next + 2)!;
    if (other.possessive) return false;
    next = other.to;
  }
  const verb = tokens[next];
  // "after Kronstadt came the NEP": the verb begins what was after it.
  return verb !== undefined && isVerbLike(verb) && !/^(?:came|comes|come|followed|saw)$/.test(verb.lower);
}

/** "after the broadcast X is murdered": the phrase before the name has its noun already. */
function followsNoun(
  tokens: readonly Token[],
  index: number,
  covered: ReadonlyMap<number, Entity>,
  inDate: (index: number) => boolean,
): boolean {
  const before = tokens[index - 1];
  if (before?.kind !== 'word' || before.capitalised || before.possessive || covered.has(index - 1) || inDate(index - 1)) return false;
  return (
    !PREPOSITIONS.has(before.lower) &&
    !DETERMINERS.has(before.lower) &&
    !STOPWORDS.has(before.lower) &&
    !NOUN_PHRASE_WORDS.has(before.lower) &&
    !isVerbLike(before) &&
    isVerbLessNoun(tokens, index - 2)
  );
}

/** A determiner right before it makes the word a noun: "the broadcast", "his speech". */
const isVerbLessNoun = (tokens: readonly Token[], index: number) => DETERMINERS.has(tokens[index]?.lower ?? '');

/** "the king", "the former king": but not "a king" nor "as king". */
function isDefinite(tokens: readonly Token[], index: number): boolean {
  let at = index - 1;
  while (at >= 0 && /^(?:former|old|young|late|deposed|unfortunate|new)$/.test(tokens[at]!.lower)) at--;
  return tokens[at]?.lower === 'the';
}

/** "his wife", "Lenin's wife": whom the possessor before has in that relation. */
function relatedTo(
  tokens: readonly Token[],
  index: number,
  people: readonly Participant[],
  covered: ReadonlyMap<number, Entity>,
  relations: FrameKnowledge,
): readonly string[] | null {
  const owner = people.find(
    (participant) =>
      participant.role === 'modifier' &&
      (participant.entity ? participant.entity.to === index && covered.has(index - 1) : participant.at === index - 1),
  );
  const ids = owner?.ids.map((id) => relations.related(id, tokens[index]!.lower)).filter((id) => id !== null) ?? [];
  return ids.length > 0 ? [...new Set(ids)] : null;
}

/** "his Mexican house", "the German rising": the adjective of a country names nobody. */
function isAdjective(token: Token, next: Token | undefined): boolean {
  return (
    next?.kind === 'word' &&
    !next.capitalised &&
    (/(?:an|ish|ese|ic)$/.test(token.lower) || NATIONAL.has(token.lower)) &&
    !STOPWORDS.has(next.lower) &&
    !isVerbLike(next)
  );
}

const NATIONAL = new Set(['french', 'dutch', 'czech', 'greek', 'swiss', 'welsh', 'iraqi', 'israeli', 'pakistani']);

/** "first" and "third" anywhere; a numeral only behind "no." or a noun ("stroke II"). */
export function ordinalAt(tokens: readonly Token[], index: number): number | null {
  const token = tokens[index]!;
  if (token.kind === 'number' ? /^\d{1,2}(?:st|nd|rd|th)$/.test(token.lower) : token.text.length > 4) return nameNumber(token.text);
  const before = tokens[index - 1];
  const numbered =
    before !== undefined && (/^(?:no|nr|number)$/.test(before.lower) || (before.text === '.' && tokens[index - 2]?.lower === 'no'));
  if (numbered && /^\d{1,2}$/.test(token.text)) return Number(token.text);
  return /^[IVX]+$/.test(token.text) && token.text !== 'I' && before?.kind === 'word'
    ? nameNumber(token.text)
    : token.text === 'I' && before?.kind === 'word' && !before.capitalised && tokens[index + 1]?.kind !== 'word'
      ? 1
      : null;
}

function insideEntity(hit: ConceptHit, covered: ReadonlyMap<number, Entity>): boolean {
  if (hit.part === 'phrase') return false;
  const entity = covered.get(hit.from);
  // "Bolshevik Revolution" is a name whole; "the Leningrad Opposition is outvoted" has its verb outside.
  return entity !== undefined && entity.to >= hit.to;
}

function nounConceptAt(concepts: readonly ConceptHit[], index: number): boolean {
  return concepts.some((hit) => hit.part === 'noun' && hit.from >= index && hit.from <= index + 2);
}

export function isSentenceStart(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return before === undefined || /^[.!?:"“”'‘’(–—→•]$/.test(before.text);
}

/** The preposition that governs the noun phrase at `index`: across determiners, adjectives and the names it is listed with. */
function prepositionBefore(
  tokens: readonly Token[],
  index: number,
  covered: ReadonlyMap<number, Entity>,
  inDate: (index: number) => boolean,
): string {
  let joined = false;
  for (let i = index - 1, steps = 0; i >= 0 && steps < LOOK_BACK; i--, steps++) {
    const token = tokens[i]!;
    // "a month after the rising": the preposition may belong to the date expression.
    if (inDate(i)) return PREPOSITIONS.has(token.lower) ? token.lower : '';
    if (covered.has(i)) {
      // Another name directly before ("In the Postscript Lenin calls") ends the phrase; one before a joint is listed with this one.
      if (!joined) return '';
      i = covered.get(i)!.from;
      joined = false;
      continue;
    }
    if (token.kind === 'punctuation') {
      if (token.text === ',' || token.text === '&' || token.text === '+') joined = true;
      else if (token.text !== '"' && token.text !== '“') return '';
      continue;
    }
    if (token.lower === 'and' || token.lower === 'or') {
      // A list goes on only where a name stands before the conjunction.
      if (!covered.has(i - 1) && tokens[i - 1]?.text !== ',') return '';
      joined = true;
      continue;
    }
    if (joined) return '';
    // "during an event where X insulted Y": what stands before opens another clause.
    if (/^(?:where|when|while|who|whom|whose|which|that|because|although|though|if|whereas)$/.test(token.lower)) return '';
    if (PREPOSITIONS.has(token.lower)) return token.lower;
    // "On the Friday Stalin spoke"
    if (BE.has(token.lower) || NAMES_OF_DAYS.has(token.lower) || /(?:ed|ing)$/.test(token.lower)) return '';
    if (token.kind === 'number' || DETERMINERS.has(token.lower) || NOUN_PHRASE_WORDS.has(token.lower)) continue;
    if (steps >= 3) return '';
  }
  return '';
}

/** Words that stand between a preposition and a name without ending the phrase. */
const NOUN_PHRASE_WORDS = new Set('comrade leader leaders rival rivals old new former dear own late young fellow'.split(' '));

/** "the death of old Lenin": "of" opens what stands between the noun and the name. */
function isGenitive(noun: number, name: number, tokens: readonly Token[]): boolean {
  return tokens[noun]?.lower === 'of' && name - noun <= 4;
}

function roleOf(
  tokens: readonly Token[],
  entity: Entity,
  preposition: string,
  predicateAt: number,
  concepts: readonly ConceptHit[],
  covered: ReadonlyMap<number, Entity>,
): Role {
  if (entity.possessive) {
    const next = covered.get(entity.to);
    if (next && next.kind !== 'person') return 'owner';
    // "Müller's government resigned": what it does and suffers is his.
    if (GOVERNMENTS.has(tokens[entity.to]?.lower ?? '') && (predicateAt < 0 || entity.from < predicateAt) && !preposition) return 'subject';
    return nounConceptAt(concepts, entity.to) ? 'possessor' : 'modifier';
  }
  if (preposition === 'by') return 'agent';
  if (preposition === 'of')
    return concepts.some((hit) => hit.part === 'noun' && isGenitive(hit.to, entity.from, tokens)) ? 'possessor' : 'oblique';
  if (preposition) return 'oblique';
  // "Stalin and Trotsky's quarrel" and other noun piles stay what they are: subjects before the verb, objects behind it.
  return predicateAt < 0 || entity.from < predicateAt ? 'subject' : 'object';
}

const GOVERNMENTS = new Set('government cabinet ministry administration regime coalition rule'.split(' '));

/** What happens to its subject, or is done without an object. */
const INTRANSITIVE = new Set<ConceptName>([
  'die',
  'clash',
  'ally',
  'rebel',
  'resign',
  'begin',
  'end',
  'surrender',
  'meet',
  'flee',
  'return',
  'debate',
  'win',
  'serve',
  'belong',
  'join',
  'land',
  'retreat',
  'crash',
  'write',
  'condemn',
]);

const UNDERGOES = /^(?:get|gets|got|getting|lose|loses|lost|losing|forfeit|forfeits|forfeited)$/;

/** Verbs with these particles take away: "voted off the committee" is done to whoever stands before. */
const TAKING_AWAY = new Set<ConceptName>(['remove', 'exile']);

function isPassive(
  tokens: readonly Token[],
  concepts: readonly ConceptHit[],
  people: readonly Participant[],
  ranges: readonly { readonly from: number; readonly to: number }[],
  verb: number,
): boolean {
  const first = ranges[0]!.from;
  const inRange = (index: number) => ranges.some((range) => index >= range.from && index < range.to);
  return concepts.some((hit) => {
    // "gets the boot", "loses his seat": it is done to the subject.
    if (hit.concept === 'remove' && UNDERGOES.test(tokens[hit.from]!.lower)) return true;
    // "X out of the committee": notes leave the verb out as well.
    if (hit.concept === 'remove' && hit.part === 'phrase' && verb < 0 && /^(?:out|off)$/.test(tokens[hit.from]!.lower)) return true;
    if (hit.part !== 'verb' || (hit.form !== 'participle' && hit.form !== 'past')) return false;
    const auxiliary = auxiliaryBefore(tokens, hit.from, inRange);
    if (auxiliary === 'passive') return true;
    // "which Hereward founded in 1538", "had founded": somebody does it.
    const gap = /^(?:which|that|whom|who)$/.test(tokens[first]!.lower) && people.some(({ at }) => at > first && at < hit.from);
    if (auxiliary === 'perfect' || hit.form !== 'participle' || gap) return false;
    // "Trotsky dropped from the Politburo", "voted off the committee": notes leave the auxiliary out.
    const next = tokens[hit.to];
    if (
      TAKING_AWAY.has(hit.concept) &&
      hit.to - hit.from > 1 &&
      /^(?:off|out|from)$/.test(tokens[hit.to - 1]!.lower) &&
      !tokens[hit.to]?.capitalised
    )
      return true;
    // "the party split": a word that is a noun as well is no participle by itself.
    const isNounToo = concepts.some((other) => other.part === 'noun' && other.from === hit.from);
    // "Papen appointed Chancellor by Hindenburg"
    const hasAgent = people.some(({ role, at }) => role === 'agent' && at > hit.to) && !people.some(({ role }) => role === 'object');
    return (
      !INTRANSITIVE.has(hit.concept) &&
      !isNounToo &&
      (hasAgent || next === undefined || next.kind === 'punctuation' || /^(?:from|as|by|in|at|out|off|too|again)$/.test(next.lower))
    );
  });
}

/** "was", "had been", "got" before a participle make it passive; "had" alone makes it perfect. */
function auxiliaryBefore(tokens: readonly Token[], verb: number, inRange: (index: number) => boolean): 'passive' | 'perfect' | null {
  for (let i = verb - 1; i >= Math.max(0, verb - 4); i--) {
    const token = tokens[i]!;
    // "It was X who signed": the auxiliary of another clause.
    if (!inRange(i) || token.kind === 'punctuation') return null;
    if (PERFECT_OR_PASSIVE.has(token.lower)) return 'passive';
    if (/^(?:had|has|have)$/.test(token.lower) && i === verb - 1) return 'perfect';
  }
  return null;
}

/** The concepts of a frame without repeats. */
export function conceptNames(frame: Frame): Set<ConceptName> {
  return new Set(frame.concepts.map((hit) => hit.concept));
}

/** The part of a frame whose words stand at the tokens that `keep` accepts; content words are not told apart and stay. */
export function sliceFrame(frame: Frame, keep: (token: number) => boolean): Frame {
  return {
    ...frame,
    concepts: frame.concepts.filter((hit) => keep(hit.from)),
    people: frame.people.filter((participant) => participant.at < 0 || keep(participant.at)),
    terms: frame.terms.filter((thing) => keep(thing.entity.from)),
    events: frame.events.filter((thing) => keep(thing.entity.from)),
    offices: frame.offices.filter((thing) => keep(thing.entity.from)),
  };
}
