import { distance as editDistance } from 'fastest-levenshtein';
import type { AnyFact } from '../chapter/model';
import { inFormOf } from '../chapter/names/tokens';
import { tell } from '../l10n/said';
import type { Finding } from './finding';
import { factReference, replaceFix } from './repair';
import type { Rule } from './rule';

export const misspeltName: Rule = {
  code: 'misspelt-name',
  severity: 'warning',
  summary: 'A name that is nobody’s, one slip of the pen away from a name of the chapter.',
  why: 'A misspelt name looks careless and cannot be looked up; another romanisation is not a misspelling.',
  repair: 'The name as the chapter spells it. If yours is right, add it to your own names.',
  bad: [
    { text: '⟦Bukarin⟧ was the editor of Pravda.', fixed: 'Bukharin was the editor of Pravda.' },
    { text: 'Zinoviev and ⟦Kamanev⟧ gave way.', fixed: 'Zinoviev and Kamenev gave way.' },
    { text: '⟦Trostky⟧’s speech was long.', fixed: 'Trotsky’s speech was long.' },
    { text: 'Josef ⟦Stallin⟧ won.', fixed: 'Josef Stalin won.' },
    { text: 'The sailors of ⟦Krondstadt⟧ rose against the Party.', fixed: 'The sailors of Kronstadt rose against the Party.' },
    { text: 'The [[⟦Kronstad Rebellion⟧]] frightened the Party.', fixed: 'The [[Kronstadt Rebellion]] frightened the Party.' },
    { text: '@⟦Kamanev⟧ gave way.', fixed: '@Kamenev gave way.' },
    { text: 'See @⟦ordzhonikidse⟧.', fixed: 'See @ordzhonikidze.', why: 'as small as it is written' },
    { text: 'Lenin’s wife, Nadezhda ⟦Krupksaya⟧, was insulted.', fixed: 'Lenin’s wife, Nadezhda Krupskaya, was insulted.' },
    { text: '⟦Nadehzda⟧ Krupskaya was insulted.', fixed: 'Nadezhda Krupskaya was insulted.' },
    {
      text: 'The ⟦Untied⟧ Opposition of 1926 came too late.',
      fixed: 'The United Opposition of 1926 came too late.',
      why: 'the rest of the name tells what was meant',
    },
    { text: 'The New ⟦Econmic⟧ Policy was a retreat.', fixed: 'The New Economic Policy was a retreat.' },
    { text: 'TROTSKY AND ⟦KAMANEV⟧', fixed: 'TROTSKY AND KAMENEV' },
    {
      text: 'Zinoviev and Kamenev gave way. Against ⟦Zinoveiv⟧ and ⟦Kamanev⟧ others spoke; ⟦Kamanev⟧ was silent.',
      why: 'a slip made twice is no other name',
    },
  ],
  good: [
    { text: 'Trotsky’s, Kamenev’s and the Zinovievs’', why: 'endings' },
    { text: 'Trotskii and Dzerzhinskii', why: 'other romanisations' },
    { text: 'Trockij, Zinov’ev and Kamenew are the same men in other alphabets.', why: 'other romanisations' },
    { text: 'Krupskaia and Krupskaja', why: 'other romanisations' },
    { text: 'TROTSKY', why: 'capitals' },
    { text: 'Leningrad, Stalinism and the Trotskyists', why: 'derived words' },
    { text: 'Stalingrad and Leninsk are towns, Bukhara is a city.', why: 'places that are named like people, or nearly so' },
    { text: 'Rykova, his daughter', why: 'the feminine form of a surname' },
    { text: 'Sverdlov, Kirov, Molotov and Voroshilov', why: 'people whom the chapter does not name' },
    { text: 'Lenina Crowne and Stella Rimington', why: 'other people’s names' },
    { text: 'A baker, Ivan Kamanev, sold bread. Kamanev was fat.', why: 'a stranger whom the text introduces' },
    { text: 'The Left Communists and the Right were united.', why: 'words, not names' },
    { text: 'General Kamenov had nothing to do with it.', why: 'a name of his own' },
    { text: 'The service was long, the lynch mob cruel.', why: 'words that are also names' },
    { text: 'See `Trostky` and https://example.org/Trostky.', why: 'code and addresses' },
  ],
  check: ({ reading, mentions, block }) => {
    const findings: Finding[] = [];
    const { notes, knowledge } = reading;
    for (const mention of mentions) {
      if (mention.kind !== 'fact' || mention.how !== 'misspelling') continue;
      if (mention.slip) {
        findings.push(finding(mention.slip.start, mention.slip.end, mention.fact, mention.slip.right));
        continue;
      }
      const written = notes.text.slice(mention.start, mention.end);
      const match = [knowledge.names.identify(written), knowledge.names.misspelling(written)].find(
        (near) => near?.fact.id === mention.fact.id,
      );
      findings.push(
        finding(mention.start, mention.end, mention.fact, inFormOf(written, rightSpelling(written, mention.fact, match?.listed))),
      );
    }
    for (const mark of block.marks) {
      if (mark.kind !== 'person' && mark.kind !== 'link') continue;
      const match = knowledge.names.identify(mark.name);
      if (!match || (match.how !== 'misspelling' && !match.careless)) continue;
      const { start, end } = mark.nameRange;
      if (findings.some((other) => other.start < end && start < other.end)) continue;
      findings.push(finding(start, end, match.fact, inFormOf(mark.name, match.listed)));
    }
    return findings;
  },
};

function finding(start: number, end: number, fact: AnyFact, right: string): Finding {
  return {
    code: 'misspelt-name',
    severity: 'warning',
    start,
    end,
    ...tell('This looks like a misspelling of {name}.', { name: right }),
    fact: factReference(fact),
    fixes: [replaceFix(`Change to ${right}`, start, end, right, true)],
  };
}

/** What the writer meant: the listed name, or, where one half of a full name is misspelt, that half. */
function rightSpelling(written: string, fact: AnyFact, listed: string | undefined): string {
  if (listed !== undefined) return listed;
  const words = [fact.name, ...fact.names].flatMap((name) => name.split(/\s+/));
  return words.reduce((best, word) =>
    editDistance(word.toLowerCase(), written.toLowerCase()) < editDistance(best.toLowerCase(), written.toLowerCase()) ? word : best,
  );
}
