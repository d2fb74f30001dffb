/**
 * Judges each date claim of a sentence against all facts at once: a near miss is a claim that agrees with one fact in every filled slot
 * but the date, and that no sensible pairing makes true.
 */
import type { FactDate, Person } from '../chapter/model';
import { isCommonWord } from '../chapter/names/words';
import { type FactFrame, featuresOf, isMale } from '../reading/facts';
import type { Frame } from '../reading/frames';
import type { ConceptName } from '../reading/lexicon/concepts';
import { ANCHORING, compare, isByName, type Match, matchesAndNames } from '../reading/match';
import type { DateClaim, Reading, SentenceReading } from '../reading/model';
import { once } from '../reading/once';
import { datesOf, mentionsOf } from '../reading/read';
import { type Provenance, within } from '../time/index';
import { accepted } from './accepted';
import { isAnotherTime, isTheSecondTime } from './another-of-its-kind';
import { isOfALongerName } from './another-of-its-name';
import { dateAgrees } from './date-agrees';
import { isTakenForGranted, type Telling, tellingsOf } from './dated-frames';
import { isDayOfAnotherMonth } from './day-alone';
import { evidenceGap, isDoneByAnother } from './evidence';
import { isLifeRange } from './life-range';
import { MENTIONED } from './mentioned';
import { otherOccasion } from './other-occasion';
import { ToldBySentence } from './pairing';
import { isRow } from './row-frames';
import { digitsApart, slipEvidence, yearsApart } from './slip';
import { sentencesThatTell } from './standing-still';
import { stepsOf } from './steps';
import { isCountedFromSince } from './story-since';
import { mayHaveLivedOn } from './survivable';
import { toldAt } from './told-at';
import { hangsOnThePast } from './two-anchors';
import { type Said, saidOf } from './yearless';

export interface DateVerdict {
  readonly sentence: SentenceReading;
  readonly claim: DateClaim;
  /** The fact that the claim misses by its date alone; null where the claim is not contradicted. */
  readonly miss: Match | null;
  /** Why it is silent, or what it rests on, put into words only when `check --trace` asks. */
  readonly reason: () => string;
}

const RELATED_ENOUGH = 0.5;
/** A sentence with more dates than this is a list; no pairing in it is plain. */
const MOST_DATES = 40;
/** A fact that lasted longer than this, in days, is true of so many dates that it excuses little. */
const BROAD = 370;

/** Whether a fact whose date agrees may be what the writer means, rather than the one that is missed. */
function explainsAway(match: Match, best: Match): boolean {
  // Somebody else's part in it, told by the way: Stalin's joy at a death is not the death.
  const isPlain = best.peopleMissing.length === 0 && best.peopleAgree.every(({ pronoun }) => !pronoun);
  if (isPlain && match.peopleMissing.length > 0 && match.coverage < best.coverage * 0.6) return false;
  if (isBroad(match.fact.date!) && match.coverage < best.coverage)
    return (match.named || match.concept >= 0.9) && match.score >= best.score * 0.8;
  if (match.opposed) return false;
  const isAlike = match.named || match.concept >= 0.5 || match.conceptOpen || match.coverage >= best.coverage;
  if (match.score >= best.score || (match.score >= best.score * 0.9 && isAlike)) return true;
  return (
    match.score >= best.score * RELATED_ENOUGH &&
    (match.named ||
      match.concept >= 0.5 ||
      (match.conceptOpen && !best.named && (match.thingsAgree.length > 0 || match.peopleMissing.length === 0)))
  );
}

/** What a clause tells in full is what it tells, wherever in it the date stands. */
const isToldWhole = ({ coverage, concept, peopleMissing }: Match) => coverage >= 0.9 && concept >= 0.9 && peopleMissing.length === 0;

const isBroad = (date: FactDate) => date.value.spans.every((span) => span.last - span.first > BROAD);

/** What went on for so many days at the most has a date that it can miss, where it is told whole. */
const FEW_YEARS = 3 * 366;

const isWithinYears = (date: FactDate) => accepted(date).every((span) => span.last - span.first <= FEW_YEARS);

export function judgeDates(reading: Reading, sentences: readonly SentenceReading[] = reading.sentences): DateVerdict[] {
  return sentences.flatMap((sentence) => judgeSentence(sentence, reading));
}

