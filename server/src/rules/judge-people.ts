/** Finds the clauses that tell one fact of the chapter in all but one person. */
import { stemmer } from 'stemmer';
import type { Person } from '../chapter/model';
import { type FactFrame, type FactIndex, type FactWording, officeKeys, type Tenure } from '../reading/facts';
import type { Frame, Participant } from '../reading/frames';
import type { ConceptName } from '../reading/lexicon/concepts';
import { likeness } from '../reading/lexicon/index';
import { verbForms } from '../reading/lexicon/inflect';
import { AUXILIARIES, BE, DETERMINERS } from '../reading/lexicon/words';
import { compare, likenessOf, type Match, matches } from '../reading/match';
import type { ClauseReading, DateClaim, Knowledge, Reading, SentenceReading } from '../reading/model';
import { once } from '../reading/once';
import { sentencesBeforeInBlock } from '../reading/read';
import type { Token } from '../reading/tokens';
import type { Span } from '../time/index';
import { saysSomethingElse } from './another-of-its-kind';
import { answered, answersOf, peopleAnswered, personAnswered } from './answers';
import { dateAgrees } from './date-agrees';
import { asDescription } from './descriptions';
import { isLifeRange } from './life-range';
import { hangsOnOlderDate } from './story-since';

export interface PersonVerdict {
  readonly sentence: SentenceReading;
  readonly clause: ClauseReading;
  readonly wrong: Participant;
  /** Whom the chapter has in that place, likeliest first. */
  readonly right: readonly Person[];
  readonly fact: FactFrame;
  readonly reason: string;
  /** A date of the clause bears the fact out, and so does more than the kind of happening: no other date is wrong. */
  readonly borneOut: boolean;
}

type SemanticRole = 'agent' | 'patient' | `behind ${string}`;

/** Told of each fact that a clause comes near to and why it is not flagged. */
export type OnSilence = (clause: ClauseReading, fact: FactFrame, why: string) => void;

export function judgePeople(
  reading: Reading,
  sentences: readonly SentenceReading[] = reading.sentences,
  onSilence: OnSilence = () => {},
): PersonVerdict[] {
  const told = sentences.flatMap((sentence) =>
    sentence.clauses.flatMap((clause) => judgeClause(sentence, asDescription(clause, sentence) ?? clause, reading, onSilence) ?? []),
  );
  return [...told, ...judgeAnswers(reading, sentences, onSilence)];
}

/** "Who was dismissed? X": the answer's person is held against what the question asks. */
function judgeAnswers(reading: Reading, sentences: readonly SentenceReading[], onSilence: OnSilence): PersonVerdict[] {
  return answersOf(reading, sentences).flatMap((answer) => {
    const person = personAnswered(answer);
    const people = person ? [person] : peopleAnswered(answer);
    const told = people.length > 0 ? answered(answer, ...people) : null;
    const verdict = told && judgeClause(told.sentence, told.clause, reading, onSilence);
    return verdict?.wrong.entity && people.includes(verdict.wrong.entity) ? [{ ...verdict, sentence: answer.answer }] : [];
  });
}

