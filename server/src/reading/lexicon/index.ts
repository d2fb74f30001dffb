/** Finds the concepts (kinds of happening) that a run of tokens names. */
import { once } from '../once';
import type { Token } from '../tokens';
import { type ConceptName, concepts } from './concepts';
import { nounForms, type VerbForm, verbForms } from './inflect';
import { BE, DETERMINERS, NAMES_OF_DAYS, PREPOSITIONS, STOPWORDS } from './words';

export interface ConceptHit {
  readonly concept: ConceptName;
  /** Token indices, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly part: 'verb' | 'noun' | 'adjective' | 'phrase';
  readonly form?: VerbForm;
  /** It befalls its subject: "became", "fell", "took office". */
  readonly undergone?: boolean;
}

interface WordSense {
  readonly concept: ConceptName;
  readonly part: ConceptHit['part'];
  readonly form?: VerbForm;
  /** For a verb with a particle. */
  readonly particle?: string;
}

/** A phrase's elements: the forms that may stand there, or `null` for up to eight words of any kind. */
type PhrasePattern = readonly (ReadonlySet<string> | null)[];

const senses = new Map<string, WordSense[]>();
const phrases = new Map<string, { concept: ConceptName; pattern: PhrasePattern }[]>();

const addSense = (form: string, sense: WordSense) => {
  const list = senses.get(form);
  if (list) list.push(sense);
  else senses.set(form, [sense]);
};

for (const [name, entry] of Object.entries(concepts)) {
  const concept = name as ConceptName;
  for (const verb of entry.verbs?.split(' ') ?? []) {
    const [lemma = '', ...particle] = verb.split('_');
    for (const { form, as } of verbForms(lemma))
      addSense(form, { concept, part: 'verb', form: as, ...(particle.length ? { particle: particle.join(' ') } : {}) });
  }
  for (const noun of entry.nouns?.split(' ') ?? []) for (const form of nounForms(noun)) addSense(form, { concept, part: 'noun' });
  for (const adjective of entry.adjectives?.split(' ') ?? []) addSense(adjective, { concept, part: 'adjective' });
  for (const phrase of entry.phrases ?? []) {
    const pattern = phrase
      .split(/\s+/)
      .map((word) =>
        word === '*' ? null : word.startsWith('~') ? new Set(verbForms(word.slice(1)).map(({ form }) => form)) : new Set([word]),
      );
    for (const first of pattern[0] ?? []) {
      const list = phrases.get(first);
      if (list) list.push({ concept, pattern });
      else phrases.set(first, [{ concept, pattern }]);
    }
  }
}

/** How far a particle may stand from its verb: "threw the whole lot of them out". */
const PARTICLE_REACH = 6;
const WILDCARD_REACH = 8;

/** The concepts named in tokens[from, to), in order; one place may name several. */
export function findConcepts(tokens: readonly Token[], from = 0, to = tokens.length): ConceptHit[] {
  const hits: ConceptHit[] = [];
  for (let i = from; i < to; i++) {
    const word = tokens[i]!.lower;
    for (const { concept, pattern } of phrases.get(word) ?? []) {
      // "d. 1932" is a death; the initial of Franklin D. Roosevelt is none.
      if (word.length === 1 && tokens[i]!.capitalised) continue;
      const end = matchPhrase(tokens, i, to, pattern);
      if (end > 0)
        hits.push({
          concept,
          from: i,
          to: end,
          part: 'phrase',
          ...(isUndergone(word, concept) || isDoneTo(word, concept) ? { undergone: true } : {}),
        });
    }
    if (isNameOfAllies(tokens, i)) continue;
    for (const sense of senses.get(word) ?? []) {
      if (sense.part === 'noun' && (modifiesNoun(tokens, i) || isOfTheBody(tokens, i) || isFigurative(tokens, i))) continue;
      if (sense.part === 'verb' && (sense.form === 'base' || sense.form === 'third') && standsAsNoun(tokens, i)) continue;
      if (sense.part === 'verb' && word.endsWith('ing') && isAttribute(tokens, i)) continue;
      if (sense.concept === 'describe' && !describesSomebody(tokens, i)) continue;
      const end = sense.particle === undefined ? i + 1 : particleAfter(tokens, i, to, sense.particle);
      if (end === 0) continue;
      hits.push({
        concept: sense.concept,
        from: i,
        to: end,
        part: sense.part,
        ...(sense.form ? { form: sense.form } : {}),
        ...(sense.part === 'verb' && isUndergone(word, sense.concept) ? { undergone: true } : {}),
      });
    }
  }
  // "loses his speech" is no loss of office: the longer wording says what is meant.
  const idioms = hits.filter((hit) => hit.part === 'phrase' && hit.to - hit.from > 1);
  return idioms.length === 0
    ? hits
    : hits.filter(
        (hit) => !idioms.some((idiom) => idiom.from <= hit.from && hit.to <= idiom.to && idiom.to - idiom.from > hit.to - hit.from),
      );
}

