import type { WorkspaceInventory } from '../../../inventory/index.ts';
import type { CurrentCatalogue } from '../current-catalogue.ts';
import type { Folders } from '../folders.ts';
import type { Judging } from '../judging/judging.ts';
import type { FolderResult, WorkerApi } from '../protocol.ts';

export type FolderAnswers = Pick<
  WorkerApi,
  'scanFolder' | 'setDocument' | 'forgetFolder' | 'analyseFolder' | 'reloadCatalogue'
>;

/** Answers about a folder's declarations. */
export function folderAnswers(
  folders: Folders,
  catalogue: CurrentCatalogue,
  judging: () => Promise<Judging>,
): FolderAnswers {
  const resultOf = async (folder: string, opened: WorkspaceInventory): Promise<FolderResult> =>
    (await judging()).judge.resultOf(folder, opened);
  return {
    reloadCatalogue() {
      catalogue.invalidate();
      return Promise.resolve(null);
    },
    async scanFolder(folder) {
      return resultOf(folder, await folders.scan(folder));
    },
    async setDocument(folder, file, content) {
      return resultOf(folder, await folders.edit(folder, file, content));
    },
    forgetFolder(folder) {
      folders.forget(folder);
      return Promise.resolve(null);
    },
    async analyseFolder(folder) {
      return resultOf(folder, await folders.get(folder));
    },
  };
}
