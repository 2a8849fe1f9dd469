import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failureReason, hasProgram, runCommand } from '../commands.ts';
import { installDebianPackages } from './debian-packages.ts';
import { findChromium } from './install-chromium.ts';
import { withLock } from './lock.ts';
import { cacheFolder, projectFolder } from '../project.ts';

// code-server is VS Code's own server build, published to npm; 4.139.1 holds VS Code 1.139.1.
const CODE_SERVER_VERSION = '4.139.1';
const SERVER_IN_PACKAGE = ['node_modules', 'code-server', 'lib', 'vscode'];
const NATIVE_MODULES = ['@vscode/spdlog', '@vscode/native-watchdog'];
/** Programs that compile the native modules: program → its Debian package. */
const COMPILER: Record<string, string> = { make: 'make', 'g++': 'g++', python3: 'python3' };
// A machine without a registry must fail within seconds.
const NPM_OPTIONS = ['--no-audit', '--no-fund', '--fetch-retries=1', '--fetch-retry-mintimeout=2000'];
const MINUTE_MS = 60_000;

/** VS Code's workbench and Node extension host, served to a Chromium. */
export interface BrowserVsCode {
  flavour: 'browser';
  /** The folder of VS Code's server, with out/server-main.js. */
  serverFolder: string;
  node: string;
  chromium: string;
}

/**
 * Prepares the browser flavour of VS Code, and installs missing parts into the cache folder.
 *
 * @throws Error that names the missing requirements
 */
export async function installBrowserVsCode(): Promise<BrowserVsCode> {
  const node = findProjectNode();
  const chromium = await findChromium();
  // The native modules are compiled for one version of Node.
  const folder = join(cacheFolder(), `vscode-${CODE_SERVER_VERSION}-node-${node.version}`);
  if (!existsSync(folder)) {
    await withLock(`${folder}.lock`, 10 * MINUTE_MS, async () => {
      if (!existsSync(folder)) await install(folder, node);
    });
  }
  return {
    flavour: 'browser',
    serverFolder: join(folder, ...SERVER_IN_PACKAGE),
    node: node.program,
    chromium,
  };
}

interface ProjectNode {
  version: string;
  program: string;
  /** Folder of include/node, as node-gyp requires it. */
  headers: string;
}

/** The Node that the project's `node` dependency brings, with its headers: one version for every machine. */
function findProjectNode(): ProjectNode {
  const system = `node-${process.platform}-${process.arch}`;
  const headers = join(projectFolder, 'node_modules/node/node_modules', system);
  const program = join(headers, 'bin/node');
  if (!existsSync(program) || !existsSync(join(headers, 'include/node/node.h'))) {
    throw new Error(`the project's own Node (${system}) is not installed with its headers; run npm ci`);
  }
  const manifest = JSON.parse(readFileSync(join(headers, 'package.json'), 'utf8')) as { version: string };
  return { version: manifest.version, program, headers };
}

async function install(folder: string, node: ProjectNode): Promise<void> {
  await ensureCompiler();
  await mkdir(dirname(folder), { recursive: true });
  await removeUnfinishedInstalls(folder);
  const unfinished = await mkdtemp(`${folder}.part-`);
  try {
    await installInto(unfinished, node);
    await rename(unfinished, folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function ensureCompiler(): Promise<void> {
  const missing: string[] = [];
  for (const [program, debianPackage] of Object.entries(COMPILER)) {
    if (!(await hasProgram(program))) missing.push(debianPackage);
  }
  if (missing.length > 0) await installDebianPackages(missing);
}

/** Remains of a run that was killed. */
async function removeUnfinishedInstalls(folder: string): Promise<void> {
  const parent = dirname(folder);
  for (const name of await readdir(parent)) {
    const path = join(parent, name);
    if (!path.startsWith(`${folder}.part-`)) continue;
    try {
      await rm(path, { recursive: true, force: true });
    } catch (error) {
      // npm of the killed run may still be writing there; the next run removes it.
      console.warn(`${path} is left over: ${failureReason(error)}`);
    }
  }
}

async function installInto(folder: string, node: ProjectNode): Promise<void> {
  const env = {
    PATH: `${dirname(node.program)}:${process.env['PATH'] ?? ''}`,
    npm_config_nodedir: node.headers,
  };
  const npm = (cwd: string, ...args: string[]): Promise<string> =>
    runCommand('npm', [...args, '--prefix', cwd, ...NPM_OPTIONS], {
      cwd,
      env,
      timeout: 10 * MINUTE_MS,
    });

  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await npm(folder, 'install', '--ignore-scripts', `code-server@${CODE_SERVER_VERSION}`);
  const server = join(folder, ...SERVER_IN_PACKAGE);
  await npm(server, 'install', '--omit=dev', '--ignore-scripts');
  await npm(join(server, 'extensions'), 'install', '--omit=dev', '--ignore-scripts');
  await npm(server, 'rebuild', '--ignore-scripts=false', ...NATIVE_MODULES);
  // npm prints "rebuilt" even if scripts are disabled, so only loading the modules proves it.
  const load = NATIVE_MODULES.map((name) => `require(${JSON.stringify(name)})`).join(';');
  await runCommand(node.program, ['-e', load], { cwd: server, timeout: MINUTE_MS });
}
