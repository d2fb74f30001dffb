/** `history-notes lookup NAME…`: who or what a name is in the chapters at hand. */
import { MarkupKind } from 'vscode-languageserver-types';
import { describeFact } from '../features/describe';
import { render } from '../features/markup';
import type { ScriptFormat } from './dates-command';
import { type LookupEntry, lookupReport } from './lookup';
import { print, visible } from './output';
import { knownChapters, openLibrary } from './packs';

export interface LookupOptions {
  readonly chapter: readonly string[];
  readonly packs?: readonly string[];
  readonly format: ScriptFormat;
}

const howItIs: Record<NonNullable<LookupEntry['match']>['how'], string> = {
  name: '',
  variant: ' (another spelling)',
  misspelling: ' (misspelt)',
};

/** @returns the exit code: 0 where every name is known, 1 where one is not. */
export async function lookupCommand(names: readonly string[], { chapter, packs, format }: LookupOptions): Promise<number> {
  const library = await openLibrary(packs);
  const ids = knownChapters(chapter, library);
  const knowledge = library.knowledge(ids.length > 0 ? ids : [...library.chapters.keys()], []);
  const entries = lookupReport(names, knowledge.names);
  if (format === 'json') await print(`[${entries.map((entry) => `\n${JSON.stringify(entry)}`).join(',')}\n]\n`);
  else if (format === 'ndjson') await print(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  else {
    for (const { query, match } of entries) {
      const fact = match && knowledge.fact(match.id);
      if (!match || !fact)
        await print(
          `${visible(query)}: nobody and nothing in ${[...library.chapters.values()].map(({ title }) => title).join(', ') || 'no chapter'}\n\n`,
        );
      else
        await print(`${visible(query)}${howItIs[match.how]}\n\n${render(describeFact(fact, knowledge), MarkupKind.PlainText).value}\n\n`);
    }
  }
  return entries.every(({ match }) => match) ? 0 : 1;
}
