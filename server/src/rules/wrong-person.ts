import type { Person, Term } from '../chapter/model';
import { tell } from '../l10n/said';
import type { Entity } from '../reading/entities';
import type { Reading, SentenceReading } from '../reading/model';
import type { Finding, Fix } from './finding';
import { judgeAliases } from './judge-aliases';
import type { DateVerdict } from './judge-dates';
import { judgeHolders } from './judge-holders';
import { judgeLifeDays } from './judge-life-days';
import { judgeParties } from './judge-parties';
import { judgePeople } from './judge-people';
import { judgePredecessors } from './judge-predecessors';
import { judgeRelations } from './judge-relations';
import { type DoerVerdict, judgeRows } from './judge-rows';
import { judgeSuccessions } from './judge-successions';
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
    { text: '- General Secretary: ⟦Lev Kamenev⟧', fixed: '- General Secretary: Josef Stalin', why: 'a whole name for a whole name' },
    { text: '⟦Rykov⟧, the editor of Pravda, fell with him.', fixed: 'Bukharin, the editor of Pravda, fell with him.' },
    {
      text: 'He attacked the Inspectorate, knowing that the man at the head of it was ⟦Zinoviev⟧.',
      fixed: 'He attacked the Inspectorate, knowing that the man at the head of it was Stalin.',
    },
    {
      text: '| Name | Post |\n|---|---|\n| ⟦Tomsky⟧ | head of the Moscow party |',
      fixed: '| Name | Post |\n|---|---|\n| Kamenev | head of the Moscow party |',
    },
    { text: '- Bazhanov: private secretary of ⟦Trotsky⟧, 1923–25', fixed: '- Bazhanov: private secretary of Stalin, 1923–25' },
    { text: 'Krupskaya, the wife of ⟦Stalin⟧, was a teacher.', fixed: 'Krupskaya, the wife of Lenin, was a teacher.' },
    { text: 'They kept ⟦Trotsky⟧’s Testament secret.', fixed: 'They kept Lenin’s Testament secret.' },
    {
      text: 'On 5 March 1923 ⟦Trotsky⟧ threatened Stalin to break off all relations.',
      fixed: 'On 5 March 1923 Lenin threatened Stalin to break off all relations.',
    },
    {
      text: '---\nchapter: french-revolution\n---\n\n2 June 1793: the ⟦Dantonists⟧ are expelled from the Convention',
      fixed: '---\nchapter: french-revolution\n---\n\n2 June 1793: the Girondins are expelled from the Convention',
      why: 'another group',
    },
    {
      text: 'Q: Who became General Secretary in April 1922? A: ⟦Kamenev⟧',
      fixed: 'Q: Who became General Secretary in April 1922? A: Stalin',
    },
    { text: 'Q: Who was editor of Pravda until 1929?\nA: ⟦Zinoviev⟧', fixed: 'Q: Who was editor of Pravda until 1929?\nA: Bukharin' },
    {
      text: 'As General Secretary ⟦Kamenev⟧ could choose the officials.',
      fixed: 'As General Secretary Stalin could choose the officials.',
    },
    { text: 'The General Secretary since April 1922 was ⟦Kamenev⟧.', fixed: 'The General Secretary since April 1922 was Stalin.' },
    {
      text: 'The darling of the Party, ⟦Trotsky⟧, believed in the NEP.',
      fixed: 'The darling of the Party, Bukharin, believed in the NEP.',
    },
    { text: 'They called ⟦Trotsky⟧ the darling of the Party.', fixed: 'They called Bukharin the darling of the Party.' },
    { text: 'Bronstein, better known as ⟦Lenin⟧, came late.', fixed: 'Bronstein, better known as Trotsky, came late.' },
    {
      text: 'Lenin wrote that ⟦Kamenev⟧ was the most capable man in the Central Committee.',
      fixed: 'Lenin wrote that Trotsky was the most capable man in the Central Committee.',
    },
    { text: '⟦Bukharin⟧ introduced the NEP in March 1921.', fixed: 'Lenin introduced the NEP in March 1921.' },
    { text: 'In 1898 ⟦Stalin⟧ married Krupskaya.', fixed: 'In 1898 Lenin married Krupskaya.' },
    { text: 'The Left, led by ⟦Bukharin⟧, wanted world revolution.' },
    { text: 'In April 1922 ⟦Kamenev⟧ took over as General Secretary.', fixed: 'In April 1922 Stalin took over as General Secretary.' },
    {
      text: '⟦Kamenev⟧’s dismissal from the Politburo in July 1926 was a warning.',
      fixed: 'Zinoviev’s dismissal from the Politburo in July 1926 was a warning.',
    },
    {
      text: 'The NEP, which ⟦Stalin⟧ had introduced in 1921, was controversial.',
      fixed: 'The NEP, which Lenin had introduced in 1921, was controversial.',
    },
    { text: '- 1926 Jul: ⟦Kamenev⟧ out of Politburo', fixed: '- 1926 Jul: Zinoviev out of Politburo' },
    {
      text: 'The murder of ⟦Bukharin⟧ in Mexico in 1940 ended the story.',
      fixed: 'The murder of Trotsky in Mexico in 1940 ended the story.',
      why: 'the date is right for another’s death',
    },
    { text: '⟦Trotsky⟧’s widow, Krupskaya, wanted it read out.', fixed: 'Lenin’s widow, Krupskaya, wanted it read out.' },
    {
      text: 'The book asks “Was he a genius?”, but in July 1926 ⟦Kamenev⟧ was dismissed from the Politburo.',
      fixed: 'The book asks “Was he a genius?”, but in July 1926 Zinoviev was dismissed from the Politburo.',
    },
    {
      text: '---\nchapter: french-revolution\n---\n\n⟦Robespierre⟧ was stabbed by Charlotte Corday.',
      fixed: '---\nchapter: french-revolution\n---\n\nMarat was stabbed by Charlotte Corday.',
    },
    {
      text: '---\nchapter: weimar-germany\n---\n\nThe SA, whose chief of staff was ⟦Himmler⟧, lined the corridors.',
      fixed: '---\nchapter: weimar-germany\n---\n\nThe SA, whose chief of staff was Röhm, lined the corridors.',
    },
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
    { text: 'Trotsky led the Soviet delegation at Brest-Litovsk from December 1917 to February 1918.', why: 'no office of the chapter' },
    { text: 'In 1917 Trotsky called them the “pride and glory of the Russian Revolution”.', why: 'a noun that the clause only mentions' },
    { text: 'At a congress in 1923 Lenin nominated Stalin as General Secretary.', why: 'not the appointment of a private secretary' },
    { text: 'By late 1924 Bukharin was well placed as Stalin’s chief ally.', why: 'another alliance' },
    { text: 'In March 1923 Trotsky was ill and Lenin suffered his third stroke.', why: 'told of the right person beside him' },
    { text: 'Kamenev, editor of Pravda in 1917, took a soft line.', why: 'when the chapter does not say who it was' },
    { text: 'Lenin met Stalin, the General Secretary, and Trotsky.', why: 'a list' },
    { text: 'To the General Secretary, Trotsky was an enemy.', why: 'a clause that begins' },
    { text: 'The acting head of the Moscow party, Rykov, stood in for him.', why: 'another post' },
    { text: 'Stalin’s wife, Nadezhda Alliluyeva, shot herself in 1932.', why: 'a wife whom the chapter lacks' },
    { text: 'Trotsky’s Testament of February 1940 is another document.', why: 'dated apart' },
    { text: '- Trotsky – General Secretary was not a post he wanted.', why: 'no label' },
    { text: 'Trotsky warned of Stalin’s power.', why: 'many can have warned' },
    { text: 'Kamenev called Stalin too rude.', why: 'what one says of somebody, others may say too' },
    { text: 'They called Stalin the last Tsar of Russia.', why: 'a likeness' },
    { text: 'Q: Who became General Secretary in April 1922? A: Stalin', why: 'the right answer' },
    { text: 'Q: Who became General Secretary in April 1922? A: not Kamenev', why: 'an answer that denies' },
    { text: 'Who became General Secretary in April 1922? Kamenev was asked first.', why: 'a sentence of its own, no answer' },
    { text: 'As General Secretary Trotsky could have chosen the officials.', why: 'a supposition' },
    { text: 'As the General Secretary, Trotsky thought, Stalin had too much power.', why: 'of whom he thinks' },
    { text: 'The Left, led by Trotsky, wanted world revolution.', why: 'one of its members' },
    { text: 'Zinoviev and Kamenev led the Leningrad Opposition.', why: 'its leaders' },
    {
      text: '| Name | Post | Rival |\n|---|---|---|\n| Stalin | General Secretary | Trotsky |',
      why: 'a column of others',
    },
    {
      text: '---\nchapter: weimar-germany\n---\n\nOn 9 November 1918 Liebknecht proclaimed the free socialist republic.',
      why: 'another republic',
    },
    {
      text: '---\nchapter: weimar-germany\n---\n\nThe French Foreign Minister, Briand, agreed with Hitler’s rivals.',
      why: 'of another country',
    },
    {
      text: '---\nchapter: weimar-germany\n---\n\nThe Prussian Interior Minister, Göring, had the police in 1933.',
      why: 'of a part of the country',
    },
  ],
  check: ({ reading, sentences, dates }) =>
    onceEach([
      ...deeds(reading, sentences),
      ...holders(reading, sentences),
      ...relations(reading, sentences),
      ...parties(reading, sentences),
      ...aliases(reading, sentences),
      ...rows([...judgeRows(reading, sentences), ...judgeLifeDays(reading, undated(sentences, dates))], reading),
    ]),
};

