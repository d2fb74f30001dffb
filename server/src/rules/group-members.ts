import type { Person, Term } from '../chapter/model';
import type { Entity } from '../reading/entities';
import type { Reading, SentenceReading } from '../reading/model';
import type { Token } from '../reading/tokens';
import type { Finding } from './finding';
import { factReference, placeOf, replaceFix } from './repair';
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
    { text: '- **Triumvirate**: Stalin, Zinoviev, ⟦Tomsky⟧', fixed: '- **Triumvirate**: Stalin, Zinoviev, Kamenev' },
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
    { text: 'The Politburo of 1921 had Lenin, Trotsky and Stalin among its members.' },
  ],
  check: ({ reading }) => {
    const findings: Finding[] = [];
    let above: { block: number; group: Term } | null = null;
    for (const sentence of reading.sentences) {
      const groups = sentence.entities.filter(isGroup);
      const group = groups.length === 1 ? (groups[0]!.facts[0] as Term) : null;
      const inherited =
        above?.block === sentence.block && /^(?:its|their|the)$/.test(sentence.tokens[sentence.from]?.lower ?? '') ? above.group : null;
      const subject = group ?? inherited;
      if (subject) findings.push(...listFindings(sentence, subject, groups[0] ?? null, reading));
      if (group) above = { block: sentence.block, group };
    }
    return findings;
  },
};

const isGroup = (entity: Entity) => {
  const fact = entity.facts[0];
  return fact?.kind === 'term' && fact.members.length > 1 && fact.membersCompleteAt !== undefined;
};

/** Words between a group and the list of those who make it up. */
const COMPOSES = new Set(
  'of members member were was is are consisted consists comprised comprises included made up composed comprising consisting between = : ( – — - namely who which friends partners leaders'.split(
    ' ',
  ),
);

function listFindings(sentence: SentenceReading, group: Term, entity: Entity | null, reading: Reading): Finding[] {
  const members = new Set(group.members.map(({ person }) => person));
  for (const list of nameLists(sentence)) {
    if (list.length < 2 || !isAsserted(sentence, list[0]!.from) || !composes(sentence, list, entity)) continue;
    const known = list.filter((item) => item.person !== null && members.has(item.person));
    const strange = list.filter((item) => item.person === null || !members.has(item.person));
    // "Trotsky and his friends, Zinoviev and Kamenev": members named outside the list count as named.
    const elsewhere = sentence.frame.people
      .flatMap((participant) => (participant.role === 'oblique' ? [] : participant.ids.slice(0, 1)))
      .filter((id) => members.has(id) && !list.some((item) => item.person === id));
    const absent = group.members.filter(({ person }) => !elsewhere.includes(person) && !list.some((item) => item.person === person));
    // One wrong name among the right ones, and room for the right one.
    if (
      strange.length !== 1 ||
      known.length < 1 ||
      absent.length === 0 ||
      list.length > members.size + 1 ||
      known.length + absent.length > members.size
    )
      continue;
    if (list.length < Math.min(members.size, 3) && known.length + new Set(elsewhere).size < 2) continue;
    const wrong = strange[0]!;
    const { start, end } = placeOf(reading, sentence, wrong);
    const right = absent.map(({ person }) => reading.knowledge.fact(person)).filter((fact): fact is Person => fact?.kind === 'person');
    const names = group.members.map(({ person }) => (reading.knowledge.fact(person) as Person | undefined)?.short ?? person);
    return [
      {
        code: 'group-members',
        severity: 'warning',
        start,
        end,
        message: `In the chapter ${article(group.name)} was made up of ${new Intl.ListFormat('en-GB').format(names)}.`,
        fact: factReference(group),
        fixes: right
          .slice(0, 3)
          .map((person, index) => replaceFix(`Change to ${person.short}`, start, end, person.short, index === 0 && right.length === 1)),
      },
    ];
  }
  return [];
}

function isAsserted(sentence: SentenceReading, token: number): boolean {
  return sentence.clauses.every(
    ({ clause, unasserted }) => !unasserted || !clause.ranges.some((range) => token >= range.from && token < range.to),
  );
}

const article = (name: string) => (/^the /i.test(name) ? name : `the ${name}`);

interface ListedName {
  readonly from: number;
  readonly to: number;
  /** Null for a capitalised name that the chapter lacks. */
  readonly person: string | null;
}

/** Runs of names joined by commas, "and", "&" and "+". */
function nameLists(sentence: SentenceReading): ListedName[][] {
  const { tokens, from, to, entities } = sentence;
  const people = new Map(
    entities.filter((entity) => entity.kind === 'person' && !entity.possessive).map((entity) => [entity.from, entity]),
  );
  const other = new Set(entities.filter((entity) => entity.kind !== 'person').flatMap((entity) => [entity.from]));
  const lists: ListedName[][] = [];
  let current: ListedName[] = [];
  let joined = true;
  for (let i = from; i < to; ) {
    const person = people.get(i);
    const token = tokens[i]!;
    if (person) {
      if (!joined) flush();
      current.push({ from: i, to: person.to, person: person.facts[0]!.id });
      joined = false;
      i = person.to;
    } else if (isJoint(token)) {
      joined = current.length > 0;
      i++;
    } else if (joined && current.length > 0 && token.kind === 'word' && token.capitalised && !other.has(i) && token.text.length > 2) {
      current.push({ from: i, to: i + 1, person: null });
      joined = false;
      i++;
    } else {
      flush();
      i++;
    }
  }
  flush();
  return lists;

  function flush(): void {
    if (current.length > 1) lists.push(current);
    current = [];
    joined = true;
  }
}

const isJoint = (token: Token) => token.text === ',' || token.text === '&' || token.text === '+' || token.lower === 'and';

/** Whether the words between the group and the list say that these make it up. */
function composes({ tokens, from }: SentenceReading, list: readonly ListedName[], group: Entity | null): boolean {
  const start = list[0]!.from;
  const end = list.at(-1)!.to;
  const before = tokens[start - 1];
  if (before && /^(?:against|by|from|for|with|to|than|like)$/.test(before.lower)) return false;
  if (group === null) return tokens.slice(from, start).some((token) => COMPOSES.has(token.lower));
  if (group.from >= end)
    return tokens
      .slice(end, group.from)
      .every((token) => /^(?:formed|made|up|were|was|the|a|=|\)|—|–|-|who|all|became|become)$/.test(token.lower));
  const between = tokens.slice(group.to, start);
  return (
    between.length <= 14 &&
    between.some((token) => COMPOSES.has(token.lower)) &&
    !between.some((token) => /^(?:against|defeated|beat|attacked|opposed|versus|v|vs)$/.test(token.lower))
  );
}
