import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveCliPathFromVSCodeExecutablePath, runTests, TestRunFailedError } from '@vscode/test-electron';
import { COMPANION_ENTRY } from '../companion/build-companion.ts';
import { runCommand } from '../commands.ts';
import type { InHostRun } from '../in-host.ts';

/** The desktop application. */
export interface ElectronVsCode {
  flavour: 'electron';
  executable: string;
}

/**
 * Installs the product as a user would and lets VS Code call the companion's `run`.
 *
 * @throws Error when VS Code ends without results
 */
export async function runInElectron(vscode: ElectronVsCode, run: InHostRun): Promise<void> {
  const folders = [`--extensions-dir=${run.extensionsFolder}`, `--user-data-dir=${run.dataFolder}`];
  await mkdir(join(run.dataFolder, 'User'), { recursive: true });
  // No server of the vendor is available in tests.
  const settings = JSON.stringify({ 'errataLens.watch.enabled': false });
  await writeFile(join(run.dataFolder, 'User/settings.json'), settings);
  const cli = resolveCliPathFromVSCodeExecutablePath(vscode.executable);
  await runCommand(cli, ['--install-extension', run.vsix, ...folders], { timeout: 60_000 });
  try {
    await runTests({
      vscodeExecutablePath: vscode.executable,
      extensionDevelopmentPath: run.companionFolder,
      extensionTestsPath: join(run.companionFolder, COMPANION_ENTRY),
      extensionTestsEnv: run.env,
      launchArgs: [run.workspaceFolder, ...folders],
    });
  } catch (error) {
    // Failed cases end VS Code with an exit code; the results contain the failures.
    if (!(error instanceof TestRunFailedError && existsSync(run.resultsFile))) throw error;
  }
}
