/** Whether what a frame says is enough to tell one fact from all other facts of the pack. */
import { stemmer } from 'stemmer';
import type { FactFrame } from '../reading/facts';
import type { Frame, Participant } from '../reading/frames';
import type { ConceptName } from '../reading/lexicon/concepts';
import { likeness } from '../reading/lexicon/index';
import { isByName, type Match } from '../reading/match';
import { once } from '../reading/once';
import { signOfAnother } from './another-of-its-kind';

/** Whether the frame has enough evidence to tell this fact from all others; see `evidenceGap`. */
export function tellsEnough(match: Match, frame: Frame, facts: number, timeline: boolean, bonus = 0): boolean {
  return evidenceGap(match, frame, facts, timeline, bonus) === null;
}

/**
 * What is lacking to tell this fact from the `facts` of the chapter, in words for `check --trace`; null where nothing is.
 * The measure is computed from the weights of the pack itself; `bonus` is further evidence, in the same measure.
 */
export function evidenceGap(match: Match, frame: Frame, facts: number, timeline: boolean, bonus = 0): string | null {
  // A meeting that is named has no people of its own: whoever does something there does it then.
  if (match.peopleExtra.length > 0 && !(match.named && match.wording.people.size === 0)) return 'names somebody else';
  if (match.thingsExtra.length > 0) return 'names another thing in its place';
  if (match.otherOrdinal) return 'counts another';
  if (match.opposed) return 'tells the opposite';
  if (match.named) return null;
  if (frame.nobody && isPartlyDoneBy(match, frame)) return 'a pronoun means nobody of the chapter';
  if (isToldByItsNumber(match, frame, bonus)) return null;
  const another = signOfAnother(match, frame, bonus);
  if (another !== null) return another;
  const nominalGap = isByName(match) ? nameGap(match, frame, bonus) : null;
  if (nominalGap !== null) return nominalGap;
  if (bonus < 2 && lacksItsPlace(match)) return 'does not say from or to what';
  if (isDoneByAnother(match, frame)) return 'somebody else of it does it';
  if (isDoneByBody(match, frame)) return 'a body does it';
  if (killsAnother(match, frame)) return 'another is killed';
  if (befallsOneOf(match, frame)) return 'it befalls others of his';
  if (match.concept < 0.5 && !isToldByItsDate(match, facts, bonus) && !isToldInFull(match, facts, bonus))
    return 'another kind of happening';
  if (match.concept < 0.7 && bonus === 0 && match.thingsAgree.length === 0 && match.stemsAgree === 0 && match.peopleAgree.length < 2)
    return 'another kind of happening';
  if (bonus < 2 && lacksItsOwnName(match, frame)) return 'does not say what';
  if (isBesideThePoint(match, frame)) return 'its happening is beside the point';
  // The clause speaks of one thing, the fact of another: two slots that differ.
  if (frame.terms.length > 0 && match.wording.things.size > 0 && match.thingsAgree.length === 0) return 'speaks of another thing';
  // A proper word that both have ("the Bastille") tells as much as a term.
  const things = match.thingsAgree.length + [...frame.properStems].filter((stem) => match.wording.stems.has(stem)).length;
  const plainPeople = match.peopleAgree.filter((participant) => !participant.pronoun).length;
  // Words alone tell a fact only where it is about nobody and nothing in particular.
  const particular = match.wording.people.size > 0 || match.wording.things.size > 0;
  const inWords = (match.stemsAgree >= 3 && match.coverage >= 0.6) || (bonus >= 1 && isCountedOut(match, frame));
  if (particular ? match.peopleAgree.length === 0 && things === 0 && !inWords : match.stemsAgree < 2)
    return 'names nobody and nothing of it';
  if (plainPeople === 0 && things === 0 && match.stemsAgree === 0 && match.peopleMissing.length > 0 && !inWords)
    return 'names nobody of it';
  // "Zinoviev broke with his supporters", where the fact has two break with a third.
  const few = match.wording.people.size >= 3 && match.peopleMissing.length * 2 > match.wording.people.size;
  if (few && bonus < 2 && things === 0 && match.stemsAgree === 0) return 'names too few of it';
  const isMutual = [...match.wording.heads].some((head) => MUTUAL.has(head));
  if ((match.peopleMissing.length > 0 || isMutual) && match.peopleAside.some(isOtherParty)) return 'names another party to it';
  // "They agreed": whom a pronoun means is guessed, so what they did must be told plainly or dated nearly right.
  const inName = frame.people.some(({ ids, pronoun }) => !pronoun && ids.some((id) => match.wording.people.has(id)));
  const pronounsOnly = match.peopleAgree.length > 0 && !inName && things === 0 && match.stemsAgree === 0;
  if (pronounsOnly && match.wording.people.size > 1 && (match.concept < 0.9 || bonus < 2)) return 'only pronouns say of whom';
  if (isOnlyAboutTheTopic(match, frame, things)) return 'only the heading says of whom';
  if (befellAnother(match, frame)) return 'befell another than the heading says';
  // Done by a stranger, or taken from a place of his: another event. Where it happened is no stranger to it.
  const place = placeStems(match.fact);
  const ownNames = match.wording.frame?.strangerStems;
  const others = [...frame.strangerStems].filter((stem) => !match.wording.stems.has(stem) && !ownNames?.has(stem) && !place.has(stem));
  if (others.length > 0 && isOfAnother(match, others, frame)) return 'names another in its place';
  if (
    (others.length > 0 && frame.strangerPrepositions.has('by')) ||
    (frame.strangerPrepositions.has('from') && [...match.wording.heads].some((head) => head === 'remove' || head === 'exile'))
  )
    return 'a stranger has a part in it';
  const strangers = others.length;
  if (strangers > 0 && match.peopleAgree.length > 0 && match.peopleAgree.every(({ pronoun, at }) => pronoun || at < 0))
    return 'a stranger stands beside the pronoun';
  if (strangers > 0 && (match.coverage < 0.6 || match.peopleMissing.length > 0)) return 'names strangers';
  // A birth or a death has few words to it; told whole, it is told.
  if (match.coverage >= (match.fact.kind === 'event' ? 0.8 : 0.65) && match.peopleMissing.length === 0 && match.concept >= 0.9) return null;
  // A date that is wrong by one slip, and nothing else of its kind that has as much of what is said.
  if (match.only && bonus >= ONE_SLIP && match.peopleAgree.length + things + match.stemsAgree > 0) return null;
  const weighty = match.score + bonus >= Math.log(1 + facts) * (timeline ? 0.8 : 1);
  return weighty && match.coverage >= (timeline ? 0.3 : 0.4) ? null : 'too little of it is told';
}

