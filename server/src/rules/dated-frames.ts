/** In which frames the event that a date is said of may be told. */
import { stemmer } from 'stemmer';
import { isVerbLike } from '../reading/clauses';
import { type Frame, type Participant, sliceFrame } from '../reading/frames';
import { AUXILIARIES, BE, PREPOSITIONS, STOPWORDS } from '../reading/lexicon/words';
import { ANCHORING } from '../reading/match';
import type { ClauseReading, DateClaim, Reading, SentenceReading } from '../reading/model';
import { datesOf, sentencesBeforeInBlock } from '../reading/read';
import type { Token } from '../reading/tokens';
import { framesAbove } from './above-frames';
import { framesAnswered } from './answer-frames';
import { countedOn } from './counted-on';
import { dateAgrees } from './date-agrees';
import { listedFrame } from './date-lists';
import { definitionOf } from './defined-times';
import { frontedParticiple } from './fronted-participle';
import { tellsSomething } from './pairing';
import { rowFrames } from './row-frames';
import { stepsOf } from './steps';

/** A place in which the event of a date may be told. */
export interface Telling {
  readonly frames: readonly Frame[];
  /** The date stands right behind what it is said of: nothing else in the sentence can be meant. */
  readonly isTight: boolean;
  /** It is told by a noun with "the" ("the crash"): one that readers know. */
  readonly isDefinite?: boolean;
}

/** Where the date's event may be told, the surest place first; a later one counts only where an earlier one tells no fact. */
export function tellingsOf(claim: DateClaim, sentence: SentenceReading, reading: Reading): Telling[] {
  const own = sentence.clauses[claim.clause];
  if (own && stepsOf(sentence).has(claim)) return [{ frames: [own.frame], isTight: true }];
  // The date at the head of a line holds for all of it; one further on for its own clause.
  if (!own || (sentence.timeline && !isInProse(claim, own, sentence)))
    return [{ frames: framesFor(claim, sentence, reading), isTight: false }];
  const row = rowFrames(claim, sentence, reading);
  if (row) return [{ frames: row, isTight: false }];
  const listed = listedFrame(claim, sentence, reading);
  if (listed) return [{ frames: [listed], isTight: false }];
  const above = framesAbove(claim, sentence, reading);
  if (above) return [{ frames: above, isTight: false }];
  const answer = framesAnswered(claim, sentence, reading);
  if (answer) return [{ frames: answer, isTight: false }];
  const definition = definitionOf(claim, sentence);
  const defined = definition >= 0 ? definedFrame(definition, own, sentence) : calledBehind(claim, own, sentence, reading);
  if (defined || definition >= 0) return [{ frames: defined ? [defined] : [], isTight: true }];
  const fronted = frontedParticiple(claim, own, sentence);
  if (fronted) return [{ frames: [fronted], isTight: true }];
  const counted = countedOn(claim, sentence, reading);
  if (counted) return [{ frames: [counted], isTight: true }];
  const event = eventOf(claim, own, sentence) ?? documentOf(claim, own, sentence, reading);
  if (event) return [{ frames: [event], isTight: true }];
  const nominal = nominalOf(claim.token, own, sentence);
  if (nominal)
    return [
      { frames: [nominal.frame], isTight: true, isDefinite: nominal.isDefinite },
      { frames: [own.frame], isTight: false },
    ];
  const antecedent = takenUpByWhich(own, sentence);
  if (antecedent) return [{ frames: [antecedent.frame], isTight: true, isDefinite: antecedent.isDefinite }];
  const subject = subjectNominal(own, sentence);
  if (subject)
    return [
      { frames: [subject], isTight: false, isDefinite: true },
      { frames: framesFor(claim, sentence, reading), isTight: false },
    ];
  const meanwhile = toldMeanwhile(own, sentence);
  return [{ frames: framesFor(claim, sentence, reading), isTight: false }, ...(meanwhile ? [{ frames: [meanwhile], isTight: false }] : [])];
}

