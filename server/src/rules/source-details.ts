import { distance as editDistance } from 'fastest-levenshtein';
import type { Source } from '../chapter/model';
import type { Block, CitationMark } from '../notes/model';
import type { Reading, SentenceReading } from '../reading/model';
import type { Token } from '../reading/tokens';
import type { Finding } from './finding';
import { factReference, replaceFix } from './repair';
import type { Judged, Rule } from './rule';

export const sourceDetails: Rule = {
  code: 'source-details',
  severity: 'warning',
  summary: 'The year, title, page or key of a source is not the chapter’s.',
  why: 'A reader must be able to find the passage that you rely on.',
  repair: 'The year, the title, the page or the key becomes that of the source.',
  bad: [
    { text: 'Stalin is warned of here (Lynch, ⟦1998⟧, pp. 15–16).', fixed: 'Stalin is warned of here (Lynch, 1990, pp. 15–16).' },
    { text: 'The verdict stands in [@service2005, p. ⟦120⟧].', fixed: 'The verdict stands in [@service2005, p. 210].' },
    { text: 'The verdict stands in [@⟦servcie2005⟧, p. 210].', fixed: 'The verdict stands in [@service2005, p. 210].' },
    {
      text: 'Robert Service, *Stalin: A Biography* (Pan, ⟦2015⟧), p. 210.',
      fixed: 'Robert Service, *Stalin: A Biography* (Pan, 2005), p. 210.',
    },
    {
      text: 'Michael Lynch, *⟦Lenin and Khrushchev⟧: The USSR 1924–64* (1990)',
      fixed: 'Michael Lynch, *Stalin and Khrushchev: The USSR 1924–64* (1990)',
    },
  ],
  good: [
    { text: 'The verdict stands in [@service2005, p. 210].' },
    { text: 'See Lynch (1990, p. 15).', why: 'a page of those that the chapter cites' },
    { text: 'He returns to it later [@service2005, p. 433].', why: 'a page that the chapter does not quote is not a wrong page' },
    { text: 'It is told at length [see @service2005, chapter 12].' },
    { text: 'Service says more of this elsewhere (Service, 2009).', why: 'another book of his' },
    { text: 'Robert Service, *Lenin: A Biography* (2000)', why: 'another book of his' },
    { text: 'Lynch, writing in 1998, came back to the matter.', why: 'not a reference' },
    { text: 'Orlando Figes (1996) and Michael Lynch (1990, pp. 15–16) agree.', why: 'a year that belongs to somebody else' },
    { text: 'Montefiore (2003, p. 50) tells it differently.', why: 'an author whom the chapter does not cite' },
    { text: 'He left the service in 1998, as p. 5 of the file says.', why: 'a word that is also a name' },
    { text: 'Robert Service, *Stalin: A Biography* (Macmillan, 2004)', why: 'the pack lists this edition' },
  ],
  check: ({ reading }: Judged) => {
    const sources = reading.knowledge.chapters.flatMap((chapter) => chapter.sources);
    if (sources.length === 0) return [];
    return [
      ...reading.notes.blocks.flatMap((block) =>
        block.marks.flatMap((mark) => (mark.kind === 'citation' ? citationFindings(mark, sources) : [])),
      ),
      ...reading.sentences.flatMap((sentence) => proseFindings(sentence, reading, sources)),
    ];
  },
};

/** Pandoc's form: the key, then the pages. */
function citationFindings(mark: CitationMark, sources: readonly Source[]): Finding[] {
  const source = sources.find(({ id }) => id === mark.key);
  if (!source) {
    const near = sources
      .map((candidate) => ({ candidate, distance: editDistance(mark.key.toLowerCase(), candidate.id) }))
      .sort((a, b) => a.distance - b.distance);
    const fixes = near
      .filter(({ distance }) => distance <= 3)
      .map(({ candidate, distance }) =>
        replaceFix(`Change to ${candidate.id}`, mark.keyRange.start, mark.keyRange.end, candidate.id, distance <= 2),
      );
    return [
      {
        code: 'source-details',
        severity: 'warning',
        start: mark.keyRange.start,
        end: mark.keyRange.end,
        message: `The chapter has no source with the key ${mark.key}.`,
        fixes,
      },
    ];
  }
  if (!mark.locator) return [];
  const pages = /\d+(?:\s*[–-]\s*\d+)?/.exec(mark.locator.text);
  if (!pages) return [];
  const start = mark.locator.range.start + pages.index;
  return pageFindings(pages[0], start, source);
}

/** A page is wrong only where it is a slip of one that the chapter cites: the same digits in another order, or one digit off. */
function pageFindings(written: string, start: number, source: Source): Finding[] {
  const plain = (page: string) => page.replace(/\s+/g, '').replace(/-/g, '–');
  const cited = source.pages.map(plain);
  const own = plain(written);
  if (cited.length === 0 || cited.includes(own) || cited.some((page) => within(own, page))) return [];
  const slip = cited.find((page) => isSlip(own, page));
  if (slip === undefined) return [];
  const newText = written.includes('–') || !written.includes('-') ? slip : slip.replace('–', '-');
  return [
    {
      code: 'source-details',
      severity: 'warning',
      start,
      end: start + written.length,
      message: `The chapter cites ${source.title} at p. ${slip}.`,
      fact: factReference(source),
      fixes: [replaceFix(`Change to ${newText}`, start, start + written.length, newText, true)],
    },
  ];
}

function within(own: string, page: string): boolean {
  const [from = 0, to = from] = page.split('–').map(Number);
  const [a = 0, b = a] = own.split('–').map(Number);
  return a >= from && b <= to;
}

