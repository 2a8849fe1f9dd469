/** MCP server of a window, in a process of its own. Answers on standard input and output until the client ends. */
import { languageOf, loadLanguages } from '../../l10n/index.ts';
import { serveStdio } from '../../mcp/index.ts';
import { answerContext } from './answer-context.ts';

// Passed by `serverOf` in index.ts.
const [version = '', locale = '', cacheFolder = '', ...folders] = process.argv.slice(2);
await loadLanguages();
await serveStdio(answerContext({ version, language: languageOf(locale), cacheFolder, folders }));
