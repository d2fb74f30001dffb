import { say, tell } from '../l10n/said';
import type { FactFrame } from '../reading/facts';
import type { DatedMention, Reading } from '../reading/model';
import type { Finding, Fix } from './finding';
import { judgeOrder, type OrderMiss } from './judge-order';
import { judgeSequences, type SequenceVerdict } from './judge-sequences';
import { amountInWords } from './order-distance';
import type { OrderLink } from './order-link';
import { factReference, placeOf, replaceFix } from './repair';
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
    {
      text: '⟦Two years⟧ after Lenin’s death the Central Committee kept his Testament secret.',
      fixed: 'Four months after Lenin’s death the Central Committee kept his Testament secret.',
    },
    {
      text: '⟦Three years⟧ after the Kronstadt Rebellion had been crushed, Stalin was made General Secretary.',
      why: 'what it is counted from is told as a clause',
    },
    {
      text: 'After Lenin had died, the NEP was kept. ⟦After⟧ Lenin had died, the Kronstadt Rebellion broke out.',
      fixed: 'After Lenin had died, the NEP was kept. Before Lenin had died, the Kronstadt Rebellion broke out.',
    },
    {
      text: 'The NEP was adopted. ⟦Three years⟧ later Stalin became General Secretary.',
      fixed: 'The NEP was adopted. A year later Stalin became General Secretary.',
      why: 'counted from what was told last',
    },
    {
      text: 'The adoption of the NEP ⟦preceded⟧ the October Revolution.',
      fixed: 'The adoption of the NEP followed the October Revolution.',
    },
    {
      text: 'By the time Lenin died, Trotsky had ⟦already⟧ been expelled from the Communist Party.',
    },
    {
      text: 'When Stalin became General Secretary, Lenin had only ⟦six months⟧ to live.',
      fixed: 'When Stalin became General Secretary, Lenin had only twenty-one months to live.',
    },
    {
      text: 'In August 1917, ⟦a year⟧ before the October Revolution, all was quiet.',
      fixed: 'In August 1917, two months before the October Revolution, all was quiet.',
      why: 'a date and what it is counted from',
    },
    {
      text: '⟦Six years⟧ passed between the Kronstadt Rebellion and Lenin’s death.',
      fixed: 'Almost three years passed between the Kronstadt Rebellion and Lenin’s death.',
    },
    {
      text: 'The NEP was adopted. It took ⟦four years⟧ for Stalin to become General Secretary.',
      fixed: 'The NEP was adopted. It took a year for Stalin to become General Secretary.',
    },
    {
      text: 'The Kronstadt Rebellion broke out. Everybody was afraid. ⟦Six months⟧ later Stalin became General Secretary.',
      why: 'behind a sentence that only tells how things were',
    },
    { text: 'Within ⟦a month⟧ of Lenin’s death Trotsky was expelled from the Communist Party.' },
    {
      text: 'First came ⟦Lenin’s death, then the Kronstadt Rebellion⟧.',
      fixed: 'First came the Kronstadt Rebellion, then Lenin’s death.',
      why: 'named one behind the other',
    },
    { text: 'Lenin died. Only ⟦afterwards⟧ the Kronstadt Rebellion broke out.' },
    {
      text: 'Trotsky outlived Lenin by ⟦six years⟧.',
      fixed: 'Trotsky outlived Lenin by sixteen years.',
    },
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
    { text: 'A year after the Kronstadt Rebellion had been crushed, Stalin was made General Secretary.' },
    { text: 'When Stalin became General Secretary, Lenin had less than two years to live.' },
    { text: 'Three years passed between the Kronstadt Rebellion and Lenin’s death.' },
    {
      text: 'Between the Kronstadt Rebellion and Lenin’s death Trotsky spent six months in the Caucasus.',
      why: 'the time is not that between the two',
    },
    { text: 'First came the Kronstadt Rebellion, then Lenin’s death.' },
    {
      text: 'First came the news of Lenin’s death, then the memory of the Kronstadt Rebellion.',
      why: 'the memory came later, not the rebellion',
    },
    { text: 'Within four years of Lenin’s death Trotsky was expelled from the Communist Party.' },
    { text: 'The Testament was read out after Lenin’s death.', why: 'the reading came later, not the writing' },
    { text: 'The ban on factions was used against Trotsky after Lenin’s death.', why: 'the ban was used later, not made' },
    { text: 'When Lenin died, Trotsky had already lost much of his influence.' },
    { text: 'Lenin’s death was followed by a struggle for power.', why: 'nothing that has one date' },
    { text: 'Trotsky was ill. Three years later he was out of the Party.', why: 'what it is counted from has no date' },
    { text: 'In August 1917, two months before the October Revolution, all was quiet.' },
    { text: 'In August 1917, a year before the war between the Reds and the Whites, all was quiet.', why: 'a year, by the calendar' },
    { text: 'Shortly after Lenin’s death, the Testament was suppressed by the Central Committee.', why: 'a vague length agrees' },
    { text: 'After Napoleon’s death France changed.', why: 'events that the chapter does not treat' },
    { text: 'After Lenin’s death people remembered the Kronstadt Rebellion.', why: 'the memory came later, not the rebellion' },
  ],
  check: ({ reading, sentences, dates }) => [
    ...judgeOrder(reading, sentences).flatMap(({ link, miss }) =>
      // A distance from a date that is itself wrong says nothing more.
      miss && !dates.some((verdict) => verdict.miss && verdict.claim.mention === miss.main.mention)
        ? [orderFinding(link, miss, reading)]
        : [],
    ),
    ...judgeSequences(reading, sentences).flatMap((verdict) => (verdict.miss ? [sequenceFinding(verdict, verdict.miss, reading)] : [])),
  ],
};