/** "1921 is remembered as the year of the rising", "as the year in which they rose": what stands behind it is of that date. */
function definedFrame(at: number, own: ClauseReading, { tokens, clauses }: SentenceReading): Frame | null {
  if (tokens[at - 1]!.lower !== 'of') {
    const told = clauses.find(({ clause }) => clause.ranges[0]!.from === at);
    return told && !told.unasserted ? told.frame : null;
  }
  const part = ofWords(own.frame, at, own.clause.ranges.at(-1)!.to, tokens);
  const nouns = part.concepts.filter((hit) => hit.part === 'noun').map(({ from }) => from);
  const names = [...part.events, ...part.terms, ...part.people].flatMap(({ entity }) => entity?.from ?? []);
  const head = Math.min(...[...nouns, ...names].filter((from) => from >= at));
  // Not "the year of the memorial to the rising".
  if (tokens.slice(at, head).some(({ lower }) => PREPOSITIONS.has(lower))) return null;
  return { ...part, events: part.events.map((thing) => (thing.preposition === 'of' ? { ...thing, preposition: '' } : thing)) };
}

const CALLED = /^(?:known|remembered|described|called|named)$/;
const CALLED_HOW = /^(?:,|as|the|also|better|best|now|often|usually|generally|later|still|today|commonly)$/;

/** "the events of 1921, known as the rising": the date is that of what they are called. */
function calledBehind(claim: DateClaim, own: ClauseReading, { tokens, clauses, block }: SentenceReading, reading: Reading): Frame | null {
  if (tokens[claim.token - 1]?.lower !== 'of' || /^\p{Lu}/u.test(tokens[claim.token - 2]?.text ?? '')) return null;
  const end = claim.mention.end - reading.notes.blocks[block]!.start;
  let at = claim.token + 1;
  while (at < tokens.length && tokens[at]!.start < end) at++;
  let isCalled = false;
  for (; at < tokens.length; at++) {
    const { lower } = tokens[at]!;
    if (CALLED.test(lower)) isCalled = true;
    else if (!CALLED_HOW.test(lower)) break;
  }
  if (!isCalled) return null;
  const thing = [own, ...clauses].flatMap(({ frame }) => frame.events).find(({ entity }) => entity.from === at);
  return thing
    ? { ...sliceFrame(own.frame, () => false), people: [], events: [{ ...thing, preposition: '' }], stems: new Set(), strangers: 0 }
    : null;
}

/** "When he heard of it, in May 1923, he wrote to him": what the sentence goes on to tell was at that time too. */
function toldMeanwhile({ clause: { opener, host }, frame: { events } }: ClauseReading, sentence: SentenceReading): Frame | null {
  const { clauses, dates } = sentence;
  const main =
    opener === 'when' && events.length === 0
      ? (clauses[host] ?? clauses[clauses.findIndex((each) => each.clause.opener === 'when') + 1])
      : undefined;
  if (!main || main.unasserted || main.clause.verb < 0 || main.clause.opening === 'relative' || main.clause.opening === 'subordinate')
    return null;
  if (isLookingBack(main, sentence)) return null;
  return dates.some(({ clause }) => clauses[clause] === main) ? null : main.frame;
}

/** "the letter of 15 March 1923": whatever is denied or supposed of the letter, that it has this date is taken for granted. */
export function isTakenForGranted(claim: DateClaim, { tokens }: SentenceReading): boolean {
  return tokens[claim.token - 1]?.lower === 'of';
}

/** "- **1965** – marches set out on 7 March", "1965. It had begun before. On 7 March they set out": a date further on in a line, with a preposition and a verb, is said of its own clause. */
function isInProse(claim: DateClaim, { clause }: ClauseReading, { dates, tokens, from }: SentenceReading): boolean {
  return (claim !== dates[0] || from > 0) && clause.verb >= 0 && /^(?:in|on|from|since)$/.test(tokens[claim.token - 1]?.lower ?? '');
}

/** A line's head and one date more may tell one event. */
const MOST_OF_ONE = 2;

