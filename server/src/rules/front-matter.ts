import { distance as editDistance } from 'fastest-levenshtein';
import { tell } from '../l10n/said';
import type { Finding } from './finding';
import { replaceFix } from './repair';
import type { Rule } from './rule';

export const frontMatter: Rule = {
  code: 'front-matter',
  severity: 'error',
  summary: 'Front matter that cannot be read, or that names a chapter which is not there.',
  why: 'The front matter says what the notes are checked against; without it they are not checked at all.',
  repair: 'The chapters that are there, the likeliest first. Faults of YAML have no repair.',
  bad: [
    { text: '---\nchapter: ⟦stalins-rse⟧\n---\n\nNotes.', fixed: '---\nchapter: stalins-rise\n---\n\nNotes.' },
    { text: '---\nchapter: [stalins-rise, ⟦the-cold-war⟧]\n---\n\nNotes.' },
    { text: '---\nchapter: stalins-rise\n⟦title: Stalin: a life⟧\n---\n\nNotes.', why: 'a value with a colon in it needs quotation marks' },
  ],
  good: [
    { text: '---\nchapter: stalins-rise\n---\n\nNotes.' },
    { text: '---\nchapter: [stalins-rise]\ntitle: "Stalin: a life"\n---\n\nNotes.' },
    { text: '---\nchapter: stalins-rise\nauthor: Ada\ntags: [paper 2]\n---\n\nNotes.', why: 'keys that other tools know' },
    { text: '---\ntitle: Shopping list\n---\n\nMilk.', why: 'notes that name no chapter are not checked against one' },
    { text: 'Notes.\n\n---\nchapter: nowhere\n---', why: 'front matter stands at the top' },
  ],
  check: () => [],
  checkFrontMatter: ({ reading, availableChapters }) => {
    const front = reading.notes.frontMatter;
    if (!front) return [];
    const findings: Finding[] = front.problems.map(({ start, end, message, said }) => ({
      code: 'front-matter',
      severity: 'error',
      start,
      end,
      message,
      ...(said ? { said } : {}),
      fixes: [],
    }));
    const known = new Set(reading.knowledge.chapters.map(({ id }) => id));
    for (const { id, start, end } of front.chapters) {
      if (known.has(id)) continue;
      const near = [...availableChapters].sort((a, b) => editDistance(id, a) - editDistance(id, b));
      const list = near.slice(0, 3).join(', ');
      findings.push({
        code: 'front-matter',
        severity: 'error',
        start,
        end,
        ...(near.length > 0
          ? tell('There is no chapter “{id}” here; there is {list}.', { id, list })
          : tell('There is no chapter “{id}” here.', { id })),
        fixes: near
          .slice(0, 3)
          .map((other, index) => replaceFix(`Change to ${other}`, start, end, other, index === 0 && editDistance(id, other) <= 3)),
      });
    }
    return findings;
  },
};
