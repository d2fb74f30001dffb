/** Completions in the front matter: its keys, the chapters that are there, the key questions of the chapters named. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { type Said, say } from '../../l10n/said';
import type { Reading } from '../../reading/model';
import type { AvailableChapter } from '../document';
import type { Proposals } from './facts';
import type { Proposal } from './item';
import type { Typing } from './typing';

const KEYS: readonly (readonly [key: string, meaning: Said])[] = [
  ['chapter', say('what the notes are checked against')],
  ['title', say('of the notes')],
  ['question', say('that the notes answer')],
];

export function frontMatterKeys(reading: Reading): Proposals {
  const present = new Set(reading.notes.frontMatter?.keys.map(({ name }) => name));
  const items = KEYS.filter(([key]) => !present.has(key)).map(
    ([key, meaning]): Proposal => ({
      label: key,
      newText: `${key}: `,
      filterText: key,
      detail: meaning,
      kind: CompletionItemKind.Property,
    }),
  );
  return { items, incomplete: false };
}

export function frontMatterValues(typing: Typing & { kind: 'value' }, reading: Reading, available: readonly AvailableChapter[]): Proposals {
  if (typing.key === 'chapter') {
    const items = available.map(
      ({ id, title, book }): Proposal => ({
        label: id,
        newText: id,
        filterText: `${id} ${title}`,
        detail: title,
        ...(book ? { description: book } : {}),
        kind: CompletionItemKind.File,
      }),
    );
    return { items, incomplete: false };
  }
  const questions = reading.knowledge.chapters.flatMap((chapter) => chapter.keyQuestions);
  const items = questions.map(
    ({ question }): Proposal => ({
      label: question,
      newText: plainScalar(question) ? question : JSON.stringify(question),
      filterText: question,
      kind: CompletionItemKind.Text,
    }),
  );
  return { items, incomplete: false };
}

/** Whether YAML reads the text as it stands. */
function plainScalar(text: string): boolean {
  return /^[\p{L}]/u.test(text) && !/: |:$| #|[\r\n]/.test(text);
}
