/** "was stabbed", "was shot": what one may live on after is no death, unless something else says that it was. */
import { stemmer } from 'stemmer';
import type { FactIndex } from '../reading/facts';
import type { Frame } from '../reading/frames';
import type { ConceptName } from '../reading/lexicon/concepts';
import { likeness } from '../reading/lexicon/index';
import { verbForms } from '../reading/lexicon/inflect';
import type { Match } from '../reading/match';
import type { SentenceReading } from '../reading/model';
import { dateAgrees } from './date-agrees';

const VERBS = new Map(
  ['shoot', 'stab', 'knife', 'poison', 'gas', 'bomb', 'attack'].flatMap((verb) => verbForms(verb).map(({ form }) => [form, verb] as const)),
);

const KILLING: readonly ConceptName[] = ['kill', 'execute'];

/** A right month in a wrong year, or better, tells that the death is meant. */
const ONE_SLIP = 1.5;

/** Whether the clause tells a death by nothing but a verb that leaves it open. */
export function mayHaveLivedOn(match: Match, frame: Frame, slip: number, { tokens }: SentenceReading, facts: FactIndex): boolean {
  const { fact, wording } = match;
  if (slip >= ONE_SLIP || !(fact.kind === 'death' || wording.heads.has('die') || KILLING.some((head) => wording.heads.has(head))))
    return false;
  const told = frame.concepts.filter(({ concept }) => likeness('die', concept) > 0);
  if (told.length === 0) return false;
  const verbs = told.map(({ from }) =>
    isFatal(tokens[from + 1]?.lower, tokens[from + 2]?.lower) ? undefined : VERBS.get(tokens[from]?.lower ?? ''),
  );
  if (!verbs.every((verb) => verb !== undefined)) return false;
  // Where it happened, or with whom, tells the death as well.
  if (match.thingsAgree.length + match.stemsAgree > 0 || match.peopleAgree.length > 1) return false;
  return !verbs.some((verb) => diedOfIt(match, verb!, facts));
}

/** "shot dead", "stabbed to death", "gunned down", "shot himself". */
const isFatal = (next = '', second = '') => /^(?:dead|down|himself|herself)$/.test(next) || (next === 'to' && second === 'death');

/** Whether a line of the chapter about the death has the verb: "Corday stabs Marat". */
function diedOfIt({ fact, wording }: Match, verb: string, facts: FactIndex): boolean {
  const stems = new Set(verbForms(verb).map(({ form }) => stemmer(form)));
  const tells = (lines: readonly string[]) =>
    lines.some((line) =>
      line
        .toLowerCase()
        .split(/\P{L}+/u)
        .some((word) => stems.has(stemmer(word))),
    );
  return [...wording.people].some((id) =>
    (facts.byFeature.get(`p:${id}`) ?? []).some(
      ({ fact: other, date }) => other.kind === 'event' && date !== null && dateAgrees(date, fact.date!.value.spans) && tells(other.lines),
    ),
  );
}
