/**
 * Judges each date claim of a sentence against all facts at once: a near miss is a claim that agrees with one fact in every filled slot
 * but the date, and that no sensible pairing makes true.
 */
import type { FactDate } from '../chapter/model';
import { isCommonWord } from '../chapter/names/words';
import { type FactFrame, featuresOf } from '../reading/facts';
import { type Frame, sliceFrame } from '../reading/frames';
import type { ConceptName } from '../reading/lexicon/concepts';
import { likeness } from '../reading/lexicon/index';
import { BE } from '../reading/lexicon/words';
import { compare, type Match, matches } from '../reading/match';
import type { ClauseReading, DateClaim, Reading, SentenceReading } from '../reading/model';
import { datesOf, mentionsOf, placeOfSentence } from '../reading/read';
import { overlaps, type Provenance, type Span } from '../time/index';
import { isLifeRange } from './life-range';

export interface DateVerdict {
  readonly sentence: SentenceReading;
  readonly claim: DateClaim;
  /** The fact that the claim misses by its date alone; null where the claim is not contradicted. */
  readonly miss: Match | null;
  /** Why it is silent, or what it rests on; for `check --trace`. */
  readonly reason: string;
}

/** Whether some accepted value of the fact's date lies on a day that makes the claim true. */
export function dateAgrees(date: FactDate, spans: readonly Span[]): boolean {
  const accepted = [...date.value.spans, ...date.alternatives.flatMap(({ value }) => value.spans)];
  return accepted.some((span) => spans.some((claimed) => overlaps(span, claimed)));
}

const RELATED_ENOUGH = 0.5;
/** A sentence with more dates than this is a list; no pairing in it is plain. */
const MOST_DATES = 40;
/** A fact that lasted longer than this, in days, is true of so many dates that it excuses little. */
const BROAD = 370;

/** Whether a fact whose date agrees may be what the writer means, rather than the one that is missed. */
function explainsAway(match: Match, best: Match): boolean {
  const broad = match.fact.date!.value.spans.every((span) => span.last - span.first > BROAD) && match.coverage < best.coverage;
  if (broad) return (match.named || match.concept >= 0.9) && match.score >= best.score * 0.8;
  if (match.opposed) return false;
  if (match.score >= best.score * 0.9) return true;
  return (
    match.score >= best.score * RELATED_ENOUGH &&
    (match.named || match.concept >= 0.5 || (match.conceptOpen && (match.thingsAgree.length > 0 || match.peopleMissing.length === 0)))
  );
}

export function judgeDates(reading: Reading): DateVerdict[] {
  return reading.sentences.flatMap((sentence) => judgeSentence(sentence, reading));
}

function judgeSentence(sentence: SentenceReading, reading: Reading): DateVerdict[] {
  if (sentence.dates.length === 0 || sentence.dates.length > MOST_DATES) return [];
  const { facts, termKindOf } = reading.knowledge;
  const told = sentence.clauses.filter(({ unasserted }) => unasserted !== 'hypothesis');
  // What is only supposed in one clause must not excuse what is said in another.
  const whole = told.length === sentence.clauses.length ? [sentence.frame] : [];
  const generous = [...whole, ...told.map(({ frame }) => frame)].flatMap((frame) => matches(frame, facts, termKindOf));
  const satisfied = new Set<FactFrame>();
  for (const match of generous) {
    if (
      match.fact.date &&
      sentence.dates.some((claim) => claim.unasserted !== 'bibliographic' && dateAgrees(match.fact.date!, claim.spans))
    )
      satisfied.add(match.fact);
  }
  const verdicts = sentence.dates.map((claim) => judgeClaim(claim, sentence, reading, generous, satisfied));
  // One event has one date: of two that miss it, only the nearer is said of it.
  return verdicts.map((verdict) => {
    const twin = verdicts.find(
      (other) =>
        other !== verdict && other.miss && verdict.miss && other.miss.fact === verdict.miss.fact && other.claim.token < verdict.claim.token,
    );
    return twin ? { ...verdict, miss: null, reason: `${twin.miss!.fact.key} is missed by a date before` } : verdict;
  });
}