/** One mistake, one finding. */
function onceEach(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    ({ start, end }, index) => !findings.slice(0, index).some((earlier) => earlier.start < end && start < earlier.end),
  );
}

function relations(reading: Reading, sentences: readonly SentenceReading[]): Finding[] {
  return judgeRelations(reading, sentences).map(({ sentence, wrong, right, about, what }): Finding => {
    const { start, end } = placeOf(reading, sentence, wrong);
    const names = right.map((person) => person.short);
    const told =
      about.kind === 'term'
        ? tell("In the chapter the {what} is {name}'s.", { what, name: names[0]! })
        : about.id === right[0]!.id
          ? tell('In the chapter the {what} was {name}.', { what, name: names[0]! })
          : tell('In the chapter {person} was {what} of {name}.', { person: about.short, what, name: names[0]! });
    return {
      code: 'wrong-person',
      severity: 'warning',
      start,
      end,
      ...told,
      fact: factReference(about),
      fixes: nameFixes(reading, right, wrong.entity, start, end),
    };
  });
}

function parties(reading: Reading, sentences: readonly SentenceReading[]): Finding[] {
  return judgeParties(reading, sentences).map(({ sentence, wrong, right, fact }): Finding => {
    const { start, end } = placeOf(reading, sentence, wrong.entity);
    const name = right.name.replace(/^the /i, '');
    return {
      code: 'wrong-person',
      severity: 'warning',
      start,
      end,
      ...tell('In the chapter this is said of the {name}: “{what}”.', { name, what: fact.label }),
      fact: factReference(fact.fact, fact.date?.value),
      fixes: [replaceFix(`Change to ${name}`, start, end, name, true)],
    };
  });
}

