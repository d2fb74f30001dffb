/** Finds ages that nobody whom the words can mean had at the time that they are said of. */
import type { FactDate, Office, Person } from '../chapter/model';
import { isMale } from '../reading/facts';
import type { Participant } from '../reading/frames';
import type { ClauseReading, DateClaim, Reading, SentenceReading } from '../reading/model';
import { datesOf, mentionsOf, sentencesBeforeInBlock } from '../reading/read';
import type { Span } from '../time/index';
import { accepted } from './accepted';
import { type WrittenAge, writtenAges } from './age-words';
import { dateAgrees } from './date-agrees';
import { MENTIONED } from './mentioned';
import { deathsIn, isPlainDate, toldTimes } from './told-times';

export interface AgeVerdict {
  readonly kind: 'age';
  readonly person: Person;
  /** Token indices, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** The ages that are possible, likeliest slip first. */
  readonly ages: readonly number[];
  readonly date: FactDate;
  readonly sentence: SentenceReading;
  write(written: string, age: number): string;
}

const DAYS_PER_YEAR = 365.25;
/** An age off by no more than this is one of reckoning. */
export const TOLERANCE = 1;

export function judgeAges(reading: Reading, sentences: readonly SentenceReading[] = reading.sentences): AgeVerdict[] {
  return sentences.flatMap((sentence) =>
    writtenAges(sentence.tokens, sentence.from, sentence.to).flatMap((age) => judgeAge(age, sentence, reading) ?? []),
  );
}

function judgeAge(age: WrittenAge, sentence: SentenceReading, reading: Reading): AgeVerdict | null {
  const clause = clauseAt(age.from, sentence);
  if (clause < 0 || !isAsserted(clause, age, sentence)) return null;
  if (isOfSomebodyBeside(age, sentence)) return null;
  const candidates = whoseAge(age, clause, sentence, reading);
  if (candidates.length === 0 || candidates.some(({ born }) => !born)) return null;
  const isNamed = isSaidOfName(age, clause, candidates, sentence, reading);
  if (isOnUnknownDay(age, clause, sentence) || (!isNamed && isOfSomebody(sentence, reading))) return null;
  // "He died on 17 July 2020, at eighty": said of a day after the candidate's death, it is said of another.
  if (!isNamed && isSaidOfAnother(clause, candidates, sentence)) return null;
  const times = whenOf(age, clause, candidates, sentence, reading);
  const possible = candidates.map((person) =>
    agesAt(
      person.born!,
      times.filter(({ first }) => first <= lastDayOf(person) && first > birthOf(person)),
    ),
  );
  // An age before birth or after death is some other mistake, or a manner of speaking.
  const wrong = possible.every(
    (right) => right.length > 0 && right.every((years) => years >= 0 && (years < age.least - TOLERANCE || years > age.most + TOLERANCE)),
  );
  const died = isNamed ? [] : deathTold(clause, candidates, sentence, reading);
  if (!wrong || (!isNamed && isAgeOfAnother(age, times, died, candidates, reading))) return null;
  const [person] = candidates as [Person];
  const right = possible[0]!;
  const slips = right.filter((years) => years % 10 === age.least % 10);
  return {
    kind: 'age',
    person,
    from: age.from,
    to: age.to,
    ages: [...slips, ...right.filter((years) => !slips.includes(years))],
    date: person.born!,
    sentence,
    write: age.write,
  };
}

/** "was seventy-four on the day of the March": on the day of what the chapter, as far as it is read, does not know. */
function isOnUnknownDay(age: WrittenAge, clause: number, { clauses, tokens }: SentenceReading): boolean {
  const [on, the, day, of] = tokens.slice(age.to, age.to + 4).map(({ lower }) => lower);
  return /^(?:on|at|by)$/.test(on ?? '') && the === 'the' && /^(?:day|time|moment|hour|date)$/.test(day ?? '') && of === 'of'
    ? clauses[clause]!.frame.events.length === 0
    : false;
}

const SOMEBODY = /^(?:man|woman|boy|girl|lad|youth|student|worker|soldier|sailor|teacher|lawyer|mother|father|child|widow|clerk|peasant)$/;