/** The verdicts on the dates of one sentence; `isAnchor` where it is only asked for what another hangs on. */
export function judgeSentence(sentence: SentenceReading, reading: Reading, isAnchor = false): DateVerdict[] {
  if (sentence.dates.length === 0 || sentence.dates.length > MOST_DATES) return [];
  const told = new ToldBySentence(sentence, reading);
  const verdicts = sentence.dates.map((claim) => judgeClaim(claim, sentence, reading, told, isAnchor));
  return verdicts.map((verdict, index) => {
    // One event has one date: of two that miss it, only the nearer is said of it.
    const twin = verdicts.find(
      (other, at) =>
        other.miss &&
        other.miss.fact === verdict.miss?.fact &&
        (other.claim.token < verdict.claim.token || (other.claim === verdict.claim && at < index)),
    );
    // "whose foundation in July 1927 cost him his place that very month": a wrong anchor is blamed once.
    const anchor = verdict.claim.mention.date.relative?.anchor;
    const wrong =
      anchor !== undefined && verdicts.find(({ claim, miss }) => miss && claim.mention === datesOf(reading, sentence.block)[anchor]);
    if (wrong && verdict.miss && wrong !== verdict) return { ...verdict, miss: null, reason: () => 'hangs on a date that is itself wrong' };
    return twin ? { ...verdict, miss: null, reason: () => `${twin.miss!.fact.key} is missed by a date before` } : verdict;
  });
}

function judgeClaim(claim: DateClaim, sentence: SentenceReading, reading: Reading, told: ToldBySentence, isAnchor: boolean): DateVerdict {
  const verdict = (miss: Match | null, reason: string | (() => string)): DateVerdict => ({
    sentence,
    claim,
    miss,
    reason: typeof reason === 'string' ? () => reason : reason,
  });
  const isGranted = (claim.unasserted === 'negation' || claim.unasserted === 'hypothesis') && isTakenForGranted(claim, sentence);
  if (claim.unasserted && !isGranted) return verdict(null, `not asserted: ${claim.unasserted}`);
  if (claim.relation !== 'at' && claim.relation !== 'from' && claim.relation !== 'since')
    return verdict(null, `said as "${claim.relation}"`);
  const provenance = furthest(claim, reading);
  if (isLifeRange(claim, sentence, reading)) return verdict(null, 'a life, from birth to death');
  if (claim.mention.date.relative && isOfAnotherBlock(provenance)) return verdict(null, 'hangs on a date of another block');
  if (provenance === 'unknown') return verdict(null, 'no year is known');
  if (isFarFromAnchor(claim, sentence, reading)) return verdict(null, 'hangs on a date further up');
  if (hangsOnThePast(claim, sentence, reading)) return verdict(null, 'hangs on a date that is only looked back to');
  if (isOfTwoYears(claim, reading)) return verdict(null, 'is one of two years');
  if (isSetRight(claim, sentence)) return verdict(null, 'is set against a date of another clause');
  const { facts, termKindOf } = reading.knowledge;
  const own = sentence.clauses[claim.clause];
  const given: Said = { value: claim.mention.date.value!, spans: claim.spans, isMoved: false };
  const hasYearInClause = yearGiver(claim, sentence) !== undefined;
  const saidOfDate = new Map<FactDate, Said>();
  const said = (date: FactDate) => (hasYearInClause ? given : once(saidOfDate, date, () => saidOf(claim, date, reading)));
  // Of two ways to tell the same, a line or a life says more than a name.
  const nearness = (match: Match) =>
    match.score + 2 * match.coverage + slipFrom(match.fact.date!, said(match.fact.date!)) - (isByName(match) ? 1 : 0);
  const tellings = tellingsOf(claim, sentence, reading).filter(({ isTight }) => isTight || !isGranted);
  const found = tellings.map((telling) => ({ telling, ...nearest(telling, claim, said, nearness, sentence, told, reading) }));
  const { telling, best, rival } = found.find((each) => each.best !== null) ?? {};
  if (!telling || !best)
    return verdict(null, () =>
      heldBackInWords(
        found.flatMap(({ heldBack }) => heldBack),
        nearness,
      ),
    );
  const elsewhere = new Set(
    sentence.clauses
      .filter((clause) => clause !== own)
      .flatMap(({ frame }) =>
        matchesAndNames(frame, facts, termKindOf)
          .filter((match) => match.named || match.concept >= 0.5)
          .map(({ fact }) => fact),
      ),
  );
  // What a column's head says stands in no clause of the row, and beside a date right behind its event nothing else counts.
  const here = new Set(
    [...telling.frames, ...(own && !telling.isTight ? [own.frame] : [])].flatMap((frame) => matchesAndNames(frame, facts, termKindOf)),
  );
  const whole = own && telling.isTight ? matchesAndNames(own.frame, facts, termKindOf).filter(isToldWhole) : [];
  const agreeing = [...here, ...whole, ...(telling.isTight ? [] : told.generous)].find((match) => {
    if (!match.fact.date || !dateAgrees(match.fact.date, said(match.fact.date).spans)) return false;
    // What stands elsewhere in the sentence must be told as well as what its own clause tells.
    if (!here.has(match) && !sentence.timeline && !match.named && match.score < best.score * 0.75) return false;
    // What went on for years, told in a clause without a date, does not excuse what the date's own clause tells whole.
    if (!here.has(match) && isBroad(match.fact.date) && isToldWhole(best)) return false;
    // In one clause, a fact without the thing that the clause speaks of is not what it tells.
    if (best.thingsAgree.length > 0 && match.thingsAgree.length === 0 && !match.named && !elsewhere.has(match.fact)) return false;
    return explainsAway(match, best);
  });
  if (agreeing) return verdict(null, `agrees with ${agreeing.fact.key}`);
  if (rival && nearness(rival) >= nearness(best) * 0.9 && !sameDate(rival.fact, best.fact) && !isTheSamePost(rival, best))
    return verdict(null, `${best.fact.key} and ${rival.fact.key} are equally near`);
  const another = isOfAnotherLife(best, claim, reading);
  if (another) return verdict(null, `may be said of ${another}`);
  if (!isDistinct(best, claim, reading)) return verdict(null, `what agrees with ${best.fact.key} is true of another fact of that date`);
  if (stepsOf(sentence).has(claim) && isRightButForTheYear(claim, best)) return verdict(null, "the year at the line's head is wrong");
  if (!sentence.timeline && isRightButForTheYear(claim, best)) {
    const anchor = yearGiver(claim, sentence);
    if (!anchor) return verdict(null, `all of ${best.fact.key}, in the year of another date`);
    if (anchor.mention.date.relative && isOfAnotherBlock(furthest(anchor, reading)))
      return verdict(null, 'its year hangs on a date of another block');
    if (hangsOnThePast(anchor, sentence, reading)) return verdict(null, 'its year is that of a date that is only looked back to');
    // "In the following summer came the treaty of August": both are right in the fact's year.
    if (dateAgrees(best.fact.date!, saidOf(anchor, best.fact.date!, reading).spans)) return verdict(null, 'its year is not sure');
    return { sentence, claim: anchor, miss: best, reason: () => `gives ${best.fact.key} another year` };
  }
  if (isCountedFromSince(claim, best, sentence, reading)) return verdict(null, 'may be counted from what was told since');
  if (isFarOff(claim, best, reading)) return verdict(null, 'of another age than the chapter');
  if (!isAnchor && hangsOnMiss(claim, sentence, reading)) return verdict(null, 'hangs on a date that is itself wrong');
  // Of two times at which he took the post, the nearer is meant.
  const apart = ({ fact }: Match) => yearsApart(fact.date!, given.value);
  const before = rival && isTheSamePost(rival, best) ? rival : null;
  const meant = before && apart(before) < apart(best) ? before : best;
  if (!before && isTheSecondTime(meant)) return verdict(null, `may be the time before ${meant.fact.key}`);
  if (isAnotherTime(meant, given.value)) return verdict(null, `may be another time than ${meant.fact.key}`);
  return verdict(
    meant,
    () => `misses ${meant.fact.key} by its date alone (score ${meant.score.toFixed(1)}, covers ${(meant.coverage * 100).toFixed(0)} %)`,
  );
}

