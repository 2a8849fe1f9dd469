import type { AccountScan } from '../account-scan.ts';
import type { Baselines } from '../baselines.ts';
import type { CurrentCatalogue } from '../current-catalogue.ts';
import type { FolderJudge } from '../judging/folder-judge.ts';
import type { Folders } from '../folders.ts';
import type { FolderTasks } from '../tasks.ts';

/** Services that answers use. */
export interface AnswerSources {
  folders: Folders;
  accounts: AccountScan;
  baselines: Baselines;
  catalogue: CurrentCatalogue;
  tasks: FolderTasks;
  judge: FolderJudge;
}
