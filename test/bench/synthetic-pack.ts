/** Packs of any size, and an essay on what all of them hold: the first hundred people and events are the same in each. */
import { stringify } from 'yaml';
import type { PackFile } from '../../server/src/chapter/model';
import { type Random, seeded } from './random';
import { Names } from './syllables';

/** So many people, and so many events, the smallest pack has. */
export const SMALLEST = 100;
/** So many one pack has at most: its files would be larger than packs may be. */
const LARGEST = 5000;

interface Person {
  readonly id: string;
  readonly name: string;
  readonly born: number;
  readonly died: number;
}

interface Happening {
  readonly id: string;
  /** A year and month. */
  readonly when: string;
  readonly what: string;
  readonly name?: string;
  /** The past tense, as an essay has it. */
  readonly told: string;
}

/** What people do, in the tense of packs and of essays; `$` stands for a place. */
const DEEDS: readonly { readonly does: string; readonly did: string; readonly name?: string }[] = [
  { does: 'resigns as governor of $', did: 'resigned as governor of $' },
  { does: 'becomes governor of $', did: 'became governor of $' },
  { does: 'signs the Treaty of $', did: 'signed the Treaty of $', name: 'Treaty of $' },
  { does: 'wins the Battle of $', did: 'won the Battle of $', name: 'Battle of $' },
  { does: 'opens the Congress of $', did: 'opened the Congress of $', name: 'Congress of $' },
  { does: 'founds the University of $', did: 'founded the University of $' },
  { does: 'is arrested in $', did: 'was arrested in $' },
  { does: 'flees to $', did: 'fled to $' },
];

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Plain prose between the statements, as in an essay; it says nothing that a pack knows. */
const PROSE = [
  'Historians have long argued about what this meant for those who came after.',
  'It is easy to see why many people at the time expected something quite different.',
  'The economy was weak, the harvest had been poor, and trust between the leaders was gone.',
  'However, this alone does not explain the outcome.',
  'What mattered more was the slow change in the way that power was shared out.',
];

function people(count: number): Person[] {
  const random = seeded(11);
  const names = new Names(random);
  return Array.from({ length: count }, (_, index) => {
    const born = 1780 + random.below(140);
    return { id: `person-${index}`, name: `${names.given()} ${names.surname()}`, born, died: born + 55 + random.below(30) };
  });
}

function happenings(of: readonly Person[]): Happening[] {
  const random = seeded(12);
  const places = new Names(random);
  return of.map(({ name: who, born }, index) => {
    const { does, did, name } = random.of(DEEDS);
    const place = places.place();
    return {
      id: `event-${index}`,
      when: `${born + 25 + random.below(28)}-${String(1 + random.below(12)).padStart(2, '0')}`,
      what: `${who} ${does.replace('$', place)}`,
      ...(name ? { name: name.replace('$', place) } : {}),
      told: `${who} ${did.replace('$', place)}`,
    };
  });
}

/** Made-up packs with so many people, and as many events, together. By their folders' names, which are their ids: only one where it may be that large. */
export function syntheticPacks(count: number): Map<string, PackFile[]> {
  const packs = new Map<string, PackFile[]>();
  const [persons, events] = [people(count), happenings(people(count))];
  for (let from = 0; from < count; from += LARGEST) {
    const id = `synthetic-${from / LARGEST}`;
    const file = (name: string, content: unknown) => ({
      file: name,
      text: stringify(content, { lineWidth: 0, aliasDuplicateObjects: false }),
    });
    packs.set(id, [
      file('chapter.yaml', { id, title: `A made-up chapter, ${id}`, period: '1780/2000' }),
      file('people.yaml', persons.slice(from, from + LARGEST)),
      file(
        'timeline.yaml',
        events.slice(from, from + LARGEST).map(({ told: _, ...event }) => event),
      ),
    ]);
  }
  return packs;
}

/** Every tenth statement of the essay has a wrong year. */
export const WRONG = SMALLEST / 10;

/** Some 13 kB on the people and events of the smallest pack. */
export function syntheticEssay(): string {
  const random = seeded(13);
  const lines = happenings(people(SMALLEST)).map(
    (event, index) => statement(event, index % 10 === 9, random) + (index % 5 === 4 ? '\n\n' : ' '),
  );
  return `${lines.join('')}\n`;
}

function statement({ when, told }: Happening, isWrong: boolean, random: Random): string {
  const [year, month] = when.split('-').map(Number) as [number, number];
  const said = `${MONTHS[month - 1]} ${isWrong ? year + 2 : year}`;
  const sentence = random.of([`In ${said} ${told}.`, `${told} in ${said}.`]);
  return `${sentence} ${random.of(PROSE)}`;
}