/** The fact that the telling comes nearest to with no guard against it, and the next near. */
function nearest(
  { frames, isDefinite = false }: Telling,
  claim: DateClaim,
  said: (date: FactDate) => Said,
  nearness: (match: Match) => number,
  sentence: SentenceReading,
  told: ToldBySentence,
  reading: Reading,
): { best: Match | null; rival: Match | null; heldBack: { match: Match; guard: string }[] } {
  const { facts, termKindOf } = reading.knowledge;
  let best: Match | null = null;
  let rival: Match | null = null;
  const heldBack: { match: Match; guard: string }[] = [];
  for (const frame of frames.map((told) => withoutAnchors(asHappening(told, claim, sentence), claim, sentence))) {
    for (const match of matchesAndNames(frame, facts, termKindOf)) {
      if (!match.fact.date) continue;
      const guard = guardAgainst(match, frame, isDefinite, claim, said(match.fact.date), sentence, told, reading);
      if (guard !== null) {
        heldBack.push({ match, guard });
        continue;
      }
      if (best === null || nearness(match) > nearness(best)) {
        if (best && best.fact !== match.fact) rival = best;
        best = match;
      } else if (
        match.fact !== best.fact &&
        !(isAboutItsPeople(best) && !isAboutItsPeople(match)) &&
        (rival === null || nearness(match) > nearness(rival))
      )
        rival = match;
    }
  }
  return { best, rival, heldBack };
}

