import { accessSync, constants } from 'node:fs';
import { failureReason, hasProgram, runCommand } from './commands.ts';
import { installDebianPackages } from './debianPackages.ts';

interface Chromium {
  debianPackage: string;
  program: string;
}

/** Debian's, the better first: the one that can only be driven has nothing of a person's browser to keep up. */
const CHROMIUMS: readonly Chromium[] = [
  { debianPackage: 'chromium-headless-shell', program: '/usr/bin/chromium-headless-shell' },
  { debianPackage: 'chromium', program: '/usr/bin/chromium' },
];

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
  const program = await installedChromium();
  await installJapaneseFont();
  return program;
}

/** The Chromium that is on this machine already, or null. */
export function presentChromium(): string | null {
  const chosen = process.env['CHROME_PATH'];
  const programs = chosen === undefined ? CHROMIUMS.map(({ program }) => program) : [chosen];
  return programs.find(isExecutable) ?? null;
}

async function installedChromium(): Promise<string> {
  let reason: unknown;
  for (const { debianPackage, program } of CHROMIUMS) {
    if (isExecutable(program)) return program;
    try {
      await installDebianPackages([debianPackage, 'fontconfig']);
      return program;
    } catch (error) {
      reason = error;
    }
  }
  throw reason;
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
