/** A sentence as clauses. Shallow on purpose: punctuation, closed-class words and verb forms; no grammar of the whole sentence. */
import { lexiconVerbs } from './lexicon/index';
import { verbForms } from './lexicon/inflect';
import { AUXILIARIES, BE, COORDINATORS, PREPOSITIONS, RELATIVES, SUBORDINATORS } from './lexicon/words';
import { cardinal } from './number-words';
import type { Token } from './tokens';

export type ClauseOpening = 'main' | 'cell' | 'coordinate' | 'subordinate' | 'relative' | 'aside';

export interface Clause {
  /** Token index ranges, `to` exclusive; more than one where another clause interrupts this one. */
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
  readonly opening: ClauseOpening;
  /** The word that opens it ("when", "who", "and"), lower case; empty for the first. */
  readonly opener: string;
  /** Index of the clause that it depends on or follows, -1 for the first. */
  readonly host: number;
  /** Token index of its first verb, -1 where it has none. */
  readonly verb: number;
}

const COMMON_VERBS =
  'accept achieve act add aim allow answer appeal apply ask attend avoid base bear begin believe bring call carry cause change choose claim come consider continue control cover create cry cut deal decide declare defend demand deny depend describe die do draw drive enter exist expect explain face fail fall feel fight find follow force forget gain get give go grow happen have hear help hold hope imagine increase keep know last lead learn leave let like live look lose make mean meet move need offer owe own pass pay persuade place plan play point prevent produce prove pull push put raise reach read realise refuse remain remember report rest return rise rule run save say see seem sell send serve set show shut sit speak spend stand start stay stop suffer suggest support take talk tell think threaten throw treat try turn understand use wait want watch win wish work worry write';

/** Past forms that no ending gives away, of verbs that tell no history by themselves: "he rode home in 1549". */
const IRREGULAR_PASTS =
  'arose awoke bent bled blew bred burnt caught clung crept dealt dug dreamt drank drove ate fed fled flung flew forbade forgave froze hung hid knelt leant leapt lent mistook overcame rode rang sought shook shone shrank sang sank slept slid spun sprang stole stuck stung struck strove swore swept swam swung taught tore trod undertook woke wore wove wept withdrew';

const finite = new Set<string>(IRREGULAR_PASTS.split(' '));
for (const verb of [...COMMON_VERBS.split(' '), ...lexiconVerbs()])
  for (const { form, as } of verbForms(verb)) if (as === 'past' || as === 'participle' || as === 'third') finite.add(form);

