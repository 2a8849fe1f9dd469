// Runs on any Node version with npm, before anything is installed: keep to old syntax.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Installs the packages of package-lock.json unless they are installed.
 * @returns {string} path of Node 24, which runs everything else
 */
export function setUp() {
  if (!isInstalled()) {
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      shell: process.platform === 'win32',
    });
  }
  return node24();
}

/** True if npm's own record of node_modules lists every package of package-lock.json in the same version. */
function isInstalled() {
  const wanted = packagesOf(path.join(ROOT, 'package-lock.json'));
  const found = packagesOf(path.join(ROOT, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(
    ([name, { version, optional }]) =>
      name === '' || optional || (found[name] && found[name].version === version),
  );
}

function packagesOf(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).packages : {};
}

/** Binary of the package `node`. It is missing if install scripts are disabled; then the current Node has to do. */
function node24() {
  const binary = path.join(
    ROOT,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (fs.existsSync(binary)) return binary;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  fail(`Errata Lens needs Node 24 (this is ${process.version}): run npm ci with install scripts allowed.`);
  return '';
}

/** Runs a command in the project's root, with the project's tools first in PATH. A failure ends this process. */
export function run(command, args, options = {}) {
  const env = environment(options.env);
  const result = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options, env });
  if (result.error) fail(`${command} could not be started: ${result.error.message}`);
  if (result.status !== 0 && !options.tolerate) process.exit(result.status || 1);
  return result;
}

/** Environment of this process, with the project's tools first in PATH, and the given variables. */
export function environment(more) {
  const bin = path.join(ROOT, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}`, ...more };
}

export function fail(message) {
  console.error(message);
  process.exit(1);
}
