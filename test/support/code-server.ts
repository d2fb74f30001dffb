/**
 * code-server: a real VS Code workbench with a real extension host, from the npm registry alone.
 * It stands in for the desktop editor on machines that cannot download or show one.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editorsFolder } from './project';

const version = '4.139.1';
/** The Node that this code-server demands; it comes as a package of its own. */
const nodeVersion = '24.9.0';
const home = join(editorsFolder, `code-server-${version}`);

export interface Installation {
  /** The Node binary to run it with. */
  readonly node: string;
  /** code-server's main script. */
  readonly entry: string;
}

/** Installs code-server where it is not yet there (half a minute, 800 MB), and says where it is. */
export function installCodeServer(): Installation {
  if (process.platform === 'win32') {
    throw new Error('code-server does not run on Windows. The tests use the desktop editor there, which must be downloadable.');
  }
  const nodePackage = `node-${process.platform}-${process.arch}`;
  const modules = join(home, 'node_modules');
  const installation = { node: join(modules, nodePackage, 'bin', 'node'), entry: join(modules, 'code-server', 'out', 'node', 'entry.js') };
  const complete = join(home, 'complete');
  if (!existsSync(complete)) {
    console.log(`Installing code-server ${version} into ${home} …`);
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
    // Its lock file does not match its manifest, so `npm ci` refuses; its native modules are not needed.
    const npm = (folder: string, ...more: string[]) =>
      execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...more], {
        cwd: folder,
        stdio: 'inherit',
      });
    npm(home, '--save-exact', `code-server@${version}`, `${nodePackage}@${nodeVersion}`);
    npm(join(modules, 'code-server', 'lib', 'vscode'), '--omit=dev');
    writeFileSync(complete, '');
  }
  return installation;
}

/** Settings of an editor that keeps still: nothing pops up, nothing saves by itself, nothing asks the network. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'window.restoreWindows': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

export interface CodeServerOptions {
  /** Where the editor keeps its state; a new temporary folder where it is not given. */
  readonly userData?: string;
  readonly extensions?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface CodeServer {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** Ends the editor and removes its temporary folders. */
  stop(): Promise<void>;
}

/** A code-server's profile: its folders, and the command line that uses them. */
export class Profile {
  readonly #temporary = mkdtempSync(join(tmpdir(), 'history-notes-editor-'));
  readonly #installation = installCodeServer();
  readonly userData: string;
  readonly extensions: string;

  constructor(options: CodeServerOptions = {}) {
    this.userData = options.userData ?? join(this.#temporary, 'user-data');
    this.extensions = options.extensions ?? join(this.#temporary, 'extensions');
    mkdirSync(join(this.userData, 'User'), { recursive: true });
    mkdirSync(this.extensions, { recursive: true });
    const settings = join(this.userData, 'User', 'settings.json');
    if (!existsSync(settings)) writeFileSync(settings, JSON.stringify({ ...quietSettings, ...options.settings }, null, 2));
    writeFileSync(join(this.#temporary, 'config.yaml'), 'auth: none\n');
  }

  /** Runs a command of code-server such as `--install-extension FILE` to its end. */
  run(...args: readonly string[]): void {
    // Its output is in the error that a failure throws; where it succeeds, it only complains of native modules that nobody needs.
    execFileSync(this.#installation.node, [...this.#commonArguments(), ...args], { env: this.#environment(), stdio: 'pipe' });
  }

  /** Starts the editor on a free port. Rejects with its output where it ends early. */
  async start(): Promise<CodeServer> {
    const server = spawn(
      this.#installation.node,
      [
        ...this.#commonArguments(),
        ...['--auth', 'none', '--bind-addr', '127.0.0.1:0', '--disable-telemetry', '--disable-update-check'],
        ...['--disable-workspace-trust', '--disable-getting-started-override'],
      ],
      { env: this.#environment(), detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const stop = async () => {
      await stopGroup(server);
      this.remove();
    };
    try {
      return { url: await addressOf(server), stop };
    } catch (error) {
      await stop();
      throw error;
    }
  }

  /** Removes the temporary folders. */
  remove(): void {
    rmSync(this.#temporary, { recursive: true, force: true, maxRetries: 3 });
  }

  #commonArguments(): string[] {
    return [
      this.#installation.entry,
      ...['--config', join(this.#temporary, 'config.yaml'), '--user-data-dir', this.userData, '--extensions-dir', this.extensions],
    ];
  }

  #environment(): NodeJS.ProcessEnv {
    // An empty gallery: the editor asks no marketplace. NODE_OPTIONS may hold a loader of the test runner's.
    const { PORT: _port, PASSWORD: _password, NODE_OPTIONS: _options, ...environment } = process.env;
    return { ...environment, EXTENSIONS_GALLERY: '{}' };
  }
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
      const address = /HTTP server listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`code-server ended with ${code}.\n${output}`)));
  });
}

/** Ends the process and its children: the editor's extension hosts are processes of their own. */
async function stopGroup(leader: ChildProcess): Promise<void> {
  const signal = (name: NodeJS.Signals) => {
    try {
      if (leader.pid !== undefined) process.kill(-leader.pid, name);
    } catch {
      // Already gone.
    }
  };
  if (leader.exitCode === null && leader.signalCode === null) {
    const gone = once(leader, 'exit');
    signal('SIGTERM');
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 3000).unref())]);
  }
  signal('SIGKILL');
}