/** Whether the token can be a clause's verb: an auxiliary, a past form, a known third person. */
export function isVerbLike(token: Token): boolean {
  if (token.kind !== 'word' || token.capitalised) return false;
  if (AUXILIARIES.has(token.lower)) return true;
  if (/(?:men|ness|s's)$/.test(token.lower)) return false;
  if (/[a-z]{3}ed$/.test(token.lower)) return true;
  return finite.has(token.lower);
}

interface Piece {
  from: number;
  to: number;
  opening: ClauseOpening;
  opener: string;
  hard: boolean;
  verb: number;
}

const CAUSATIVES = new Set('get gets got have has had make makes made see sees saw persuades persuaded'.split(' '));
const NO_BREAKS: ReadonlySet<number> = new Set();
const DASH = /^[—–-]$/;

/**
 * Clauses of tokens[from, to). `breaks` are the tokens at which a table's cells begin: each cell is a clause, and its host is the row's first.
 * `inside` tells the tokens that are part of a name, a date or another fixed unit and so neither open a clause nor are its verb.
 */
export function splitClauses(
  tokens: readonly Token[],
  from: number,
  to: number,
  inside: (index: number) => boolean,
  inDate: (index: number) => boolean,
  breaks: ReadonlySet<number> = NO_BREAKS,
): Clause[] {
  return join(cut(tokens, from, to, inside, inDate, breaks), tokens, inside, inDate);
}

function firstVerb(tokens: readonly Token[], from: number, to: number, inside: (index: number) => boolean): number {
  for (let i = from; i < to; i++) if (!inside(i) && isVerbLike(tokens[i]!)) return i;
  return -1;
}

/** Cuts at every place where a clause may begin. */
function cut(
  tokens: readonly Token[],
  from: number,
  to: number,
  inside: (index: number) => boolean,
  inDate: (index: number) => boolean,
  breaks: ReadonlySet<number>,
): Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  let opening: ClauseOpening = 'main';
  let opener = '';
  let hard = true;
  let depth = 0;
  const close = (end: number) => {
    if (end > start) pieces.push({ from: start, to: end, opening, opener, hard, verb: firstVerb(tokens, start, end, inside) });
  };
  // The piece's first verb so far, so that no conjunction looks for it again.
  let verbSoFar = -1;
  const open = (at: number, how: ClauseOpening, word: string, isHard: boolean) => {
    verbSoFar = -1;
    start = at;
    opening = how;
    opener = word;
    hard = isHard;
  };
  // Before this token no comma cuts.
  let uncut = from;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (verbSoFar < 0 && i > start && isVerbLike(tokens[i - 1]!) && !inside(i - 1)) verbSoFar = i - 1;
    // Behind a bracket that ends a cell the next piece is as yet empty.
    if (breaks.has(i) && i > from) {
      close(i);
      depth = 0;
      open(i, 'cell', '|', true);
    }
    if (inside(i)) continue;
    if (token.kind === 'punctuation') {
      const spacedDash = DASH.test(token.text) && tokens[i - 1] && tokens[i - 1]!.end < token.start;
      if (token.text === '(' || token.text === '[') {
        close(i);
        depth++;
        open(i + 1, 'aside', '(', true);
      } else if (token.text === ')' || token.text === ']') {
        close(i);
        depth = Math.max(0, depth - 1);
        open(i + 1, 'main', ')', false);
      } else if (token.text === ';' || token.text === ':' || /^[→=≠]$/.test(token.text) || spacedDash || token.text === '—') {
        close(i);
        open(i + 1, depth ? 'aside' : 'main', token.text, true);
      } else if (token.text === ',' && i >= uncut) {
        close(i);
        open(i + 1, depth ? 'aside' : 'main', ',', false);
      } else if (token.text === '&' && verbSoFar >= 0 && !joinsNames(tokens, i, inside) && verbSoon(tokens, i + 1, to, inside)) {
        // "kept the letter quiet & left him in his job", "died in February & Hindenburg was elected"
        close(i);
        open(i + 1, depth ? 'aside' : 'coordinate', 'and', false);
      }
      continue;
    }
    if (token.kind !== 'word') continue;
    const word = token.lower;
    if (i === start) {
      // "…; that was the answer": a pronoun, not a conjunction.
      if (word === 'that' && hard && tokens[i + 1] && BE.has(tokens[i + 1]!.lower)) continue;
      const how = openingOf(word);
      if (how && leadsClause(tokens, i, to, inside, inDate, how)) {
        opening = opening === 'aside' ? 'aside' : how;
        opener = word;
        if (how === 'coordinate' && !hard) uncut = Math.max(uncut, behindFronted(tokens, i + 1, to, inside, inDate));
      }
      continue;
    }
    // "was followed by", "was preceded by", "led to" join two events.
    if ((word === 'followed' || word === 'preceded') && i > start && (BE.has(tokens[i - 1]!.lower) || tokens[i - 1]!.text === ',')) {
      close(i);
      open(i, depth ? 'aside' : 'coordinate', word, true);
      continue;
    }
    // "When the King fell he was forty": behind a first clause that says when, a second subject begins the main clause.
    if (pieces.length === 0 && opening === 'subordinate' && SECOND_SUBJECTS.has(word) && beginsMain(tokens, i, verbSoFar)) {
      close(i);
      open(i, 'main', ',', false);
      continue;
    }
    const how = openingOf(word);
    if (!how) continue;
    if (how === 'coordinate') {
      // "a hundred and one members issued": one number.
      if (word === 'and' && /^(?:hundred|thousand)$/.test(tokens[i - 1]!.lower) && cardinal(tokens[i + 1]?.lower ?? '') !== null) continue;
      // "gets Trotsky and Kamenev expelled": two names behind a causative are one list.
      if (inside(i - 1) && inside(i + 1) && CAUSATIVES.has(tokens[verbSoFar]?.lower ?? '')) continue;
      // "and, in the spring of 1925, voted down": what stands between the commas goes with the verb behind them.
      const behindAdverbial = tokens[i + 1]?.text === ',' ? commaWithin(tokens, i + 2, to) + 1 : 0;
      // "Stalin and Zinoviev": only where both sides have a verb of their own does a conjunction divide.
      if (verbSoFar >= 0 && behindAdverbial > 0 && startsVerbGroup(tokens, behindAdverbial, to, inside)) {
        close(i);
        open(i, depth ? 'aside' : 'coordinate', word, false);
        uncut = behindAdverbial;
        continue;
      }
      // "but in the end, on 4 May 1870, he gave way": what is put first goes with the clause behind it.
      const subject = verbSoFar >= 0 ? behindFronted(tokens, i + 1, to, inside, inDate) : -1;
      if (subject > 0) {
        close(i);
        open(i, depth ? 'aside' : 'coordinate', word, false);
        uncut = subject;
      } else if (verbSoFar >= 0 && verbSoon(tokens, i + 1, to, inside)) {
        close(i);
        open(i, depth ? 'aside' : 'coordinate', word, false);
      }
    } else if (leadsClause(tokens, i, to, inside, inDate, how)) {
      close(i);
      open(i, depth ? 'aside' : how, word, false);
    }
  }
  close(to);
  return pieces;
}

