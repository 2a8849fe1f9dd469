import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type * as esbuild from 'esbuild';
import type { BundledPackage } from './notices.ts';
import { throughDoors } from './through-doors.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');

// Bundled CommonJS packages call require() for modules of Node; an ES module has to create that function.
const REQUIRE_BANNER =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

const METAFILES = path.join(ROOT, 'node_modules/.cache/built');
const BUNDLED = path.join(METAFILES, 'packages.json');

type Bundle = 'extension' | 'program' | 'threads' | 'lambda';

/** Writes the list of a bundle's inputs beside it; packages never contain it. */
export function keepMetafile(bundle: Bundle, metafile: esbuild.Metafile): void {
  mkdirSync(METAFILES, { recursive: true });
  writeFileSync(path.join(METAFILES, `${bundle}.json`), JSON.stringify(metafile));
}

/** Writes the list of all bundled packages; packages never contain it. */
export function keepBundled(packages: readonly BundledPackage[]): void {
  const known = new Map(packages.map(({ name, folder, license }) => [name, { name, folder, license }]));
  mkdirSync(METAFILES, { recursive: true });
  writeFileSync(BUNDLED, JSON.stringify([...known.values()]));
}

/** Packages that the last build bundled. */
export function lastBundled(): Omit<BundledPackage, 'texts'>[] {
  return JSON.parse(readFileSync(BUNDLED, 'utf8')) as Omit<BundledPackage, 'texts'>[];
}

/** Inputs of a bundle in the last build. */
export function builtMetafile(bundle: Bundle): esbuild.Metafile {
  return JSON.parse(readFileSync(path.join(METAFILES, `${bundle}.json`), 'utf8')) as esbuild.Metafile;
}

/** Writes the snapshot files, as compact JSON, to the folder where a Node bundle reads them. */
export function copySnapshot(bundle: string): void {
  const from = path.join(ROOT, 'src/catalogue/snapshot');
  const to = path.join(bundle, 'snapshot');
  mkdirSync(to);
  for (const name of readdirSync(from).filter((file) => file.endsWith('.json'))) {
    const data: unknown = JSON.parse(readFileSync(path.join(from, name), 'utf8'));
    writeFileSync(path.join(to, name), JSON.stringify(data));
  }
}

/** Common options of all bundles for Node. */
export const NODE_BUNDLE = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  format: 'esm',
  // Prefers ESM builds of packages: with splitting, CommonJS ones lose their named exports.
  mainFields: ['module', 'main'],
  splitting: true,
  minify: true,
  charset: 'utf8',
  sourcemap: false,
  legalComments: 'none',
  chunkNames: 'chunks/[name]-[hash]',
  // A Lambda function has no package.json that declares ES modules. Elsewhere, Node need not look for it at each file.
  outExtension: { '.js': '.mjs' },
  banner: { js: REQUIRE_BANNER },
  logLevel: 'warning',
  plugins: [throughDoors(path.join(ROOT, 'src'))],
  define: { __VERSION__: JSON.stringify(packageVersion()), __RULES__: JSON.stringify(rulesDigest()) },
} satisfies esbuild.BuildOptions;

/** Loads sentences by language, because the extension uses only one. */
const SENTENCES_ON_DEMAND: esbuild.Plugin = {
  name: 'sentences-on-demand',
  setup(build) {
    const l10n = path.join(ROOT, 'src/l10n');
    build.onResolve({ filter: /\/messages\.ts$/ }, ({ path: name, resolveDir }) =>
      path.resolve(resolveDir, name) === path.join(l10n, 'messages.ts')
        ? { path: path.join(l10n, 'on-demand/messages.ts') }
        : undefined,
    );
  },
};

/** Leaves out modules that a bundle has for other programs, and never loads: importing one would fail. */
function withoutModules(filter: RegExp): esbuild.Plugin {
  return {
    name: 'without-modules',
    setup(build) {
      build.onResolve({ filter }, ({ path: name, kind }) =>
        kind === 'dynamic-import' ? { path: name, external: true } : undefined,
      );
    },
  };
}

/** Module that reads folders without a thread, where threads are not built. */
const READING_WITHOUT_THREAD = /\/workspace-inventory\.ts$/;
const PARSERS_OF_PAGES = /\/notes(?:\/index)?\.ts$/;

/** Options for the extension with its threads and its MCP server. They share chunks, which are loaded on demand. */
export const EXTENSION_BUNDLE = {
  ...NODE_BUNDLE,
  plugins: [SENTENCES_ON_DEMAND, withoutModules(READING_WITHOUT_THREAD), ...NODE_BUNDLE.plugins],
  outdir: path.join(ROOT, 'dist'),
  entryPoints: {
    extension: 'src/extension/extension.ts',
    worker: 'src/extension/worker/main.ts',
    look: 'src/extension/watch/look/look-thread.ts',
    ask: 'src/extension/assistants/ask-thread.ts',
    'mcp-server': 'src/extension/assistants/mcp-server.ts',
  },
  external: ['vscode'],
  target: 'node22',
} satisfies esbuild.BuildOptions;

/** Options for the command line behind its entry. */
export const PROGRAM_BUNDLE = {
  ...EXTENSION_BUNDLE,
  outdir: path.join(ROOT, 'dist/cli'),
  entryPoints: { program: 'src/cli/program.ts' },
} satisfies esbuild.BuildOptions;

/**
 * Options for the threads that read folders, for the extension and the command line. A bundle of their own, because a
 * scan waits until they are loaded.
 */
export const THREADS_BUNDLE = {
  ...EXTENSION_BUNDLE,
  plugins: [withoutModules(PARSERS_OF_PAGES), ...EXTENSION_BUNDLE.plugins],
  outdir: path.join(ROOT, 'dist/threads'),
  entryPoints: {
    'scan-thread': 'src/inventory/scan/scan-thread-entry.ts',
    'reading-thread': 'src/inventory/scan/threads/reading-thread-entry.ts',
  },
} satisfies esbuild.BuildOptions;

/**
 * Options for the entry of the command line, a small file because Node compiles it each time. It enables the compile
 * cache before it loads the rest.
 */
export const CLI_BUNDLE = {
  ...NODE_BUNDLE,
  splitting: false,
  banner: {},
  outExtension: {},
  outdir: path.join(ROOT, 'dist'),
  entryPoints: { cli: 'src/cli/main.ts' },
  plugins: [
    ...NODE_BUNDLE.plugins,
    {
      name: 'program-beside',
      setup(build) {
        build.onResolve({ filter: /^\.\/program\.ts$/ }, () => ({
          path: './cli/program.mjs',
          external: true,
        }));
      },
    },
  ],
  // Old syntax, so that an outdated Node can run this file up to the message that it is too old.
  target: 'node16',
} satisfies esbuild.BuildOptions;

/**
 * Digest of everything that affects the results of a scan: our code and data, and package versions. A cached scan is
 * valid only for the same digest.
 */
function rulesDigest(): string {
  const digest = createHash('sha256').update(readFileSync(path.join(ROOT, 'package-lock.json')));
  for (const file of readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.(?:ts|json)$/.test(file) || file.endsWith('.test.ts')) continue;
    digest.update(`\0${file.replaceAll(path.sep, '/')}\0`).update(readFileSync(path.join(ROOT, 'src', file)));
  }
  return digest.digest('base64url');
}

/** Version of the product. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
