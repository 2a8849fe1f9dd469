import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runCommand } from './commands.ts';
import { projectFolder } from './project.ts';

/**
 * The packaged product under test: `ERRATA_LENS_VSIX`, else what `npm run package` makes of the sources now.
 *
 * @throws Error when it cannot be packaged
 */
export async function findVsix(): Promise<string> {
  const given = process.env['ERRATA_LENS_VSIX'];
  if (given !== undefined) return existing(resolve(given));
  await runCommand('npm', ['run', 'package'], { cwd: projectFolder, timeout: 5 * 60_000 });
  const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return existing(join(projectFolder, `errata-lens-${manifest.version}.vsix`));
}

function existing(vsix: string): string {
  if (!existsSync(vsix)) throw new Error(`there is no ${vsix}`);
  return vsix;
}
