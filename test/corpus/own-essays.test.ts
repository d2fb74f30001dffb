/**
 * The project's own essays with planted errors: how many findings are right, and what exactly is said, as snapshots, so that every change of
 * behaviour shows in a diff. `npx vitest run test/corpus -u` takes over what is said now.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../support/project';
import { runCheck, runNode } from './cli';
import { judge, type Outcome, type Planted, render } from './outcome';

const essays = join(root, 'test', 'essays');
const snapshots = join(root, 'test', 'corpus', 'snapshots');

/** The share of findings that must be of a planted error, and of planted errors that must be found: 0–1. */
interface Floor {
  readonly precision: number;
  readonly recall: number;
}

/** A little below what is reached; to be raised, never lowered. */
const FLOOR: Floor = { precision: 0.9, recall: 0.45 };

const packs = readdirSync(essays, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ pack: name, names: marked(join(essays, name)) }))
  .filter(({ names }) => names.length > 0);

function marked(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.marked'))
    .map((name) => basename(name, '.marked'))
    .sort();
}

describe.skipIf(packs.length === 0)('the own essays', () => {
  describe.each(packs)('on $pack', ({ pack, names }) => {
    const folder = mkdtempSync(join(tmpdir(), 'history-notes-essays-'));
    const outcomes = new Map<string, Outcome>();

    beforeAll(async () => {
      const { code, err } = await runNode([join(essays, 'unmark.mjs'), join(essays, pack), folder]);
      if (code !== 0) throw new Error(`${pack}: ${err}`);
      const reports = await runCheck(
        names.map((name) => join(folder, `${name}.hnotes`)),
        ['--packs', join(root, 'test', 'packs')],
      );
      for (const { file, findings } of reports) {
        const { errors } = JSON.parse(readFileSync(file.replace(/\.hnotes$/, '.gold.json'), 'utf8')) as { errors: Planted[] };
        outcomes.set(basename(file, '.hnotes'), judge(readFileSync(file, 'utf8'), errors, findings));
      }
    }, 60_000);
    afterAll(() => rmSync(folder, { recursive: true }));

    it('are seldom flagged without reason, and their errors found', () => {
      const all = [...outcomes.values()];
      const right = all.reduce((sum, outcome) => sum + outcome.right, 0);
      const alarms = all.reduce((sum, outcome) => sum + outcome.alarms, 0);
      const planted = all.reduce((sum, outcome) => sum + outcome.planted, 0);
      const found = all.reduce((sum, outcome) => sum + outcome.found, 0);
      console.log(`${pack}: ${found} of ${planted} planted errors found, ${alarms} false alarms`);
      expect(outcomes.size).toBe(names.length);
      if (right + alarms > 0) expect(right / (right + alarms)).toBeGreaterThanOrEqual(FLOOR.precision);
      if (planted > 0) expect(found / planted).toBeGreaterThanOrEqual(FLOOR.recall);
    });

    it.each(names)('%s is judged as before', async (name) => {
      await expect(render(outcomes.get(name)!)).toMatchFileSnapshot(join(snapshots, pack, `${name}.txt`));
    });
  });
});