const SECOND_SUBJECTS = new Set(['he', 'she', 'they', 'we']);
/** What somebody says, thinks or learns stands right behind these: "when he heard she was ill". */
const TELLING_VERBS =
  /^(?:sa(?:id|ys?)|th(?:ink|inks|ought)|kn(?:ow|ows|ew)|hear[ds]?|learn(?:s|ed|t)?|fe(?:el|els|lt)|f(?:ind|inds|ound)|s(?:ee|ees|aw)|told|tells?|hop(?:es?|ed)|fear(?:s|ed)?|believ(?:es?|ed)|claim(?:s|ed)?|decid(?:es?|ed)|reali[sz](?:es?|ed)|understood|admit(?:s|ted)?|announced?|wish(?:es|ed)?|sure|certain|than|that|what|all|everything|anything|nothing|so)$/;

function beginsMain(tokens: readonly Token[], at: number, verbSoFar: number): boolean {
  const next = tokens[at + 1];
  return verbSoFar >= 0 && next !== undefined && isVerbLike(next) && !TELLING_VERBS.test(tokens[at - 1]!.lower);
}

function openingOf(word: string): ClauseOpening | null {
  if (COORDINATORS.has(word)) return 'coordinate';
  if (RELATIVES.has(word) && word !== 'that') return 'relative';
  if (SUBORDINATORS.has(word)) return 'subordinate';
  return null;
}

/** How far on a clause's verb is looked for, in tokens; keeps the reading linear in a sentence without end. */
const REACH = 40;

/** How long, in tokens, an adverbial between two commas may be. */
const ADVERBIAL = 9;

/** Index of the next comma where nothing but an adverbial can stand before it, -1 where there is none. */
function commaWithin(tokens: readonly Token[], from: number, to: number): number {
  if (!PREPOSITIONS.has(tokens[from]?.lower ?? '')) return -1;
  for (let i = from; i < Math.min(to, from + ADVERBIAL); i++) {
    if (tokens[i]!.text === ',') return i;
    if (tokens[i]!.kind === 'punctuation' || isVerbLike(tokens[i]!)) return -1;
  }
  return -1;
}

/** "finally, ", "three weeks after Sedan, ": what may open an adverbial besides a preposition or a date. */
const FRONTED =
  /^(?:finally|eventually|later|then|afterwards|meanwhile|soon|less|more|just|only|barely|hardly|exactly|about|nearly|almost|some|shortly|immediately)$/;

/** Index of the subject that begins behind one adverbial or more, each closed by a comma, where it has its verb; -1 where there is none. */
function behindFronted(
  tokens: readonly Token[],
  from: number,
  to: number,
  inside: (index: number) => boolean,
  inDate: (index: number) => boolean,
): number {
  let start = tokens[from]?.text === ',' ? from + 1 : from;
  for (let i = start; i < Math.min(to, start + ADVERBIAL); i++) {
    if (!inside(i) && isVerbLike(tokens[i]!)) return -1;
    if (tokens[i]!.text !== ',') {
      if (tokens[i]!.kind === 'punctuation' && !inside(i)) return -1;
      continue;
    }
    if (inside(i)) continue;
    const first = tokens[start]!.lower;
    if (!PREPOSITIONS.has(first) && !inDate(start) && !FRONTED.test(first) && cardinal(first) === null) return -1;
    start = i + 1;
    if (beginsSubject(tokens, start, inDate) && verbSoon(tokens, start, to, inside)) return start;
  }
  return -1;
}

/** Neither a further adverbial nor a clause of another kind, nor a verb. */
function beginsSubject(tokens: readonly Token[], at: number, inDate: (index: number) => boolean): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || inDate(at) || isVerbLike(token)) return false;
  return !PREPOSITIONS.has(token.lower) && !FRONTED.test(token.lower) && openingOf(token.lower) === null;
}