/** Its own clause; for a clause without an event, its neighbours; for a timeline line, every clause. */
function framesFor(claim: DateClaim, sentence: SentenceReading, reading: Reading): Frame[] {
  const own = sentence.clauses[claim.clause];
  if (!own) return [sentence.frame];
  const aside = isCountedOn(claim, own, sentence) ? sentence.clauses[own.clause.host] : undefined;
  if (aside) return [aside.frame];
  if (sentence.timeline && !isInProse(claim, own, sentence)) {
    // "Marat stabbed, six weeks after the Girondins had fallen": what it is counted from has another date than the line.
    const [first, ...others] = sentence.clauses.filter(({ unasserted }) => !unasserted);
    // "1514: peace; Mary marries Louis, who dies on 1 January 1515": a clause with a date of its own, year and all, is told at that.
    const hasOwn = (clause: ClauseReading) =>
      sentence.dates.some(
        (other) =>
          other !== claim &&
          sentence.clauses[other.clause] === clause &&
          other.mention.date.provenance === 'explicit' &&
          isInProse(other, clause, sentence),
      );
    const all = first ? [first, ...others.filter((clause) => !isCountedFrom(clause, sentence) && !hasOwn(clause))] : [];
    const told = all.map((clause) => upToCount(clause, sentence));
    const items = all.flatMap((clause) => itemsOf(clause, sentence));
    const isWhole =
      all.length === others.length + 1 &&
      told.every((frame, index) => frame === all[index]!.frame) &&
      // Steps with dates of their own are no one event together.
      sentence.dates.length <= MOST_OF_ONE &&
      !sentence.clauses.some(({ unasserted }) => unasserted);
    return [...told, ...items, ...(isWhole ? [sentence.frame] : [])];
  }
  const next = sentence.clauses[claim.clause + 1];
  // "It was not until July 1793 that he entered": what is dated stands in the next clause.
  if (next && /^(?:that|who|which)$/.test(next.clause.opener) && isCleft(own, sentence)) return [next.frame];
  // "It was July 1793 before he entered"
  if (next?.clause.opener === 'before' && isCleft(own, sentence) && isNothingButDate(own, sentence, reading)) return [next.frame];
  const main = mainBehindFronted(claim, own, sentence, reading);
  if (main) return [main];
  const share = shareOf(claim, own, sentence);
  if (share) return share.concepts.length > 0 || share.events.length > 0 ? [share] : [];
  const pointed = pointedAt(claim, own, sentence, reading);
  if (pointed) return pointed;
  // "On 27 June, two days after the invasion, the fleet sailed": what the date is counted from has another.
  const told: ClauseReading = { ...own, frame: upToCount(own, sentence, claim.token) };
  if (tellsSomething(told))
    return next?.clause.opener === 'when' && next.clause.host === claim.clause ? [told.frame, next.frame] : [told.frame];
  // "In May 1924 all changed: he died", "It happened in May 1924: he died".
  if (next?.clause.opener === ':' && next.clause.host === claim.clause && !isLookingBack(next, sentence)) return [next.frame];
  // "They remembered May 1924, when he died": behind "when" stands what the date is of.
  if (next && isWhenBehind(claim, next, sentence, reading) && !isLookingBack(next, sentence)) return [next.frame];
  // "as was stated in March 1923 when it recalled the rising": the date is that of its own clause's verb, whatever that says.
  if (told.frame === own.frame && saysMore(own, sentence) && own.clause.opener !== 'when') return [own.frame];
  // "lawyer, Minister of Justice Aug–Oct 1792, guillotined": a stretch of time right behind a post or a place is said of that.
  if (claim.rangeEnd && own.clause.verb < 0 && (own.frame.offices.length > 0 || own.frame.stems.size > 0)) return [own.frame];
  // "two years before he died, so 1938": the date is not that of what it is counted from.
  let host = sentence.clauses[own.clause.host];
  while (host && isAnchor(host, sentence)) host = sentence.clauses[host.clause.host];
  // A neighbour with a date of its own is spoken for.
  const spokenFor = (reading: ClauseReading) => sentence.dates.some((other) => sentence.clauses[other.clause] === reading);
  // "in December 1922, thirteen months before he died": what it is counted to has another date.
  // "that nobody stirred until 1557, that the loss came later": of two statements in a row each has its own date.
  const isParallel = own.clause.opener === 'that' && next?.clause.opener === 'that';
  const behind = own.clause.opening === 'aside' || isParallel || (next && isAnchor(next, sentence)) ? undefined : next;
  return [host, behind]
    .filter((reading): reading is ClauseReading => reading !== undefined && !spokenFor(reading))
    .map(({ frame }) => frame);
}

