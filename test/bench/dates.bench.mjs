#!/usr/bin/env node
/**
 * Throughput of date reading beside chrono-node, compromise-dates and Microsoft's recognizers, in one process on the same text.
 *
 *   node test/bench/dates.bench.mjs [FILE]
 *
 * FILE is plain text, or JSON (an array of objects with a `text`); without it, a made text of dated sentences is read. Each reader gets the text as
 * its users would hand it over: whole for ours, paragraph by paragraph for the rest (Microsoft's is quadratic in what it is given, so it gets sentences).
 * Each has the same time to warm up in; the user CPU time of its fastest pass counts, so that a busy machine does not show. Exits 1 where ours is not at least twice as fast as chrono-node.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const bundle = join(tmpdir(), `history-notes-dates-bench-${process.pid}.mjs`);
await build({ entryPoints: ['server/src/time/index.ts'], bundle: true, format: 'esm', outfile: bundle, logLevel: 'error' });
const { readDates } = await import(pathToFileURL(bundle).href);
const chrono = require('chrono-node');
const nlp = require('compromise');
nlp.plugin(require('compromise-dates'));
const { DateTimeRecognizer, Culture } = require('@microsoft/recognizers-text-date-time');
const microsoft = new DateTimeRecognizer(Culture.English).getDateTimeModel();

const MADE = `In October 1917 the government fell, and by 3 March 1918 a peace was signed. The war went on until the end of 1920; two years later, on 30 December 1922, the union was founded.
He was ill from May 1922. On the 5th of March, 1923, he wrote a letter, and the following January he died. Between 1924 and 1929 the quarrels of the mid-1920s were fought out; 1,924 delegates voted that December.
`;

function load(file) {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.json')) return text;
  return JSON.parse(text)
    .map((document) => document.text)
    .join('\n\n');
}

const text = process.argv[2] ? load(process.argv[2]) : MADE.repeat(200);
const paragraphs = text.split(/\n\s*\n|\n/).filter((p) => p.trim() !== '');
const sentences = text.split(/(?<=[.!?])\s+/);
const reference = new Date(Date.UTC(1924, 0, 1));

const readers = {
  'history-notes': { read: () => readDates(text).length },
  'chrono-node': { read: () => paragraphs.reduce((n, p) => n + chrono.parse(p, reference).length, 0) },
  'compromise-dates': { read: () => paragraphs.reduce((n, p) => n + nlp(p).dates().json().length, 0) },
  'microsoft recognizers': {
    passes: 1,
    share: 20,
    read: (share) => sentences.filter((_, i) => i % share === 0).reduce((n, s) => n + microsoft.parse(s, reference).length, 0),
  },
};

/** Milliseconds that each reader has, to warm up and to be measured; one pass at least. */
const BUDGET = 4000;

const rates = {};
for (const [name, { read, share = 1 }] of Object.entries(readers)) {
  let best = Infinity;
  let found = 0;
  const end = performance.now() + BUDGET;
  do {
    const began = process.cpuUsage().user;
    found = read(share);
    best = Math.min(best, (process.cpuUsage().user - began) / 1000);
  } while (performance.now() < end);
  rates[name] = text.length / share / best / 1000;
  console.log(
    `${name.padEnd(22)} ${rates[name].toFixed(3).padStart(8)} MB/s  ${String(found * share).padStart(6)} found${share > 1 ? ` (estimated from every ${share}th sentence)` : ''}`,
  );
}
const times = rates['history-notes'] / rates['chrono-node'];
console.log(`\n${times.toFixed(1)} times chrono-node`);
process.exitCode = times >= 2 ? 0 : 1;
