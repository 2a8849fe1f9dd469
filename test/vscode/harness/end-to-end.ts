import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { atExit } from '../../support/clean-up.ts';
import { addressEnvironment } from './windows/address.ts';
import { projectFolder } from './project.ts';
import { tell, type Message } from './results.ts';
import { preparedEnvironment, type Prepared } from './prepared.ts';

const TEST_TIMEOUT = 5 * 60_000;
/** Milliseconds of silence, longer than any test, after which something left open must be keeping the process alive. */
const LONGEST_SILENCE = TEST_TIMEOUT + 60_000;

/**
 * Runs files of test/vscode/e2e, one after another, in one process, and forwards the result of each test.
 *
 * @param files none means all
 * @param only a regular expression: run only the tests whose name it matches
 */
export async function runEndToEnd(prepared: Prepared, files: readonly string[], only: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      '--test',
      '--test-reporter=./scripts/test/reporter.mjs',
      '--test-isolation=none',
      `--test-timeout=${TEST_TIMEOUT}`,
      ...(only === '' ? [] : [`--test-name-pattern=${only}`]),
      ...(files.length > 0 ? files : ['test/vscode/e2e/**/*.test.ts']),
    ],
    {
      cwd: projectFolder,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, ...preparedEnvironment(prepared), ...addressEnvironment() },
    },
  );
  const stopAtExit = atExit(() => child.kill());
  const events = new Set<Message['event']>();
  // Sent by the project's own reporter.
  const silence = setTimeout(() => child.kill(), LONGEST_SILENCE);
  child.on('message', (message: Message) => {
    silence.refresh();
    events.add(message.event);
    if (message.event !== 'end') tell(message);
  });
  await once(child, 'exit');
  clearTimeout(silence);
  stopAtExit.cancel();
  if (child.killed)
    throw new Error('its process did not end: something that a test had opened was still open');
  if (!events.has('end')) throw new Error('its process broke off');
}
