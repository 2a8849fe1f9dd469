import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { atExit } from '../../../support/clean-up.ts';
import { waitForFile } from '../files.ts';

/**
 * Runs `work` while no other process runs work under the same lock file. The lock only saves the second run from doing
 * the same work: installations appear by one rename, so a lost lock does no harm.
 *
 * @throws if another running process holds the lock for longer than `patience` milliseconds
 */
export async function withLock<T>(lockFile: string, patience: number, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(lockFile), { recursive: true });
  const signal = AbortSignal.timeout(patience);
  while (!take(lockFile)) await waitForFile(lockFile, 'absent', signal);
  const release = (): void => rmSync(lockFile, { force: true });
  const releaseAtExit = atExit(release);
  try {
    return await work();
  } finally {
    releaseAtExit.cancel();
    release();
  }
}

function take(lockFile: string): boolean {
  if (isAbandoned(lockFile)) rmSync(lockFile, { force: true });
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  }
}

function isAbandoned(lockFile: string): boolean {
  try {
    process.kill(Number(readFileSync(lockFile, 'utf8')), 0);
    return false;
  } catch (error) {
    return isErrno(error, 'ESRCH');
  }
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
