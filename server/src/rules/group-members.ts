import type { Person, Term } from '../chapter/model';
import { say, tell } from '../l10n/said';
import type { Entity } from '../reading/entities';
import type { Reading, SentenceReading } from '../reading/model';
import { answersOf } from './answers';
import type { Finding } from './finding';
import { IN_IT, memberLists } from './member-lists';
import { factReference, nameLike, placeOf, replaceFix } from './repair';
import type { Rule } from './rule';

export const groupMembers: Rule = {
  code: 'group-members',
  severity: 'warning',
  summary: 'A list of a group’s members has somebody who did not belong to it.',
  why: 'Who stood together, and who did not, is what alliances are about.',
  repair: 'The name of the member who is missing. Where several are, all are offered.',
  bad: [
    {
      text: 'The triumvirate of Stalin, Zinoviev and ⟦Rykov⟧ was formed in 1922.',
      fixed: 'The triumvirate of Stalin, Zinoviev and Kamenev was formed in 1922.',
    },
    {
      text: 'The Triumvirate (Stalin, ⟦Molotov⟧ and Kamenev) kept Trotsky down.',
      fixed: 'The Triumvirate (Stalin, Zinoviev and Kamenev) kept Trotsky down.',
      why: 'somebody whom the chapter does not know',
    },
    {
      text: 'The members of the United Opposition were Trotsky, ⟦Rykov⟧ and Kamenev.',
      fixed: 'The members of the United Opposition were Trotsky, Zinoviev and Kamenev.',
    },
    { text: 'Stalin, Zinoviev and ⟦Bukharin⟧ formed the Triumvirate.', fixed: 'Stalin, Zinoviev and Kamenev formed the Triumvirate.' },
    {
      text: 'Stalin, together with Kamenev and ⟦Bukharin⟧, formed the Triumvirate.',
      fixed: 'Stalin, together with Kamenev and Zinoviev, formed the Triumvirate.',
    },
    {
      text: 'Zinoviev formed a triumvirate with Stalin and ⟦Rykov⟧.',
      fixed: 'Zinoviev formed a triumvirate with Stalin and Kamenev.',
    },
    {
      text: 'In 1926 Trotsky joined Zinoviev and ⟦Rykov⟧ in the United Opposition.',
      fixed: 'In 1926 Trotsky joined Zinoviev and Kamenev in the United Opposition.',
    },
    {
      text: 'She spoke for the Leningrad Opposition, whose leaders, Zinoviev and ⟦Tomsky⟧, were old friends.',
      fixed: 'She spoke for the Leningrad Opposition, whose leaders, Zinoviev and Kamenev, were old friends.',
    },
    {
      text: '| Group | Members |\n|---|---|\n| Triumvirate | Stalin, Kamenev, ⟦Bukharin⟧ |',
      fixed: '| Group | Members |\n|---|---|\n| Triumvirate | Stalin, Kamenev, Zinoviev |',
    },
    {
      text: 'Q: Who was in the Triumvirate?\nA: Stalin, Zinoviev, ⟦Bukharin⟧.',
      fixed: 'Q: Who was in the Triumvirate?\nA: Stalin, Zinoviev, Kamenev.',
    },
    {
      text: 'That was the United Opposition. ⟦Bukharin⟧, Zinoviev and Kamenev were in it.',
      fixed: 'That was the United Opposition. Trotsky, Zinoviev and Kamenev were in it.',
    },
    {
      text: 'The Leningrad Opposition was led by Zinoviev and ⟦Bukharin⟧.',
      fixed: 'The Leningrad Opposition was led by Zinoviev and Kamenev.',
    },
    { text: '- **Triumvirate**: Stalin, Zinoviev, ⟦Tomsky⟧', fixed: '- **Triumvirate**: Stalin, Zinoviev, Kamenev' },
    { text: '⟦Bukharin⟧ and Zinoviev, the other two triumvirs, feared Trotsky.', why: 'each is called one of the three' },
    { text: 'The other two triumvirs, Kamenev and ⟦Rykov⟧, feared Trotsky.', why: 'each is called one of the three' },
    { text: 'Stalin was one of the triumvirs, together with Zinoviev and ⟦Bukharin⟧.', why: 'each is called one of the three' },
  ],
  good: [
    { text: 'The Triumvirate of Kamenev, Stalin and Zinoviev was formed in 1922.', why: 'in any order' },
    { text: 'The United Opposition included Trotsky and Zinoviev.', why: 'not all need be named' },
    { text: 'The Triumvirate stood against Trotsky, Bukharin and Rykov.', why: 'those whom it opposed' },
    { text: 'The Triumvirate and its friends: Stalin, Zinoviev, Kamenev and Bukharin.', why: 'others are counted in, and it says so' },
    { text: 'Three men made up the Triumvirate: Stalin, Zinoviev and Kamenev, not Bukharin.', why: 'a denial' },
    { text: 'The Triumvirate did not consist of Stalin, Zinoviev and Rykov.', why: 'a denial' },
    { text: 'Was the Triumvirate made up of Stalin, Zinoviev and Rykov?', why: 'a question' },
    { text: 'If the Triumvirate had been Stalin, Zinoviev and Rykov, it would have lasted.', why: 'a supposition' },
    { text: 'The first triumvirate, of Caesar, Pompey and Crassus, gave the alliance its name.', why: 'another group of that name' },
    { text: 'After the Triumvirate came another alliance: Stalin, Bukharin and Rykov.', why: 'another group' },
    {
      text: 'The Triumvirate held. A resolution led to a special group consisting of Stalin, Trotsky and Kamenev.',
      why: 'another group of the same people',
    },
    { text: 'Bukharin, Rykov and Tomsky formed a new triumvirate against Stalin in 1928.', why: 'another one altogether' },
    { text: 'Trotsky, Zinoviev and Stalin all sat in the Politburo when the Triumvirate was formed.', why: 'members of something else' },
    { text: 'The Politburo had Rykov, Lenin’s successor as head of government, and Tomsky.', why: 'a possessive is no member' },
    {
      text: '| Group | Enemies |\n|---|---|\n| Triumvirate | Stalin’s rivals, Trotsky, Rykov |',
      why: 'a column of those whom it opposed',
    },
    { text: 'Q: Who was in the Triumvirate?\nA: Stalin, Zinoviev, Kamenev. NOT Bukharin.', why: 'a denial beside the answer' },
    { text: 'Q: Who opposed the Triumvirate?\nA: Trotsky, Stalin’s rival, and Bukharin.', why: 'it asks for others' },
    { text: 'Rykov, Bukharin and Zinoviev, the other two triumvirs and all their friends were there.', why: 'a list of others too' },
    { text: 'Kamenev and Zinoviev, the other two triumvirs, feared Trotsky.' },
    { text: 'Stalin was one of the triumvirs, with Bukharin and Zinoviev at his side.', why: 'it does not say that they were others' },
    { text: 'Bukharin and Zinoviev, no friend of the other two triumvirs, met.', why: 'said of one alone' },
    { text: 'The Politburo of 1921 had Lenin, Trotsky and Stalin among its members.' },
  ],
  check: ({ reading, sentences }) => {
    const findings: Finding[] = [];
    const answers = groupsAsked(reading, sentences);
    let above: { block: number; group: Term } | null = null;
    for (const sentence of sentences) {
      const groups = sentence.entities.filter(isGroup);
      const group = groups.length === 1 ? (groups[0]!.facts[0] as Term) : null;
      const asked = answers.get(sentence);
      const inherited = above?.block === sentence.block && (goesOn(sentence) || saysOfIt(sentence)) ? above.group : null;
      const subject = group ?? asked?.group ?? inherited;
      const isAsked = asked !== undefined && asked.group === subject;
      if (subject) findings.push(...listFindings(sentence, subject, group ? groups[0]! : null, reading, isAsked ? asked : null));
      if (group) above = { block: sentence.block, group };
    }
    return findings;
  },
};