/** "December–March 1922–23": the year behind the dash belongs to the second month. */
function isOfTwoYears({ mention, rangeEnd }: DateClaim, reading: Reading): boolean {
  const end = rangeEnd?.end ?? mention.end;
  return /^[–—-]\d{2}\b/.test(reading.notes.text.slice(end, end + 4));
}

/** "came back, not in 1849 when the French had taken Rome, but in April 1850": said of what "not in 1849" is said of. */
function isSetRight({ token, clause }: DateClaim, { tokens, clauses, dates }: SentenceReading): boolean {
  const before = /^(?:in|on|at|until|from)$/.test(tokens[token - 1]?.lower ?? '') ? token - 2 : token - 1;
  if (tokens[before]?.lower !== 'but') return false;
  return dates.some(
    (other) =>
      other.token < token &&
      other.clause !== clause &&
      tokens.slice(Math.max(0, other.token - 3), other.token).some(({ lower }) => lower === 'not') &&
      clauses[other.clause] !== undefined,
  );
}

/** "He died in 1882": of a pronoun, or of a name that may be the slip, where another whom the text names was born or died just then. */
function isOfAnotherLife({ fact, peopleAgree, concept, wording }: Match, { mention, spans }: DateClaim, reading: Reading): string | null {
  const kind = wording.heads.has('born') ? 'birth' : [...wording.heads].some((head) => DEATHS.has(head)) ? 'death' : null;
  if (!kind || concept < 0.9) return null;
  const isOpen = peopleAgree.every(({ pronoun, at }) => pronoun || at < 0);
  // With a name, only a month or a day tells that another is meant, and only where it is no slip for the right one.
  const { value } = mention.date;
  if (!isOpen && (value?.precision === 'year' || slipEvidence(fact.date!, value!) > 0)) return null;
  const own = new Set(wording.people);
  const genders = new Set(
    [...own].flatMap((id) => {
      const person = reading.knowledge.fact(id);
      return person?.kind === 'person' ? [isMale(person)] : [];
    }),
  );
  const other = reading.knowledge.facts.byTime
    .within(spans)
    .find(
      (each) =>
        each.kind === kind &&
        each.fact !== fact.fact &&
        !own.has(each.fact.id) &&
        (isOpen || each.date!.value.precision !== 'year') &&
        genders.has(isMale(each.fact as Person)) &&
        (!isOpen || reading.ask(MENTIONED, each.fact.id) === true),
    );
  return other?.key ?? null;
}

const DEATHS = new Set<ConceptName>(['die', 'kill', 'execute']);

const MOST_NAMED = 3;

function heldBackInWords(
  heldBack: readonly { readonly match: Match; readonly guard: string }[],
  nearness: (match: Match) => number,
): string {
  const nearest = heldBack.toSorted((a, b) => nearness(b.match) - nearness(a.match)).slice(0, MOST_NAMED);
  return nearest.length > 0 ? nearest.map(({ match, guard }) => `not ${match.fact.key}: ${guard}`).join('; ') : 'no fact is told';
}