/** "and a boy of sixteen was killed": the age of one who is nobody named before; in "was a boy of sixteen" he may be. */
function isOfSomebodyBeside({ from }: WrittenAge, { tokens }: SentenceReading): boolean {
  const at = from - 2;
  if (tokens[from - 1]?.lower !== 'of' || !SOMEBODY.test(tokens[at]?.lower ?? '')) return false;
  const article = [at - 1, at - 2].find((before) => /^(?:an?|another|some)$/.test(tokens[before]?.lower ?? ''));
  const before = article === undefined ? undefined : tokens[article - 1]?.lower;
  return before !== undefined && !/^(?:is|was|be|been|were|as|only|still|but|yet|became|just|barely|,)$/.test(before);
}

/** "A girl of fifteen met the mob; she had her birthday …": the pronoun may mean one who has no name. */
function isOfSomebody(sentence: SentenceReading, reading: Reading): boolean {
  // Who died just then is known by that.
  if (sentence.frame.concepts.some(({ concept }) => concept === 'die' || concept === 'kill' || concept === 'execute')) return false;
  const [above] = sentencesBeforeInBlock(sentence, reading);
  return [above, sentence].some((each) =>
    each?.tokens
      .slice(each.from, each.to)
      .some(
        ({ lower }, i) =>
          SOMEBODY.test(lower) && /^(?:an?|one|another|some|young|old|poor)$/.test(each.tokens[each.from + i - 1]?.lower ?? ''),
      ),
  );
}

/** Whether the age is tied to a name, not to a pronoun or to whoever the sentences before are about. */
function isSaidOfName(
  age: WrittenAge,
  clause: number,
  candidates: readonly Person[],
  sentence: SentenceReading,
  reading: Reading,
): boolean {
  if (age.tie === 'apposition' && besideAge(age, clause, sentence, reading).length > 0) return true;
  return sentence.clauses[clause]!.frame.people.some(
    ({ role, entity, pronoun, at, ids }) =>
      entity !== undefined &&
      !pronoun &&
      (SUBJECT.test(role) || (age.tie === 'owner' && entity.to === age.at + 1)) &&
      at >= 0 &&
      candidates.some(({ id }) => id === ids[0]),
  );
}

/** Whether the clause is dated after the death of all whom its pronoun may mean. */
function isSaidOfAnother(clause: number, candidates: readonly Person[], { dates }: SentenceReading): boolean {
  return dates.some(
    (claim) =>
      claim.clause === clause &&
      isPlainDate(claim) &&
      candidates.every((person) => claim.spans.every(({ first }) => first > lastDayOf(person))),
  );
}

/** When one of them died, as the clause tells and dates it: "He died in 1922, aged fifty-three" names him as well as may be. */
function deathTold(clause: number, candidates: readonly Person[], sentence: SentenceReading, reading: Reading): readonly Span[] {
  const dated = sentence.dates.filter((claim) => claim.clause === clause && isPlainDate(claim)).flatMap(({ spans }) => spans);
  const dead = dated.length > 0 ? deathsIn(sentence.clauses[clause]!.frame, reading) : [];
  return candidates.some((person) => person.died && dead.includes(person) && dateAgrees(person.died, dated)) ? dated : [];
}

/** "At the march he was twenty-three" in the life of another: somebody else whom the text names was just so old. */
function isAgeOfAnother(
  age: WrittenAge,
  times: readonly Span[],
  died: readonly Span[],
  candidates: readonly Person[],
  reading: Reading,
): boolean {
  const genders = new Set(candidates.map(isMale));
  return reading.knowledge.chapters.some(({ people }) =>
    people.some(
      (person) =>
        person.born &&
        !candidates.includes(person) &&
        genders.has(isMale(person)) &&
        (died.length === 0 || (person.died && dateAgrees(person.died, died))) &&
        agesAt(
          person.born,
          times.filter(({ first }) => first <= lastDayOf(person)),
        ).some((years) => years >= age.least && years <= age.most) &&
        reading.ask(MENTIONED, person.id) === true,
    ),
  );
}

/** A date that holds the birth is said of that. */
const birthOf = ({ born }: Person) => Math.max(...accepted(born!).map(({ last }) => last));

const lastDayOf = ({ died }: Person) => (died ? Math.max(...accepted(died).map(({ last }) => last)) : Number.POSITIVE_INFINITY);

function clauseAt(token: number, { clauses }: SentenceReading): number {
  return clauses.findIndex(({ clause }) => clause.ranges.some(({ from, to }) => token >= from && token < to));
}

