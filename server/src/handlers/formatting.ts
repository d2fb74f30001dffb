import {
  BulkRegistration,
  type CancellationToken,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
} from 'vscode-languageserver';
import type { Range, TextEdit } from 'vscode-languageserver-types';
import { lspEdits } from '../features/document';
import { formatNotes } from '../features/format/index';
import { onEnter } from '../features/format/on-enter';
import { type Handler, offsetAt } from './handler';

const onType = { firstTriggerCharacter: '\n' };

export const formattingHandler: Handler = {
  capabilities: ({ registersFormatting }) =>
    registersFormatting
      ? {}
      : { documentFormattingProvider: true, documentRangeFormattingProvider: true, documentOnTypeFormattingProvider: onType },
  // The files of packs are served too, but formatted by others: an editor with two formatters for one file would ask which is meant.
  initialized({ connection, log }, { registersFormatting }) {
    if (!registersFormatting) return;
    const documentSelector = [{ language: 'history-notes' }, { language: 'markdown' }];
    const registrations = BulkRegistration.create();
    registrations.add(DocumentFormattingRequest.type, { documentSelector });
    registrations.add(DocumentRangeFormattingRequest.type, { documentSelector });
    registrations.add(DocumentOnTypeFormattingRequest.type, { documentSelector, ...onType });
    connection.client.register(registrations).catch((error) => log.error('registering for formatting', error));
  },
  bind({ connection, services, answer }) {
    const format = async (uri: string, range: Range | undefined, token: CancellationToken): Promise<TextEdit[] | null> => {
      const settings = await services()?.settings.for(uri);
      if (!settings) return null;
      return answer('formatting', uri, token, (read) => {
        const offsets = range && { start: offsetAt(read, range.start), end: offsetAt(read, range.end) };
        return lspEdits(read.document, formatNotes(read, settings.format, offsets));
      });
    };
    connection.onDocumentFormatting(({ textDocument }, token) => format(textDocument.uri, undefined, token));
    connection.onDocumentRangeFormatting(({ textDocument, range }, token) => format(textDocument.uri, range, token));
    connection.onDocumentOnTypeFormatting(({ textDocument, position }, token) =>
      answer('formatting', textDocument.uri, token, (read) => lspEdits(read.document, onEnter(read, position.line))),
    );
  },
};
