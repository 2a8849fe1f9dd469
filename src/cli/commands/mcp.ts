import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { text } from '../../l10n/index.ts';
import { ReadableFolders, serveHttp, serveStdio, type ToolContext } from '../../mcp/index.ts';
import { hasAccountOptions, type AccountOptions } from '../options/account-options.ts';
import { todayOf, type CommonOptions } from '../options/options.ts';
import { UsageError, type ExitCode } from '../options/usage.ts';
import { createTerminal, type Terminal } from '../print/terminal.ts';
import { wholeCatalogue } from '../../catalogue/index.ts';
import { openCatalogue } from '../read/catalogue.ts';
import { checkPaths } from '../read/check-paths.ts';
import { readAccounts } from '../read/read-accounts.ts';
import { VERSION } from '../version.ts';

export interface McpCommandOptions extends CommonOptions, AccountOptions {
  /** Loopback port, 0 for any free one; standard input and output if undefined. */
  http?: number;
}

const TOKEN_BYTES = 24;

/** `mcp [PATH…]`: answers assistants until they disconnect. */
export async function mcp(paths: readonly string[], options: McpCommandOptions): Promise<ExitCode> {
  checkPaths(paths);
  const terminal = createTerminal(options.lang);
  const context: ToolContext = {
    version: VERSION,
    language: options.lang,
    catalogue: async () => wholeCatalogue((await openCatalogue(options)).catalogue),
    today: () => todayOf(options),
    folders: new ReadableFolders(paths.map((each) => path.resolve(each))),
    readAccounts: hasAccountOptions(options) ? () => readAccounts(options, terminal) : null,
  };
  if (options.http === undefined) await serveStdio(context);
  else await listen(context, options.http, terminal);
  return 0;
}

async function listen(context: ToolContext, port: number, terminal: Terminal): Promise<void> {
  const givenToken = process.env['ERRATA_LENS_MCP_TOKEN'];
  const token = givenToken ?? randomBytes(TOKEN_BYTES).toString('base64url');
  const endpoint = await serveHttp(context, port, token).catch((error: unknown) => {
    throw isPortInUse(error) ? new UsageError(text('mcp.portTaken', { port })) : error;
  });
  terminal.warn(text('mcp.listening', { url: endpoint.url }));
  if (givenToken === undefined) terminal.warn(text('mcp.token', { token }));
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await endpoint.close();
}

function isPortInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
