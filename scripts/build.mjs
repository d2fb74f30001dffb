// Bundles client, server and command line into dist/. `--watch` rebuilds on change; `--production` minifies.
import * as esbuild from 'esbuild';
import { bundles } from './bundles.mjs';
import { preparePacks, writePrepared } from './prepare-packs.mjs';

const watches = process.argv.includes('--watch');
// While the engine is changed, what an earlier one made of the packs must not stand in for them.
const prepared = watches ? [] : await preparePacks();
const all = bundles(process.argv.includes('--production'), prepared);
await writePrepared(prepared, 'dist');
if (watches) await Promise.all(all.map(async (bundle) => (await esbuild.context(bundle)).watch()));
else await Promise.all(all.map((bundle) => esbuild.build(bundle)));
