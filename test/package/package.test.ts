import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json';
import { readPacks } from '../../server/src/workspace/disk';
import { preparePack } from '../../server/src/workspace/prepared-pack';
import { packExtension, packedFiles } from '../support/package';
import { resultsFolder, root } from '../support/project';

describe('the package', () => {
  const vsix = join(resultsFolder, 'history-notes.vsix');
  let files: readonly string[] = [];

  beforeAll(async () => {
    mkdirSync(resultsFolder, { recursive: true });
    await packExtension(vsix);
    files = await packedFiles();
  });

  test('holds what runs, and nothing else', () => {
    const wanted = [
      /^package(\.nls(\.[a-z-]+)?)?\.json$/,
      /^(README|CHANGELOG)\.md$/,
      /^LICENSE(\.txt)?$/,
      /^ThirdPartyNotices\.txt$/,
      /^l10n\/bundle\.l10n\.[a-z-]+\.json$/,
      /^dist\/(client|client\.browser|server|server\.browser)\.js$/,
      /^dist\/packs\/[a-z0-9-]+\.json$/,
      /^content\/[a-z0-9-]+\/[a-z]+\.yaml$/,
      /^content\/schemas\/[a-z]+\.schema\.json$/,
      /^syntaxes\/[a-zA-Z.-]+\.json$/,
      /^media\/(icon\.png|file-(light|dark)\.svg|walkthrough\/[a-z-]+\.md)$/,
    ];
    expect(files.filter((file) => !wanted.some((pattern) => pattern.test(file)))).toEqual([]);
    for (const pattern of wanted) expect(files.some((file) => pattern.test(file))).toBe(true);
  });

  test('holds every file that the manifest names', () => {
    const { contributes } = manifest;
    const named = [
      manifest.main,
      manifest.browser,
      manifest.icon,
      ...contributes.languages.flatMap((each) => [each.configuration, each.icon.light, each.icon.dark]),
      ...contributes.grammars.map((each) => each.path),
      ...contributes.snippets.map((each) => each.path),
      ...contributes.yamlValidation.map((each) => each.url),
      ...contributes.walkthroughs.flatMap((each) => each.steps.map((step) => step.media.markdown)),
    ];
    expect(named.map((path) => path.replace(/^\.\//, '')).filter((path) => !files.includes(path))).toEqual([]);
  });

  test('prepares its packs with the engine that reads them', async () => {
    const { packs } = await readPacks(join(root, 'content'), (path) => path);
    for (const { folder, files } of packs)
      expect(readFileSync(join(root, 'dist/packs', `${basename(folder)}.json`), 'utf8')).toBe(preparePack(files));
  });

  test('is at most 2 MB', () => {
    expect(statSync(vsix).size).toBeLessThanOrEqual(2 * 1024 * 1024);
  });
});

describe('the manifest', () => {
  test('has a text for every placeholder, and a placeholder for every text', async () => {
    const texts = (await import('../../package.nls.json')).default;
    const placeholders = new Set([...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]));
    expect([...placeholders].sort()).toEqual(Object.keys(texts).sort());
  });

  test('has a severity setting for every rule, and for nothing else', async () => {
    const { ruleCodes } = await import('../../server/src/rules/finding');
    expect(Object.keys(manifest.contributes.configuration.properties['historyNotes.rules'].properties)).toEqual([...ruleCodes]);
  });
});
