/** Completion: people, links, citations, chapters, timeline lines, names. */
import type { CompletionItem, CompletionList, MarkupKind } from 'vscode-languageserver-types';
import type { Language } from '../../l10n/said';
import type { TextRange } from '../../notes/model';
import { describeFact } from '../describe';
import { type AvailableChapter, type ReadDocument, rangeOf } from '../document';
import { render } from '../markup';
import type { NoteNames } from '../note-names';
import { citations, links, type Proposals, people, prose } from './facts';
import { frontMatterKeys, frontMatterValues } from './front-matter';
import { type CompletionAbilities, completionList, type ItemData } from './item';
import { noteLinks } from './notes';
import { timelineLines, timelineTexts } from './timeline';
import { nameAt, type Typing, typingAt } from './typing';

export type { CompletionAbilities, ItemData } from './item';

export const TRIGGER_CHARACTERS = ['@', '[', ':', ' '];

export interface CompletionOptions {
  readonly abilities: CompletionAbilities;
  readonly available: readonly AvailableChapter[];
  /** The notes that links can lead to. */
  readonly notes?: NoteNames;
  /** The trigger character that was typed; undefined where completion was asked for, or a word is being typed. */
  readonly trigger?: string;
}

export function completion(read: ReadDocument, offset: number, options: CompletionOptions): CompletionList | null {
  const { document, reading } = read;
  const typing = typingAt(reading, offset);
  if (!typing || !expected(typing, options.trigger)) return null;
  const answer = (proposals: Proposals | null, replace: TextRange) =>
    proposals && proposals.items.length > 0
      ? completionList(proposals.items, rangeOf(document, replace), proposals.incomplete, document.uri, options.abilities)
      : null;
  switch (typing.kind) {
    case 'person':
      return answer(people(typing, reading, offset), typing.replace);
    case 'link':
      return answer(joined(links(typing, reading, offset), noteLinks(typing, read, options.notes)), typing.replace);
    case 'citation':
      return answer(citations(typing, reading), typing.replace);
    case 'key':
      return answer(frontMatterKeys(reading), typing.replace);
    case 'value':
      return answer(frontMatterValues(typing, reading, options.available), typing.replace);
    case 'timeline-line':
      return answer(timelineLines(typing, reading), typing.replace);
    case 'timeline-text': {
      const texts = timelineTexts(typing, reading);
      const name = options.trigger === undefined ? nameAt(reading, offset) : null;
      const named = name && prose(name, reading, offset);
      if (texts.items.length === 0) return named && answer(named, { start: named.start, end: offset });
      // A name that begins the line is as likely as the whole line, and replaces the same word.
      const both = named?.start === typing.replace.start ? { ...texts, items: interleaved(named.items, texts.items) } : texts;
      return answer(both, typing.replace);
    }
    case 'name': {
      const named = prose(typing, reading, offset);
      return named && answer(named, { start: named.start, end: typing.end });
    }
  }
}

/** The first proposals, then those of the second that are called otherwise. */
function joined(a: Proposals, b: Proposals): Proposals {
  const known = new Set(a.items.map(({ label }) => label));
  return { items: [...a.items, ...b.items.filter(({ label }) => !known.has(label))], incomplete: a.incomplete || b.incomplete };
}

/** The first of each, the second of each, and so on. */
function interleaved<T>(a: readonly T[], b: readonly T[]): T[] {
  const longer = Math.max(a.length, b.length);
  return Array.from({ length: longer }, (_, index) => [...a.slice(index, index + 1), ...b.slice(index, index + 1)]).flat();
}

/** A space or a colon asks only where it means something: in an open mark, in front matter, in a timeline line. */
function expected(typing: Typing, trigger: string | undefined): boolean {
  if (trigger === undefined) return true;
  if (trigger === '@') return typing.kind === 'person' || typing.kind === 'citation';
  if (trigger === '[') return typing.kind === 'link' || typing.kind === 'person';
  return typing.kind !== 'name' && typing.kind !== 'citation' && !(typing.kind === 'person' && !typing.bracketed);
}

/** Adds the documentation, when the client asks for it. */
export function resolveCompletion(item: CompletionItem, read: ReadDocument, markup: MarkupKind, language?: Language): CompletionItem {
  const { fact: id } = item.data as ItemData;
  const { knowledge } = read.reading;
  const fact = knowledge.fact(id);
  return fact ? { ...item, documentation: render(describeFact(fact, knowledge), markup, language) } : item;
}
