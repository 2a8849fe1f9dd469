/** The thread of scan-folders.ts: scans once and ends. */
import { serveThread } from '../../../threads/index.ts';
import type { ScanApi, ScanListener } from './scan-folders.ts';
import { WorkspaceInventory } from '../workspace-inventory.ts';

const listener = serveThread<ScanListener, ScanApi>({
  scan: (paths, options) =>
    new WorkspaceInventory(paths, {
      ...options,
      onProgress: (files) => void listener.progress.asEvent(files),
    }).scan(),
});
