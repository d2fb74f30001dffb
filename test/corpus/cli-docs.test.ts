/** docs/cli.md tells of every command and option that the command line has, and of no other. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../support/project';
import { runNode } from './cli';

const page = readFileSync(join(root, 'docs', 'cli.md'), 'utf8');
const help = async (...command: string[]) => (await runNode([join(root, 'dist', 'cli.js'), ...command, '--help'])).out;
const options = (text: string) => [...new Set([...text.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([option]) => option))];

it('has a section for each command', async () => {
  const commands = [...(await help()).matchAll(/^ {2}([a-z]+) \[/gm)].map(([, command]) => command).filter((command) => command !== 'help');
  expect(commands.length).toBeGreaterThan(3);
  const sections = [...page.matchAll(/^## ([a-z]+)$/gm)].map(([, section]) => section);
  expect(sections).toEqual(commands);
});

it.each(['check', 'lookup', 'dates', 'explain', 'lsp'])('%s: names its options, and only those', async (command) => {
  const text = await help(command);
  const section = page.split(/^## /m).find((part) => part.startsWith(`${command}\n`)) ?? '';
  const real = options(text).filter((option) => option !== '--help');
  expect(real.filter((option) => !options(section).includes(option))).toEqual([]);
  expect(options(section).filter((option) => !real.includes(option))).toEqual([]);
  for (const [, choices = ''] of text.matchAll(/choices: ([^)]*?),? default/gs))
    for (const [, choice] of choices.matchAll(/"([a-z]+)"/g)) expect(section).toContain(choice);
});
