/** Workspace symbols: the people, events, terms and sources of the chapters in use, and the headings of notes. */
import { type Range, type SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import type { AnyFact, Chapter } from '../chapter/model';
import { isOpenable, placeLocation } from './definition';
import { fuzzyScore } from './fuzzy';

/** Notes as far as a search needs them. */
export interface SearchedNotes {
  readonly uri: string;
  readonly headings: readonly { readonly text: string; readonly range: Range }[];
}

/** More are not shown: the searcher types another letter. */
const MOST = 200;

/** Best first. A fact is found by any of its names, and shown by the one that was met. */
export function workspaceSymbols(query: string, chapters: readonly Chapter[], notes: readonly SearchedNotes[]): SymbolInformation[] {
  const found: { readonly symbol: SymbolInformation; readonly score: number }[] = [];
  for (const chapter of chapters) {
    for (const fact of [...chapter.people, ...chapter.events, ...chapter.terms, ...chapter.sources]) {
      const best = bestName(query, fact);
      if (!best || !isOpenable(fact.place)) continue;
      const name = best.name === fact.name ? fact.name : `${fact.name} (${best.name})`;
      found.push({
        symbol: { name, kind: KINDS[fact.kind], location: placeLocation(fact.place), containerName: chapter.title },
        score: best.score,
      });
    }
  }
  for (const { uri, headings } of notes) {
    const file = decoded(uri.split('/').at(-1)!);
    for (const { text, range } of headings) {
      const score = text === '' ? null : fuzzyScore(query, text);
      if (score !== null)
        found.push({ symbol: { name: text, kind: SymbolKind.String, location: { uri, range }, containerName: file }, score });
    }
  }
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ symbol }) => symbol);
}

const KINDS: Record<AnyFact['kind'], SymbolKind> = {
  person: SymbolKind.Class,
  event: SymbolKind.Event,
  term: SymbolKind.Namespace,
  source: SymbolKind.File,
};

/** What another name scores less than the chapter's own. */
const OTHER_NAME = 0.5;

function bestName(query: string, fact: AnyFact): { readonly name: string; readonly score: number } | null {
  let best: { name: string; score: number } | null = null;
  for (const name of new Set([fact.name, ...(fact.kind === 'person' ? [fact.short] : []), ...fact.names])) {
    const score = fuzzyScore(query, name);
    const own = score === null ? null : score - (name === fact.name ? 0 : OTHER_NAME);
    if (own !== null && (best === null || own > best.score)) best = { name, score: own };
  }
  return best;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
