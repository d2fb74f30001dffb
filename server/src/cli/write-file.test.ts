/** Whatever goes wrong, the file is as it was and nothing lies beside it. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Failure } from './output';
import { replaceFile } from './write-file';

/** By the name of the step: the error that the system gives instead of taking it. */
const faults = vi.hoisted(() => ({ by: {} as Record<string, string | undefined>, written: [] as string[] }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const step = (name: string) => {
    const code = faults.by[name];
    if (code) throw Object.assign(new Error(`${code}: ${name}`), { code });
  };
  return {
    ...real,
    access: async (...args: Parameters<typeof real.access>) => {
      step('access');
      return real.access(...args);
    },
    rename: async (...args: Parameters<typeof real.rename>) => {
      step('rename');
      return real.rename(...args);
    },
    open: async (...args: Parameters<typeof real.open>) => {
      step('open');
      const handle = await real.open(...args);
      faults.written.push(String(args[0]));
      for (const name of ['writeFile', 'chmod', 'sync'] as const) {
        const work = handle[name].bind(handle) as (...given: unknown[]) => Promise<void>;
        Object.assign(handle, {
          [name]: async (...given: unknown[]) => {
            // A disk is full in the middle of the file.
            if (name === 'writeFile' && faults.by.writeFile) await work(Buffer.from('hal'));
            step(name);
            return work(...given);
          },
        });
      }
      return handle;
    },
  };
});

const [BEFORE, AFTER] = [Buffer.from('Lenin died in 1925.\n'), Buffer.from('Lenin died in 1924.\n')];
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'history-notes-'));
  file = join(folder, 'a.hnotes');
  writeFileSync(file, BEFORE);
  faults.by = {};
  faults.written = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the new content takes the place of the old, at once and with its mode', async () => {
  chmodSync(file, 0o604);
  await replaceFile(file, BEFORE, AFTER);
  expect(readFileSync(file)).toEqual(AFTER);
  expect(statSync(file).mode & 0o7777).toBe(0o604);
  expect(readdirSync(folder)).toEqual(['a.hnotes']);
  // The file itself is never open for writing.
  expect(faults.written).toEqual([expect.stringMatching(/\.a\.hnotes\..+\.tmp$/)]);
});

test.each([
  ['may not be written', 'access', 'EACCES'],
  ['is on a medium that is read only', 'access', 'EROFS'],
  ['stands in a folder where nothing may be made', 'open', 'EACCES'],
  ['is on a disk that is full', 'writeFile', 'ENOSPC'],
  ['is on a disk that breaks', 'sync', 'EIO'],
  ['cannot have its mode', 'chmod', 'EPERM'],
  ['is held by another program', 'rename', 'EBUSY'],
])('one that %s stays as it is', async (_what, step, code) => {
  faults.by = { [step]: code };
  const mode = statSync(file).mode;
  await expect(replaceFile(file, BEFORE, AFTER)).rejects.toThrow(Failure);
  await expect(replaceFile(file, BEFORE, AFTER)).rejects.toThrow(/a\.hnotes: not repaired, left as it was: /);
  expect(readFileSync(file)).toEqual(BEFORE);
  expect(statSync(file).mode).toBe(mode);
  expect(readdirSync(folder)).toEqual(['a.hnotes']);
});

test('one that somebody has changed since it was read stays as they left it', async () => {
  writeFileSync(file, 'Mine.\n');
  await expect(replaceFile(file, BEFORE, AFTER)).rejects.toThrow('changed while it was being checked; left as it is');
  expect(readFileSync(file, 'utf8')).toBe('Mine.\n');
  expect(readdirSync(folder)).toEqual(['a.hnotes']);
});

test('one that has gone is not made again', async () => {
  rmSync(file);
  await expect(replaceFile(file, BEFORE, AFTER)).rejects.toThrow(Failure);
  expect(readdirSync(folder)).toEqual([]);
});

test('a link stays a link, and what it leads to is replaced where it lies', async () => {
  const [elsewhere, link] = [join(folder, 'real'), join(folder, 'link.hnotes')];
  mkdirSync(elsewhere);
  writeFileSync(join(elsewhere, 'b.hnotes'), BEFORE);
  symlinkSync('real/b.hnotes', link);
  await replaceFile(link, BEFORE, AFTER);
  expect(readlinkSync(link)).toBe('real/b.hnotes');
  expect(readFileSync(join(elsewhere, 'b.hnotes'))).toEqual(AFTER);
  faults.by = { rename: 'EBUSY' };
  await expect(replaceFile(link, AFTER, BEFORE)).rejects.toThrow(Failure);
  expect(readFileSync(link)).toEqual(AFTER);
  expect(readdirSync(elsewhere)).toEqual(['b.hnotes']);
});
