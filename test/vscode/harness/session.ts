import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { failureReason } from './commands.ts';
import { temporaryFolder } from './files.ts';
import type { BrowserVsCode } from './installVsCode.ts';
import { projectFolder } from './project.ts';
import { startServer, type ServerOptions, type WorkbenchServer } from './server.ts';
import { openWorkbench, type Workbench, type WorkbenchOptions } from './workbench.ts';

/** What test/vscode/run.ts prepares once for all e2e files, handed on through the environment. */
export interface Prepared {
  vscode: BrowserVsCode;
  /** Holds the installed product. */
  extensionsFolder: string;
}

const PREPARED = 'ERRATA_LENS_E2E';

/** The environment of a process that runs e2e files. */
export function preparedEnvironment(prepared: Prepared): Record<string, string> {
  return { [PREPARED]: JSON.stringify(prepared) };
}

export interface SessionOptions
  extends
    WorkbenchOptions,
    Pick<ServerOptions, 'settings' | 'machineSettings' | 'trusted' | 'env' | 'storage'> {
  /** A folder of test/workspaces to open a copy of, or the files (path → text) of a new folder. */
  workspace: string | Record<string, string>;
}

export interface Session {
  workbench: Workbench;
  /** The open folder, a temporary one. */
  folder: string;
  /** Where the server keeps everything: settings, logs, the storage of VS Code and of the product. */
  dataFolder: string;
  extensionHostLog: () => Promise<string>;
}

/**
 * Runs the body of an e2e test in a window of its own, with the product installed and a folder open. When the body
 * fails, a picture of the window and the extension host's log are kept in test-results/.
 */
export async function inWorkbench(
  t: TestContext,
  options: SessionOptions,
  body: (session: Session) => Promise<void>,
): Promise<void> {
  const { vscode, extensionsFolder } = readPrepared();
  await using data = await temporaryFolder();
  await using parent = await temporaryFolder();
  const folder = await makeWorkspace(parent.path, options.workspace);
  await using server = await startServer(vscode, { ...options, extensionsFolder, dataFolder: data.path });
  await using workbench = await openWorkbench(vscode.chromium, server.url, options);
  try {
    await workbench.openFolder(folder);
    await body({ workbench, folder, dataFolder: data.path, extensionHostLog: server.extensionHostLog });
  } catch (error) {
    await keepEvidence(t.name, workbench, server).catch((failure: unknown) => {
      t.diagnostic(`no evidence was kept: ${failureReason(failure)}`);
    });
    throw error;
  }
}

function readPrepared(): Prepared {
  const json = process.env[PREPARED];
  if (json === undefined) throw new Error('run e2e files through test/vscode/run.ts (see the README there)');
  return JSON.parse(json) as Prepared;
}

/** The folder has a name that may be seen in a picture. */
async function makeWorkspace(parent: string, workspace: SessionOptions['workspace']): Promise<string> {
  if (typeof workspace === 'string') {
    const copy = join(parent, workspace);
    await cp(join(projectFolder, 'test/workspaces', workspace), copy, { recursive: true });
    return copy;
  }
  const folder = join(parent, 'workspace');
  for (const [path, text] of Object.entries(workspace)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

async function keepEvidence(testName: string, workbench: Workbench, server: WorkbenchServer): Promise<void> {
  const base = join(projectFolder, 'test-results', testName.replaceAll(/[^\p{L}\p{N}]+/gu, '-'));
  await workbench.screenshot(`${base}.png`);
  await writeFile(`${base}.log`, await server.extensionHostLog());
}
