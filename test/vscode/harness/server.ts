import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { atExit } from '../../support/clean-up.ts';
import { runCommand } from './commands.ts';
import type { BrowserVsCode } from './installVsCode.ts';

const START_TIMEOUT = 60_000;
const STOP_TIMEOUT = 10_000;

export interface ServerOptions {
  /** Holds what `installExtensions` put there; servers may share it. */
  extensionsFolder: string;
  /** Settings, logs and storage of this server alone. */
  dataFolder: string;
  /** The user's settings, on top of those that keep the window quiet. */
  settings?: Record<string, unknown>;
  /** Settings of the machine: where those of scope `machine` count. */
  machineSettings?: Record<string, unknown>;
  /** False: folders open in Restricted Mode. */
  trusted?: boolean;
  /** Environment of the server and, through it, of the extension host. */
  env?: Record<string, string>;
  /** Files (name → text) that an earlier session of the product left in its own storage. */
  storage?: Record<string, string>;
}

export interface WorkbenchServer extends AsyncDisposable {
  url: string;
  /** What the extension host and the product have logged so far. */
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
};

/** Installs packaged extensions as a user would, without starting a window. */
export async function installExtensions(
  vscode: BrowserVsCode,
  vsixFiles: string[],
  folders: Pick<ServerOptions, 'extensionsFolder' | 'dataFolder'>,
): Promise<void> {
  const install = vsixFiles.flatMap((file) => ['--install-extension', file]);
  await runCommand(vscode.node, [...serverArguments(vscode, folders), ...install], {
    timeout: START_TIMEOUT,
  });
}

/** Starts the workbench's server on a free port of this machine and returns when it listens. */
export async function startServer(vscode: BrowserVsCode, options: ServerOptions): Promise<WorkbenchServer> {
  await writeSettings(options);
  await writeStorage(options);
  const trust = options.trusted === false ? [] : ['--disable-workspace-trust'];
  const child = spawn(
    vscode.node,
    [
      ...serverArguments(vscode, options),
      '--host',
      '127.0.0.1',
      '--port',
      '0',
      '--without-connection-token',
      ...trust,
    ],
    { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...outerEnvironment(), ...options.env } },
  );
  const killAtExit = atExit(() => killGroup(child, 'SIGKILL'));
  const stop = async (): Promise<void> => {
    await stopServer(child);
    killAtExit.cancel();
  };
  try {
    const port = await listeningPort(child);
    return {
      url: `http://127.0.0.1:${port}`,
      extensionHostLog: () => readExtensionHostLog(options.dataFolder),
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function serverArguments(
  vscode: BrowserVsCode,
  folders: Pick<ServerOptions, 'extensionsFolder' | 'dataFolder'>,
): string[] {
  return [
    join(vscode.serverFolder, 'out/server-main.js'),
    '--accept-server-license-terms',
    '--telemetry-level=off',
    `--server-data-dir=${folders.dataFolder}`,
    `--extensions-dir=${folders.extensionsFolder}`,
  ];
}

/** The environment without what an outer VS Code, or node:test, tells its own children. */
function outerEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(VSCODE_|ELECTRON_|NODE_TEST_CONTEXT$|NODE_OPTIONS$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

async function writeStorage({ dataFolder, storage = {} }: ServerOptions): Promise<void> {
  const folder = join(dataFolder, 'data/User/globalStorage/errata-lens.errata-lens');
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(storage)) await writeFile(join(folder, name), text);
}

async function writeSettings({ dataFolder, settings, machineSettings }: ServerOptions): Promise<void> {
  // The tests have no vendor to ask: a test that wants requests names the server to ask.
  const machine = { 'errataLens.watch.enabled': false, ...machineSettings };
  for (const [scope, values] of [
    ['User', { ...QUIET_SETTINGS, ...settings }],
    ['Machine', machine],
  ] as const) {
    const folder = join(dataFolder, 'data', scope);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'settings.json'), JSON.stringify(values, null, 2));
  }
}

/** @throws Error with the server's own words when it ends, or does not listen in time */
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

/** Stops the server, its extension hosts and whatever those started. */
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

async function readExtensionHostLog(dataFolder: string): Promise<string> {
  const logs = join(dataFolder, 'data/logs');
  const files = await readdir(logs, { recursive: true });
  const texts = files
    .filter((name) => name.endsWith('.log') && /remoteexthost|errata-lens/.test(name))
    .map((name) => readFile(join(logs, name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}
