/** Thread that answers one question of an assistant and then ends. */
import { loadLanguages } from '../../l10n/index.ts';
import { callTool, refusalMessage } from '../../mcp/index.ts';
import { serveThread } from '../../threads/index.ts';
import { answerContext } from './answer-context.ts';
import type { Answer, AskApi, Question } from './protocol.ts';

await loadLanguages();
serveThread<object, AskApi>({ ask });

async function ask({ tool, input, options }: Question): Promise<Answer> {
  try {
    return { json: await callTool(answerContext(options), tool, input) };
  } catch (error) {
    const refusal = refusalMessage(error, options.language);
    if (refusal === null) throw error;
    return { refusal };
  }
}
