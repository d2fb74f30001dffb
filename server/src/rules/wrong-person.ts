import { wordEnd } from '../reading/read-block';
import type { Finding } from './finding';
import { judgePeople } from './judge-people';
import { factReference, replaceFix } from './repair';
import type { Rule } from './rule';

export const wrongPerson: Rule = {
  code: 'wrong-person',
  severity: 'warning',
  summary: 'Somebody is credited with what another person of the chapter did or was.',
  why: 'An argument about people stands or falls with who did what.',
  bad: [
    { text: 'In July 1926 ⟦Kamenev⟧ was dismissed from the Politburo.', fixed: 'In July 1926 Zinoviev was dismissed from the Politburo.' },
  ],
  good: [{ text: 'In July 1926 Zinoviev was dismissed from the Politburo.' }],
  check: ({ reading }) =>
    judgePeople(reading).map(({ sentence, wrong, right, fact }): Finding => {
      const block = reading.notes.blocks[sentence.block]!;
      const first = sentence.tokens[wrong.entity!.from]!;
      const last = sentence.tokens[wrong.entity!.to - 1]!;
      const start = block.start + first.start;
      const end = block.start + wordEnd(last);
      const names = right.map((person) => person.short);
      return {
        code: 'wrong-person',
        severity: 'warning',
        start,
        end,
        message: `In the chapter this is said of ${names.join(' or ')}: “${fact.label}”.`,
        fact: factReference(fact.fact, fact.date?.value),
        fixes: names.map((name, index) => replaceFix(`Change to ${name}`, start, end, name, index === 0 && names.length === 1)),
      };
    }),
};
