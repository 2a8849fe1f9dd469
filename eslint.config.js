// @ts-check
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

// Which rooms a room may enter, always through the front door (index.ts). The picture is in docs/contributing/architecture.md.
const MAY_IMPORT = {
  model: [],
  vocabulary: ['model'],
  files: ['model', 'l10n'],
  threads: [],
  syntax: ['model', 'l10n'],
  l10n: ['model'],
  lexicon: ['model'],
  products: ['model', 'l10n', 'lexicon'],
  values: ['model', 'vocabulary', 'l10n', 'syntax', 'products'],
  config: ['model', 'l10n', 'files', 'products'],
  catalogue: ['model', 'l10n', 'lexicon', 'files', 'products'],
  inventory: ['model', 'vocabulary', 'l10n', 'config', 'files', 'threads', 'syntax', 'products', 'values'],
  edits: ['model', 'vocabulary', 'l10n', 'syntax', 'inventory'],
  analysis: [
    'model',
    'vocabulary',
    'l10n',
    'lexicon',
    'config',
    'products',
    'catalogue',
    'inventory',
    'edits',
  ],
  report: ['model', 'l10n', 'config', 'files', 'products', 'catalogue', 'inventory', 'analysis'],
  watch: ['model', 'l10n', 'config', 'files', 'products', 'catalogue', 'inventory', 'analysis'],
  site: ['model', 'l10n', 'files', 'products', 'analysis', 'report'],
  mcp: ['model', 'l10n', 'config', 'files', 'products', 'inventory', 'analysis', 'report'],
  cli: [
    'threads',
    'mcp',
    'site',
    'files',
    'model',
    'l10n',
    'config',
    'products',
    'catalogue',
    'inventory',
    'edits',
    'analysis',
    'report',
    'watch',
  ],
  extension: [
    'files',
    'mcp',
    'model',
    'l10n',
    'products',
    'config',
    'threads',
    'syntax',
    'catalogue',
    'inventory',
    'edits',
    'analysis',
    'report',
    'watch',
  ],
};
const ROOMS = Object.keys(MAY_IMPORT);
/** Tests stand beside what they test, and import what they need. */
const TESTS = 'src/**/*.test.ts';
/** Languages with words of their own have doors of their own: `syntax/shell/index.ts`. */
const LANGUAGES = ['cloudformation', 'hcl', 'programs', 'shell'];

const NETWORK = ['http', 'https', 'net', 'tls', 'dgram', 'http2', 'undici'].flatMap((name) => [
  name,
  `node:${name}`,
]);
const MAY_CONNECT = [
  'src/catalogue/fetch/**',
  'src/inventory/account/**',
  'src/mcp/transport/http.ts',
  'src/watch/channels/**',
  'src/watch/store/s3-store.ts',
];

/** @param {string} room @param {boolean} mayConnect */
function restrictions(room, mayConnect) {
  const allowed = MAY_IMPORT[/** @type {keyof typeof MAY_IMPORT} */ (room)];
  const closed = ROOMS.filter((other) => other !== room && !allowed.some((open) => open === other));
  const patterns = [
    {
      regex: `^(\\.\\./)+(${closed.join('|')})/`,
      message: `${room}/ may not import this room (see docs/contributing/architecture.md).`,
    },
  ];
  if (allowed.length > 0) {
    patterns.push({
      regex: `^(\\.\\./)+(${allowed.join('|')})/(?!(?:(?:${LANGUAGES.join('|')})/)?index\\.ts$)`,
      message: 'Enter a room through its front door, index.ts.',
    });
  }
  const paths = [];
  if (room !== 'extension') paths.push({ name: 'vscode', message: 'Only src/extension imports vscode.' });
  if (room !== 'files') {
    const importNames = ['readFile', 'readFileSync', 'createReadStream', 'openSync'];
    const message = 'What may be a pipe or a device is opened by src/files alone.';
    for (const name of ['node:fs', 'node:fs/promises']) paths.push({ name, importNames, message });
  }
  if (!mayConnect) {
    for (const name of NETWORK) {
      paths.push({
        name,
        message:
          'Connections are opened in catalogue/fetch, inventory/account, mcp/transport, watch/channels and watch/store.',
      });
    }
  }
  return { 'no-restricted-imports': ['error', { paths, patterns }] };
}

export default tseslint.config(
  {
    ignores: [
      'dist',
      'deploy/lambda',
      'node_modules',
      'test/workspaces',
      'test/fixtures',
      '.cache',
      'test-results',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // What is left out of an object is named beside the rest.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier",
          message: 'import * as z: by its name, all of it gets into the bundle.',
        },
      ],
    },
  },
  ...ROOMS.flatMap((room) => [
    { files: [`src/${room}/**/*.ts`], ignores: [...MAY_CONNECT, TESTS], rules: restrictions(room, false) },
    {
      files: MAY_CONNECT.filter((glob) => glob.startsWith(`src/${room}/`)),
      rules: restrictions(room, true),
    },
  ]).filter((entry) => entry.files.length > 0),
  {
    files: ['src/**/*.ts'],
    ignores: [...MAY_CONNECT, TESTS],
    rules: {
      'no-restricted-globals': [
        'error',
        {
          name: 'fetch',
          message:
            'Connections are opened in catalogue/fetch, inventory/account, mcp/transport, watch/channels and watch/store.',
        },
      ],
    },
  },
  {
    // A workspace and a page are hostile until read: every pattern takes a time that grows with the text, not with its square.
    files: ['src/**/*.ts'],
    ignores: [TESTS],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**', TESTS],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'stdout', message: 'Only src/cli writes to the terminal.' },
        { object: 'process', property: 'stderr', message: 'Only src/cli writes to the terminal.' },
      ],
    },
  },
  {
    files: [
      'src/inventory/formats/programs/**/*.ts',
      'src/syntax/programs/**/*.ts',
      'src/values/programs/**/*.ts',
    ],
    ignores: [TESTS],
    rules: {
      'no-restricted-properties': [
        'error',
        { property: 'parent', message: 'tree-sitter searches it from the root each time: use parentOf.' },
      ],
    },
  },
  {
    files: [TESTS, 'test/**/*.ts', 'scripts/**', '*.js'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'describe', 'it', 'suite'], package: 'node:test' },
          ],
        },
      ],
    },
  },
  { files: ['**/*.js', '**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
);
