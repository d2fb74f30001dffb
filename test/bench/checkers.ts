/** Checkers of prose: ours, three peers whose work is another and wider one, and the floor. */
import { loadEngine } from './engine';
import type { Subject } from './subjects';
import { countWords } from './texts';

export const checkers: Readonly<Record<string, Subject>> = {
  floor: {
    name: 'floor: words counted',
    async load() {
      return { check: countWords };
    },
  },

  ours: {
    name: 'History Notes',
    async load({ packs, chapters }) {
      const engine = await loadEngine(packs, chapters);
      return {
        check: (text) => engine.check(text).findings,
        async open(text) {
          let checked = engine.check(text);
          return (edit) => {
            checked = checked.edit(edit);
            return checked.findings;
          };
        },
      };
    },
  },

  // In Node its makers offer this linter only: https://writewithharper.com/docs/harperjs/node
  harper: {
    name: 'harper.js',
    package: 'harper.js',
    async load() {
      const { LocalLinter } = await import('harper.js');
      const { binary } = await import('harper.js/binary');
      const linter = new LocalLinter({ binary });
      await linter.setup();
      return {
        async check(text) {
          const lints = await linter.lint(text, { language: 'markdown' });
          // They lie in WebAssembly's memory, which no collector clears in time.
          for (const lint of lints) lint.free();
          return lints.length;
        },
      };
    },
  },

  cspell: {
    name: 'cspell-lib',
    package: 'cspell-lib',
    async load() {
      const { createTextDocument, DocumentValidator } = await import('cspell-lib');
      const validator = async (content: string) => {
        const document = createTextDocument({ uri: 'file:///notes.md', content, languageId: 'markdown', locale: 'en' });
        // Without these limits it would stop at the hundredth problem.
        const settings = { language: 'en', maxNumberOfProblems: 1_000_000, maxDuplicateProblems: 1_000_000 };
        const made = new DocumentValidator(document, { noConfigSearch: true, generateSuggestions: false }, settings);
        await made.prepare();
        return made;
      };
      return {
        check: async (text) => (await (await validator(text)).checkDocumentAsync()).length,
        async open(text) {
          const opened = await validator(text);
          return async (_edit, textAfter) => {
            await opened.updateDocumentText(textAfter);
            return (await opened.checkDocumentAsync()).length;
          };
        },
      };
    },
  },

  textlint: {
    name: 'textlint',
    package: 'textlint',
    async load() {
      const { createLinter, loadTextlintrc } = await import('textlint');
      const descriptor = await loadTextlintrc({ configFilePath: 'test/bench/textlintrc.json' });
      if (descriptor.rule.descriptors.length === 0) throw new Error('textlint did not find its rules');
      const linter = createLinter({ descriptor });
      return { check: async (text) => (await linter.lintText(text, 'notes.md')).messages.length };
    },
  },
};
