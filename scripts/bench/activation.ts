/**
 * Process like an extension host: loads the built extension and activates it in a folder, with a stand-in for the
 * editor's API that accepts every call and does nothing. Prints the milliseconds of both steps, by the clock and on
 * the processor (main thread only; the analysis starts in another one).
 */
import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

interface Extension {
  activate: (context: unknown) => Promise<void>;
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const [folder = tmpdir()] = process.argv.slice(2);

/** Stand-in for any object: calling, constructing, reading and iterating it all return the object itself. */
const acceptsAll: unknown = new Proxy(function () {}, {
  get: (_, key) => {
    if (key === 'then') return undefined;
    if (key === Symbol.iterator) return [][Symbol.iterator].bind([]);
    return key === Symbol.toPrimitive ? () => '' : acceptsAll;
  },
  set: () => true,
  apply: () => acceptsAll,
  construct: () => acceptsAll as object,
});

const opened = { uri: uriOf(folder), name: 'folder', index: 0 };
const definedExports: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  workspace: {
    workspaceFolders: [opened],
    textDocuments: [],
    getConfiguration: () => ({ get: () => undefined }),
  },
  env: { language: 'en' },
};

Object.assign(globalThis, { vscodeStandIn: standIn });
registerHooks({
  resolve: (name, context, next) =>
    name === 'vscode' ? { url: 'vscode:', format: 'module', shortCircuit: true } : next(name, context),
  load: (url, context, next) =>
    url === 'vscode:' ? { format: 'module', source: exportsOf(), shortCircuit: true } : next(url, context),
});

// Modules of Node that an extension host has already loaded.
const ofNode = [
  'child_process',
  'crypto',
  'fs/promises',
  'os',
  'path/posix',
  'stream',
  'util',
  'worker_threads',
];
await Promise.all(ofNode.map((name) => import(`node:${name}`)));

const extension = pathToFileURL(path.join(ROOT, 'dist/extension.mjs')).href;
const [began, used] = [performance.now(), process.threadCpuUsage()];
const { activate } = (await import(extension)) as Extension;
await activate({
  subscriptions: [],
  extensionUri: uriOf(ROOT),
  globalStorageUri: uriOf(path.join(folder, 'storage')),
  globalState: acceptsAll,
  workspaceState: acceptsAll,
  secrets: acceptsAll,
  extension: { packageJSON: { version: '0.0.0' } },
});
const wall = performance.now() - began;
const { user, system } = process.threadCpuUsage(used);
console.log(JSON.stringify({ wall, cpu: (user + system) / 1000 }));
process.exit();

function standIn(name: string): unknown {
  const own = definedExports[name];
  return own === undefined
    ? acceptsAll
    : new Proxy(own, { get: (_, key) => (typeof key === 'string' && key in own ? own[key] : acceptsAll) });
}

/** Names that the editor's API exports. */
function exportsOf(): string {
  const types = createRequire(import.meta.url).resolve('@types/vscode/index.d.ts');
  const names = readFileSync(types, 'utf8').matchAll(/^\texport (?:namespace|class|enum|const) (\w+)/gm);
  return [...new Set([...names].map(([, name = '']) => name))]
    .map((name) => `export const ${name} = globalThis.vscodeStandIn('${name}');`)
    .join('\n');
}

function uriOf(fsPath: string): unknown {
  return { scheme: 'file', fsPath, path: fsPath, toString: () => pathToFileURL(fsPath).href };
}