/** Which guard keeps the match from being what the date is said of; null where none does. */
function guardAgainst(
  match: Match,
  frame: Frame,
  isDefinite: boolean,
  claim: DateClaim,
  said: Said,
  sentence: SentenceReading,
  told: ToldBySentence,
  reading: Reading,
): string | null {
  if (saysAgain(match, frame, claim, sentence)) return 'it happened again';
  if (told.satisfied.has(match.fact) || dateAgrees(match.fact.date!, said.spans)) return 'agrees with a date of the sentence';
  // What took years, or is dated only within years, is told by its name or not at all.
  if (isBroad(match.fact.date!) && !match.named && !(isToldWhole(match) && isWithinYears(match.fact.date!))) return 'is not dated closely';
  const slip = slipFrom(match.fact.date!, said);
  const isLine = sentence.timeline && !stepsOf(sentence).has(claim);
  const gap = evidenceGap(match, frame, reading.knowledge.facts.frames.length, isLine, slip);
  if (
    gap !== null &&
    !(isDefinite && isOnlyOfItsKind(match, frame, slip)) &&
    !tellsByDate(match, frame, slip, reading.knowledge.facts.frames.length)
  )
    return gap;
  if (isDayOfAnotherMonth(claim, match.fact.date!, sentence)) return 'may be a day of another month';
  if (isDeadAlready(match, claim, sentence)) return 'has died in the sentence before that';
  const other = otherOccasion(match, frame, claim, sentence, slip);
  if (other !== null) return other;
  if (isOfALongerName(match, frame, said.spans, sentence, reading.knowledge.facts)) return 'is another of that name';
  if (mayHaveLivedOn(match, frame, slip, sentence, reading.knowledge.facts)) return 'may have lived on';
  if (
    slip === 0 &&
    ((isFarFromIt(match, said) && !opensWithLife(match, frame, sentence)) ||
      (match.fact.kind === 'event' && !match.named && !isToldWhole(match) && isOutsideChapter(claim, reading)))
  )
    return 'is too far from its date';
  if (!isOfThisChapter(match, frame, sentence, reading)) return 'may be of another chapter';
  if (goesOnAfterIt(match, frame, said)) return 'goes on after it';
  const heads = [...match.wording.heads];
  if (claim.relation === 'since' && !heads.some((head) => LASTING.has(head))) return 'is over in a moment';
  const isOwn = frame === sentence.clauses[claim.clause]?.frame;
  const isMoment = heads.length > 0 && heads.every((head) => PUNCTUAL.has(head));
  if (claim.relation === 'from' && isOwn && isMoment && !isTakenUpByWhen(claim, sentence, reading)) return 'is over in a moment';
  return null;
}

/** "was caught, two days after Kennedy had died, and died in 1998": whoever is meant by no name, it is not the one of whose death the sentence has told. */
function isDeadAlready({ wording, peopleAgree }: Match, { clause }: DateClaim, { clauses }: SentenceReading): boolean {
  if (!wording.heads.has('die') || peopleAgree.length === 0 || peopleAgree.some(({ at, pronoun }) => at >= 0 && !pronoun)) return false;
  const ids = new Set(peopleAgree.flatMap((participant) => participant.ids));
  return clauses
    .slice(0, clause)
    .some(
      ({ frame, clause: { verb } }) =>
        frame.concepts.some(({ concept, part, from }) => concept === 'die' && part !== 'noun' && from >= verb) &&
        frame.people.some(({ role, entity, pronoun, ids: own }) => role === 'subject' && entity && !pronoun && ids.has(own[0]!)),
    );
}

/** What a year would tell that agrees with the fact's. */
const YEAR_EVIDENCE = 1;

/** A year that the fact itself gives agrees with it by no evidence of the writer's. */
const slipFrom = (date: FactDate, { value, isMoved }: Said): number =>
  Math.max(0, slipEvidence(date, value) - (isMoved ? YEAR_EVIDENCE : 0));

/** Whether the clause has anybody of those whom the fact is about, or the fact is about nobody. */
const isAboutItsPeople = ({ wording, peopleMissing }: Match) => wording.people.size === 0 || peopleMissing.length < wording.people.size;

/** What somebody is and does from his appointment on. */
const STATES = new Set<ConceptName>(['serve', 'lead', 'belong', 'retain']);
const BEGINNINGS = new Set<ConceptName>(['appoint', 'elect', 'takeOffice', 'join']);

/** "In 1924 he held the post": whoever was appointed before holds it later. */
function goesOnAfterIt({ wording, fact }: Match, { concepts }: Frame, { spans }: Said): boolean {
  const told = concepts.filter(({ part }) => part !== 'noun');
  return (
    told.length > 0 &&
    told.every(({ concept }) => STATES.has(concept)) &&
    [...wording.heads].some((head) => BEGINNINGS.has(head)) &&
    spans.every(({ first }) => fact.date!.value.spans.every((own) => first > own.last))
  );
}

/** What "from" a day on nothing can go on doing. */
const PUNCTUAL = new Set<ConceptName>(['die', 'kill', 'execute', 'born', 'stroke', 'seize', 'resign', 'arrest', 'crash', 'land']);

/** "from November 1922, when he fell ill": what is told by "when" is at the date, whatever goes on from it. */
function isTakenUpByWhen({ mention, token }: DateClaim, { tokens, block }: SentenceReading, reading: Reading): boolean {
  const end = mention.end - reading.notes.blocks[block]!.start;
  const behind = tokens.slice(token + 1).filter(({ start }) => start >= end);
  return behind[behind[0]?.text === ',' ? 1 : 0]?.lower === 'when';
}

/** What begins on a day and goes on: "since" names that day. */
const LASTING = new Set<ConceptName>(['rename', 'appoint', 'elect', 'found', 'begin', 'adopt', 'ban', 'join', 'marry', 'exile']);