/** "Wallace blocks the door, Kennedy on television": of a line's clause, the parts that each begin with somebody; none where it is one part. */
function itemsOf({ clause, frame }: ClauseReading, { tokens, entities }: SentenceReading): Frame[] {
  if (frame.people.length < 2 || clause.ranges.length < 2) return [];
  const starts = clause.ranges.slice(1).flatMap(({ from, to }) => {
    const name = entities.find((entity) => entity.kind === 'person' && entity.from === from);
    const isItem = name && !name.possessive && name.to < to && !/^(?:and|or|&|,)$/.test(tokens[name.to]!.lower);
    return isItem && tokens[from - 1]?.text === ',' ? [from] : [];
  });
  const ends = [...starts, clause.ranges.at(-1)!.to];
  return starts.length === 0
    ? []
    : [clause.ranges[0]!.from, ...starts].map((start, index) => {
        const item = ofWords(frame, start, ends[index]!, tokens);
        // Whoever the other parts name is no stranger to this one.
        const strangerStems = new Set([...item.strangerStems].filter((stem) => item.properStems.has(stem)));
        return { ...item, strangerStems, strangers: Math.min(item.strangers, strangerStems.size) };
      });
}

/** Before these a clause of its own begins, which another must follow. */
const FRONTED = /^(?:after|as|while|when|since|although|though|because|once|before|with|despite|following)$/;

/** "In May 1924, after weeks of silence had passed, he died": the date at the head is said of the main clause, whatever clause is put between. */
function mainBehindFronted(claim: DateClaim, own: ClauseReading, sentence: SentenceReading, reading: Reading): Frame | null {
  const { tokens, clauses, dates } = sentence;
  const next = clauses[claim.clause + 1];
  const { from, to } = own.clause.ranges[0]!;
  if (claim.token - from > 2 || next?.clause.opening !== 'main' || next.unasserted || next.clause.verb < 0) return null;
  const start = next.clause.ranges[0]!.from;
  if (tokens[start - 1]?.text !== ',' || /^(?:and|but|or|so|yet|then)$/.test(tokens[start]!.lower)) return null;
  if (dates.some(({ clause }) => clause === claim.clause + 1) || isLookingBack(next, sentence)) return null;
  const end = claim.mention.end - reading.notes.blocks[claim.mention.block]!.start;
  const behind = tokens.findIndex((token, index) => index > claim.token && token.start >= end);
  if (behind < 0 || tokens[behind]!.text !== ',' || behind >= Math.max(to, own.clause.ranges.at(-1)!.to)) return null;
  const isSubordinate = FRONTED.test(tokens[behind + 1]?.lower ?? '');
  const isAbsolute = own.clause.verb > behind && tokens[own.clause.verb]!.lower.endsWith('ing');
  return isSubordinate || isAbsolute ? next.frame : null;
}

/** "had fled by then", "was a member": how things stood already. */
function isLookingBack({ clause, frame }: ClauseReading, { tokens }: SentenceReading): boolean {
  const verb = tokens[clause.verb]?.lower ?? '';
  return /^(?:had|has|have)$/.test(verb) || (BE.has(verb) && !frame.passive);
}

function isWhenBehind(claim: DateClaim, { clause }: ClauseReading, { tokens }: SentenceReading, reading: Reading): boolean {
  if (clause.opener !== 'when' || clause.host !== claim.clause) return false;
  const end = claim.mention.end - reading.notes.blocks[claim.mention.block]!.start;
  return tokens.slice(claim.token, clause.ranges[0]!.from).every(({ start, text }) => start < end || /^(?:,|when)$/.test(text));
}

/** "before he died", "thirteen months before he died": what another thing is counted from or to. */
function isAnchor(reading: ClauseReading, sentence: SentenceReading): boolean {
  return ANCHORING.has(reading.clause.opener) || isCountedFrom(reading, sentence);
}

const UNIT = /^(?:centur(?:y|ies)|decades?|years?|months?|fortnights?|weeks?|days?|hours?)$/;

