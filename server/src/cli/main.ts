/** Entry point of dist/cli.js: the commands and their options. Exit codes: 0 clean, 1 findings, 2 could not run. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../../../package.json';
import { type RuleCode, ruleCodes, type Severity } from '../rules/finding';
import { type CheckOptions, checkCommand } from './check';
import { servePool } from './check-pool';
import { type DatesOptions, datesCommand, scriptFormats } from './dates-command';
import { explainCommand } from './explain-command';
import { type LookupOptions, lookupCommand } from './lookup-command';
import { complain, endWithReader, Failure } from './output';
import { formats } from './report/index';

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

const MOST_JOBS = 256;

const collect = (value: string, previous: readonly string[] | undefined): string[] => [...(previous ?? []), value];

const packsOption = () =>
  new Option('--packs <dir>', 'folder of packs to use (repeatable; without it ./packs and ./.history-notes)').argParser(collect);
const chapterOption = (what: string) => new Option('--chapter <id>', what).argParser(collect).default([], 'none');
const formatOption = (choices: readonly string[]) => new Option('--format <format>', 'how to print').choices(choices).default('pretty');

function readJobs(value: string): number {
  const jobs = Number(value);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MOST_JOBS) throw new InvalidArgumentError(`Give a number from 1 to ${MOST_JOBS}.`);
  return jobs;
}

function readRule(value: string, previous: CheckOptions['rule']): CheckOptions['rule'] {
  const [code, severity] = value.split('=');
  if (!ruleCodes.includes(code as RuleCode)) throw new InvalidArgumentError(`There is no rule “${code}”.`);
  if (severity !== 'off' && !severities.includes(severity as Severity))
    throw new InvalidArgumentError(`Write it as ${code}=off, or as one of ${severities.join(', ')}.`);
  return { ...previous, [code as RuleCode]: severity as Severity | 'off' };
}

/** The program; `done` is told the exit code. */
function program(done: (code: number) => void): Command {
  const root = new Command('history-notes')
    .description('Checks history notes and essays against the chapter that they are about.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(history-notes --help says how it is used)');

  root
    .command('check')
    .description('check notes, Markdown that names a chapter, or folders of them')
    .argument('[paths...]', 'files, folders, or - for standard input', ['.'])
    .addOption(chapterOption('chapter for files that name none (repeatable)'))
    .addOption(packsOption())
    .addOption(formatOption(formats))
    .option(
      '--trace',
      'say for each statement what was read and why it was or was not flagged (to standard error, unless the format is pretty)',
      false,
    )
    .option('--ndjson', 'check documents from standard input, one a line as JSON, and answer each with a line', false)
    .option('--fix', 'make the repairs that are safe, in the files themselves', false)
    .addOption(
      new Option('--jobs <n>', 'how many files to check at a time (without it, as many as there are processor cores)').argParser(readJobs),
    )
    .addOption(new Option('--severity <severity>', 'leave out findings that are less grave').choices(severities).default('hint'))
    .addOption(
      new Option('--rule <code=severity>', 'change a rule’s severity, or turn it "off" (repeatable)')
        .argParser(readRule)
        .default({}, 'none'),
    )
    .addOption(
      new Option('--own-name <name>', 'a name that is right, whatever the chapter says (repeatable)')
        .argParser(collect)
        .default([], 'none'),
    )
    .addHelpText('after', '\nExit code: 0 no findings of severity error or warning, 1 findings, 2 something could not be checked.')
    .action(async (paths: string[], options: CheckOptions) => done(await checkCommand(paths, options)));

  root
    .command('lookup')
    .description('say who or what a name is in the chapter')
    .argument('<names...>')
    .addOption(chapterOption('chapter to look in (repeatable; without it all)'))
    .addOption(packsOption())
    .addOption(formatOption(scriptFormats))
    .addHelpText('after', '\nExit code: 0 every name is known, 1 one is not, 2 could not run.')
    .action(async (names: string[], options: LookupOptions) => done(await lookupCommand(names, options)));

  root
    .command('dates')
    .description('list the dates in texts: .hnotes and .md as notes, all else as plain text')
    .argument('<paths...>', 'files, folders, or - for standard input')
    .addOption(packsOption())
    .addOption(formatOption(scriptFormats))
    .action(async (paths: string[], options: DatesOptions) => done(await datesCommand(paths, options)));

  root
    .command('explain')
    .description('say what a rule looks for; without a code, list the rules')
    .argument('[code]')
    .action(async (code: string | undefined) => done(await explainCommand(code)));

  root
    .command('lsp')
    .description('run the language server for an editor')
    .option('--stdio', 'talk over standard input and output (the default)')
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async () => {
      // The library reads the transport from the process's arguments.
      if (!process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(argument))) process.argv.push('--stdio');
      const { serve } = await import('../node-host');
      serve();
    });

  return root;
}

async function main(): Promise<void> {
  endWithReader(2);
  let code = 0;
  try {
    await program((given) => {
      code = given;
    }).parseAsync();
  } catch (error) {
    code = 2;
    if (error instanceof CommanderError) code = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof Failure) complain(error.message);
    else {
      complain(`this should not have happened: ${error instanceof Error ? error.message : error}`);
      if (process.env.HISTORY_NOTES_DEBUG) console.error(error);
    }
  }
  // Not exit(): what is still to be written must be written.
  process.exitCode = code;
}

if (!servePool()) void main();