/** Further than this, in years, a date is no slip for the other. */
const NEAR_YEARS = 3;

/** A date that has nothing of the right one, said of what is told in half, or of what may be one of several. */
function isFarFromIt({ named, only, coverage, concept, fact }: Match, said: Said): boolean {
  if (named) return false;
  // Of what the chapter dates by its year alone, a month says no more that could be wrong.
  const isByYear = said.value.precision === 'year' || fact.date!.value.precision === 'year';
  const isNear = isByYear && yearsApart(fact.date!, said.value) <= NEAR_YEARS;
  return !isNear && (coverage < 0.75 || (concept >= 0.9 && !only && coverage < 0.9));
}

/** "died in 1931" as an item under somebody's name: nobody dies, or is born, more than once. */
function opensWithLife({ fact, concept, peopleMissing }: Match, { concepts }: Frame, { from }: SentenceReading): boolean {
  if ((fact.kind !== 'birth' && fact.kind !== 'death') || concept < 0.9 || peopleMissing.length > 0) return false;
  return concepts.some((hit) => hit.from === from && hit.part === 'verb');
}

/** A date outside the years that the chapter treats: told in half, what is dated may be something later or earlier of the kind. */
function isOutsideChapter({ spans }: DateClaim, { knowledge: { chapters } }: Reading): boolean {
  const periods = chapters.flatMap(({ period }) => (period ? [period.span] : []));
  return periods.length > 0 && !periods.some((period) => spans.some((span) => span.last >= period.first && span.first <= period.last));
}

/** "The crash of October 1930", where the chapter has one crash, in October of another year. */
function isOnlyOfItsKind({ only, concept, peopleExtra, thingsExtra }: Match, frame: Frame, slip: number): boolean {
  return only && concept >= 0.9 && slip >= 2 && peopleExtra.length === 0 && thingsExtra.length === 0 && frame.strangers === 0;
}

/** "He wrote, on 5 May 1923", "the letter, 5 May 1923": a day that is one slip from the fact's own tells the fact as well as a name does. */
function tellsByDate(match: Match, frame: Frame, slip: number, facts: number): boolean {
  return (
    slip >= 3 &&
    match.concept >= 0.9 &&
    (match.peopleAgree.length > 0 || match.score >= Math.log(1 + facts) * 0.7) &&
    // "On 25 May he attacked Cao Bang": a stranger's name beside nothing of the fact's but its kind of happening is another's.
    (frame.strangers === 0 || match.peopleAgree.length + match.thingsAgree.length + match.stemsAgree > 0) &&
    match.peopleExtra.length === 0 &&
    match.thingsExtra.length === 0 &&
    !isDoneByAnother(match, frame)
  );
}

/** "expelled again", "for a second time": another time than the chapter's. */
function saysAgain(match: Match, frame: Frame, claim: DateClaim, { clauses, tokens, timeline, from, to }: SentenceReading): boolean {
  const own = clauses[claim.clause]?.clause;
  const ranges = timeline ? [{ from, to }] : (own?.ranges ?? []);
  return ranges.some((range) =>
    tokens.slice(range.from, range.to).some(
      (token, index, all) =>
        (token.lower === 'again' ||
          (token.lower === 'more' && all[index - 1]?.lower === 'once') ||
          (token.lower === 'time' && /^(?:second|third)$/.test(all[index - 1]?.lower ?? ''))) &&
        // "When he tried again in 1924 they shot him": it is the other verb that is done again.
        !(own?.opener === 'when' && range.from + index < claim.token && isToldBehind(claim.token, match, frame)),
    ),
  );
}

/** Whether all that names the fact or its kind of happening stands behind the token. */
function isToldBehind(token: number, match: Match, frame: Frame): boolean {
  const told = toldAt(match, frame);
  return told.length > 0 && told.every((at) => at > token);
}

/** "In March …" under a heading that has the wrong year: what is written here is right, and what it hangs on is the mistake. */
function isRightButForTheYear({ mention: { date } }: DateClaim, { fact }: Match): boolean {
  if (date.provenance === 'explicit' || date.relative || !date.value) return false;
  const [year, month, day] = date.value.edtf.split('-');
  const values = [fact.date!.value, ...fact.date!.alternatives.map(({ value }) => value)];
  return values.some(({ edtf }) => {
    const [factYear, factMonth, factDay] = edtf.split('-');
    return (
      month !== undefined && year !== factYear && month === factMonth && (day === undefined || factDay === undefined || day === factDay)
    );
  });
}