function judgeClause(sentence: SentenceReading, clause: ClauseReading, reading: Reading, onSilence: OnSilence): PersonVerdict | null {
  if (clause.unasserted || clause.frame.people.length === 0) return null;
  const { facts, termKindOf } = reading.knowledge;
  const unit = Math.log(1 + facts.frames.length);
  const found = matches(clause.frame, facts, termKindOf);
  let best: (Near & { match: Match }) | null = null;
  const said = datesSaid(sentence, reading);
  const times = new Map<FactFrame, number | 'another'>();
  for (const foundMatch of found) {
    const { fact } = foundMatch;
    const time = once(times, fact, () => timeOf(fact, said, clause, sentence, reading) ?? 'another');
    const unfit = time === 'another' ? 'at another time' : fact.tenure && !fact.tenure.closed ? 'several may hold it' : null;
    if (unfit !== null) {
      onSilence(clause, fact, unfit);
      continue;
    }
    for (const match of everyTelling(foundMatch, clause.frame, reading.knowledge)) {
      const near = onePersonOff(match, time as number, clause, sentence, reading.knowledge);
      if (typeof near === 'string') onSilence(clause, fact, near);
      else if (best === null || near.evidence / near.bar > best.evidence / best.bar) best = { match, ...near };
    }
  }
  if (best === null) return null;
  const nearest = best.match.fact;
  const silent = (why: string) => {
    onSilence(clause, nearest, why);
    return null;
  };
  if (best.evidence < unit * best.bar) return silent(`too little agrees (${best.evidence.toFixed(1)} of ${(unit * best.bar).toFixed(1)})`);
  // What is true of the person named, or of the sentence as a whole, is no mistake.
  const whole = matches(sentence.frame, facts, termKindOf);
  const everything = [...found, ...whole];
  const { match, wrong } = best;
  const onItsDay = isOnItsDay(match.fact, clause, sentence);
  const agreeing = everything.find(
    (other) =>
      other.fact !== match.fact &&
      other.peopleExtra.length === 0 &&
      !(match.thingsAgree.length > 0 && other.thingsAgree.length === 0 && found.includes(other)) &&
      (playsPart(other, wrong, clause, sentence) ||
        (other.peopleMissing.length === 0 && other.concept >= 0.9 && (found.includes(other) || sameHappening(other, match)))) &&
      (other.concept >= 0.5 || other.named) &&
      // What fits the person better still at another time is that, with a wrong date; not where the date is the very day of this.
      ((other.score > match.score && other.fact.kind === 'event' && other.coverage > 0.95 && !onItsDay) ||
        (other.score >= best.evidence * (other.thingsAgree.length > 0 ? 0.6 : 0.8) && dateFits(other.fact, sentence, clause))),
  );
  if (agreeing) return silent(`true of ${agreeing.fact.key}`);
  if (everything.some((other) => other.fact === match.fact && other.peopleExtra.length === 0 && other.peopleMissing.length === 0))
    return silent('another line of it agrees');
  const right = best.right.map((id) => reading.knowledge.fact(id)).filter((fact): fact is Person => fact?.kind === 'person');
  if (right.length === 0 || tellsElsewhere(sentence, clause, match.fact, best.right, reading))
    return silent('another clause tells it of the right person');
  return {
    sentence,
    clause,
    wrong,
    right,
    fact: match.fact,
    borneOut: best.dated && match.thingsAgree.length + match.stemsAgree + match.peopleAgree.length > 0,
    reason: `all of ${match.fact.key} but this person (evidence ${best.evidence.toFixed(1)})`,
  };
}

/** A fact told in several lines is held against each that may tell the same happening: the one that is nearest may name nobody. */
function* everyTelling(match: Match, frame: Frame, { facts, termKindOf }: Knowledge): Generator<Match, void> {
  yield match;
  const isOpen = match.named && match.conceptOpen;
  for (const wording of match.fact.wordings)
    if (wording !== match.wording && wording.people.size > 0 && (isOpen || likenessOf(frame, wording) >= 0.5))
      yield compare(frame, match.fact, wording, facts, termKindOf);
}

const sameHappening = (a: Match, b: Match) =>
  [...a.wording.heads].some((head) => [...b.wording.heads].some((other) => likeness(head, other) >= 0.9));

/** "Trotsky was ill and Lenin had a stroke": another clause of the sentence tells the fact, and of the right person. */
function tellsElsewhere(
  sentence: SentenceReading,
  clause: ClauseReading,
  fact: FactFrame,
  right: readonly string[],
  reading: Reading,
): boolean {
  const { facts, termKindOf } = reading.knowledge;
  return sentence.clauses.some(
    (other) =>
      other !== clause &&
      other.frame.people.some((participant) => participant.role !== 'topic' && participant.ids.some((id) => right.includes(id))) &&
      (other.frame.people.some(
        (participant) =>
          participant.pronoun && participant.role !== 'modifier' && right.includes(participant.ids[0] ?? '') && participant.at >= 0,
      ) ||
        matches(other.frame, facts, termKindOf).some(
          (match) =>
            match.fact === fact &&
            match.peopleAgree.some(({ ids }) => right.includes(ids[0] ?? '')) &&
            (match.concept >= 0.5 || match.named || match.conceptOpen),
        )),
  );
}

/** Whether a date of the clause is the day, and not only the month or year, of the fact. */
function isOnItsDay({ date }: FactFrame, clause: ClauseReading, sentence: SentenceReading): boolean {
  if (date?.value.precision !== 'day') return false;
  return datesOfClause(clause, sentence).some(
    ({ mention, relation, spans }) => relation === 'at' && mention.date.value?.precision === 'day' && dateAgrees(date, spans),
  );
}

const datesOfClause = (clause: ClauseReading, { timeline, dates, clauses }: SentenceReading) =>
  timeline ? dates : dates.filter((claim) => clauses[claim.clause] === clause);

function dateFits(fact: FactFrame, sentence: SentenceReading, clause: ClauseReading): boolean {
  if (!fact.date) return true;
  const dates = datesOfClause(clause, sentence);
  return dates.length === 0 || dates.some((claim) => dateAgrees(fact.date!, claim.spans));
}

interface Near {
  readonly wrong: Participant;
  readonly right: string[];
  readonly evidence: number;
  /** A date of the sentence agrees. */
  readonly dated: boolean;
  /** How much evidence it takes, as a multiple of what tells one fact among all. */
  readonly bar: number;
}

