/** Other words for the head of a body or a place: whoever is its boss is its chief, its head and its leader. */

const HEADS = ['head', 'boss', 'chief', 'leader'];
const OF = /^(head|boss|chief|leader) of (.+)$/i;
const BEFORE = /^(.+) (head|boss|chief|leader)$/i;

/** "Moscow party boss" gives "Moscow party chief", "head of the Moscow party" …; only with a name in it: a chief of staff is no boss of staff. */
export function titleSynonyms(title: string): string[] {
  const of = OF.exec(title);
  const before = of ? null : BEFORE.exec(title);
  const what = of?.[2] ?? before?.[1];
  if (what === undefined || !/\p{Lu}/u.test(what)) return [];
  // "Moscow boss": of the place itself; "Moscow party boss": of the Moscow party.
  const article = /\s/.test(what) && !/^the /i.test(what) ? 'the ' : '';
  // Of one word alone ("Nazi leader") there may be many a chief.
  const isBody = /\s/.test(what);
  const all = HEADS.flatMap((head) =>
    of ? [`${head} of ${what}`] : [...(isBody ? [`${what} ${head}`] : []), `${head} of ${article}${what}`],
  );
  return all.filter((each) => each.toLowerCase() !== title.toLowerCase());
}