/** "Its members were", "The three leaders were": the sentence goes on about the group above. */
function goesOn({ tokens, from }: SentenceReading): boolean {
  const [first, second, third] = tokens.slice(from, from + 3).map((token) => token.lower);
  if (first === 'its' || first === 'their') return true;
  const people = /^(?:members|member|leaders|men|partners|trio|allies|group|alliance)$/;
  return (
    (first === 'the' || first === 'these') &&
    (people.test(second ?? '') ||
      (/^(?:two|three|four|five|six|seven|eight)$/.test(second ?? '') && (people.test(third ?? '') || third === 'were')))
  );
}

/** "X, Y and Z were in it." */
function saysOfIt({ tokens, from, to }: SentenceReading): boolean {
  const words = tokens
    .slice(from, to)
    .map(({ lower }) => lower)
    .join(' ');
  return IN_IT.test(words);
}

interface GroupAsked {
  readonly group: Term;
  /** Those whom the question itself counts in. */
  readonly beside: readonly string[];
}

/** "Q: Who was in the G? A: X, Y and Z": the group of which each answer gives the members. */
function groupsAsked(reading: Reading, sentences: readonly SentenceReading[]): Map<SentenceReading, GroupAsked> {
  const asked = new Map<SentenceReading, GroupAsked>();
  for (const { question, answer } of answersOf(reading, sentences)) {
    const { tokens, from, to, entities } = question;
    const groups = entities.filter(isGroup);
    const words = tokens.slice(from, to).map(({ lower }) => lower);
    // "Which two of the G …", "Who led the G?", "Who beat the G?" ask for others.
    const wants =
      words.some((word) => /^(?:name|list|members|member)$/.test(word)) ||
      /\b(?:who|which) [^?]*\b(?:was|were|is|are|made|formed|belonged|sat|made up)\b/.test(words.join(' '));
    const narrows = words.some(
      (word) =>
        /^(?:of|led|leader|leaders|against|beat|defeated|opposed|left|outlived|not)$/.test(word) && !/members of/.test(words.join(' ')),
    );
    // "Who were X's partners in the G?" asks for its other members.
    const others = entities.filter(({ kind }) => kind === 'person');
    const isPartner = others.length === 1 && words.some((word) => /^(?:partners?|allies|other|others|besides|with)$/.test(word));
    const isOnlyGroup = entities.length === 1 || (isPartner && entities.length === 2);
    if (groups.length === 1 && isOnlyGroup && wants && !narrows)
      asked.set(answer, { group: groups[0]!.facts[0] as Term, beside: others.map(({ facts }) => facts[0]!.id) });
  }
  return asked;
}

