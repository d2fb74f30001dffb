import { describe, expect, it } from 'vitest';
import { inOrder } from './in-order';

async function* upTo(count: number): AsyncGenerator<number> {
  for (let i = 0; i < count; i++) yield i;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('inOrder', () => {
  it('gives results in the order of the items, whichever is ready first, and has no more than so many in work', async () => {
    let inWork = 0;
    let most = 0;
    const work = async (item: number) => {
      most = Math.max(most, ++inWork);
      await new Promise((resolve) => setTimeout(resolve, (item * 7) % 5));
      inWork--;
      return item * 2;
    };
    expect(await all(inOrder(upTo(50), work, 4))).toEqual(Array.from({ length: 50 }, (_, i) => i * 2));
    expect(most).toBe(4);
  });

  it('throws an error where its item stands, after the results before it', async () => {
    const seen: number[] = [];
    const work = async (item: number) => {
      if (item === 3) throw new Error('three');
      return item;
    };
    await expect(
      (async () => {
        for await (const result of inOrder(upTo(9), work, 8)) seen.push(result);
      })(),
    ).rejects.toThrow('three');
    expect(seen).toEqual([0, 1, 2]);
  });
});
