/** Reading: notes and knowledge in, mentions and claims out. */
export { createKnowledge } from './knowledge';
export type { Mention, FactMention, DatedMention, Knowledge, Reading, SentenceReading, ClauseReading, DateClaim, Unasserted, MentionHow } from './model';
export { mentionAt, readNotes } from './read';
