/** The analysis thread: answers the questions of protocol.ts. */
import { loadLanguages } from '../../l10n/index.ts';
import { serveThread, startData } from '../../threads/index.ts';
import { createAnalyser } from './analyser.ts';
import type { WorkerApi, WorkerStart } from './protocol.ts';

await loadLanguages();
serveThread<Record<string, never>, WorkerApi>(createAnalyser(startData() as WorkerStart));
