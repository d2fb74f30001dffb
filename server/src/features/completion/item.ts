/** Proposals as LSP completion items. */
import {
  type CompletionItem,
  type CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  type Range,
} from 'vscode-languageserver-types';

import { type Arg, type Language, write } from '../../l10n/said';

/** What a completion writes and how it is shown; the range it replaces is the list's. */
export interface Proposal {
  readonly label: string;
  readonly newText: string;
  readonly kind: CompletionItemKind;
  readonly filterText: string;
  /** Beside the label: dates. */
  readonly detail?: Arg;
  /** At the right edge: the chapter's own name for it. */
  readonly description?: string;
  /** In LSP's snippet syntax, for clients that know it; others are not offered it. */
  readonly snippet?: string;
  /** Characters that, typed, choose it. */
  readonly commitCharacters?: readonly string[];
  /** Id of the fact that documents it. */
  readonly fact?: string;
  /** False where `filterText` could not hold every name. */
  readonly allNames?: boolean;
}

export interface CompletionAbilities {
  /** `completionList.itemDefaults` includes `editRange`. */
  readonly defaultEditRange: boolean;
  readonly labelDetails: boolean;
  readonly snippets: boolean;
  readonly commitCharacters: boolean;
  /** What details are written in; English where it is not said. */
  readonly language?: Language;
}

/** Comes back when the client asks for an item's documentation. */
export interface ItemData {
  readonly uri: string;
  readonly fact: string;
}

/** `proposals` likeliest first. */
export function completionList(
  proposals: readonly Proposal[],
  range: Range,
  isIncomplete: boolean,
  uri: string,
  abilities: CompletionAbilities,
): CompletionList {
  const shown = proposals.filter(({ snippet }) => snippet === undefined || abilities.snippets);
  const width = String(shown.length).length;
  const items = shown.map((proposal, index): CompletionItem => {
    const { label, snippet, commitCharacters, description, fact, filterText } = proposal;
    const detail = proposal.detail === undefined ? '' : write(proposal.detail, abilities.language);
    const data: ItemData | undefined = fact === undefined ? undefined : { uri, fact };
    const newText = snippet ?? proposal.newText;
    const plainDetail = [detail, description].filter(Boolean).join(' · ');
    return {
      label,
      kind: proposal.kind,
      filterText,
      sortText: String(index).padStart(width, '0'),
      ...(abilities.labelDetails
        ? { labelDetails: { ...(detail ? { detail: `  ${detail}` } : {}), ...(description ? { description } : {}) } }
        : plainDetail
          ? { detail: plainDetail }
          : {}),
      ...(abilities.defaultEditRange ? { textEditText: newText } : { textEdit: { range, newText } }),
      ...(snippet === undefined ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
      ...(commitCharacters && abilities.commitCharacters ? { commitCharacters: [...commitCharacters] } : {}),
      ...(data ? { data } : {}),
    };
  });
  return { isIncomplete, items, ...(abilities.defaultEditRange ? { itemDefaults: { editRange: range } } : {}) };
}

/** Text that stands in a snippet, or in the choice of one, as it is. */
export const escapeSnippet = (text: string): string => text.replace(/[\\$}|,]/g, '\\$&');
