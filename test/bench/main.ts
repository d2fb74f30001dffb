/** `npm run bench`: measures what is asked for and prints one table. Bundled and started by `run.mjs`. */
import { mkdirSync } from 'node:fs';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { batch } from './batch';
import { checking } from './checking';
import { dates } from './dates';
import { growth } from './growth';
import { formats, type Report } from './print';
import { againstReaches } from './reaches';
import { server } from './server';
import { sizes } from './sizes';
import type { Measured, Section, Setting } from './table';

const all: readonly Section[] = [checking, dates, server, growth, batch, sizes];

const USAGE = `Usage: npm run bench -- [options] [FILE...]

Measures this checker, beside its peers where it has some, and prints one table.
FILE is a text to read in place of the repository's own essays: notes, or a JSON list of objects with a "text".
Growth and batch have texts of their own.

  --only SECTION   one section; may be repeated: ${all.map(({ name }) => name).join(', ')}
  --essays N       how many essays the batch has (300)
  --markdown       print it as Markdown
  --json           print it as JSON
  --strict         exit with 1 where a reach that was measured is missed
  --quick          everything small and short: to see whether it runs, not how fast
  --help           print this

Exit code: 0 all measured, 1 see --strict, 2 something could not be measured.
`;

/** @returns the exit code. @param folder that files are named from. */
export async function main(args: readonly string[], folder: string): Promise<number> {
  try {
    return await bench(args, folder);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    return 2;
  }
}

async function bench(args: readonly string[], folder: string): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      only: { type: 'string', multiple: true, default: [] },
      essays: { type: 'string', default: '300' },
      markdown: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const wrong = values.only.find((name) => !all.some((section) => section.name === name));
  if (wrong !== undefined) throw new Error(`there is no section “${wrong}”; there is ${all.map(({ name }) => name).join(', ')}`);
  const essays = Number(values.essays);
  if (!Number.isInteger(essays) || essays < 1) throw new Error('--essays needs a number from 1');

  const product = join(__dirname, '..');
  const scratch = join(product, 'scratch');
  mkdirSync(scratch, { recursive: true });
  const setting: Setting = {
    quick: values.quick,
    essays: values.quick ? Math.min(essays, 12) : essays,
    files: positionals.map((file) => resolve(folder, file)),
    scratch,
    product,
    tell: (what) => void process.stderr.write(`… ${what}\n`),
  };
  const loadBefore = loadavg()[0]!;
  const date = new Date().toISOString();
  const sections: Report['sections'][number][] = [];
  const failures: string[] = [];
  for (const section of all) {
    if (values.only.length > 0 && !values.only.includes(section.name)) continue;
    sections.push({ name: section.name, title: section.title, ...(await run(section, setting, failures)) });
  }
  const reaches = againstReaches(setting.quick ? {} : Object.assign({}, ...sections.map(({ figures }) => figures)));
  const [processor] = cpus();
  const report: Report = {
    machine: {
      date,
      node: process.versions.node,
      system: `${platform()} ${release()}`,
      processor: processor?.model.trim() ?? 'processor',
      cores: cpus().length,
      memory: totalmem(),
      load: [loadBefore, loadavg()[0]!],
    },
    sections,
    reaches,
  };
  process.stdout.write(formats[values.json ? 'json' : values.markdown ? 'markdown' : 'text'](report));
  if (failures.length > 0) throw new Error(failures.join('\n'));
  return values.strict && reaches.missed > 0 ? 1 : 0;
}

/** A section that fails costs its own figures; the others took long to measure. */
async function run(section: Section, setting: Setting, failures: string[]): Promise<Measured> {
  try {
    return await section.run(setting);
  } catch (error) {
    const failure = `${section.name}: ${error instanceof Error ? error.message : error}`;
    failures.push(failure);
    return { tables: [{ title: 'Not measured', columns: [{ title: 'because' }], rows: [[failure]], notes: [] }], figures: {} };
  }
}
