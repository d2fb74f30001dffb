#!/usr/bin/env node
/**
 * `npm run bench`: bundles the product and the measurements as the product is bundled for its users, then measures. `--help` lists the options.
 * Nothing of `dist/` is used or changed.
 */
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import { bundles } from '../../scripts/bundles.mjs';
import { preparePacks, writePrepared } from '../../scripts/prepare-packs.mjs';

/** Measured beside this checker, as their makers publish them. */
const PEERS = [
  'harper.js',
  'cspell-lib',
  'textlint',
  'chrono-node',
  'compromise',
  'compromise-dates',
  '@microsoft/recognizers-text-date-time',
];

const root = resolve(import.meta.dirname, '../..');
// npm changes to the project's folder; files are named from where the user is.
const startedIn = process.env.INIT_CWD ?? process.cwd();
process.chdir(root);

// Below node_modules, so that the bundles find the peers; beside a `content`, where the product looks for the shipped packs.
const made = join(root, 'node_modules/.cache', `history-notes-bench-${process.pid}`);
mkdirSync(made, { recursive: true });
process.on('exit', () => rmSync(made, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
symlinkSync(join(root, 'content'), join(made, 'content'), 'junction');

const quiet = { logLevel: 'error' };
const prepared = await preparePacks();
await writePrepared(prepared, join(made, 'dist'));
await Promise.all([
  ...bundles(true, prepared).map((bundle) => esbuild.build({ ...bundle, ...quiet, outfile: join(made, bundle.outfile) })),
  esbuild.build({
    ...quiet,
    entryPoints: ['main', 'probe'].map((name) => join(import.meta.dirname, `${name}.ts`)),
    outdir: join(made, 'bench'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: PEERS,
  }),
]);

const { main } = createRequire(import.meta.url)(join(made, 'bench/main.js'));
process.exitCode = await main(process.argv.slice(2), startedIn);