/** The one person in whom the clause and the fact differ, standing in the same place; where they differ in more, or too little is told, the reason. */
function onePersonOff(match: Match, time: number, clause: ClauseReading, sentence: SentenceReading, knowledge: Knowledge): Near | string {
  const { wording, fact } = match;
  const { frame } = clause;
  const { facts } = knowledge;
  if (!wording.frame || wording.people.size === 0) return 'names nobody';
  if (match.thingsExtra.length > 0 || match.opposed || match.otherOrdinal) return 'differs in more than a person';
  const toldByWords = fact.kind === 'office' && match.concept >= 0.5 && match.stemsAgree > 0 && match.peopleAgree.length > 0;
  const toldByStems = match.concept >= 0.7 && (match.thingsAgree.length > 0 || (match.stemsAgree >= 2 && fact.kind === 'event'));
  // "was shot in Dallas" on the day of an assassination there: another word for what only one fact tells.
  const toldByTime = match.concept >= 0.5 && time >= 2 && match.stemsAgree + match.thingsAgree.length > 0 && wording.heads.size > 0;
  const told =
    match.concept >= 0.9 || toldByWords || toldByStems || toldByTime || (match.named && (match.concept >= 0.5 || match.conceptOpen));
  if (!told) return 'another kind of happening';
  const missing = missingFrom(match, frame);
  if (missing.length === 0) return 'names nobody whom the clause lacks';
  if (saysSomethingElse(match)) return 'says something else';
  if (namesAnotherOffice(frame, match, knowledge)) return 'another post';
  // Whoever knows of it, others may know of it too.
  if (wording.heads.size > 0 && [...wording.heads].every((head) => head === 'know')) return 'many may know it';
  // "Bazhanov, Lenin's secretary": of a relation, the possessor is a party.
  const possessors =
    fact.kind === 'office'
      ? frame.people.filter((participant) => participant.role === 'modifier' && !participant.ids.some((id) => wording.people.has(id)))
      : [];
  const owners = fact.kind === 'event' ? ownersOfTheSame(match, frame, missing, sentence) : [];
  const extra = [...match.peopleExtra, ...match.peopleAside, ...possessors, ...owners].filter(
    (participant) => participant.entity && participant.entity.how !== 'misspelling' && !knowledge.isAuthor(participant.ids[0] ?? ''),
  );
  if (match.peopleExtra.length > 1 || extra.length === 0) return 'none, or more than one, is somebody else';
  if (isNarrowed(match, clause, sentence)) return 'a narrower thing of the name';
  const complete = missing.length === 1 && tellsAllElse(match, frame);
  const unique = isUnique(match, frame, facts);
  const isDoneOnce = [...wording.heads].some((head) => DONE_ONCE.has(head)) || (wording.heads.size === 0 && match.stemsAgree >= 2);
  const settled = unique && complete && isDoneOnce;
  let why = '';
  for (const wrong of extra) {
    // Whatever one says of somebody, others may say too.
    if (wording.heads.has('describe') && semanticRole(wrong, frame) === 'agent') {
      why = 'many may say it';
      continue;
    }
    const places = placesOf(wrong, clause, sentence);
    // "secretary to X" is X's secretary.
    const noun = wrong.preposition === 'to' ? sentence.tokens[wrong.at - 2] : undefined;
    if (fact.kind === 'office' && noun && wording.headStems.has(stemmer(noun.lower))) places.add('behind of');
    const right = wording.frame.people
      .filter(
        (participant) =>
          missing.includes(participant.ids[0] ?? '') &&
          (places.has(semanticRole(participant, wording.frame!)) || helps(participant, match, frame)),
      )
      .map((participant) => participant.ids[0]!);
    if (right.length === 0) {
      why = 'stands in no place that the fact fills with another';
      continue;
    }
    if (beginsAnotherItem(wrong, match, clause, sentence)) {
      why = 'begins another item';
      continue;
    }
    if (fact.kind === 'event' && wrong.at < 0 && clause.clause.verb < 0 && frame.concepts.every(({ part }) => part === 'noun')) {
      why = 'is only named beside it';
      continue;
    }
    if (fact.kind === 'event' && isOfAnotherNoun(match, wrong, frame)) {
      why = 'has another noun';
      continue;
    }
    if (fact.kind === 'office' && isListedBeside(wrong, clause, sentence)) {
      why = 'is listed beside the holder';
      continue;
    }
    if (!toldByWords && fact.kind === 'event' && !carriesPredicate(match, wrong, clause, sentence)) {
      why = 'the verb says something else of him';
      continue;
    }
    const dated = time > 0;
    const people = match.peopleAgree
      .filter((participant) => participant.role !== 'topic')
      .reduce((sum, participant) => sum + facts.weight(`p:${participant.ids[0]}`) * (settled ? 1 : 0.5), 0);
    const evidence =
      match.score - match.peopleAgree.reduce((sum, participant) => sum + facts.weight(`p:${participant.ids[0]}`), 0) + people + time;
    // Many are dismissed and many join: where the chapter itself tells it of several, the date must say which.
    if (!dated && !toldByWords && !match.named && isOpen(match, right, frame, facts)) {
      why = 'told of several';
      continue;
    }
    // "X was ill in March": many are ill, and the date does not tell whose stroke it was.
    const isState = frame.concepts.some(({ concept }) => concept === 'illness') && frame.concepts.every(({ part }) => part === 'adjective');
    const particular = wording.things.size > 0 || wording.events.size > 1 || isState;
    if (dated && particular && match.thingsAgree.length === 0 && match.stemsAgree === 0 && match.peopleAgree.length === 0) {
      why = 'nothing particular agrees';
      continue;
    }
    if (
      match.thingsAgree.length === 0 &&
      !match.named &&
      !dated &&
      !toldByWords &&
      match.conceptsAgree < 2 &&
      !settled &&
      !(unique && toldByStems && match.stemsAgree >= 2)
    ) {
      why = 'too little tells it from others';
      continue;
    }
    return {
      wrong,
      right,
      dated,
      evidence: toldByWords ? match.score : evidence,
      bar: toldByWords ? 0.8 : settled ? 1 : dated ? 1.1 : match.thingsAgree.length > 0 ? 1.2 : 1.3,
    };
  }
  return why;
}