/** Verbs whose subject is the one whom others appoint, dismiss or overthrow. */
const UNDERGOING = new Set(
  [
    'become',
    'take',
    'get',
    'assume',
    'accede',
    'step',
    'rise',
    'come',
    'win',
    'enter',
    'land',
    'fall',
    'lose',
    'forfeit',
    'collapse',
    'leave',
  ].flatMap((verb) => verbForms(verb).map(({ form }) => form)),
);
const DONE_TO: ReadonlySet<ConceptName> = new Set(['appoint', 'takeOffice', 'elect', 'remove', 'overthrow']);

const isUndergone = (word: string, concept: ConceptName) => UNDERGOING.has(word) && DONE_TO.has(concept);
/** "was made", "was voted in": set phrases whose first word makes them passive. */
const isDoneTo = (word: string, concept: ConceptName) => BE.has(word) && DONE_TO.has(concept);

/** "the Western Allies", "Allied troops": the powers of a war, who ally with nobody just now. */
function isNameOfAllies(tokens: readonly Token[], index: number): boolean {
  const { lower, capitalised } = tokens[index]!;
  return capitalised && /^alli(?:ed|es)$/.test(lower) && !/^(?:with|to|themselves|himself)$/.test(tokens[index + 1]?.lower ?? '');
}

/** "the death penalty", "an election campaign": the noun that names what happens only qualifies the next. */
function modifiesNoun(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  if (next?.kind !== 'word' || next.capitalised || tokens[index]!.possessive || next.start - tokens[index]!.end > 1) return false;
  return NOUN_HEADS.test(next.lower);
}

const NOUN_HEADS =
  /^(?:penalt(?:y|ies)|sentences?|camps?|campaigns?|rates?|tolls?|certificates?|threats?|movements?|leaders?|part(?:y|ies)|programmes?|plans?|policy|policies|speech(?:es)?|rumours?|squads?|warrants?|machine|machinery|process|question|questions|issues?|mongers?|system|literature|tax(?:es)?|law|laws|marches|papers|committees?)$/;

/** "a stroke of luck", "at the stroke of midnight": nobody is ill. */
const isFigurative = (tokens: readonly Token[], index: number): boolean =>
  /^strokes?$/.test(tokens[index]!.lower) &&
  tokens[index + 1]?.lower === 'of' &&
  /^(?:luck|good|bad|fortune|genius|brilliance|fate|business|policy|midnight|noon|the|a|his|her)$/.test(tokens[index + 2]?.lower ?? '');

/** "hit on the head", "came down on Marat's head": no leader. */
function isOfTheBody(tokens: readonly Token[], index: number): boolean {
  if (!/^heads?$/.test(tokens[index]!.lower) || tokens[index + 1]?.lower === 'of') return false;
  const whose = tokens[index - 1];
  if (!whose || !(whose.possessive || /^(?:the|his|her|their)$/.test(whose.lower))) return false;
  // "on Marat's head": a name stands between.
  const before = tokens[index - 2]?.capitalised && whose.possessive ? tokens[index - 3] : tokens[index - 2];
  return before !== undefined && /^(?:in|on|upon|over|above|through|into|against|around)$/.test(before.lower);
}

/** "the name of", "in support", "Lenin's offer", "such approaches": a word that is also a verb's base or third form, used as a noun. */
function standsAsNoun(tokens: readonly Token[], index: number): boolean {
  if (tokens[index + 1]?.lower === 'of') return true;
  // "went back to X": where, not whom he backs.
  if (tokens[index]!.lower === 'back' && /^(?:to|in|into|from|at|on|again|home|[,.;:)])$/.test(tokens[index + 1]?.text ?? '.')) return true;
  const before = tokens[index - 1];
  return (
    before !== undefined &&
    (before.possessive ||
      before.lower === 'such' ||
      DETERMINERS.has(before.lower) ||
      (PREPOSITIONS.has(before.lower) && before.lower !== 'to'))
  );
}

/** "called X too rude", "was called rude"; but "called for a vote", "called a meeting", "a man called X". */
function describesSomebody(tokens: readonly Token[], index: number): boolean {
  const [before, next] = [tokens[index - 1], tokens[index + 1]];
  if (next?.kind !== 'word' || PREPOSITIONS.has(next.lower)) return /^(?:as|by)$/.test(next?.lower ?? '');
  if (before && BE.has(before.lower)) return true;
  const isWho = next.capitalised || /^(?:him|her|them|himself|herself|the|his|their)$/.test(next.lower);
  return (
    isWho &&
    !(before?.kind === 'word' && !before.capitalised && !/^(?:he|she|they|who|had|has|later|once|then|also|even|to)$/.test(before.lower))
  );
}

/** "a shooting trip", "the founding fathers": says what kind of thing the noun is. */
function isAttribute(tokens: readonly Token[], index: number): boolean {
  const [before, next] = [tokens[index - 1], tokens[index + 1]];
  return (
    before !== undefined &&
    DETERMINERS.has(before.lower) &&
    next?.kind === 'word' &&
    !next.capitalised &&
    !DETERMINERS.has(next.lower) &&
    !PREPOSITIONS.has(next.lower) &&
    !STOPWORDS.has(next.lower)
  );
}

