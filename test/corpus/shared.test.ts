/**
 * Texts for development that are not part of the project: where they lie beside it, in ../shared/corpus or the folder that HISTORY_NOTES_CORPUS
 * names, the checker must do at least as well on them as it did. The floors stand a little below what is reached.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/project';
import { runNode } from './cli';

const corpus = resolve(root, process.env.HISTORY_NOTES_CORPUS ?? '../shared/corpus');
const absent = !existsSync(join(corpus, 'score.mjs'));
if (absent)
  console.log(`The development texts are not here (${corpus}): their tests are skipped. HISTORY_NOTES_CORPUS says where they are.`);

interface Total {
  readonly planted: number;
  readonly found: number;
  readonly fixed: number;
  readonly falseAlarms: number;
  readonly cleanDocs: number;
  readonly cleanQuiet: number;
  /** 0–1; of planted errors. */
  readonly recall: number;
  /** 0–1; of findings. */
  readonly precision: number;
}

async function output(script: string, ...args: string[]): Promise<string> {
  const { code, out, err } = await runNode([join(corpus, script), ...args]);
  if (code !== 0) throw new Error(`${script} could not run (${code}): ${err}`);
  return out;
}

async function score(folder: string): Promise<Total> {
  const { total } = JSON.parse(await output('score.mjs', join(corpus, folder), '--json')) as { total: Total };
  console.log(
    `${folder}: ${total.found} of ${total.planted} found, ${total.fixed} repaired, ${total.falseAlarms} false alarms, ${total.cleanQuiet} of ${total.cleanDocs} clean documents kept quiet`,
  );
  return total;
}

/** The number behind `label`; NaN where it does not stand in the text. */
function numberIn(text: string, label: RegExp): number {
  return Number(label.exec(text)?.[1]);
}

describe.skipIf(absent)('the development texts', () => {
  it('essays: silent where all is right, and finds most of what is wrong', async () => {
    const { precision, recall, fixed, planted, cleanQuiet, cleanDocs } = await score('essays');
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.78);
    expect(fixed / planted).toBeGreaterThanOrEqual(0.65);
    expect(cleanQuiet).toBeGreaterThanOrEqual(cleanDocs - 1);
  });

  it('a real text: hardly a false alarm', async () => {
    expect((await score('real')).falseAlarms).toBeLessThanOrEqual(1);
  });

  it('a real text with planted errors', async () => {
    const { falseAlarms, recall } = await score('real-planted');
    expect(falseAlarms).toBeLessThanOrEqual(1);
    expect(recall).toBeGreaterThanOrEqual(0.3);
  });

  it('names: other spellings are known, lookalikes are nobody', async () => {
    const text = await output('names/score-names.mjs');
    console.log(text.trim());
    expect(numberIn(text, /^scheme .*?([\d.]+)% to the right person/m)).toBeGreaterThanOrEqual(99);
    expect(numberIn(text, /^attested .*?([\d.]+)% to the right person/m)).toBeGreaterThanOrEqual(95);
    expect(numberIn(text, /^typo .*?([\d.]+)% to the right person/m)).toBeGreaterThanOrEqual(92);
    expect(numberIn(text, /^lookalikes \d+: (\d+) taken/m)).toBeLessThanOrEqual(1);
  });

  it('dates: read in history prose', async () => {
    const text = await output('dates/score-dates.mjs');
    console.log(text.trim().split('\n').at(-1));
    expect(numberIn(text, /relaxed precision ([\d.]+)%/)).toBeGreaterThanOrEqual(99);
    expect(numberIn(text, /recall [\d.]+% F1 ([\d.]+)/)).toBeGreaterThanOrEqual(92);
    expect(numberIn(text, /strict F1 ([\d.]+)/)).toBeGreaterThanOrEqual(87.5);
    expect(numberIn(text, /relaxed with value F1 ([\d.]+)/)).toBeGreaterThanOrEqual(86);
    expect(numberIn(text, /^with its year .*end to end ([\d.]+)%/m)).toBeGreaterThanOrEqual(99);
  });
});
