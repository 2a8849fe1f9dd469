/** The thread of scan-folders.ts: scans once and ends. */
import { serveThread } from '../../../threads/index.ts';
import type { ScanApi, ScanListener } from './scan-folders.ts';
import { WorkspaceInventory } from '../workspace-inventory.ts';

let scanned: WorkspaceInventory | null = null;

const listener = serveThread<ScanListener, ScanApi>({
  scan(paths, options) {
    scanned = new WorkspaceInventory(paths, {
      ...options,
      onProgress: (files) => void listener.progress.asEvent(files),
    });
    return scanned.scan();
  },
  async keep() {
    await scanned?.keep();
  },
});
