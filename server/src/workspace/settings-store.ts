/** Settings by document: asked of the client once, and again only when they change. */
import type { Connection } from 'vscode-languageserver';
import { isRecord, readSettings, type Settings } from './settings';

const SECTION = 'historyNotes';

export class SettingsStore {
  private readonly known = new Map<string, Promise<Settings>>();
  private pushed: Settings;

  /** `pulls`: the client answers workspace/configuration; otherwise what it pushes counts, and before that `initial`. */
  constructor(
    private readonly connection: Connection,
    private readonly pulls: boolean,
    private readonly initial: Settings,
  ) {
    this.pushed = initial;
  }

  /** The settings for a document or folder; without one, those of the whole workspace. */
  for(uri?: string): Promise<Settings> {
    if (!this.pulls) return Promise.resolve(this.pushed);
    const key = uri ?? '';
    let settings = this.known.get(key);
    if (!settings) {
      settings = this.ask(uri);
      this.known.set(key, settings);
    }
    return settings;
  }

  /** The client says that settings have changed; `pushed` is what it sent along. */
  changed(pushed: unknown): void {
    this.known.clear();
    if (isRecord(pushed)) this.pushed = readSettings(pushed[SECTION], this.initial);
  }

  forget(uri: string): void {
    this.known.delete(uri);
  }

  private async ask(uri: string | undefined): Promise<Settings> {
    try {
      return readSettings(
        await this.connection.workspace.getConfiguration({ section: SECTION, ...(uri ? { scopeUri: uri } : {}) }),
        this.pushed,
      );
    } catch {
      // A client that cannot say must not stop the checking.
      return this.pushed;
    }
  }
}
