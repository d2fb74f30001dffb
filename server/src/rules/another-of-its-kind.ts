/** Signs that a clause tells another happening of the same kind, which the chapter does not have: another law, another demand, another election. */
import { stemmer } from 'stemmer';
import type { ChapterEvent } from '../chapter/model';
import { type FactFrame, namesItself } from '../reading/facts';
import type { Frame } from '../reading/frames';
import type { ConceptName } from '../reading/lexicon/concepts';
import { isByName, type Match } from '../reading/match';
import { once } from '../reading/once';
import type { DateValue } from '../time/index';
import { digitsApart, yearsApart } from './slip';

/** Which sign there is, in words for `check --trace`; null where there is none. `bonus` is what the date tells besides. */
export function signOfAnother(match: Match, frame: Frame, bonus: number): string | null {
  if (passesAnother(match, frame)) return 'names another in its place';
  if (bonus < 2 && saysSomethingElse(match)) return 'does not say what is said';
  if (becomesSomethingElse(match, frame)) return 'becomes something else';
  if (bonus < 2 && isOnlyOfOtherLines(match, frame)) return 'tells nothing of what the line tells';
  if (countsSomethingElse(match, frame)) return 'counts something else';
  if (bonus < 2 && isOnlyWhoDoesIt(match, frame)) return 'only says who did it';
  if (bonus < 2 && befallsNobody(match, frame)) return 'does not say to whom';
  return null;
}

const stemsOfNames = new WeakMap<FactFrame, ReadonlySet<string>>();

/** Stems of all words in the event's names. */
function nameStems(frame: FactFrame): ReadonlySet<string> {
  return once(stemsOfNames, frame, () => {
    const { name, names } = frame.fact as ChapterEvent;
    const words = [name, ...names].flatMap((each) => each.toLowerCase().split(/[^\p{L}\p{N}]+/u));
    return new Set(words.filter((word) => word.length > 2).map(stemmer));
  });
}

/** "Parliament passed the Reform Act", where the line has it pass the Corn Laws: the event is what is passed, and another name stands there. */
function passesAnother({ fact, wording }: Match, { strangerStems, properStems }: Frame): boolean {
  if (fact.kind !== 'event' || !namesItself(fact, wording)) return false;
  const own = nameStems(fact);
  const others = [...strangerStems].filter((stem) => !own.has(stem) && !wording.stems.has(stem));
  return others.length > 0 && [...own].some((stem) => !properStems.has(stem));
}

/** Whoever does one of these says something, which tells one time from another. */
const SAYING = new Set<ConceptName>(['recommend', 'threaten', 'persuade', 'know', 'declare', 'speak']);

/** "demanded an apology", where the fact has somebody demand a dismissal. */
export function saysSomethingElse(match: Match): boolean {
  const { wording, thingsAgree, stemsAgree, conceptsAgree } = match;
  const isSaying = [...wording.heads].some((head) => SAYING.has(head));
  const isSaid = wording.stems.size > 0 || wording.things.size > 0 || wording.concepts.size > 1 || isByName(match);
  return isSaying && isSaid && stemsAgree === 0 && thingsAgree.length === 0 && conceptsAgree < 2;
}

/** "became the only legal party", where the fact has it become the largest; "the second largest", where it is the largest. */
function becomesSomethingElse({ wording, stemsAgree }: Match, { ordinals, stems }: Frame): boolean {
  if (!wording.heads.has('appoint') || stemsAgree === 0) return false;
  if (stemsAgree < wording.stems.size && [...stems].some((stem) => !wording.stems.has(stem))) return true;
  return (ordinals.size > 0 || wording.ordinals.size > 0) && ![...ordinals].some((n) => wording.ordinals.has(n));
}

/** The happening of one line and the thing of another: "the defeat of the League", where the League's founders turn against somebody. */
function isOnlyOfOtherLines({ wording, peopleAgree, stemsAgree, thingsAgree }: Match, { ordinals }: Frame): boolean {
  return (
    ![...wording.ordinals].some((n) => ordinals.has(n)) &&
    peopleAgree.length === 0 &&
    stemsAgree === 0 &&
    wording.people.size + wording.things.size > 0 &&
    !thingsAgree.some((id) => wording.things.has(id) || wording.events.has(id))
  );
}

const FIGURE = /^\d/;

/** "won 107 seats", where the line has 12 won. */
function countsSomethingElse({ wording }: Match, { stems }: Frame): boolean {
  const own = [...wording.stems].filter((stem) => FIGURE.test(stem));
  return own.length > 0 && own.every((figure) => !stems.has(figure)) && [...stems].some((stem) => FIGURE.test(stem));
}

/** "The Estates decreed it", where the line says what they decree: a body does many things of one kind. */
function isOnlyWhoDoesIt({ wording, thingsAgree, stemsAgree }: Match, { people, stems }: Frame): boolean {
  if (people.length > 0 || stems.size === 0 || stemsAgree > 0 || thingsAgree.length !== 1) return false;
  return wording.stems.size > 0 || wording.things.size + wording.people.size > 1;
}

/** "the elections to the Assembly", where the Assembly elects somebody: whom it befell is missing, and nobody stands in his place. */
function befallsNobody({ wording, peopleAgree, stemsAgree }: Match, { people }: Frame): boolean {
  if (peopleAgree.length > 0 || stemsAgree > 0 || !wording.frame) return false;
  const { passive } = wording.frame;
  const befallen = wording.frame.people.filter(({ role }) => role === (passive ? 'subject' : 'object')).flatMap(({ ids }) => ids);
  // "the loss of his Party card": he is said, if only by a pronoun.
  return befallen.length > 0 && !people.some(({ ids }) => ids.some((id) => befallen.includes(id)));
}

const REPEATED = /\bagain\b|\bonce more\b|\b(?:second|third) (?:time|term)\b|\bre-?(?:elect|appoint)/i;

/** "is elected again", "becomes minister for the second time": without these words the time before may be meant. */
export function isTheSecondTime({ fact, named }: Match): boolean {
  return !named && fact.kind === 'event' && (fact.fact as ChapterEvent).lines.every((line) => REPEATED.test(line));
}

/** What happens to the same people every few years. */
const RECURRING = new Set<ConceptName>([
  'elect',
  'appoint',
  'arrest',
  'exile',
  'visit',
  'meet',
  'speak',
  'return',
  'strikeWork',
  'march',
  'illness',
]);

/** Further apart than this, in years, two times are no slip for one another unless a single digit differs. */
const NEAR_YEARS = 3;

/** "was elected in 1925", where the chapter has him elected in 1932: such things happen more than once. */
export function isAnotherTime({ fact, wording, named }: Match, value: DateValue): boolean {
  if (named || !fact.date || ![...wording.heads].some((head) => RECURRING.has(head))) return false;
  return yearsApart(fact.date, value) > NEAR_YEARS && digitsApart(fact.date.value, value) > 1;
}
