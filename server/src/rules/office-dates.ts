import { stemmer } from 'stemmer';
import type { FactDate, Term } from '../chapter/model';
import { type Arg, say, tell } from '../l10n/said';
import { type Clause, isVerbLike } from '../reading/clauses';
import { isMale, type Tenure } from '../reading/facts';
import type { Frame } from '../reading/frames';
import type { ConceptName } from '../reading/lexicon/concepts';
import { AUXILIARIES, BE, STOPWORDS } from '../reading/lexicon/words';
import { type Match, matches } from '../reading/match';
import type { ClauseReading, DateClaim, Knowledge, Reading, SentenceReading } from '../reading/model';
import { sentencesBeforeInBlock } from '../reading/read';
import type { Token } from '../reading/tokens';
import { formatDate, overlaps, type Span, writeDate } from '../time/index';
import { accepted } from './accepted';
import { dateAgrees } from './date-agrees';
import type { Finding, Fix, TextEdit } from './finding';
import { lengthRepair } from './length-repair';
import { isLifeRange } from './life-range';
import { cellAt } from './life-records';
import { MENTIONED } from './mentioned';
import { judgeOfficeLengths, type OfficeLength } from './office-lengths';
import { isNarrowed, isOfNamedPlace } from './office-links';
import { POSTS } from './posts';
import type { Rule } from './rule';
import { slipEvidence, yearsApart } from './slip';
import { stepsOf } from './steps';
import { saidOf } from './yearless';

export const officeDates: Rule = {
  code: 'office-dates',
  severity: 'warning',
  summary:
    'Somebody is given an office, a post or a seat at a time when the chapter says otherwise, or for longer or shorter than the chapter says.',
  why: 'Power came with posts; when somebody held one decides what could be done with it.',
  repair: 'Your dates become those at which the office began and ended.',
  bad: [
    { text: 'Since ⟦1919⟧ Stalin had been General Secretary.', fixed: 'Since 1922 Stalin had been General Secretary.' },
    { text: 'In ⟦1920⟧ Stalin was General Secretary.', fixed: 'In 1922 Stalin was General Secretary.' },
    { text: 'Until ⟦1927⟧ Bukharin was editor of Pravda.', fixed: 'Until 1929 Bukharin was editor of Pravda.' },
    {
      text: 'Bazhanov was Stalin’s personal secretary from ⟦1921 to 1925⟧.',
      fixed: 'Bazhanov was Stalin’s personal secretary from 1923 to 1925.',
    },
    { text: 'Zinoviev sat in the Politburo until ⟦1929⟧.', fixed: 'Zinoviev sat in the Politburo until 1926.' },
    { text: 'Bazhanov: Stalin’s private secretary, ⟦1922–24⟧', fixed: 'Bazhanov: Stalin’s private secretary, 1923–25' },
    { text: '- Krupskaya, deputy Commissar for Education ⟦1924⟧' },
    { text: 'Krupskaya: born 1869, Lenin’s wife from ⟦1902⟧', fixed: 'Krupskaya: born 1869, Lenin’s wife from 1898' },
  ],
  good: [
    { text: 'Krupskaya: born 1869, Lenin’s wife from 1898' },
    { text: '| Post | Holder | From |\n|---|---|---|\n| General Secretary | Stalin | 1922 |' },
    { text: 'Lenin’s wife was still alive in 1938.', why: 'whose wife she was says who is meant' },
    { text: 'Since 1922 Stalin had been General Secretary.' },
    { text: 'Stalin was General Secretary in 1925.', why: 'within his time' },
    { text: 'Bukharin was still editor of Pravda in 1928.', why: 'within his time' },
    { text: 'Krupskaya was deputy Commissar for Education again from 1929.', why: 'an office held twice' },
    { text: 'In 1920 Stalin was not yet General Secretary.', why: 'a denial' },
    { text: 'Stalin could not have been General Secretary in 1920.', why: 'a denial' },
    { text: 'Was Stalin General Secretary in 1920?', why: 'a question' },
    { text: 'If Stalin had been General Secretary in 1917, he would have been noticed.', why: 'a supposition' },
    { text: 'The General Secretary was born in 1880.', why: 'the office only names him' },
    { text: 'The later General Secretary fought in the Civil War in 1920.', why: 'it says that the office came later' },
    { text: 'In 1985 Gorbachev became General Secretary.', why: 'a later holder' },
    { text: 'Molotov was prime minister from 1930.', why: 'an office that the chapter does not know' },
    { text: 'In 1919 Stalin, the future General Secretary, was a commissar.', why: 'it says that the office came later' },
  ],
  check: ({ reading, sentences, dates }) => {
    const missed = new Set(dates.filter(({ miss }) => miss).map(({ claim }) => claim));
    const lengths = judgeOfficeLengths(reading, sentences).map((verdict) => lengthFinding(verdict, reading));
    const times = sentences.flatMap((sentence) =>
      sentence.dates.flatMap((claim) => {
        if (
          claim.unasserted ||
          missed.has(claim) ||
          isLifeRange(claim, sentence, reading) ||
          /^(?:unknown|document)$/.test(claim.mention.date.provenance)
        )
          return [];
        // The date at a timeline line's head holds for the line's every clause, one of a step for its own.
        const clauses =
          sentence.timeline && !stepsOf(sentence).has(claim) ? sentence.clauses : sentence.clauses.slice(claim.clause, claim.clause + 1);
        const inCell = judgeCell(claim, sentence, reading);
        if (inCell) return [inCell];
        const asserted = clauses.filter((clause) => !clause.unasserted && !saysNoLonger(clause, sentence));
        return asserted.flatMap((clause) => judge(claim, clause, sentence, reading) ?? []).slice(0, 1);
      }),
    );
    return [...times, ...lengths];
  },
};

