/** `npm run docs`: writes the pages of docs/ that are made from the code: one for each rule, and the settings. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Rule, type RuleExample, rules } from '../server/src/rules/index';
import { ROWS } from '../test/lsp/requests';

const root = join(import.meta.dirname, '..');
const NOTE = '<!-- Made by `npm run docs` from the code: edit it there. -->';

/** All generated pages: texts by their paths under the root. */
export function pages(): Map<string, string> {
  const all = new Map<string, string>();
  const add = (path: string, parts: readonly string[]) => all.set(path, `${[NOTE, ...parts].join('\n\n')}\n`);
  for (const rule of rules) add(`docs/rules/${rule.code}.md`, rulePage(rule));
  add('docs/rules/pack.md', packPage);
  add('docs/rules/README.md', indexPage());
  add('docs/settings.md', settingsPage());
  add('docs/lsp.md', protocolPage());
  return all;
}

function rulePage({ code, severity, summary, why, repair, bad, good }: Rule): string[] {
  return [
    `# ${code}`,
    '## What it does',
    summary,
    '## Why it matters',
    why,
    '## Examples',
    '`⟦…⟧` marks what is underlined; a line with `+` is the text after the repair. What is not underlined is right, or may be.',
    '### Flagged',
    `\`\`\`diff\n${bad.map(flagged).join('\n\n')}\n\`\`\``,
    '### Right',
    good.map(right).join('\n'),
    '## Repair',
    repair,
    ...silencing(code),
    '## Setting',
    `Its severity is \`${severity}\`. To give it another, in the editor’s settings:`,
    `\`\`\`json\n"historyNotes.rules": { "${code}": "${severity === 'error' ? 'warning' : 'information'}" }\n\`\`\``,
    `It may be \`error\`, \`warning\`, \`information\`, \`hint\` or \`off\`. On the command line: \`history-notes check --rule ${code}=off\`.`,
    '[All rules](README.md)',
  ];
}

function silencing(code: string): string[] {
  const heading = '## How to silence it';
  if (code === 'front-matter')
    return [heading, 'Anywhere in the notes:', `\`\`\`markdown\n<!-- history-notes-disable-file ${code} -->\n\`\`\``];
  return [
    heading,
    'Once, on the line above:',
    `\`\`\`markdown\n<!-- history-notes-disable-next-line ${code} -->\n\`\`\``,
    'In the same way `history-notes-disable-line` silences its own line, `history-notes-disable` and `history-notes-enable` a passage between them, and `history-notes-disable-file` all of the notes. Without a code they silence every rule. A reason may follow:',
    `\`\`\`markdown\n<!-- history-notes-disable-line ${code} -- as my source has it -->\n\`\`\``,
  ];
}

function flagged({ text, fixed, why }: RuleExample): string {
  const lines = (sign: string, all: string) => all.split('\n').map((line) => `${sign} ${line}`.trimEnd());
  return [...(why ? [`# ${why}`] : []), ...lines('-', text), ...(fixed === undefined ? [] : lines('+', fixed))].join('\n');
}

function right({ text, why }: RuleExample): string {
  const reason = why ? `: ${why}` : '';
  if (!text.includes('\n')) return `- ${inlineCode(text)}${reason}`;
  return `- \`\`\`markdown\n${text.replace(/^/gm, '  ').replace(/ +$/gm, '')}\n  \`\`\`\n${why ? `\n  ${why}\n` : ''}`;
}

const inlineCode = (text: string) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

const packPage = [
  '# pack',
  '## What it does',
  'Finds the faults of a [content pack](../packs.md) and says each at its place: YAML that cannot be read, a key that is missing or unknown, a date that is no date, a fact that names one which is not there, an id or a name that stands twice, dates that cannot all be right: a deed after its doer’s death, an office outside a life, a range that runs backwards. A file that is open is read as it stands in the editor.',
  '## Why it matters',
  'A fault in a pack is a mistake told to every student who uses it. What is sound in the pack is used all the same, so that one slip does not silence the rest.',
  '## Examples',
  '### Flagged',
  '```yaml\n- id: sarajevo\n  when: 28 June 1914 # a date of a pack is written 1914-06-28\n  what: Gavrilo Princip assassinates Archduke Franz Ferdinand\n```',
  '### Right',
  '```yaml\n- id: sarajevo\n  when: 1914-06-28\n  what: Gavrilo Princip assassinates Archduke Franz Ferdinand\n```',
  '## Repair',
  'Where the slip shows what is meant, a quick fix writes it: the id or key that is nearest, a range the right way round, a key that stands twice taken out. The rest only the author knows. [Writing a pack](../packs.md) explains every key; the editor completes and explains them too.',
  '## How to silence it',
  'Directives are for notes. A fault of a pack is silenced by the setting.',
  '## Setting',
  'Each fault has the severity that it deserves: an `error` where something is left out for it, else a `warning` or less. To give all of them another:',
  '```json\n"historyNotes.rules": { "pack": "information" }\n```',
  'The command line tells of faulty packs on standard error.',
  '[All rules](README.md)',
];

