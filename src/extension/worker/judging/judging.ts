import type { GivenUp } from '../../../inventory/index.ts';
import { AccountScan } from '../account-scan.ts';
import type { AnswerSources } from '../answers/answer-sources.ts';
import { Baselines } from '../baselines.ts';
import type { CurrentCatalogue } from '../current-catalogue.ts';
import { FolderJudge } from './folder-judge.ts';
import type { Folders } from '../folders.ts';
import { FolderTasks } from '../tasks.ts';

/** Services that judge, which are loaded on demand. */
export type Judging = AnswerSources;

export function createJudging({
  folders,
  catalogue,
  givenUp,
}: {
  folders: Folders;
  catalogue: CurrentCatalogue;
  givenUp: GivenUp;
}): Judging {
  const accounts = new AccountScan();
  const baselines = new Baselines();
  const tasks = new FolderTasks(givenUp);
  const judge = new FolderJudge({ folders, accounts, baselines, catalogue, tasks });
  return { folders, accounts, baselines, catalogue, tasks, judge };
}