/** "In April he would turn fifty" tells what came. */
function isAsserted(clause: number, age: WrittenAge, { clauses, tokens }: SentenceReading): boolean {
  const { unasserted } = clauses[clause]!;
  if (unasserted !== 'hypothesis') return unasserted === null;
  return (
    age.tie === 'predicate' &&
    tokens[age.at - 1]?.lower === 'would' &&
    clauses.every(({ clause: { opener } }) => !/^(?:if|unless)$/.test(opener))
  );
}

const SUBJECT = /^(?:subject|topic)$/;

/** Those whom the age may be said of, likeliest first; empty where nobody is plain. */
function whoseAge(age: WrittenAge, clause: number, sentence: SentenceReading, reading: Reading): Person[] {
  const { frame, clause: place } = sentence.clauses[clause]!;
  const plainly = (participant: Participant) => plain(participant, sentence, reading);
  const beside = age.tie === 'apposition' ? besideAge(age, clause, sentence, reading) : [];
  // "He died in 1922, aged fifty-three": beside nobody's name, it is the age of the one who died.
  if (age.tie === 'apposition') return beside.length > 0 || !isBesideNobody(age, sentence) ? beside : theDead(clause, sentence, reading);
  if (age.tie === 'owner') {
    const owner = frame.people.find(({ at, entity }) => at === age.at || (entity !== undefined && entity.to === age.at + 1));
    return owner ? plainly(owner) : [];
  }
  const subjects = frame.people.filter(({ role, at }) => SUBJECT.test(role) && at < age.at);
  if (age.tie === 'predicate') {
    const behind = ({ at, entity }: Participant) => entity?.to ?? at + 1;
    const named = subjects.filter(({ at }) => at >= 0);
    // "Catherine, older than Henry, was": the name before the aside, not the one in it.
    const own =
      named.find((each) => isAside(sentence, behind(each), age.at)) ?? named.findLast((each) => isBridge(sentence, behind(each), age.at));
    if (own) {
      const whose = plainly(own);
      const dead = new Set(hanging(clause, sentence).flatMap((at) => theDead(at, sentence, reading)));
      const both = whose.filter((person) => dead.has(person));
      return both.length > 0 ? both : whose;
    }
    const opens = isBridge(sentence, place.ranges.findLast(({ from }) => from <= age.at)?.from ?? age.at, age.at);
    const taken = subjects.filter(({ at }) => at < 0);
    if (opens && taken.length === 1) return plainly(taken[0]!);
    // "When he was fifty, Stalin …": the pronoun stands before its name.
    if (place.opener === 'when' && /^s?he$/.test(sentence.tokens[age.at - 1]?.lower ?? '')) {
      const main = sentence.clauses[clause + 1]?.frame.people.find(({ role, entity }) => role === 'subject' && entity !== undefined);
      return main ? plainly(main) : [];
    }
    // "The other was seventy when an agent killed him": who it is, the death beside it tells.
    return opens ? [] : hanging(clause, sentence).flatMap((at) => theDead(at, sentence, reading));
  }
  const dead = theDead(clause, sentence, reading);
  if (dead.length > 0) return dead;
  // "At the age of 37 he became …": the subject may follow, and the object may be meant.
  const core = ({ role }: Participant) => SUBJECT.test(role) || role === 'object';
  const all = frame.people.filter(core);
  const those = all.length > 0 ? all : (sentence.clauses[place.host]?.frame.people.filter(core) ?? []);
  return those.some(({ role }) => role === 'topic') && sentence.frame.strangers > 0 ? [] : those.flatMap(plainly);
}

/** "The 57-year-old Lenin", "Stalin, by now seventy-three,", "the President, eighty-six by then,". */
function besideAge(age: WrittenAge, clause: number, sentence: SentenceReading, reading: Reading): Person[] {
  const named = sentence.entities.filter(({ kind, possessive }) => (kind === 'person' || kind === 'office') && !possessive);
  const before = named.findLast(({ to }) => to <= age.at && isBridge(sentence, to, age.at));
  const entity = before ?? named.find(({ from }) => from >= age.to && from - age.to <= 5 && isNounPhrase(sentence, age.to, from));
  if (entity?.kind !== 'office') return entity ? [entity.facts[0] as Person] : [];
  const times = toldTimes(clause, sentence, reading);
  const held = ({ from, to }: Office) =>
    from !== undefined &&
    times.every(
      ({ first, last }) => last >= accepted(from)[0]!.first && (!to || first <= Math.max(...accepted(to).map((span) => span.last))),
    );
  const holders = (entity.offices ?? []).filter(({ office }) => held(office)).map(({ person }) => person);
  return times.length > 0 && new Set(holders).size === 1 ? holders.slice(0, 1) : [];
}

