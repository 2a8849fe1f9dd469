import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeError } from './harness/cases.ts';
import { failureReason } from './harness/commands.ts';
import { runEndToEnd } from './harness/end-to-end.ts';
import { temporaryFolder } from './harness/files.ts';
import { prepareVsCode, type VsCode } from './harness/install/flavour.ts';
import { LOG_FILE, runInHostSuite, type InHostRun } from './harness/in-host.ts';
import { findVsix } from './harness/install/product.ts';
import { projectFolder } from './harness/project.ts';
import { tell, type TestResult } from './harness/results.ts';
import { installExtension } from './harness/windows/server.ts';

const LAST_LINES = 40;

const { values, positionals } = parseArgs({
  options: { only: { type: 'string', default: '' } },
  allowPositionals: true,
});
// Given files select the tests; without any, all run.
const inHost = positionals.filter((file) => file.endsWith('.suite.ts'));
const endToEnd = positionals.filter((file) => file.endsWith('.test.ts'));
const isWhole = positionals.length === 0;

/** Folders that all windows of a run share: the installed product, and the browser's profile. */
type RunFolders = Pick<InHostRun, 'extensionsFolder' | 'profileFolder'>;

await runParts(values.only);
tell({ event: 'end' });

async function runParts(only: string): Promise<void> {
  const prepared = await prepareVsCode();
  if (!prepared.available) {
    withoutVsCode(prepared.reason);
    return;
  }
  const { vscode } = prepared;
  let vsix: string;
  try {
    vsix = findVsix();
  } catch (error) {
    fail('the extension is packaged', failureReason(error));
    return;
  }
  await using extensions = await temporaryFolder();
  await using profile = await temporaryFolder();
  const folders = { extensionsFolder: extensions.path, profileFolder: profile.path };
  if (vscode.flavour === 'browser') {
    await using data = await temporaryFolder();
    await installExtension(vscode, vsix, { extensionsFolder: extensions.path, dataFolder: data.path });
  }
  if (isWhole || inHost.length > 0) {
    await attempt("the suite in VS Code's extension host", () => runInHost(vscode, vsix, folders, only));
  }
  if (!isWhole && endToEnd.length === 0) return;
  const name = "the tests in VS Code's window";
  if (vscode.flavour === 'browser')
    await attempt(name, () => runEndToEnd({ vscode, ...folders }, endToEnd, only));
  else skip(name, 'they need the browser flavour of VS Code');
}

async function runInHost(vscode: VsCode, vsix: string, folders: RunFolders, only: string): Promise<void> {
  const { cases } = await runInHostSuite(vscode, vsix, folders, inHost, only);
  for (const { name, file, ok, skipped, error, ms } of cases) {
    if (skipped !== null) skip(name, skipped);
    else if (ok) tell({ event: 'test', name, file, outcome: 'passed' });
    else fail(name, error ?? '', file);
    tell({ event: 'time', file, ms });
  }
  if (cases.some(({ ok }) => !ok)) console.log(`The end of ${LOG_FILE}:\n${await lastLines(LOG_FILE)}`);
}

/** Prints logs on a build server, where only the output remains. */
async function lastLines(file: string): Promise<string> {
  const lines = (await readFile(join(projectFolder, file), 'utf8').catch(failureReason)).split('\n');
  return lines.slice(-LAST_LINES).join('\n');
}

/** Counts an aborted part as one failure, and still runs the other part. */
async function attempt(name: string, part: () => Promise<void>): Promise<void> {
  try {
    await part();
  } catch (error) {
    fail(`${name} comes to its end`, describeError(error));
  }
}

/** Skips visibly on a machine that cannot install VS Code; fails on a build server. */
function withoutVsCode(reason: string): void {
  if (process.env['CI'] === 'true') fail('there is a VS Code', reason);
  else skip('everything in VS Code', reason);
}

function fail(name: string, error: string, file = ''): void {
  const text = `not ok: ${name}\n${error.replaceAll(/^/gm, '    ')}\n`;
  tell({ event: 'test', name, file, outcome: 'failed', text } satisfies TestResult);
}

function skip(name: string, reason: string): void {
  tell({ event: 'test', name, file: '', outcome: 'skipped', reason });
}
