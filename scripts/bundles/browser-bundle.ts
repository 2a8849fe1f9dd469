import { readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import type * as esbuild from 'esbuild';
import { EXTENSION_BUNDLE, ROOT } from './bundle.ts';
import { throughDoors } from './through-doors.ts';

const WEB = path.join(ROOT, 'src/extension/web');

/** Source files that need Node, with their replacements in a browser. */
const REPLACED_FILES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'catalogue/snapshot/files.ts': 'snapshot-files.ts',
    'files/disk/disk.ts': 'disk.ts',
    'model/basics/scheduling/interruptible.ts': 'interruptible.ts',
    'syntax/read-wasm.ts': 'read-wasm.ts',
    'threads/serve.ts': 'serve.ts',
    'threads/thread.ts': 'thread.ts',
    'extension/workspace/paths.ts': 'paths.ts',
  }).map(([ours, standIn]) => [path.join(ROOT, 'src', ours), path.join(WEB, 'stand-ins', standIn)]),
);

/** Source files that are unreachable in a browser, which caches nothing and fetches nothing. */
const UNREACHABLE_FILES = new Set(
  ['catalogue/store/folder-store.ts', 'products/amazon-linux/updateinfo/unpack.ts'].map((file) =>
    path.join(ROOT, 'src', file),
  ),
);

/** Modules of Node with stand-ins. */
const NODE_STAND_INS: Readonly<Record<string, string>> = {
  'node:path': path.join(ROOT, 'node_modules/path-browserify/index.js'),
  'node:path/posix': path.join(ROOT, 'node_modules/path-browserify/index.js'),
  'node:crypto': path.join(WEB, 'stand-ins/crypto.ts'),
  'node:util': path.join(WEB, 'stand-ins/util.ts'),
  'node:zlib': path.join(WEB, 'stand-ins/zlib.ts'),
};

const SNAPSHOT = path.join(ROOT, 'src/catalogue/snapshot');

/** Module that contains the snapshot files of all engines and systems. */
function embeddedSnapshot(): string {
  const load = (name: string): string => `() => import(${JSON.stringify(path.join(SNAPSHOT, name))})`;
  const engines = readdirSync(SNAPSHOT).filter(
    (name) => name.endsWith('.json') && name !== 'amazon-linux.json' && name !== 'postgresql.json',
  );
  return [
    `export const engines = [${engines.sort().map(load).join(', ')}];`,
    `export const systems = ${load('amazon-linux.json')};`,
    `export const upstream = ${load('postgresql.json')};`,
  ].join('\n');
}

/** Replaces modules by their stand-ins. All other modules of Node are empty. */
const STAND_INS: esbuild.Plugin = {
  name: 'stand-ins',
  setup(build) {
    build.onResolve({ filter: /\.ts$/ }, ({ path: name, resolveDir }) => {
      const file = path.resolve(resolveDir, name);
      if (UNREACHABLE_FILES.has(file)) return { path: 'left out', namespace: 'empty' };
      const standIn = REPLACED_FILES.get(file);
      return standIn === undefined ? undefined : { path: standIn };
    });
    build.onResolve({ filter: /^embedded-snapshot$/ }, ({ path: name }) => ({
      path: name,
      namespace: 'snapshot',
    }));
    build.onLoad({ filter: /.*/, namespace: 'snapshot' }, () => ({
      contents: embeddedSnapshot(),
      resolveDir: SNAPSHOT,
    }));
    build.onResolve({ filter: /^[a-z]/ }, ({ path: name }) => {
      const standIn = NODE_STAND_INS[name];
      if (standIn !== undefined) return { path: standIn };
      return isBuiltin(name) && name !== 'buffer' ? { path: name, namespace: 'empty' } : undefined;
    });
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const { define, minify, charset, legalComments, logLevel } = EXTENSION_BUNDLE;

/**
 * Options for the extension and its thread in browsers: one file each, because a browser's extension host loads no
 * second file.
 */
export const BROWSER_BUNDLE = {
  ...{ minify, charset, legalComments, logLevel },
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'browser',
  format: 'cjs',
  mainFields: ['module', 'main'],
  target: 'es2022',
  entryPoints: { extension: 'src/extension/web/extension.ts', worker: 'src/extension/web/worker.ts' },
  outdir: path.join(ROOT, 'dist/web'),
  external: ['vscode'],
  inject: [path.join(WEB, 'stand-ins/globals.ts')],
  plugins: [throughDoors(path.join(ROOT, 'src')), STAND_INS],
  define: {
    ...define,
    // Only one thread reads, and a page has shared memory only if its server allows it.
    SharedArrayBuffer: 'ArrayBuffer',
    'import.meta.dirname': '"/"',
    'import.meta.url': '"file:///"',
  },
} satisfies esbuild.BuildOptions;