/** "was editor for twenty years", and was not. */
function lengthFinding({ amount, tenure, lasting }: OfficeLength, reading: Reading): Finding {
  return { ...findingOf(tenure), ...lengthRepair(amount, lasting, reading) };
}

/** What the chapter says of a time in office. */
function findingOf(tenure: Tenure): Omit<Finding, 'start' | 'end' | 'fixes'> {
  return {
    code: 'office-dates',
    severity: 'warning',
    ...tell('In the chapter {person} was {office} {period}.', {
      person: tenure.person.short,
      office: tenure.title,
      period: periodInWords(tenure),
    }),
    fact: { id: tenure.person.id, name: tenure.person.name, place: tenure.place },
  };
}

/** "By 1967 he was no longer chairman": that it was over, not that it went on. */
const saysNoLonger = ({ clause }: ClauseReading, { tokens }: SentenceReading): boolean =>
  clause.ranges.some(({ from, to }) =>
    tokens.slice(from, to).some(({ lower }, i) => lower === 'no' && /^(?:longer|more)$/.test(tokens[from + i + 1]?.lower ?? '')),
  );

/** Heads of columns that say when somebody came into an office, left it, or held it. */
const CAME = /^(?:from|since|start(?:ed)?|began|appointed|elected|took office|in office (?:from|since))$/i;
const LEFT = /^(?:to|until|till|end(?:ed)?|left|left office|in office (?:to|until))$/i;
const HELD = /^(?:terms?|terms? (?:of|in) office|in office|office|tenure|(?:years|time) in (?:office|power)|held|reign(?:ed)?|ruled)$/i;

/** A cell that is nothing but a date, under a head that says what of the office it is: the row says whose and which. */
function judgeCell(claim: DateClaim, sentence: SentenceReading, reading: Reading): Finding | null {
  const header = cellAt(claim.mention.start, sentence, reading)?.header.trim() ?? '';
  const relation = claim.rangeEnd ? (HELD.test(header) ? 'at' : null) : CAME.test(header) ? 'from' : LEFT.test(header) ? 'until' : null;
  const cell = sentence.clauses[claim.clause];
  if (relation === null || !cell || cell.frame.stems.size > 0 || cell.frame.offices.length > 0) return null;
  const people = new Set(sentence.entities.filter(({ kind }) => kind === 'person').map(({ facts }) => facts[0]!.id));
  const offices = sentence.entities.filter(({ kind }) => kind === 'office');
  if (people.size !== 1 || offices.length > 1) return null;
  const tenures = offices[0]
    ? (offices[0].offices ?? []).filter(({ person }) => people.has(person.id)).map(({ person, office }): Tenure => ({ ...office, person }))
    : heldByHeader(people, sentence, reading);
  return judgeTenures({ ...claim, relation }, tenures, reading);
}

