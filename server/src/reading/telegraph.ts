/** What notes leave unsaid in a line without a verb: "Apr 1922: Stalin Gen Sec", "Dec 1922 | Lenin's Testament", "June 1859: Solferino". */
import type { Block } from '../notes/model';
import { overlaps } from '../time/index';
import type { FactFrame } from './facts';
import type { Frame, Thing } from './frames';
import type { ConceptName } from './lexicon/concepts';
import type { ClauseReading, DateClaim, Knowledge } from './model';
import type { Token } from './tokens';

/** The clauses with what their date, beside so few words, makes them say. */
export function withUnsaid(
  clauses: readonly ClauseReading[],
  dates: readonly DateClaim[],
  tokens: readonly Token[],
  block: Block,
  knowledge: Knowledge,
): readonly ClauseReading[] {
  // A date alone stands at the head of a line, in a cell of its own or behind a dash.
  const alone = dates.filter(({ clause }) => isEmpty(clauses[clause]?.frame));
  return clauses.map((reading, index) => {
    const { clause, frame } = reading;
    // "the Postscript followed three weeks later": that a document came is that it was written.
    const comes = COMING.has(tokens[clause.verb]?.lower ?? '');
    if ((clause.verb >= 0 && !comes) || frame.concepts.length + frame.events.length > 0) return reading;
    const own = dates.filter((claim) => claim.clause === index);
    const claims = own.length > 0 ? own : alone;
    if (claims.length !== 1) return reading;
    const concept = unsaidOf(comes ? { ...frame, stems: new Set(), offices: [] } : frame, claims[0]!, knowledge);
    if (comes && (concept === 'appoint' || !concept)) return reading;
    if (concept) {
      const from = clause.ranges[0]!.from;
      return { ...reading, frame: { ...frame, concepts: [{ concept, from, to: from + 1, part: 'phrase' as const }] } };
    }
    const isNote = block.kind !== 'paragraph' || block.timelineHead !== undefined || isShort(clauses);
    const event = isNote ? (eventOf(reading, tokens, knowledge) ?? eventAtPlace(reading, claims[0]!, knowledge)) : null;
    return event ? { ...reading, frame: { ...frame, events: [event], strangers: 0, strangerStems: new Set(), stems: new Set() } } : reading;
  });
}

const MOST_TOKENS = 12;

/** "Rapallo, April 1922." in a paragraph: a sentence without a verb and with little beside its date. */
function isShort(clauses: readonly ClauseReading[]): boolean {
  const lengths = clauses.flatMap(({ clause }) => clause.ranges.map(({ from, to }) => to - from));
  return clauses.every(({ clause }) => clause.verb < 0) && lengths.reduce((sum, length) => sum + length, 0) <= MOST_TOKENS;
}

const COMING = new Set('follow follows followed came comes come appeared appears dates dated'.split(' '));

function isEmpty(frame: Frame | undefined): boolean {
  if (!frame) return false;
  const { concepts, people, terms, events, offices, stems, strangers } = frame;
  return concepts.length + terms.length + events.length + offices.length + stems.size + strangers === 0 && people.every(({ at }) => at < 0);
}

/** Somebody and an office at a date: it became his. A document and a date: it was written. */
function unsaidOf(frame: Frame, { mention, rangeEnd, relation, spans }: DateClaim, knowledge: Knowledge): ConceptName | null {
  if (frame.strangers + frame.stems.size > 0 || rangeEnd) return null;
  const kindOf = ({ ids }: Thing) => knowledge.termKindOf(ids[0] ?? '');
  const posts = [...frame.offices, ...frame.terms.filter((term) => kindOf(term) === 'office')];
  const holders = frame.people.filter(({ role }) => role === 'subject' || role === 'topic');
  if (posts.length === 1 && frame.terms.length + frame.offices.length === 1 && holders.length === 1 && frame.people.length === 1) {
    const begins = relation === 'from' || relation === 'since';
    // In a year or on a day he may hold what he has long held; a line of a month tells news.
    const isNews = relation === 'at' && /^(?:month|day)$/.test(mention.date.value?.precision ?? '');
    return begins || isNews ? 'appoint' : null;
  }
  const [work] = frame.terms;
  const made = work && kindOf(work) === 'document' ? 'write' : work && kindOf(work) === 'publication' ? 'publish' : null;
  if (
    !made ||
    relation !== 'at' ||
    frame.terms.length !== 1 ||
    frame.people.some(({ role }) => role !== 'owner' && role !== 'modifier' && role !== 'topic')
  )
    return null;
  // Whatever else happened to it at that date may be meant.
  const told = work!.ids.flatMap((id) => knowledge.facts.byFeature.get(`t:${id}`) ?? []);
  const agrees = ({ date }: FactFrame) =>
    date !== null &&
    [date.value, ...date.alternatives.map(({ value }) => value)].some((value) =>
      value.spans.some((a) => spans.some((b) => overlaps(a, b))),
    );
  return told.some(agrees) ? null : made;
}

/** "Solferino" alone is the one event of the chapter with that word in its name. */
function eventOf({ clause, frame }: ClauseReading, tokens: readonly Token[], knowledge: Knowledge): Thing | null {
  if (frame.people.some(({ at }) => at >= 0) || frame.terms.length + frame.offices.length > 0 || frame.strangers !== 1) return null;
  const words = [];
  for (const { from, to } of clause.ranges) for (let i = from; i < to; i++) if (tokens[i]!.kind !== 'punctuation') words.push(i);
  const [at] = words;
  if (words.length !== 1) return null;
  const event = knowledge.eventCalled(tokens[at!]!.lower);
  if (!event) return null;
  return {
    ids: [event.id],
    preposition: '',
    entity: { kind: 'event', facts: [event], from: at!, to: at! + 1, how: 'wording', possessive: false },
  };
}

/** "Kronstadt (Mar 1922)" is the rising there, where only the month or only the year is another: much else happened there at other times. */
function eventAtPlace({ frame }: ClauseReading, { mention, rangeEnd, relation }: DateClaim, knowledge: Knowledge): Thing | null {
  const [place] = frame.terms;
  if (!place || frame.terms.length > 1 || frame.offices.length + frame.stems.size + frame.strangers > 0 || relation !== 'at' || rangeEnd)
    return null;
  if (frame.people.some(({ at }) => at >= 0) || (place.preposition !== '' && place.preposition !== 'at')) return null;
  const event = knowledge.eventAt(place.ids[0] ?? '');
  const [year, month] = event?.when.value.edtf.split('-') ?? [];
  const [saidYear, saidMonth] = mention.date.value?.edtf.split('-') ?? [];
  if (!event || month === undefined || (year === saidYear) === (month === saidMonth)) return null;
  return { ids: [event.id], preposition: '', entity: { ...place.entity, kind: 'event', facts: [event], how: 'wording' } };
}
