/** Hover: who or what a name is, and what the chapter has around a date. */
import type { Hover, MarkupKind } from 'vscode-languageserver-types';
import type { Chapter } from '../chapter/model';
import { type Language, say } from '../l10n/said';
import type { TextRange } from '../notes/model';
import { mentionAt } from '../reading/index';
import type { DatedMention, FactMention, Reading } from '../reading/model';
import { type AtTime, atTime, byTime, describeFact, eventLines, gap } from './describe';
import { type ReadDocument, rangeOf } from './document';
import { chapterAt, markedAt } from './fact-at';
import { type Block, list, paragraph, render } from './markup';

/** How far from a date, in days, an event still counts as of that time where nothing falls on it. */
const NEARBY = 366;

export function hover({ document, reading }: ReadDocument, offset: number, markup: MarkupKind, language?: Language): Hover | null {
  const found = frontMatterChapter(reading, offset) ?? mentioned(reading, offset) ?? marked(reading, offset);
  if (!found || found.blocks.length === 0) return null;
  return { contents: render(found.blocks, markup, language), range: rangeOf(document, found.range) };
}

interface Found {
  readonly range: TextRange;
  readonly blocks: readonly Block[];
}

function mentioned(reading: Reading, offset: number): Found | null {
  const mention = mentionAt(reading, offset);
  if (!mention) return null;
  if (mention.kind === 'date') return { range: mention, blocks: describeDate(mention, reading) };
  return { range: mention, blocks: describeFact(mention.fact, reading.knowledge, timeOf(mention, reading)) };
}

/** The chapter that the front matter names. */
function frontMatterChapter(reading: Reading, offset: number): Found | null {
  const found = chapterAt(reading, offset);
  return found && { range: found.range, blocks: describeChapter(found.chapter) };
}

function describeChapter(chapter: Chapter): Block[] {
  const book = chapter.book && [chapter.book.author, chapter.book.title].filter(Boolean).join(', ');
  const questions = chapter.keyQuestions.map(({ question }) => [question]);
  return [
    paragraph({ strong: chapter.title }),
    ...(book ? [paragraph(book)] : []),
    ...(questions.length > 0 ? [paragraph({ strong: say('Key questions') }), list(questions)] : []),
    paragraph(
      say('{people} people, {events} events, {terms} terms, {sources} sources', {
        people: chapter.people.length,
        events: chapter.events.length,
        terms: chapter.terms.length,
        sources: chapter.sources.length,
      }),
    ),
    ...(chapter.calendarNote ? [paragraph(chapter.calendarNote)] : []),
  ];
}

/** The mark that the pointer stands in: its key, or the name that a `|` hides. */
function marked(reading: Reading, offset: number): Found | null {
  const found = markedAt(reading, offset);
  return found && { range: found.range, blocks: describeFact(found.fact, reading.knowledge) };
}

/** The date said in the same sentence, the nearest to the mention; failing that, the one at the head of the timeline line. */
function timeOf(mention: FactMention, reading: Reading): AtTime | undefined {
  const sentence = reading.sentences.find((each) => each.start <= mention.start && mention.end <= each.end + 1);
  const claims = (sentence?.dates ?? []).filter(({ unasserted }) => unasserted !== 'bibliographic');
  const away = ({ start, end }: TextRange) => (end <= mention.start ? mention.start - end : start - mention.end);
  const nearest = claims.map((claim) => ({ claim, away: away(claim.mention) })).sort((a, b) => a.away - b.away)[0]?.claim;
  if (nearest?.mention.date.value) return atTime(nearest.mention.date.value, nearest.rangeEnd?.date.value ?? undefined);
  const head = reading.notes.blocks[mention.block]?.timelineHead;
  const headDate =
    head && reading.mentions.find((each): each is DatedMention => each.kind === 'date' && each.start >= head.start && each.end <= head.end);
  return headDate?.date.value ? atTime(headDate.date.value) : undefined;
}

/** What the chapter has at the date's time, or nearest to it. */
function describeDate(mention: DatedMention, reading: Reading): Block[] {
  const { value } = mention.date;
  if (!value) return [];
  const at = atTime(value, partnerOf(mention, reading)?.date.value ?? undefined);
  const events = reading.knowledge.chapters.flatMap((chapter) => chapter.events);
  const then = events.filter((event) => gap(event, at.span) === 0).sort(byTime);
  const title = paragraph({ strong: at.label });
  if (then.length > 0) return [title, list(eventLines(then, at))];
  const near = events.filter((event) => gap(event, at.span) <= NEARBY).sort(byTime);
  if (near.length > 0) return [title, paragraph(say('The chapter has nothing of this date; nearest to it:')), list(eventLines(near, at))];
  // A date far from the chapter's own time is shown only where its year was not in the words.
  return mention.date.provenance === 'explicit' ? [] : [title];
}

/** The other end of a range: "1924–29". */
function partnerOf(mention: DatedMention, reading: Reading): DatedMention | undefined {
  if (mention.date.rangeRole === undefined) return undefined;
  for (const sentence of reading.sentences) {
    for (const { mention: first, rangeEnd } of sentence.dates) {
      if (first === mention) return rangeEnd;
      if (rangeEnd === mention) return first;
    }
  }
  return undefined;
}
