import path from 'node:path';
import { baseOf, isInside, repositoryAround } from '../../files/index.ts';
import { idRootOf, shownClues, shownInventory, showFrom, type ShowFile } from '../../inventory/index.ts';
import type { Inventory, WorkspaceClues } from '../../model/index.ts';
import type { ResultPaths } from '../../report/index.ts';

/** How the paths of a scan are named: in results, in ids, in a repository, below what was named. */
export interface ScanPaths extends ResultPaths {
  inventory: (inventory: Inventory) => Inventory;
  clues: (clues: WorkspaceClues | null) => WorkspaceClues | null;
  /** A file of a result, from the root of the repository: what code scanning asks for. */
  inRepository: ShowFile;
  /** A file of a result below the folder that was named; below the working folder where the file itself was. */
  scannedPath: ShowFile;
}

/** Results name files as somebody would open them from the working folder. */
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
