import type { TestContext } from 'node:test';
import { join } from 'node:path';
import { temporaryFolder } from '../harness/files.ts';
import { readPrepared } from '../harness/prepared.ts';
import { projectFolder } from '../harness/project.ts';
import { startServer } from '../harness/windows/server.ts';
import { closeShared } from '../harness/windows/session.ts';
import { closeServer, sharedWindows } from '../harness/windows/shared.ts';
import { openWorkbench, type Workbench } from '../harness/windows/workbench.ts';
import { browserExtensions, OPENED } from './extensions.ts';
import { serveFront } from './front.ts';

/**
 * Runs the body of a test in a window whose only extension host for the product is the browser's: nothing is installed on the
 * server, the package comes from an address, and the folder is on no disk.
 * @param files of the folder: path → text
 */
export async function inBrowserWorkbench(
  t: TestContext,
  files: Record<string, string>,
  body: (workbench: Workbench) => Promise<void>,
): Promise<void> {
  const prepared = readPrepared();
  await closeShared();
  await closeServer();
  await using stack = new AsyncDisposableStack();
  const [extensions, data] = [stack.use(await temporaryFolder()), stack.use(await temporaryFolder())];
  const server = stack.use(
    await startServer(prepared.vscode, {
      extensionsFolder: extensions.path,
      dataFolder: data.path,
      isBehind: true,
    }),
  );
  const front = stack.use(await serveFront(server.url, await browserExtensions(files)));
  const workbench = stack.use(await openWorkbench(await sharedWindows(prepared), front.url));
  await workbench.openFolder(OPENED);
  try {
    await body(workbench);
  } catch (error) {
    await workbench.screenshot(join(projectFolder, 'test-results', `${t.name.replaceAll(/\W+/g, '-')}.png`));
    throw error;
  }
}
