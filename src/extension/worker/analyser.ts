import { AccountScan } from './account-scan.ts';
import { folderAnswers } from './answers/folders.ts';
import { answersOnDemand } from './answers/on-demand.ts';
import { Baselines } from './baselines.ts';
import { CurrentCatalogue } from './current-catalogue.ts';
import { FolderJudge } from './folder-judge.ts';
import { DISK, type FolderSource } from './folder-source.ts';
import { Folders } from './folders.ts';
import type { WorkerApi, WorkerStart } from './protocol.ts';
import { FolderTasks } from './tasks.ts';

/**
 * Answers the questions of the extension from what the folders declare, what runs, and the catalogue.
 * @param source brings what folders hold, where no disk has it
 */
export function createAnalyser(
  { cacheFolder, givenUp = new Map() }: WorkerStart,
  source: FolderSource = DISK,
): WorkerApi {
  const folders = new Folders(cacheFolder, givenUp, source);
  const accounts = new AccountScan();
  const baselines = new Baselines();
  const catalogue = new CurrentCatalogue(cacheFolder);
  const tasks = new FolderTasks(givenUp);
  const judge = new FolderJudge({ folders, accounts, baselines, catalogue, tasks });
  return {
    ...folderAnswers(folders, judge, catalogue),
    ...answersOnDemand({ folders, accounts, baselines, catalogue, tasks, judge }),
  };
}