/** Whether a verb begins here, an adverb before it allowed. */
function startsVerbGroup(tokens: readonly Token[], at: number, to: number, inside: (index: number) => boolean): boolean {
  const verb = /ly$|^(?:also|then|still|never|soon)$/.test(tokens[at]?.lower ?? '') ? at + 1 : at;
  return verb < to && !inside(verb) && isVerbLike(tokens[verb]!);
}

/** "Trotsky & Zinoviev": two names right beside the sign. */
const joinsNames = (tokens: readonly Token[], at: number, inside: (index: number) => boolean) =>
  inside(at - 1) && inside(at + 1) && tokens[at - 1]!.kind === 'word';

/** A verb before the next comma or other break. */
function verbSoon(tokens: readonly Token[], from: number, to: number, inside: (index: number) => boolean): boolean {
  for (let i = from; i < Math.min(to, from + REACH); i++) {
    const token = tokens[i]!;
    if (token.kind === 'punctuation' && /[,;:()—]/.test(token.text) && !inside(i)) return false;
    if (!inside(i) && isVerbLike(token)) return true;
  }
  return false;
}

/** "after Lenin's death" and "since 1922" open no clause; "after Lenin had died" does. */
function leadsClause(
  tokens: readonly Token[],
  at: number,
  to: number,
  inside: (index: number) => boolean,
  inDate: (index: number) => boolean,
  how: ClauseOpening,
): boolean {
  if (how === 'coordinate') return true;
  const word = tokens[at]!.lower;
  const preposition = /^(?:after|before|since|until|till|as|that)$/.test(word);
  if (!preposition) return true;
  if (word === 'as' && /^(?:well|early|late|long|soon|far|much|a|an)$/.test(tokens[at + 1]?.lower ?? '')) return false;
  // "since the autumn of 1922, so he decides": what it governs is a date.
  if (inDate(at + 1)) return false;
  return verbSoon(tokens, at + 1, to, inside);
}

/** Joins pieces without a verb to their neighbours, and a clause that another interrupts to its rest. */
function join(
  pieces: readonly Piece[],
  tokens: readonly Token[],
  inside: (index: number) => boolean,
  inDate: (index: number) => boolean,
): Clause[] {
  const dated = ({ from, to }: { from: number; to: number }) => {
    for (let i = from; i < to; i++) if (inDate(i)) return true;
    return false;
  };
  // "he was born in 1879, Stalin ten years later": a name and a date of its own.
  const named = ({ from, to }: { from: number; to: number }) => {
    for (let i = from; i < to; i++) if (inside(i) && !inDate(i)) return true;
    return false;
  };
  // "March a peace, July a murder": each begins with its date.
  const bothOpenDated = (piece: { from: number }, other: { from: number }) => inDate(piece.from) && inDate(other.from);
  const clauses: { ranges: { from: number; to: number }[]; opening: ClauseOpening; opener: string; host: number; verb: number }[] = [];
  let current = -1;
  // Clauses that a relative clause or an aside has interrupted.
  let interrupted = -1;
  for (const [at, piece] of pieces.entries()) {
    const range = { from: piece.from, to: piece.to };
    const last = clauses[current];
    if (piece.opening === 'aside' || (last && last.verb < 0 && isNaming(piece, pieces[at + 1], tokens, inside))) {
      clauses.push({ ranges: [range], opening: 'aside', opener: piece.opener, host: current, verb: piece.verb });
      if (interrupted < 0) interrupted = current;
      continue;
    }
    // "dropped from the committee (1926), struck off the list (1927)": each step has its date in brackets behind it.
    if (interrupted >= 0 && isDatedAside(pieces[at - 1], inDate, tokens) && isDatedAside(pieces[at + 1], inDate, tokens)) {
      clauses.push({ ranges: [range], opening: 'coordinate', opener: ',', host: interrupted, verb: piece.verb });
      current = clauses.length - 1;
      interrupted = -1;
      continue;
    }
    const resumed = piece.opener === ')' || piece.opener === ',';
    if (resumed && interrupted >= 0 && (piece.verb < 0 ? piece.opener === ')' : startsVerbGroup(tokens, piece.from, piece.to, inside))) {
      const host = clauses[interrupted]!;
      host.ranges.push(range);
      if (host.verb < 0) host.verb = piece.verb;
      current = interrupted;
      interrupted = -1;
      continue;
    }
    // "Ulm fell first, and Jena three weeks later": a name and how long after it was, the verb left out.
    const isLater =
      last !== undefined &&
      last.verb >= 0 &&
      piece.verb < 0 &&
      piece.opening === 'coordinate' &&
      last.ranges.some(named) &&
      isNameWithDistance(piece, tokens, inside, inDate);
    // "first Alma-Ata, in January 1928, and then, in 1931, out of the country": a list of dated steps.
    const nextStep =
      last?.ranges.some(dated) &&
      (piece.verb < 0
        ? piece.opening === 'coordinate' || (dated(range) && (named(range) || (inDate(piece.from) && inDate(last.ranges[0]!.from))))
        : // "editor from 1918, removed 1929": two items of notes, each with its date.
          last.verb < 0 && dated(range) && (last.ranges.some(named) || bothOpenDated(piece, last.ranges[0]!)));
    if (
      last &&
      !isLater &&
      !nextStep &&
      !piece.hard &&
      (piece.verb < 0 || last.verb < 0) &&
      piece.opening !== 'relative' &&
      !(piece.opening === 'subordinate' && piece.verb >= 0 && last.verb >= 0)
    ) {
      last.ranges.push(range);
      if (last.verb < 0) last.verb = piece.verb;
      continue;
    }
    if (piece.opening === 'relative' && current >= 0) interrupted = current;
    const host = piece.opening === 'cell' ? 0 : last && resumesMain(piece, last, tokens, inside) ? last.host : current;
    clauses.push({ ranges: [range], opening: piece.opening, opener: piece.opener, host, verb: piece.verb });
    current = clauses.length - 1;
  }
  return clauses;
}

