/** Code lenses in a pack's files: in how many notes each fact is named. */
import type { CodeLens, Command, Location } from 'vscode-languageserver-types';
import { say, write } from '../../l10n/said';
import type { LensOptions } from '../code-lenses';
import { rangeOf } from '../document';
import type { OpenPackFile } from './files';
import { idsOf } from './ids';

/** The client runs this command: it shows the locations beside the lens. */
export const SHOW_REFERENCES = 'historyNotes.showReferences';

/** Comes back when the client asks what the lens says. */
export interface PackLensData {
  readonly uri: string;
  /** The fact's id. */
  readonly packFact: string;
}

/** A lens on each fact that the pack gives, without its text. */
export function packCodeLenses({ document, pack }: OpenPackFile): CodeLens[] {
  const file = pack.files.find((each) => each.file === document.uri);
  if (!file) return [];
  return idsOf(file)
    .filter(({ declares, id, kind }) => declares && pack.chapter?.byId.get(id)?.kind === kind)
    .map((use) => {
      const data: PackLensData = { uri: document.uri, packFact: use.id };
      return { range: rangeOf(document, use), data };
    });
}

/** The lens with its text; a click opens the mentions where the client can show them. */
export function resolvePackLens(lens: CodeLens, mentions: readonly Location[], { clientCommands, language }: LensOptions): CodeLens {
  const { uri } = lens.data as PackLensData;
  const notes = new Set(mentions.map((mention) => mention.uri)).size;
  const title = write(
    notes === 0
      ? say('mentioned in no notes')
      : notes === 1
        ? say('mentioned in 1 note')
        : say('mentioned in {count} notes', { count: notes }),
    language,
  );
  const shows = mentions.length > 0 && clientCommands.includes(SHOW_REFERENCES);
  const command: Command = shows
    ? { title, command: SHOW_REFERENCES, arguments: [uri, lens.range.start, mentions] }
    : { title, command: '' };
  return { ...lens, command };
}
