/** Tells that a name which the chapter has for one event stands for another: one more of that name, one with a longer name, or the place that it is called after. */
import { stemmer } from 'stemmer';
import type { ChapterEvent } from '../chapter/model';
import { isCommonWord } from '../chapter/names/words';
import type { FactFrame, FactIndex } from '../reading/facts';
import type { Frame, Thing } from '../reading/frames';
import { verbForms } from '../reading/lexicon/inflect';
import { BE, DETERMINERS, STOPWORDS } from '../reading/lexicon/words';
import type { Match } from '../reading/match';
import type { SentenceReading } from '../reading/model';
import { once } from '../reading/once';
import type { Span } from '../time/index';
import { dateAgrees } from './date-agrees';
import { mainVerb } from './main-verb';

/** The places where the frame names the fact. */
const mentionsOf = ({ named, fact }: Match, { events }: Frame): Thing[] =>
  named ? events.filter(({ ids }) => ids.includes(fact.fact.id)) : [];

/** "the Armistice with Austria", "asked for an armistice", "the first Civil Rights Act", "a new Poor Law". */
export function isAnotherOfItsName(match: Match, frame: Frame, sentence: SentenceReading): boolean {
  const things = mentionsOf(match, frame);
  return (
    things.length > 0 &&
    things.every(({ entity }) => isOneOfSeveral(match, entity.from, sentence) || isWithAnother(match, entity, sentence))
  );
}

/** Before a name these say that there is more than one of it. */
const ONE_OF_SEVERAL =
  /^(?:first|second|third|fourth|fifth|last|another|other|new|newer|old|older|earlier|later|previous|next|further|similar|1st|2nd|3rd|4th|5th)$/;

/** "another Civil Rights Act", "a first Civil Rights Act", where the chapter's name counts none. */
function isOneOfSeveral({ fact }: Match, from: number, { tokens }: SentenceReading): boolean {
  const word = tokens[from - 1]?.lower ?? '';
  if (!ONE_OF_SEVERAL.test(word)) return false;
  const { name, names, lines } = fact.fact as ChapterEvent;
  return ![name, ...names, ...lines].some((own) =>
    own
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .includes(word),
  );
}

/** "an armistice", "the Armistice with Austria": a name that is a plain noun, of a party that the chapter's has not, or of any. */
function isWithAnother({ fact }: Match, { from, to }: Thing['entity'], { tokens, entities }: SentenceReading): boolean {
  const isPlain = to - from === 1 && isCommonWord(tokens[from]?.lower ?? '');
  // "a Civil Rights Act", by a name that is not plain nouns alone.
  if (/^an?$/.test(tokens[from - 1]?.lower ?? ''))
    return tokens.slice(from, to).every(({ lower }) => isCommonWord(lower) || STOPWORDS.has(lower));
  if (!isPlain) return false;
  const party = tokens[to + 1]?.lower === 'the' ? to + 2 : to + 1;
  const name = tokens[party];
  return (
    /^(?:with|between|against)$/.test(tokens[to]?.lower ?? '') &&
    name?.kind === 'word' &&
    name.capitalised &&
    !entities.some((entity) => entity.from <= party && party < entity.to) &&
    !fact.wordings.some(({ stems }) => stems.has(stemmer(name.lower)))
  );
}

const wordsOf = (name: string) =>
  ` ${name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `;

const namesOf = ({ fact }: FactFrame): string[] => (fact.kind === 'event' ? [fact.name, ...fact.names].map(wordsOf) : []);

const longerNames = new WeakMap<FactIndex, Map<FactFrame, readonly FactFrame[]>>();

/** Events with a name in which a name of this one stands: "Civil Rights Act of 1957", beside "Civil Rights Act". */
function withLongerName(fact: FactFrame, index: FactIndex): readonly FactFrame[] {
  return once(
    once(longerNames, index, () => new Map<FactFrame, readonly FactFrame[]>()),
    fact,
    () => {
      const own = namesOf(fact);
      return index.frames.filter(
        (other) =>
          other !== fact && other.date && namesOf(other).some((longer) => own.some((name) => longer !== name && longer.includes(name))),
      );
    },
  );
}

