/** Thread that answers one question of an assistant and then ends. */
import { loadCatalogue, wholeCatalogue } from '../../catalogue/index.ts';
import { loadLanguages } from '../../l10n/index.ts';
import { today } from '../../model/index.ts';
import { callTool, ReadableFolders, refusalMessage } from '../../mcp/index.ts';
import { serveThread } from '../../threads/index.ts';
import type { Answer, AskApi, Question } from './protocol.ts';

await loadLanguages();
serveThread<object, AskApi>({ ask });

async function ask({ tool, input, folders, cacheFolder, language }: Question): Promise<Answer> {
  const context = {
    version: '',
    language,
    catalogue: async () => wholeCatalogue(await loadCatalogue(cacheFolder)),
    today,
    folders: new ReadableFolders(folders),
    readAccounts: null,
  };
  try {
    return { json: await callTool(context, tool, input) };
  } catch (error) {
    const refusal = refusalMessage(error, language);
    if (refusal === null) throw error;
    return { refusal };
  }
}
