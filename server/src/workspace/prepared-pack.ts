/** Packs made ready when the product is built: what they say, and their lines as frames, so that no start has to read them again. */
import { parse, stringify } from 'devalue';
import { loadPack } from '../chapter/index';
import type { LoadedPack, PackFile, PackPlace } from '../chapter/model';
import { baseName } from '../chapter/pack/context';
import type { FactFrame } from '../reading/facts';
import { createKnowledge } from '../reading/index';
import type { PackFolder } from './host';

/** A pack that has been read, and its facts where those have been read too. */
export interface ReadPack extends LoadedPack {
  readonly facts?: readonly FactFrame[];
}

interface Prepared {
  readonly texts: readonly (readonly [name: string, text: string])[];
  readonly pack: LoadedPack;
  readonly facts: readonly FactFrame[];
}

/** The pack as text that `readPack` takes in place of reading its files. */
export function preparePack(files: readonly PackFile[]): string {
  const named = files.map((file) => ({ ...file, file: baseName(file.file) }));
  const pack = loadPack(named);
  const facts = pack.chapter ? createKnowledge([pack.chapter]).facts.frames : [];
  const prepared: Prepared = { texts: named.map(({ file, text }) => [file, text]), pack, facts };
  return stringify(prepared, { place: (value) => isPlace(value) && [value.file, positionsOf(value)] });
}

/** Reads a pack, from what has been prepared of it where that is of these very texts; `files` are its files as they are now. */
export function readPack({ prepared }: Pick<PackFolder, 'prepared'>, files: readonly PackFile[]): ReadPack {
  return (prepared === undefined ? null : fromPrepared(prepared, files)) ?? loadPack(files);
}

function fromPrepared(prepared: string, files: readonly PackFile[]): ReadPack | null {
  // Places in other units have to be counted anew.
  if (files.some(({ encoding }) => encoding !== undefined && encoding !== 'utf-16')) return null;
  const byName = new Map(files.map((file) => [baseName(file.file), file]));
  try {
    const { texts, pack, facts } = parse(prepared, {
      place: ([name, [line, character, endLine, endCharacter]]: readonly [string, readonly number[]]) => ({
        file: byName.get(name)?.file ?? name,
        line,
        character,
        endLine,
        endCharacter,
      }),
    }) as Prepared;
    const isOfThese = texts.length === files.length && texts.every(([name, text]) => byName.get(name)?.text === text);
    return isOfThese ? { ...pack, facts } : null;
  } catch {
    // A file cut short or of another release: the pack itself is there.
    return null;
  }
}

const isPlace = (value: unknown): value is PackPlace => typeof value === 'object' && value !== null && 'endCharacter' in value;

const positionsOf = ({ line, character, endLine, endCharacter }: PackPlace): readonly number[] => [line, character, endLine, endCharacter];
