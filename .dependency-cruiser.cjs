/** Arrows run one way: time ← chapter ← reading ← rules ← features ← server, and notes ← reading. ARCHITECTURE.md says why. */
const layer = (name) => `^server/src/${name}/`;
const only = (from, ...allowed) => ({
  name: `${from}-imports-one-way`,
  comment: `${from} may import only ${[from, ...allowed].join(', ')} within the server.`,
  severity: 'error',
  from: { path: layer(from), pathNot: '\\.test\\.ts$' },
  to: { path: '^server/src/', pathNot: [from, ...allowed].map(layer) },
});

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    only('time'),
    only('l10n', 'time'),
    only('notes', 'l10n'),
    only('chapter', 'time', 'l10n'),
    only('reading', 'time', 'chapter', 'notes'),
    only('rules', 'time', 'chapter', 'notes', 'reading', 'l10n'),
    only('features', 'time', 'chapter', 'notes', 'reading', 'rules', 'l10n'),
    {
      name: 'client-never-imports-the-servers-insides',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/' },
    },
    {
      name: 'server-never-imports-the-client',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^client/' },
    },
    {
      name: 'engine-knows-no-editor-and-no-connection',
      severity: 'error',
      from: { path: '^server/src/(time|l10n|notes|chapter|reading|rules)/' },
      to: {
        path: '(^vscode$|node_modules/vscode-languageserver/|node_modules/vscode-languageclient/|node_modules/vscode-languageserver-protocol/)',
      },
    },
    {
      name: 'engine-does-no-input-or-output',
      comment: 'The engine runs in a browser worker.',
      severity: 'error',
      from: { path: '^server/src/(time|l10n|notes|chapter|reading|rules|features)/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.cjs', '.js', '.json'] },
  },
};