/** "condemned X's views", where the line has Y's views condemned: whose it is stands before the same noun. */
function ownersOfTheSame({ wording }: Match, { people }: Frame, missing: readonly string[], { tokens }: SentenceReading): Participant[] {
  const isOwned = wording.frame?.people.some(({ role, ids }) => role === 'modifier' && missing.includes(ids[0] ?? ''));
  if (!isOwned) return [];
  return people.filter(({ role, entity, ids }) => {
    const noun = role === 'modifier' && entity?.possessive ? tokens[entity.to] : undefined;
    return noun !== undefined && wording.stems.has(stemmer(noun.lower)) && !ids.some((id) => wording.people.has(id));
  });
}

/** "between X's death and the storming", "within a year of X's death came the murder of Y": what X's name stands beside is another happening than the fact's. */
function isOfAnotherNoun({ named, fact, wording }: Match, { role, at, entity }: Participant, { concepts, events }: Frame): boolean {
  if (role !== 'possessor' || !entity) return false;
  const nouns = concepts.filter(({ part }) => part === 'noun');
  const own = named ? events.filter(({ ids, entity: { from } }) => from >= 0 && ids.includes(fact.fact.id)) : [];
  if (own.length > 0) {
    const isBeside = (noun: number) => (noun >= entity.to && noun < entity.to + 3) || (noun < at && noun >= at - 3);
    return nouns.some(({ from }) => isBeside(from) && own.every((thing) => from < thing.entity.from || from >= thing.entity.to));
  }
  const behind = entity.possessive ? nouns.filter(({ from }) => from >= entity.to && from <= entity.to + 1) : [];
  const heads = [...wording.heads, ...wording.concepts];
  return behind.length > 0 && heads.length > 0 && !behind.some(({ concept }) => heads.some((head) => likeness(head, concept) >= 0.5));
}

/** "which X helped them to found", "with X's help": however the help is worded. */
const helps = ({ role }: Participant, { wording }: Match, { stems }: Frame) =>
  role === 'modifier' && stems.has('help') && wording.stems.has('help');

/** "the boss of Petrograd and X": another one beside him. */
function isListedBeside({ at }: Participant, { frame }: ClauseReading, { tokens }: SentenceReading): boolean {
  return (
    tokens[at - 1]?.lower === 'and' &&
    [...frame.terms, ...frame.offices].some(({ entity, preposition }) => entity.to === at - 1 && preposition !== 'by')
  );
}

/** What is done to one, or for one thing, once: many warn, oppose and support, but one proclaims the Republic. */
const DONE_ONCE = new Set<ConceptName>([
  'kill',
  'declare',
  'found',
  'agree',
  'publish',
  'overthrow',
  'insult',
  'burn',
  'adopt',
  'ban',
  'abolish',
  'rename',
  'describe',
]);

/** Whom of the fact the clause does not name; "his", which may be anybody's, names nobody. */
function missingFrom({ wording, peopleMissing }: Match, frame: Frame): string[] {
  const named = new Set(frame.people.filter(({ pronoun, role }) => !(pronoun && role === 'modifier')).flatMap(({ ids }) => ids));
  return [...new Set([...peopleMissing, ...[...wording.people].filter((id) => !named.has(id))])];
}

