import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Notices, notices } from '../../scripts/build-notices.mjs';
import { root } from '../support/project';

/** Licences that ask for no more than their text. */
const PERMISSIVE = ['MIT', 'ISC', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '(MIT AND BSD)'];

describe('the third-party notices', () => {
  let made: Notices;

  beforeAll(async () => {
    made = await notices();
  });

  test('name all that is bundled, as `npm run notices` writes them', () => {
    const { text, packages } = made;
    expect(packages.length).toBeGreaterThan(10);
    expect(readFileSync(join(root, 'ThirdPartyNotices.txt'), 'utf8')).toBe(text);
  });

  test('have a permissive licence and its text for every package', () => {
    const { packages } = made;
    expect(packages.filter(({ license }) => !PERMISSIVE.includes(license))).toEqual([]);
    expect(packages.filter(({ text }) => text.length < 200)).toEqual([]);
  });
});
