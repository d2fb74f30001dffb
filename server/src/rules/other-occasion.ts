/** Tells that a date is said of another occasion than the fact's: of the plan, the anniversary or the end of it, or of what befell it later. */
import { stemmer } from 'stemmer';
import { isVerbLike } from '../reading/clauses';
import type { Frame } from '../reading/frames';
import type { ConceptName } from '../reading/lexicon/concepts';
import { likeness } from '../reading/lexicon/index';
import { verbForms } from '../reading/lexicon/inflect';
import { AUXILIARIES, BE, DETERMINERS, PREPOSITIONS } from '../reading/lexicon/words';
import type { Match } from '../reading/match';
import type { ClauseReading, DateClaim, SentenceReading } from '../reading/model';
import type { Token } from '../reading/tokens';
import { isAnotherOfItsName, isThePlaceItself } from './another-of-its-name';
import { definitionOf } from './defined-times';
import { mainVerb } from './main-verb';
import { POSTS } from './posts';

/** Which other occasion the clause tells, in words for `check --trace`; null where none is plain. */
export function otherOccasion(match: Match, frame: Frame, claim: DateClaim, sentence: SentenceReading, slip = 0): string | null {
  const clause = sentence.clauses.find((each) => each.frame === frame) ?? sentence.clauses[claim.clause];
  if (isOfAnotherNoun(match, frame, claim, sentence)) return 'is the date of another noun';
  if (isAnotherOfItsName(match, frame, sentence)) return 'is another of that name';
  if (isSaidOfWhatCameLater(match, frame, claim, sentence)) return 'is the date of what came later';
  if (isThePlaceItself(match, frame, sentence)) return 'is said of the place itself';
  if (isOfNextInList(match, frame, claim, sentence)) return 'is the date of the next in a list';
  if (!clause || isSaidOfTheNoun(claim, sentence)) return null;
  if (isOnlyMeant(match, frame, clause, sentence)) return 'is only planned or asked for';
  if (isBehindAnotherVerb(match, frame, claim, clause, sentence)) return 'stands behind another verb';
  if (isAnotherPost(match, frame, clause, sentence)) return 'is another post';
  if (isOnlyTheGround(match, frame)) return 'is only what it was about';
  if (isOnlyAPurpose(match, frame, claim, clause, sentence)) return 'is only what it was done for';
  if (isOnlyRecalled(match, frame, claim, clause, sentence)) return 'is only looked back upon';
  if (isOnlyWhoSomebodyIs(match, frame, sentence)) return 'only says who somebody is';
  if (isAfterlife(match, frame, clause, sentence)) return 'had come to be before';
  if (isOnlyWounded(match, clause, sentence)) return 'was not killed';
  // A day that is one slip from the fact's own is that of the first time as well.
  if (slip < ONE_SLIP_OF_A_DAY && isCounted(match, clause, sentence)) return 'counts occasions';
  if (isBirthday(match, claim, sentence)) return 'is a birthday';
  return null;
}

/** Before a phrase these say that somebody was it at another time. */
const OTHER_TIMES = /^(?:later|afterwards?|subsequently|eventually|then|now|earlier|formerly|previously|before|once)$/;

/** "Marshall: the Brown case, later a judge (1967–91)": the date is that of what is set off by a word for another time. */
function isSaidOfWhatCameLater(match: Match, frame: Frame, { token }: DateClaim, sentence: SentenceReading): boolean {
  const { tokens, from } = sentence;
  let at = token - 1;
  while (at > from && !isVerbLike(tokens[at]!) && !(OTHER_TIMES.test(tokens[at]!.lower) && SETS_OFF.test(tokens[at - 1]!.text))) at--;
  if (at <= from || !OTHER_TIMES.test(tokens[at]!.lower)) return false;
  // A date right behind the word is that of what follows.
  const isWordAlone = tokens.slice(at + 1, token).every(({ kind }) => kind !== 'word');
  const told = placesOf(match, frame);
  return !isWordAlone && told.length > 0 && told.every((place) => place < at);
}

