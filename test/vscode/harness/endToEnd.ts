import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Counts } from './cases.ts';
import { atExit } from './cleanUp.ts';
import { temporaryFolder } from './files.ts';
import type { BrowserVsCode } from './installVsCode.ts';
import { projectFolder } from './project.ts';
import { installExtensions } from './server.ts';
import { preparedEnvironment } from './session.ts';

const FILE_TIMEOUT = 5 * 60_000;

/**
 * Runs the files of test/vscode/e2e, one after another, each in a process of its own, and prints what fails.
 *
 * @param only a regular expression: run only the tests whose name it matches
 */
export async function runEndToEnd(vscode: BrowserVsCode, vsix: string, only: string): Promise<Counts> {
  await using extensions = await temporaryFolder();
  await using data = await temporaryFolder();
  await installExtensions(vscode, [vsix], { extensionsFolder: extensions.path, dataFolder: data.path });

  const countsFile = join(data.path, 'counts.json');
  const child = spawn(
    process.execPath,
    [
      '--test',
      '--test-reporter=./scripts/lib/reporter.mjs',
      '--test-concurrency=1',
      `--test-timeout=${FILE_TIMEOUT}`,
      ...(only === '' ? [] : [`--test-name-pattern=${only}`]),
      'test/vscode/e2e/**/*.test.ts',
    ],
    {
      cwd: projectFolder,
      stdio: 'inherit',
      env: {
        ...process.env,
        ...preparedEnvironment({ vscode, extensionsFolder: extensions.path }),
        ERRATA_LENS_TEST_COUNTS: countsFile,
      },
    },
  );
  const stopAtExit = atExit(() => child.kill());
  await once(child, 'exit');
  stopAtExit.cancel();
  // Written by the project's own reporter, in the same run.
  return JSON.parse(await readFile(countsFile, 'utf8')) as Counts;
}
