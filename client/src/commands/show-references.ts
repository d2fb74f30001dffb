import { commands, Location, Position, Range, Uri } from 'vscode';

/** A place in a file, as JSON: the shape of an LSP location. */
interface PlainLocation {
  readonly uri: string;
  readonly range: { readonly start: PlainPosition; readonly end: PlainPosition };
}

interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

/** Shows locations in the peek view, at a place of an open document. The server's code lenses call it. */
export async function showReferences(uri: string, at: PlainPosition, locations: readonly PlainLocation[]): Promise<void> {
  const found = locations.map((each) => {
    const { start, end } = each.range;
    return new Location(Uri.parse(each.uri), new Range(start.line, start.character, end.line, end.character));
  });
  await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), new Position(at.line, at.character), found);
}
