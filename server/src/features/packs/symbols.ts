/** Document symbols of a pack's files: people, events, terms and sources by name, and the parts of `chapter.yaml`. */
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Language } from '../../l10n/said';
import { formatDate, parseEdtf } from '../../time/index';
import { rangeOf } from '../document';
import { plainText } from '../markup';
import type { OpenPackFile, PackFileName } from './files';
import { type Entry, entriesOf, type Leaf, leavesOf, type Path } from './tree';

const kinds: Record<PackFileName, SymbolKind> = {
  chapter: SymbolKind.Namespace,
  people: SymbolKind.Class,
  timeline: SymbolKind.Event,
  terms: SymbolKind.Constant,
  sources: SymbolKind.File,
};

/** Nothing is longer in an outline, in UTF-16 units. */
const MAX_NAME = 100;

export function packSymbols({ document, name }: OpenPackFile, language: Language): DocumentSymbol[] {
  const text = document.getText();
  return entriesOf(name, text).flatMap((entry) => (name === 'chapter' ? chapterSymbols(entry) : entrySymbol(entry)) ?? []);

  function entrySymbol(entry: Entry): DocumentSymbol[] {
    // A file whose list does not begin in the first column is one piece with all its entries.
    const byEntry = grouped(leavesOf(entry), ({ path }) => path[0]);
    return [...byEntry.values()].flatMap((leaves) => {
      const [first] = leaves;
      const value = (...keys: string[]) => keys.map((key) => valueAt(leaves, [first!.path[0]!, key])).find((each) => each !== undefined);
      const label = value(...(name === 'timeline' ? ['name', 'what', 'id'] : ['name', 'title', 'id']));
      if (!first || !label) return [];
      return [symbol(label.text, detailOf(leaves, first.path[0]!), kinds[name], first.start, leaves.at(-1)!.end, label)];
    });
  }

  function detailOf(leaves: readonly Leaf[], index: Path[number]): string {
    const at = (key: string) => valueAt(leaves, [index, key]) ?? valueAt(leaves, [index, key, 'date']);
    const dated = (key: string) => dateText(at(key)?.text, language);
    if (name === 'people') return [dated('born'), dated('died')].some(Boolean) ? `${dated('born')} – ${dated('died')}`.trim() : '';
    if (name === 'terms') return [at('kind')?.text, dated('when')].filter(Boolean).join(', ');
    return name === 'timeline' ? dated('when') : (at('year')?.text ?? '');
  }

  function chapterSymbols(entry: Entry): DocumentSymbol[] {
    const leaves = leavesOf(entry);
    const title = valueAt(leaves, ['title']) ?? valueAt(leaves, ['id']);
    const [first, last] = [leaves[0], leaves.at(-1)];
    if (!title || !first || !last) return [];
    const parts = (key: string, label: string, kind: SymbolKind): DocumentSymbol[] => {
      const ofKey = leaves.filter(({ path, isKey }) => path[0] === key && typeof path[1] === 'number' && !(isKey && path.length < 2));
      return [...grouped(ofKey, ({ path }) => path[1]!)].flatMap(([index, all]) => {
        const shown = valueAt(all, [key, index, label]) ?? valueAt(all, [key, index]);
        return shown ? [symbol(shown.text, '', kind, all[0]!.start, all.at(-1)!.end, shown)] : [];
      });
    };
    const chapter = symbol(title.text, valueAt(leaves, ['period'])?.text ?? '', kinds.chapter, first.start, last.end, title);
    const children = [
      ...parts('sections', 'title', SymbolKind.Module),
      ...parts('questions', 'question', SymbolKind.String),
      ...parts('debates', 'question', SymbolKind.Interface),
      ...parts('figures', 'label', SymbolKind.Object),
      ...parts('activities', 'title', SymbolKind.Object),
    ];
    return [{ ...chapter, children }];
  }

  function symbol(label: string, detail: string, kind: SymbolKind, start: number, end: number, selected: Leaf): DocumentSymbol {
    const shown = plainText(label).slice(0, MAX_NAME) || selected.path.join('.');
    return {
      name: shown,
      ...(detail ? { detail: plainText(detail).slice(0, MAX_NAME) } : {}),
      kind,
      range: rangeOf(document, { start, end: Math.max(end, selected.end) }),
      selectionRange: rangeOf(document, selected),
    };
  }
}

function valueAt(leaves: readonly Leaf[], path: Path): Leaf | undefined {
  return leaves.find(
    (leaf) => !leaf.isKey && leaf.text.trim() !== '' && leaf.path.length === path.length && path.every((each, i) => leaf.path[i] === each),
  );
}

function dateText(edtf: string | undefined, { dates }: Language): string {
  const value = edtf === undefined ? null : parseEdtf(edtf);
  return value ? formatDate(value, dates) : '';
}

function grouped<K>(leaves: readonly Leaf[], keyOf: (leaf: Leaf) => K): Map<K, Leaf[]> {
  const groups = new Map<K, Leaf[]>();
  for (const leaf of leaves) {
    const key = keyOf(leaf);
    const group = groups.get(key);
    if (group) group.push(leaf);
    else groups.set(key, [leaf]);
  }
  return groups;
}