/** Whether the fact is about somebody whom the clause does not have: one whose place a stranger's pronoun may take. */
function isPartlyDoneBy({ fact }: Match, { people }: Frame): boolean {
  return fact.wordings.some((line) => [...line.people].some((id) => !people.some(({ ids }) => ids.includes(id))));
}

const places = new WeakMap<FactFrame, ReadonlySet<string>>();

/** Stems of the words that say where the event was. */
function placeStems(frame: FactFrame): ReadonlySet<string> {
  const { fact } = frame;
  return once(
    places,
    frame,
    () =>
      new Set(
        fact.kind === 'event'
          ? (fact.where ?? '')
              .toLowerCase()
              .split(/\P{L}+/u)
              .map(stemmer)
          : [],
      ),
  );
}

/** "broke with X", "turned against X": one with whom or against whom it is done is a party to it. */
const isOtherParty = ({ entity, pronoun, preposition }: Frame['people'][number]) =>
  entity !== undefined && !pronoun && /^(?:with|against)$/.test(preposition);

/** What a right month in a wrong year near by tells, or better. */
const ONE_SLIP = 1.5;

/** "The first stroke came": which of several it is tells it, of nobody else. */
export function isCountedOut({ wording, concept, only, coverage, peopleExtra }: Match, frame: Frame): boolean {
  return (
    only &&
    concept >= 0.95 &&
    coverage >= 0.6 &&
    [...wording.ordinals].some((n) => frame.ordinals.has(n)) &&
    peopleExtra.length === 0 &&
    frame.strangers === 0
  );
}

/** "second stroke, late November": nobody is named, but which of several it was, and the date is one slip from the fact's own. */
function isToldByItsNumber(
  { wording, concept, peopleAgree }: Match,
  { ordinals, strangers, people, stems }: Frame,
  bonus: number,
): boolean {
  return (
    concept >= 0.9 &&
    bonus >= 1 &&
    strangers === 0 &&
    [...stems].every((stem) => wording.stems.has(stem)) &&
    [...wording.ordinals].some((n) => ordinals.has(n)) &&
    people.every((participant) => participant.at < 0 || peopleAgree.includes(participant))
  );
}

