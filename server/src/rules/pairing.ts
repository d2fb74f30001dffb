/** Which date of a sentence may be said of what its clauses tell: by clause first, for what has no date of its own by the sentence. */
import type { FactFrame } from '../reading/facts';
import type { Frame } from '../reading/frames';
import { type Match, matchesAndNames } from '../reading/match';
import type { ClauseReading, DateClaim, Reading, SentenceReading } from '../reading/model';
import { within } from '../time/index';
import { dateAgrees } from './date-agrees';
import { isLifeRange } from './life-range';
import { stepsOf } from './steps';

/** Whether the clause names a happening or an event. */
export function tellsSomething({ frame }: ClauseReading): boolean {
  return frame.concepts.length > 0 || frame.events.length > 0;
}

/** What a sentence tells, each part worked out when first asked for: most dates need none of it. */
export class ToldBySentence {
  private knownGenerous: readonly Match[] | undefined;
  private knownSatisfied: ReadonlySet<FactFrame> | undefined;

  constructor(
    private readonly sentence: SentenceReading,
    private readonly reading: Reading,
  ) {}

  /** What its clauses and the sentence as a whole may tell, for agreement. */
  get generous(): readonly Match[] {
    this.knownGenerous ??= generousMatches(this.sentence, this.reading);
    return this.knownGenerous;
  }

  /** The facts that some sensible pairing of its dates with what it tells makes true. */
  get satisfied(): ReadonlySet<FactFrame> {
    this.knownSatisfied ??= satisfiedFacts(this.sentence, this.reading, this.generous);
    return this.knownSatisfied;
  }
}

/** What is only supposed is left out. */
function generousMatches(sentence: SentenceReading, reading: Reading): Match[] {
  const { facts, termKindOf } = reading.knowledge;
  const told = sentence.clauses.filter(({ unasserted }) => unasserted !== 'hypothesis');
  // What is only supposed in one clause must not excuse what is said in another.
  const whole = told.length === sentence.clauses.length ? [sentence.frame] : [];
  return [...whole, ...told.map(({ frame }) => frame)].flatMap((frame) => matchesAndNames(frame, facts, termKindOf));
}

function satisfiedFacts(sentence: SentenceReading, reading: Reading, generous: readonly Match[]): ReadonlySet<FactFrame> {
  const claims = sentence.dates.filter(
    (claim) =>
      claim.unasserted !== 'bibliographic' &&
      !isRefined(claim, sentence) &&
      // Whatever happened in a life lies within its years.
      !isLifeRange(claim, sentence, reading),
  );
  const steps = stepsOf(sentence);
  const own =
    steps.size > 0
      ? claimsByFact(sentence, reading, [...steps])
      : sentence.timeline
        ? new Map<FactFrame, DateClaim[]>()
        : claimsByFact(sentence, reading, claims);
  const satisfied = new Set<FactFrame>();
  for (const { fact } of generous) {
    const { date } = fact;
    if (date && (own.get(fact) ?? claims).some((claim) => dateAgrees(date, claim.spans) && !isLifeOfAnother(claim, fact, sentence)))
      satisfied.add(fact);
  }
  return satisfied;
}

/** "Trotsky was born in 1879, Stalin ten years later": the first date is spoken for by another's birth; and so is the second, where each has one. */
function isLifeOfAnother(claim: DateClaim, { kind, fact }: FactFrame, { clauses, dates }: SentenceReading): boolean {
  const concept = kind === 'birth' ? 'born' : kind === 'death' ? 'die' : null;
  const own = clauses[claim.clause];
  if (!concept || !own) return false;
  const tells = ({ frame }: ClauseReading) => frame.concepts.some((hit) => hit.concept === concept);
  const subjects = ({ people }: Frame) => people.filter(({ role }) => role === 'subject').flatMap(({ ids }) => ids[0]!);
  const others = subjects(own.frame);
  const isBeside = others.length > 0 && own.frame.concepts.length === 0;
  if ((!tells(own) && !isBeside) || others.includes(fact.id)) return false;
  return clauses.some(
    (other) =>
      other !== own &&
      tells(other) &&
      subjects(other.frame).includes(fact.id) &&
      (!isBeside || dates.some(({ clause }) => clauses[clause] === other)),
  );
}

/** For each fact that a clause with a date of its own tells: the dates of all such clauses, and those that hang on no clause. */
function claimsByFact(sentence: SentenceReading, reading: Reading, claims: readonly DateClaim[]): Map<FactFrame, DateClaim[]> {
  const { facts, termKindOf } = reading.knowledge;
  const free = claims.filter((claim) => tellerOf(claim, sentence) === null);
  const byFact = new Map<FactFrame, DateClaim[]>();
  const undated = new Set<FactFrame>();
  for (const clause of sentence.clauses) {
    const own = claims.filter((claim) => tellerOf(claim, sentence) === clause);
    for (const match of matchesAndNames(clause.frame, facts, termKindOf)) {
      if (!match.named && match.concept < 0.5) continue;
      if (own.length === 0) undated.add(match.fact);
      else byFact.set(match.fact, [...(byFact.get(match.fact) ?? free), ...own]);
    }
  }
  for (const fact of undated) byFact.delete(fact);
  return byFact;
}

/** The clause that the date is said of: its own, or for a date alone in brackets the one that they interrupt; null where neither tells anything. */
function tellerOf(claim: DateClaim, sentence: SentenceReading): ClauseReading | null {
  const own = sentence.clauses[claim.clause];
  if (!own) return null;
  if (tellsSomething(own)) return own;
  const host = own.clause.opening === 'aside' ? sentence.clauses[own.clause.host] : undefined;
  return host && tellsSomething(host) ? host : null;
}

/** Between a date and the one that says it more closely stand a comma and a preposition: so many characters at the most. */
const APPOSED = 5;

/** "1924, 12 Jan", "a year later, in May 1925": the first only leads to the second. */
function isRefined(claim: DateClaim, sentence: SentenceReading): boolean {
  const [span] = claim.spans;
  const next = sentence.dates[sentence.dates.indexOf(claim) + 1];
  const apposed = next !== undefined && next.clause === claim.clause && next.mention.start - claim.mention.end <= APPOSED;
  if (apposed && claim.mention.date.relative && next.mention.date.provenance === 'explicit' && !next.mention.date.relative) return true;
  return sentence.dates.some((other) => {
    const { date } = other.mention;
    const [finer] = other.spans;
    return (
      other !== claim &&
      (other.clause === claim.clause || sentence.timeline) &&
      date.provenance === 'sentence' &&
      !date.relative &&
      other.token > claim.token &&
      span !== undefined &&
      finer !== undefined &&
      within(finer, span) &&
      !within(span, finer)
    );
  });
}
