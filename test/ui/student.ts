/** A student at the screen: an installed extension, a folder with an essay, eyes, a mouse and a keyboard. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { browserArguments, findBrowser } from '../support/browser';
import { type CodeServer, Profile } from '../support/code-server';
import { packExtension } from '../support/package';
import { resultsFolder, root } from '../support/project';

/** A place on the screen, in pixels of the page. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The README's pictures are drawn anew only when asked for, so that a test run leaves the tree as it is. */
const picturesFolder = process.env.UPDATE_PICTURES ? join(root, 'docs', 'images') : join(resultsFolder, 'pictures');

/** A calm, bright editor with nothing on it but the text. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.fontFamily': "'JetBrains Mono', 'DejaVu Sans Mono', monospace",
  'editor.fontLigatures': false,
  'editor.fontSize': 15,
  'editor.lineHeight': 1.6,
  'editor.lineNumbers': 'off',
  'editor.glyphMargin': false,
  'editor.folding': false,
  'editor.minimap.enabled': false,
  'editor.renderLineHighlight': 'none',
  'editor.scrollbar.vertical': 'hidden',
  'editor.overviewRulerBorder': false,
  'editor.hideCursorInOverviewRuler': true,
  'editor.guides.indentation': false,
  'problems.decorations.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.layoutControl.enabled': false,
};

/** Heights of what stands above and below the text: the tabs, and the status bar. */
const bars = { top: 44, bottom: 36 };

export class Student {
  static readonly size = { width: 960, height: 560 };

  private constructor(
    readonly page: Page,
    private readonly browser: Browser,
    private readonly editor: CodeServer,
    private readonly folder: string,
  ) {}

  /** Packs the extension, installs the package in a new editor, and opens a sample essay in it. */
  static async atWork(essay: string): Promise<Student> {
    mkdirSync(picturesFolder, { recursive: true });
    const executablePath = findBrowser();
    const vsix = join(resultsFolder, 'history-notes-ui.vsix');
    mkdirSync(resultsFolder, { recursive: true });
    await packExtension(vsix);
    const folder = mkdtempSync(join(tmpdir(), 'history-notes-essays-'));
    cpSync(join(root, 'samples'), folder, { recursive: true });
    const profile = new Profile({ settings });
    profile.run('--install-extension', vsix);
    const editor = await profile.start();
    const browser = await chromium.launch({ executablePath, args: browserArguments });
    const page = await browser.newPage({ viewport: Student.size, deviceScaleFactor: 2 });
    await page.addInitScript({ path: fileURLToPath(new URL('page.js', import.meta.url)) });
    const file = `vscode-remote://${new URL(editor.url).host}${join(folder, essay)}`;
    const query = new URLSearchParams({ folder, payload: JSON.stringify([['openFile', file]]) });
    await page.goto(`${editor.url}/?${query}`);
    await page.locator('.editor-instance .view-line').first().waitFor({ timeout: 60_000 });
    await page.keyboard.press('Control+b');
    return new Student(page, browser, editor, folder);
  }

  async goHome(): Promise<void> {
    await this.browser.close();
    await this.editor.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs a command by its name in the command palette. */
  async command(name: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.page.locator('.quick-input-widget input').first().fill(`>${name}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
  }

  /** Scrolls, down and then up, until the words stand still and well within the editor, and says where. */
  async find(words: string): Promise<Place> {
    const turns = [...Array<number>(20).fill(120), ...Array<number>(40).fill(-120)];
    let before: Place | null = null;
    for (const turn of turns) {
      const place = await this.page.evaluate<Place | null>(`placeOf(${JSON.stringify(words)})`);
      // Headings that stick to the top cover what is below them.
      const readable = place && place.top > 140 && place.bottom < Student.size.height - 60;
      if (readable && before?.top === place.top) return place;
      before = place;
      if (!readable) {
        // At the left edge, where no box is in the way of the wheel.
        await this.page.mouse.move(16, Student.size.height / 2);
        await this.page.mouse.wheel(0, place ? place.top - Student.size.height / 2 : turn);
      }
      await this.page.waitForTimeout(150);
    }
    throw new Error(`“${words}” is nowhere on the screen.`);
  }

  /** Waits until the words have a wavy line under them, or none any more. */
  async see(words: string, { underlined }: { underlined: boolean }): Promise<Place> {
    const place = await this.find(words);
    await this.page.waitForFunction(`isUnderlined(${JSON.stringify(place)}) === ${underlined}`, undefined, { timeout: 30_000 });
    return place;
  }

  async click(words: string): Promise<void> {
    const { x, y } = await this.find(words);
    await this.page.mouse.click(x, y);
  }

  /** Points at words and waits for the hover that says something. */
  async pointAt(words: string, expected: RegExp): Promise<Locator> {
    const { x, y } = await this.find(words);
    await this.page.mouse.move(x - 40, y + 60);
    await this.page.mouse.move(x, y, { steps: 4 });
    const hover = this.page.locator('.monaco-hover:visible', { hasText: expected }).first();
    await hover.waitFor({ timeout: 20_000 });
    return hover;
  }

  /** Opens the documentation beside the completion list. */
  async readMore(): Promise<void> {
    const documentation = this.page.locator('.suggest-details:visible');
    // While the list is still coming, the key asks for the list once more.
    for (let turn = 0; turn < 5 && !(await documentation.isVisible()); turn++) {
      await this.page.keyboard.press('Control+Space');
      await documentation.waitFor({ timeout: 1500 }).catch(() => {});
    }
    await documentation.waitFor();
  }

  /** Draws the screen at the moment of a failure. */
  async complain(test: string): Promise<void> {
    await this.page.screenshot({ path: join(resultsFolder, `failed-${test.replace(/\W+/g, '-')}.png`) });
  }

  /** Draws the screen; with a place, only the text around it, so many pixels above and below. */
  async picture(name: string, place?: Place, above = 0, below = 0): Promise<void> {
    await this.page.waitForTimeout(400);
    const { width, height } = Student.size;
    const from = place ? Math.max(bars.top, place.top - above) : 0;
    const to = place ? Math.min(height - bars.bottom, place.bottom + below) : height;
    const clip = { x: 0, y: from, width, height: to - from };
    await this.page.screenshot({ path: join(picturesFolder, `${name}.png`), clip, animations: 'disabled' });
  }
}
