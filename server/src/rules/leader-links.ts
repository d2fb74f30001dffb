/** Where a sentence says who stands at the head of a body or a group: "the G, led by X", "the leader of the G was X", "its chairman was X", "X led the G". */
import type { Term } from '../chapter/model';
import type { Entity } from '../reading/entity';
import { BE } from '../reading/lexicon/words';
import type { Reading, SentenceReading } from '../reading/model';
import { sentencesBefore } from '../reading/read';

export interface LeaderLink {
  /** Where the group is named; in "its leader", in a sentence before. */
  readonly group: Entity;
  readonly term: Term;
  readonly person: Entity;
}

const LEADER = /^(?:leader|head|chief|boss|chairman|chair|commander|president|director)$/;
const LED = /^(?:led|headed|chaired|commanded|run)$/;
const LEADS = /^(?:led|headed|heads|leads|commanded|commands|chaired)$/;
const GROUPS: ReadonlySet<Term['termKind']> = new Set(['group', 'party', 'body']);

const termOf = ({ kind, facts }: Entity): Term | null => {
  const [fact] = facts;
  return kind === 'term' && facts.length === 1 && fact?.kind === 'term' && GROUPS.has(fact.termKind) ? fact : null;
};

export function leaderLinks(sentence: SentenceReading, reading: Reading): LeaderLink[] {
  const { tokens, from, to, entities } = sentence;
  const startingAt = (index: number) => {
    const at = index + (/^(?:the|comrade|a)$/.test(tokens[index]?.lower ?? '') ? 1 : 0);
    return entities.find((entity) => entity.from === at);
  };
  const alone = (entity: Entity | undefined): entity is Entity =>
    entity?.kind === 'person' &&
    entity.how !== 'misspelling' &&
    !entity.possessive &&
    entity.facts.length === 1 &&
    !/^(?:and|or|&|\+)$/.test(tokens[entity.to]?.lower ?? '');
  const links: LeaderLink[] = [];
  const add = (group: Entity | undefined | null, person: Entity | undefined) => {
    const term = group && termOf(group);
    if (group && term && alone(person) && !links.some((link) => link.person === person)) links.push({ group, term, person });
  };
  for (let i = from; i < to; i++) {
    const word = tokens[i]!.lower;
    // "the G, led by X", "the G was then led by X"
    if (LED.test(word) && tokens[i + 1]?.lower === 'by') add(groupBefore(sentence, i), startingAt(i + 2));
    // "X led the G"
    const before = entities.find(({ to: end }) => end === i);
    const led = LEADS.test(word) ? startingAt(i + 1) : undefined;
    if (led && before && endsThere(sentence, led.to) && !isJoined(sentence, before)) add(led, before);
    if (!LEADER.test(word)) continue;
    const owner = tokens[i - 1]?.lower ?? '';
    const ofIt = tokens[i + 1]?.lower === 'of' && tokens[i + 2]?.lower === 'it';
    if (tokens[i + 1]?.lower === 'of' && !ofIt && owner === 'the') {
      // "the leader of the G was X", "the leader of the G, X,"
      const group = startingAt(i + 2);
      if (group) add(group, linked(sentence, group.to, startingAt));
    } else if (ofIt || owner === 'its' || owner === 'whose') {
      const end = ofIt ? i + 3 : i + 1;
      add(groupMeant(sentence, ofIt ? i - 1 : i - 1, reading), linked(sentence, end, startingAt));
    }
  }
  return links;
}

/** The name behind "was", or between commas. */
function linked({ tokens }: SentenceReading, at: number, startingAt: (index: number) => Entity | undefined): Entity | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (BE.has(token.lower)) return startingAt(at + (/^(?:then|now|still)$/.test(tokens[at + 1]?.lower ?? '') ? 2 : 1));
  const person = token.text === ',' ? startingAt(at + 1) : undefined;
  return person && /^[,.;)]$/.test(tokens[person.to]?.text ?? '.') ? person : undefined;
}

/** "the G", ", which was", right before the verb. */
function groupBefore({ tokens, entities }: SentenceReading, verb: number): Entity | undefined {
  let at = verb;
  while (/^(?:,|was|were|is|are|then|now|being|which|that|\(|first|at|time|by)$/.test(tokens[at - 1]?.lower ?? '')) at--;
  return entities.find(({ to }) => to === at);
}

/** What "its" and "whose" mean: the last group named before in the sentence, or the only one of the sentence before. */
function groupMeant(sentence: SentenceReading, at: number, reading: Reading): Entity | null {
  const before = sentence.entities.filter((entity) => entity.to <= at && termOf(entity));
  if (before.length > 0) return before.at(-1)!;
  const [above] = sentencesBefore(sentence, reading, 1);
  const named = above?.block === sentence.block ? above.entities.filter(termOf) : [];
  return named.length === 1 ? named[0]! : null;
}

/** Nothing behind it narrows it: "led the Party in Moscow". */
function endsThere({ tokens, to, dates }: SentenceReading, at: number): boolean {
  const token = tokens[at];
  return (
    at >= to ||
    token?.kind === 'punctuation' ||
    /^(?:from|until|since|and|but|when|while)$/.test(token?.lower ?? '') ||
    dates.some((claim) => claim.token <= at + 1 && claim.token >= at)
  );
}

/** "X and Y led": of several nobody is the leader. */
const isJoined = ({ tokens }: SentenceReading, { from }: Entity) => /^(?:and|or|&|\+|,)$/.test(tokens[from - 1]?.lower ?? '');
