/** What a block of notes is like, without a word of it: for reports that must not hold what somebody wrote. */
import type { Block } from './model';

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['letters beyond ASCII', /(?!\p{ASCII})\p{L}/u],
  ['combining marks', /\p{M}/u],
  ['right-to-left letters', /[\p{sc=Hebrew}\p{sc=Arabic}]/u],
  ['emoji', /\p{Emoji_Presentation}/u],
  ['control characters', /(?!\s)\p{Cc}/u],
  ['invisible characters', /\p{Cf}/u],
  ['lone surrogates', /\p{Cs}/u],
];

/** "list-item, 120 characters, 18 words, 2 numbers, 1 person, 2 emphasis, with emoji". */
export function shapeOf({ kind, prose, marks, cells, timelineHead }: Block): string {
  const count = (number: number, what: string) => (number > 0 ? [`${number} ${what}`] : []);
  const kinds = [...new Set(marks.map((mark) => mark.kind))];
  const odd = KINDS.filter(([, pattern]) => pattern.test(prose)).map(([name]) => name);
  return [
    kind,
    `${prose.length} characters`,
    ...count(prose.match(/\p{L}+/gu)?.length ?? 0, 'words'),
    ...count(prose.match(/\p{N}+/gu)?.length ?? 0, 'numbers'),
    ...kinds.flatMap((each) => count(marks.filter((mark) => mark.kind === each).length, each)),
    ...count(cells?.length ?? 0, 'cells'),
    ...(timelineHead ? ['timeline line'] : []),
    ...(odd.length > 0 ? [`with ${odd.join(', ')}`] : []),
  ].join(', ');
}
