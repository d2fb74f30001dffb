/** What the server does when a client runs one of its commands. Each takes a document's URI, those of a timeline a line of it (0-based) too. */
import { type CancellationToken, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import {
  ADD_MISSING_EVENTS,
  addMissingEventsOn,
  MISSING_EVENTS,
  SHOW_MISSING_EVENTS,
  SORT_TIMELINE,
  sortTimelineOn,
} from '../features/code-lenses';
import { workspaceEdit } from '../features/document';
import { coverage, coverageInWords, eventLine } from '../features/missing-events';
import { type Said, say, write } from '../l10n/said';
import type { TextEdit } from '../rules/finding';
import type { CheckedDocument } from '../workspace/check-document';
import type { Context, Handler } from './handler';

/** A message has room for no more lines. */
const MOST_LINES = 12;

type Command = (context: Context, uri: string, line: number, token: CancellationToken) => Promise<unknown>;

/** What an edit is called, and what is said where there is none to make: a command that does nothing must not be silent. */
interface Edit {
  readonly label: Said;
  readonly refusal: Said;
  readonly done: Said;
}

const SORT: Edit = {
  label: say('Sort this timeline'),
  refusal: say('There is no timeline here that can be sorted.'),
  done: say('This timeline is in order.'),
};
const ADD: Edit = {
  label: say('Add the missing events'),
  refusal: say('There is no timeline here that events can be added to.'),
  done: say('This timeline has every event of its years that the chapter’s timeline has.'),
};

const COMMANDS: Readonly<Record<string, Command>> = {
  [SHOW_MISSING_EVENTS]: showMissingEvents,
  [SORT_TIMELINE]: (context, uri, line, token) => edit(context, SORT, uri, token, (read) => sortTimelineOn(line, read)),
  [ADD_MISSING_EVENTS]: (context, uri, line, token) => edit(context, ADD, uri, token, (read) => addMissingEventsOn(line, read)),
};

export const commandHandler: Handler = {
  capabilities: () => ({ executeCommandProvider: { commands: Object.keys(COMMANDS) } }),
  bind(context) {
    context.connection.onExecuteCommand(async ({ command, arguments: given = [] }, token) => {
      const [uri, line] = given as readonly unknown[];
      if (typeof uri !== 'string' || !Object.hasOwn(COMMANDS, command)) return null;
      return COMMANDS[command]!(context, uri, typeof line === 'number' ? line : 0, token);
    });
  },
};

/** Makes the edits in the client; says why where there are none. */
async function edit(
  context: Context,
  { label, refusal, done }: Edit,
  uri: string,
  token: CancellationToken,
  work: (read: CheckedDocument) => TextEdit[] | null,
): Promise<null> {
  const { connection } = context;
  const asked = await context.answer(write(label), uri, token, (read, { session }) => {
    const edits = work(read);
    return edits && (edits.length > 0 ? workspaceEdit(read, edits, session.versionedEdits) : 'nothing to do');
  });
  const language = context.services()?.session.language;
  if (asked === null) show(context, write(refusal, language));
  else if (asked === 'nothing to do') show(context, write(done, language));
  else await connection.workspace.applyEdit({ label: write(label, language), edit: asked });
  return null;
}

/** The missing events as lines of text; said in a message as well, unless the client shows them itself. */
async function showMissingEvents(context: Context, uri: string, _line: number, token: CancellationToken) {
  const { services, answer } = context;
  const found = await answer('missing events', uri, token, ({ reading }) => coverage(reading));
  if (!found) return null;
  const lines = found.missing.map(eventLine);
  const session = services()?.session;
  if (!session?.clientCommands.includes(MISSING_EVENTS)) {
    const more = lines.length - MOST_LINES;
    const last = more > 0 ? [write(say('and {count} more', { count: more }), session?.language)] : [];
    show(context, [write(coverageInWords(found), session?.language), ...lines.slice(0, MOST_LINES), ...last].join('\n'));
  }
  return lines;
}

/** A message without buttons. As a notification: a client that shows none must not be asked for an answer. */
function show({ connection }: Context, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
}