const DISTANCE_ENDS = /^(?:later|afterwards?|after|earlier|before)$/;

/** Nothing but a name and a distance in time behind the conjunction. */
function isNameWithDistance(
  { from, to }: Piece,
  tokens: readonly Token[],
  inside: (index: number) => boolean,
  inDate: (index: number) => boolean,
): boolean {
  let last = to - 1;
  while (last > from && tokens[last]!.kind === 'punctuation') last--;
  if (!inDate(last) || !DISTANCE_ENDS.test(tokens[last]!.lower)) return false;
  let date = last;
  while (date > from && inDate(date - 1)) date--;
  let at = from + 1;
  if (tokens[at]?.lower === 'the') at++;
  const name = at;
  while (at < date && inside(at)) at++;
  return at > name && at === date;
}

/** "was caught, two days after Kennedy had died, and pleaded guilty", "who left when she was five and died": behind what had happened, or how old one was, the clause before goes on. */
function resumesMain(
  { opening, from, to, verb }: Piece,
  last: { readonly opening: ClauseOpening; readonly opener: string; readonly host: number; readonly verb: number },
  tokens: readonly Token[],
  inside: (index: number) => boolean,
): boolean {
  if (opening !== 'coordinate' || last.host < 0 || last.verb < 0 || !startsVerbGroup(tokens, from + 1, to, inside)) return false;
  const said = tokens[last.verb]!.lower;
  if (last.opener === 'when' && BE.has(said))
    return cardinal(tokens[last.verb + 1]?.lower ?? '') !== null && !BE.has(tokens[verb]?.lower ?? '');
  const isBroken = tokens[from - 1]?.text === ',' && /^(?:subordinate|main)$/.test(last.opening);
  return isBroken && said === 'had' && tokens[verb]?.lower !== 'had';
}

const NAMED = /^(?:known|remembered|described|called|named|nicknamed|regarded|seen|celebrated)$/;
const NAMED_HOW = /^(?:also|often|better|best|now|later|still|usually|generally|widely|commonly|sometimes|once|today|long|popularly|so)$/;

/** "the rising, also known as the revolt, took place …": what stands between a subject and its verb, and only says what it is called. */
function isNaming(piece: Piece, next: Piece | undefined, tokens: readonly Token[], inside: (index: number) => boolean): boolean {
  if (piece.opener !== ',' || piece.opening !== 'main' || next?.opener !== ',' || next.opening !== 'main') return false;
  let at = piece.from;
  while (at < piece.to && NAMED_HOW.test(tokens[at]!.lower)) at++;
  return at < piece.to && NAMED.test(tokens[at]!.lower) && startsVerbGroup(tokens, next.from, next.to, inside);
}

/** Nothing but a date in brackets, and the preposition before it. */
function isDatedAside(piece: Piece | undefined, inDate: (index: number) => boolean, tokens: readonly Token[]): boolean {
  if (piece?.opening !== 'aside' || piece.opener !== '(') return false;
  for (let i = piece.from; i < piece.to; i++) if (!inDate(i) && !PREPOSITIONS.has(tokens[i]!.lower)) return false;
  return true;
}