/** "| Chancellor | from | until |" above rows of names: the head of their column says what they were. */
function heldByHeader(people: ReadonlySet<string>, { block }: SentenceReading, reading: Reading): Tenure[] {
  const title = reading.notes.blocks[block]!.cells?.[0]?.header.trim().toLowerCase().replace(/s$/, '') ?? '';
  return [...people].flatMap((id) => {
    const person = reading.knowledge.fact(id);
    if (person?.kind !== 'person') return [];
    return person.offices
      .filter((office) => [office.title, ...office.otherTitles].some((each) => each.toLowerCase() === title))
      .map((office): Tenure => ({ ...office, person }));
  });
}

function judge(claim: DateClaim, clause: ClauseReading, sentence: SentenceReading, reading: Reading): Finding | null {
  // "and a second time 1929–39": the same office again.
  const host = sentence.clauses[clause.clause.host];
  const { concepts, terms, offices, stems, strangers } = clause.frame;
  const bare =
    concepts.length + terms.length + offices.length + strangers === 0 &&
    clause.clause.verb < 0 &&
    [...stems].every((stem) => SPELLS.has(stem));
  const named = tenuresIn(clause, sentence, reading);
  const own = named.length > 0 ? named : heldByAnother(claim, clause, sentence, reading);
  const tenures = own.length === 0 && bare && host ? tenuresIn(host, sentence, reading) : ofNearest(claim, clause, own);
  if (tenures.length === 0) return saysBegun(claim, clause, sentence) ? judgeOpenBeginning(claim, clause.frame, sentence, reading) : null;
  if (offices.some(({ entity }) => /^(?:there|elsewhere)$/.test(sentence.tokens[entity.to]?.lower ?? ''))) return null;
  if (isOfAnotherPost(claim, tenures, clause, sentence)) return null;
  if ([...offices, ...terms].some(({ entity }) => isOfNamedPlace(sentence.tokens, entity))) return null;
  if (!saysHeld(claim, clause, sentence))
    return saysBegun(claim, clause, sentence) ? judgeBeginning(claim, clause.frame, own, sentence, reading) : null;
  // "again", "a second time": a holding that the pack may lack, unless it has more than one.
  if (tenures.length < 2 && saysAgain(clause.clause, sentence.tokens)) return null;
  return judgeTenures(claim, tenures, reading);
}

/** "Chancellor in December, and had been Defence Minister since June": said of the office right before the date, or else of the first behind it. */
function ofNearest({ token }: DateClaim, { frame }: ClauseReading, tenures: readonly Tenure[]): readonly Tenure[] {
  const { offices } = frame;
  const nearest = offices.findLast(({ entity }) => entity.to <= token) ?? offices[0];
  const titles = nearest?.entity.offices?.map(({ office }) => office.title);
  return !titles || tenures.some(({ title }) => titles.includes(title)) ? tenures : [];
}

/** Stems that add nothing to "and a second time". */
const SPELLS = new Set(['time', 'spell', 'term', 'stint', 'period']);

/** "head of government until June 1919, mayor of Kassel 1920–25": the words right before the date name something else than the office. */
function isOfAnotherPost(
  claim: DateClaim,
  tenures: readonly Tenure[],
  { clause, frame }: ClauseReading,
  { tokens, dates }: SentenceReading,
): boolean {
  const { token } = claim;
  const { from } = clause.ranges[0]!;
  if (isBehindOtherPost(token, tenures, frame, tokens, from)) return true;
  let comma = token - 1;
  while (comma > from && !/^[,;]$/.test(tokens[comma]!.text)) comma--;
  if (comma <= from) return false;
  const covered = (at: number) =>
    [...frame.offices, ...frame.terms, ...frame.people].some(({ entity }) => entity && entity.from <= at && at < entity.to);
  const own = tokens.slice(comma + 1, token);
  const isOther = own.some((word, index) => word.kind === 'word' && !STOPWORDS.has(word.lower) && !covered(comma + 1 + index));
  const hasVerb = own.some((word) => isVerbLike(word));
  const namesOffice = [...frame.offices, ...frame.terms].some(({ entity }) => entity.from > comma && entity.to <= token);
  // What stands before the comma must be done with: by a date of its own, or as one post in a list of them.
  const before = [...frame.offices, ...frame.terms].some(({ entity }) => entity.to <= comma) || dates.some((other) => other.token < comma);
  return before && isOther && !hasVerb && !namesOffice;
}

