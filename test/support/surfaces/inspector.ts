import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const PACKAGE = '@modelcontextprotocol/inspector';
const VERSION = '2.12.0';

/**
 * The protocol's own inspector, beside what the tests in VS Code install; a hundred megabytes that only one test needs.
 * @returns the file to run with Node, or null where it is not there and cannot be had
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
