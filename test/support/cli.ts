import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface CliRun {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the built command line as a user does. The environment is the test's own where it matters. */
export function runCli(
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<CliRun> {
  const child = spawn(process.execPath, [path.join(ROOT, 'dist/cli.js'), ...args], {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, LC_ALL: 'C', ERRATA_LENS_DOCS_ORIGIN: undefined, ...options.env },
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

/** A temporary folder that goes with the test. */
export async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'errata-lens-test-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The JSON that a command printed. Rejects with what it said instead when it did not end well. */
export async function cliJson<T>(args: readonly string[]): Promise<T> {
  const { code, stdout, stderr } = await runCli([...args, '--format', 'json']);
  if (code !== 0) throw new Error(`exit code ${code}: ${stderr}`);
  return JSON.parse(stdout) as T;
}
