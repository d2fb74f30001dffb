import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-types';
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES, tokenEdits } from '../features/semantic-tokens';
import { type Handler, offsetAt } from './handler';

/** Of so many documents the last answer is kept, for the next to be told as its difference. */
const MOST_KEPT = 50;

export const semanticTokensHandler: Handler = {
  capabilities: ({ semanticTokens: { wanted } }) =>
    wanted
      ? {
          semanticTokensProvider: {
            legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
            full: { delta: true },
            range: true,
          },
        }
      : {},
  bind({ connection, answer }) {
    const kept = new Map<string, SemanticTokens & { readonly resultId: string }>();
    let count = 0;
    const keep = (uri: string, data: number[]) => {
      const tokens = { resultId: String(++count), data };
      kept.delete(uri);
      kept.set(uri, tokens);
      if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
      return tokens;
    };
    const { semanticTokens: requests } = connection.languages;
    requests.on(({ textDocument: { uri } }, token) =>
      answer('semantic tokens', uri, token, (read, { session }) => keep(uri, semanticTokens(read, session.semanticTokens))),
    );
    requests.onDelta(({ textDocument: { uri }, previousResultId }, token) =>
      answer('semantic tokens', uri, token, (read, { session }): SemanticTokens | SemanticTokensDelta => {
        const before = kept.get(uri);
        const now = keep(uri, semanticTokens(read, session.semanticTokens));
        if (before?.resultId !== previousResultId) return now;
        return { resultId: now.resultId, edits: tokenEdits(before.data, now.data) };
      }),
    );
    requests.onRange(({ textDocument: { uri }, range }, token) =>
      answer('semantic tokens', uri, token, (read, { session }) => ({
        data: semanticTokens(read, {
          ...session.semanticTokens,
          range: { start: offsetAt(read, range.start), end: offsetAt(read, range.end) },
        }),
      })),
    );
  },
  refresh({ connection, log }, { refreshes }) {
    if (refreshes.semanticTokens)
      connection.languages.semanticTokens.refresh().catch((error: unknown) => log.error('refreshing semantic tokens', error));
  },
};
