/** "Born in 1869, she married young", "Expelled in November, Trotsky went abroad": a participle that opens a sentence has its date for itself. */
import { type Frame, sliceFrame } from '../reading/frames';
import type { ClauseReading, DateClaim, SentenceReading } from '../reading/model';
import { once } from '../reading/once';

const IRREGULAR = new Set(
  'born shot beaten driven thrown sent held chosen broken led taken made given struck found overthrown written drawn put torn laid sunk set begun'.split(
    ' ',
  ),
);

const isParticiple = (word: string): boolean => /[a-z]{3}ed$/.test(word) || IRREGULAR.has(word);

const frames = new WeakMap<ClauseReading, Frame>();

/** What the participle tells, with the main clause's subject; null where the date does not stand in such a phrase. */
export function frontedParticiple({ token }: DateClaim, own: ClauseReading, { tokens }: SentenceReading): Frame | null {
  const [phrase, main] = own.clause.ranges;
  if (!phrase || !main || token < phrase.from || token >= phrase.to) return null;
  const opener = tokens[phrase.from]!;
  if (!opener.capitalised || !isParticiple(opener.lower)) return null;
  // "Dismissed Zinoviev in July, expelled Trotsky": two items of notes.
  if (tokens[main.from - 1]?.text !== ',' || own.clause.verb <= main.from) return null;
  return once(frames, own, () => {
    const told = sliceFrame(own.frame, (at) => at >= phrase.from && at < phrase.to);
    const { people, terms, events, strangers, strangerStems } = own.frame;
    const isSubject = (at: number) => at >= main.from && at < own.clause.verb;
    const subjects = people.filter(({ role, at }) => role === 'subject' && isSubject(at));
    const heads = <T extends { readonly preposition: string; readonly entity: { readonly from: number } }>(things: readonly T[]) =>
      things.filter(({ preposition, entity }) => preposition === '' && entity.from <= main.from + 1 && isSubject(entity.from));
    return {
      ...told,
      people: [...told.people.filter(({ at }) => at >= 0), ...subjects],
      terms: [...told.terms, ...heads(terms)],
      events: [...told.events, ...heads(events)],
      strangers,
      strangerStems,
      passive: true,
    };
  });
}
