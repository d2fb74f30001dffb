/** For every statement of a document: what was read, what it was compared with, and why it was or was not flagged. */
import type { Frame } from '../reading/frames';
import { matches } from '../reading/match';
import type { ClauseReading, Reading, SentenceReading } from '../reading/model';
import { once } from '../reading/once';
import { judgeDates } from './judge-dates';
import { judgeOrder } from './judge-order';
import { judgePeople } from './judge-people';

/** Facts named beside each clause. */
const NEAREST = 3;

/** Lines of plain text, for people: a sentence, its clauses with what fills their slots and the facts nearest to them, then a verdict for each date, order and person judged. */
export function trace(reading: Reading): string {
  const { text } = reading.notes;
  const dates = judgeDates(reading);
  const silences = new Map<ClauseReading, string[]>();
  const people = judgePeople(reading, reading.sentences, (clause, fact, why) =>
    once(silences, clause, () => []).push(`${fact.key}: ${why}`),
  );
  const orders = judgeOrder(reading);
  const lines: string[] = [];
  for (const sentence of reading.sentences) {
    lines.push('', oneLine(text.slice(sentence.start, sentence.end)));
    for (const { clause, frame, unasserted } of sentence.clauses) {
      const words = clause.ranges.map(({ from, to }) => oneLine(wordsOf(sentence, from, to))).join(' … ');
      lines.push(`  clause   ${words}${unasserted ? `   [not judged: ${unasserted}]` : ''}`);
      const slots = slotsOf(frame);
      if (slots) lines.push(`    read   ${slots}`);
      for (const match of matches(frame, reading.knowledge.facts, reading.knowledge.termKindOf).slice(0, NEAREST)) {
        const differs = [
          ...match.peopleExtra.map(({ ids }) => ids[0]),
          ...match.thingsExtra.map(({ ids }) => ids[0]),
          ...(match.otherOrdinal ? ['number'] : []),
          ...(match.opposed ? ['opposite'] : []),
        ];
        lines.push(
          `    near   ${match.fact.key}  weight ${match.score.toFixed(1)}, ${Math.round(match.coverage * 100)} % told${differs.length > 0 ? `, differs in ${differs.join(', ')}` : ''}`,
        );
      }
    }
    for (const clause of sentence.clauses) {
      const why = silences.get(clause)?.slice(0, NEAREST) ?? [];
      if (why.length > 0) lines.push(`  person   silent, not ${why.join('; not ')}`);
    }
    for (const { claim, miss, reason } of dates.filter((verdict) => verdict.sentence === sentence)) {
      const end = claim.rangeEnd?.end ?? claim.mention.end;
      const { value, provenance } = claim.mention.date;
      lines.push(
        `  date     ${oneLine(text.slice(claim.mention.start, end))} = ${value?.edtf ?? '?'} (${provenance}, ${claim.relation}): ${miss ? 'FLAGGED' : 'silent'}, ${reason()}`,
      );
    }
    for (const { link, miss, reason } of orders.filter((verdict) => verdict.sentence === sentence)) {
      const start = link.amount?.start ?? link.word?.start ?? sentence.start;
      const end = Math.max(link.amount?.end ?? 0, link.word?.end ?? 0);
      lines.push(`  order    ${oneLine(text.slice(start, end))}: ${miss ? 'FLAGGED' : 'silent'}, ${reason}`);
    }
    for (const { wrong, right, reason } of people.filter((verdict) => verdict.sentence === sentence)) {
      lines.push(`  person   ${wrong.ids[0]}: FLAGGED, ${reason}; the chapter has ${right.map(({ id }) => id).join(' or ')}`);
    }
  }
  return `${lines.join('\n').trim()}\n`;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

const wordsOf = ({ tokens }: SentenceReading, from: number, to: number) =>
  tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');

function slotsOf(frame: Frame): string {
  const people = frame.people.map(({ ids, role, preposition }) => `${ids.join('/')} (${role}${preposition ? ` ${preposition}` : ''})`);
  const things = [...frame.terms, ...frame.events, ...frame.offices].map(({ ids, preposition }) =>
    preposition ? `${preposition} ${ids[0]}` : ids[0]!,
  );
  const happenings = [...new Set(frame.concepts.map(({ concept }) => concept))];
  return [
    happenings.length > 0 ? `happening: ${happenings.join(', ')}` : '',
    people.length > 0 ? `people: ${people.join(', ')}` : '',
    things.length > 0 ? `things: ${things.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join('; ');
}