/** Whether the clause tells all that the line does but the one person. */
function tellsAllElse({ wording, thingsAgree, concept }: Match, frame: Frame): boolean {
  return (
    concept >= 0.7 &&
    [...wording.things].every((thing) => thingsAgree.includes(thing)) &&
    wording.events.size <= 1 + frame.events.length &&
    [...wording.stems].every((stem) => frame.stems.has(stem)) &&
    wording.people.size + wording.stems.size + wording.things.size >= 2
  );
}

/** Whether no other fact has all that agrees. */
function isUnique({ fact, wording, peopleAgree, thingsAgree }: Match, frame: Frame, facts: FactIndex): boolean {
  const [head] = wording.heads;
  const people = peopleAgree.flatMap(({ ids }) => ids.filter((id) => wording.people.has(id)));
  const stems = [...wording.stems].filter((stem) => frame.stems.has(stem));
  // Who tells all that agrees has its rarest name or word.
  const features = [...people.map((id) => `p:${id}`), ...stems.map((stem) => `w:${stem}`)];
  const candidates = features.map((feature) => facts.byFeature.get(feature) ?? []).sort((a, b) => a.length - b.length)[0] ?? facts.frames;
  return !candidates.some(
    (other) =>
      other !== fact &&
      // When somebody was born or died says nothing of whom he killed.
      !((other.kind === 'birth' || other.kind === 'death') && wording.people.size > 1) &&
      other.wordings.some(
        (rival) =>
          (head === undefined || [...rival.concepts].some((own) => likeness(head, own) >= 0.5)) &&
          isCalledTheSame(wording, rival) &&
          people.every((id) => rival.people.has(id)) &&
          thingsAgree.every((id) => rival.things.has(id) || rival.events.has(id)) &&
          stems.every((stem) => rival.stems.has(stem)),
      ),
  );
}

/** Many are called this or that: of a description, the rival must be the same. */
const isCalledTheSame = ({ heads, concepts }: FactWording, rival: FactWording) =>
  !heads.has('describe') || [...concepts].every((concept) => rival.concepts.has(concept));

/** "the socialist republic" is not the Republic: an adjective that the line lacks before a word that it shares. */
function isNarrowed({ wording }: Match, { clause, frame }: ClauseReading, { tokens }: SentenceReading): boolean {
  for (const { from, to } of clause.ranges) {
    for (let i = from + 1; i < to; i++) {
      const token = tokens[i]!;
      if (token.kind !== 'word' || !wording.stems.has(stemmer(token.lower))) continue;
      const before = tokens[i - 1]!;
      if (
        before.kind === 'word' &&
        /^(?:socialist|soviet|communist|workers|people|provisional|second|new|other|another|own)$|[a-z]{2}(?:ist|ic|an|ese|ish|al)$/.test(
          before.lower,
        ) &&
        !wording.stems.has(stemmer(before.lower)) &&
        !frame.concepts.some((hit) => hit.from === i - 1) &&
        !frame.people.some(({ entity }) => entity && entity.to === i) &&
        !frame.terms.some(({ entity }) => entity.to === i)
      )
        return true;
    }
  }
  return false;
}

/** "appointed Y General Secretary" where the fact knows nothing of that post: some other appointment. */
function namesAnotherOffice(frame: Frame, { wording, fact }: Match, knowledge: Knowledge): boolean {
  if (!['appoint', 'remove', 'elect', 'resign'].some((name) => wording.heads.has(name as ConceptName))) return false;
  const offices = [
    // "dismissed his finance minister, X": the post of one whom the fact names is his name.
    ...frame.offices.filter(({ ids }) => !ids.some((id) => wording.people.has(id))).map(({ entity }) => officeKeys(entity)),
    ...frame.terms.filter(({ ids }) => knowledge.termKindOf(ids[0] ?? '') === 'office').map(({ ids }) => [...ids]),
  ];
  return offices.some((keys) => !keys.some((key) => fact.wordings.some(({ things }) => things.has(key))));
}

/** "Troops attack the marchers, King at home": who stands behind a comma of notes, with words of his own, does nothing of what was told before. */
function beginsAnotherItem(
  { entity, at }: Participant,
  { wording }: Match,
  { clause, frame }: ClauseReading,
  { tokens }: SentenceReading,
): boolean {
  const range = entity && clause.ranges.slice(1).find(({ from }) => from === at);
  const next = range && tokens[entity.to];
  if (!next || entity.to >= range.to || tokens[range.from - 1]?.text !== ',') return false;
  // "Marat killed, Corday his murderer" would say it again.
  const saysIt = frame.concepts.some(
    ({ concept, from }) => from >= range.from && [...wording.heads].some((head) => likeness(head, concept) >= 0.5),
  );
  const isItsVerb = clause.verb < range.from || clause.verb === entity.to;
  return isItsVerb && !saysIt && next.kind === 'word' && !/^(?:and|or)$/.test(next.lower) && !wording.stems.has(stemmer(next.lower));
}

