import type { FactFrame } from '../reading/facts';
import { type Frame, sliceFrame } from '../reading/frames';
import { matches } from '../reading/match';
import type { ClauseReading, DatedMention, Reading, SentenceReading } from '../reading/model';
import { datesOf } from '../reading/read';
import { formatDate, overlaps, type Span, shift, type TimeUnit } from '../time/index';
import { dateAgrees } from './date-agrees';
import { tellsEnough } from './evidence';
import type { Finding, Fix } from './finding';
import { distanceInWords, factReference } from './repair';
import type { Rule } from './rule';

export const eventOrder: Rule = {
  code: 'event-order',
  severity: 'warning',
  summary: 'Two events of the chapter are put in the wrong order, or too near or too far from each other.',
  why: 'What came first decides what can have caused what.',
  repair: '“After” becomes “before”, or the other way round; a length of time becomes the right one.',
  bad: [
    {
      text: 'The Kronstadt Rebellion broke out ⟦after⟧ Lenin’s death.',
      fixed: 'The Kronstadt Rebellion broke out before Lenin’s death.',
    },
    {
      text: 'Stalin became General Secretary ⟦before⟧ the Kronstadt Rebellion.',
      fixed: 'Stalin became General Secretary after the Kronstadt Rebellion.',
    },
    { text: '⟦After⟧ Lenin’s death the NEP was adopted.', fixed: 'Before Lenin’s death the NEP was adopted.' },
    { text: '⟦Two years after⟧ Lenin’s death the Central Committee kept his Testament secret.', why: 'it was four months' },
  ],
  good: [
    { text: 'The NEP was adopted after the Kronstadt Rebellion had begun.' },
    { text: 'Four months after Lenin’s death the Central Committee kept his Testament secret.' },
    { text: 'Two years before Lenin’s death Stalin became General Secretary.', why: 'lengths of time are seldom meant to the day' },
    { text: 'After Lenin’s death the NEP went on for some years.', why: 'what had begun before went on' },
    { text: 'After Lenin’s death the triumvirate grew stronger.', why: 'what had begun before went on' },
    { text: 'The triumvirate was not formed after Lenin’s death.', why: 'a denial' },
    { text: 'Was the triumvirate formed after Lenin’s death?', why: 'a question' },
    { text: 'If the triumvirate had been formed after Lenin’s death, Trotsky would have been warned.', why: 'a supposition' },
    { text: 'It is often said that the triumvirate was formed after Lenin’s death.', why: 'others’ view' },
    { text: 'Long after the Civil War, Trotsky wrote about the Kronstadt Rebellion.', why: 'the writing came later, not the rebellion' },
    { text: 'After Napoleon’s death France changed.', why: 'events that the chapter does not treat' },
    { text: 'After Lenin’s death people remembered the Kronstadt Rebellion.', why: 'the memory came later, not the rebellion' },
  ],
  check: ({ reading }) =>
    reading.sentences.flatMap((sentence) =>
      sentence.clauses.flatMap((clause) => (clause.unasserted ? [] : orderFindings(sentence, clause, reading))),
    ),
};

interface Dated {
  readonly fact: FactFrame;
  readonly spans: readonly Span[];
}

function orderFindings(sentence: SentenceReading, clause: ClauseReading, reading: Reading): Finding[] {
  const { tokens } = sentence;
  const findings: Finding[] = [];
  for (const range of clause.clause.ranges) {
    for (let i = range.from; i < range.to; i++) {
      const word = tokens[i]!.lower;
      if (word !== 'after' && word !== 'before') continue;
      const end = phraseEnd(sentence, i + 1, range.to);
      const anchor = anchorFact(clause.frame, i + 1, end, reading);
      if (!anchor) continue;
      const amount = amountBefore(sentence, i, reading);
      // A date of its own says when; what is before it then is not what is judged here.
      if (!amount && sentence.dates.some((claim) => sentence.clauses[claim.clause] === clause)) continue;
      const mains = mainFacts(clause.frame, (token) => token < i || token >= end, sentence, reading, anchor);
      const judged = mains.map((main) =>
        amount ? distanceFinding(amount, word, i, anchor, main, sentence, reading) : sideFinding(word, i, anchor, main, sentence, reading),
      );
      // Whichever of the near facts is meant, it must be wrong.
      if (judged[0] && judged.every(Boolean)) findings.push(judged[0]);
    }
  }
  return findings;
}