function aliases(reading: Reading, sentences: readonly SentenceReading[]): Finding[] {
  return judgeAliases(reading, sentences).map(({ sentence, wrong, right, alias }): Finding => {
    const { start, end } = placeOf(reading, sentence, wrong);
    return {
      code: 'wrong-person',
      severity: 'warning',
      start,
      end,
      ...tell('In the chapter {alias} is a name of {person}.', { alias, person: right.short }),
      fact: factReference(right),
      fixes: nameFixes(reading, [right], wrong, start, end),
    };
  });
}

/** The sentences in which no date is found wrong: one mistake, one finding. */
function undated(sentences: readonly SentenceReading[], dates: readonly DateVerdict[]): SentenceReading[] {
  const missed = new Set(dates.flatMap(({ sentence, miss }) => (miss ? [sentence] : [])));
  return sentences.filter((sentence) => !missed.has(sentence));
}

function rows(verdicts: readonly DoerVerdict[], reading: Reading): Finding[] {
  return verdicts.map(({ sentence, wrong, right, fact }): Finding => {
    const { start, end } = placeOf(reading, sentence, wrong);
    return {
      code: 'wrong-person',
      severity: 'warning',
      start,
      end,
      ...tell('In the chapter this is said of {name}: “{what}”.', { name: right.short, what: fact.label }),
      fact: factReference(fact.fact, fact.date?.value),
      fixes: nameFixes(reading, [right], wrong, start, end),
    };
  });
}

function holders(reading: Reading, sentences: readonly SentenceReading[]): Finding[] {
  const verdicts = [judgeHolders, judgeSuccessions, judgePredecessors].flatMap((judge) => judge(reading, sentences));
  return verdicts.map(({ sentence, wrong, right, office, at, leads, left }): Finding => {
    const { start, end } = placeOf(reading, sentence, wrong);
    const [person] = right;
    const named = placeOf(reading, at ?? sentence, office);
    const title = reading.notes.text.slice(named.start, named.end);
    const isBody = office.kind === 'term' && (office.facts[0] as Term).termKind !== 'office';
    return {
      code: 'wrong-person',
      severity: 'warning',
      start,
      end,
      ...(leads
        ? tell('In the chapter the {body} was led by {names}.', {
            body: (office.facts[0] as Term).name.replace(/^the /i, ''),
            names: { list: right.map(({ short }) => short), join: 'and' },
          })
        : left
          ? tell('In the chapter the {office} before that was {person}.', { person: person!.short, office: title })
          : tell(
              isBody ? 'In the chapter {person} stood at the head of the {office} then.' : 'In the chapter the {office} was {person} then.',
              { person: person!.short, office: title },
            )),
      fact: factReference(person!),
      fixes: nameFixes(reading, right, wrong, start, end),
    };
  });
}

function deeds(reading: Reading, sentences: readonly SentenceReading[]): Finding[] {
  return judgePeople(reading, sentences).map(({ sentence, wrong, right, fact, borneOut }): Finding => {
    const { start, end } = placeOf(reading, sentence, wrong.entity!);
    const names = right.map((person) => person.short);
    return {
      code: 'wrong-person',
      severity: 'warning',
      start,
      end,
      ...tell('In the chapter this is said of {name}: “{what}”.', { name: { list: names, join: 'or' }, what: fact.label }),
      fact: factReference(fact.fact, fact.date?.value),
      fixes: nameFixes(reading, right, wrong.entity!, start, end),
      ...(borneOut ? { borneOut } : {}),
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
