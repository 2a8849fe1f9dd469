import { folderAnswers } from './answers/folders.ts';
import { answersOnDemand } from './answers/on-demand.ts';
import { CurrentCatalogue } from './current-catalogue.ts';
import { DISK, type FolderSource } from './folder-source.ts';
import { Folders } from './folders.ts';
import type { Judging } from './judging/judging.ts';
import type { WorkerApi, WorkerStart } from './protocol.ts';

/**
 * Creates the functions that answer the extension's questions.
 * @param source fetches files of folders that are not on a disk
 */
export function createAnalyser(
  { cacheFolder, givenUp = new Map() }: WorkerStart,
  source: FolderSource = DISK,
): WorkerApi {
  let loaded: Promise<Judging> | null = null;
  const judging = (): Promise<Judging> => (loaded ??= load());
  const catalogue = new CurrentCatalogue(cacheFolder);
  const folders = new Folders(cacheFolder, givenUp, source);

  /** Loads the code that judges, on first use. */
  async function load(): Promise<Judging> {
    return (await import('./judging/judging.ts')).createJudging({ folders, catalogue, givenUp });
  }

  return {
    ...folderAnswers(folders, catalogue, judging),
    ...answersOnDemand(judging),
  };
}
