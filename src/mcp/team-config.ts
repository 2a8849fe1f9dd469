import { EMPTY_CONFIG, readConfigAbove, type Config } from '../config/index.ts';
import { confinedDisk } from '../files/index.ts';
import type { ReadableFolders } from './readable-folders.ts';
import { Refusal } from './refusal.ts';

/**
 * Configuration of the team that asks: found from the requested path, or else from the first readable folder, as on the
 * command line. Empty if no folder may be read.
 * @throws {Refusal} if the path is outside of all folders
 */
export async function teamConfig(
  folders: ReadableFolders,
  requestedPath: string | undefined,
): Promise<Config> {
  const found = await folders.all().catch((error: unknown) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  const start = requestedPath === undefined ? found?.roots[0] : await folders.resolve(requestedPath);
  if (start === undefined) return EMPTY_CONFIG;
  return (await readConfigAbove(start, confinedDisk(found?.roots ?? []))).config;
}
