import path from 'node:path';
import { createFolderStore, refreshCatalogue } from '../../../src/catalogue/index.ts';
import { scanWorkspace } from '../../../src/inventory/index.ts';
import {
  createFolderLock,
  runOnce,
  type Batch,
  type WatchOptions,
  type WatchRun,
} from '../../../src/watch/index.ts';
import { embeddedNotesOf } from '../catalogue/embedded.ts';

/** A watch of a workspace over a server of pages, as the command line runs it. */
export interface WatchSetup {
  cache: string;
  workspace: string;
  docsOrigin: string;
}

/** Result of the last look in memory, as an editor holds it, so that the next one need not read the cache. */
const held: { fresh?: unknown } = {};

/** Looks once on a day and returns the output. */
export async function look(
  { cache, workspace, docsOrigin }: WatchSetup,
  today: string,
  more: Partial<WatchOptions> = {},
): Promise<WatchRun & { printed: Batch[] }> {
  const printed: Batch[] = [];
  const run = await runOnce({
    store: createFolderStore(cache),
    lock: createFolderLock(path.join(cache, 'watch'), { heartbeatMs: 20 }),
    async refresh(signal) {
      const fresh = await refreshCatalogue({
        cache,
        docsOrigin,
        builtBy: 'test',
        signal,
        snapshot: await embeddedNotesOf('aurora-mysql'),
      });
      held.fresh = fresh;
      return fresh;
    },
    inventory: () => scanWorkspace([workspace]),
    channels: [],
    print: (batches) => void printed.push(...batches),
    builtBy: 'test',
    today,
    ...more,
  });
  return { ...run, printed };
}

/** `kind release severity: names of assets` of every alert. */
export function alertOutline({ printed }: { printed: readonly Batch[] }): string[] {
  return printed
    .flatMap(({ alerts }) => alerts)
    .map(({ kind, release, severity, assetIds }) => {
      const names = assetIds.map((id) => id.split('#').at(-1)?.split('.').at(-1) ?? id).sort();
      return `${kind} ${release ?? '-'} ${severity}: ${names.join(' ')}`;
    });
}
