import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { startWindows } from './windows/browser.ts';
import { buildCompanion, inSourceLines } from './companion/build-companion.ts';
import type { SuiteResults } from './cases.ts';
import { runInElectron } from './install/electron.ts';
import { temporaryFolder, waitForFile } from './files.ts';
import type { VsCode } from './install/flavour.ts';
import type { BrowserVsCode } from './install/install-vscode.ts';
import { projectFolder } from './project.ts';
import { PRODUCT_STORAGE, startServer } from './windows/server.ts';
import { openWorkbench } from './windows/workbench.ts';

/** The last run's log, in the project: the first place to look when a case fails. */
export const LOG_FILE = 'test-results/in-host.log';
/** Folder of the product's own files in each flavour, below its folder of data. */
const STORAGE = {
  browser: PRODUCT_STORAGE,
  electron: 'User/globalStorage/errata-lens.errata-lens',
};
const SUITE_TIMEOUT = 8 * 60_000;

/** Input of both flavours for the in-host suite. All folders are temporary. */
export interface InHostRun {
  /** The packaged product. */
  vsix: string;
  companionFolder: string;
  /** Folder that the window opens. */
  workspaceFolder: string;
  /** Folder in which the product is or will be installed. */
  extensionsFolder: string;
  dataFolder: string;
  /** Profile of the browser. */
  profileFolder: string;
  /** Variables for the companion: its results file, the workspaces, the cases to run. */
  env: Record<string, string>;
  resultsFile: string;
}

/**
 * Runs the cases of test/vscode/suite inside the extension host of a real VS Code, beside the packaged product.
 *
 * @param files the files of the suite; none means all
 * @param only a regular expression: run only the cases whose name it matches
 * @throws Error if the suite does not complete
 */
export async function runInHostSuite(
  vscode: VsCode,
  vsix: string,
  { extensionsFolder, profileFolder }: Pick<InHostRun, 'extensionsFolder' | 'profileFolder'>,
  files: readonly string[],
  only: string,
): Promise<SuiteResults> {
  await using companion = await temporaryFolder();
  await using workspace = await temporaryFolder();
  await using data = await temporaryFolder();
  await using results = await temporaryFolder();
  await buildCompanion(companion.path, files);
  const resultsFile = join(results.path, 'results.json');
  const run: InHostRun = {
    vsix,
    companionFolder: companion.path,
    workspaceFolder: workspace.path,
    extensionsFolder,
    profileFolder,
    dataFolder: data.path,
    resultsFile,
    env: {
      ERRATA_LENS_SUITE_RESULTS: resultsFile,
      ERRATA_LENS_SUITE_WORKSPACES: join(projectFolder, 'test/workspaces'),
      ERRATA_LENS_SUITE_STORAGE: join(data.path, STORAGE[vscode.flavour]),
      ERRATA_LENS_SUITE_ONLY: only,
    },
  };
  await (vscode.flavour === 'electron' ? runInElectron(vscode, run) : runInBrowser(vscode, run));
  // Written by our own companion, in the same run.
  const found = JSON.parse(await readFile(resultsFile, 'utf8')) as SuiteResults;
  const cases = found.cases.map((one) => ({
    ...one,
    error: one.error && inSourceLines(one.error, companion.path),
  }));
  return { cases };
}

async function runInBrowser(vscode: BrowserVsCode, run: InHostRun): Promise<void> {
  await using server = await startServer(vscode, run);
  await using windows = await startWindows(vscode.chromium, run.profileFolder);
  await using workbench = await openWorkbench(windows, server.url);
  await workbench.openFolder(run.workspaceFolder);
  try {
    await waitForFile(run.resultsFile, 'present', AbortSignal.timeout(SUITE_TIMEOUT));
  } catch (error) {
    throw new Error(`the in-host suite wrote no results, see ${LOG_FILE}`, { cause: error });
  } finally {
    await mkdir(dirname(join(projectFolder, LOG_FILE)), { recursive: true });
    await writeFile(join(projectFolder, LOG_FILE), await server.extensionHostLog());
  }
}