/** "Two years later, in April": the date of the same clause that the claim has its year from. */
function yearGiver(claim: DateClaim, sentence: SentenceReading): DateClaim | undefined {
  const [own] = claim.spans;
  return sentence.dates.findLast((other) => {
    const [span] = other.spans;
    return (
      other.clause === claim.clause &&
      other.token < claim.token &&
      own !== undefined &&
      span !== undefined &&
      within(own, span) &&
      !other.unasserted
    );
  });
}

/** Further than this from the chapter's period, in days, a date belongs to another age, unless one digit makes the difference. */
const ANOTHER_AGE = 40 * 366;

function isFarOff(claim: DateClaim, { fact }: Match, reading: Reading): boolean {
  const periods = reading.knowledge.chapters.flatMap(({ period }) => (period ? [period.span] : []));
  const near =
    periods.length === 0 ||
    periods.some((period) =>
      claim.spans.some((span) => span.last >= period.first - ANOTHER_AGE && span.first <= period.last + ANOTHER_AGE),
    );
  return !near && digitsApart(fact.date!.value, claim.mention.date.value!) > 1;
}

const DISTANCE: readonly Provenance[] = ['explicit', 'sentence', 'paragraph', 'heading', 'document', 'unknown'];

const isOfAnotherBlock = (provenance: Provenance) => provenance === 'heading' || provenance === 'document';

/** A relative date is no surer than the date that it hangs on. */
function furthest(claim: DateClaim, reading: Reading): Provenance {
  const inBlock = datesOf(reading, claim.mention.block);
  let worst = claim.mention.date.provenance;
  const seen = new Set<number>();
  for (let at = claim.mention.date.relative?.anchor; at !== undefined && !seen.has(at); at = inBlock[at]?.date.relative?.anchor) {
    seen.add(at);
    const { provenance } = inBlock[at]?.date ?? { provenance: 'unknown' as const };
    if (DISTANCE.indexOf(provenance) > DISTANCE.indexOf(worst)) worst = provenance;
  }
  return worst;
}

/** "three days later he was dead": counted from what came before, the state tells its beginning. */
function asHappening(frame: Frame, { mention, clause }: DateClaim, { tokens, clauses }: SentenceReading): Frame {
  // A pronoun that may be several people's tells nobody's death.
  if (frame.people.some(({ role, ids }) => role === 'subject' && ids.length > 1)) return frame;
  const distance = mention.date.relative?.distance;
  const verb = clauses[clause]?.clause.verb ?? -1;
  if (!distance || distance.max === 0 || !/^(?:is|was|were)$/.test(tokens[verb]?.lower ?? '') || tokens[verb + 1]?.lower !== 'dead')
    return frame;
  return { ...frame, concepts: frame.concepts.map((hit) => (hit.from === verb + 1 ? { ...hit, part: 'verb' as const } : hit)) };
}

/** "Chancellor in 1923, then Foreign Minister until he died", "held there in 1849, until the fall of the city": until when is not when. */
function withoutAnchors(frame: Frame, { token }: DateClaim, { tokens }: SentenceReading): Frame {
  const isAnchored = ({ from, part }: Frame['concepts'][number]) =>
    from > token &&
    ANCHORING.has(tokens[from - 2]?.lower ?? '') &&
    (/^(?:s?he|they|it|his|her|their)$/.test(tokens[from - 1]?.lower ?? '') || (part === 'noun' && tokens[from - 1]?.lower === 'the'));
  return frame.concepts.some(isAnchored) ? { ...frame, concepts: frame.concepts.filter((hit) => !isAnchored(hit)) } : frame;
}

/** "Some eight months later", where the date that it could hang on does not stand in this sentence or the two before: other things have been told since. */
function isFarFromAnchor({ mention }: DateClaim, sentence: SentenceReading, reading: Reading): boolean {
  const inBlock = datesOf(reading, mention.block);
  const { sentences } = reading.block(mention.block);
  const sentenceAt = (start: number) => sentences.findLast((each) => each.start <= start);
  const seen = new Set<number>();
  // "That October", of "the autumn of the next year": no surer than what that hangs on.
  let [own, dated, { relative }] = [sentence as SentenceReading | undefined, mention, mention.date];
  while (own && relative?.anchor !== undefined && !seen.has(relative.anchor)) {
    seen.add(relative.anchor);
    const anchor = inBlock[relative.anchor];
    if (!anchor) return false;
    // "Months after it came …, and two years later": what stands between is when the story was, and nobody knows when that is.
    if (
      inBlock
        .slice(relative.anchor + 1, inBlock.indexOf(dated))
        .some(({ date }) => date.relative && !date.value && date.relative.direction !== 'same')
    )
      return true;
    const before = sentencesThatTell(own, 2, reading).at(-1);
    if (relative.direction !== 'same' && anchor.start < (before ?? own).start) return true;
    own = sentenceAt(anchor.start);
    dated = anchor;
    ({ relative } = anchor.date);
  }
  return false;
}

