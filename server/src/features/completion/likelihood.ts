/** Which fact the writer is likeliest to mean next: what the notes, the paragraph and the sentence are about. */
import type { AnyFact } from '../../chapter/model';
import type { Knowledge, Reading } from '../../reading/model';
import { type Span, spanOf } from '../../time/index';
import { gap } from '../describe';

export interface Likelihood {
  /** Higher is likelier; comparable between facts of one position only. */
  of(fact: AnyFact): number;
}

/** Days over which being near in time loses its force. */
const NEAR = 180;

/** Chosen by mean reciprocal rank over our own essays (ranking.test.ts); each for a measure between 0 and about 3. */
const WEIGHTS = { mentioned: 0.7, recent: 0.5, prominence: 0.7, companion: 3, timeliness: 2 };

/** Characters over which a mention is forgotten. */
const RECENT = 600;
/** A sentence that has named somebody goes on with a pronoun, and a list names each once. */
const SAID_ALREADY = 3;
/** Behind "the" stands nobody's name. */
const BEHIND_ARTICLE = 5;
const article = /\b(?:the|an?|this|that|these|those|so-called)[ \t]+["“‘'*_]*$/i;

/** `start` is where the name begins that is being typed, `offset` the cursor behind it. */
export function likelihoodAt(reading: Reading, start: number, offset: number): Likelihood {
  const counts = new Map<string, number>();
  const { text, blocks } = reading.notes;
  const block = blocks.findLastIndex((each) => each.start <= offset && offset <= each.end);
  const sentence = reading.sentences.findLast((each) => each.block === block && each.start <= start);
  const here = new Set<string>();
  const said = new Set<string>();
  /** Where each was named last before the cursor. */
  const lastNamed = new Map<string, number>();
  for (const mention of reading.mentions) {
    if (mention.kind !== 'fact' || (mention.start <= offset && start < mention.end)) continue;
    const { id } = mention.fact;
    counts.set(id, (counts.get(id) ?? 0) + 1);
    if (mention.block === block) here.add(id);
    if (mention.end > start) continue;
    lastNamed.set(id, mention.end);
    if (sentence && mention.start >= sentence.start && mention.how !== 'pronoun') said.add(id);
  }
  const dates = datesAt(reading, offset, block);
  const companions = companionsOf(here, reading.knowledge);
  const behindArticle = article.test(text.slice(Math.max(0, start - 20), start));
  return {
    of(fact) {
      const { id, kind } = fact;
      const mentioned = Math.log2(1 + (counts.get(id) ?? 0));
      const recent = lastNamed.has(id) ? WEIGHTS.recent * Math.exp((lastNamed.get(id)! - start) / RECENT) : 0;
      const prominence = Math.log2(1 + (reading.knowledge.facts.byFeature.get(featureOf(fact))?.length ?? 0));
      const unlikely = (kind === 'person' && said.has(id) ? SAID_ALREADY : 0) + (behindArticle && kind === 'person' ? BEHIND_ARTICLE : 0);
      return (
        WEIGHTS.mentioned * mentioned +
        recent +
        WEIGHTS.prominence * prominence +
        WEIGHTS.companion * (companions.get(id) ?? 0) +
        WEIGHTS.timeliness * timeliness(fact, dates, reading.knowledge) -
        unlikely
      );
    },
  };
}

/** The dates of the sentence at the offset, and the one at the head of its timeline line. */
function datesAt(reading: Reading, offset: number, block: number): Span[] {
  const sentence = reading.sentences.findLast((each) => each.block === block && each.start <= offset);
  const head = reading.notes.blocks[block]?.timelineHead;
  return reading.mentions.flatMap((mention) => {
    if (mention.kind !== 'date' || mention.block !== block || !mention.date.value) return [];
    const inSentence = sentence !== undefined && mention.start >= sentence.start && mention.start <= Math.max(sentence.end, offset);
    const atHead = head !== undefined && mention.start >= head.start && mention.end <= head.end;
    return inSentence || atHead ? [spanOf(mention.date.value)] : [];
  });
}

/** How many of the facts mentioned in the block share an event with each other fact, at most 1. */
function companionsOf(ids: ReadonlySet<string>, { facts }: Knowledge): Map<string, number> {
  const shared = new Map<string, number>();
  for (const id of ids) {
    for (const frame of [...(facts.byFeature.get(`p:${id}`) ?? []), ...(facts.byFeature.get(`t:${id}`) ?? [])]) {
      for (const wording of frame.wordings)
        for (const other of [...wording.people, ...wording.things, frame.fact.id])
          if (!ids.has(other)) shared.set(other, Math.min(1, (shared.get(other) ?? 0) + 0.25));
    }
  }
  return shared;
}

function featureOf(fact: AnyFact): string {
  if (fact.kind === 'person') return `p:${fact.id}`;
  return fact.kind === 'event' ? `e:${fact.id}` : `t:${fact.id}`;
}

/** How near the fact is to the dates in time, 0 to 3: for people and terms, their nearest event. */
function timeliness(fact: AnyFact, dates: readonly Span[], { facts }: Knowledge): number {
  if (dates.length === 0) return 0;
  const events =
    fact.kind === 'event'
      ? [fact]
      : (facts.byFeature.get(featureOf(fact)) ?? []).flatMap((frame) => (frame.fact.kind === 'event' ? [frame.fact] : []));
  let nearest = Number.POSITIVE_INFINITY;
  for (const event of events) for (const date of dates) nearest = Math.min(nearest, gap(event, date));
  return 3 * Math.exp(-nearest / NEAR);
}
