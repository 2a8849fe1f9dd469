import path from 'node:path';
import { disk, isInside, textOfRegularFile, type Disk } from '../files/index.ts';
import { text } from '../l10n/index.ts';
import type { Problem } from '../model/index.ts';
import { EMPTY_CONFIG, type Config } from './types.ts';

/** Name of the configuration file. It applies to its folder and everything below. */
export const CONFIG_FILE = '.errata-lens.yaml';

/** Maximum size in bytes: room for an entry on each of several thousand bugs. */
const MAX_CONFIG_BYTES = 512 * 1024;

interface FoundConfig {
  config: Config;
  file: string | null;
  problems: Problem[];
}

/**
 * Reads the nearest configuration file in or above a folder; empty configuration if there is none.
 * @param from disk to read from
 */
export async function readConfigAbove(start: string, from: Disk = disk): Promise<FoundConfig> {
  const found = findConfigText(start, from);
  if (found === null) return { config: EMPTY_CONFIG, file: null, problems: [] };
  const { file, content } = found;
  if (typeof content !== 'string') return { config: EMPTY_CONFIG, file, problems: [content] };
  return { ...(await parseConfig(content, file, CONFIG_FILE)), file };
}

/** Text of the nearest configuration file, or the problem that prevents reading it; null if there is no file. */
function findConfigText(
  start: string,
  from: Disk = disk,
): { file: string; content: string | Problem } | null {
  for (const folder of ancestorFolders(path.resolve(start))) {
    const file = path.join(folder, CONFIG_FILE);
    const content = readOptionalFile(file, from);
    if (content !== null) return { file, content };
  }
  return null;
}

/**
 * True if the scanned paths include the configuration's whole folder, so that an entry without effect is known to be
 * unused.
 */
export function includesConfigFolder(file: string | null, paths: readonly string[]): boolean {
  if (file === null) return false;
  return paths.some((scanned) => isInside(path.dirname(path.resolve(file)), path.resolve(scanned)));
}

/**
 * Configuration from a file that the user named.
 * @throws if the file cannot be read, or is no regular file
 */
export async function readConfigFile(file: string): Promise<{ config: Config; problems: Problem[] }> {
  const content = textOfRegularFile(file, MAX_CONFIG_BYTES);
  if (typeof content !== 'string') throw new Error(`${file} cannot be read`);
  return parseConfig(content, file, file);
}

/** Parses a configuration and makes its paths absolute. Loads the YAML parser on demand. */
async function parseConfig(
  content: string,
  file: string,
  name: string,
): Promise<{ config: Config; problems: Problem[] }> {
  const { readConfig } = await import('./config.ts');
  const { config, problems } = readConfig(content, name);
  const { baseline } = config;
  if (baseline === null) return { config, problems };
  return { config: { ...config, baseline: path.resolve(path.dirname(file), baseline) }, problems };
}

/** Text of a file, or the problem that prevents reading it; null if the file does not exist. */
function readOptionalFile(file: string, from: Disk): string | Problem | null {
  const read = textOfRegularFile(file, MAX_CONFIG_BYTES, from);
  if (typeof read === 'string') return read;
  if (read.kind === 'tooLarge')
    return { source: CONFIG_FILE, text: text('config.tooLarge', { limitKb: MAX_CONFIG_BYTES / 1024 }) };
  if (read.code === 'ENOENT' || read.code === 'ENOTDIR') return null;
  return { source: CONFIG_FILE, text: text('config.unreadable', { error: read.code }) };
}

function* ancestorFolders(start: string): Generator<string> {
  let folder = start;
  while (true) {
    yield folder;
    const parent = path.dirname(folder);
    if (parent === folder) return;
    folder = parent;
  }
}
