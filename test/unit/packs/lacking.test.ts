/**
 * A pack never has all that an essay tells. Each event is taken out of its pack in turn, and told as the pack told it, with its right date: what is
 * then flagged is taken for an event that it only resembles.
 */
import { expect, test } from 'vitest';
import type { Chapter, ChapterEvent } from '../../../server/src/chapter/model';
import { parseNotes } from '../../../server/src/notes/index';
import { createKnowledge } from '../../../server/src/reading/index';
import { readNotes } from '../../../server/src/reading/read';
import { check } from '../../../server/src/rules/index';
import { MONTH_NAMES } from '../../../server/src/time/words';
import { loadFolder, packFolders } from './packs';

/** Of a hundred such statements. */
const MOST_ALARMS = 1;

/** "March 1921"; null for what the chapter does not date by one month or year. */
function dateInWords({ when }: ChapterEvent): string | null {
  const [, year, month] = /^(\d{4})(?:-(\d\d)(?:-\d\d)?)?$/.exec(when.value.edtf) ?? [];
  if (year === undefined || when.alternatives.length > 0) return null;
  return month === undefined ? year : `${MONTH_NAMES[Number(month) - 1]} ${year}`;
}

function statements(event: ChapterEvent): string[] {
  const date = dateInWords(event);
  if (date === null) return [];
  const names = [event.name, ...event.names].filter((name) => name !== event.lines[0] && !/\d{4}/.test(name));
  return [
    ...event.lines.flatMap((line) => [
      `In ${date}, ${line.replace(/^(?:The|An?) /, (article) => article.toLowerCase())}.`,
      `- ${date}: ${line}`,
    ]),
    ...names.flatMap((name) => [`The ${name.replace(/^the /i, '')} took place in ${date}.`, `- ${date}: ${name}`]),
  ];
}

function without(chapter: Chapter, event: ChapterEvent): Chapter {
  const events = chapter.events.filter((each) => each !== event && !each.lines.some((line) => event.lines.includes(line)));
  return { ...chapter, events, byId: new Map([...chapter.byId].filter(([, fact]) => fact !== event)) };
}

test.each(packFolders)('%s without an event is silent on it', (folder) => {
  const chapter = loadFolder(folder).chapter!;
  const alarms: string[] = [];
  let count = 0;
  for (const event of chapter.events) {
    const told = statements(event);
    if (told.length === 0) continue;
    const knowledge = createKnowledge([without(chapter, event)]);
    for (const statement of told) {
      count++;
      const findings = check(readNotes(parseNotes(`${statement}\n`), knowledge));
      alarms.push(...findings.map(({ code, message }) => `${statement} ${code}: ${message}`));
    }
  }
  expect(count).toBeGreaterThan(100);
  expect(alarms.length / count, alarms.join('\n')).toBeLessThanOrEqual(MOST_ALARMS / 100);
});
