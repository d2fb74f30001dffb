/** The source of a block for what its prose leaves out: links' addresses, footnotes' labels. */
import type { Block } from '../notes/model';

const CODE_SPAN = /(?<!`)(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g;

/** As long as the block, code blanked out: `source[i]` stands at `block.start + i`. */
export function sourceWithoutCode(text: string, { start, end }: Block): string {
  return text.slice(start, end).replace(CODE_SPAN, (code) => ' '.repeat(code.length));
}
