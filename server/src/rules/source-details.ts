import { distance as editDistance } from 'fastest-levenshtein';
import type { Source } from '../chapter/model';
import { inFormOf } from '../chapter/names/tokens';
import { tell } from '../l10n/said';
import type { Block, CitationMark } from '../notes/model';
import type { BlockContent, Knowledge, Question, Reading, SentenceReading } from '../reading/model';
import { once } from '../reading/once';
import { wordEnd } from '../reading/read-block';
import type { Token } from '../reading/tokens';
import type { Finding } from './finding';
import {
  type AuthorMention,
  authorSlipsIn,
  authorsIn,
  isYearToken,
  mainTitle,
  namesPublisher,
  referenceYear,
  type Stretch,
  speaksOfAnother,
  speaksOfEditions,
  type TitleMention,
  titleStretches,
  titlesIn,
  toldYear,
  yearAgrees,
} from './judge-sources';
import { isYearOfAnother } from './other-author';
import { factReference, replaceFix } from './repair';
import type { Judged, Rule } from './rule';
import { publisherFindings } from './source-publisher';

export const sourceDetails: Rule = {
  code: 'source-details',
  severity: 'warning',
  summary: 'The year, title, page, publisher or key of a source is not the chapter’s.',
  why: 'A reader must be able to find the passage that you rely on.',
  repair: 'The year, the title, the page, the publisher or the key becomes that of the source.',
  bad: [
    { text: 'Stalin is warned of here (Lynch, ⟦1998⟧, pp. 15–16).', fixed: 'Stalin is warned of here (Lynch, 1990, pp. 15–16).' },
    { text: 'The verdict stands in [@service2005, p. ⟦120⟧].', fixed: 'The verdict stands in [@service2005, p. 210].' },
    {
      text: 'He warns of Stalin [@lynch1990, pp. ⟦5–6⟧].',
      fixed: 'He warns of Stalin [@lynch1990, pp. 15–16].',
      why: 'both ends lack the same digit',
    },
    { text: 'The verdict stands in [@⟦servcie2005⟧, p. 210].', fixed: 'The verdict stands in [@service2005, p. 210].' },
    {
      text: 'Robert Service, *Stalin: A Biography* (Pan, ⟦2015⟧), p. 210.',
      fixed: 'Robert Service, *Stalin: A Biography* (Pan, 2005), p. 210.',
    },
    {
      text: 'Robert Service, *Stalin: A Biography* (London: ⟦Penguin⟧, 2005), p. 210.',
      fixed: 'Robert Service, *Stalin: A Biography* (London: Pan, 2005), p. 210.',
    },
    {
      text: 'Michael Lynch, *⟦Lenin and Khrushchev⟧: The USSR 1924–64* (1990)',
      fixed: 'Michael Lynch, *Stalin and Khrushchev: The USSR 1924–64* (1990)',
    },
    { text: 'Kuromiya doubts (⟦2015⟧) that the letter is real.', fixed: 'Kuromiya doubts (2005) that the letter is real.' },
    {
      text: 'Kuromiya, whose life of Stalin came out in ⟦2015⟧, doubts it.',
      fixed: 'Kuromiya, whose life of Stalin came out in 2005, doubts it.',
    },
    { text: 'Lynch’s ⟦1980⟧ textbook prints it.', fixed: 'Lynch’s 1990 textbook prints it.' },
    {
      text: 'The papers (⟦Kuromiya, 1990⟧) may be forged.',
      fixed: 'The papers (Kuromiya, 2005) may be forged.',
      why: 'another source’s year: the author may be the slip, too',
    },
    { text: '*Stalin and Khrushchev* by ⟦Hiroaki Kuromiya⟧ is short.', fixed: '*Stalin and Khrushchev* by Michael Lynch is short.' },
    {
      text: 'Pages 15 and 16 of Lynch’s ⟦Stalin and Brezhnev⟧ print it.',
      fixed: 'Pages 15 and 16 of Lynch’s Stalin and Khrushchev print it.',
      why: 'the pages tell which book is meant',
    },
  ],
  good: [
    { text: 'Kuromiya (1953–) was born in Japan.', why: 'years of a life' },
    { text: 'Lynch, whose life of Mao came out in 2004, is brief.', why: 'another book of his' },
    { text: 'Rachel Lynch (1998) tells another story.', why: 'another author' },
    { text: 'Kuromiya (2005) and Lynch (1990) differ. Lynch (1998) adds little.', why: 'cited rightly before: another book' },
    { text: 'Robert Service’s *Stalin: A Biography* came out in 2004.', why: 'the pack lists this edition' },
    { text: '*Stalin and Khrushchev* by Michael Lynch appeared in 1990.' },
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
    { text: 'Robert Service, *Stalin: A Biography* (Cambridge: Belknap, 2005)', why: 'an edition that came out elsewhere' },
    { text: 'Stalin is warned of here (Lynch, 1990, pp. 15–16).', why: 'the author stands where a publisher may' },
    { text: 'Robert Service, *Stalin: A Biography* (London: Pan Macmillan, 2005)', why: 'the same house' },
    { text: 'Kuromiya quarrels with Isaac Levine, whose *Stalin* came out in 1931.', why: 'another author’s book of the same title' },
    { text: 'Service, like Dmitri Volkogonov in his book of 1991, saw the archives.', why: 'the year of another author’s book' },
  ],
  check: ({ reading, sentences, block }: Judged) => {
    const sources = sourcesOf(reading.knowledge);
    if (sources.length === 0) return [];
    const told: Told = { isCited: (source) => reading.ask(CITED, source) === true, lastYear: lastYearOf(reading.knowledge) };
    return [
      ...block.marks.flatMap((mark) => (mark.kind === 'citation' ? citationFindings(mark, sources) : [])),
      ...sentences.flatMap((sentence) => proseFindings(sentence, reading, sources, told)),
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
        ...tell('The chapter has no source with the key {key}.', { key: mark.key }),
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
  const plain = (page: string) => page.replace(/\s*(?:-|and)\s*/, '–').replace(/[\s,]+/g, '');
  const cited = source.pages.map(plain);
  const own = plain(written);
  if (cited.length === 0 || cited.includes(own) || cited.some((page) => within(own, page))) return [];
  const slip = cited.find((page) => isSlip(own, page));
  if (slip === undefined) return [];
  const dash = /-|\s*and\s*/.exec(written)?.[0];
  const newText = dash === undefined ? slip : slip.replace('–', dash);
  return [
    {
      code: 'source-details',
      severity: 'warning',
      start,
      end: start + written.length,
      ...tell('The chapter cites {title} at p. {page}.', { title: source.title, page: slip }),
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
  // A digit too many is a slip where it makes the book too long.
  const near = (a: string, b: string) =>
    (a.length === b.length && (sorted(a) === sorted(b) || editDistance(a, b) === 1)) ||
    (a.length > 3 && a.length > b.length && editDistance(a, b) === 1);
  const [from = '', to] = ownParts;
  const [pageFrom = '', pageTo] = parts;
  // "5–6" of "15–16": both ends lack the same digit.
  if (to !== undefined && dropped(from, pageFrom) !== null && dropped(from, pageFrom) === dropped(to, pageTo!)) return true;
  if (!near(from, pageFrom)) return false;
  // A range slips as a whole: as many pages, its first one a slip.
  return to === undefined || near(to, pageTo!) || Number(to) - Number(from) === Number(pageTo) - Number(pageFrom);
}

/** Which digit of the right number the written one lacks, and where; null where that is not the one difference. */
function dropped(own: string, right: string): string | null {
  if (right.length !== own.length + 1) return null;
  for (let at = 0; at < right.length; at++) if (right.slice(0, at) + right.slice(at + 1) === own) return `${at}:${right[at]}`;
  return null;
}

/** What the whole text and the chapters say of the sources. */
interface Told {
  /** Whether the text cites the source by its right year or by its key. */
  isCited(source: Source): boolean;
  /** A year up to this one is one of the time that the chapters treat. */
  readonly lastYear: number;
}

const allSources = new WeakMap<Knowledge, readonly Source[]>();
const sourcesOf = (knowledge: Knowledge): readonly Source[] =>
  once(allSources, knowledge, () => knowledge.chapters.flatMap((chapter) => chapter.sources));

function lastYearOf({ chapters }: Knowledge): number {
  return Math.max(0, ...chapters.map((chapter) => Number(/(\d{4})(?!.*\d{4})/.exec(chapter.period?.edtf ?? '')?.[1] ?? 0)));
}

/** Whether the text cites the source by its right year or by its key. */
const CITED: Question<Source> = {
  answers: (contents, knowledge) => {
    const sources = sourcesOf(knowledge);
    const cited = new Set(contents.flatMap((content) => [...once(citedIn, content, () => citedBy(content, sources))]));
    return (source) => cited.has(source);
  },
};

const citedIn = new WeakMap<BlockContent, ReadonlySet<Source>>();

function citedBy({ block, sentences }: BlockContent, sources: readonly Source[]): Set<Source> {
  const cited = new Set<Source>();
  for (const mark of block.marks) {
    const source = mark.kind === 'citation' ? sources.find(({ id }) => id === mark.key) : undefined;
    if (source) cited.add(source);
  }
  for (const { tokens, from, to } of sentences) {
    const stretch = { block, tokens, from, to };
    for (const author of authorsIn(stretch, sources)) {
      const at = referenceYear(stretch, author, depthAt(stretch, author.from));
      if (at !== null) for (const source of author.sources) if (yearAgrees(source, Number(stretch.tokens[at]!.text))) cited.add(source);
    }
  }
  return cited;
}

const stretchOf = ({ block, tokens, from, to }: SentenceReading, reading: Reading): Stretch => ({
  block: reading.notes.blocks[block]!,
  tokens,
  from,
  to,
});

/** How many brackets are open before a token. */
function depthAt({ tokens, from }: Stretch, at: number): number {
  let depth = 0;
  for (let i = from; i < at; i++) depth += tokens[i]!.text === '(' ? 1 : tokens[i]!.text === ')' ? -1 : 0;
  return Math.max(0, depth);
}

/** "Lynch (1998, pp. 15–16)", "R. Service, *Stalin: A Biography* (Pan, 2008)", "Garrow, whose life of King came out in 1996". */
function proseFindings(sentence: SentenceReading, reading: Reading, sources: readonly Source[], told: Told): Finding[] {
  const stretch = stretchOf(sentence, reading);
  const authors = authorsIn(stretch, sources);
  const titles = titlesIn(stretch, sources, authors);
  const findings: Finding[] = [];
  for (const [index, author] of authors.entries()) {
    const next = authors.slice(index + 1).find((other) => !other.sources.some((source) => author.sources.includes(source)));
    const region = { ...stretch, from: author.to, to: next?.from ?? stretch.to };
    for (const source of author.sources)
      findings.push(...referenceFindings(source, author, region, stretch, authors, titles, sources, told));
  }
  for (const title of titles) findings.push(...titleFindings(title, stretch, authors, told));
  const named = sentence.entities.filter((entity) => entity.how === 'misspelling');
  for (const { token, source, family } of authorSlipsIn(stretch, sources, titles)) {
    // An author who is one of the chapter's people is a misspelt name already.
    if (named.some((entity) => stretch.tokens[entity.from]!.start <= token.start && token.end <= stretch.tokens[entity.to - 1]!.end))
      continue;
    const [start, end] = [stretch.block.start + token.start, stretch.block.start + wordEnd(token)];
    findings.push({
      code: 'source-details',
      severity: 'warning',
      start,
      end,
      ...tell('This looks like a misspelling of {name}, the author of {title}.', { name: family, title: source.title }),
      fact: factReference(source),
      fixes: [replaceFix(`Change to ${family}`, start, end, inFormOf(token.text, family), true)],
    });
  }
  // Two authors of one book tell its year once.
  return findings.filter((one, index) => !findings.slice(0, index).some((other) => other.start < one.end && one.start < other.end));
}

function referenceFindings(
  source: Source,
  author: AuthorMention,
  region: Stretch,
  sentence: Stretch,
  authors: readonly AuthorMention[],
  titles: readonly TitleMention[],
  sources: readonly Source[],
  told: Told,
): Finding[] {
  const { block, tokens, from, to } = region;
  const alone = authors.every((other) => other.sources.includes(source));
  const title = titles.find((other) => other.source === source && (alone || (other.from >= from && other.to <= to)));
  const pages = pagesIn(alone ? sentence : region);
  const pagesAgree = pages !== null && source.pages.some((page) => within(pages.text, page.replace(/-/g, '–')));
  const publisher = alone && namesPublisher(sentence, source);
  const loose = yearIn(tokens, from, to);
  const year =
    loose ??
    yearToken(tokens, toldYear(region, from, source, false)) ??
    (title ? yearToken(tokens, toldYear(sentence, title.to, source, true)) : null);
  const agrees = year !== null && yearAgrees(source, Number(year.text));
  if (year && !agrees && isYearOfAnother(tokens, from, tokens.indexOf(year), source)) return [];
  const findings: Finding[] = [];
  if (year && source.year !== undefined && !agrees && (pagesAgree || title?.agrees || (title && publisher)) && !speaksOfEditions(sentence))
    findings.push(yearFinding(source, year, block));
  else if (!agrees) findings.push(...bareYearFindings(source, author, region, sentence, titles, sources, told));
  if (title && !title.agrees && (agrees || pagesAgree || publisher))
    findings.push({
      code: 'source-details',
      severity: 'warning',
      start: title.start,
      end: title.end,
      ...tell('The title of this source is {title}.', { title: source.title }),
      fact: factReference(source),
      fixes: [replaceFix(`Change to ${title.right}`, title.start, title.end, title.right, true)],
    });
  if (year && agrees && (pagesAgree || title?.agrees) && alone && !publisher && !speaksOfEditions(sentence))
    findings.push(...publisherFindings(source, year, sentence, pagesAgree));
  if (pages && !pagesAgree && (agrees || title?.agrees)) findings.push(...pageFindings(pages.written, block.start + pages.start, source));
  return findings;
}

const yearToken = (tokens: readonly Token[], at: number | null): Token | null => (at === null ? null : tokens[at]!);

function yearFinding(source: Source, year: Token, block: Block): Finding {
  const [start, end] = [block.start + year.start, block.start + year.end];
  return {
    code: 'source-details',
    severity: 'warning',
    start,
    end,
    ...tell('{title} came out in {year}.', { title: source.title, year: source.year! }),
    fact: factReference(source),
    fixes: [replaceFix(`Change to ${source.year}`, start, end, String(source.year), true)],
  };
}

/** Author and year alone: no other book of the author's may be meant. */
function bareYearFindings(
  source: Source,
  author: AuthorMention,
  region: Stretch,
  sentence: Stretch,
  titles: readonly TitleMention[],
  sources: readonly Source[],
  told: Told,
): Finding[] {
  if (source.year === undefined || author.doubtful || speaksOfEditions(sentence) || speaksOfAnother(sentence)) return [];
  const { block, tokens } = region;
  const at = referenceYear(region, author, depthAt(sentence, author.from)) ?? toldYear(region, region.from, source, false);
  if (at === null || isYearOfAnother(tokens, author.to, at, source)) return [];
  const year = Number(tokens[at]!.text);
  if (author.sources.some((other) => yearAgrees(other, year)) || year <= told.lastYear || Math.abs(year - source.year) > WRITING_LIFE)
    return [];
  // Another title is another book.
  if (
    titleStretches(sentence).some(
      ({ start, end }) => !titles.some((title) => title.source === source && title.start <= start && end >= title.end),
    )
  )
    return [];
  if (author.sources.indexOf(source) !== 0) return [];
  const others = sources.filter((other) => !author.sources.includes(other) && yearAgrees(other, year));
  const finding = yearFinding(source, tokens[at]!, block);
  // Where the text cites the book rightly, another year is another book, unless it is the year of another source.
  if (others.length === 0) return told.isCited(source) ? [] : [finding];
  const { start, end } = nameOf(author, sentence);
  return [
    {
      ...finding,
      start,
      ...tell('{title} came out in {year}; in {other} it was {another}.', {
        title: source.title,
        year: source.year,
        other: year,
        another: others[0]!.title,
      }),
      fixes: [
        ...finding.fixes,
        ...others.map((other) => authorLike(other, author)).map((name) => replaceFix(`Change to ${name}`, start, end, name, false)),
      ],
    },
  ];
}

/** No author's books lie further apart. */
const WRITING_LIFE = 50;

const fullName = (source: Source): string =>
  source.authors.map(({ given, family }) => (given ? `${given.replace(/(?<=\p{Ll})\s\p{Lu}\.$/u, '')} ${family}` : family)).join(' and ');

/** The source's authors as the text writes its own: by surname, or by first name and surname. */
const authorLike = (source: Source, { from, to }: AuthorMention): string =>
  to - from > 1 ? fullName(source) : source.authors.map(({ family }) => family).join(' and ');

function nameOf({ from, family }: AuthorMention, { block, tokens }: Stretch): { start: number; end: number } {
  return { start: block.start + tokens[from]!.start, end: block.start + wordEnd(tokens[family]!) };
}

/** "*Parting the Waters* by David Garrow", "Garrow’s *Parting the Waters*"; "*Citizens* came out in 1990". */
function titleFindings(title: TitleMention, stretch: Stretch, authors: readonly AuthorMention[], told: Told): Finding[] {
  const { source } = title;
  if (!title.agrees || mainTitle(source).split(/\s+/).length < 2 || source.authors.length === 0) return [];
  if (authors.some((author) => author.sources.includes(source))) return [];
  const { block, tokens } = stretch;
  const wrong = authors.find((author) => isAuthorSlot(author, title, tokens));
  if (wrong) {
    const { start, end } = nameOf(wrong, stretch);
    const right = authorLike(source, wrong);
    return [
      {
        code: 'source-details',
        severity: 'warning',
        start,
        end,
        ...tell('{title} is by {author}.', { title: source.title, author: fullName(source) }),
        fact: factReference(source),
        fixes: [replaceFix(`Change to ${right}`, start, end, right, true)],
      },
    ];
  }
  if (source.year === undefined || authors.length > 0 || speaksOfEditions(stretch)) return [];
  let behind = title.to;
  while (/^["“”'’*_,]$/.test(tokens[behind]?.text ?? '')) behind++;
  const bracket = tokens[behind]?.text === '(' && isYearToken(tokens, behind + 1) && tokens[behind + 2]?.text === ')' ? behind + 1 : null;
  const at = bracket ?? toldYear(stretch, title.to, source, true);
  if (at === null || at >= stretch.to) return [];
  const year = Number(tokens[at]!.text);
  return yearAgrees(source, year) || year <= told.lastYear ? [] : [yearFinding(source, tokens[at]!, block)];
}

/** By a name behind the title, or an owner or a reference before it. */
function isAuthorSlot(author: AuthorMention, title: TitleMention, tokens: readonly Token[]): boolean {
  const between = (from: number, to: number) =>
    tokens
      .slice(from, to)
      .map(({ lower }) => lower)
      .filter((word) => !/^["“”'‘’*_]$/.test(word))
      .join(' ');
  if (author.from >= title.to) return /^(?:, |\( ?\d+ ?\) ?)?(?:written )?by$/.test(between(title.to, author.from));
  const gap = between(author.to, title.from);
  return tokens[author.family]!.possessive ? gap === '' || /^(?:book|study|history|biography)$/.test(gap) : /^, ?(?:in )?$|^in$/.test(gap);
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
    } else if (isYearToken(tokens, i) && (depth > 0 || tokens[from]?.text === ',')) return token;
  }
  return null;
}

/** "p. 210", "pages 15 and 16", and "2005: 210". */
function pagesIn({ block, tokens, from, to }: Stretch): { text: string; written: string; start: number } | null {
  for (let i = from; i < to; i++) {
    const label = /^(?:p|pp|page|pages)\.?$/.test(tokens[i]!.lower);
    if (!label && !(tokens[i]!.text === ':' && isYearToken(tokens, i - 1))) continue;
    const rest = /^[\s.]*(\d+(?:,\d{3})*(?:\s?(?:[–-]|and)\s?\d+)?)(?![\d:])/.exec(block.prose.slice(tokens[i]!.end));
    if (!rest) continue;
    const written = rest[1]!;
    const text = written.replace(/\s*(?:-|and)\s*/, '–').replace(/[\s,]/g, '');
    return { text, written, start: tokens[i]!.end + rest[0].length - written.length };
  }
  return null;
}
