/** A long document is judged a portion at a time, so that it can be left off when its time is over. */

import type { Reading, SentenceReading } from '../reading/model';
import { mentionsOf } from '../reading/read';
import type { Finding } from './finding';
import { type CheckOptions, check } from './index';

/** A portion has so many sentences at most, and so many UTF-16 code units of text; what is no longer is judged whole. */
const MOST_SENTENCES = 500;
const MOST_CHARACTERS = 50_000;
/** So many sentences before and after a portion are judged with it, for what hangs on them. */
const AROUND = 50;

export interface Judgement {
  /** As those of `check`. */
  readonly findings: readonly Finding[];
  /** Where the judging, or the reading, broke off because its time was over; undefined where everything was judged. */
  readonly brokenOffAt?: number;
}

/** `isOver` is asked before each portion but the first. */
export function checkInPortions(reading: Reading, options: CheckOptions = {}, isOver: () => boolean = () => false): Judgement {
  const portions = portionsOf(reading.sentences);
  const end = reading.brokenOffAt ?? reading.notes.text.length + 1;
  if (portions.length <= 1) return judgement(check(reading, options), reading.brokenOffAt);
  const findings: Finding[] = [];
  for (const [index, portion] of portions.entries()) {
    const from = index === 0 ? 0 : reading.sentences[portion.from]!.start;
    const to = portions[index + 1] ? reading.sentences[portion.to]!.start : end;
    if (index > 0 && isOver()) return judgement(findings, from);
    for (const finding of check(partOf(reading, portion, from, to), options)) {
      if (from <= finding.start && finding.start < to) findings.push(finding);
    }
  }
  return judgement(findings, reading.brokenOffAt);
}

const judgement = (findings: readonly Finding[], brokenOffAt: number | undefined): Judgement =>
  brokenOffAt === undefined ? { findings } : { findings: findings.filter(({ end }) => end <= brokenOffAt), brokenOffAt };

/** Indices of sentences; `to` is exclusive. */
interface Portion {
  readonly from: number;
  readonly to: number;
}

function portionsOf(sentences: readonly SentenceReading[]): Portion[] {
  const portions: Portion[] = [];
  let from = 0;
  for (let at = 1; at <= sentences.length; at++) {
    const isFull = at === sentences.length || at - from === MOST_SENTENCES || sentences[at]!.end - sentences[from]!.start > MOST_CHARACTERS;
    if (!isFull) continue;
    portions.push({ from, to: at });
    from = at;
  }
  return portions;
}

/** The reading with the portion's sentences and those around it; the marks from `start` to `end`. Blocks keep their numbers and what was read in them. */
function partOf(reading: Reading, { from, to }: Portion, start: number, end: number): Reading {
  const sentences = reading.sentences.slice(Math.max(0, from - AROUND), to + AROUND);
  const blocks = new Set(sentences.map(({ block }) => block));
  return {
    knowledge: reading.knowledge,
    blocks: reading.blocks,
    sentences,
    mentions: [...blocks].flatMap((block) => mentionsOf(reading, block)),
    notes: {
      ...reading.notes,
      blocks: reading.notes.blocks.map((block) => (block.end > start && block.start < end ? block : { ...block, marks: [] })),
    },
  };
}