/** "France declared war on Britain": a name of the line is missing, and one that the line does not have stands there. */
function isOfAnother({ wording, thingsAgree }: Match, others: readonly string[], frame: Frame): boolean {
  const own = wording.frame;
  if (others.length === 0 || !own) return false;
  // "Greece joined the League", where the line has a term of the chapter join it.
  return (
    [...own.strangerStems].some((stem) => !frame.stems.has(stem) && !frame.strangerStems.has(stem)) ||
    own.terms.some(({ ids, preposition, entity }) => preposition === '' && entity.from <= 1 && !ids.some((id) => thingsAgree.includes(id)))
  );
}

/** Kinds of happening that leave open to what or from what, where a verb tells them. */
const WANTING = new Set<ConceptName>(['appoint', 'elect', 'join', 'takeOffice']);

/** What is lacking to tell an event by what its name says: a name is short, and all of it must be told. */
function nameGap({ wording, fact, thingsAgree, peopleAgree }: Match, frame: Frame, bonus: number): string | null {
  if (wording.things.size > 0 && !thingsAgree.some((id) => wording.things.has(id))) return 'does not say of what';
  if (wording.people.size > 0 && !peopleAgree.some(({ ids }) => ids.some((id) => wording.people.has(id)))) return 'names nobody of it';
  if (wording.people.size === 0 && wording.things.size === 0 && [...wording.stems].some((stem) => !frame.stems.has(stem)))
    return 'tells only a part of its name';
  const ordinals = fact.wordings.flatMap((line) => [...line.ordinals]);
  if (ordinals.length > 0 && frame.ordinals.size > 0 && !ordinals.some((n) => frame.ordinals.has(n))) return 'counts another';
  const isVerb = frame.concepts.some(
    ({ part, concept }) => part !== 'noun' && [...wording.heads].some((head) => likeness(head, concept) >= 0.5),
  );
  if (isVerb && bonus < 2 && thingsAgree.length === 0 && [...wording.heads].some((head) => WANTING.has(head)))
    return 'does not say from or to what';
  return null;
}

/** "He joined them": whoever joins, joins something, and the chapter's thing must be said. */
function lacksItsPlace({ wording, thingsAgree }: Match): boolean {
  const heads = [...wording.heads];
  return heads.length > 0 && heads.every((head) => head === 'join') && wording.things.size > 0 && thingsAgree.length === 0;
}

/** "Hindenburg signed the order": what he signed in the line is the event itself, by its name. */
function lacksItsOwnName({ wording, fact }: Match, frame: Frame): boolean {
  const self = wording.frame?.events.find(({ ids }) => ids[0] === fact.fact.id);
  if (!self || fact.fact.kind !== 'event') return false;
  const stems = new Set(
    self.entity
      ? fact.fact.name
          .toLowerCase()
          .split(/\P{L}+/u)
          .map((word) => stemmer(word))
      : [],
  );
  return ![...stems].some((stem) => stem.length > 2 && frame.stems.has(stem));
}

/** What two do together has no doer and no one to whom it is done. */
const MUTUAL = new Set<ConceptName>(['marry', 'ally', 'clash', 'debate', 'meet', 'agree', 'divide']);

/** "Brüning became Chancellor", "Brüning fell": what is told is what befell the subject, whoever brought it about. */
function isUndergone({ heads }: Match['wording'], { concepts }: Frame): boolean {
  return concepts.some(({ concept, undergone }) => undergone && [...heads].some((head) => likeness(head, concept) >= 0.5));
}

const DONE_TO_OTHERS = new Set<ConceptName>(['appoint', 'elect', 'remove', 'overthrow', 'exile', 'seize']);

/** "Papen fell", where the line has him bring another down. */
function isDoer(line: Frame, frame: Frame): boolean {
  const doers = new Set(line.people.filter(({ role }) => role === 'subject').flatMap(({ ids }) => ids));
  const subjects = frame.people.filter(({ role }) => role === 'subject' || role === 'topic');
  return subjects.length > 0 && subjects.every(({ ids }) => ids.some((id) => doers.has(id)));
}

/** "offered his resignation to the Kaiser": to whom another does it is not the one who does it. */
function isOnlyAddressed(own: Frame, frame: Frame, people: ReadonlySet<string>): boolean {
  const isOwn = ({ ids }: Participant) => ids.some((id) => people.has(id));
  const addressed = frame.people.filter((participant) => participant.role !== 'modifier' && isOwn(participant));
  return (
    addressed.length > 0 &&
    addressed.every(({ role, preposition }) => role === 'oblique' && preposition === 'to') &&
    own.people.some((participant) => participant.role === 'subject' && isOwn(participant)) &&
    (frame.nobody || frame.people.some((participant) => participant.role === 'subject' && !isOwn(participant)))
  );
}