function judgeClaim(
  claim: DateClaim,
  sentence: SentenceReading,
  reading: Reading,
  generous: readonly Match[],
  satisfied: ReadonlySet<FactFrame>,
): DateVerdict {
  const verdict = (miss: Match | null, reason: string): DateVerdict => ({ sentence, claim, miss, reason });
  if (claim.unasserted) return verdict(null, `not asserted: ${claim.unasserted}`);
  if (claim.relation !== 'at' && claim.relation !== 'from' && claim.relation !== 'since')
    return verdict(null, `said as "${claim.relation}"`);
  const provenance = furthest(claim, reading);
  if (saysAgain(claim, sentence)) return verdict(null, 'it happened again');
  if (isLifeRange(claim, sentence, reading)) return verdict(null, 'a life, from birth to death');
  if (claim.mention.date.relative && provenance === 'heading') return verdict(null, 'hangs on a date of another block');
  if (provenance === 'unknown' || provenance === 'document') return verdict(null, `year from ${provenance}`);
  if (isFarFromAnchor(claim, sentence, reading)) return verdict(null, 'hangs on a date further up');
  const { facts, termKindOf } = reading.knowledge;
  let best: Match | null = null;
  let rival: Match | null = null;
  for (const frame of framesFor(claim, sentence).map((told) => asHappening(told, claim, sentence))) {
    for (const match of matches(frame, facts, termKindOf)) {
      if (
        !match.fact.date ||
        satisfied.has(match.fact) ||
        !(tellsEnough(match, frame, facts.frames.length, sentence.timeline, slipBonus(match, claim)) || tellsByDate(match, claim)) ||
        !isOfThisChapter(match, frame, sentence, reading)
      )
        continue;
      if (claim.relation === 'since' && ![...match.wording.heads].some((head) => LASTING.has(head))) continue;
      if (best === null || nearness(match, claim) > nearness(best, claim)) {
        if (best && best.fact !== match.fact) rival = best;
        best = match;
      } else if (
        match.fact !== best.fact &&
        !(isAboutItsPeople(best) && !isAboutItsPeople(match)) &&
        (rival === null || nearness(match, claim) > nearness(rival, claim))
      )
        rival = match;
    }
  }
  if (best === null) return verdict(null, 'no fact is told plainly enough');
  const own = sentence.clauses[claim.clause];
  const elsewhere = new Set(
    sentence.clauses
      .filter((clause) => clause !== own)
      .flatMap(({ frame }) =>
        matches(frame, facts, termKindOf)
          .filter((match) => match.named || match.concept >= 0.5)
          .map(({ fact }) => fact),
      ),
  );
  const agreeing = generous.find((match) => {
    if (!match.fact.date || !dateAgrees(match.fact.date, claim.spans)) return false;
    // In one clause, a fact without the thing that the clause speaks of is not what it tells.
    if (best.thingsAgree.length > 0 && match.thingsAgree.length === 0 && !match.named && !elsewhere.has(match.fact)) return false;
    return explainsAway(match, best);
  });
  if (agreeing) return verdict(null, `agrees with ${agreeing.fact.key}`);
  if (rival && nearness(rival, claim) >= nearness(best, claim) * 0.9 && !sameDate(rival.fact, best.fact))
    return verdict(null, `${best.fact.key} and ${rival.fact.key} are equally near`);
  if (!isDistinct(best, claim, reading)) return verdict(null, `what agrees with ${best.fact.key} is true of another fact of that date`);
  if (isFarOff(claim, best, reading)) return verdict(null, 'of another age than the chapter');
  return verdict(
    best,
    `misses ${best.fact.key} by its date alone (score ${best.score.toFixed(1)}, covers ${(best.coverage * 100).toFixed(0)} %)`,
  );
}

/** Whether the clause has anybody of those whom the fact is about, or the fact is about nobody. */
const isAboutItsPeople = ({ wording, peopleMissing }: Match) => wording.people.size === 0 || peopleMissing.length < wording.people.size;

/** What begins on a day and goes on: "since" names that day. */
const LASTING = new Set<ConceptName>(['rename', 'appoint', 'elect', 'found', 'begin', 'adopt', 'ban', 'join', 'marry', 'exile']);

