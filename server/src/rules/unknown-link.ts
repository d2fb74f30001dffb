import { inFormOf } from '../chapter/names/tokens';
import { tell } from '../l10n/said';
import { headingNamed } from '../notes/headings';
import type { Finding } from './finding';
import { factReference, replaceFix } from './repair';
import type { Rule } from './rule';

export const unknownLink: Rule = {
  code: 'unknown-link',
  severity: 'error',
  summary: 'A [[link]] to something that neither the chapter nor the workspace’s notes have.',
  why: 'A link says that the chapter treats the thing, or that there are notes of that name; one that leads nowhere is a slip or another topic.',
  repair: 'The chapter’s events, terms and sources with names like it, where there are any; never made unasked.',
  bad: [
    { text: 'It began with the [[⟦Treaty of Brest-Litovsk⟧]].' },
    { text: 'The [[⟦Five-Year Plan⟧|plan]] came next.' },
    { text: '[[⟦Leon Trotsky⟧]] lost.', fixed: '@[Leon Trotsky] lost.', why: 'people are marked with @' },
  ],
  good: [
    { text: 'It began with the [[Kronstadt Rebellion|sailors’ revolt]] and the [[NEP]].' },
    { text: 'The [[Kronstadt rising]] and the [[new economic policy]]', why: 'other names, small letters' },
    { text: 'This is told in [[Source 2.1]].', why: 'sources can be linked too' },
    { text: 'This is told in [[service2005]] and in [[Stalin and Khrushchev]].', why: 'by their keys and by their titles' },
    { text: '# The rising\n\nSee [[the rising]] and [[#The rising]].', why: 'a heading of the notes' },
    { text: 'The Treaty of Brest-Litovsk was signed in 1918.', why: 'without the mark it may be anything' },
    { text: 'See [the map](https://example.org) and [another one][1].', why: 'Markdown’s own links' },
    { text: 'Write `[[Treaty]]` for a link.', why: 'code' },
  ],
  check: ({ reading, block }) => {
    const { names } = reading.knowledge;
    if (reading.knowledge.chapters.length === 0) return [];
    const findings: Finding[] = [];
    for (const mark of block.marks) {
      if (mark.kind !== 'link') continue;
      const match = names.identify(mark.name);
      const { start, end } = mark.nameRange;
      if ((match && match.fact.kind !== 'person') || names.isOwn(mark.name)) continue;
      if (match) {
        findings.push({
          code: 'unknown-link',
          severity: 'error',
          start,
          end,
          ...tell('{name} is a person; mark people with @.', { name: match.fact.name }),
          fact: factReference(match.fact),
          fixes: [replaceFix(`Change to @[${match.listed}]`, mark.start, mark.end, `@[${match.listed}]`, true)],
        });
        continue;
      }
      const fixes = names
        .suggest(mark.name, ['event', 'term', 'source'], 3)
        .map((near) => inFormOf(mark.name, near.listed))
        .map((right) => replaceFix(`Change to ${right}`, start, end, right, false));
      findings.push({
        code: 'unknown-link',
        severity: 'error',
        start,
        end,
        ...tell('The chapter has nothing called {name}.', { name: mark.name }),
        fixes,
      });
    }
    return findings;
  },
  // A person's name is a slip whatever the notes are called.
  holds({ start, end, fact }, { reading: { notes }, knownNotes }) {
    const name = notes.text.slice(start, end);
    return fact !== undefined || (!headingNamed(notes, name) && !knownNotes(name));
  },
};
