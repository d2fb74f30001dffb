import { inlineCompletion } from '../features/inline-completion';
import { type Handler, offsetAt } from './handler';

export const inlineCompletionHandler: Handler = {
  capabilities: ({ inlineCompletion: wanted }) => (wanted ? { inlineCompletionProvider: true } : {}),
  bind({ connection, services, answer }) {
    connection.languages.inlineCompletion.on(async ({ textDocument: { uri }, position }, token) => {
      const settings = await services()?.settings.for(uri);
      if (!settings?.inlineCompletion) return null;
      return answer('inline completion', uri, token, (read) => inlineCompletion(read, offsetAt(read, position)));
    });
  },
};