function indexPage(): string[] {
  const rows = [
    ...rules.map(({ code, severity, summary }) => ({ code, severity, summary })),
    { code: 'pack', severity: 'as the fault deserves', summary: 'A fault in a content pack, at its place.' },
  ];
  return [
    '# Rules',
    'Every rule compares what you write with what your chapter says, and stays silent unless the two contradict each other in every sensible reading.',
    `| rule | severity | what it finds |\n| --- | --- | --- |\n${rows.map(({ code, severity, summary }) => `| [\`${code}\`](${code}.md) | ${severity} | ${cell(summary)} |`).join('\n')}`,
    'To read the same in the terminal: `history-notes explain`, or `history-notes explain event-date`. How grave each rule is for you is a [setting](../settings.md).',
  ];
}

function protocolPage(): string[] {
  const rows = ROWS.map(({ capability, methods, does, tests }) => {
    const files = tests.map((name) => `[${name}](../test/lsp/${name}.test.ts)`).join(', ');
    return `| ${methods.map((method) => `\`${method}\``).join('<br>')} | ${capability === '-' ? '' : `\`${capability}\``} | ${cell(does)} | ${files} |`;
  });
  return [
    '# What the server answers',
    'History Notes speaks the [Language Server Protocol](https://microsoft.github.io/language-server-protocol/) 3.18. This is every request and notification of it that the server knows, what it does here, and the test that proves it. A test holds the table against what the server announces.',
    `| message | announced as | what it does | proved by |\n| --- | --- | --- | --- |\n${rows.join('\n')}`,
    '## Findings are pulled or pushed',
    'A client that pulls diagnostics (`textDocument.diagnostic`) and can be told to pull again (`workspace.diagnostics.refreshSupport`) is not pushed those of notes, so that nothing stands twice. VS Code is one. To any other client they are pushed; one that can do nothing but pull is told all at once, without waiting for the end of a word. Faults of packs are pushed to every client, since packs are not documents that it must have open.',
    'In both ways a finding at the word that is being typed is withheld until the writer goes on, saves or pauses ([`historyNotes.typingPause`](settings.md#historynotestypingpause)); one who pulls is then asked to pull again.',
    'The whole workspace is reported to those who ask: open notes as they stand, and the others as they lie on the disk, as far as [`historyNotes.checkWholeWorkspace`](settings.md#historynotescheckwholeworkspace) says. A client that takes partial results is answered when there is something new.',
    '## Requests that end without an answer',
    'A request that was cancelled ends with `RequestCancelled`, or with nothing where it was at work already; one whose document has changed before it was read with `ContentModified`; a pull that a newer version has made void with `ServerCancelled` and `retriggerRequest`.',
    '## Languages',
    'Messages, titles and hovers are written in the language of `initialize`’s `locale`: English or French. What a repair writes into the notes stays in the writer’s own form.',
  ];
}

interface Setting {
  readonly order?: number;
  readonly scope?: string;
  readonly type: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly markdownDescription: string;
  readonly properties?: Record<string, Setting>;
}

function settingsPage(): string[] {
  const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
  const words = read('package.nls.json') as Record<string, string>;
  const described = ({ markdownDescription }: Setting) => markdownDescription.replace(/%([^%]+)%/g, (_, key: string) => words[key] ?? key);
  const settings = Object.entries(read('package.json').contributes.configuration.properties as Record<string, Setting>).sort(
    ([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0),
  );
  return [
    '# Settings',
    'In VS Code: File > Preferences > Settings (⌘, on a Mac), and there _History Notes_. Settings of a workspace or folder go before your own, so that a class can share them in `.vscode/settings.json`. [Other editors](other-editors.md) send the same names; [the command line](cli.md) has options for them.',
    ...settings.flatMap(([name, setting]) => [
      `## \`${name}\``,
      described(setting),
      `${typeOf(setting)}; unless you set it: \`${JSON.stringify(setting.default)}\`.${setting.scope === 'resource' ? ' Each folder can have its own.' : ''}`,
      ...(setting.properties
        ? [
            `| key | what the rule finds |\n| --- | --- |\n${Object.entries(setting.properties)
              .map(
                ([key, property]) =>
                  `| ${rules.some(({ code }) => code === key) || key === 'pack' ? `[\`${key}\`](rules/${key}.md)` : `\`${key}\``} | ${cell(described(property))} |`,
              )
              .join('\n')}`,
            `Each is one of ${choice(Object.values(setting.properties)[0]!)}. For instance:`,
            `\`\`\`json\n"${name}": { "event-order": "information", "source-details": "off" }\n\`\`\``,
          ]
        : []),
    ]),
  ];
}

const cell = (text: string) => text.replaceAll('|', '\\|');
const choice = ({ enum: values = [] }: Setting) => values.map((value) => `\`${value}\``).join(', ');

function typeOf(setting: Setting): string {
  if (setting.enum) return `One of ${choice(setting)}`;
  return (
    { string: 'A text', array: 'A list of texts', boolean: '`true` or `false`', object: 'An object', integer: 'A whole number' }[
      setting.type
    ] ?? setting.type
  );
}

/** Writes the pages, and removes those of rules that are no more. */
function write(): void {
  const all = pages();
  mkdirSync(join(root, 'docs/rules'), { recursive: true });
  for (const name of readdirSync(join(root, 'docs/rules'))) if (!all.has(`docs/rules/${name}`)) rmSync(join(root, 'docs/rules', name));
  for (const [path, text] of all) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  console.log(`${all.size} pages written`);
}

if (process.argv[1] === import.meta.filename) write();
