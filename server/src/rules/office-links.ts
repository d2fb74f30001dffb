/** Where a sentence ties a name to an office: "X was Chancellor", "the Chancellor, X,", "Chancellor: X", a row of a table. */
import type { Office } from '../chapter/model';
import type { Entity } from '../reading/entities';
import { BE, DETERMINERS } from '../reading/lexicon/words';
import type { ClauseReading, Knowledge, Reading, SentenceReading } from '../reading/model';
import { once } from '../reading/once';
import type { Token } from '../reading/tokens';
import { leaderLinks } from './leader-links';
import type { Holding, NamedOffice } from './named-office';
import { nicknameLinks } from './nickname-links';

export interface OfficeLink {
  readonly person: Entity;
  readonly office: Entity;
  readonly holdings: readonly Holding[];
  /** The clause that names the office. */
  readonly clause: ClauseReading;
  /** "the former Chancellor": at no time that the sentence gives. */
  readonly past: boolean;
  /** "Chancellor X": the title can stay with him when the office has gone. */
  readonly title: boolean;
  /** "the Chancellor, X,": only added to what the clause says, and true whatever it denies. */
  readonly added: boolean;
  /** Judged only where the sentence says when. */
  readonly needsTime: boolean;
}

export function officeLinks(sentence: SentenceReading, reading: Reading): OfficeLink[] {
  const people = sentence.entities.filter((entity) => entity.kind === 'person' && entity.how !== 'misspelling');
  const offices = officesOf(sentence, reading);
  if (people.length === 0) return [];
  const cells = reading.notes.blocks[sentence.block]!.cells;
  const cellOf = (token: number) => {
    const at = reading.notes.blocks[sentence.block]!.start + sentence.tokens[token]!.start;
    return cells?.findIndex((cell) => at >= cell.start && at < cell.end) ?? 0;
  };
  const led = underName(sentence, people, reading);
  const inRow = cells ? rowLink(sentence, people, offices, cells, cellOf) : null;
  const headed = leaderLinks(sentence, reading).flatMap(({ group, term, person }) => {
    const holdings = commandsOf(term.id, reading);
    // A party has had other heads than the chapter's.
    return holdings.length > 0 ? [{ person, office: { entity: group, holdings }, needsTime: term.termKind === 'party' }] : [];
  });
  const found: { readonly person: Entity; readonly office: NamedOffice; readonly needsTime?: boolean }[] = [
    ...led,
    ...headed,
    ...(inRow ? [inRow] : []),
  ];
  const called = nicknameLinks(sentence, people, offices);
  found.push(...called);
  for (const office of offices) {
    for (const person of people) {
      if (person.possessive || cellOf(person.from) !== cellOf(office.entity.from)) continue;
      const tied =
        person.to <= office.entity.from
          ? nameBeforeOffice(sentence, person, office.entity, people, offices)
          : officeBeforeName(sentence, person, office.entity, people);
      if (tied && !isNarrowed(sentence.tokens, office.entity)) found.push({ person, office });
    }
  }
  return found.flatMap(({ person, office, needsTime = false }) => {
    // The office of "its leader" may stand in the sentence before: then the name's clause says it.
    const at = office.entity.from >= sentence.from && office.entity.from < sentence.to ? office.entity.from : person.from;
    const clause = sentence.clauses.find(({ clause: { ranges } }) => ranges.some((range) => at >= range.from && at < range.to));
    if (!clause) return [];
    const past = PAST.test(sentence.tokens[office.entity.from - 1]?.lower ?? '') || called.some((each) => each.office === office);
    return [
      {
        person,
        office: office.entity,
        holdings: office.holdings,
        clause,
        past,
        title: person.from === office.entity.to,
        added: isAdded(sentence.tokens, person, office.entity) || inCapacity(sentence.tokens, sentence.from, office.entity, person),
        needsTime: needsTime || sentence.tokens[person.from - 1]?.lower === 'under',
      },
    ];
  });
}

/** The one office of which the clause asks who held it: "Who was Chancellor?". */
export function officeAsked({ clause }: ClauseReading, question: SentenceReading, reading: Reading): NamedOffice | null {
  const { tokens } = question;
  const offices = officesOf(question, reading);
  const [office] = offices;
  if (offices.length !== 1 || !office || clause.verb < 0 || office.entity.from < clause.verb) return null;
  const verb = tokens[clause.verb]!.lower;
  const said = BE.has(verb) || LINK_VERB.test(verb) || /^(?:served|acted|held)$/.test(verb);
  const between = tokens.slice(clause.verb + 1, office.entity.from);
  const plain = between.every(({ lower }) => FILLER.test(lower) || /^(?:post|office|job|position|made|appointed|elected)$/.test(lower));
  return said && plain && !isNarrowed(tokens, office.entity) ? office : null;
}

