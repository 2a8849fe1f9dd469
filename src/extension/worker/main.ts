/**
 * The analysis thread, which answers the questions in protocol.ts. Enables the compile cache before it loads other
 * modules.
 */
import { flushCompileCache, enableCompileCache } from '../../files/index.ts';
import { serveThread, startData } from '../../threads/index.ts';
import type { WorkerApi, WorkerStart } from './protocol.ts';

declare const __VERSION__: string | undefined;

/** Milliseconds before the compile cache is written, so that the first answers are not delayed. */
const FLUSH_AFTER_MS = 10_000;

const start = startData() as WorkerStart;
if (start.cacheFolder !== null && typeof __VERSION__ === 'string') {
  enableCompileCache(start.cacheFolder, __VERSION__);
  setTimeout(flushCompileCache, FLUSH_AFTER_MS).unref();
}
const [{ createAnalyser }, { loadLanguages }] = await Promise.all([
  import('./analyser.ts'),
  import('../../l10n/index.ts'),
]);
await loadLanguages();
serveThread<Record<string, never>, WorkerApi>(createAnalyser(start));
