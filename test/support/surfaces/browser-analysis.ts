import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { createBirpc } from 'birpc';
import type { EditorHost } from '../../../src/extension/web/protocol.ts';
import { readOpened, readExistingFiles, type EditorFiles } from '../../../src/extension/web/reading.ts';
import type { WorkerApi } from '../../../src/extension/worker/protocol.ts';
import { ROOT } from '../command-line/cli.ts';

const BUILT = path.join(ROOT, 'dist/web');

/** Globals of a worker in a browser, without Node's, so that code that needs them fails. */
function workerScope(): Record<string, unknown> {
  const { performance, console, crypto, URL, TextEncoder, TextDecoder } = globalThis;
  const { setTimeout, clearTimeout, queueMicrotask, structuredClone, atob, btoa } = globalThis;
  const { Blob, Response, DecompressionStream } = globalThis;
  return {
    ...{ performance, console, crypto, URL, TextEncoder, TextDecoder },
    ...{
      setTimeout,
      clearTimeout,
      queueMicrotask,
      structuredClone,
      atob,
      btoa,
      Blob,
      Response,
      DecompressionStream,
    },
  };
}

type Listener = (event: { data: unknown }) => void;

/** Runs the built analysis for browsers on some files, and asks it. @param files path → text */
export function browserAnalysis(
  files: Record<string, string>,
): Pick<WorkerApi, 'scanFolder' | 'setDocument'> {
  const toWorker: Listener[] = [];
  const toHere: ((message: unknown) => void)[] = [];
  const scope = {
    ...workerScope(),
    addEventListener: (_: string, listener: Listener) => toWorker.push(listener),
    postMessage(message: unknown) {
      for (const listener of toHere) listener(structuredClone(message));
    },
    close: () => undefined,
  };
  vm.runInContext(readFileSync(path.join(BUILT, 'worker.js'), 'utf8'), vm.createContext(scope));
  const send = (data: unknown): void => {
    for (const listener of toWorker) listener({ data });
  };
  send({ data: { cacheFolder: null } });
  const editor = filesOf(files);
  const host: EditorHost = {
    filesOf: () => readOpened(editor),
    filesNamed: (_, names) => readExistingFiles(editor, names),
    ownFile: (name) => Promise.resolve(new Uint8Array(readFileSync(path.join(BUILT, name)))),
  };
  return createBirpc<WorkerApi, EditorHost>(host, {
    post: send,
    on: (listener) => void toHere.push((message) => (isTask(message) ? undefined : listener(message))),
    timeout: -1,
  });
}

function isTask(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'task' in message;
}

/** Files in memory, as an editor without a disk provides them. */
export function filesOf(texts: Record<string, string>): EditorFiles {
  const known = new Map(Object.entries(texts));
  return {
    list(folder) {
      const prefix = folder === '' ? '' : `${folder}/`;
      const below = [...known.keys()].filter((file) => file.startsWith(prefix));
      const names = new Set(below.map((file) => file.slice(prefix.length).split('/')[0] ?? ''));
      return Promise.resolve(
        [...names].map((name) => ({ name, kind: known.has(prefix + name) ? 'file' : 'folder' })),
      );
    },
    factsOf(file) {
      const text = known.get(file);
      if (text === undefined) return Promise.reject(new Error('not there'));
      return Promise.resolve({ size: text.length, modified: 1 });
    },
    read: (file) => Promise.resolve(new TextEncoder().encode(known.get(file))),
  };
}