/** "minister of the interior from 1859 to 1860 and prime minister later": a post that is none of the chapter's stands before the date, and the office only behind it. */
function isBehindOtherPost(
  date: number,
  tenures: readonly Tenure[],
  { offices, terms, people }: Frame,
  tokens: readonly Token[],
  from: number,
): boolean {
  const covering = [...offices, ...terms, ...people].flatMap(({ entity }) => entity ?? []);
  if (offices.some(({ entity }) => entity.from < date)) return false;
  // An office that is named behind the date is not the post of the same noun before it.
  const titles = offices.length > 0 ? [] : tenures.map(({ title }) => title.toLowerCase());
  return tokens
    .slice(from, date)
    .some(
      ({ lower }, index) =>
        POSTS.test(lower) &&
        !titles.some((title) => title.includes(lower)) &&
        !covering.some((entity) => entity.from <= from + index && from + index < entity.to),
    );
}

function judgeTenures(claim: DateClaim, tenures: readonly Tenure[], reading: Reading): Finding | null {
  const wrong = tenures.map((tenure) => contradiction(claim, tenure, reading));
  if (wrong.some((found) => found === null)) return null;
  if (tenures.every((tenure) => isAnotherTime(claim, tenure))) return null;
  const [first] = wrong as { tenure: Tenure; edits: TextEdit[]; right: string }[];
  if (!first) return null;
  const { tenure } = first;
  const fixes: Fix[] = wrong
    .filter((found) => found !== null && found.edits.length > 0)
    .map((found, index) => ({
      title: `Change to ${found!.edits.map(({ newText }) => newText).join('–')}`,
      edits: found!.edits,
      preferred: index === 0 && wrong.length === 1,
    }));
  return { ...findingOf(tenure), start: claim.mention.start, end: claim.rangeEnd?.end ?? claim.mention.end, fixes };
}

function periodInWords({ from, to }: Tenure): Arg {
  if (from && to)
    return from.value.edtf === to.value.edtf
      ? say('in {date}', { date: { date: from.value } })
      : say('from {first} to {last}', { first: { date: from.value }, last: { date: to.value } });
  return from ? { from: from.value } : { until: to!.value };
}

/** Behind these stands one beside whom, or under whom, somebody else holds the office. */
const ANOTHERS = /^(?:under|with|without|against|to|from|like|unlike)$/;

