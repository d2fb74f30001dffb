/** Reads chapter.yaml: the chapter itself, and its parts that are not facts. */
import { say } from '../../l10n/said';
import type { Span } from '../../time/model';
import type { Activity, Chapter, Debate, Figure, KeyQuestion, Section } from '../model';
import type { Context } from './context';
import { readCalendar, readDate } from './dates';
import { defined } from './defined';
import { limits, type YamlValue } from './yaml-reader';

const chapterKeys = ['id', 'title', 'book', 'period', 'calendars', 'sections', 'questions', 'figures', 'activities', 'debates'];

export type ChapterHead = Omit<Chapter, 'people' | 'events' | 'terms' | 'sources' | 'byId'>;

/** The chapter without its facts; nothing where it has no sound id. */
export function readChapterFile(file: YamlValue, context: Context): ChapterHead[] {
  const map = file.map(say('the chapter'), chapterKeys);
  if (!map) return [];
  const idValue = map.need('id');
  const id = idValue?.id();
  const title = map.need('title')?.text(limits.name);
  const calendars = (map.get('calendars')?.list() ?? []).flatMap((item) => readCalendarRule(item) ?? []);
  const head = {
    title: title ?? id ?? '',
    book: readBook(map.get('book')),
    period: readPeriod(map.get('period')),
    calendars,
    calendarNote: calendars.find((rule) => rule.note !== undefined)?.note,
    sections: (map.get('sections')?.list() ?? []).flatMap((item) => readSection(item, context) ?? []),
    keyQuestions: (map.get('questions')?.list() ?? []).flatMap((item, index) => readQuestion(item, index, context) ?? []),
    figures: (map.get('figures')?.list() ?? []).flatMap((item) => readFigure(item) ?? []),
    activities: (map.get('activities')?.list() ?? []).flatMap((item) => readActivity(item) ?? []),
    debates: readDebates(map.get('debates'), context),
  };
  return id === undefined || idValue === undefined ? [] : [defined<ChapterHead>({ id, ...head, place: idValue.place })];
}

function readBook(value: YamlValue | undefined): Chapter['book'] | undefined {
  const map = value?.map(say('a book'), ['title', 'author', 'publisher', 'isbn', 'chapter']);
  const title = map?.need('title')?.text(limits.name);
  if (!map || title === undefined) return undefined;
  return defined<NonNullable<Chapter['book']>>({
    title,
    author: map.get('author')?.text(limits.name),
    publisher: map.get('publisher')?.text(limits.name),
    isbn: map.get('isbn')?.text(limits.name),
    chapter: map.get('chapter')?.text(limits.name),
  });
}

function readPeriod(value: YamlValue | undefined): { edtf: string; span: Span } | undefined {
  const date = value && readDate(value, 'gregorian');
  const span = date?.spans[0];
  return date && span && { edtf: date.edtf, span };
}

function readCalendarRule(item: YamlValue): Chapter['calendars'][number] | undefined {
  const map = item.map(say('a calendar rule'), ['calendar', 'until', 'note']);
  const until = map?.need('until');
  const date = until && readDate(until, 'gregorian');
  const first = date?.spans[0]?.first;
  if (!map?.need('calendar') || first === undefined) return undefined;
  return defined<Chapter['calendars'][number]>({ calendar: readCalendar(map), until: first, note: map.get('note')?.text(limits.text) });
}

function readSection(item: YamlValue, context: Context): Section | undefined {
  const map = item.map(say('a section'), ['id', 'title', 'page']);
  const idValue = map?.need('id');
  const id = idValue?.id();
  const title = map?.need('title')?.text(limits.name);
  if (!map || !idValue || id === undefined || title === undefined || !context.declareSection(id, idValue)) return undefined;
  return defined<Section>({ id, title, page: map.get('page')?.text(limits.name) });
}

/** A question alone, or with its id and section. */
function readQuestion(item: YamlValue, index: number, context: Context): KeyQuestion | undefined {
  const fallback = `question-${index + 1}`;
  if (!item.isMap) {
    const question = item.text(limits.text);
    return question === undefined ? undefined : { id: fallback, question };
  }
  const map = item.map(say('a question'), ['id', 'question', 'section']);
  const question = map?.need('question')?.text(limits.text);
  if (!map || question === undefined) return undefined;
  return defined<KeyQuestion>({ id: map.get('id')?.id() ?? fallback, question, section: context.section(map.get('section')) });
}

function readFigure(item: YamlValue): Figure | undefined {
  const map = item.map(say('a figure'), ['label', 'caption', 'page']);
  const label = map?.need('label')?.text(limits.name);
  const caption = map?.need('caption')?.text(limits.text);
  return map && label !== undefined && caption !== undefined
    ? defined<Figure>({ label, caption, page: map.get('page')?.text(limits.name) })
    : undefined;
}

function readActivity(item: YamlValue): Activity | undefined {
  const map = item.map(say('an activity'), ['title', 'task', 'page']);
  const title = map?.need('title')?.text(limits.name);
  const task = map?.need('task')?.text(limits.text);
  return map && title !== undefined && task !== undefined
    ? defined<Activity>({ title, task, page: map.get('page')?.text(limits.name) })
    : undefined;
}

function readDebates(value: YamlValue | undefined, context: Context): Debate[] {
  const seen = new Set<string>();
  return (value?.list() ?? []).flatMap((item) => {
    const map = item.map(say('a debate'), ['id', 'question', 'positions']);
    const idValue = map?.need('id');
    const id = idValue?.id();
    const question = map?.need('question')?.text(limits.text);
    const positions = (map?.need('positions')?.list() ?? []).flatMap((each) => readPosition(each, context) ?? []);
    if (id === undefined || question === undefined) return [];
    if (seen.has(id)) {
      idValue?.error(say('The debate “{id}” is listed twice.', { id }));
      return [];
    }
    seen.add(id);
    return [{ id, question, positions }];
  });
}

function readPosition(item: YamlValue, context: Context): Debate['positions'][number] | undefined {
  const map = item.map(say('a position'), ['historian', 'view', 'source']);
  const historian = map?.need('historian')?.text(limits.name);
  const view = map?.need('view')?.text(limits.text);
  const source = context.reference(map?.get('source'), ['source']);
  return historian !== undefined && view !== undefined ? defined<Debate['positions'][number]>({ historian, view, source }) : undefined;
}