/** "Lenin dismissed …", where the fact has somebody do something with Lenin. */
export function isDoneByAnother({ wording }: Match, frame: Frame): boolean {
  const own = wording.frame;
  if (
    own &&
    !own.passive &&
    isUndergone(wording, frame) &&
    !isUndergone(wording, own) &&
    [...wording.heads].every((head) => DONE_TO_OTHERS.has(head))
  )
    return isDoer(own, frame);
  if (own && isOnlyAddressed(own, frame, wording.people)) return true;
  if (!own || own.passive || frame.passive || [...wording.heads].some((head) => MUTUAL.has(head))) return false;
  const doers = new Set(own.people.filter(({ role }) => role === 'subject').flatMap(({ ids }) => ids));
  const subjects = frame.people.filter(({ role, pronoun, at }) => role === 'subject' && !pronoun && at >= 0);
  return (
    doers.size > 0 &&
    subjects.some(({ ids }) => ids.some((id) => wording.people.has(id))) &&
    !subjects.some(({ ids }) => ids.some((id) => doers.has(id)))
  );
}

/** "the committee learned what X thought of Y", where the fact has Z learn it. */
function isDoneByBody({ wording }: Match, frame: Frame): boolean {
  const own = wording.frame;
  if (!own || own.passive || frame.passive) return false;
  const doers = own.people.filter(({ role }) => role === 'subject').flatMap(({ ids }) => ids);
  if (doers.length === 0 || frame.people.some(({ ids }) => ids.some((id) => doers.includes(id)))) return false;
  const verb = frame.concepts.find(
    ({ concept, part }) => part !== 'noun' && part !== 'adjective' && [...wording.heads].some((head) => likeness(head, concept) >= 0.5),
  );
  return (
    verb !== undefined &&
    frame.terms.some(
      ({ ids, preposition, entity: { to, facts } }) =>
        preposition === '' &&
        to <= verb.from &&
        verb.from - to <= LONGEST_TO_VERB &&
        facts[0]?.kind === 'term' &&
        /^(?:body|party|group|state)$/.test(facts[0].termKind) &&
        !wording.things.has(ids[0] ?? ''),
    )
  );
}

/** Between a subject and its verb stand auxiliaries and adverbs. */
const LONGEST_TO_VERB = 4;

/** "Stalin killed thousands", "had him killed": the one who kills does not die of it, nor does one die whom the clause does not name. */
function killsAnother({ wording, peopleAgree }: Match, { concepts, passive, people }: Frame): boolean {
  const dies = concepts.filter(({ concept }) => likeness('die', concept) > 0);
  if (peopleAgree.length === 0 || dies.length === 0 || !dies.every(({ concept, part }) => concept !== 'die' && part === 'verb'))
    return false;
  const own = wording.frame;
  const victims = own?.people.filter(({ role }) => role === (own.passive ? 'subject' : 'object')).flatMap(({ ids }) => ids) ?? [];
  const isActive = !passive || peopleAgree.some(({ preposition }) => preposition === 'through');
  if (isActive && victims.length > 0 && (wording.heads.has('kill') || wording.heads.has('execute')))
    return !people.some(({ ids }) => ids.some((id) => victims.includes(id)));
  return (
    wording.heads.has('die') &&
    peopleAgree.every(
      ({ role, at, preposition }) => preposition === 'through' || (!passive && role !== 'possessor' && at >= 0 && at < dies[0]!.from),
    )
  );
}

/** "Two sons of Louis died": the one of whom they are is not the one who dies. */
function befallsOneOf({ wording, peopleAgree }: Match, { concepts }: Frame): boolean {
  if (peopleAgree.length === 0 || !(wording.heads.has('die') || wording.heads.has('born'))) return false;
  const verb = concepts.find(({ concept, part }) => part === 'verb' && [...wording.heads].some((head) => likeness(head, concept) >= 0.5));
  return (
    verb !== undefined && peopleAgree.every(({ role, preposition, at }) => role === 'oblique' && preposition === 'of' && at < verb.from)
  );
}

/** A date that is right in all but one part, beside two things that the fact has, or beside its one name, tells it in whatever words. */
function isToldByItsDate(match: Match, facts: number, bonus: number): boolean {
  const people = match.peopleAgree.filter(({ role, pronoun }) => role !== 'topic' && !pronoun).length;
  const parts = people + match.thingsAgree.length + match.stemsAgree;
  const unit = Math.log(1 + facts);
  if (bonus >= 4 && match.conceptOpen && people === 0 && parts > 0) return match.score >= unit * 0.7;
  return bonus >= 3 && parts >= 2 && match.score + bonus >= unit * 1.4;
}

