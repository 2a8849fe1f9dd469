import { folderAnswers } from './answers/folders.ts';
import { answersOnDemand } from './answers/on-demand.ts';
import { CurrentCatalogue } from './current-catalogue.ts';
import { DISK, type FolderSource } from './folder-source.ts';
import { Folders } from './folders.ts';
import type { Judging } from './judging/judging.ts';
import type { WorkerApi, WorkerStart } from './protocol.ts';

/**
 * Answers the questions of the extension from what the folders declare, what runs, and the catalogue.
 * @param source brings what folders hold, where no disk has it
 */
export function createAnalyser(
  { cacheFolder, givenUp = new Map() }: WorkerStart,
  source: FolderSource = DISK,
): WorkerApi {
  let loaded: Promise<Judging> | null = null;
  const judging = (): Promise<Judging> => (loaded ??= load());
  const catalogue = new CurrentCatalogue(cacheFolder);
  const folders = new Folders(cacheFolder, givenUp, source);

  /** What judges is loaded where something is to be judged. */
  async function load(): Promise<Judging> {
    return (await import('./judging/judging.ts')).judgingOf({ folders, catalogue, givenUp });
  }

  return {
    ...folderAnswers(folders, catalogue, judging),
    ...answersOnDemand(judging),
  };
}