/** The dates that the sentence itself states. */
const datesSaid = (sentence: SentenceReading, reading: Reading): readonly DateClaim[] =>
  sentence.dates.filter(
    (claim) =>
      claim.unasserted === null &&
      claim.mention.date.provenance !== 'document' &&
      claim.mention.date.provenance !== 'unknown' &&
      // "Marshall (1908–93): lawyer, argued": all that he did falls into his life.
      !isLifeRange(claim, sentence, reading),
  );

/** What the dates add to the evidence: nothing where there are none, null where one contradicts. */
function timeOf(
  fact: FactFrame,
  said: readonly DateClaim[],
  clause: ClauseReading,
  sentence: SentenceReading,
  reading: Reading,
): number | null {
  const { facts } = reading.knowledge;
  const inClause = said.filter((claim) => sentence.clauses[claim.clause] === clause);
  if (inClause.some((claim) => hangsOnOlderDate(claim, sentence, reading))) return null;
  if (fact.tenure) return said.every((claim) => overlapsTenure(fact.tenure!, claim.spans)) ? 0 : null;
  // A line without a date of its own stands under that of its heading, or of its head.
  const { setting } = sentence;
  if (fact.date && said.length === 0 && setting && dateAgrees(fact.date, setting.spans)) return dateEvidence(setting, facts);
  if (fact.date === null) return 0;
  if (said.length === 0) {
    const before = dateBefore(fact, sentence, reading);
    return before && dateAgrees(fact.date, before.spans) ? dateEvidence(before, facts) : 0;
  }
  const date = fact.date;
  if (inClause.some((claim) => !dateAgrees(date, claim.spans))) return null;
  const agreeing = (inClause.length > 0 ? inClause : said).filter((claim) => dateAgrees(date, claim.spans));
  // A date that contradicts makes two slots that differ: some other event.
  if (agreeing.length === 0) return null;
  const exact = agreeing.filter((claim) => claim.relation === 'at');
  if (exact.length > 0) return Math.max(...exact.map((claim) => dateEvidence(claim, facts)));
  // "before the summer was out": of what came shortly before, it says nearly when.
  const shortly = agreeing.some(
    ({ relation, spans }) =>
      /^(?:by|before|until)$/.test(relation) &&
      spans.some(({ last }) => date.value.spans.some((own) => own.last <= last && last - own.first < DAYS_OF_A_YEAR)),
  );
  return shortly ? 1 : 0;
}

/** Another time than that of the sentence before, or what is told beside it. */
const MOVES_ON =
  /^(?:later|afterwards?|then|next|soon|eventually|finally|ultimately|meanwhile|too|also|again|once|earlier|before|already|had|years|months|weeks)$/;

/** "In December 1927 the Congress met. They gave up.": the one date of the sentence before, to the month or the season, at which the story stands. */
function dateBefore({ wordings }: FactFrame, sentence: SentenceReading, reading: Reading): DateClaim | null {
  if (sentence.timeline) return null;
  const [told] = sentencesBeforeInBlock(sentence, reading);
  const [claim, ...others] = told?.dates ?? [];
  const isPlain =
    claim && others.length === 0 && !claim.unasserted && claim.relation === 'at' && claim.mention.date.provenance === 'explicit';
  if (!isPlain || claim.spans.some(({ first, last }) => last - first > DAYS_OF_A_SEASON)) return null;
  // "In November 1929 Bukharin lost his seat. Rykov lost his.": it may be told already of whom it is true.
  const here = new Set(sentence.frame.people.flatMap(({ ids }) => ids));
  const isTold = told!.frame.people.some(({ ids }) => ids.some((id) => !here.has(id) && wordings.some(({ people: own }) => own.has(id))));
  if (isTold || sentence.tokens.slice(sentence.from, sentence.to).some(({ lower }) => MOVES_ON.test(lower))) return null;
  return claim;
}

const MOST_FOR_A_DATE = 2.2;
const DAYS_OF_A_SEASON = 100;
const DAYS_OF_A_YEAR = 366;

/** The fewer facts of the chapter fall in it, the more a date tells; one that names no more than a year tells little. */
function dateEvidence({ spans }: DateClaim, facts: FactIndex): number {
  const falling = facts.byTime.within(spans).length;
  const evidence = Math.min(MOST_FOR_A_DATE, Math.log(1 + facts.frames.length / Math.max(1, falling)));
  return spans.every(({ first, last }) => last - first <= DAYS_OF_A_SEASON) ? Math.max(evidence, 2) : evidence * 0.6;
}