/** Every step, from the first to the last as they are written; put right, each stands where the one of its turn stood. */
function sequenceFinding({ sentence, steps, right }: SequenceVerdict, { main, anchor }: OrderMiss, reading: Reading): Finding {
  const places = steps.map((step) => placeOf(reading, sentence, step));
  const { text } = reading.notes;
  const edits = (right ?? []).flatMap((step, index) => {
    if (step === steps[index]) return [];
    const [own, place] = [placeOf(reading, sentence, step), places[index]!];
    return [{ ...place, newText: inPlace(text.slice(own.start, own.end), text.slice(place.start, place.end)) }];
  });
  const fix: Fix = {
    title: 'Put them in order',
    edits,
    preferred: true,
  };
  return {
    code: 'event-order',
    severity: 'warning',
    start: Math.min(...places.map(({ start }) => start)),
    end: Math.max(...places.map(({ end }) => end)),
    ...messageOf(main, anchor),
    fact: factReference((main.fact ?? anchor.fact)!.fact, (main.fact ?? anchor.fact)!.date?.value),
    fixes: edits.length > 0 ? [fix] : [],
  };
}

/** A phrase in the place of another: an article at a sentence's head has a capital there only. */
function inPlace(phrase: string, other: string): string {
  const article = /^(?:the|a|an|his|her|their|its)\b/i;
  if (article.test(other) && /^\p{Lu}/u.test(other)) return phrase[0]!.toUpperCase() + phrase.slice(1);
  return article.test(phrase) ? phrase[0]!.toLowerCase() + phrase.slice(1) : phrase;
}

function orderFinding(link: OrderLink, { main, anchor }: OrderMiss, reading: Reading): Finding {
  const { start, end, fixes } = link.amount ? distanceRepair(link, link.amount, { main, anchor }, reading) : wordRepair(link);
  return {
    code: 'event-order',
    severity: 'warning',
    start,
    end,
    ...messageOf(main, anchor),
    fact: factReference((main.fact ?? anchor.fact)!.fact, (main.fact ?? anchor.fact)!.date?.value),
    fixes,
  };
}

function messageOf(main: OrderMiss['main'], anchor: OrderMiss['anchor']) {
  const told = ({ kind, label, date }: FactFrame) =>
    kind === 'death'
      ? say('{person} died {when}', { person: label, when: { when: date!.value } })
      : say('“{what}” is {date}', { what: label, date: { date: date!.value } });
  if (!anchor.fact || !main.fact) return tell('In the chapter {first}.', { first: told((main.fact ?? anchor.fact)!) });
  return tell('In the chapter {first} and {second}.', { first: told(main.fact), second: told(anchor.fact) });
}

interface Repair {
  readonly start: number;
  readonly end: number;
  readonly fixes: readonly Fix[];
}

/** What may stand before an amount and is true of any: "only", "barely". */
const KEPT = /^(?:only|just|barely|exactly|precisely|some|about|around|roughly)\s+/i;

/** The amount becomes the right one, and "after" turns round with it where the order is wrong as well. */
function distanceRepair(link: OrderLink, amount: DatedMention, { main, anchor }: OrderMiss, reading: Reading): Repair {
  const text = reading.notes.text.slice(amount.start, amount.end);
  const start = amount.start + (KEPT.exec(text)?.[0].length ?? 0);
  const word = link.word && link.word.start >= start ? link.word : null;
  const wordStart = word ? word.start : amount.end;
  const told = reading.notes.text.slice(start, wordStart);
  const amountEnd = start + told.trimEnd().length;
  const length = (amount.date.relative?.distance ?? amount.date.duration)!;
  const words = amountInWords(anchor.spans[0]!, main.spans[0]!, told, length.unit);
  if (!words) return { start, end: Math.max(amount.end, word?.end ?? 0), fixes: [] };
  const newText = /^\p{Lu}/u.test(told) ? words.amount[0]!.toUpperCase() + words.amount.slice(1) : words.amount;
  // "within a year" of what came later
  if (words.direction !== link.direction && link.length && !link.unordered) return { start, end: amountEnd, fixes: [] };
  if (words.direction === link.direction || !word)
    return { start, end: amountEnd, fixes: [replaceFix(`Change to ${newText}`, start, amountEnd, newText, true)] };
  const turned = `${newText} ${turnedRound(word.text)}`;
  return { start, end: word.end, fixes: [replaceFix(`Change to ${turned}`, start, word.end, turned, true)] };
}

const TURNED: Readonly<Record<string, string>> = {
  after: 'before',
  following: 'before',
  before: 'after',
  later: 'earlier',
  afterwards: 'earlier',
  afterward: 'earlier',
  thereafter: 'earlier',
  on: 'earlier',
  earlier: 'later',
  sooner: 'later',
  previously: 'later',
  beforehand: 'later',
  to: 'after',
  preceded: 'followed',
  followed: 'preceded',
  precedes: 'follows',
  follows: 'precedes',
};

function turnedRound(word: string): string {
  const turned = TURNED[word.toLowerCase()] ?? word;
  return /^\p{Lu}/u.test(word) ? turned[0]!.toUpperCase() + turned.slice(1) : turned;
}

function wordRepair(link: OrderLink): Repair {
  const { start, end, text } = link.word!;
  const newText = turnedRound(text);
  return { start, end, fixes: newText === text || link.fixed ? [] : [replaceFix(`Change to ${newText}`, start, end, newText, true)] };
}