/** The offices that the sentence names, by title or as terms that are one. */
export function officesOf({ entities }: SentenceReading, reading: Reading): NamedOffice[] {
  return entities.flatMap((entity): NamedOffice[] => {
    if (entity.kind === 'office') return entity.offices ? [{ entity, holdings: entity.offices }] : [];
    const fact = entity.facts[0];
    if (fact?.kind !== 'term' || fact.termKind !== 'office') return [];
    return [{ entity, holdings: holdingsOf(reading.knowledge).byTitle.get(fact.name.toLowerCase()) ?? [] }];
  });
}

/** Titles of those under whom a body stands. */
const COMMANDS =
  /^(?:commander|head|leader|chief|captain|general|chairman|chair|president|director|national director|executive secretary)\b/i;

/** Who stood at the head of a body, by their titles: every "leader", "head", "chairman" of it. */
function commandsOf(body: string, reading: Reading): Holding[] {
  return holdingsOf(reading.knowledge).commands.filter(({ office }) => office.of === body || namesBody(office, body, reading));
}

/** All offices of the chapters with who held them, found once. */
interface Holdings {
  /** By the title in small letters. */
  readonly byTitle: ReadonlyMap<string, readonly Holding[]>;
  readonly commands: readonly Holding[];
}

const known = new WeakMap<Knowledge, Holdings>();

function holdingsOf(knowledge: Knowledge): Holdings {
  return once(known, knowledge, () => {
    const all = knowledge.chapters.flatMap(({ people }) =>
      people.flatMap((person) => person.offices.map((office) => ({ person, office }))),
    );
    const byTitle = new Map<string, Holding[]>();
    for (const holding of all) once(byTitle, holding.office.title.toLowerCase(), () => []).push(holding);
    return { byTitle, commands: all.filter(({ office }) => COMMANDS.test(office.title)) };
  });
}

/** "leader of the Nation of Islam": the title has the body's name in it. */
function namesBody({ title }: Office, body: string, reading: Reading): boolean {
  const fact = reading.knowledge.fact(body);
  const of = title
    .toLowerCase()
    .split(/ of (?:the )?/)
    .slice(1)
    .join(' of ');
  return of !== '' && fact !== undefined && [fact.name, ...fact.names].some((name) => name.toLowerCase().replace(/^the /, '') === of);
}

/** "the National Guard under X": the office of one who commands it. */
function underName(
  { tokens, entities }: SentenceReading,
  people: readonly Entity[],
  reading: Reading,
): { person: Entity; office: NamedOffice }[] {
  return people.flatMap((person) => {
    if (tokens[person.from - 1]?.lower !== 'under' || person.possessive) return [];
    const body = entities.find((entity) => entity.kind === 'term' && entity.to === person.from - 1);
    const id = body?.facts[0]?.id;
    if (!body || id === undefined || body.facts.length !== 1) return [];
    const holdings = commandsOf(id, reading);
    // Only within known years: before and after others led it.
    return holdings.length > 0 && holdings.every(({ office }) => office.from && office.to)
      ? [{ person, office: { entity: body, holdings } }]
      : [];
  });
}

const PAST = /^(?:former|ex|late|once|onetime|erstwhile|previous|old)$/;
/** Before a title they make it another office, or somebody who does not hold it. */
const OTHER = /^(?:deputy|vice|acting|future|shadow|honorary|assistant|next|would-be|under|junior|second|co|provisional|designated)$/;

/** "deputy mayor", "French Foreign Minister", "Chancellor of the Exchequer". */
export function isNarrowed(tokens: readonly Token[], office: Entity): boolean {
  const before = tokens[office.from - 1];
  const adjacent = before?.kind === 'word' && tokens[office.from]!.start - before.end <= 1;
  if (adjacent && OTHER.test(before.lower)) return true;
  if (adjacent && before.capitalised && !DETERMINERS.has(before.lower) && !PREPOSITION.test(before.lower) && !BE.has(before.lower)) {
    // "Hitler Chancellor", "Then Chancellor": a capital that begins the sentence tells nothing.
    const opens = tokens[office.from - 2] === undefined || tokens[office.from - 2]!.text === '.';
    if (!opens || /(?:an|ish|ese|ic|ch)$/.test(before.lower)) return true;
  }
  const next = tokens[office.to];
  return (
    (next?.lower === 'of' || next?.lower === 'in' || next?.lower === 'for') &&
    !/^\d/.test(tokens[office.to + 1]?.text ?? '') &&
    !isTime(tokens, office.to + 1)
  );
}

