import { accessSync, constants } from 'node:fs';
import { hasProgram, failureReason, runCommand } from './commands.ts';
import { installDebianPackages } from './debianPackages.ts';

const DEBIAN_CHROMIUM = '/usr/bin/chromium';

/**
 * The path of a Chromium that playwright-core can drive: `CHROME_PATH`, else Debian's, installed where it is missing.
 *
 * @throws Error when there is none and none can be installed
 */
export async function findChromium(): Promise<string> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined) {
    if (!isExecutable(chosen)) throw new Error(`CHROME_PATH is not a program: ${chosen}`);
    return chosen;
  }
  if (!isExecutable(DEBIAN_CHROMIUM)) await installDebianPackages(['chromium', 'fontconfig']);
  await installJapaneseFont();
  return DEBIAN_CHROMIUM;
}

/** Without such a font Japanese text is drawn as boxes. Only pictures suffer, so that its absence stops nothing. */
async function installJapaneseFont(): Promise<void> {
  if (!(await hasProgram('fc-list'))) return;
  const fonts = await runCommand('fc-list', [':lang=ja'], { timeout: 30_000 });
  if (fonts.trim() !== '') return;
  try {
    await installDebianPackages(['fonts-ipafont-gothic']);
  } catch (error) {
    console.warn(`Japanese text will show as boxes in screenshots: ${failureReason(error)}`);
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
