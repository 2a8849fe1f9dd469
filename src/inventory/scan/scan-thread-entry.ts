/** The thread of scan-folders.ts. */
import { flushCompileCache } from '../../files/index.ts';
import type { Asset } from '../../model/index.ts';
import { serveThread } from '../../threads/index.ts';
import type { ScanApi, ScanListener } from './scan-folders.ts';
import { WorkspaceInventory } from './workspace-inventory.ts';

let scanned: WorkspaceInventory | null = null;

const listener = serveThread<ScanListener, ScanApi>({
  scan(paths, options, reportsProgress) {
    const onProgress = (files: number): void => void listener.progress.asEvent(files);
    const onVersions = (assets: readonly Asset[]): void => void listener.versions.asEvent(assets);
    const listeners = { onVersions, ...(reportsProgress ? { onProgress } : {}) };
    scanned = new WorkspaceInventory(paths, { ...options, ...listeners });
    return scanned.scan();
  },
  async keep() {
    await scanned?.keep();
    scanned = null;
    flushCompileCache();
  },
});
