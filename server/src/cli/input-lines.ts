/** The lines of a stream of bytes, one at a time, however long the stream is. */

/** A line without its end; null for one that is longer than the limit. */
export type Line = Buffer | null;

const LINE_FEED = 10;

/** At most `limit` bytes of a line are held, and one chunk of the stream. An empty last line is none. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let size = 0;
  const add = (part: Buffer) => {
    size += part.length;
    if (size > limit) parts = [];
    else parts.push(part);
  };
  const taken = (): Line => {
    const line = size > limit ? null : Buffer.concat(parts);
    parts = [];
    size = 0;
    return line;
  };
  for await (const bytes of stream) {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      add(chunk.subarray(start, end));
      yield taken();
      start = end + 1;
    }
    if (start < chunk.length) add(chunk.subarray(start));
  }
  if (size > 0) yield taken();
}
