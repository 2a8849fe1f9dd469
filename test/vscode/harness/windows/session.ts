import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { failureReason } from '../commands.ts';
import { temporaryFolder } from '../files.ts';
import { readPrepared } from '../prepared.ts';
import { projectFolder } from '../project.ts';
import type { ServerOptions, WindowState } from './server.ts';
import { closeAtEnd, isServed, shared } from './shared.ts';
import { THEMES, type Theme } from './themes.ts';
import { openWorkbench, USUAL_SIZE, type Workbench, type WorkbenchOptions } from './workbench.ts';

export interface SessionOptions extends WorkbenchOptions, WindowState, Pick<ServerOptions, 'env'> {
  /** A folder of test/workspaces to open a copy of, or the files (path → text) of a new folder. */
  workspace: string | Record<string, string>;
  /** A folder of the workspace to open instead of all of it. */
  open?: string;
}

export interface Session {
  workbench: Workbench;
  /** The open folder, a temporary one. */
  folder: string;
  /** Data folder of the server: settings, logs, the storage of VS Code and of the product. */
  dataFolder: string;
  extensionHostLog: () => Promise<string>;
  /** Changes machine settings, which open windows follow; they do not follow user settings. */
  changeSettings: (machineSettings: Record<string, unknown>) => Promise<void>;
  /** Returns when the window has these colours. A page in it changes later. */
  chooseTheme: (theme: Theme) => Promise<void>;
}

type Body = (session: Session) => Promise<void>;

/**
 * Runs the body of an e2e test in a window of its own, with the product installed and a folder open. Windows share a server. When the body
 * fails, a picture of the window and the extension host's log are kept in test-results/.
 */
export async function inWorkbench(t: TestContext, options: SessionOptions, body: Body): Promise<void> {
  await closeShared();
  await using session = await openSession(options);
  await witnessed(t, session, body);
}

/** Window that tests share, until another one is requested. */
let open: { key: string; user: SessionOptions; session: OpenSession } | undefined;

/**
 * A window for several tests of a suite, because opening one costs more than most tests. Each test starts with the original
 * files, and no editor, panel or notification; it reverts its other changes (settings, stored files) itself.
 * After a failure the next test gets a new window. Suites of one language have one window, if no other comes between, even
 * if some request no environment: it follows the files, the settings of the machine and the kept files of each.
 */
export function sharedWindow(
  options: SessionOptions & { workspace: Record<string, string> },
): (t: TestContext, body: Body) => Promise<void> {
  const { locale, trusted, settings, env } = options;
  return async (t, body) => {
    const key = JSON.stringify({ locale, trusted, settings });
    try {
      // Values of a suite's `before`, such as an address, are not known earlier.
      if (open?.key !== key || !isServed(env)) await closeShared();
      if (open !== undefined) await restore(open.session, options.workspace);
      open ??= { key, user: options, session: await openSession(options) };
      if (open.user !== options) await open.session.begin(options);
      open.user = options;
      await witnessed(t, open.session, body);
    } catch (error) {
      await closeShared();
      throw error;
    }
  };
}

/** Closes the shared window: before another one opens, and at the end. */
export async function closeShared(): Promise<void> {
  const closing = open;
  open = undefined;
  await closing?.session[Symbol.asyncDispose]();
}

interface OpenSession extends Session, AsyncDisposable {
  /** Resets size, side bar, settings, colours and stored files to those of a new window. */
  begin: (options: SessionOptions) => Promise<void>;
}

async function openSession(options: SessionOptions): Promise<OpenSession> {
  const { windows, server, dataFolder } = await shared(readPrepared(), options.env);
  closeAtEnd(closeShared);
  await using opened = new AsyncDisposableStack();
  const parent = opened.use(await temporaryFolder());
  const folder = await makeWorkspace(parent.path, options.workspace);
  await server.windowsClosed();
  await server.prepareWindow(options);
  const workbench = opened.use(await openWorkbench(windows, server.url, options));
  await workbench.openFolder(join(folder, options.open ?? ''));
  const { page } = workbench;
  let user = options;
  let begun = '';
  let changed: Record<string, unknown> = {};
  let colours: Record<string, string> = {};
  const writeSettings = (): Promise<void> =>
    server.changeSettings({
      ...user,
      machineSettings: { ...user.machineSettings, ...changed, ...colours },
    });
  const isDrawn = (theme: string): Promise<void> =>
    page.locator(`.monaco-workbench[class*="${theme}"]`).waitFor();
  const all = opened.move();
  return {
    workbench,
    folder,
    dataFolder,
    extensionHostLog: server.extensionHostLog,
    changeSettings(settings) {
      changed = settings;
      return writeSettings();
    },
    async chooseTheme(theme) {
      if (begun === '') begun = await drawnNow(page);
      const { setting, drawn } = THEMES[theme];
      colours = { 'workbench.colorTheme': setting };
      await writeSettings();
      await isDrawn(drawn);
    },
    async begin(other) {
      const { viewport = USUAL_SIZE, storage } = other;
      await page.setViewportSize(viewport);
      await workbench.openExplorer();
      [user, changed, colours] = [other, {}, {}];
      await server.keep(storage);
      await writeSettings();
      if (begun !== '') await isDrawn(begun);
    },
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

/** Name of the window's colours in its class, once a theme is applied. */
async function drawnNow(page: Page): Promise<string> {
  const classes = await page.locator('.monaco-workbench[class*="-json"]').getAttribute('class');
  return /\S+-json/.exec(classes ?? '')?.[0] ?? '';
}

async function restore({ workbench, folder }: Session, workspace: Record<string, string>): Promise<void> {
  const { page } = workbench;
  if ((await page.locator('.editor-group-container .tab').count()) > 0) await workbench.closeEditors();
  if (await page.locator('.part.panel').isVisible()) await workbench.closePanel();
  if ((await page.locator('.notification-toast').count()) > 0) await workbench.clearNotifications();
  const kept = new Set(Object.keys(workspace).map((file) => file.split('/')[0]));
  for (const name of await readdir(folder)) {
    if (!kept.has(name)) await rm(join(folder, name), { recursive: true, force: true });
  }
  for (const [name, text] of Object.entries(workspace)) {
    const file = join(folder, name);
    if ((await readFile(file, 'utf8').catch(() => null)) === text) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** Saves evidence of a failure: a picture and the log. */
async function witnessed(t: TestContext, session: Session, body: Body): Promise<void> {
  try {
    await body(session);
  } catch (error) {
    await keepEvidence(t.name, session).catch((failure: unknown) => {
      t.diagnostic(`no evidence was kept: ${failureReason(failure)}`);
    });
    throw error;
  }
}

/** Creates a folder with a name that suits a picture. */
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

async function keepEvidence(testName: string, { workbench, extensionHostLog }: Session): Promise<void> {
  const base = join(projectFolder, 'test-results', testName.replaceAll(/[^\p{L}\p{N}]+/gu, '-'));
  await workbench.screenshot(`${base}.png`);
  await writeFile(`${base}.log`, await extensionHostLog());
}