/** Whether a date, a place or the verb of dying stands before the comma: "died in 1922, aged …"; not "and his wife, aged …". */
function isBesideNobody({ at }: WrittenAge, { tokens, dates, clauses }: SentenceReading): boolean {
  const comma = tokens[at]!.kind === 'punctuation' ? at : at - 1;
  const word = comma - 1;
  return (
    /^(?:in|at|near)$/.test(tokens[word - 1]?.lower ?? '') ||
    dates.some(({ token }) => token <= word && word - token <= 3) ||
    clauses.some(({ frame }) => frame.concepts.some(({ concept, from, to }) => concept === 'die' && from <= word && word < to))
  );
}

/** Those of whose death the clause may tell; where it is dated, those who died then, or whoever of the paragraph did. */
function theDead(clause: number, sentence: SentenceReading, reading: Reading): Person[] {
  const dead = deathsIn(sentence.clauses[clause]!.frame, reading);
  const dated = sentence.dates.filter((claim) => claim.clause === clause && isPlainDate(claim)).flatMap(({ spans }) => spans);
  if (dated.length === 0 || dead.length === 0) return dead;
  const diedThen = ({ died }: Person) => died !== undefined && dateAgrees(died, dated);
  const then = dead.filter(diedThen);
  if (then.length > 0) return then;
  const named = sentence.entities.some(({ kind, facts }) => kind === 'person' && dead.includes(facts[0] as Person));
  const others = new Set(
    mentionsOf(reading, sentence.block).flatMap((mention) =>
      mention.kind === 'fact' && mention.start < sentence.start && mention.fact.kind === 'person' && diedThen(mention.fact)
        ? [mention.fact]
        : [],
    ),
  );
  return !named && others.size === 1 ? [...others] : dead;
}

/** The clauses that hang on this one and say when: "when …", "as …". */
function hanging(clause: number, { clauses }: SentenceReading): number[] {
  return clauses.flatMap(({ clause: { host, opening, opener } }, at) =>
    host === clause && opening !== 'relative' && opener !== 'and' && opener !== 'but' ? [at] : [],
  );
}

