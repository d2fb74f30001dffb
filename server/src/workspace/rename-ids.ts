/** Ids in the files of the workspace's own packs: what stands at a place, and the edits that change one everywhere. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { PackPlace } from '../chapter/model';
import { placeRange } from '../features/document';
import { fileKey } from './file-names';
import type { Library, LibraryChapter } from './library';

/** An id as a pack's file writes it. */
export interface WrittenId {
  readonly pack: LibraryChapter;
  readonly id: string;
  /** Of the chapter itself, not of one of its facts. */
  readonly isChapter: boolean;
  readonly place: PackPlace;
}

/** The id at a position in a pack's file; null where none stands there, undefined where the file is no pack's. */
export function packIdAt(library: Library, uri: string, position: Position): WrittenId | null | undefined {
  const key = fileKey(uri);
  let isPack = false;
  for (const pack of library.chapters.values()) {
    const places = idPlaces(pack).filter(({ place }) => fileKey(place.file) === key);
    if (places.length > 0) isPack = true;
    const found = places.find(({ place }) => holds(placeRange(place), position));
    if (found) return found;
  }
  return isPack ? null : undefined;
}

/** Every place in the pack's files where this id is written. */
export function placesOfId(pack: LibraryChapter, id: string, isChapter: boolean): readonly PackPlace[] {
  return idPlaces(pack).flatMap((each) => (each.id === id && each.isChapter === isChapter ? [each.place] : []));
}

/** Who already has the id, in words; undefined where nobody has. */
export function holderOf(library: Library, pack: LibraryChapter, id: string, isChapter: boolean): string | undefined {
  if (isChapter) {
    const other = library.chapters.get(id);
    return other && `the chapter “${other.title}”`;
  }
  return pack.chapter.byId.get(id)?.name;
}

/** Where in a pack's text the id stands, without its quotation marks; null where the text is no longer what was read. */
export function idRange(text: string, place: PackPlace, id: string): Range | null {
  const line = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)[place.line];
  const written = line?.slice(place.character, place.endCharacter) ?? '';
  const quoted = /^(["'])(.*)\1$/.exec(written);
  if (place.line !== place.endLine || (quoted?.[2] ?? written) !== id) return null;
  const { start, end } = placeRange(place);
  const quote = quoted ? 1 : 0;
  return { start: { ...start, character: start.character + quote }, end: { ...end, character: end.character - quote } };
}

function idPlaces(pack: LibraryChapter): WrittenId[] {
  const { id, place } = pack.chapter;
  return [{ pack, id, isChapter: true, place }, ...pack.ids.map((each) => ({ pack, id: each.id, isChapter: false, place: each.place }))];
}

const holds = ({ start, end }: Range, { line, character }: Position) =>
  start.line === line && end.line === line && start.character <= character && character <= end.character;