function overlapsTenure({ from, to }: Tenure, spans: readonly Span[]): boolean {
  const first = from ? Math.min(...from.value.spans.map((span) => span.first)) : Number.NEGATIVE_INFINITY;
  const last = to ? Math.max(...to.value.spans.map((span) => span.last)) : Number.POSITIVE_INFINITY;
  return spans.some((span) => span.first <= last && first <= span.last);
}

/** Verbs that leave it to a noun to say what happened: "suffered a stroke", "made an alliance". */
const LIGHT =
  /^(?:have|has|had|having|get|gets|got|getting|make|makes|made|making|take|takes|took|taken|give|gives|gave|given|suffer|suffers|suffered|hold|holds|held|see|sees|saw|seen|do|does|did|undergo|underwent|come|comes|came|go|goes|went|bring|brought|brings|carry|carried|put|puts|launch|launched|launches|try|tries|tried|help|helped|helps|lead|led|leads|win|won|wins|lose|loses|lost|receive|received|receives|seek|sought|seeks|begin|began|begins|start|started|starts)$/;

/** What each of many does with what one has brought about: "voted for the ban". */
const isDoneByMany = (verb: number, tokens: readonly Token[]) =>
  DONE_BY_MANY.has(tokens[verb]!.lower) ||
  (/^vot(?:es?|ed|ing)$/.test(tokens[verb]!.lower) && /^(?:for|against|in)$/.test(tokens[verb + 1]?.lower ?? ''));

const DONE_BY_MANY = new Set(
  ['approve', 'endorse', 'welcome', 'applaud', 'attend'].flatMap((verb) => verbForms(verb).map(({ form }) => form)),
);

/** Whether the clause's own verb says what happened to or through this person, not a noun somewhere in it. */
function carriesPredicate(
  { wording, named, stemsAgree }: Match,
  wrong: Participant,
  { clause, frame }: ClauseReading,
  { tokens }: SentenceReading,
): boolean {
  const verb = tokens[clause.verb];
  if (!verb || BE.has(verb.lower) || LIGHT.test(verb.lower) || AUXILIARIES.has(verb.lower)) return true;
  if (wrong.role === 'possessor' || wrong.role === 'agent') return true;
  if (isDoneByMany(clause.verb, tokens) && wrong.role === 'subject' && !wording.headStems.has(stemmer(verb.lower))) return false;
  const heads = [...wording.heads];
  // "moved to Tiflis to look into the affair": of what is known by its name alone, a verb of its own tells something else.
  if (heads.length === 0) return !named || stemsAgree > 0 || frame.concepts.length > 0;
  // The line itself has the verb: "offers him an alliance".
  if (wording.stems.has(stemmer(verb.lower))) return true;
  return frame.concepts.some((hit) => hit.part !== 'noun' && heads.some((head) => likeness(head, hit.concept) >= 0.5));
}

/** Whether other facts tell the same of other people. */
function isOpen({ fact, wording }: Match, right: readonly string[], frame: Frame, facts: FactIndex): boolean {
  const [head] = wording.heads;
  if (head === undefined) return false;
  const others = [...wording.people].filter((person) => !right.includes(person));
  return (facts.byFeature.get(`c:${head}`) ?? []).some(
    (other) =>
      other !== fact &&
      other.fact !== fact.fact &&
      other.wordings.some(
        (rival) =>
          rival.heads.has(head) &&
          isCalledTheSame(wording, rival) &&
          [...wording.things].every((thing) => rival.things.has(thing)) &&
          [...wording.stems].every((stem) => !frame.stems.has(stem) || rival.stems.has(stem)) &&
          others.every((person) => rival.people.has(person)) &&
          rival.people.size > others.length &&
          !right.every((person) => rival.people.has(person)),
      ),
  );
}

/** Whether the other fact has this person in the same place. */
function playsPart(other: Match, wrong: Participant, clause: ClauseReading, sentence: SentenceReading): boolean {
  if (!other.peopleAgree.some((participant) => participant.entity === wrong.entity && participant.ids[0] === wrong.ids[0])) return false;
  const own = other.wording.frame;
  const places = placesOf(wrong, clause, sentence);
  return (
    own === null || own.people.some((participant) => participant.ids[0] === wrong.ids[0] && places.has(semanticRole(participant, own)))
  );
}

