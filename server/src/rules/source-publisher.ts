/** "(London, Penguin, 2005, p. 210)": the publisher that a reference gives between the place and the year of a source. */
import type { Source } from '../chapter/model';
import { tell } from '../l10n/said';
import type { Token } from '../reading/tokens';
import type { Finding } from './finding';
import type { Stretch } from './judge-sources';
import { factReference, replaceFix } from './repair';

/** Words that many publishers have in their names. */
const COMMON = new Set('press books publishers publishing university house and of the company sons ltd inc'.split(' '));
/** So many words a publisher's name may have. */
const MOST_WORDS = 5;

const wordsOf = (name: string): string[] => name.toLowerCase().match(/\p{L}+/gu) ?? [];

/** Finds another publisher right before the source's own year; `isSameEdition` where the page is that of the chapter's edition. */
export function publisherFindings(source: Source, year: Token, stretch: Stretch, isSameEdition: boolean): Finding[] {
  const { publisher, publisherPlace: place } = source;
  if (!publisher || Number(year.text) !== source.year) return [];
  const { block, tokens, from } = stretch;
  const yearAt = tokens.indexOf(year);
  const to = tokens[yearAt - 1]?.text === ',' ? yearAt - 1 : yearAt;
  const start = nameBefore(tokens, to, from);
  if (start === to) return [];
  const before = tokens[start - 1]?.text ?? '';
  // "(Penguin, 2005, p. 210)", "London: Penguin, 2005".
  const isPlaced = place !== undefined && /^[,:]$/.test(before) && isPlaceBefore(place, tokens, start - 1);
  if (!isPlaced && !(before === '(' && isSameEdition)) return [];
  const [first, last] = [tokens[start]!, tokens[to - 1]!];
  const written = block.prose.slice(first.start, last.end);
  if (isOwnName(written, source)) return [];
  const at = block.start + first.start;
  return [
    {
      code: 'source-details',
      severity: 'warning',
      start: at,
      end: at + written.length,
      ...tell('{title} was published by {publisher}.', { title: source.title, publisher }),
      fact: factReference(source),
      fixes: [replaceFix(`Change to ${publisher}`, at, at + written.length, publisher, true)],
    },
  ];
}

/** Where the run of capitalised words that ends before `to` begins; `to` where there is none. */
function nameBefore(tokens: readonly Token[], to: number, from: number): number {
  let start = to;
  while (start > from && to - start < MOST_WORDS) {
    const { kind, capitalised, text } = tokens[start - 1]!;
    if (kind === 'word' ? !capitalised && !/^(?:and|of)$/.test(text) : text !== '&') break;
    start--;
  }
  while (start < to && !tokens[start]!.capitalised) start++;
  return start;
}

function isPlaceBefore(place: string, tokens: readonly Token[], to: number): boolean {
  const words = wordsOf(place);
  return words.every((word, index) => tokens[to - words.length + index]?.lower === word);
}

/** The publisher's name, a part of it, its initials, the place, or an author: "(Lynch, 1990)". */
function isOwnName(written: string, { publisher = '', publisherPlace = '', authors }: Source): boolean {
  const own = wordsOf(publisher);
  const said = wordsOf(written);
  const initials = own
    .filter((word) => word !== 'and' && word !== 'of')
    .map((word) => word[0])
    .join('');
  return (
    said.join('') === initials ||
    authors.some(({ family }) => wordsOf(family).some((word) => said.includes(word))) ||
    (publisherPlace !== '' && wordsOf(publisherPlace).every((word) => said.includes(word))) ||
    said.some((word) => !COMMON.has(word) && own.includes(word))
  );
}