/** "It began in March 1922. … In the same month": a date that hangs on one that is itself found wrong says nothing more. */
function hangsOnMiss({ mention }: DateClaim, sentence: SentenceReading, reading: Reading): boolean {
  const inBlock = datesOf(reading, mention.block);
  const { sentences } = reading.block(mention.block);
  let { relative } = mention.date;
  for (let steps = 0; relative?.anchor !== undefined && steps < MOST_LINKS; steps++) {
    const anchor = inBlock[relative.anchor];
    if (!anchor) return false;
    const own = sentences.findLast((each) => each.start <= anchor.start);
    if (own && own !== sentence && judgeSentence(own, reading, true).some(({ claim, miss }) => miss !== null && claim.mention === anchor))
      return true;
    ({ relative } = anchor.date);
  }
  return false;
}

/** So many dates, each hanging on the one before, are followed back. */
const MOST_LINKS = 3;

/** "The Civil War" is many wars: a name made of common words means the chapter's event only where the paragraph also names somebody or something of the chapter. */
function isOfThisChapter(match: Match, frame: Frame, sentence: SentenceReading, reading: Reading): boolean {
  // A topic from the heading is no evidence where the sentence brings in strangers of its own.
  if (
    !isRow(sentence) &&
    sentence.frame.strangers > 0 &&
    match.peopleAgree.length > 0 &&
    match.peopleAgree.every(({ role }) => role === 'topic')
  )
    return false;
  if (!match.named || match.peopleAgree.some((participant) => participant.entity) || match.thingsAgree.length > 0) return true;
  const mention = frame.events.find((thing) => thing.ids.includes(match.fact.fact.id));
  if (!mention) return true;
  const words = sentence.tokens.slice(mention.entity.from, mention.entity.to).filter((token) => token.kind === 'word');
  if (words.length === 0 || !words.every((token) => isCommonWord(token.lower))) return true;
  // Who names the chapter in the front matter, and writes the name as one, means it.
  if (reading.notes.frontMatter?.chapters.length && words.some((token) => token.capitalised)) return true;
  return mentionsOf(reading, sentence.block).some(
    (other) => other.kind === 'fact' && other.fact !== match.fact.fact && isProper(reading.notes.text.slice(other.start, other.end)),
  );
}

/** Whether a name holds a word that English has only as a name. */
function isProper(name: string): boolean {
  return name.split(/[^\p{L}\p{M}’']+/u).some((word) => word.length > 2 && /^\p{Lu}/u.test(word) && !isCommonWord(word.toLowerCase()));
}

/** Whether no fact whose date agrees with the claim has all that speaks for this one. */
function isDistinct(best: Match, claim: DateClaim, reading: Reading): boolean {
  const { facts, termKindOf } = reading.knowledge;
  const { wording } = best;
  const feature = featuresOf(wording).sort((a, b) => facts.weight(b) - facts.weight(a))[0];
  if (feature === undefined || !wording.frame) return true;
  for (const other of facts.byFeature.get(feature) ?? []) {
    if (other === best.fact || !other.date || !dateAgrees(other.date, claim.spans)) continue;
    if (other.wordings.some((otherWording) => compare(wording.frame!, other, otherWording, facts, termKindOf).coverage > 0.95))
      return false;
  }
  return true;
}

/** "became minister in 1918", "became minister again in 1929": the chapter tells each time that he took the post, and this is neither. */
function isTheSamePost({ wording: a }: Match, { wording: b, coverage, concept }: Match): boolean {
  const isAppointment = (heads: ReadonlySet<ConceptName>) => heads.size > 0 && [...heads].every((head) => POSTS_TAKEN.has(head));
  const same = (x: ReadonlySet<string>, y: ReadonlySet<string>) => x.size === y.size && [...x].every((id) => y.has(id));
  return (
    concept >= 0.9 &&
    coverage >= 0.8 &&
    isAppointment(a.heads) &&
    isAppointment(b.heads) &&
    a.people.size > 0 &&
    same(a.people, b.people) &&
    same(a.things, b.things)
  );
}

const POSTS_TAKEN = new Set<ConceptName>(['appoint', 'takeOffice']);

function sameDate(a: FactFrame, b: FactFrame): boolean {
  return a.date !== null && b.date !== null && dateAgrees(a.date, b.date.value.spans);
}
