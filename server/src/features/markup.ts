/** Text for hovers and completion documentation, as Markdown or plain, with pack text that can never become markup. */
import { type MarkupContent, MarkupKind } from 'vscode-languageserver-types';
import { ENGLISH, type Language, type Said, write } from '../l10n/said';

/** Pack text stands in plain strings; what is bold or emphasised is said by the feature, never by the pack. */
export type Inline = string | Said | { readonly strong: string | Said } | { readonly emphasis: string | Said };

export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] };

export const paragraph = (...content: readonly Inline[]): Block => ({ kind: 'paragraph', content });
export const list = (items: readonly (readonly Inline[])[]): Block => ({ kind: 'list', items });

// Controls, and the marks that reorder or hide text on screen.
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/** One line of visible text. */
export function plainText(text: string): string {
  return text.replace(INVISIBLE, ' ').replace(/ {2,}/g, ' ').trim();
}

/**
 * Text that Markdown shows as it stands: no emphasis, code, links, HTML, entities, headings, lists or autolinked addresses.
 * Only what could begin markup is escaped, since some editors show the source.
 */
export function escapeMarkdown(text: string): string {
  return plainText(text)
    .replace(/[\\`*_[\]<>&|~]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www|mailto|xmpp)([.:])/gi, '$1\\$2')
    .replace(/(\S)@(?=\S)/g, '$1\\@')
    .replace(/^([#+=-])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

function inline(content: readonly Inline[], markdown: boolean, language: Language): string {
  return content
    .map((part) => {
      if (typeof part === 'string' || 'template' in part) return keepSpaces(write(part, language), markdown ? escapeMarkdown : plainText);
      const text = write('strong' in part ? part.strong : part.emphasis, language);
      if (!markdown) return plainText(text);
      const mark = 'strong' in part ? '**' : '*';
      const escaped = escapeMarkdown(text);
      return escaped && `${mark}${escaped}${mark}`;
    })
    .join('')
    .trim();
}

/** Escapes without losing the spaces that part one piece from the next. */
function keepSpaces(text: string, clean: (text: string) => string): string {
  return `${/^\s/.test(text) ? ' ' : ''}${clean(text)}${/\S\s+$/.test(text) ? ' ' : ''}`;
}

/** The blocks in the kind of markup that the client shows, in the user's language. */
export function render(blocks: readonly Block[], kind: MarkupKind, language: Language = ENGLISH): MarkupContent {
  const markdown = kind === MarkupKind.Markdown;
  const parts = blocks.map((block) => {
    if (block.kind === 'paragraph') return inline(block.content, markdown, language);
    return block.items.map((item) => `${markdown ? '-' : '•'} ${inline(item, markdown, language)}`).join('\n');
  });
  return { kind, value: parts.filter(Boolean).join('\n\n') };
}
