import { once } from 'node:events';
import { existsSync, rmSync, watch } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { atExit } from '../../support/clean-up.ts';

export interface TemporaryFolder extends AsyncDisposable {
  path: string;
}

/** A temporary folder, removed by `await using`. Its path is short, because VS Code puts sockets below it. */
export async function temporaryFolder(): Promise<TemporaryFolder> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'errata-')));
  const removeAtExit = atExit(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    async [Symbol.asyncDispose]() {
      removeAtExit.cancel();
      // A stopping extension host may still write a last line.
      await rm(path, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * Waits until the file exists, or until it is gone.
 *
 * @throws when `signal` aborts first, with the signal's reason
 */
export async function waitForFile(
  path: string,
  wanted: 'present' | 'absent',
  signal: AbortSignal,
): Promise<void> {
  const watcher = watch(dirname(path));
  try {
    while (existsSync(path) !== (wanted === 'present')) await once(watcher, 'change', { signal });
  } finally {
    watcher.close();
  }
}