function matchPhrase(tokens: readonly Token[], from: number, to: number, pattern: PhrasePattern): number {
  let at = from;
  for (let p = 0; p < pattern.length; p++) {
    const element = pattern[p];
    if (element === null) {
      const next = pattern[p + 1];
      if (!next) return 0;
      let skip = 0;
      while (at + skip < to && skip <= WILDCARD_REACH && !next.has(tokens[at + skip]!.lower)) skip++;
      if (skip > WILDCARD_REACH) return 0;
      at += skip;
    } else {
      if (at >= to || !element!.has(tokens[at]!.lower)) return 0;
      at++;
    }
  }
  return at;
}

function particleAfter(tokens: readonly Token[], verb: number, to: number, particle: string): number {
  const words = particle.split(' ');
  for (let i = verb + 1; i < Math.min(to, verb + 1 + PARTICLE_REACH); i++) {
    if (tokens[i]!.kind === 'punctuation') return 0;
    // "gave him a son in October": before a date it is a preposition.
    if (words.every((word, k) => tokens[i + k]?.lower === word)) return isTimeWord(tokens[i + words.length]) ? 0 : i + words.length;
  }
  return 0;
}

const isTimeWord = (token: Token | undefined) => token !== undefined && (token.kind === 'number' || NAMES_OF_DAYS.has(token.lower));

/** Lemmas of the verbs that name a concept, without their particles. */
export function lexiconVerbs(): string[] {
  return [...new Set(Object.values(concepts).flatMap((entry) => entry.verbs?.split(' ').map((verb) => verb.split('_')[0]!) ?? []))];
}

/** The concept itself and all the wider ones that it is a case of. */
export function withWider(concept: ConceptName): readonly ConceptName[] {
  return once(widened, concept, () => {
    const all = [concept];
    for (const name of all) for (const wider of concepts[name].implies ?? []) if (!all.includes(wider)) all.push(wider);
    return all;
  });
}

const widened = new Map<ConceptName, readonly ConceptName[]>();

/** Concepts that writers use for one another: related ones count as half a match. */
const FAMILIES: readonly (readonly ConceptName[])[] = [
  ['remove', 'exile', 'resign', 'overthrow'],
  ['found', 'begin', 'ally'],
  ['found', 'born'],
  ['adopt', 'begin', 'declare'],
  ['meet', 'begin'],
  ['end', 'surrender', 'defeat', 'abolish'],
  ['clash', 'debate', 'oppose', 'divide'],
  ['condemn', 'defeat', 'oppose'],
  ['seize', 'rebel', 'overthrow', 'win'],
  ['kill', 'execute', 'die'],
  ['appoint', 'elect', 'replace', 'lead', 'serve'],
  ['conceal', 'ban'],
  ['stroke', 'illness'],
  ['side', 'ally'],
  ['join', 'side', 'belong'],
  ['write', 'send', 'publish'],
  ['capture', 'invade', 'defeat', 'besiege'],
  ['march', 'rebel'],
  ['rule', 'declare'],
  ['explode', 'bomb'],
  ['quell', 'defeat'],
  ['agree', 'end'],
  ['agree', 'ally', 'found'],
  ['retain', 'serve'],
];

const related = new Map<ConceptName, Set<ConceptName>>();
for (const family of FAMILIES)
  for (const a of family) for (const b of family) if (a !== b) related.set(a, (related.get(a) ?? new Set()).add(b));

/** How well what a writer says fits what a fact says: 1 the same; 0.9 a wider word ("expelled" of an exile); 0.7 a narrower one; 0.5 one that writers use for the other; else 0. */
export function likeness(fact: ConceptName, said: ConceptName): number {
  const row = once(likenesses, fact, () => new Map<ConceptName, number>());
  return once(row, said, () => likenessOf(fact, said));
}

/** Happenings that undo one another: what is said of one is never meant of the other. */
const OPPOSITES: readonly (readonly [ConceptName, ConceptName])[] = [
  ['join', 'leave'],
  ['appoint', 'remove'],
  ['appoint', 'resign'],
  ['begin', 'end'],
  ['found', 'end'],
  ['adopt', 'abolish'],
  ['born', 'die'],
  ['ally', 'clash'],
  ['ban', 'liberate'],
  ['side', 'oppose'],
  ['conceal', 'publish'],
  ['arrest', 'liberate'],
  ['invade', 'retreat'],
];

export function areOpposite(a: ConceptName, b: ConceptName): boolean {
  return OPPOSITES.some(([one, other]) => (a === one && b === other) || (a === other && b === one));
}

const likenesses = new Map<ConceptName, Map<ConceptName, number>>();

function likenessOf(fact: ConceptName, said: ConceptName): number {
  if (fact === said) return 1;
  if (withWider(fact).includes(said)) return 0.9;
  // Whoever is killed is dead; whoever is exiled was not therefore expelled from this or that body.
  if (withWider(said).includes(fact)) return fact === 'die' ? 0.95 : 0.7;
  return related.get(fact)?.has(said) ? 0.5 : 0;
}
