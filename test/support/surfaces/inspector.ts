import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const PACKAGE = '@modelcontextprotocol/inspector';
const VERSION = '2.12.0';

/**
 * The MCP inspector, installed beside the tools of the tests in VS Code, because only one test needs its hundred megabytes.
 * @returns the file to run with Node, or null if it cannot be installed
 */
export async function installInspector(): Promise<string | null> {
  const folder = path.join(os.homedir(), '.cache/errata-lens-tests', `inspector-${VERSION}`);
  const main = path.join(folder, 'node_modules', PACKAGE, 'clients/launcher/build/index.js');
  if (existsSync(main)) return main;
  await mkdir(folder, { recursive: true });
  const args = [
    'install',
    '--prefix',
    folder,
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    `${PACKAGE}@${VERSION}`,
  ];
  const installed = promisify(execFile)('npm', args).then(
    () => true,
    () => false,
  );
  return (await installed) && existsSync(main) ? main : null;
}