/** "thirteen months before he died", "a year after he had left". */
function isCountedFrom({ clause }: ClauseReading, { tokens }: SentenceReading): boolean {
  const { from, to } = clause.ranges[0]!;
  return tokens
    .slice(from, Math.min(to, from + 6))
    .some(({ lower }, index) => ANCHORING.has(lower) && UNIT.test(tokens[from + index - 1]?.lower ?? ''));
}

/** "election, three months after Kapp had struck": the frame of what stands before the count, where that stands behind the token. */
function upToCount({ clause, frame }: ClauseReading, { tokens }: SentenceReading, behind = clause.ranges[0]!.from): Frame {
  const { from } = clause.ranges[0]!;
  const anchor = clause.ranges
    .flatMap((range) => tokens.slice(range.from, range.to).map(({ lower }, index) => ({ lower, at: range.from + index })))
    .find(({ lower, at }) => at > behind && ANCHORING.has(lower) && UNIT.test(tokens[at - 1]!.lower));
  // Without a name or a happening behind it, it only dates what stands before.
  // "three weeks before Waterloo": a place stands for what happened there.
  const isAnchored =
    anchor &&
    (tokens[anchor.at + (tokens[anchor.at + 1]?.lower === 'the' ? 2 : 1)]?.capitalised ||
      [...frame.concepts, ...frame.people.map(({ at }) => ({ from: at }))].some((hit) => hit.from > anchor.at));
  return isAnchored ? ofWords(frame, from, anchor.at, tokens) : frame;
}

/** The part of a frame that stands at the tokens [from, to), its content words too. */
function ofWords(frame: Frame, from: number, to: number, tokens: readonly Token[]): Frame {
  const said = new Set(tokens.slice(from, to).map(({ lower }) => stemmer(lower)));
  return {
    ...sliceFrame(frame, (token) => token >= from && token < to),
    stems: new Set([...frame.stems].filter((stem) => said.has(stem))),
    properStems: new Set([...frame.properStems].filter((stem) => said.has(stem))),
  };
}

