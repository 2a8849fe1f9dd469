// Keeps builds and tests of one checkout apart: a build removes files that a running suite uses.
import fs from 'node:fs';
import path from 'node:path';
import { fail, ROOT } from './setup.mjs';

const RUNNING = path.join(ROOT, 'node_modules/.cache/running');
const EXCLUDED = { build: 'suite', suite: 'build' };

/** Registers this process as a `build` or a `suite` until it ends, or ends it with a message if the other kind runs. */
export function registerOrFail(kind) {
  const other = register(kind);
  if (other !== null) fail(refusal(kind, other));
}

/**
 * Registers this process as a `build` or a `suite` until it ends, unless the other kind runs.
 * @returns {{ pid: number, file: string } | null} the other process and its file; null if this one is registered
 */
export function register(kind, folder = RUNNING) {
  fs.mkdirSync(folder, { recursive: true });
  const own = path.join(folder, `${kind}-${process.pid}`);
  // Written before the search: of two processes that start together, at least one finds the other.
  fs.writeFileSync(own, '');
  const unregister = () => fs.rmSync(own, { force: true });
  const other = findRunning(EXCLUDED[kind], folder);
  if (other === null) process.once('exit', unregister);
  else unregister();
  return other;
}

/** First running process of a kind. Removes files of processes that were killed. */
function findRunning(kind, folder) {
  for (const name of fs.readdirSync(folder)) {
    if (!name.startsWith(`${kind}-`)) continue;
    const file = path.join(folder, name);
    const pid = Number(name.slice(kind.length + 1));
    if (isRunning(pid)) return { pid, file };
    fs.rmSync(file, { force: true });
  }
  return null;
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user.
    return error.code === 'EPERM';
  }
}

function refusal(kind, { pid, file }) {
  const reason =
    kind === 'build'
      ? `Tests are running in this checkout (process ${pid}), and a build would remove files that they use.`
      : `A build is running in this checkout (process ${pid}), and tests would use its incomplete files.`;
  return `${reason} Try again when it has ended. If process ${pid} is neither, delete ${path.relative(ROOT, file)}.`;
}
