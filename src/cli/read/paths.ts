import path from 'node:path';
import { baseOf, isInside, repositoryAround } from '../../files/index.ts';
import { idRootOf, shownClues, shownInventory, showFrom, type ShowFile } from '../../inventory/index.ts';
import type { Inventory, WorkspaceClues } from '../../model/index.ts';
import type { ResultPaths } from '../../report/index.ts';

/** Names of a scan's paths: in results, in ids, in a repository, and below the named folder. */
export interface ScanPaths extends ResultPaths {
  inventory: (inventory: Inventory) => Inventory;
  clues: (clues: WorkspaceClues | null) => WorkspaceClues | null;
  /** Path of a file from the root of the repository, for code scanning. */
  inRepository: ShowFile;
  /** Path of a file below the named folder; below the working directory if the file itself was named. */
  scannedPath: ShowFile;
}

/** Names of paths for a scan. Results name files relative to the working directory. */
export function scanPathsOf(paths: readonly string[]): ScanPaths {
  const base = baseOf(paths);
  const root = process.cwd();
  const show = showFrom(base, root);
  const repository = repositoryAround(base) ?? (isInside(base, root) ? root : base);
  const named = paths.map((one) => path.resolve(one)).sort((a, b) => b.length - a.length);
  return {
    root: root.replaceAll(path.sep, '/'),
    idRoot: idRootOf(base),
    inventory: (inventory) => shownInventory(inventory, show),
    clues: (clues) => shownClues(clues, show),
    inRepository: showFrom(root, repository),
    scannedPath: (file) => {
      const absolute = path.resolve(root, file);
      const folder = named.find((one) => one !== absolute && isInside(absolute, one));
      const from = folder ?? (isInside(absolute, root) ? root : path.dirname(absolute));
      return path.relative(from, absolute).replaceAll(path.sep, '/');
    },
  };
}
