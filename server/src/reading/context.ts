/** What a block takes over from the blocks above it, which have been read. */
import type { Block, Notes } from '../notes/model';
import type { DateValue } from '../time/index';
import { type Above, aboveOf, type Focus, type LendersAbove, type Lent } from './above';
import type { Entity } from './entity';
import type { BlockContext } from './read-block';
import { sameList } from './same-list';

/** All of the context that stands above the block; what the whole text tells is no part of it. */
export type ContextAbove = Omit<BlockContext, 'use' | 'dayMonthOrder'>;

export function contextAbove(notes: Notes, index: number, read: LendersAbove): ContextAbove {
  const block = notes.blocks[index]!;
  return {
    topics: topicsOf(notes, block, read),
    headingNouns: headingNounsOf(notes, block),
    focus: focusOf(notes, block, index, read),
    above: aboveOf(notes, block, index, read),
    ...anchorOf(notes, block, index, read),
  };
}

/** A paragraph goes on from the paragraph before it, under the same heading. */
function focusOf(notes: Notes, block: Block, index: number, read: LendersAbove): Focus | null {
  const above = notes.blocks[index - 1];
  return block.kind === 'paragraph' && above?.kind === 'paragraph' && !block.timelineHead ? read[index - 1]!.lent.focus : null;
}

/** Whom the lines below a heading or a list item are about: the people whom it opens with. */
function topicsOf(notes: Notes, block: Block, read: LendersAbove): readonly string[] {
  for (let at = block.parent; at >= 0; at = notes.blocks[at]!.parent) {
    const people = read[at]?.lent.people ?? [];
    if (people.length > 0) return people.length <= 3 ? people : [];
  }
  for (let at = block.heading; at >= 0; at = parentHeading(notes, at)) {
    const people = read[at]?.lent.people ?? [];
    if (people.length > 0) return people.length <= 3 ? people : [];
  }
  return [];
}

function headingNounsOf(notes: Notes, block: Block): readonly string[] {
  const nouns: string[] = [];
  for (let at = block.heading; at >= 0; at = parentHeading(notes, at)) {
    for (const word of notes.blocks[at]!.prose.toLowerCase().match(/\p{L}{4,}/gu) ?? []) nouns.push(word.replace(/(?<=s)es$|s$/, ''));
  }
  return nouns;
}

/** The heading that a heading stands under. */
const parentHeading = (notes: Notes, heading: number): number => notes.blocks[heading]!.heading;

/** The date that gives a year to "Dec" and "the 5th": the timeline line above, the parent item's, the heading's, then the text's before. */
function anchorOf(
  notes: Notes,
  block: Block,
  index: number,
  read: LendersAbove,
): { anchor: DateValue | null; anchorProvenance: 'heading' | 'document' } {
  if (block.timelineHead) {
    for (let at = index - 1; at >= 0; at--) {
      const above = notes.blocks[at]!;
      // The lines above a label stand under another: "**1926**" begins anew.
      if (above.kind === 'heading' || at === block.parent) break;
      const { head, dateAlone } = read[at]!.lent;
      const date = head ?? dateAlone?.date.value;
      if (date) return { anchor: date, anchorProvenance: 'heading' };
    }
  }
  for (let at = block.parent; at >= 0; at = notes.blocks[at]!.parent) {
    const date = read[at]!.lent.head ?? read[at]!.lent.firstDate;
    if (date) return { anchor: date, anchorProvenance: 'heading' };
  }
  for (let at = block.heading; at >= 0; at = parentHeading(notes, at)) {
    // "Timeline 1917–29" gives no year to what follows.
    const { onlyDate } = read[at]!.lent;
    if (onlyDate) return { anchor: onlyDate, anchorProvenance: 'heading' };
  }
  for (let at = index - 1; at >= 0; at--) {
    const above = notes.blocks[at]!;
    if (above.kind === 'heading') break;
    const { lastDate } = read[at]!.lent;
    if (lastDate) return { anchor: lastDate, anchorProvenance: 'document' };
  }
  return { anchor: null, anchorProvenance: 'document' };
}

/** Whether a block reads the same under the one as under the other. */
export function sameContext(a: ContextAbove, b: ContextAbove): boolean {
  return (
    a.anchorProvenance === b.anchorProvenance &&
    sameDate(a.anchor, b.anchor) &&
    sameList(a.topics, b.topics) &&
    sameList(a.headingNouns, b.headingNouns) &&
    sameFocus(a.focus, b.focus) &&
    sameAbove(a.above, b.above)
  );
}

/** Whether the blocks below take over the same from the one as from the other. */
export function sameLent(a: Lent, b: Lent): boolean {
  return (
    a.hasDates === b.hasDates &&
    a.label === b.label &&
    a.question === b.question &&
    a.dateAsked === b.dateAsked &&
    a.dateAlone === b.dateAlone &&
    sameDate(a.head, b.head) &&
    sameDate(a.firstDate, b.firstDate) &&
    sameDate(a.lastDate, b.lastDate) &&
    sameDate(a.onlyDate, b.onlyDate) &&
    sameList(a.people, b.people) &&
    sameFocus(a.focus, b.focus)
  );
}

function sameAbove(a: Above, b: Above): boolean {
  return (
    a.told === b.told &&
    a.setting === b.setting &&
    a.things.length === b.things.length &&
    a.things.every((each, i) => sameThing(each, b.things[i]!))
  );
}

function sameFocus(a: Focus | null, b: Focus | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  return (
    sameList(a.subject, b.subject) &&
    sameList(a.male, b.male) &&
    sameList(a.female, b.female) &&
    sameList(a.plural, b.plural) &&
    sameList(a.named, b.named) &&
    sameThingOrNone(a.thing, b.thing) &&
    sameThingOrNone(a.group, b.group) &&
    sameThingOrNone(a.body, b.body)
  );
}

const sameThingOrNone = (a: Entity | null, b: Entity | null) => a === b || (a !== null && b !== null && sameThing(a, b));

/** A thing with people's offices in it is never the same: it is rare, and long to compare. */
function sameThing(a: Entity, b: Entity): boolean {
  return (
    a === b ||
    (a.kind === b.kind &&
      a.from === b.from &&
      a.to === b.to &&
      a.how === b.how &&
      a.possessive === b.possessive &&
      !a.offices &&
      !b.offices &&
      sameList(a.facts, b.facts))
  );
}

function sameDate(a: DateValue | null, b: DateValue | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  return (
    a.edtf === b.edtf &&
    a.precision === b.precision &&
    a.calendar === b.calendar &&
    a.approximate === b.approximate &&
    a.uncertain === b.uncertain &&
    a.spans.length === b.spans.length &&
    a.spans.every((span, i) => span.first === b.spans[i]!.first && span.last === b.spans[i]!.last)
  );
}