/** The noun phrase behind "after" ends at a comma, a verb's auxiliary or a new determiner-less subject; eight words at most. */
function phraseEnd({ tokens, entities }: SentenceReading, from: number, to: number): number {
  for (let i = from; i < Math.min(to, from + 8); i++) {
    const token = tokens[i]!;
    if (token.kind === 'punctuation' && !/^[’'"“”]$/.test(token.text)) return i;
    if (
      i > from &&
      /^(?:the|a|an|he|she|they|it|his|her|their|was|were|had|is|and|but|in|on|at)$/.test(token.lower) &&
      !entities.some((entity) => entity.from < i && i < entity.to)
    ) {
      return i;
    }
  }
  return Math.min(to, from + 8);
}

const accepted = (fact: FactFrame): Span[] =>
  fact.date ? [...fact.date.value.spans, ...fact.date.alternatives.flatMap(({ value }) => value.spans)] : [];

function anchorFact(frame: Frame, from: number, to: number, reading: Reading): Dated | null {
  const part = sliceFrame(frame, (token) => token >= from && token < to);
  const bare: Frame = {
    ...part,
    people: part.people.filter((participant) => participant.at >= 0),
    stems: new Set(),
    events: part.events.map((thing) => ({ ...thing, preposition: '' })),
  };
  const told = matches(bare, reading.knowledge.facts, reading.knowledge.termKindOf).filter(
    (match) =>
      match.fact.date &&
      (match.named ||
        (match.concept >= 0.95 && match.peopleAgree.length > 0 && match.peopleMissing.length === 0 && match.wording.things.size === 0)),
  );
  const [best, second] = told;
  if (
    !best ||
    (second &&
      second.score >= best.score &&
      !best.fact.date!.value.spans.some((span) => second.fact.date!.value.spans.some((other) => overlaps(span, other))))
  )
    return null;
  return { fact: best.fact, spans: accepted(best.fact) };
}

/** The facts that the rest of the clause may tell, the nearest first. */
function mainFacts(frame: Frame, keep: (token: number) => boolean, sentence: SentenceReading, reading: Reading, anchor: Dated): Dated[] {
  const { facts, termKindOf } = reading.knowledge;
  const part = sliceFrame(frame, keep);
  const verb = sentence.clauses.find((clause) => clause.frame === frame)?.clause.verb ?? -1;
  const found = matches(part, facts, termKindOf).filter(
    (match) =>
      match.fact.date &&
      match.fact !== anchor.fact &&
      !sameEvent(match.fact, anchor.fact) &&
      (!match.named ||
        match.concept > 0 ||
        part.events.some((thing) => thing.ids.includes(match.fact.fact.id) && thing.entity.from < verb)) &&
      (match.named || match.thingsAgree.length > 0 || match.peopleMissing.length === 0) &&
      tellsEnough(match, part, facts.frames.length, sentence.timeline),
  );
  const best = found[0]?.score ?? 0;
  return found.filter((match) => match.score >= best * 0.85).map(({ fact }) => ({ fact, spans: accepted(fact) }));
}

/** Somebody's death stands twice in a chapter, among the events and among the life dates. */
function sameEvent(a: FactFrame, b: FactFrame): boolean {
  return (
    a.date !== null &&
    b.date !== null &&
    a.date.value.edtf === b.date.value.edtf &&
    a.wordings.some((x) =>
      b.wordings.some((y) => [...x.people].join() === [...y.people].join() && [...x.concepts].some((concept) => y.concepts.has(concept))),
    )
  );
}

/** The length of time before the word: "four months after". */
function amountBefore({ tokens, block }: SentenceReading, at: number, reading: Reading): DatedMention | null {
  const { start } = reading.notes.blocks[block]!;
  const position = start + tokens[at]!.start;
  for (const mention of datesOf(reading, block)) {
    const covers = mention.start < position && mention.end >= position - 2 && mention.end <= start + tokens[at]!.end;
    if (covers && (mention.date.duration || mention.date.relative)) return mention;
  }
  return null;
}

function distanceFinding(
  amount: DatedMention,
  word: string,
  at: number,
  anchor: Dated,
  main: Dated,
  sentence: SentenceReading,
  reading: Reading,
): Finding | null {
  const length = amount.date.relative?.distance ?? amount.date.duration;
  if (!length) return null;
  const direction = word === 'after' ? 'after' : 'before';
  const claimed = anchor.spans.map((span) => shift(span, length, direction));
  if (claimed.some((span) => main.spans.some((other) => overlaps(widen(span, length.unit), other)))) return null;
  const { start } = reading.notes.blocks[sentence.block]!;
  const from = amount.start;
  const to = Math.max(amount.end, start + sentence.tokens[at]!.end);
  const words = distanceInWords(anchor.spans[0]!, main.spans[0]!);
  const right = words && `${words.amount} ${words.direction}`;
  const fixes: Fix[] = right ? [{ title: `Change to ${right}`, edits: [{ start: from, end: to, newText: right }], preferred: true }] : [];
  return {
    code: 'event-order',
    severity: 'warning',
    start: from,
    end: to,
    message: orderMessage(anchor, main),
    fact: factReference(main.fact.fact, main.fact.date?.value),
    fixes,
  };
}

/** Lengths of time are seldom meant to the day. */
function widen(span: Span, unit: TimeUnit): Span {
  const days = { day: 1, week: 4, month: 12, season: 40, year: 120, decade: 1200, century: 10_000 }[unit];
  return { first: span.first - days, last: span.last + days };
}

function sideFinding(word: string, at: number, anchor: Dated, main: Dated, sentence: SentenceReading, reading: Reading): Finding | null {
  const earliest = (dated: Dated) => Math.min(...dated.spans.map((span) => span.first));
  const latest = (dated: Dated) => Math.max(...dated.spans.map((span) => span.last));
  const wrong = word === 'after' ? latest(main) < earliest(anchor) : earliest(main) > latest(anchor);
  if (!wrong) return null;
  // A date in the clause may say when the rest happened; then it is the date's claim.
  if (sentence.dates.some((claim) => dateAgrees(main.fact.date!, claim.spans))) return null;
  const token = sentence.tokens[at]!;
  const { start } = reading.notes.blocks[sentence.block]!;
  const right = word === 'after' ? 'before' : 'after';
  const newText = token.capitalised ? right[0]!.toUpperCase() + right.slice(1) : right;
  return {
    code: 'event-order',
    severity: 'warning',
    start: start + token.start,
    end: start + token.end,
    message: orderMessage(anchor, main),
    fact: factReference(main.fact.fact, main.fact.date?.value),
    fixes: [{ title: `Change to ${newText}`, edits: [{ start: start + token.start, end: start + token.end, newText }], preferred: true }],
  };
}

function orderMessage(anchor: Dated, main: Dated): string {
  return `In the chapter “${main.fact.label}” is ${formatDate(main.fact.date!.value)} and “${anchor.fact.label}” is ${formatDate(anchor.fact.date!.value)}.`;
}