const SETS_OFF = /^(?:[,;(–—]|and)$/;

/** What a right day in a wrong month tells, or better. */
const ONE_SLIP_OF_A_DAY = 3;

/** "whose birthday is 7 November 1879", "had his birthday on the 7th": the day on which somebody was born. */
function isBirthday({ wording }: Match, { token }: DateClaim, { tokens, from }: SentenceReading): boolean {
  return !wording.heads.has('born') && tokens.slice(Math.max(from, token - 4), token).some(({ lower }) => /^birthdays?$/.test(lower));
}

/** Nouns that a date has of itself: "the end of 1924", "the events of 1924". */
const TIME_NOUNS =
  /^(?:end|beginning|start|middle|course|rest|part|half|close|turn|dawn|eve|days?|nights?|mornings?|evenings?|afternoons?|weeks?|months?|years?|spring|summer|autumn|fall|winter|events?|time)$/;

/** "the Affair and the currency reform of 1924": said of the reform, and of no fact that has nothing of it. */
function isOfAnotherNoun(
  { wording, named, fact }: Match,
  frame: Frame,
  { token }: DateClaim,
  { tokens, entities }: SentenceReading,
): boolean {
  const noun = tokens[token - 2];
  if (tokens[token - 1]?.lower !== 'of' || noun?.kind !== 'word' || noun.capitalised || TIME_NOUNS.test(noun.lower)) return false;
  const entity = entities.find(({ from, to }) => from <= token - 2 && token - 2 < to);
  if (entity) return named && !entity.facts.some(({ id }) => id === fact.fact.id);
  if (wording.stems.has(stemmer(noun.lower))) return false;
  // Only where it stands beside what it is not: a crisis may be called what the sentence goes on to tell.
  const link = tokens.slice(0, token - 2).findLastIndex(({ lower }) => lower === 'and' || lower === 'or');
  if (token - 2 - link > 4 || !entities.some(({ to }) => to === link)) return false;
  return !frame.concepts.some(
    (hit) =>
      hit.from <= token - 2 &&
      token - 2 < hit.to &&
      [...wording.heads, ...wording.concepts].some((head) => likeness(head, hit.concept) >= 0.5),
  );
}

const UNIT = /^(?:years?|months?|weeks?|days?)$/;

/** "Watts came five days after it, Newark and Detroit in July 1967": names between a comma and the date take the verb over, and the date is theirs. */
function isOfNextInList({ named, fact }: Match, { events }: Frame, { token }: DateClaim, { tokens }: SentenceReading): boolean {
  const places = named ? events.filter(({ ids }) => ids.includes(fact.fact.id)) : [];
  if (places.length === 0) return false;
  const end = PREPOSITIONS.has(tokens[token - 1]?.lower ?? '') ? token - 1 : token;
  let comma = end - 1;
  while (comma > 0 && tokens[comma]!.kind === 'word') comma--;
  const names = tokens.slice(comma + 1, end);
  if (tokens[comma]?.text !== ',' || names.length === 0 || !names.every(({ lower, capitalised }) => capitalised || lower === 'and'))
    return false;
  if (!places.every(({ entity }) => entity.to <= comma)) return false;
  // "in Jackson, Mississippi in 1963" only says where.
  const told = tokens.slice(Math.max(...places.map(({ entity }) => entity.to)), comma);
  return names.some(({ lower }) => lower === 'and') ? told.some(isVerbLike) : told.some(({ lower }) => UNIT.test(lower));
}

/** "the occupation of January 1922 had been planned": the date hangs on the noun itself. */
const isSaidOfTheNoun = ({ token }: DateClaim, { tokens }: SentenceReading) => tokens[token - 1]?.lower === 'of';

const formsOf = (verbs: string) => new Set(verbs.split(' ').flatMap((verb) => verbForms(verb).map(({ form }) => form)));

/** What is meant, asked for or begun with words has not therefore happened. */
const MEANING = formsOf(
  'plan prepare demand propose discuss consider contemplate threaten promise predict expect apply attempt want wish hope intend aim try offer refuse decline fail order fear foresee prophesy forecast foretell anticipate envisage rehearse postpone delay',
);
const MEANT =
  /^(?:plans?|preparations?|talks|negotiations?|demands?|proposals?|calls?|ideas?|threats?|attempts?|campaigns?|fears?|hopes?|bids?|efforts?|requests?|wish|desire)$/;
/** A fact that is itself an attempt or a demand is told by these words. */
const MEANING_HEADS = new Set<ConceptName>(['recommend', 'threaten', 'persuade', 'debate', 'send']);

const BETWEEN_MEANT = /^(?:for|of|to|a|an|the|on|about|his|her|their|its|be|new|spring|summer|autumn|winter|full|great|coming)$/;

function isOnlyMeant(match: Match, frame: Frame, clause: ClauseReading, sentence: SentenceReading): boolean {
  if ([...match.wording.heads].some((head) => MEANING_HEADS.has(head))) return false;
  const lines =
    match.fact.fact.kind === 'event'
      ? match.fact.fact.lines
          .join(' ')
          .toLowerCase()
          .split(/\P{L}+/u)
      : [];
  if (lines.some((word) => MEANING.has(word) || MEANT.test(word))) return false;
  const { tokens } = sentence;
  const verb = mainVerb(clause, sentence);
  const told = placesOf(match, frame);
  if (verb >= 0 && MEANING.has(tokens[verb]!.lower)) {
    // "The planned rising took place", "was ordered and carried out": the verb must be what the clause says of it.
    const another = told.some(
      (at) => at !== verb && at > verb && isFiniteVerb(at, sentence) && tokens[at - 1]?.lower !== 'to' && tokens[at - 1]?.lower !== 'be',
    );
    if (!another && !told.includes(verb)) return true;
  }
  return told.some((at) => {
    for (let i = at - 1; i >= Math.max(sentence.from, at - 4); i--) {
      const { lower, capitalised } = tokens[i]!;
      // "reports forecasting the summer invasion", "demanding his resignation"
      if (MEANT.test(lower) || (lower.endsWith('ing') && MEANING.has(lower))) return true;
      if (!capitalised && !BETWEEN_MEANT.test(lower)) return false;
    }
    return false;
  });
}

const isFiniteVerb = (at: number, { tokens }: SentenceReading) => isVerbLike(tokens[at]!);

/** "The Assembly was elected, and Juchacz, a seamstress, was the first to speak on the 19th": where an aside has cut the clause, the date goes with the verb behind it. */
function isBehindAnotherVerb(
  match: Match,
  frame: Frame,
  { token }: DateClaim,
  { clause }: ClauseReading,
  { tokens }: SentenceReading,
): boolean {
  const range = clause.ranges.findIndex(({ from, to }) => from <= token && token < to);
  const told = placesOf(match, frame);
  if (range < 1 || told.length === 0) return false;
  // A range without a verb of its own only ends what the one before it tells.
  const verbs = clause.ranges.slice(1, range + 1).flatMap(({ from, to }) => tokens.slice(from, Math.min(to, token)).filter(isVerbLike));
  return verbs.length > 0 && told.every((at) => at < clause.ranges[1]!.from) && clause.verb >= 0 && clause.verb < clause.ranges[1]!.from;
}

/** "became chairman of a committee", where the chapter's post is another and nothing of it is named. */
function isAnotherPost(
  { named, thingsAgree, wording, fact }: Match,
  frame: Frame,
  { clause }: ClauseReading,
  { tokens }: SentenceReading,
): boolean {
  if (named || thingsAgree.length > 0 || ![...wording.heads].some((head) => head === 'appoint' || head === 'elect')) return false;
  const hit = frame.concepts.find(({ concept, part }) => concept === 'appoint' && part === 'verb');
  if (!hit || clause.verb < 0) return false;
  const own = new Set(fact.wordings.flatMap(({ stems }) => [...stems]));
  let at = hit.to;
  while (at < hit.to + 4 && tokens[at]?.kind === 'word' && !POSTS.test(tokens[at]!.lower) && !PREPOSITIONS.has(tokens[at]!.lower)) at++;
  const post = tokens[at];
  return post !== undefined && POSTS.test(post.lower) && !own.has(stemmer(post.lower)) && frame.stems.has(stemmer(post.lower));
}

/** "left in 1930 over the Young Plan": what there was a quarrel about has its own date. */
function isOnlyTheGround({ named, fact }: Match, { events }: Frame): boolean {
  const told = events.filter(({ ids }) => ids.includes(fact.fact.id));
  return named && told.length > 0 && told.every(({ preposition }) => /^(?:over|about|despite|concerning|regarding)$/.test(preposition));
}

/** Verbs of going somewhere: what one goes for comes later. */
const GOING = formsOf('come go travel return move arrive fly sail hurry journey');

/** "had come to Atlanta in 1958 in order to build up an office": the date is that of the coming. */
function isOnlyAPurpose(match: Match, frame: Frame, { token }: DateClaim, clause: ClauseReading, sentence: SentenceReading): boolean {
  const { tokens } = sentence;
  const told = placesOf(match, frame);
  const verb = mainVerb(clause, sentence);
  return (
    told.length > 0 &&
    told.every((at) => {
      let to = at - 1;
      while (to > token && !(tokens[to]!.lower === 'to' && isBaseForm(tokens, to + 1))) to--;
      if (to <= token) return false;
      const lead = `${tokens[to - 2]?.lower} ${tokens[to - 1]?.lower}`;
      // "came to lead", "went on to lead" tell what happened.
      return lead === 'in order' || lead === 'so as' || (verb >= 0 && GOING.has(tokens[verb]!.lower) && to - verb > 2);
    })
  );
}

/** Whether a verb can follow a "to" here: "to build", not "to the office" nor "to Paris". */
function isBaseForm(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  return next?.kind === 'word' && !next.capitalised && !DETERMINERS.has(next.lower) && !/^(?:him|her|them|it)$/.test(next.lower);
}

const RECALLING = formsOf(
  'commemorate celebrate remember recall mark honour relive remind regret mourn describe explain analyse film depict',
);
const MEMORY =
  /^(?:anniversar(?:y|ies)|centenar(?:y|ies)|bicentenary|jubilee|memory|memories|commemorations?|memorials?|monuments?|legend|myth|story|histor(?:y|ies)|accounts?|films?|veterans?|survivors?|lessons?|trauma|victims?)$/;

function isOnlyRecalled(match: Match, frame: Frame, claim: DateClaim, clause: ClauseReading, sentence: SentenceReading): boolean {
  const { token } = claim;
  const { tokens } = sentence;
  const verb = mainVerb(clause, sentence);
  const told = placesOf(match, frame);
  // "This explains why he left in 1923": what "why" opens has the date behind its own verb.
  const isOpened = told.some((at) => at >= 0 && at < token && isFiniteVerb(at, sentence) && followsWhy(verb, at, sentence));
  if (verb >= 0 && RECALLING.has(tokens[verb]!.lower) && !told.includes(verb) && !isOpened && definitionOf(claim, sentence) < 0)
    return true;
  return told.some((at) => {
    for (let i = at - 1; i >= Math.max(sentence.from, at - 4); i--) {
      const { lower } = tokens[i]!;
      if (MEMORY.test(lower)) return true;
      if (!/^(?:of|the|a|his|her|their|its|great|on|about)$/.test(lower)) return false;
    }
    return false;
  });
}

const followsWhy = (verb: number, at: number, { tokens }: SentenceReading): boolean =>
  tokens.slice(verb + 1, at).some(({ lower }) => /^(?:why|how|that)$/.test(lower));

const PEOPLE_OF_EVENTS =
  /^(?:hero(?:es)?|heroines?|veterans?|victors?|winners?|losers?|leaders?|commanders?|generals?|architects?|organi[sz]ers?|authors?|fathers?|genius(?:es)?|men|man|women|woman|children|orphans?|widows?|sons?|daughters?|strategists?|masterminds?|planners?|star|stars|creators?|participants?|fighters?|soldiers?|sailors?)$/;

/** "the hero of the Civil War": the event only says who somebody is, and the date is said of what he does. */
function isOnlyWhoSomebodyIs({ fact, named }: Match, { events }: Frame, { tokens }: SentenceReading): boolean {
  const things = named ? events.filter(({ ids }) => ids.includes(fact.fact.id)) : [];
  return (
    things.length > 0 &&
    things.every(({ entity: { from } }) => {
      const of = tokens[from - 1]?.lower === 'the' ? from - 2 : from - 1;
      return tokens[of]?.lower === 'of' && PEOPLE_OF_EVENTS.test(tokens[of - 1]?.lower ?? '');
    })
  );
}

/** What befalls a law, a treaty, a body or a book that there is already. */
const AFTERLIFE = formsOf(
  'lift suspend break reject revise repeal renounce violate amend extend renew restore reprint translate smuggle overturn reverse uphold enforce apply confirm challenge undermine abandon tear betray discredit republish serialise revoke annul cancel rebuild reopen',
);
const LATER_CONCEPTS = new Set<ConceptName>(['publish', 'abolish']);

/** "The ban was lifted", "the treaty came into force": what is named was there before, and the verb tells another thing of it. */
function isAfterlife(match: Match, frame: Frame, clause: ClauseReading, sentence: SentenceReading): boolean {
  if (!match.named && match.thingsAgree.length === 0 && match.concept < 0.5) return false;
  const { tokens } = sentence;
  const verb = mainVerb(clause, sentence);
  if (verb < 0) return false;
  // "Papen's coup broke the last bulwark": it is the doer, not what it is done to.
  const places = placesOf(match, frame);
  const isDone =
    places.length > 0 && places.every((at) => at < verb) && !BE.has(tokens[verb - 1]!.lower) && !BE.has(tokens[verb - 2]?.lower ?? '');
  const own = [...match.wording.concepts, ...match.wording.heads];
  const says = frame.concepts.filter((hit) => hit.from === verb);
  // Signing and ratifying are told by one kind of happening, and are not one occasion.
  const lines = match.fact.fact.kind === 'event' ? match.fact.fact.lines.join(' ').toLowerCase() : '';
  if (!isDone && tokens[verb]!.lower.startsWith('ratif') && !lines.includes('ratif')) return true;
  if (says.some(({ concept }) => own.some((mine) => likeness(mine, concept) >= 0.7))) return false;
  // What breaks through or out is no treaty that is broken.
  if (!isDone && AFTERLIFE.has(tokens[verb]!.lower) && !isBreakingThrough(verb, tokens)) return true;
  if (says.some(({ concept }) => LATER_CONCEPTS.has(concept))) return true;
  const behind = tokens.slice(verb + 1, verb + 5).map(({ lower }) => lower);
  const verbWord = tokens[verb]!.lower;
  return (
    (/^(?:come|comes|came|enter|enters|entered|go|goes|went)$/.test(verbWord) &&
      behind[0] === 'into' &&
      /^(?:force|effect|operation)$/.test(behind[1] ?? '')) ||
    (/^(?:take|takes|took)$/.test(verbWord) && behind[0] === 'effect') ||
    (/^(?:put|submitted)$/.test(verbWord) && behind[0] === 'to')
  );
}

/** "broke through the walls", "broke into the city". */
const isBreakingThrough = (verb: number, tokens: readonly Token[]): boolean =>
  /^br(?:eak|oke)/.test(tokens[verb]!.lower) && /^(?:through|into|out)$/.test(tokens[verb + 1]?.lower ?? '');

const WOUNDED = /^(?:wounded|injured|survived|survives|survive|unhurt|missed|recovered|recovers)$/;
const KILLING: readonly ConceptName[] = ['die', 'kill', 'execute'];

/** "shot in the jaw", "in his left foot": where a wound seldom kills. */
const isHitInLimb = (tokens: readonly Token[], at: number): boolean =>
  /^(?:jaw|cheek|face|ear|arm|hand|finger|wrist|elbow|shoulder|leg|foot|knee|thigh|calf|ankle|groin|hip)$/.test(tokens[at]!.lower) &&
  tokens.slice(Math.max(0, at - 3), at).some(({ lower }) => lower === 'in');

/** "was shot at and wounded": nobody was killed. */
function isOnlyWounded({ wording, fact }: Match, { clause }: ClauseReading, { tokens }: SentenceReading): boolean {
  if (fact.kind !== 'death' && !KILLING.some((concept) => wording.heads.has(concept))) return false;
  // "was shot and wounded": the second verb may open a clause of its own.
  return clause.ranges.some(({ from, to }) =>
    tokens.slice(from, to + 3).some(({ lower }, index) => WOUNDED.test(lower) || isHitInLimb(tokens, from + index)),
  );
}

/** "for the first time", "a second election", "first became": of several occasions, where the fact is not said to be one of several. */
function isCounted({ fact, named }: Match, { clause }: ClauseReading, { tokens }: SentenceReading): boolean {
  if (named || fact.wordings.some(({ ordinals }) => ordinals.size > 0)) return false;
  // "was re-elected on the 6th"
  const lines = fact.fact.kind === 'event' ? [fact.fact.name, ...fact.fact.lines] : [];
  if (clause.ranges.some(({ from, to }) => tokens.slice(from, to).some(isDoneAgain)) && !lines.some((line) => DONE_AGAIN.test(line)))
    return true;
  return clause.ranges.some(({ from, to }) =>
    tokens.slice(from, to).some(({ lower }, index, all) => {
      const before = all[index - 1]?.lower ?? '';
      const next = all[index + 1];
      if (lower === 'time' && before === 'first') return true;
      if (/^(?:second|third|fourth)$/.test(lower)) return /^(?:a|another)$/.test(before);
      return lower === 'first' && next !== undefined && isVerbLike(next) && !AUXILIARIES.has(next.lower) && /^\p{L}/u.test(before);
    }),
  );
}

const DONE_AGAIN = /\bre-?(?:elect|appoint|marri|captur|occupi|open|enter|admit|instat|join|took|tak|found|form)/i;
const isDoneAgain = ({ lower }: Token) => lower.startsWith('re') && DONE_AGAIN.test(lower);

/** Token indices at which the clause names the fact or its kind of happening. */
function placesOf({ wording, fact }: Match, { concepts, events }: Frame): number[] {
  return [
    ...events.filter(({ ids }) => ids.includes(fact.fact.id)).map(({ entity }) => entity.from),
    ...concepts.filter((hit) => [...wording.heads].some((head) => likeness(head, hit.concept) >= 0.5)).map(({ from }) => from),
  ];
}
