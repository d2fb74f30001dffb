/** What a pack itself says, with its own dates, is never found fault with; and a repair is never in need of another. */
import { describe, expect, it } from 'vitest';
import { loadFolder, packFolders } from '../../../test/unit/packs/packs';
import type { ChapterEvent } from '../chapter/model';
import { parseNotes } from '../notes/index';
import { createKnowledge, readNotes } from '../reading/index';
import type { Knowledge } from '../reading/model';
import { type DateValue, formatDate, parseEdtf } from '../time/index';
import { check } from './index';

const judged = (text: string, knowledge: Knowledge) => check(readNotes(parseNotes(text), knowledge));
const found = (text: string, knowledge: Knowledge) =>
  judged(text, knowledge).map(({ code, start, end, message }) => `${text} | ${code} “${text.slice(start, end)}” ${message}`);
const isPlain = ({ edtf }: DateValue) => /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(edtf);
const stripped = (line: string) => line.replace(/\.$/, '');

/** A line with a date, as a sentence and as a line of a timeline. */
const tellings = (line: string, date: DateValue) => {
  const when = formatDate(date);
  const preposition = date.precision === 'day' ? 'on' : 'in';
  return [
    `${stripped(line)} ${preposition} ${when}.`,
    `${preposition === 'on' ? 'On' : 'In'} ${when}, ${stripped(line)}.`,
    `- **${when}:** ${stripped(line)}`,
  ];
};

const chapters = packFolders.map((folder) => loadFolder(folder).chapter!);
const others = (id: string) =>
  chapters.filter((chapter) => chapter.id !== id).flatMap(({ events }) => events.filter(({ when }) => isPlain(when.value)));

/** A body's name that two packs have: another assembly each time. */
const SHARED = /National Assembly/;

describe.each(chapters)('the pack $id', (chapter) => {
  const knowledge = createKnowledge([chapter]);
  const events = chapter.events.filter(({ when }) => isPlain(when.value));
  const each = (visit: (event: ChapterEvent, line: string) => string[]) =>
    events.flatMap((event) => event.lines.flatMap((line) => visit(event, line)));

  it('agrees with its own lines', () => {
    expect(each((event, line) => tellings(line, event.when.value).flatMap((text) => found(text, knowledge)))).toEqual([]);
  });

  const aboutOthers = (keep: (line: string) => boolean) =>
    others(chapter.id).flatMap((event) =>
      event.lines.filter(keep).flatMap((line) => tellings(line, event.when.value).flatMap((text) => found(text, knowledge))),
    );

  it('is silent about the lines of other packs', () => {
    expect(aboutOthers((line) => !SHARED.test(line))).toEqual([]);
  });

  // A body of the same name, a century before, is not the chapter's own.
  it('is silent about bodies of other packs that share a name', () => {
    expect(aboutOthers((line) => SHARED.test(line))).toEqual([]);
  });

  it('agrees with the other values that it accepts', () => {
    expect(
      each((event, line) =>
        event.when.alternatives
          .filter(({ value }) => isPlain(value))
          .flatMap(({ value }) => tellings(line, value).flatMap((text) => found(text, knowledge))),
      ),
    ).toEqual([]);
  });

  it('is content with a date that it has put right', () => {
    expect(
      each((event, line) => {
        const [year = '', ...rest] = event.when.value.edtf.split('-');
        const wrong = parseEdtf([String(Number(year) + 1), ...rest].join('-'));
        if (!wrong) return [];
        return tellings(line, wrong).flatMap((text) => {
          const edits = judged(text, knowledge).flatMap(({ fixes }) => fixes.find(({ preferred }) => preferred)?.edits ?? []);
          const fixed = [...edits]
            .sort((a, b) => b.start - a.start)
            .reduce((all, { start, end, newText }) => all.slice(0, start) + newText + all.slice(end), text);
          return edits.length > 0 ? found(fixed, knowledge) : [];
        });
      }),
    ).toEqual([]);
  });

  it('tells a whole sentence that is a year out', () => {
    const seen = events.filter((event) => {
      const [year = '', ...rest] = event.when.value.edtf.split('-');
      const wrong = parseEdtf([String(Number(year) + 3), ...rest].join('-'));
      return wrong && judged(tellings(event.lines[0]!, wrong)[0]!, knowledge).length > 0;
    });
    expect(seen.length / events.length).toBeGreaterThan(0.75);
  });
});
