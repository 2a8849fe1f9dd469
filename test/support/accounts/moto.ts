import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { atExit } from '../clean-up.ts';

const PACKAGES = ['python3-moto', 'python3-flask', 'python3-flask-cors'];
/** Milliseconds until Python has to be ready. */
const START = 30_000;

const command = findMoto() ?? installMoto();

/**
 * For `test(name, { skip: needsMoto }, …)`: a machine without moto that cannot install it skips these tests with a reason.
 * With `CI=true` they run, and fail. If its packages only have an old moto, they are skipped in any case.
 */
export const needsMoto: string | false = reasonWithoutMoto();

let server: Promise<string> | undefined;

/**
 * The URL of a stand-in for the services of AWS. The first caller starts it; it serves the whole process and ends with it,
 * so each test file uses separate accounts or names.
 */
export function moto(): Promise<string> {
  server ??= start();
  return server;
}

async function start(): Promise<string> {
  if (command === null) throw new Error(`moto_server is missing: apt-get install ${PACKAGES.join(' ')}`);
  const port = await freePort();
  const child = spawn(command, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  child.unref();
  atExit(() => child.kill('SIGKILL'));
  const url = `http://127.0.0.1:${port}`;
  await answers(url, child);
  return url;
}

function findMoto(): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found = folders.map((folder) => path.join(folder, 'moto_server')).find(isExecutable);
  return found ?? null;
}

/** Reason why moto cannot be used, or false. 5.1 lacks parameters of cluster parameter groups and conditional writes. */
function reasonWithoutMoto(): string | false {
  if (command === null) return process.env.CI === 'true' ? false : 'needs moto_server';
  const version = versionOf(command);
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = version !== '' && (major < 5 || (major === 5 && minor < 2));
  return isOld && `needs moto_server 5.2 or newer, and this is ${version}`;
}

/** Version of moto, from the Python beside its server. Empty if that Python has no moto. */
function versionOf(server: string): string {
  const ask = "from importlib.metadata import version; print(version('moto'))";
  try {
    const python = path.join(path.dirname(server), 'python3');
    return execFileSync(python, ['-c', ask], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}

/** Installs moto, which takes half a minute for root on Debian. */
function installMoto(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get'))
    return null;
  try {
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...PACKAGES], { stdio: 'ignore' });
  } catch {
    return null;
  }
  return findMoto();
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(url: string, process: ChildProcess): Promise<void> {
  const deadline = Date.now() + START;
  for (;;) {
    if (process.exitCode !== null) throw new Error(`moto_server ended with ${process.exitCode}`);
    const isUp = await fetch(`${url}/moto-api/data.json`).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    if (Date.now() > deadline) throw new Error('moto_server does not answer');
    await wait(100);
  }
}