/** The offices, relations and seats that the clause gives to its people. */
function tenuresIn({ frame, clause }: ClauseReading, { tokens }: SentenceReading, reading: Reading): Tenure[] {
  const people = new Set(
    frame.people
      // "His wife Lurleen was governor": the line's own person holds nothing where another is its subject.
      // "paid by the King from May": the office only says by whom.
      .filter(
        ({ role, entity, preposition }) =>
          role !== 'modifier' &&
          role !== 'object' &&
          !(role === 'topic' && clause.verb >= 0 && frame.strangers > 0) &&
          !(role === 'agent' && entity?.kind === 'office') &&
          // "head of the office under Ebert and Hindenburg": who stands above has another post, unless his title stands beside his name.
          // "between the two terms of Schacht": behind the office he only says when.
          !(role === 'oblique' && preposition === 'of' && frame.offices.some((office) => office.entity.to < (entity?.from ?? 0))) &&
          !(
            role === 'oblique' &&
            ANOTHERS.test(preposition) &&
            !frame.offices.some((office) => office.entity.to === entity?.from || office.entity.from === entity?.to)
          ),
      )
      .map((participant) => participant.ids[0]),
  );
  const tenures: Tenure[] = [];
  /** Whether the words stand where something is said of the person, not where they only name her. */
  const isSaidOf = (id: string, stems: ReadonlySet<string>) =>
    clause.verb < 0 ||
    frame.people.some(({ ids, entity, role }) => ids[0] === id && entity !== undefined && role !== 'modifier') ||
    tokens.slice(clause.verb, clause.ranges.at(-1)!.to).some(({ lower }) => stems.has(stemmer(lower)));
  for (const { entity } of frame.offices) {
    for (const { person, office } of entity.offices ?? []) {
      if (people.has(person.id) && (office.from || office.to)) tenures.push({ ...office, person });
    }
  }
  for (const match of matches(frame, reading.knowledge.facts, reading.knowledge.termKindOf)) {
    const { tenure } = match.fact;
    if (!tenure || (!tenure.from && !tenure.to) || !people.has(tenure.person.id) || match.peopleExtra.length > 0) continue;
    const relation = match.fact.wordings.find(({ people: both, frame: line }) => both.size === 2 && line?.offices.length === 0);
    // "Lenin's wife was alive": whom the relation names, the verb says something else of.
    if (relation && !isSaidOf(tenure.person.id, relation.headStems)) continue;
    // "Stalin's private secretary": the relation's own noun, and both whom it ties.
    const related = relation && match.peopleMissing.length === 0 && [...relation.headStems].some((stem) => frame.stems.has(stem));
    // Of "Nationalities Commissar" the nationalities alone are no title.
    const noun = [...match.wording.headStems].at(-1);
    const hasTitle =
      noun === undefined || (frame.stems.has(noun) && (relation !== undefined || !isOtherTitle(noun, match, clause, tokens)));
    if (namesIt(match, reading.knowledge) || (match.concept >= 0.5 && match.stemsAgree > 0 && hasTitle) || related) tenures.push(tenure);
  }
  for (const thing of frame.terms) {
    const term = reading.knowledge.fact(thing.ids[0] ?? '');
    if (term?.kind === 'term' && term.termKind === 'body') tenures.push(...seats(term, people, reading));
  }
  return tenures;
}

/** "He was editor until 1927", where "he" may be several: the one of them who held it, if nobody else of them did and the date is near. */
function heldByAnother({ mention }: DateClaim, clause: ClauseReading, sentence: SentenceReading, reading: Reading): Tenure[] {
  const { frame } = clause;
  if (frame.offices.length + frame.terms.length === 0 || frame.strangers > 0) return [];
  const subjects = frame.people.filter(({ role }) => role === 'subject');
  const [subject] = subjects;
  if (subjects.length !== 1 || !subject!.pronoun || subject!.ids.length < 2 || subject!.at < 0) return [];
  const held = subject!.ids
    .slice(1)
    .map((id) => tenuresIn({ ...clause, frame: { ...frame, people: [{ ...subject!, ids: [id] }] } }, sentence, reading))
    .filter((tenures) => tenures.length > 0);
  const isNear = ({ from, to }: Tenure) => [from, to].some((date) => date && yearsApart(date, mention.date.value!) <= NEAR_YEARS);
  return held.length === 1 && held[0]!.every(isNear) ? held[0]! : [];
}

/** "foreign minister", "minister of finance", where the chapter's title is "prime minister": of a kind of posts, another. */
function isOtherTitle(noun: string, { wording }: Match, { ranges }: Clause, tokens: readonly Token[]): boolean {
  const isOwn = (word: Token | undefined) =>
    word?.kind !== 'word' ||
    word.capitalised ||
    STOPWORDS.has(word.lower) ||
    word.lower === 'own' ||
    wording.headStems.has(stemmer(word.lower)) ||
    wording.stems.has(stemmer(word.lower));
  const places = ranges.flatMap(({ from, to }) =>
    tokens.slice(from, to).flatMap(({ lower }, i) => (stemmer(lower) === noun ? from + i : [])),
  );
  const isOther = (at: number) =>
    !isOwn(tokens[at - 1]) ||
    (/^(?:of|for)$/.test(tokens[at + 1]?.lower ?? '') && !isOwn(tokens[tokens[at + 2]?.lower === 'the' ? at + 3 : at + 2]));
  return places.length > 0 && places.every(isOther);
}

/** "a Bolshevik since 1903": the party alone, of which many are something, is not the office in it; an office and a newspaper are. */
function namesIt({ thingsAgree, concept, stemsAgree }: Match, { termKindOf }: Knowledge): boolean {
  return thingsAgree.some((id) => /^(?:office|publication)$/.test(termKindOf(id) ?? 'office') || concept >= 0.5 || stemsAgree > 0);
}

