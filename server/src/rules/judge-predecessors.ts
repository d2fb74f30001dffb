/** Finds the names of those from whom somebody is said to have taken over an office that another had left to him. */
import type { Entity } from '../reading/entities';
import type { Frame } from '../reading/frames';
import { BE } from '../reading/lexicon/words';
import type { ClauseReading, Reading, SentenceReading } from '../reading/model';
import type { Token } from '../reading/tokens';
import { dateAgrees } from './date-agrees';
import type { HolderVerdict } from './judge-holders';
import { leavesTo } from './judge-successions';
import type { Holding, NamedOffice } from './named-office';
import { isNarrowed, officesOf } from './office-links';

const TAKES_OVER = /^(?:succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|over)$/;
const TAKES = /^(?:takes?|took|taken|taking)$/;
/** Between the verb and the office in "became Chancellor", "was appointed as Chancellor". */
const GETS = /^(?:as|becomes?|became|becoming|appointed|made|elected|named)$/;

export function judgePredecessors(reading: Reading, sentences: readonly SentenceReading[]): HolderVerdict[] {
  return sentences.flatMap((sentence) => {
    const { tokens, from, to } = sentence;
    if (!tokens.slice(from, to).some(({ lower }) => TAKES_OVER.test(lower))) return [];
    return officesOf(sentence, reading).flatMap((office) => {
      const clause = sentence.clauses.find(({ clause: { ranges } }) =>
        ranges.some((range) => range.from <= office.entity.from && office.entity.from < range.to),
      );
      const verdict = clause && judge(clause, office, sentence, reading);
      return verdict ? [verdict] : [];
    });
  });
}

function judge(reading: ClauseReading, office: NamedOffice, sentence: SentenceReading, { knowledge }: Reading): HolderVerdict | null {
  const { tokens } = sentence;
  const at = tokens[office.entity.from - 1]?.lower === 'the' ? office.entity.from - 2 : office.entity.from - 1;
  if (reading.unasserted || !GETS.test(tokens[at]?.lower ?? '') || isNarrowed(tokens, office.entity)) return null;
  const came = comer(reading.frame);
  const left = came === null ? null : leaver(reading, came, sentence);
  if (came === null || left?.facts.length !== 1 || left.how === 'misspelling' || knowledge.isAuthor(left.facts[0]!.id)) return null;
  const right = before(came, office.holdings, datesOf(reading, sentence));
  const [only] = right;
  if (!only || right.length > 1 || only.person.id === left.facts[0]!.id) return null;
  return { sentence, wrong: left, right: [only.person], office: office.entity, left: true };
}

/** The one person whom the clause is about. */
function comer({ people }: Frame): string | null {
  const subjects = people.filter(({ role }) => role === 'subject');
  return subjects.length === 1 && subjects[0]!.ids.length === 1 ? subjects[0]!.ids[0]! : null;
}

/** "replacing X", "succeeded X", "took over from X". */
function leaver({ clause: { ranges } }: ClauseReading, came: string, { tokens, entities }: SentenceReading): Entity | null {
  const left = entities.filter(
    ({ kind, from, to, facts }) =>
      kind === 'person' &&
      ranges.some((range) => range.from < from && from < range.to) &&
      !facts.some(({ id }) => id === came) &&
      !tokens[to - 1]!.possessive &&
      isTakenOverFrom(tokens, from),
  );
  return left.length === 1 ? left[0]! : null;
}

function isTakenOverFrom(tokens: readonly Token[], at: number): boolean {
  const [verb, word, last] = [tokens[at - 3]?.lower ?? '', tokens[at - 2]?.lower ?? '', tokens[at - 1]!.lower];
  if (last === 'from') return word === 'over' && TAKES.test(verb);
  return TAKES_OVER.test(last) && last !== 'over' && !BE.has(word);
}

const datesOf = (reading: ClauseReading, { dates, clauses }: SentenceReading) => dates.filter((claim) => clauses[claim.clause] === reading);

/** Who left the office to the comer whenever he may be said to have come; nothing where the chapter does not have that of each time. */
function before(came: string, holdings: readonly Holding[], dates: ReturnType<typeof datesOf>): Holding[] {
  const found = new Map<string, Holding>();
  for (const { person, office } of holdings) {
    const start = office.from;
    if (person.id !== came || !start || !office.sole) continue;
    if (!dates.every((claim) => claim.relation === 'at' && dateAgrees(start, claim.spans))) continue;
    const leaving = holdings.filter((other) => other.person.id !== came && leavesTo(other, { person, office }));
    if (leaving.length === 0) return [];
    // Of two who left shortly before, it is the one who had it from the other.
    const last = leaving.filter((holding) => !leaving.some((other) => other.person.id !== holding.person.id && leavesTo(holding, other)));
    for (const holding of last) found.set(holding.person.id, holding);
  }
  return [...found.values()];
}