const RELATIVE = /^(?:who|that|which)$/;
const people = ({ people: all }: Frame) => all.filter(({ role }) => role !== 'topic' && role !== 'modifier');
/** What happens to somebody without anybody's doing. */
const BEFALLS = new Set<ConceptName>(['stroke', 'illness']);
const OBJECTLIKE = new Set(['die', 'born', 'stroke', 'illness', 'defeat']);
/** What one does with another is done by both. */
const JOINT = new Set<ConceptName>(['found', 'ally', 'clash', 'meet', 'agree', 'seize', 'debate']);

/** What is given, said or shown to somebody. */
const GIVING = new Set(
  ['offer', 'give', 'promise', 'send', 'hand', 'grant', 'show', 'lend', 'propose', 'write', 'tell', 'award'].flatMap((verb) =>
    verbForms(verb).map(({ form }) => form),
  ),
);

/** "X an alliance", "X his support": what is given stands right behind whom it is given to. */
function isFollowedByNoun({ entity, at }: Participant, tokens: readonly Token[]): boolean {
  const next = tokens[entity?.to ?? at + 1];
  return next !== undefined && (DETERMINERS.has(next.lower) || next.capitalised || /^["“‘]$/.test(next.text));
}

/** The places in which somebody may stand: one, or two where the words leave it open. */
function placesOf(participant: Participant, { clause, frame }: ClauseReading, { tokens }: SentenceReading): Set<SemanticRole> {
  const places = new Set([semanticRole(participant, frame)]);
  const verb = tokens[clause.verb]?.lower ?? '';
  // "the head of it was X"
  if (participant.role === 'object' && BE.has(verb) && !frame.passive) places.add('agent');
  // "the man who had lost his speech was X", "the man who signed it, X,": the name behind is who did it.
  if (participant.role === 'object' && RELATIVE.test(clause.opener) && !people(frame).some(({ role }) => role === 'subject')) {
    const before = tokens[participant.at - 1];
    if (before && (BE.has(before.lower) || before.text === ',')) places.add(frame.passive ? 'patient' : 'agent');
  }
  // "a stroke felled X", "robbed X of his speech": it befalls him, however it is put.
  if (participant.role === 'object' && frame.concepts.some(({ concept }) => BEFALLS.has(concept))) places.add('agent');
  // "offered X an alliance"
  if (participant.role === 'object' && GIVING.has(verb) && isFollowedByNoun(participant, tokens)) places.add('behind to');
  // "was rude to X", "married to X"
  if (participant.preposition === 'to' && participant.role === 'oblique') {
    if (!people(frame).some(({ role }) => role === 'object')) places.add('patient');
  }
  if (frame.concepts.some(({ concept }) => concept === 'marry') && participant.role !== 'modifier') {
    places.add('agent');
    places.add('patient');
  }
  // "had a mayor in X"
  if (participant.preposition === 'in' && /^(?:has|have|had|found|finds|got)$/.test(verb)) places.add('agent');
  if (participant.preposition === 'with') {
    const before = tokens.slice(Math.max(0, participant.at - 8), participant.at).map(({ lower }) => lower);
    const together = /^(?:together|along|jointly)$/.test(before[before.lastIndexOf('with') - 1] ?? '');
    if (together || frame.concepts.some(({ concept }) => JOINT.has(concept))) places.add(frame.passive ? 'patient' : 'agent');
  }
  return places;
}

/** Nouns of what is done to somebody: "X's dismissal" is not what X does, unless it is "X's dismissal of Y". */
const UNDERGONE = new Set<ConceptName>([
  'remove',
  'exile',
  'kill',
  'execute',
  'arrest',
  'appoint',
  'elect',
  'sentence',
  'overthrow',
  'retain',
]);

function isUndergone({ preposition }: Participant, { concepts, people }: Frame): boolean {
  return (
    concepts.some(({ part, concept }) => part === 'noun' && UNDERGONE.has(concept)) &&
    (preposition === 'of' || !people.some((other) => other.role === 'possessor' && other.preposition === 'of'))
  );
}

/** Who acts and who is acted on, whatever the voice. */
function semanticRole(participant: Participant, frame: Frame): SemanticRole {
  if (participant.role === 'agent') return 'agent';
  if (participant.role === 'oblique') return `behind ${participant.preposition === 'against' ? 'against' : participant.preposition}`;
  if (participant.role === 'owner' || participant.role === 'modifier') return 'behind of';
  if (participant.role === 'possessor' && isUndergone(participant, frame)) return 'patient';
  if (participant.role === 'object') return 'patient';
  // "became Chancellor", "was made Chancellor": whoever brought it about.
  if (participant.role === 'subject' && frame.concepts.some(({ undergone }) => undergone)) return 'patient';
  const intransitive = frame.concepts.some(({ concept }) => OBJECTLIKE.has(concept));
  return frame.passive && !intransitive ? 'patient' : 'agent';
}
