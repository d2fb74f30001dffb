/** Whether a quotation mark stands open before the end of this prose. Straight single marks are apostrophes too often to count. */
export function opensQuotation(prose: string): boolean {
  const count = (pattern: RegExp) => prose.match(pattern)?.length ?? 0;
  return count(/"/g) % 2 === 1 || count(/[“«]/g) > count(/[”»]/g);
}