/** The match's score, and more where the dates differ by one slip: in the month alone, in the year alone. */
function nearness(match: Match, claim: DateClaim): number {
  return match.score + 2 * match.coverage + slipBonus(match, claim);
}

function slipBonus(match: Match, claim: DateClaim): number {
  const own = match.fact.date?.value.edtf.split('-') ?? [];
  const said = claim.mention.date.value?.edtf.split('-') ?? [];
  if (own.length !== said.length || own.some((part) => !/^\d+$/.test(part)) || said.some((part) => !/^\d+$/.test(part))) return 0;
  const same = own.filter((part, index) => part === said[index]).length;
  if (own.length === 1) return Math.abs(Number(own[0]) - Number(said[0])) <= 2 ? 0.7 : 0;
  return same === own.length - 1 ? own.length - 1 : 0;
}

/** "He wrote, on 5 May 1923": a day that is one slip from the fact's own tells the fact as well as a name does. */
function tellsByDate(match: Match, claim: DateClaim): boolean {
  return (
    slipBonus(match, claim) >= 2 &&
    match.concept >= 0.9 &&
    match.peopleAgree.length > 0 &&
    match.peopleExtra.length === 0 &&
    match.thingsExtra.length === 0
  );
}

/** The frames in which the date's event may be told: its own clause; for a clause without an event, its neighbours; for a timeline line, every clause. */
function framesFor(claim: DateClaim, sentence: SentenceReading): Frame[] {
  const own = sentence.clauses[claim.clause];
  if (!own) return [sentence.frame];
  if (sentence.timeline)
    return [
      ...sentence.clauses.filter(({ unasserted }) => !unasserted).map(({ frame }) => frame),
      ...(sentence.clauses.some(({ unasserted }) => unasserted) ? [] : [sentence.frame]),
    ];
  const namedBefore = eventOf(claim, own, sentence);
  if (namedBefore) return [namedBefore];
  const nominal = nominalOf(claim, own, sentence);
  if (nominal) return [nominal, own.frame];
  const next = sentence.clauses[claim.clause + 1];
  // "It was not until July 1793 that he entered": what is dated stands in the next clause.
  if (next && isCleft(own, sentence)) return [next.frame];
  const share = shareOf(claim, own, sentence);
  if (share) return share.concepts.length > 0 || share.events.length > 0 ? [share] : [];
  if (tellsSomething(own))
    return next?.clause.opener === 'when' && next.clause.host === claim.clause ? [own.frame, next.frame] : [own.frame];
  const host = sentence.clauses[own.clause.host];
  // A neighbour with a date of its own is spoken for.
  const spokenFor = (reading: ClauseReading) => sentence.dates.some((other) => sentence.clauses[other.clause] === reading);
  return [host, own.clause.opening === 'aside' ? undefined : next]
    .filter((reading): reading is ClauseReading => reading !== undefined && !spokenFor(reading))
    .map(({ frame }) => frame);
}

/** Of a clause with several dates, the part that goes with this one: from the date before it, or, where the clause opens with a date, up to the date behind it. */
function shareOf(claim: DateClaim, own: ClauseReading, sentence: SentenceReading): Frame | null {
  const dates = sentence.dates.filter((other) => other.clause === claim.clause).map((other) => other.token);
  if (dates.length < 2) return null;
  const place = dates.indexOf(claim.token);
  const opens = dates[0]! - own.clause.ranges[0]!.from <= 2;
  const from = opens ? claim.token : (dates[place - 1] ?? Number.NEGATIVE_INFINITY);
  const to = opens ? (dates[place + 1] ?? Number.POSITIVE_INFINITY) : claim.token;
  const part = sliceFrame(own.frame, (token) => token >= from && token < to);
  // The verb may stand once for all: "was turned against X in 1924, against Y in 1925".
  return { ...part, concepts: own.frame.concepts };
}

