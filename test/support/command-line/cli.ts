import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';

export const ROOT = path.resolve(import.meta.dirname, '../../..');

export interface CliRun {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface CliOptions {
  /** Working directory; the root of this project if absent. */
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

/** Environment of the test, without variables that would change an answer. */
export function environmentOf({ env }: CliOptions): NodeJS.ProcessEnv {
  const all = { ...process.env, LC_ALL: 'C', ERRATA_LENS_DOCS_ORIGIN: undefined, ...env };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Runs the built command line as a user does, in a process of its own: it takes a third of a second. See `askCli`. */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const child = spawn(process.execPath, [path.join(ROOT, 'dist/cli.js'), ...args], {
    cwd: options.cwd ?? ROOT,
    env: environmentOf(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<CliRun>();
  const run = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (part: string) => (run.stdout += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (run.stderr += part));
  child.on('error', reject);
  child.on('close', (code) => resolve({ code, ...run }));
  return promise;
}

/** A temporary folder, removed after the test. */
export async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'errata-lens-test-'));
  // A command that has answered may still be writing its cache.
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
