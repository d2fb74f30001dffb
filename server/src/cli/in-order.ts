/** Work on many things at once, its results in the order of the things. */

/**
 * What `work` makes of each item, in the items' order. At most `most` are in work or waiting for their turn, so that any number of items stream through.
 * An error of `work` is thrown where its item's turn comes.
 */
export async function* inOrder<T, R>(items: AsyncIterable<T>, work: (item: T) => Promise<R>, most: number): AsyncGenerator<R> {
  const begun: Promise<R>[] = [];
  for await (const item of items) {
    const result = work(item);
    // Until its turn comes, nobody listens.
    result.catch(() => {});
    begun.push(result);
    if (begun.length >= most) yield await begun.shift()!;
  }
  for (const result of begun) yield await result;
}