/** "the rising of January 1918": the date is said of that event, whatever the clause goes on to tell. */
function eventOf(claim: DateClaim, own: ClauseReading, { tokens }: SentenceReading): Frame | null {
  if (tokens[claim.token - 1]?.lower !== 'of') return null;
  const thing = own.frame.events.find(({ entity }) => entity.to === claim.token - 1);
  return thing
    ? {
        ...sliceFrame(own.frame, (token) => token === thing.entity.from),
        people: [],
        events: [{ ...thing, preposition: '' }],
        stems: new Set(),
        strangers: 0,
      }
    : null;
}

/** "Lenin's death in May 1924 left …", "his removal from the committee in 1927": the date right behind a noun that tells what happened is said of it. */
function nominalOf(claim: DateClaim, own: ClauseReading, sentence: SentenceReading): Frame | null {
  const { tokens, entities } = sentence;
  const inName = (token: number) => entities.some((entity) => entity.from <= token && token < entity.to);
  const noun = own.frame.concepts.findLast(
    (hit) =>
      hit.part === 'noun' &&
      hit.to <= claim.token &&
      tokens
        .slice(hit.to, claim.token)
        .every((token, index) => inName(hit.to + index) || /^(?:of|from|by|in|on|the|at|as|and)$/.test(token.lower)),
  );
  if (!noun) return null;
  const part = sliceFrame(own.frame, (token) => token >= noun.from - 2 && token < claim.token);
  return { ...part, concepts: own.frame.concepts.filter((hit) => hit.from === noun.from), stems: new Set() };
}

function isCleft({ clause }: ClauseReading, { tokens }: SentenceReading): boolean {
  const at = clause.ranges[0]!.from;
  const start = /^(?:and|but|yet)$/.test(tokens[at]?.lower ?? '') ? at + 1 : at;
  return tokens[start]?.lower === 'it' && BE.has(tokens[start + 1]?.lower ?? '');
}

function tellsSomething({ frame }: ClauseReading): boolean {
  return frame.concepts.length > 0 || frame.events.length > 0;
}

/** "expelled again", "for a second time": another time than the chapter's. */
function saysAgain(claim: DateClaim, { clauses, tokens, timeline, from, to }: SentenceReading): boolean {
  const ranges = timeline ? [{ from, to }] : (clauses[claim.clause]?.clause.ranges ?? []);
  return ranges.some((range) =>
    tokens
      .slice(range.from, range.to)
      .some(
        (token, index, all) =>
          token.lower === 'again' ||
          (token.lower === 'more' && all[index - 1]?.lower === 'once') ||
          (token.lower === 'time' && /^(?:second|third)$/.test(all[index - 1]?.lower ?? '')),
      ),
  );
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
  const [own, said] = [fact.date?.value.edtf.slice(0, 4) ?? '', claim.mention.date.value?.edtf.slice(0, 4) ?? ''];
  const digits = [...own].filter((digit, index) => digit !== said[index]).length;
  return !near && digits > 1;
}

const DISTANCE: readonly Provenance[] = ['explicit', 'sentence', 'paragraph', 'heading', 'document', 'unknown'];

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

/** "Some eight months later", where the date that it could hang on does not stand in this sentence or the two before: other things have been told since. */
function isFarFromAnchor({ mention }: DateClaim, sentence: SentenceReading, reading: Reading): boolean {
  const { relative } = mention.date;
  if (!relative || relative.direction === 'same' || relative.anchor === undefined) return false;
  const anchor = datesOf(reading, mention.block)[relative.anchor];
  const here = placeOfSentence(sentence, reading);
  const before = reading.sentences.slice(Math.max(0, here - 2), here).find(({ block }) => block === sentence.block);
  const from = (before ?? sentence).start;
  return anchor !== undefined && anchor.start < from;
}

