import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { atExit } from '../../../support/clean-up.ts';
import { keepPort, portForWindows } from './address.ts';
import { runCommand } from '../commands.ts';
import type { BrowserVsCode } from '../install/install-vscode.ts';
import { keybindings } from './keys.ts';
import { chooseOwnExtensions } from '../install/own-extensions.ts';

/** Folder of the product's own files, below the server's folder of data. */
export const PRODUCT_STORAGE = 'data/User/globalStorage/errata-lens.errata-lens';
const START_TIMEOUT = 60_000;
const STOP_TIMEOUT = 10_000;

export interface ServerFolders {
  /** Folder that `installExtensions` has filled; servers may share it. */
  extensionsFolder: string;
  /** Settings, logs and storage of this server alone. */
  dataFolder: string;
}

export interface ServerOptions extends ServerFolders {
  /** Environment of the server and, through it, of the extension hosts. */
  env?: Record<string, string>;
  /** Folder of an extension that is loaded as built-in, without packaging and installation. */
  companionFolder?: string;
  /** True if windows open another server, in front of this one. */
  isBehind?: boolean;
}

/** State of a window at its start: settings and stored files. */
export interface WindowState {
  /** User settings, added to those that keep the window quiet. */
  settings?: Record<string, unknown>;
  /** Machine settings, for settings of scope `machine`. */
  machineSettings?: Record<string, unknown>;
  /** False: folders open in Restricted Mode. */
  trusted?: boolean;
  /** Files (name → text) that an earlier session of the product left in its own storage. */
  storage?: Record<string, string>;
}

export interface WorkbenchServer extends AsyncDisposable {
  url: string;
  /** Prepares the state of the next window, without state of earlier ones. No window may be open. */
  prepareWindow: (state: WindowState) => Promise<void>;
  /** Changes the prepared state of an open window, which follows its files. */
  changeSettings: (state: WindowState) => Promise<void>;
  /** Adds files of an earlier session: an open window follows the files that another window stores. */
  keep: (storage: WindowState['storage']) => Promise<void>;
  /** Returns once the extension hosts of all closed windows have ended. */
  windowsClosed: () => Promise<void>;
  /** Logs of the extension host and of the product for the last window. */
  extensionHostLog: () => Promise<string>;
}

/** No greeting, no AI, no side bar on the right, no connection to the outside. */
const QUIET_SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  // The browser flavour saves by itself; the desktop application does not.
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  // Animations cost CPU time, and so does the search of all processes for open ports.
  'workbench.reduceMotion': 'on',
  'editor.cursorBlinking': 'solid',
  'remote.autoForwardPorts': false,
};

/** Installs a packaged extension as a user would, without starting a window. */
export async function installExtension(
  vscode: BrowserVsCode,
  vsix: string,
  folders: ServerFolders,
): Promise<void> {
  const install = ['--install-extension', vsix];
  await runCommand(vscode.node, [...serverArguments(vscode, folders), ...install], {
    timeout: START_TIMEOUT,
  });
}

