/** The server's log: each fault once, however often it comes back. */
import type { Connection } from 'vscode-languageserver';

/** Enough to see every kind of fault; a new text in every message must not fill the memory. */
const MAX_REMEMBERED = 1000;

export class Log {
  private readonly said = new Set<string>();

  constructor(private readonly connection: Connection) {}

  /** What was being done, and what it threw. */
  readonly error = (what: string, error: unknown): void => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const key = `${what}\n${text}`;
    if (this.said.has(key) || this.said.size >= MAX_REMEMBERED) return;
    this.said.add(key);
    this.connection.console.error(`${what}: ${text}`);
  };
}
