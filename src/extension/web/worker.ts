/** The analysis thread in a browser. Like worker/main.ts, but reads folders through the editor. */
import { createAnalyser } from '../worker/analyser.ts';
import type { WorkerApi, WorkerStart } from '../worker/protocol.ts';
import { EditorFolders } from './editor-folders.ts';
import type { EditorHost } from './protocol.ts';
import { setFileSource } from './stand-ins/read-wasm.ts';
import { serveBrowserThread } from './stand-ins/serve.ts';

serveBrowserThread<EditorHost, WorkerApi>((start, host) => {
  setFileSource(host);
  return createAnalyser(start as WorkerStart, new EditorFolders(host));
});