/** "the Civil Rights Act of September 1957", where that is the date of the Civil Rights Act of 1957, and the plain name is the later one's. */
export function isOfALongerName(
  match: Match,
  frame: Frame,
  spans: readonly Span[],
  { tokens }: SentenceReading,
  index: FactIndex,
): boolean {
  if (!match.named) return false;
  const others = withLongerName(match.fact, index).filter(({ date }) => dateAgrees(date!, spans));
  if (others.length === 0) return false;
  return mentionsOf(match, frame).every(({ entity: { from, to } }) => {
    const written = wordsOf(
      tokens
        .slice(from, to)
        .map(({ text }) => text)
        .join(' '),
    );
    return others.some((other) => namesOf(other).some((longer) => longer.includes(written)));
  });
}

/** What an event does that is called after its place. */
const OF_EVENTS = new Set(
  'come happen occur take follow fail begin start end break erupt fall show prove make bring lead mark shock change shake mean force give become convince cost teach persuade decide divide destroy help hurt leave put set turn cause reveal weaken strengthen confirm embarrass do have'
    .split(' ')
    .flatMap((verb) => verbForms(verb).map(({ form }) => form)),
);

/** "Little Rock closed its schools", "Little Rock schools reopen": of an event that is called after its place, the place itself. */
export function isThePlaceItself(match: Match, frame: Frame, sentence: SentenceReading): boolean {
  if (match.concept >= 0.5) return false;
  const { tokens, clauses } = sentence;
  const things = mentionsOf(match, frame);
  return (
    things.length > 0 &&
    things.every(({ preposition, entity: { from, to } }) => {
      const text = tokens.slice(from, to).map((token) => token.text);
      if (preposition !== '' || !isPlaceOf(match.fact, text.join(' '))) return false;
      const clause = clauses.find(({ clause: { ranges } }) => ranges.some((range) => range.from <= from && from < range.to));
      const verb = clause ? mainVerb(clause, sentence) : -1;
      const acts = (at: number) => !OF_EVENTS.has(tokens[at]?.lower ?? '');
      const isActing = verb >= 0 && !BE.has(tokens[clause!.clause.verb]!.lower) && acts(verb);
      // "just closes its schools": a verb that no list has, by its ending and its object.
      const hasObject = (at: number) => /[a-z]s$/.test(tokens[at]?.lower ?? '') && DETERMINERS.has(tokens[at + 1]?.lower ?? '') && acts(at);
      const next = tokens[to];
      const isNoun = next?.kind === 'word' && !next.capitalised && !STOPWORDS.has(next.lower) && to !== verb;
      return (
        hasObject(to) ||
        hasObject(to + 1) ||
        (isNoun && !isSaidOfIt(next.lower, match)) ||
        (isActing && verb >= to && verb - to <= LONGEST_TO_VERB)
      );
    })
  );
}

/** Between a subject and its verb stand auxiliaries and adverbs. */
const LONGEST_TO_VERB = 4;

/** Whether the event's own names and lines have the word: "the Little Rock crisis". */
const isSaidOfIt = (word: string, { fact }: Match) =>
  fact.wordings.some(({ stems }) => stems.has(stemmer(word))) || namesOf(fact).some((name) => name.includes(` ${word} `));

/** Whether the event happened at the place that is called so. */
function isPlaceOf({ fact }: FactFrame, text: string): boolean {
  if (fact.kind !== 'event' || !/^\p{Lu}/u.test(text)) return false;
  return fact.where === text || fact.lines.some((line) => AT.some((at) => line.includes(` ${at} ${text}`)));
}

const AT = ['at', 'in', 'to', 'from'];
