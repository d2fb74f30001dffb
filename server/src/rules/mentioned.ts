import type { Question } from '../reading/model';

/** Whether the text mentions the fact with this id. */
export const MENTIONED: Question<string> = {
  answers: (contents) => {
    const ids = new Set(contents.flatMap(({ mentions }) => mentions.flatMap((each) => (each.kind === 'fact' ? [each.fact.id] : []))));
    return (id) => ids.has(id);
  },
};