/** Words that may stand between a subject and "was": "he himself was", "Stalin, who was". */
const BRIDGES =
  /^(?:had|has|have|would|himself|herself|who|and|but|then|now|only|just|still|already|by|also|was|is|be|been|when|as|because|though|although|,|\(|a|the|soon|in|of)$/;

function isBridge({ tokens }: SentenceReading, from: number, to: number): boolean {
  return to - from <= 5 && tokens.slice(from, Math.max(from, to)).every(({ lower }) => BRIDGES.test(lower));
}

/** "Louis, born in 1754, was …": something between commas stands between the two. */
function isAside({ tokens }: SentenceReading, from: number, to: number): boolean {
  const between = tokens.slice(from, to);
  return (
    between.length > 2 &&
    between[0]!.text === ',' &&
    between.at(-1)!.text === ',' &&
    between.filter(({ text }) => text === ',').length === 2
  );
}

/** Nothing but adjectives and titles between an age and a name: "the 57-year-old exile Lenin". */
function isNounPhrase({ tokens }: SentenceReading, from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .every(
      ({ kind, lower, text }) =>
        (kind === 'word' && !/^(?:and|or|of|in|on|at|by|to|for|with|from|when|who|was|is)$/.test(lower)) || text === '-',
    );
}

/** Whom a name or a pronoun means; a pronoun only where no stranger stands near whom it may mean as well. */
function plain({ ids, pronoun, at }: Participant, sentence: SentenceReading, reading: Reading): Person[] {
  const people = ids.map((id) => reading.knowledge.fact(id)).filter((fact): fact is Person => fact?.kind === 'person');
  if (!pronoun) return people.slice(0, 1);
  const [above] = sentencesBeforeInBlock(sentence, reading);
  const isSubjectAbove = above?.clauses.some(({ frame }) =>
    frame.people.some((participant) => participant.role === 'subject' && participant.entity && participant.ids[0] === ids[0]),
  );
  const strangers = (above && !isSubjectAbove ? above.frame.strangers : 0) + strangersBefore(at, sentence);
  return strangers > 0 ? [] : people;
}

function strangersBefore(token: number, { clauses }: SentenceReading): number {
  return clauses.filter(({ clause }) => clause.ranges[0]!.from <= token).reduce((sum, { frame }) => sum + frame.strangers, 0);
}

/** When: what is told beside the age, then in the clause around it, in the sentence, and, for an age that stands alone, in the sentence before. */
function whenOf(age: WrittenAge, clause: number, candidates: readonly Person[], sentence: SentenceReading, reading: Reading): Span[] {
  const { clauses, tokens } = sentence;
  const living = /^liv(?:e|ed|es|ing)$/;
  // "lived to eighty-three", "died at sixty": the age at death.
  if (age.tie === 'adverbial' && tokens.slice(Math.max(0, age.at - 4), age.at).some(({ lower }) => living.test(lower)))
    return candidates[0]!.died ? accepted(candidates[0]!.died) : [];
  // "Two days afterwards", counted from a day whose year other sentences lend: the year is too unsure to reckon by.
  const isLent = sentence.dates.some((claim) => claim.clause === clause && isPlainDate(claim) && isOfLentYear(claim, reading));
  if (isLent && deathTold(clause, candidates, sentence, reading).length === 0) return [];
  const foretold = clauses[clause]!.unasserted ? sentence.dates.filter((claim) => claim.clause === clause && claim.relation === 'at') : [];
  const own = [
    ...foretold.flatMap(({ spans }) => spans),
    ...[clause, ...hanging(clause, sentence)].flatMap((at) => toldTimes(at, sentence, reading)),
  ];
  if (own.length > 0) return own;
  const { host, opening } = clauses[clause]!.clause;
  if (isSetBefore(clauses[host], clauses[clause]!, sentence)) return [];
  const around = toldTimes(host, sentence, reading);
  if (around.length > 0) return around;
  // "who left when she was five, and died in 1883": an age that says when its own clause was hangs on no other.
  if (clauses[clause]!.clause.opener === 'when' && host >= 0) return [];
  const anywhere = clauses.flatMap((_, at) => toldTimes(at, sentence, reading));
  if (anywhere.length > 0) return anywhere;
  const words = tokens.slice(sentence.from, sentence.to).filter(({ kind }) => kind !== 'punctuation').length;
  const [before] = sentencesBeforeInBlock(sentence, reading);
  // "She was sixteen when they met", "At the funeral he was sixty": it says when, though not in words that the chapter knows.
  const says = [...tokens.slice(sentence.from, age.at), ...tokens.slice(age.to, sentence.to)].some(({ lower }) => SAYS_WHEN.test(lower));
  if (words > STANDS_ALONE || opening === 'aside' || says || !before) return [];
  return before.clauses.flatMap((_, at) => toldTimes(at, before, reading));
}

/** "Randolph, who was seventy-four, had planned it in 1941": how old he is in the story, and what he had done long before. */
function isSetBefore(host: ClauseReading | undefined, { clause }: ClauseReading, { tokens }: SentenceReading): boolean {
  const verb = (each: ClauseReading['clause']) => tokens[each.verb]?.lower ?? '';
  return host !== undefined && clause.opening === 'relative' && verb(host.clause) === 'had' && /^(?:was|were|is)$/.test(verb(clause));
}

function isOfLentYear({ mention }: DateClaim, reading: Reading): boolean {
  const { relative, provenance } = mention.date;
  if (!relative) return provenance === 'paragraph';
  const anchor = relative.anchor === undefined ? undefined : datesOf(reading, mention.block)[relative.anchor];
  return anchor !== undefined && (anchor.date.provenance === 'paragraph' || anchor.date.relative !== undefined);
}

/** "He was only forty-three years old." */
const STANDS_ALONE = 8;
const SAYS_WHEN = /^(?:at|on|in|during|by|when|while|as|after|before|since|until|throughout)$/;

/** All ages that the accepted birth dates allow on some day of the times. */
export function agesAt(born: FactDate, times: readonly Span[]): number[] {
  const possible = new Set<number>();
  for (const birth of accepted(born)) {
    for (const time of times) {
      if (!Number.isFinite(time.first) || !Number.isFinite(time.last)) continue;
      const least = Math.floor((time.first - birth.last) / DAYS_PER_YEAR);
      const most = Math.floor((time.last - birth.first) / DAYS_PER_YEAR);
      for (let age = least; age <= most; age++) possible.add(age);
    }
  }
  return [...possible].sort((a, b) => a - b);
}
