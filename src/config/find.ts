import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from '../l10n/index.ts';
import type { Problem } from '../model/index.ts';
import { EMPTY_CONFIG, readConfig, type Config } from './config.ts';

/** Found upwards from a scanned folder. */
export const CONFIG_FILE = '.errata-lens.yaml';

/** The configuration in a folder or the nearest folder above it; empty where there is none. */
export async function readConfigAbove(
  start: string,
): Promise<{ config: Config; file: string | null; problems: Problem[] }> {
  for (const folder of upwardsFrom(path.resolve(start))) {
    const file = path.join(folder, CONFIG_FILE);
    const content = await readIfThere(file);
    if (content instanceof Error) return { config: EMPTY_CONFIG, file, problems: [unreadable(content)] };
    if (content !== null) return { ...configIn(content, file, CONFIG_FILE), file };
  }
  return { config: EMPTY_CONFIG, file: null, problems: [] };
}

/** Whether all was scanned that a configuration can be about: its own folder, or one above it. */
export function isAllScanned(file: string | null, paths: readonly string[]): boolean {
  if (file === null) return false;
  return paths.some((scanned) => {
    const way = path.relative(path.resolve(scanned), path.dirname(file));
    return way === '' || !(way.startsWith('..') || path.isAbsolute(way));
  });
}

/**
 * The configuration in a file that was named.
 * @throws when it cannot be read
 */
export async function readConfigFile(file: string): Promise<{ config: Config; problems: Problem[] }> {
  return configIn(await readFile(file, 'utf8'), file, file);
}

/** Paths in a configuration are relative to its file. */
function configIn(content: string, file: string, name: string): ReturnType<typeof readConfig> {
  const { config, problems } = readConfig(content, name);
  const { baseline } = config;
  if (baseline === null) return { config, problems };
  return { config: { ...config, baseline: path.resolve(path.dirname(file), baseline) }, problems };
}

async function readIfThere(file: string): Promise<string | Error | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : (error as Error);
  }
}

function unreadable(error: Error): Problem {
  return { source: CONFIG_FILE, text: text('config.unreadable', { error: error.message }) };
}

function* upwardsFrom(start: string): Generator<string> {
  let folder = start;
  while (true) {
    yield folder;
    const parent = path.dirname(folder);
    if (parent === folder) return;
    folder = parent;
  }
}