/** Nearly all that the fact has is said, with another verb for it, and the date is near: "the United Nations hand China's seat to Beijing". */
function isToldInFull(match: Match, facts: number, bonus: number): boolean {
  return bonus > 0 && match.peopleMissing.length === 0 && match.coverage >= 0.6 && match.score >= Math.log(1 + facts) * 1.8;
}

/** With nobody but the heading's person to go by, the clause's own words must say plainly what happened to him. */
function isOnlyAboutTheTopic(match: Match, frame: Frame, things: number): boolean {
  return (
    match.peopleAgree.length > 0 &&
    match.peopleAgree.every(({ role }) => role === 'topic') &&
    things === 0 &&
    match.stemsAgree === 0 &&
    frame.stems.size > 0 &&
    !frame.concepts.some(({ concept, part }) => part !== 'noun' && [...match.wording.heads].some((head) => likeness(head, concept) >= 0.7))
  );
}

/** What befalls one person, whom a line without a subject leaves to its heading. */
const BEFALLS = new Set<ConceptName>([
  'remove',
  'exile',
  'appoint',
  'elect',
  'takeOffice',
  'join',
  'resign',
  'arrest',
  'die',
  'kill',
  'execute',
  'born',
]);

/** "loses his seat" below "Trotsky", where the fact has somebody else lose it. */
function befellAnother({ wording, peopleAgree, peopleMissing }: Match, { people }: Frame): boolean {
  const own = people.filter(({ role }) => role !== 'modifier');
  return (
    peopleAgree.length === 0 &&
    peopleMissing.length > 0 &&
    wording.heads.size > 0 &&
    [...wording.heads].every((head) => BEFALLS.has(head)) &&
    own.length > 0 &&
    own.every(({ role }) => role === 'topic')
  );
}

/** "voted against the death penalty": the fact's kind of happening is only a noun beside a verb that tells of another. */
function isBesideThePoint({ wording, peopleAgree }: Match, frame: Frame): boolean {
  const fits = (concept: ConceptName) => [...wording.heads].some((head) => likeness(head, concept) >= 0.5);
  // "had been dead for a year" tells a state, not its day.
  const states = frame.concepts.filter(({ concept }) => concept === 'die');
  if (wording.heads.has('die') && states.length > 0 && states.every(({ part }) => part === 'adjective')) return true;
  // "Lenin lay speechless": how he was, not what befell him.
  const ills = frame.concepts.filter(({ concept }) => concept === 'stroke' || concept === 'illness');
  const befalls = wording.heads.has('stroke') || wording.heads.has('illness');
  if (befalls && ills.length > 0 && ills.every(({ part }) => part === 'adjective')) return true;
  // "After his chief's death Stalin swore", "at the Republic's birth he fled": a life in the sentence is its possessor's, not its subject's.
  for (const head of ['die', 'born'] as const) {
    const hits = frame.concepts.filter(({ concept }) => concept === head);
    const isNoun = wording.heads.has(head) && hits.length > 0 && hits.every(({ part }) => part === 'noun');
    if (isNoun && peopleAgree.some(({ at, pronoun }) => at >= 0 || pronoun) && !peopleAgree.some(({ role }) => role === 'possessor'))
      return true;
  }
  // "b. 1901, married Stalin": whom another verb has as its object is not the one who was born.
  for (const head of ['die', 'born'] as const) {
    if (!wording.heads.has(head) || peopleAgree.length === 0) continue;
    const hit = frame.concepts.find(({ concept }) => concept === head);
    const isObject = ({ role, at }: Frame['people'][number]) =>
      role === 'object' &&
      hit !== undefined &&
      frame.concepts.some(({ part, from, concept }) => part === 'verb' && concept !== head && from > hit.from && from < at);
    if (peopleAgree.every(isObject)) return true;
  }
  // "took place" and "was held" say no more than that it happened.
  const verbs = frame.concepts.filter(({ part, concept }) => part === 'verb' || (part === 'phrase' && concept !== 'meet'));
  return (
    wording.heads.size > 0 &&
    verbs.length > 0 &&
    !verbs.some(({ concept }) => fits(concept)) &&
    [...wording.concepts].every((concept) => !verbs.some((hit) => likeness(concept, hit.concept) >= 0.5))
  );
}
