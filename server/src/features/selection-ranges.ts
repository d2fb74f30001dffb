/** Selection ranges: word, mention, clause, sentence, paragraph or item, item with what is nested in it, section by section, document. */
import type { SelectionRange } from 'vscode-languageserver-types';
import type { Mark, TextRange } from '../notes/model';
import type { Reading } from '../reading/model';
import { type ReadDocument, rangeOf } from './document';
import { contains, sentenceAt } from './fact-at';
import { factUses } from './fact-uses';
import { itemEnd, sectionEnd, trimmedEnd } from './sections';

/** From the innermost outwards, each wholly inside the next. */
export function selectionRange({ document, reading }: ReadDocument, offset: number): SelectionRange {
  const ranges = [...candidates(reading, offset)].filter((range) => contains(range, offset) && range.start < range.end);
  ranges.sort((a, b) => a.end - a.start - (b.end - b.start));
  const chain: TextRange[] = [{ start: offset, end: offset }];
  for (const range of ranges) {
    const inner = chain.at(-1)!;
    if (range.start <= inner.start && inner.end <= range.end && range.end - range.start > inner.end - inner.start) chain.push(range);
  }
  // The place itself is only said where nothing is around it.
  const outward = chain.length > 1 ? chain.slice(1) : chain;
  return outward.reduceRight<SelectionRange | undefined>(
    (parent, range) => ({ range: rangeOf(document, range), ...(parent ? { parent } : {}) }),
    undefined,
  )!;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

function* candidates(reading: Reading, offset: number): Generator<TextRange> {
  const { notes, mentions } = reading;
  const { text, blocks, frontMatter } = notes;
  yield* words(text, offset);
  yield* factUses(reading);
  yield* mentions;
  const index = blocks.findIndex((block) => contains(block, offset));
  if (index >= 0) {
    const block = blocks[index]!;
    yield* block.marks.flatMap(rangesOf);
    if (block.cells) yield* block.cells;
    if (block.timelineHead) yield block.timelineHead;
    const sentence = sentenceAt(reading.sentences, offset);
    if (sentence) {
      yield sentence;
      for (const { clause } of sentence.clauses)
        for (const { from, to } of clause.ranges)
          yield { start: block.start + sentence.tokens[from]!.start, end: block.start + sentence.tokens[to - 1]!.end };
    }
    const own = block.prose.search(/\S/);
    if (own >= 0) yield { start: block.start + own, end: block.start + block.prose.trimEnd().length };
    for (let at = index; at >= 0; at = blocks[at]!.parent) {
      const { start, end } = blocks[at]!;
      yield { start, end: trimmedEnd(text, start, end) };
      yield { start, end: itemEnd(blocks, at) };
    }
  }
  for (const [at, block] of blocks.entries()) if (block.kind === 'heading') yield { start: block.start, end: sectionEnd(notes, at) };
  if (frontMatter) {
    yield* frontMatter.chapters;
    yield frontMatter;
  }
  yield { start: 0, end: text.length };
}

/** The word at the offset, looked for in its line. */
function* words(text: string, offset: number): Generator<TextRange> {
  const from = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const length = /^[^\r\n]*/.exec(text.slice(from))![0].length;
  for (const match of text.slice(from, from + length).matchAll(WORD)) {
    const start = from + match.index;
    yield { start, end: start + match[0].length };
  }
}

function rangesOf(mark: Mark): TextRange[] {
  switch (mark.kind) {
    case 'emphasis':
      return [mark.inner, mark];
    case 'citation':
      return [mark.keyRange, ...(mark.locator ? [mark.locator.range] : []), mark];
    default:
      return [mark.nameRange, ...(mark.display ? [mark.display] : []), mark];
  }
}
