/** Completions of `[[…]]` that lead to notes: other files by name, the document's own headings. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { say } from '../../l10n/said';
import { headings } from '../../notes/headings';
import type { ReadDocument } from '../document';
import type { NoteNames } from '../note-names';
import { LIMIT, type Proposals } from './facts';
import type { Proposal } from './item';
import { foldTyped } from './names';
import type { Typing } from './typing';

export function noteLinks(typing: Typing & { kind: 'link' }, { document, reading }: ReadDocument, names?: NoteNames): Proposals {
  const end = typing.closed ? '' : ']]';
  // "[[#" asks for headings alone.
  const sign = typing.typed.startsWith('#') ? '#' : '';
  const typed = foldTyped(typing.typed.slice(sign.length));
  const fits = (name: string) => !/[[\]|#]/.test(name) && beginsWord(foldTyped(name), typed);
  const own = [...new Set(headings(reading.notes).map(({ text }) => text))].filter((text) => text !== '' && fits(text));
  const items = own.map(
    (text): Proposal => ({
      label: text,
      detail: say('heading'),
      kind: CompletionItemKind.Text,
      newText: `${sign}${text}${end}`,
      filterText: `${sign}${text}`,
    }),
  );
  for (const uri of (!sign && names?.uris) || []) {
    if (items.length > LIMIT) break;
    if (uri === document.uri) continue;
    const name = names?.nameFor(document.uri, uri);
    if (name && fits(name))
      items.push({ label: name, detail: say('notes'), kind: CompletionItemKind.File, newText: `${name}${end}`, filterText: name });
  }
  return { items: items.slice(0, LIMIT), incomplete: items.length > LIMIT };
}

/** Whether some word of the name, and what follows it, begins so. */
function beginsWord(name: string, typed: string): boolean {
  for (let at = name.indexOf(typed); at >= 0; at = name.indexOf(typed, at + 1)) {
    if (at === 0 || !/[\p{L}\p{M}\p{N}]/u.test(name[at - 1]!)) return true;
  }
  return false;
}
