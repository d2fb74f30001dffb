/** What answers in a pack's own YAML files: the handlers of notes ask it first. */
import type { CancellationToken } from 'vscode-languageserver';
import type { Definition, Location, LocationLink, Position } from 'vscode-languageserver-types';
import type { Services } from './handler';

/** A place in a document that may be a pack's file. */
export interface PackPosition {
  readonly uri: string;
  readonly position: Position;
}

/** Each answers undefined where the document is no pack's file, and null where it has nothing to say there. */
export interface PackFileAnswers {
  definition?(at: PackPosition, services: Services): Promise<Definition | LocationLink[] | null | undefined>;
  references?(
    at: PackPosition & { readonly includeDeclaration: boolean },
    services: Services,
    token: CancellationToken,
  ): Promise<Location[] | null | undefined>;
}

export const packFileAnswers: PackFileAnswers = {};
