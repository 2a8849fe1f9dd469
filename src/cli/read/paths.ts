import path from 'node:path';
import { commonBaseFolder, isInside, repositoryRoot } from '../../files/index.ts';
import {
  idRootOf,
  cluesWithPaths,
  inventoryWithPaths,
  pathsRelativeTo,
  type MapPath,
} from '../../inventory/index.ts';
import type { Inventory, WorkspaceClues } from '../../model/index.ts';
import type { ResultRoots } from '../../report/index.ts';

/** Names of files in results: for display, in ids, relative to the repository, and relative to the scanned folder. */
export interface ScanPaths extends ResultRoots {
  inventory: (inventory: Inventory) => Inventory;
  clues: (clues: WorkspaceClues | null) => WorkspaceClues | null;
  /** Path relative to the root of the repository, for code scanning services. */
  inRepository: MapPath;
  /** Path relative to the scanned folder; to the working directory if the user named the file itself. */
  scannedPath: MapPath;
}

/** Names of files for a scan. Results show paths relative to the working directory. */
export function scanPathsOf(paths: readonly string[]): ScanPaths {
  const base = commonBaseFolder(paths);
  const root = process.cwd();
  const show = pathsRelativeTo(base, root);
  const repository = repositoryRoot(base) ?? (isInside(base, root) ? root : base);
  const namedPaths = paths.map((each) => path.resolve(each)).sort((a, b) => b.length - a.length);
  return {
    root: root.replaceAll(path.sep, '/'),
    idRoot: idRootOf(base),
    inventory: (inventory) => inventoryWithPaths(inventory, show),
    clues: (clues) => cluesWithPaths(clues, show),
    inRepository: pathsRelativeTo(root, repository),
    scannedPath: (file) => {
      const absolute = path.resolve(root, file);
      const folder = namedPaths.find((each) => each !== absolute && isInside(absolute, each));
      const from = folder ?? (isInside(absolute, root) ? root : path.dirname(absolute));
      return path.relative(from, absolute).replaceAll(path.sep, '/');
    },
  };
}