/** "two years before he was killed, so 1938": behind a comma the date is the sum, not when he was killed. */
function isCountedOn({ token }: DateClaim, { clause }: ClauseReading, { tokens }: SentenceReading): boolean {
  if (!ANCHORING.has(clause.opener)) return false;
  const before = /^(?:in|on|so|thus|hence)$/.test(tokens[token - 1]?.lower ?? '') ? tokens[token - 2] : tokens[token - 1];
  const lead = tokens[clause.ranges[0]!.from - 1]?.lower ?? '';
  return /^[,(–—-]$|^so$/.test(before?.text ?? '') && /^(?:years?|months?|weeks?|days?|time)$/.test(lead);
}

/** "That was in March 1922.", "(this happened in May)": what a bare demonstrative takes up, in the sentence before or in the clause that the bracket interrupts. */
function pointedAt(claim: DateClaim, own: ClauseReading, sentence: SentenceReading, reading: Reading): Frame[] | null {
  const { tokens } = sentence;
  const start = own.clause.ranges[0]!.from + (/^(?:and|but|all)$/.test(tokens[own.clause.ranges[0]!.from]?.lower ?? '') ? 1 : 0);
  if (!/^(?:that|this|it|all)$/.test(tokens[start]?.lower ?? '')) return null;
  // "This step was taken in May": a noun that says no more than that something was done.
  const at = POINTING_NOUNS.has(tokens[start + 1]?.lower ?? '') ? start + 1 : start;
  const verb = tokens[at + 1]?.lower ?? '';
  if (!(BE.has(verb) || /^(?:happened|came|occurred|took|followed)$/.test(verb))) return null;
  // Whatever else the clause says is what is dated.
  const others = tokens
    .slice(at + 2, own.clause.ranges.at(-1)!.to)
    .filter((token, index) => token.kind === 'word' && !isOfDate(at + 2 + index, sentence, reading) && !POINTING_FILLERS.has(token.lower))
    .filter(({ lower }) => at === start || lower !== 'taken');
  if (others.length > 0) return null;
  if (own.clause.opening === 'aside') {
    const host = sentence.clauses[own.clause.host];
    return host && !host.unasserted ? [host.frame] : [];
  }
  // "It happened in May 1924: he died": what it points at is still to come.
  if (claim.clause > 0 || sentence.clauses[1]?.clause.opener === ':') return null;
  const [before] = sentencesBeforeInBlock(sentence, reading);
  if (!before || before.dates.length > 0) return [];
  return before.clauses.some(({ unasserted }) => unasserted) ? [] : before.clauses.map(({ frame }) => frame);
}

/** Whether the clause's verb, its auxiliaries passed over, says more than that something was or happened. */
function saysMore({ clause }: ClauseReading, { tokens }: SentenceReading): boolean {
  if (clause.verb < 0) return false;
  const end = clause.ranges.find(({ from, to }) => from <= clause.verb && clause.verb < to)?.to ?? clause.verb + 1;
  let verb = clause.verb;
  for (let at = verb + 1; AUXILIARIES.has(tokens[verb]!.lower) && at < Math.min(end, verb + 4); at++)
    if (isVerbLike(tokens[at]!)) verb = at;
  const word = tokens[verb]!.lower;
  return !BE.has(word) && !LIGHT_VERBS.has(word);
}

/** Verbs that say that something happened, and leave to others what. */
const LIGHT_VERBS = new Set(
  'came comes happened happens occurred occurs took takes followed follows saw sees was has had did does dated dates'.split(' '),
);

/** Not "decision": what was decided may have been done long after. */
const POINTING_NOUNS = new Set('step move measure event change episode incident blow'.split(' '));

const POINTING_FILLERS = new Set('in on at by during only just already back the place early late as all'.split(' '));

function isOfDate(token: number, { tokens, block }: SentenceReading, reading: Reading): boolean {
  const at = reading.notes.blocks[block]!.start + tokens[token]!.start;
  return datesOf(reading, block).some(({ start, end }) => start <= at && at < end);
}

/** Of a clause with several dates, the part that goes with this one: from the date before it, or, where the clause opens with a date, up to the date behind it. */
function shareOf(claim: DateClaim, own: ClauseReading, sentence: SentenceReading): Frame | null {
  const dates = sentence.dates.filter((other) => other.clause === claim.clause).map((other) => other.token);
  if (dates.length < 2) return null;
  const place = dates.indexOf(claim.token);
  const opens = dates[0]! - own.clause.ranges[0]!.from <= 2 || isAddedOn(claim, own, sentence);
  const from = opens ? claim.token : (dates[place - 1] ?? Number.NEGATIVE_INFINITY);
  const to = opens ? (dates[place + 1] ?? Number.POSITIVE_INFINITY) : claim.token;
  const part = withSubject(
    sliceFrame(own.frame, (token) => token >= from && token < to),
    own.frame,
  );
  // The verb may stand once for all: "was turned against X in 1924, against Y in 1925"; not beside one of the part's own.
  const hasVerb = sentence.tokens.some(
    (word, at) =>
      at >= Math.max(from, sentence.from) &&
      at < Math.min(to, sentence.to) &&
      at !== own.clause.verb &&
      !AUXILIARIES.has(word.lower) &&
      isVerbLike(word),
  );
  return hasVerb && part.concepts.some(({ part: kind }) => kind === 'verb') ? part : { ...part, concepts: own.frame.concepts };
}

/** "and, three months later, his seat": the date opens what the clause adds. */
function isAddedOn({ token }: DateClaim, { clause }: ClauseReading, { tokens }: SentenceReading): boolean {
  const before = tokens[token - 1]?.text === ',' ? tokens[token - 2] : tokens[token - 1];
  const isLast = clause.ranges.every(({ to }) => to <= token + 1);
  return !isLast && /^(?:and|then)$/.test(before?.lower ?? '') && token - clause.ranges[0]!.from > 2;
}

/** Whom the verb is said of stands once for all that is said of him. */
function withSubject(part: Frame, { people }: Frame): Frame {
  if (part.terms.length + part.offices.length === 0 || part.people.some(({ role }) => role !== 'modifier')) return part;
  return { ...part, people: [...part.people, ...people.filter(({ role }) => role === 'subject' || role === 'topic')] };
}

/** Before an event these say that something happened there and then. */
const SETTING = new Set(['at', 'during', 'with', 'through']);

/** "the rising of January 1918", "just before the rising in early 1918": the date is said of that event, whatever the clause goes on to tell. */
function eventOf(claim: DateClaim, own: ClauseReading, { tokens }: SentenceReading): Frame | null {
  const link = tokens[claim.token - 1]?.lower ?? '';
  if (link !== 'of' && link !== 'in' && link !== 'on') return null;
  const thing = own.frame.events.find(({ entity }) => entity.to === claim.token - 1);
  return thing && (link === 'of' || SETTING.has(thing.preposition) || ANCHORING.has(thing.preposition))
    ? {
        ...sliceFrame(own.frame, (token) => token === thing.entity.from),
        people: [],
        events: [{ ...thing, preposition: '' }],
        stems: new Set(),
        strangers: 0,
      }
    : null;
}

/** "the Petition of May 1640": a document has the date on which it was written, unless something else befell it then. */
function documentOf(claim: DateClaim, own: ClauseReading, { tokens }: SentenceReading, { knowledge }: Reading): Frame | null {
  // A year alone may be that of another edition.
  if (tokens[claim.token - 1]?.lower !== 'of' || claim.rangeEnd || claim.mention.date.value?.precision === 'year') return null;
  const thing = own.frame.terms.find(({ entity }) => entity.to === claim.token - 1);
  if (!thing || knowledge.termKindOf(thing.ids[0] ?? '') !== 'document') return null;
  const told = thing.ids.flatMap((id) => knowledge.facts.byFeature.get(`t:${id}`) ?? []);
  if (told.some(({ date }) => date !== null && dateAgrees(date, claim.spans))) return null;
  const { from } = thing.entity;
  // "X's Testament", where the chapter's is Y's.
  const owner = own.frame.people.find(({ entity }) => entity?.to === from);
  const isOfAnother =
    tokens[from - 1]?.possessive && !(owner && told.some(({ wordings }) => wordings.some(({ people }) => people.has(owner.ids[0]!))));
  if (isOfAnother) return null;
  return {
    ...sliceFrame(own.frame, (token) => token === from),
    people: [],
    concepts: [{ concept: 'write', from, to: from + 1, part: 'phrase' }],
    terms: [{ ...thing, preposition: '' }],
    stems: new Set(),
    strangers: 0,
  };
}

/** "Lenin's death in May 1924 left …", "his removal from the committee in 1927": the date right behind a noun that tells what happened is said of it. */
function nominalOf(
  /** What the noun stands right before. */
  before: number,
  own: ClauseReading,
  sentence: SentenceReading,
): { readonly frame: Frame; readonly isDefinite: boolean } | null {
  const { tokens, entities } = sentence;
  const inName = (token: number) => entities.some((entity) => entity.from <= token && token < entity.to);
  const noun = own.frame.concepts.findLast(
    (hit) =>
      hit.part === 'noun' &&
      hit.to <= before &&
      tokens
        .slice(hit.to, before)
        .every(
          (token, index) =>
            inName(hit.to + index) ||
            token.capitalised ||
            /^(?:of|from|by|in|on|the|at|as|and|power|against|over|to|with|early|late)$/.test(token.lower),
        ),
  );
  if (!noun) return null;
  const part = ofNoun(noun.from, noun.from - 2, before, own.frame, tokens);
  const things = own.clause.opener === 'whose' ? antecedentThings(own, sentence) : null;
  const people = part.people.length > 0 ? part.people : subjectsAbove(own, sentence);
  const frame: Frame = { ...part, ...things, people };
  return { frame, isDefinite: isDefinite(noun.from, tokens) };
}

/** "Lenin's death, which came in May 1924, left …": a relative that says no more than when the noun before it took place. */
function takenUpByWhich(own: ClauseReading, sentence: SentenceReading): ReturnType<typeof nominalOf> {
  const { clause } = own;
  const { tokens, clauses } = sentence;
  const host = clauses[clause.host];
  if (!host || clause.opener !== 'which' || clause.verb < 0) return null;
  const verb = tokens[clause.verb]!.lower;
  if (!TAKES_PLACE.has(verb) || (verb === 'took' && tokens[clause.verb + 1]?.lower !== 'place')) return null;
  const start = clause.ranges[0]!.from;
  return nominalOf(tokens[start - 1]?.text === ',' ? start - 1 : start, host, sentence);
}

/** "the crash", "the great crash". */
function isDefinite(noun: number, tokens: readonly Token[]): boolean {
  const before = tokens[noun - 1]?.lower;
  return before === 'the' || (tokens[noun - 2]?.lower === 'the' && /^(?:great|first|failed|bloody|sudden|famous)$/.test(before ?? ''));
}

/** "The crash came in …", "the putsch failed in …": a noun of happening that the clause opens with, and a verb that says that it took place. */
function subjectNominal({ clause, frame }: ClauseReading, { tokens }: SentenceReading): Frame | null {
  const { from } = clause.ranges[0]!;
  const start = from + (/^(?:and|but|so|then|when)$/.test(tokens[from]?.lower ?? '') ? 1 : 0);
  const noun = frame.concepts.find((hit) => hit.part === 'noun' && hit.from > start && hit.from <= start + 2);
  if (!noun || clause.verb <= noun.from || !isDefinite(noun.from, tokens) || !TAKES_PLACE.has(tokens[clause.verb]!.lower)) return null;
  return ofNoun(noun.from, start, clause.verb, frame, tokens);
}

/** What stands at the tokens [from, to) around a noun of happening; of its words only the names count: those of places, and of what the chapter does not list. */
function ofNoun(noun: number, from: number, to: number, frame: Frame, tokens: readonly Token[]): Frame {
  const said = new Set(tokens.slice(Math.max(0, from), to).map(({ lower }) => stemmer(lower)));
  const properStems = new Set([...frame.properStems].filter((stem) => said.has(stem)));
  return {
    ...sliceFrame(frame, (token) => token >= from && token < to),
    concepts: frame.concepts.filter((hit) => hit.from === noun && hit.part === 'noun'),
    stems: properStems,
    strangers: 0,
    strangerStems: new Set(),
    properStems,
    strangerPrepositions: new Set(),
  };
}

const TAKES_PLACE = new Set(
  'came happened occurred took began started broke followed failed collapsed ended erupted was succeeded fell'.split(' '),
);

/** "which caused paralysis and finally death in 1924": whom the clauses above are about, where the noun itself names nobody. */
function subjectsAbove(own: ClauseReading, { clauses }: SentenceReading): Participant[] {
  for (let at: ClauseReading | undefined = own; at; at = clauses[at.clause.host]) {
    const subjects = at.frame.people.filter(({ role }) => role === 'subject');
    if (subjects.length > 0) return subjects.length === 1 ? [{ ...subjects[0]!, role: 'topic', at: -1 }] : [];
  }
  return [];
}

/** "the alliance, whose foundation in July": what the relative takes up. */
function antecedentThings(own: ClauseReading, { clauses }: SentenceReading): Pick<Frame, 'terms' | 'events'> | null {
  const host = clauses[own.clause.host];
  const start = own.clause.ranges[0]!.from;
  const last =
    host &&
    [...host.frame.terms, ...host.frame.events].filter(({ entity }) => entity.to <= start).sort((x, y) => y.entity.from - x.entity.from)[0];
  if (!last) return null;
  const thing = { ...last, preposition: '' };
  return last.entity.kind === 'event' ? { terms: [], events: [thing] } : { terms: [thing], events: [] };
}

/** Whether the clause says no more than its date. */
function isNothingButDate({ clause }: ClauseReading, sentence: SentenceReading, reading: Reading): boolean {
  return clause.ranges.every(({ from, to }) =>
    sentence.tokens
      .slice(from, to)
      .every(({ kind, lower }, index) => kind !== 'word' || STOPWORDS.has(lower) || isOfDate(from + index, sentence, reading)),
  );
}

function isCleft({ clause }: ClauseReading, { tokens }: SentenceReading): boolean {
  const at = clause.ranges[0]!.from;
  const start = /^(?:and|but|yet)$/.test(tokens[at]?.lower ?? '') ? at + 1 : at;
  return tokens[start]?.lower === 'it' && BE.has(tokens[start + 1]?.lower ?? '');
}