function seats(term: Term, people: ReadonlySet<string | undefined>, reading: Reading): Tenure[] {
  return term.members.flatMap((membership) => {
    const person = reading.knowledge.fact(membership.person);
    // When somebody's seat began is rarely told; only its end is judged.
    if (person?.kind !== 'person' || !people.has(person.id) || !membership.to) return [];
    return [{ person, title: `in the ${term.name}`, to: membership.to, place: term.place }];
  });
}

function saysAgain(clause: Clause, tokens: readonly Token[]): boolean {
  return clause.ranges.some(({ from, to }) =>
    tokens
      .slice(from, to)
      .some((token) =>
        /^(?:again|afterwards|later|second|twice|former|future|formerly|previously|before|earlier|once|also|re-?(?:elected|appointed))$/.test(
          token.lower,
        ),
      ),
  );
}

/** "since", "until" and ranges say how long; a bare date says so only beside "was", "served", "worked". */
function saysHeld(claim: DateClaim, { frame, clause }: ClauseReading, { tokens }: SentenceReading): boolean {
  if (claim.rangeEnd && clause.opening === 'cell' && frame.offices.length === 0 && frame.terms.length === 0 && frame.stems.size === 0)
    return false;
  const titled = isTitled(claim, frame, tokens);
  const lasts = claim.rangeEnd || claim.relation === 'since' || claim.relation === 'from' || claim.relation === 'until';
  // "Ebert, President since 1919, died": the title says of itself how long.
  if (titled && lasts) return true;
  if (isOnlyNamed(clause, frame, tokens)) return false;
  // "born 1869, X's wife from 1898": what the clause before tells is not said of this date.
  const isOwn = (token: number) => clause.ranges.some(({ from, to }) => from <= token && token < to);
  if (lasts) return !frame.concepts.some(({ concept, from }) => (concept === 'die' || concept === 'born') && isOwn(from));
  const verb = tokens[clause.verb]?.lower ?? '';
  if (titled && (clause.verb < 0 ? frame.concepts.length === 0 : isInCapacity(frame, tokens))) return true;
  return (
    clause.verb >= 0 &&
    (BE.has(verb) || frame.concepts.some(({ concept, from }) => concept === 'serve' && from === clause.verb)) &&
    frame.concepts.every(({ concept }) => concept === 'serve' || concept === 'lead')
  );
}

/** "became Minister of Justice in 1792", "was appointed mayor", "took over the party": the clause's verb says that an office began. */
function saysBegun(claim: DateClaim, { frame, clause }: ClauseReading, { tokens }: SentenceReading): boolean {
  // A year that other sentences lend is none to judge by.
  const isSure = claim.mention.date.provenance === 'explicit';
  if (claim.relation !== 'at' || claim.rangeEnd || clause.verb < 0 || !isSure || saysAgain(clause, tokens)) return false;
  const begins = frame.concepts.find(
    ({ concept, part, from }) =>
      BEGINNING.has(concept) &&
      part !== 'noun' &&
      from >= clause.verb &&
      tokens.slice(clause.verb, from).every((token) => isVerbLike(token)),
  );
  // "was nominated" is a day of its own.
  return begins !== undefined && (begins.undergone || frame.passive) && !/^(?:nominat|promot|propos|nam)/.test(tokens[begins.from]!.lower);
}

const BEGINNING = new Set<ConceptName>(['appoint', 'elect', 'takeOffice']);

/** Election and taking office may lie so many days apart. */
const BETWEEN = 130;
/** Further than this, in years, a date is no slip. */
const NEAR_YEARS = 3;