/** "First Secretary in Kazan", "president of the Vienna Academy": a title of that place or body, which is not named so in the chapter. */
export function isOfNamedPlace(tokens: readonly Token[], office: Entity): boolean {
  if (!/^(?:in|of|for)$/.test(tokens[office.to]?.lower ?? '')) return false;
  const name = tokens[office.to + 1]?.lower === 'the' ? tokens[office.to + 2] : tokens[office.to + 1];
  return name?.kind === 'word' && name.capitalised && !name.possessive && !MONTH.test(name.lower);
}

const PREPOSITION = /^(?:as|by|from|to|of|with|under|for|in|on|at|and|or|but)$/;
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|early|late|mid)$/;
const isTime = (tokens: readonly Token[], at: number) => {
  const word = tokens[at]?.lower === 'the' ? tokens[at + 1] : tokens[at];
  return word !== undefined && (word.kind === 'number' || MONTH.test(word.lower));
};

function isAdded(tokens: readonly Token[], person: Entity, office: Entity): boolean {
  const [first, second] = person.from < office.from ? [person, office] : [office, person];
  return tokens.slice(first.to, second.from).every((token) => token.text === ',' || APPOSED.test(token.lower));
}

const LINK_VERB = /^(?:became|become|becomes|remained|remains)$/;
const FILLER = /^(?:the|a|an|as|then|now|still|already|new|its|their|his|her|of|party's|by|this|time|own|country's|current|young|old)$/;
const APPOSED = /^(?:the|a|its|their|his|her|then|now|new|once|former|party's|own|current|late|old|and)$/;

function nameBeforeOffice(
  sentence: SentenceReading,
  person: Entity,
  office: Entity,
  people: readonly Entity[],
  offices: readonly NamedOffice[],
): boolean {
  const { tokens, from, clauses } = sentence;
  if (isAmongLabelled(sentence, person, office, people)) return true;
  const between = tokens.slice(person.to, office.from);
  const words = between.map((token) => token.lower);
  if (between.length > 7) return false;
  const verb = between.findIndex((token) => BE.has(token.lower) || LINK_VERB.test(token.lower) || /^(?:served|acted)$/.test(token.lower));
  const isClauseVerb = clauses.some(({ clause }) => clause.verb === person.to + verb);
  // "X was Chancellor", "X, who became Chancellor".
  if (verb >= 0 && isClauseVerb) {
    if (isListed(tokens, person, people)) return false;
    return words.every((word, index) => index === verb || FILLER.test(word) || word === ',' || (word === 'who' && index <= 1));
  }
  const closed = closes(tokens, office.to, people) || isPaired(tokens, office.to, people, offices);
  // "X, the Chancellor, said"
  if (words[0] === ',' && words.slice(1).every((word) => APPOSED.test(word) && word !== 'and'))
    return closed && !endsList(tokens, person, people);
  // "with X as Chancellor", "X, as Chancellor,"
  if (words.includes('as') && words.every((word) => word === 'as' || word === ',' || APPOSED.test(word)))
    return tokens[person.from - 1]?.lower === 'with' || (words[0] === ',' && tokens[office.to]?.text === ',');
  // "X (Chancellor)"
  if (words.length === 1 && words[0] === '(') return closed;
  // "X: Chancellor", "X – Chancellor" at the head of a line
  return (
    words.length >= 1 &&
    between.every((token) => LABEL.test(token.text)) &&
    tokens.slice(from, person.from).every((token) => token.kind === 'punctuation') &&
    closed &&
    people.length === 1
  );
}

const LABEL = /^[:=–—|-]$/;
/** What a label says of somebody goes on for no more tokens than this. */
const LONGEST_ENTRY = 40;

/** "X (1883–1936) – a doctor's son; head of the guild": one of the things that a line says of whom it opens with. */
function isAmongLabelled({ tokens, from, clauses }: SentenceReading, person: Entity, office: Entity, people: readonly Entity[]): boolean {
  if (office.from - person.to > LONGEST_ENTRY || tokens.slice(from, person.from).some(({ kind }) => kind !== 'punctuation')) return false;
  let label = person.to;
  if (tokens[label]?.text === '(') label = tokens.findIndex(({ text }, at) => at > label && text === ')') + 1;
  if (label <= 0 || !LABEL.test(tokens[label]?.text ?? '')) return false;
  const opens = tokens.slice(0, office.from).findLastIndex(({ kind }) => kind === 'punctuation');
  const fragment = tokens.slice(opens + 1, office.from);
  return (
    opens > label &&
    /^[,;]$/.test(tokens[opens]!.text) &&
    fragment.every(({ lower }) => APPOSED.test(lower) && lower !== 'and') &&
    closes(tokens, office.to, people) &&
    people.every((other) => other === person || other.possessive || other.from > office.to) &&
    clauses.every(({ clause: { verb } }) => verb < 0 || verb > office.to)
  );
}

function officeBeforeName(
  { tokens, from, to, clauses, dates }: SentenceReading,
  person: Entity,
  office: Entity,
  people: readonly Entity[],
): boolean {
  const between = tokens.slice(office.to, person.from);
  const words = between.map((token) => token.lower);
  if (between.length > 9) return false;
  const closed = closes(tokens, person.to, people);
  const before = tokens[office.from - 1];
  if ((words.length === 0 || (words.length === 1 && words[0] === ',')) && inCapacity(tokens, from, office, person)) return true;
  // "Chancellor X": a title right before the name.
  if (words.length === 0)
    return (
      before?.lower !== 'the' && !/^(?:as|for|to|a|an|of)$/.test(before?.lower ?? '') && !people.some((other) => other.to === office.from)
    );
  const timed = (index: number) => dates.some(({ token, mention }) => isWithin(tokens, office.to + index, token, mention));
  const verb = between.findIndex((token) => BE.has(token.lower) || /^(?:became|remained)$/.test(token.lower));
  // "The Chancellor was X", "The Chancellor since 1928 was X"
  if (verb >= 0 && clauses.some(({ clause }) => clause.verb === office.to + verb))
    return (
      !isListed(tokens, person, people) &&
      words.every(
        (word, index) =>
          index === verb || FILLER.test(word) || word === ',' || (index < verb && (timed(index) || /^(?:since|from|in|until)$/.test(word))),
      )
    );
  // "the Chancellor, X, said"; but in "For the Chancellor, X was" another clause begins.
  if (words.length === 1 && words[0] === ',')
    return (
      closed &&
      tokens[person.to] !== undefined &&
      /^(?:the|its|their|his|her|new|then|young|old|party's)$/.test(before?.lower ?? '') &&
      !opensWithPreposition(tokens, from, office.from) &&
      !endsList(tokens, office, people)
    );
  if (words.length === 1 && words[0] === '(') return tokens[person.to]?.text === ')';
  // "Chancellor: X", "Chancellor (1932) – X" at the head of a line
  const dated = (index: number) => dates.some((claim) => index >= claim.token && index < claim.token + 6);
  return (
    people.length === 1 &&
    between.some((token) => LABEL.test(token.text)) &&
    between.every(
      (token, index) => LABEL.test(token.text) || /^[()]$/.test(token.text) || token.kind === 'number' || dated(office.to + index),
    ) &&
    tokens.slice(from, office.from).every((token) => token.kind === 'punctuation' || token.lower === 'the') &&
    (closed || person.to >= to)
  );
}

/** Whether the token belongs to a date that begins at `first`. */
function isWithin(
  tokens: readonly Token[],
  index: number,
  first: number,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  return index >= first && tokens[index]!.start < tokens[first]!.start + (end - start);
}

/** "As Chancellor X could": in what capacity the one behind it acts. */
function inCapacity(tokens: readonly Token[], from: number, office: Entity, person: Entity): boolean {
  const at = office.from - (DETERMINERS.has(tokens[office.from - 1]?.lower ?? '') || tokens[office.from - 1]?.lower === 'the' ? 2 : 1);
  const opens = at === from || /^(?:[,;:(]|but|and)$/.test(tokens[at - 1]?.lower ?? '');
  const next = tokens[person.to];
  // "As the Chancellor, X thought, was old": X is only he who thinks it.
  if (tokens[office.to]?.text === ',' && tokens[person.to + 1]?.text === ',') return false;
  return opens && tokens[at]?.lower === 'as' && !person.possessive && next?.kind === 'word' && !next.capitalised && next.lower !== 'and';
}

/** "After talks with the Chancellor, X resigned". */
function opensWithPreposition(tokens: readonly Token[], from: number, office: number): boolean {
  for (let i = office - 1; i >= Math.max(from, office - 8); i--) {
    if (tokens[i]!.kind === 'punctuation') return false;
    if (i === from || tokens[i - 1]?.kind === 'punctuation')
      return (
        /^(?:for|to|against|with|under|as|after|before|unlike|like|by|despite|from|of|without|at|in|on)$/.test(tokens[i]!.lower) &&
        !isTime(tokens, i + 1)
      );
  }
  return false;
}

/** A name that another is listed with: "X and Y were". */
function isListed(tokens: readonly Token[], person: Entity, people: readonly Entity[]): boolean {
  const before = tokens[person.from - 1];
  const after = tokens[person.to];
  return (
    (before !== undefined && /^(?:and|or|nor|not)$/.test(before.lower)) ||
    (after !== undefined && /^(?:and|or|nor)$/.test(after.lower)) ||
    endsList(tokens, person, people)
  );
}

/** "A, B, the Chancellor": one more in a list. */
function endsList(tokens: readonly Token[], entity: Entity, people: readonly Entity[]): boolean {
  let at = entity.from - 1;
  while (at >= 0 && APPOSED.test(tokens[at]!.lower) && tokens[at]!.lower !== 'and') at--;
  return tokens[at]?.text === ',' && people.some((other) => other.to === at);
}

/** Whether the phrase ends here: at punctuation that no further name follows, or at a time. */
function closes(tokens: readonly Token[], at: number, people: readonly Entity[]): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  if (token.kind === 'word') return /^(?:from|since|until|till|in|between)$/.test(token.lower) && isTime(tokens, at + 1);
  if (token.kind === 'number') return true;
  if (token.text !== ',') return /^[.;:)\]!?(–—]$/.test(token.text);
  const next = tokens[at + 1];
  return !(next && (/^(?:and|or|then|later)$/.test(next.lower) || people.some((other) => other.from === at + 1)));
}

/** "X, the Chancellor, and Y, the mayor": behind it stands another with an office of his own. */
function isPaired(tokens: readonly Token[], at: number, people: readonly Entity[], offices: readonly NamedOffice[]): boolean {
  const start = tokens[at]?.text === ',' ? at + 1 : at;
  const next = /^(?:and|or)$/.test(tokens[start]?.lower ?? '') ? start + 1 : start;
  const person = next > at ? people.find(({ from }) => from === next) : undefined;
  if (!person || tokens[person.to]?.text !== ',') return false;
  const title = DETERMINERS.has(tokens[person.to + 1]?.lower ?? '') ? person.to + 2 : person.to + 1;
  return offices.some(({ entity }) => entity.from === title);
}

const OTHER_COLUMN = /rival|predecess|success|appoint|oppon|enem|author|histor|source|before|after|replac|versus|against/i;

/** A row of a table: one cell is a name alone, another opens with an office. */
function rowLink(
  { tokens, from, to, dates }: SentenceReading,
  people: readonly Entity[],
  offices: readonly NamedOffice[],
  cells: readonly { readonly header: string }[],
  cellOf: (token: number) => number,
): { person: Entity; office: NamedOffice } | null {
  const alone = (entity: Entity) => {
    const cell = cellOf(entity.from);
    for (let i = from; i < to; i++)
      if ((i < entity.from || i >= entity.to) && tokens[i]!.kind !== 'punctuation' && cellOf(i) === cell) return false;
    return !OTHER_COLUMN.test(cells[cell]?.header ?? '');
  };
  const named = people.filter(alone);
  const titled = offices.filter(({ entity }) => {
    const cell = cellOf(entity.from);
    for (let i = from; i < entity.from; i++)
      if (cellOf(i) === cell && tokens[i]!.kind !== 'punctuation' && tokens[i]!.lower !== 'the') return false;
    const next = entity.to < to && cellOf(entity.to) === cell ? tokens[entity.to]! : undefined;
    const ends =
      next === undefined ||
      next.kind !== 'word' ||
      (/^(?:from|since|until|till|in)$/.test(next.lower) && isTime(tokens, entity.to + 1)) ||
      dates.some((claim) => claim.token === entity.to);
    return ends && !OTHER_COLUMN.test(cells[cell]?.header ?? '');
  });
  const [person] = named;
  const [office] = titled;
  return named.length === 1 && titled.length === 1 && person && office && cellOf(person.from) !== cellOf(office.entity.from)
    ? { person, office }
    : null;
}
