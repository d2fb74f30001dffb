/** Reading: notes and knowledge in, mentions and claims out. */
export { createKnowledge } from './knowledge';
export type {
  ClauseReading,
  DateClaim,
  DatedMention,
  FactMention,
  Knowledge,
  Mention,
  MentionHow,
  Reading,
  SentenceReading,
  Unasserted,
} from './model';
export { emptyReading, mentionAt, type ReadNotesOptions, readNotes } from './read';
