/** Definition and declaration: from words in notes to the line of the pack that they mean. */
import type { Location, LocationLink, Range } from 'vscode-languageserver-types';
import type { PackPlace } from '../chapter/model';
import type { TextRange } from '../notes/model';
import { placeRange, type ReadDocument, rangeOf } from './document';
import { chapterAt, contains, factAt, officesAt } from './fact-at';

/** `links`: the client takes LocationLinks. Null where nothing of the chapter stands at the offset. */
export function definition(read: ReadDocument, offset: number, links: boolean): Location[] | LocationLink[] | null {
  const found = definedAt(read, offset);
  const places = found?.places.filter(isOpenable) ?? [];
  if (!found || places.length === 0) return null;
  const originSelectionRange = rangeOf(read.document, found.range);
  return links
    ? places.map((place) => ({
        originSelectionRange,
        targetUri: place.file,
        targetRange: placeRange(place),
        targetSelectionRange: firstLine(place),
      }))
    : places.map(placeLocation);
}

/** The line at which a fact begins, for a client to go to. */
export function placeLocation(place: PackPlace): Location {
  return { uri: place.file, range: firstLine(place) };
}

/** Without the client's word for where the shipped packs lie, a worker has no address of theirs that opens. */
export const NOWHERE = 'history-notes-content:';
export const isOpenable = ({ file }: PackPlace): boolean => !file.startsWith(NOWHERE);

function definedAt(read: ReadDocument, offset: number): { readonly range: TextRange; readonly places: readonly PackPlace[] } | null {
  const { reading } = read;
  const named = chapterAt(reading, offset);
  if (named) return { range: named.range, places: [named.chapter.place] };
  const found = factAt(reading, offset);
  if (found) return { range: found.range, places: found.facts.map(({ place }) => place) };
  const offices = officesAt(reading, offset);
  if (offices) return offices;
  // What is underlined leads to the fact that it is held against.
  const finding = read.findings.find((each) => each.fact && contains(each, offset));
  return finding?.fact ? { range: finding, places: [finding.fact.place] } : null;
}

/** A fact of several lines is gone to at its beginning; its end would scroll it away. */
function firstLine(place: PackPlace): Range {
  const range = placeRange(place);
  return place.line === place.endLine ? range : { start: range.start, end: range.start };
}