/** Starts the workbench's server and returns when it listens. A server for windows replaces the previous one. */
export async function startServer(vscode: BrowserVsCode, options: ServerOptions): Promise<WorkbenchServer> {
  await prepareWindow(options.dataFolder, {});
  const ownExtensions = await chooseOwnExtensions(vscode, options.dataFolder, options.companionFolder);
  const wanted = options.isBehind === true ? 0 : await portForWindows();
  const child = spawn(
    vscode.node,
    [
      ...serverArguments(vscode, options),
      `--builtin-extensions-dir=${ownExtensions}`,
      // Uses the environment of this process; a login shell would add the user's own variables.
      '--force-disable-user-env',
      '--host',
      '127.0.0.1',
      `--port=${wanted}`,
      '--without-connection-token',
      // The extension host of a closed window must not wait for a reconnection.
      '--reconnection-grace-time=1',
    ],
    { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...outerEnvironment(), ...options.env } },
  );
  const killAtExit = atExit(() => killGroup(child, 'SIGKILL'));
  const stop = async (): Promise<void> => {
    await stopServer(child);
    killAtExit.cancel();
  };
  const hosts = extensionHostsOf(child);
  try {
    const port = await listeningPort(child);
    if (options.isBehind !== true) keepPort(Number(port));
    return {
      url: `http://127.0.0.1:${port}`,
      prepareWindow: (state) => prepareWindow(options.dataFolder, state),
      changeSettings: (state) => writeSettings(options.dataFolder, state),
      keep: (storage) => writeStorage(options.dataFolder, storage),
      windowsClosed: hosts.allEnded,
      extensionHostLog: () => readExtensionHostLog(options.dataFolder),
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function serverArguments(vscode: BrowserVsCode, folders: ServerFolders): string[] {
  return [
    join(vscode.serverFolder, 'out/server-main.js'),
    '--accept-server-license-terms',
    '--telemetry-level=off',
    `--server-data-dir=${folders.dataFolder}`,
    `--extensions-dir=${folders.extensionsFolder}`,
  ];
}

/** Environment without the variables of an outer VS Code or of node:test for their own children. */
function outerEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(VSCODE_|ELECTRON_|NODE_TEST_CONTEXT$|NODE_OPTIONS$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

async function prepareWindow(dataFolder: string, state: WindowState): Promise<void> {
  for (const scope of ['User', 'Machine'])
    await rm(join(dataFolder, 'data', scope), { recursive: true, force: true, maxRetries: 5 });
  await writeSettings(dataFolder, state);
  await writeJson(join(dataFolder, 'data/User/keybindings.json'), keybindings);
  await writeStorage(dataFolder, state.storage);
}

async function writeStorage(dataFolder: string, storage: WindowState['storage'] = {}): Promise<void> {
  const kept = join(dataFolder, PRODUCT_STORAGE);
  await mkdir(kept, { recursive: true });
  for (const [name, text] of Object.entries(storage)) await writeFile(join(kept, name), text);
}

async function writeSettings(dataFolder: string, state: WindowState): Promise<void> {
  const { settings, machineSettings, trusted = true } = state;
  const trust = { 'security.workspace.trust.enabled': !trusted };
  await writeJson(join(dataFolder, 'data/User/settings.json'), { ...QUIET_SETTINGS, ...trust, ...settings });
  // No server of the vendor is available; tests of requests name a server.
  const machine = { 'errataLens.watch.enabled': false, ...machineSettings };
  await writeJson(join(dataFolder, 'data/Machine/settings.json'), machine);
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(value, null, 2));
}

/** Tracks the extension hosts of a server by its output. */
function extensionHostsOf(server: ChildProcess): { allEnded: () => Promise<void> } {
  const running = new Set<string>();
  const changes = new EventEmitter();
  if (server.stdout === null) throw new Error('the server has no output');
  createInterface({ input: server.stdout }).on('line', (line) => {
    const [, host = '', what] =
      /<(\d+)> (Launched Extension Host|Extension Host Process exited)/.exec(line) ?? [];
    if (what === undefined) return;
    if (what.startsWith('Launched')) running.add(host);
    else running.delete(host);
    changes.emit('change');
  });
  return {
    async allEnded() {
      const signal = AbortSignal.timeout(START_TIMEOUT);
      while (running.size > 0) await once(changes, 'change', { signal });
    },
  };
}

/** @throws Error with the server's own output if it ends, or does not listen in time */
async function listeningPort(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const fail = (what: string): void =>
    reject(new Error(`VS Code's server ${what}:\n${said.slice(-20).join('\n')}`));
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) throw new Error('the server has no output streams');
    createInterface({ input: stream }).on('line', (line) => {
      said.push(line);
      const port = /^Extension host agent listening on (\d+)/.exec(line)?.[1];
      if (port !== undefined) resolve(port);
    });
  }
  child.once('error', reject);
  child.once('exit', (code) => fail(`ended with ${code ?? 'a signal'}`));
  const timer = setTimeout(() => fail(`did not listen within ${START_TIMEOUT} ms`), START_TIMEOUT);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
  }
}

/** Stops the server, its extension hosts and their child processes. */
async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    killGroup(child, 'SIGTERM');
    await Promise.race([once(child, 'exit'), once(AbortSignal.timeout(STOP_TIMEOUT), 'abort')]);
  }
  killGroup(child, 'SIGKILL');
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** A server numbers the logs of its extension hosts: exthost1, exthost2, and so on. */
async function readExtensionHostLog(dataFolder: string): Promise<string> {
  const logs = join(dataFolder, 'data/logs');
  const files = await readdir(logs, { recursive: true });
  const numberOf = (name: string): number => Number(/exthost(\d+)/.exec(name)?.[1] ?? 0);
  const last = Math.max(0, ...files.map(numberOf));
  const texts = files
    .filter(
      (name) => numberOf(name) === last && name.endsWith('.log') && /remoteexthost|errata-lens/.test(name),
    )
    .map((name) => readFile(join(logs, name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}
