import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { failureReason } from './commands.ts';
import { temporaryFolder } from './files.ts';
import { readPrepared } from './prepared.ts';
import { projectFolder } from './project.ts';
import type { ServerOptions, WindowState, WorkbenchServer } from './server.ts';
import { shared } from './shared.ts';
import { openWorkbench, type Workbench, type WorkbenchOptions } from './workbench.ts';

export interface SessionOptions extends WorkbenchOptions, WindowState, Pick<ServerOptions, 'env'> {
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
 * Runs the body of an e2e test in a window of its own, with the product installed and a folder open. Windows share a server. When the body
 * fails, a picture of the window and the extension host's log are kept in test-results/.
 */
export async function inWorkbench(
  t: TestContext,
  options: SessionOptions,
  body: (session: Session) => Promise<void>,
): Promise<void> {
  const { vscode, extensionsFolder } = readPrepared();
  const { browser, server, dataFolder } = await shared(vscode, extensionsFolder, options.env ?? {});
  await using parent = await temporaryFolder();
  const folder = await makeWorkspace(parent.path, options.workspace);
  await server.windowsClosed();
  await server.prepareWindow(options);
  await using workbench = await openWorkbench(browser, server.url, options);
  try {
    await workbench.openFolder(folder);
    await body({ workbench, folder, dataFolder, extensionHostLog: server.extensionHostLog });
  } catch (error) {
    await keepEvidence(t.name, workbench, server).catch((failure: unknown) => {
      t.diagnostic(`no evidence was kept: ${failureReason(failure)}`);
    });
    throw error;
  }
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