/** The one who came into the office did so long before or after; where another fact of that time may be meant, silence. */
function judgeBeginning(
  claim: DateClaim,
  frame: Frame,
  tenures: readonly Tenure[],
  sentence: SentenceReading,
  reading: Reading,
): Finding | null {
  const { tokens, dates } = sentence;
  const subjects = frame.people.filter(({ role }) => role === 'subject' || role === 'topic');
  const [subject] = subjects;
  if (subjects.length !== 1 || subject!.ids.length !== 1 || frame.strangers > 0) return null;
  if (subject!.pronoun && !subject!.entity && isAfterStranger(sentence, reading)) return null;
  const id = subject!.ids[0]!;
  if (frame.offices.some(({ entity }) => isNarrowed(tokens, entity))) return null;
  const led = tokens.some(({ lower }, at) => lower === 'over' && /^(?:take|takes|took|taken)$/.test(tokens[at - 1]?.lower ?? ''));
  const nearest = frame.offices.findLast(({ entity }) => entity.to <= claim.token) ?? frame.offices[0];
  // "Commissar in 1917 and head of the Inspectorate in 1919": the first date is the office's.
  if (nearest && dates.some(({ token }) => token >= nearest.entity.to && token < claim.token)) return null;
  const named = nearest?.entity.offices?.map(({ office }) => office.title) ?? [];
  const begun = tenures.filter(({ person, title, from }) => person.id === id && from && (led || named.includes(title)));
  const isFar = ({ from }: Tenure) => isFarFrom(from!, claim);
  // Many years off, it may be a time that the chapter leaves out.
  const isNear = begun.some(({ from }) => yearsApart(from!, claim.mention.date.value!) <= NEAR_YEARS);
  if (!isNear || !begun.every(isFar)) return null;
  const isDay = claim.mention.date.value?.precision === 'day';
  const isOther = matches(frame, reading.knowledge.facts, reading.knowledge.termKindOf).some(
    ({ fact, concept, named: isNamed, peopleAgree }) =>
      fact.date &&
      dateAgrees(fact.date, claim.spans) &&
      (concept >= 0.5 || isNamed) &&
      (isDay || peopleAgree.some(({ ids }) => ids[0] === id)),
  );
  return isOther ? null : judgeTenures({ ...claim, relation: 'from' }, begun, reading);
}

/** "The King had told her nothing until 1788": the office only says who, and the verb something else of him. */
function isOnlyNamed({ verb }: Clause, { offices, concepts }: Frame, tokens: readonly Token[]): boolean {
  if (verb < 0 || offices.length === 0 || offices.some(({ entity }) => entity.to > verb)) return false;
  let main = verb;
  while (AUXILIARIES.has(tokens[main]!.lower) && tokens[main + 1] && isVerbLike(tokens[main + 1]!)) main++;
  return !AUXILIARIES.has(tokens[main]!.lower) && !concepts.some(({ concept, from }) => from === main && IN_OFFICE.has(concept));
}

const IN_OFFICE = new Set<ConceptName>([
  'serve',
  'lead',
  'rule',
  'retain',
  'remove',
  'resign',
  'overthrow',
  'appoint',
  'elect',
  'takeOffice',
]);

/** "In June 1962 he became chairman": of a pronoun that is read as somebody who never was, the one holder whom the text names and whose day is one slip away. */
function judgeOpenBeginning(claim: DateClaim, frame: Frame, sentence: SentenceReading, reading: Reading): Finding | null {
  const { tokens } = sentence;
  const subjects = frame.people.filter(({ role }) => role === 'subject');
  const pronoun = subjects.length === 1 && subjects[0]!.pronoun && !subjects[0]!.entity ? tokens[subjects[0]!.at]?.lower : undefined;
  const [office] = frame.offices;
  if (!/^s?he$/.test(pronoun ?? '') || frame.offices.length !== 1 || isNarrowed(tokens, office!.entity)) return null;
  if (sentence.frame.strangers > 0 || isAfterStranger(sentence, reading)) return null;
  const held = (office!.entity.offices ?? []).filter(
    ({ person }) => isMale(person) === (pronoun === 'he') && reading.ask(MENTIONED, person.id) === true,
  );
  const value = claim.mention.date.value!;
  if (held.some(({ office: { from } }) => !from || !isFarFrom(from, claim))) return null;
  const slips = held.filter(({ office: { from } }) => slipEvidence(from!, value) >= 2);
  const [slip] = slips;
  return slips.length === 1 && slip
    ? judgeTenures({ ...claim, relation: 'from' }, [{ ...slip.office, person: slip.person }], reading)
    : null;
}

