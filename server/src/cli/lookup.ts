/** `history-notes lookup NAME…`: who or what a name is. */
import type { NameIndex, NameMatch } from '../chapter/names/index';

export interface LookupEntry {
  readonly query: string;
  readonly match: null | {
    readonly id: string;
    readonly kind: 'person' | 'event' | 'term' | 'source';
    /** The chapter's own name for it. */
    readonly name: string;
    readonly how: NameMatch['how'];
  };
}

/** One entry a name, in the names' order. */
export function lookupReport(names: readonly string[], index: NameIndex): LookupEntry[] {
  return names.map((query) => {
    const found = index.identify(query);
    return { query, match: found && { id: found.fact.id, kind: found.fact.kind, name: found.fact.name, how: found.how } };
  });
}
