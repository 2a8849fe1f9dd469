import { after } from 'node:test';
import type { BrowserContext } from 'playwright-core';
import { startWindows } from './browser.ts';
import { temporaryFolder } from '../files.ts';
import type { BrowserVsCode } from '../install/install-vscode.ts';
import type { Prepared } from '../prepared.ts';
import { startServer, type WorkbenchServer } from './server.ts';

/** Resources that all windows of a run share. Each test starts with the state that it requests. */
export interface Shared {
  windows: BrowserContext;
  server: WorkbenchServer;
  /** Data folder of the server. */
  dataFolder: string;
}

const running = new AsyncDisposableStack();
after(async () => {
  await running.disposeAsync();
  await closeServer();
  await (await windows)?.close();
});

/** Closes users of the shared resources before those. */
export function closeAtEnd(close: () => Promise<void>): void {
  running.defer(close);
}

let windows: Promise<BrowserContext> | undefined;
let serving: { key: string; resources: AsyncDisposableStack; started: Omit<Shared, 'windows'> } | undefined;

/** True if the running server has this environment, or none is requested. */
export function isServed(env: Record<string, string> | undefined): boolean {
  return env === undefined || serving?.key === JSON.stringify(env);
}

/** Browser and server of this run. Another environment needs another server, because extension hosts inherit it. */
export async function shared(
  { vscode, extensionsFolder, profileFolder }: Prepared,
  env: Record<string, string> | undefined,
): Promise<Shared> {
  if (!isServed(env)) await closeServer();
  serving ??= { key: JSON.stringify(env ?? {}), ...(await start(vscode, extensionsFolder, env)) };
  return { windows: await sharedWindows({ vscode, profileFolder }), ...serving.started };
}

/** The browser of this run. */
export function sharedWindows({
  vscode,
  profileFolder,
}: Pick<Prepared, 'vscode' | 'profileFolder'>): Promise<BrowserContext> {
  windows ??= startWindows(vscode.chromium, profileFolder);
  return windows;
}

/** No window may be open. */
export async function closeServer(): Promise<void> {
  const closing = serving;
  serving = undefined;
  await closing?.resources.disposeAsync();
}

async function start(
  vscode: BrowserVsCode,
  extensionsFolder: string,
  env: Record<string, string> = {},
): Promise<{ resources: AsyncDisposableStack; started: Omit<Shared, 'windows'> }> {
  await using resources = new AsyncDisposableStack();
  const data = resources.use(await temporaryFolder());
  const server = resources.use(await startServer(vscode, { env, extensionsFolder, dataFolder: data.path }));
  return { resources: resources.move(), started: { server, dataFolder: data.path } };
}
