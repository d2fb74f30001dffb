import { inFormOf } from '../chapter/names/tokens';
import { tell } from '../l10n/said';
import type { Finding } from './finding';
import { factReference, replaceFix } from './repair';
import type { Rule } from './rule';

const NO_PERSON = {
  event: '{name} is no person of the chapter but an event; link it as {link}.',
  term: '{name} is no person of the chapter but a term; link it as {link}.',
  source: '{name} is no person of the chapter but a source; link it as {link}.',
} as const;

export const unknownPerson: Rule = {
  code: 'unknown-person',
  severity: 'error',
  summary: 'A person marked with @ whom the chapter does not name.',
  why: 'The mark says that the person belongs to the chapter; one whom it lacks is a slip or another topic.',
  repair: 'The chapter’s people with names like it, where there are any; never made unasked.',
  bad: [
    { text: 'The clerk was @⟦Voroshilov⟧.' },
    { text: '@[⟦Winston Churchill⟧|A friend] heard of it.' },
    { text: '@⟦Pravda⟧ printed it.', fixed: '[[Pravda]] printed it.', why: 'no person, but something else of the chapter' },
  ],
  good: [
    { text: 'The clerk was @Stalin, called @[Josef Stalin|the man of steel].' },
    { text: '@Trotskii lost, and @[Leon Trotsky]’s book tells of it.', why: 'another romanisation; an ending' },
    { text: 'Voroshilov was a clerk.', why: 'without the mark it may be anybody' },
    { text: 'Write to me@school.org.', why: 'an address, not a person' },
    { text: 'It was sold @ 5 roubles.', why: 'a price' },
    { text: 'As Service says [@service2005, p. 210].', why: 'a citation' },
    { text: 'Write `@Voroshilov` or \\@Voroshilov.', why: 'code; a sign that stands for itself' },
  ],
  check: ({ reading, block }) => {
    const { names } = reading.knowledge;
    if (reading.knowledge.chapters.length === 0) return [];
    const findings: Finding[] = [];
    for (const mark of block.marks) {
      if (mark.kind !== 'person') continue;
      const match = names.identify(mark.name);
      if (match?.fact.kind === 'person' || names.isOwn(mark.name)) continue;
      const { start, end } = mark.nameRange;
      if (match) {
        findings.push({
          code: 'unknown-person',
          severity: 'error',
          start,
          end,
          ...tell(NO_PERSON[match.fact.kind as keyof typeof NO_PERSON], { name: match.fact.name, link: `[[${match.listed}]]` }),
          fact: factReference(match.fact),
          fixes: [replaceFix(`Change to [[${match.listed}]]`, mark.start, mark.end, `[[${match.listed}]]`, true)],
        });
        continue;
      }
      const fixes = names
        .suggest(mark.name, ['person'], 3)
        .map((near) => inFormOf(mark.name, near.listed))
        .map((right) => replaceFix(`Change to ${right}`, start, end, right, false));
      findings.push({
        code: 'unknown-person',
        severity: 'error',
        start,
        end,
        ...tell('The chapter names nobody called {name}.', { name: mark.name }),
        fixes,
      });
    }
    return findings;
  },
};
