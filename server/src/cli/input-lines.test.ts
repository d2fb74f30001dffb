import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesOf } from './input-lines';

async function read(chunks: readonly string[], limit = 1000): Promise<(string | null)[]> {
  const lines: (string | null)[] = [];
  const stream = async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk);
  };
  for await (const line of linesOf(stream(), limit)) lines.push(line?.toString() ?? null);
  return lines;
}

it('gives the lines, wherever the chunks are cut', async () => {
  const text = fc.array(fc.constantFrom('a', 'é', '\n', 'bc')).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(fc.array(text), async (chunks) => {
      expect(await read(chunks)).toEqual(
        chunks
          .join('')
          .replace(/\n$/, '')
          .split('\n')
          .slice(0, chunks.join('') === '' ? 0 : undefined),
      );
    }),
  );
});

it('leaves out a line that is too long, and goes on behind it', async () => {
  expect(await read(['ab\ncdefghij', 'klmno', 'p\nqr\nstuvwx'], 5)).toEqual(['ab', null, 'qr', null]);
});