/** Enough evidence to tell this fact from others: computed from the weights of the pack itself. `bonus` is further evidence, in the same measure. */
export function tellsEnough(match: Match, frame: Frame, facts: number, timeline: boolean, bonus = 0): boolean {
  if (match.peopleExtra.length > 0 || match.thingsExtra.length > 0 || match.otherOrdinal || match.opposed) return false;
  if (match.named) return true;
  if (match.concept < 0.5) return false;
  if (isBesideThePoint(match, frame)) return false;
  // The clause speaks of one thing, the fact of another: two slots that differ.
  if (frame.terms.length > 0 && match.wording.things.size > 0 && match.thingsAgree.length === 0) return false;
  // A proper word that both have ("the Bastille") tells as much as a term.
  const things = match.thingsAgree.length + [...frame.strangerStems].filter((stem) => match.wording.stems.has(stem)).length;
  const plainPeople = match.peopleAgree.filter((participant) => !participant.pronoun).length;
  // Words alone tell a fact only where it is about nobody and nothing in particular.
  const particular = match.wording.people.size > 0 || match.wording.things.size > 0;
  const inWords = match.stemsAgree >= 3 && match.coverage >= 0.6;
  if (particular ? match.peopleAgree.length === 0 && things === 0 && !inWords : match.stemsAgree < 2) return false;
  if (plainPeople === 0 && things === 0 && match.stemsAgree === 0 && match.peopleMissing.length > 0) return false;
  // With nobody but the heading's person to go by, the clause's own words must say plainly what happened to him.
  const topicOnly = match.peopleAgree.length > 0 && match.peopleAgree.every(({ role }) => role === 'topic');
  if (
    topicOnly &&
    things === 0 &&
    match.stemsAgree === 0 &&
    !frame.concepts.some(
      ({ concept, part }) => part !== 'noun' && [...match.wording.heads].some((head) => likeness(head, concept) >= 0.7),
    ) &&
    frame.stems.size > 0
  )
    return false;
  const unit = Math.log(1 + facts);
  // Done by a stranger, or taken from a place of his: another event.
  if (
    frame.strangerPrepositions.has('by') ||
    (frame.strangerPrepositions.has('from') && [...match.wording.heads].some((head) => head === 'remove' || head === 'exile'))
  )
    return false;
  const strangers = [...frame.strangerStems].filter((stem) => !match.wording.stems.has(stem)).length;
  if (strangers > 0 && match.peopleAgree.length > 0 && match.peopleAgree.every(({ pronoun, at }) => pronoun || at < 0)) return false;
  if (strangers > 0 && (match.coverage < 0.6 || match.peopleMissing.length > 0)) return false;
  // A birth or a death has few words to it; told whole, it is told.
  if (match.coverage >= (match.fact.kind === 'event' ? 0.8 : 0.65) && match.peopleMissing.length === 0 && match.concept >= 0.9) return true;
  return match.score + bonus >= unit * (timeline ? 0.8 : 1) && match.coverage >= (timeline ? 0.3 : 0.4);
}

/** "voted against the death penalty": the fact's kind of happening is only a noun beside a verb that tells of another. */
function isBesideThePoint({ wording, peopleAgree }: Match, frame: Frame): boolean {
  const fits = (concept: ConceptName) => [...wording.heads].some((head) => likeness(head, concept) >= 0.5);
  // "had been dead for a year" tells a state, not its day.
  const states = frame.concepts.filter(({ concept }) => concept === 'die');
  if (wording.heads.has('die') && states.length > 0 && states.every(({ part }) => part === 'adjective')) return true;
  // "After his chief's death Stalin swore": a death in the sentence is its possessor's, not its subject's.
  const nominal = wording.heads.has('die') && states.length > 0 && states.every(({ part }) => part === 'noun');
  if (nominal && peopleAgree.some(({ at }) => at >= 0) && !peopleAgree.some(({ role }) => role === 'possessor')) return true;
  const verbs = frame.concepts.filter(({ part }) => part === 'verb' || part === 'phrase');
  return (
    wording.heads.size > 0 &&
    verbs.length > 0 &&
    !verbs.some(({ concept }) => fits(concept)) &&
    [...wording.concepts].every((concept) => !verbs.some((hit) => likeness(concept, hit.concept) >= 0.5))
  );
}

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

/** In a table's row the first cell says whom the others are about. */
const isRow = ({ clauses }: SentenceReading) => clauses.some(({ clause }) => clause.opening === 'cell');

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

function sameDate(a: FactFrame, b: FactFrame): boolean {
  return a.date !== null && b.date !== null && dateAgrees(a.date, b.date.value.spans);
}
