// Bundles client, server and command line into dist/. `--watch` rebuilds on change; `--production` minifies.
import * as esbuild from 'esbuild';
import { bundles } from './bundles.mjs';

const all = bundles(process.argv.includes('--production'));
if (process.argv.includes('--watch')) await Promise.all(all.map(async (bundle) => (await esbuild.context(bundle)).watch()));
else await Promise.all(all.map((bundle) => esbuild.build(bundle)));