/** Whether a pronoun may mean somebody whom the chapter does not have, of whom the sentence before has told. */
function isAfterStranger(sentence: SentenceReading, reading: Reading): boolean {
  const [before] = sentencesBeforeInBlock(sentence, reading);
  return before !== undefined && before.frame.strangers > 0;
}

const isFarFrom = (from: FactDate, { spans }: DateClaim) =>
  accepted(from).every((span) => spans.every(({ first, last }) => first - span.last > BETWEEN || span.first - last > BETWEEN));

/** "Minister of Justice 1792", "mayor of Paris in 1790": the date stands right behind the title. */
function isTitled(claim: DateClaim, frame: Frame, tokens: readonly Token[]): boolean {
  return frame.offices.some(
    ({ entity }) =>
      entity.to <= claim.token &&
      claim.token - entity.to <= 1 &&
      tokens.slice(entity.to, claim.token).every(({ lower }) => /^(?:in|since|from|until|till|,|\(|:)$/.test(lower)),
  );
}

/** "As Minister of Justice in 1790 …" */
function isInCapacity({ offices }: Frame, tokens: readonly Token[]): boolean {
  return offices.some(({ entity }) => tokens[entity.from - 1]?.lower === 'as');
}

/** Null where the claim fits the tenure. */
function contradiction(claim: DateClaim, tenure: Tenure, reading: Reading): { tenure: Tenure; edits: TextEdit[]; right: string } | null {
  const { mention, rangeEnd, relation } = claim;
  const start = tenure.from && accepted(tenure.from);
  const end = tenure.to && accepted(tenure.to);
  const claimed = mention.date.value!.spans;
  const heldAgainst = (date: FactDate) => saidOf(claim, date, reading).value.spans;
  if (rangeEnd) {
    const claimedEnd = rangeEnd.date.value?.spans ?? [];
    const startOff = start !== undefined && !meets(start, claimed);
    const endOff = end !== undefined && !meets(end, claimedEnd);
    if (!startOff && !endOff) return null;
    if (inside(claimed, start, end) && inside(claimedEnd, start, end)) return null;
    const edits: TextEdit[] = [];
    if (startOff) edits.push(...rewrite(mention, tenure.from!));
    if (endOff) edits.push(...rewrite(rangeEnd, tenure.to!));
    return {
      tenure,
      edits,
      right: [tenure.from && formatDate(tenure.from.value), tenure.to && formatDate(tenure.to.value)].filter(Boolean).join('–'),
    };
  }
  if (relation === 'since' || relation === 'from') {
    if (!start || meets(start, heldAgainst(tenure.from!))) return null;
    return { tenure, edits: rewrite(mention, tenure.from!), right: formatDate(tenure.from!.value) };
  }
  if (relation === 'until') {
    if (!end || meets(end, heldAgainst(tenure.to!))) return null;
    return { tenure, edits: rewrite(mention, tenure.to!), right: formatDate(tenure.to!.value) };
  }
  if (!start || inside(claimed, start, end)) return null;
  return { tenure, edits: rewrite(mention, tenure.from!), right: formatDate(tenure.from!.value) };
}

/** Wrong at both ends and years away from them, it is a time in office that the chapter leaves out. */
function isAnotherTime({ mention, rangeEnd }: DateClaim, { from, to }: Tenure): boolean {
  const isApart = (date: FactDate | undefined, value: DateClaim['mention']['date']['value'] | undefined) =>
    date !== undefined && value != null && yearsApart(date, value) > NEAR_YEARS;
  return isApart(from, mention.date.value) && isApart(to, rangeEnd?.date.value);
}

const meets = (a: readonly Span[], b: readonly Span[]) => a.some((x) => b.some((y) => overlaps(x, y)));

function inside(claimed: readonly Span[], start: readonly Span[] | undefined, end: readonly Span[] | undefined): boolean {
  const first = start ? Math.min(...start.map((span) => span.first)) : Number.NEGATIVE_INFINITY;
  const last = end ? Math.max(...end.map((span) => span.last)) : Number.POSITIVE_INFINITY;
  return claimed.some((span) => span.last >= first && span.first <= last);
}

function rewrite(mention: DateClaim['mention'], date: FactDate): TextEdit[] {
  const newText = writeDate(date.value, mention.date.form);
  return newText === null ? [] : [{ start: mention.start, end: mention.end, newText }];
}
