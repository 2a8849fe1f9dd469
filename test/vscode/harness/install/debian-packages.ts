import { existsSync } from 'node:fs';
import { runCommand } from '../commands.ts';

const MINUTE_MS = 60_000;

/**
 * Installs Debian packages without prompts: on Debian, as root.
 *
 * @throws Error when this is another system or user, or when apt-get fails
 */
export async function installDebianPackages(names: string[]): Promise<void> {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    throw new Error(`please install ${names.join(', ')}`);
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const waitForOtherRuns = ['-o', 'DPkg::Lock::Timeout=300'];
  await runCommand('apt-get', ['update', ...waitForOtherRuns], { env, timeout: 5 * MINUTE_MS });
  await runCommand('apt-get', ['install', ...waitForOtherRuns, '-y', '--no-install-recommends', ...names], {
    env,
    timeout: 15 * MINUTE_MS,
  });
}
