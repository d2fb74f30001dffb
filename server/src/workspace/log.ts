/** The server's log: each fault once, however often it comes back. */
import type { Connection } from 'vscode-languageserver';

/** Enough to see every kind of fault; a new text in every message must not fill the memory. */
const MAX_REMEMBERED = 1000;

export class Log {
  private readonly said = new Set<string>();

  constructor(private readonly connection: Connection) {}

  /** What was being done, what it threw, and at what kind of input. */
  readonly error = (what: string, error: unknown, shape?: string): void => {
    const text = shape === undefined ? told(error) : whereThrown(error);
    const key = `${what}\n${text}`;
    if (this.said.has(key) || this.said.size >= MAX_REMEMBERED) return;
    this.said.add(key);
    this.connection.console.error(shape === undefined ? `${what}: ${text}` : `${what}, at this kind of text: ${shape}: ${text}`);
  };
}

const told = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** An error's kind and the places in the program: its message may hold something of the text. */
function whereThrown(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = error.stack?.match(/^ +at .*$/gm) ?? [];
  return [error.name, ...frames].join('\n');
}