const isGroup = (entity: Entity) => {
  const fact = entity.facts[0];
  return fact?.kind === 'term' && fact.members.length > 1 && (fact.membersCompleteAt !== undefined || fact.termKind === 'group');
};

function listFindings(
  sentence: SentenceReading,
  group: Term,
  entity: Entity | null,
  reading: Reading,
  asked: GroupAsked | null,
): Finding[] {
  const belong = membersAtOnce(group);
  const everBelonged = new Set(group.members.map(({ person }) => person));
  for (const { names: list, whole, leaders, apposed } of memberLists(sentence, group, entity, reading, asked !== null)) {
    const known = list.filter((item) => item.person !== null && everBelonged.has(item.person));
    const strange = list.filter((item) => !item.open && (item.person === null || !everBelonged.has(item.person)));
    // "Trotsky and his friends, Zinoviev and Kamenev": members named outside the list count as named.
    const named = sentence.frame.people.flatMap((participant) => (participant.role === 'oblique' ? [] : participant.ids.slice(0, 1)));
    const elsewhere = [...named, ...(asked?.beside ?? [])].filter((id) => belong.has(id) && !list.some((item) => item.person === id));
    const absent = [...belong].filter((person) => !elsewhere.includes(person) && !list.some((item) => item.person === person));
    const wrong = strange[0];
    // One wrong name among the right ones, and room for the right one.
    if (strange.length !== 1 || !wrong || known.length < 1 || absent.length === 0) continue;
    if (whole) {
      if (wrong.person === null || list.length !== belong.size || absent.length !== 1) continue;
    } else if (!apposed || list.length > belong.size) {
      if (list.length > belong.size + 1 || known.length + absent.length > belong.size) continue;
      if (list.length < Math.min(belong.size, 3) && known.length + new Set(elsewhere).size < 2) {
        // Of two leaders one is right and the other never had to do with them.
        if (!leaders || belong.size !== 2 || list.length !== 2) continue;
      }
    }
    // Where the chapter does not say that it lists all, only the leaders whom it names are known, and only its own people can be told from them.
    if (
      group.membersCompleteAt === undefined &&
      (!leaders || wrong.person === null || list.length !== belong.size || isNear(wrong.person, group, reading))
    )
      continue;
    const { start, end } = placeOf(reading, sentence, wrong);
    const person = (id: string) => reading.knowledge.fact(id) as Person | undefined;
    const right = absent.map(person).filter((fact) => fact !== undefined);
    const names = [...belong].map((id) => person(id)?.short ?? id);
    const written = reading.notes.text.slice(start, end);
    const old = wrong.person === null ? undefined : person(wrong.person);
    return [
      {
        code: 'group-members',
        severity: 'warning',
        start,
        end,
        ...tell(
          group.membersCompleteAt === undefined
            ? 'In the chapter {group} was led by {names}.'
            : 'In the chapter {group} was made up of {names}.',
          { group: article(group.name), names: { list: names, join: 'and' } },
        ),
        fact: factReference(group),
        fixes: right.slice(0, 3).map((member, index) => {
          const name = nameLike(member, written, old);
          return replaceFix(`Change to ${name}`, start, end, name, index === 0 && right.length === 1);
        }),
      },
    ];
  }
  return [];
}

/** Who belonged when the list was complete: one who came later took somebody's place. */
function membersAtOnce(group: Term): Set<string> {
  const at = group.membersCompleteAt?.value.spans[0]?.last ?? Number.POSITIVE_INFINITY;
  const then = group.members.filter(({ from }) => !from || from.value.spans.every(({ first }) => first <= at));
  return new Set((then.length > 1 ? then : group.members).map(({ person }) => person));
}

/** Whether any line of the chapter has this person and the group together. */
function isNear(person: string, group: Term, reading: Reading): boolean {
  return (reading.knowledge.facts.byFeature.get(`t:${group.id}`) ?? []).some(({ wordings }) =>
    wordings.some(({ people }) => people.has(person)),
  );
}

const article = (name: string) => (/^the /i.test(name) ? name : say('the {name}', { name }));
