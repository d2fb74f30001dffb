import type { Person, Term } from '../chapter/model';
import type { Entity } from '../reading/entities';
import type { Reading } from '../reading/model';
import type { Finding, Fix } from './finding';
import { judgeHolders } from './judge-holders';
import { judgeParties } from './judge-parties';
import { judgePeople } from './judge-people';
import { judgeRelations } from './judge-relations';
import { judgeRows } from './judge-rows';
import { factReference, nameLike, placeOf, replaceFix } from './repair';
import type { Rule } from './rule';

export const wrongPerson: Rule = {
  code: 'wrong-person',
  severity: 'warning',
  summary: 'Somebody is credited with what another person of the chapter did or was.',
  why: 'An argument about people stands or falls with who did what.',
  repair: 'The name of the person of whom the chapter says it. Where there are several, all are offered.',
  bad: [
    { text: 'In July 1926 ⟦Kamenev⟧ was dismissed from the Politburo.', fixed: 'In July 1926 Zinoviev was dismissed from the Politburo.' },
    { text: '⟦Rykov⟧ was removed as editor of Pravda.', fixed: 'Bukharin was removed as editor of Pravda.' },
    { text: 'In March 1923 ⟦Trotsky⟧ suffered a third stroke.', fixed: 'In March 1923 Lenin suffered a third stroke.' },
    { text: 'The Testament was written by ⟦Trotsky⟧.', fixed: 'The Testament was written by Lenin.' },
    {
      text: '⟦Kamenev⟧ was the head of the Petrograd party branch.',
      fixed: 'Zinoviev was the head of the Petrograd party branch.',
    },
    { text: '⟦Zinoviev⟧ founded the Fourth International.', fixed: 'Trotsky founded the Fourth International.' },
  ],
  good: [
    { text: 'In July 1926 Zinoviev was dismissed from the Politburo.' },
    { text: 'Trotsky was dismissed from the Politburo in October 1926.', why: 'another event: person and date differ' },
    { text: 'In December 1922 Stalin and Kamenev formed the Triumvirate.', why: 'two of three is no mistake' },
    { text: 'Kamenev and Zinoviev voted for Stalin’s appointment as General Secretary.', why: 'another part in the same event' },
    { text: 'Trotsky did not become General Secretary in April 1922.', why: 'a denial' },
    {
      text: 'It was not Kamenev but Zinoviev who was dismissed from the Politburo in July 1926.',
      why: 'what is denied, beside what is right',
    },
    { text: 'Did Kamenev become General Secretary in April 1922?', why: 'a question' },
    { text: 'Trotsky could have become General Secretary.', why: 'a supposition' },
    { text: 'It is a myth that Zinoviev wrote the Testament.', why: 'an error that is told of' },
    { text: 'In 1985 Gorbachev became General Secretary.', why: 'a later holder' },
    { text: 'Zinoviev hoped to become General Secretary.', why: 'a wish' },
    { text: 'Kamenev is often said to have founded the Fourth International.', why: 'others’ view' },
    { text: 'Kamenev was dismissed from the Politburo later that year.', why: 'another dismissal' },
  ],
  check: ({ reading }) => onceEach([...deeds(reading), ...holders(reading), ...relations(reading), ...parties(reading), ...rows(reading)]),
};

/** One mistake, one finding. */
function onceEach(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    ({ start, end }, index) => !findings.slice(0, index).some((earlier) => earlier.start < end && start < earlier.end),
  );
}

function relations(reading: Reading): Finding[] {
  return judgeRelations(reading).map(({ sentence, wrong, right, about, what }): Finding => {
    const { start, end } = placeOf(reading, sentence, wrong);
    const names = right.map((person) => person.short);
    const message =
      about.kind === 'term'
        ? `In the chapter the ${what} is ${names[0]}'s.`
        : about.id === right[0]!.id
          ? `In the chapter the ${what} was ${names[0]}.`
          : `In the chapter ${about.short} was ${what} of ${names[0]}.`;
    return {
      code: 'wrong-person',
      severity: 'warning',
      start,
      end,
      message,
      fact: factReference(about),
      fixes: nameFixes(reading, right, wrong.entity, start, end),
    };
  });
}

function parties(reading: Reading): Finding[] {
  return judgeParties(reading).map(({ sentence, wrong, right, fact }): Finding => {
    const { start, end } = placeOf(reading, sentence, wrong.entity);
    const name = right.name.replace(/^the /i, '');
    return {
      code: 'wrong-person',
      severity: 'warning',
      start,
      end,
      message: `In the chapter this is said of the ${name}: “${fact.label}”.`,
      fact: factReference(fact.fact, fact.date?.value),
      fixes: [replaceFix(`Change to ${name}`, start, end, name, true)],
    };
  });
}

function rows(reading: Reading): Finding[] {
  return judgeRows(reading).map(({ sentence, wrong, right, fact }): Finding => {
    const { start, end } = placeOf(reading, sentence, wrong);
    return {
      code: 'wrong-person',
      severity: 'warning',
      start,
      end,
      message: `In the chapter this is said of ${right.short}: “${fact.label}”.`,
      fact: factReference(fact.fact, fact.date?.value),
      fixes: nameFixes(reading, [right], wrong, start, end),
    };
  });
}

function holders(reading: Reading): Finding[] {
  return judgeHolders(reading).map(({ sentence, wrong, right, office }): Finding => {
    const { start, end } = placeOf(reading, sentence, wrong);
    const [person] = right;
    const named = placeOf(reading, sentence, office);
    const title = reading.notes.text.slice(named.start, named.end);
    const isBody = office.kind === 'term' && (office.facts[0] as Term).termKind !== 'office';
    return {
      code: 'wrong-person',
      severity: 'warning',
      start,
      end,
      message: isBody
        ? `In the chapter ${person!.short} stood at the head of the ${title} then.`
        : `In the chapter the ${title} was ${person!.short} then.`,
      fact: factReference(person!),
      fixes: nameFixes(reading, right, wrong, start, end),
    };
  });
}

function deeds(reading: Reading): Finding[] {
  return judgePeople(reading).map(({ sentence, wrong, right, fact }): Finding => {
    const { start, end } = placeOf(reading, sentence, wrong.entity!);
    const names = right.map((person) => person.short);
    return {
      code: 'wrong-person',
      severity: 'warning',
      start,
      end,
      message: `In the chapter this is said of ${names.join(' or ')}: “${fact.label}”.`,
      fact: factReference(fact.fact, fact.date?.value),
      fixes: nameFixes(reading, right, wrong.entity!, start, end),
    };
  });
}

/** The right names, written as the wrong one is. */
function nameFixes(reading: Reading, right: readonly Person[], wrong: Entity | null, start: number, end: number): Fix[] {
  const fact = wrong?.facts[0];
  const written = reading.notes.text.slice(start, end);
  const names = right.map((person) => nameLike(person, written, fact?.kind === 'person' ? fact : undefined));
  return names.map((name, index) => replaceFix(`Change to ${name}`, start, end, name, index === 0 && names.length === 1));
}
