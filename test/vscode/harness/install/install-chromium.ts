import { accessSync, constants } from 'node:fs';
import { failureReason, hasProgram, runCommand } from '../commands.ts';
import { installDebianPackages } from './debian-packages.ts';

interface Chromium {
  debianPackage: string;
  program: string;
}

/** Packages of Debian, the better one first: the headless shell starts without the services of a person's browser. */
const CHROMIUMS: readonly Chromium[] = [
  { debianPackage: 'chromium-headless-shell', program: '/usr/bin/chromium-headless-shell' },
  { debianPackage: 'chromium', program: '/usr/bin/chromium' },
];

/**
 * The path of a Chromium that playwright-core can drive: `CHROME_PATH`, or else Debian's, which is installed if it is missing.
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

/** Chromium of this machine, or null. */
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

/** Installs a font for Japanese text. Without it only pictures suffer, so a failure stops nothing. */
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