function isSlip(own: string, page: string): boolean {
  const [ownParts, parts] = [own.split('–'), page.split('–')];
  if (ownParts.length !== parts.length) return false;
  const sorted = (digits: string) => [...digits].sort().join('');
  const near = (a: string, b: string) => a.length === b.length && (sorted(a) === sorted(b) || editDistance(a, b) === 1);
  const [from = '', to] = ownParts;
  const [pageFrom = '', pageTo] = parts;
  if (!near(from, pageFrom)) return false;
  // A range slips as a whole: as many pages, its first one a slip.
  return to === undefined || near(to, pageTo!) || Number(to) - Number(from) === Number(pageTo) - Number(pageFrom);
}

/** "Lynch (1998, pp. 15–16)", "R. Service, *Stalin: A Biography* (Pan, 2008)": the author and one more thing agree, one does not. */
function proseFindings(sentence: SentenceReading, reading: Reading, sources: readonly Source[]): Finding[] {
  const { tokens, from, to } = sentence;
  const block = reading.notes.blocks[sentence.block]!;
  const findings: Finding[] = [];
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word' || !token.capitalised) continue;
    for (const source of sources) {
      if (!source.authors.some((author) => author.family.toLowerCase() === token.lower)) continue;
      const end = nextAuthor(tokens, i + 1, to, sources, source);
      findings.push(...referenceFindings(source, i + 1, end, tokens, block));
    }
  }
  return findings;
}

function nextAuthor(tokens: readonly Token[], from: number, to: number, sources: readonly Source[], own: Source): number {
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (
      token.capitalised &&
      sources.some((source) => source !== own && source.authors.some((author) => author.family.toLowerCase() === token.lower))
    )
      return i;
  }
  return to;
}

function referenceFindings(source: Source, from: number, to: number, tokens: readonly Token[], block: Block): Finding[] {
  const year = yearIn(tokens, from, to);
  const pages = pagesIn(tokens, from, to, block);
  const title = titleIn(source, tokens, from, to, block);
  const pagesAgree =
    pages !== null && source.pages.some((page) => page.replace(/-/g, '–') === pages.text || within(pages.text, page.replace(/-/g, '–')));
  const yearAgrees = year !== null && (Number(year.text) === source.year || (source.otherYears ?? []).includes(Number(year.text)));
  const findings: Finding[] = [];
  if (year && source.year !== undefined && !yearAgrees && (pagesAgree || title?.agrees)) {
    const [start, end] = [block.start + year.start, block.start + year.end];
    findings.push({
      code: 'source-details',
      severity: 'warning',
      start,
      end,
      message: `${source.title} came out in ${source.year}.`,
      fact: factReference(source),
      fixes: [replaceFix(`Change to ${source.year}`, start, end, String(source.year), true)],
    });
  }
  if (title && !title.agrees && yearAgrees) {
    findings.push({
      code: 'source-details',
      severity: 'warning',
      start: title.start,
      end: title.end,
      message: `The title of this source is ${source.title}.`,
      fact: factReference(source),
      fixes: [replaceFix(`Change to ${title.right}`, title.start, title.end, title.right, true)],
    });
  }
  if (pages && !pagesAgree && (yearAgrees || title?.agrees)) findings.push(...pageFindings(pages.text, block.start + pages.start, source));
  return findings;
}

/** A year in brackets behind the author. */
function yearIn(tokens: readonly Token[], from: number, to: number): Token | null {
  let depth = 0;
  for (let i = from; i < Math.min(to, from + 30); i++) {
    const token = tokens[i]!;
    if (token.text === '(') depth++;
    else if (token.text === ')') {
      if (depth === 0 && i > from + 8) return null;
      depth--;
    } else if (
      token.kind === 'number' &&
      /^(?:1[5-9]|20)\d\d$/.test(token.text) &&
      (depth > 0 || tokens[from]?.text === ',') &&
      !/^[–-]$/.test(tokens[i + 1]?.text ?? '')
    )
      return token;
  }
  return null;
}

function pagesIn(tokens: readonly Token[], from: number, to: number, block: Block): { text: string; start: number } | null {
  for (let i = from; i < Math.min(to, from + 40); i++) {
    if (!/^(?:p|pp|page|pages)\.?$/.test(tokens[i]!.lower)) continue;
    const rest = /^[\s.]*(\d+(?:\s?[–-]\s?\d+)?)/.exec(block.prose.slice(tokens[i]!.end));
    if (!rest) continue;
    const start = tokens[i]!.end + rest[0].length - rest[1]!.length;
    return { text: rest[1]!.replace(/\s/g, '').replace('-', '–'), start };
  }
  return null;
}

/** An emphasised stretch that is the title, whole or its main part, or nearly so. */
function titleIn(
  source: Source,
  tokens: readonly Token[],
  from: number,
  to: number,
  block: Block,
): { agrees: boolean; start: number; end: number; right: string } | null {
  const first = block.start + (tokens[from]?.start ?? 0);
  const last = block.start + (tokens[to - 1]?.end ?? 0);
  const [main = source.title] = source.title.split(':');
  for (const mark of block.marks) {
    if (mark.kind !== 'emphasis' || mark.start < first || mark.end > last) continue;
    const written = block.prose.slice(mark.inner.start - block.start, mark.inner.end - block.start);
    const [writtenMain = written] = written.split(':');
    const plain = (text: string) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
    if (plain(written) === plain(source.title) || plain(writtenMain) === plain(main))
      return { agrees: true, start: mark.inner.start, end: mark.inner.end, right: main };
    const words = plain(main).split(' ');
    const shared = words.filter((word) => plain(writtenMain).split(' ').includes(word)).length;
    if (words.length >= 3 && shared >= words.length - 1 && shared >= 2)
      return { agrees: false, start: mark.inner.start, end: mark.inner.start + writtenMain.trimEnd().length, right: main };
  }
  return null;
}
