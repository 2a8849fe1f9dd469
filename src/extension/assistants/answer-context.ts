import { loadCatalogue, wholeCatalogue } from '../../catalogue/index.ts';
import { ReadableFolders, type ToolContext } from '../../mcp/index.ts';
import { today } from '../../model/index.ts';
import type { AnswerOptions } from './protocol.ts';

/** Services for the tools of assistants: the catalogue and the folders of a window, and no accounts. */
export function answerContext({ version, language, cacheFolder, folders }: AnswerOptions): ToolContext {
  return {
    version,
    language,
    catalogue: async () => wholeCatalogue(await loadCatalogue(cacheFolder)),
    today,
    folders: new ReadableFolders(folders),
    readAccounts: null,
  };
}
