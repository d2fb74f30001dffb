export function unmark(source: string): {
  readonly text: string;
  readonly errors: readonly { family: string; text: string; correct: string[]; start: number; end: number }[];
};
