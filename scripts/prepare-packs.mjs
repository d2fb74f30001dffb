// What is prepared of the shipped packs, so that the server need not read them at each start.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { shippedPacks } from './shipped-packs.mjs';

/** The shipped packs, each with `prepared`, made by the engine as it now is in server/src. */
export async function preparePacks() {
  const scratch = await mkdtemp(join(tmpdir(), 'packs-'));
  try {
    const outfile = join(scratch, 'prepare.cjs');
    const entryPoints = ['server/src/workspace/prepared-pack.ts'];
    await esbuild.build({ entryPoints, bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'warning' });
    const { preparePack } = createRequire(import.meta.url)(outfile);
    return (await shippedPacks()).map((pack) => ({ ...pack, prepared: preparePack(pack.files) }));
  } finally {
    await rm(scratch, { recursive: true });
  }
}

/** Writes what is prepared to where the server looks for it, and removes what lay there; `dist` is the folder of server.js. */
export async function writePrepared(packs, dist) {
  const folder = join(dist, 'packs');
  await rm(folder, { recursive: true, force: true });
  if (packs.length > 0) await mkdir(folder, { recursive: true });
  await Promise.all(packs.map(({ folder: name, prepared }) => writeFile(join(folder, `${name}.json`), prepared)));
}
