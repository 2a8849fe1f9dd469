import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CONFIG_FILE, EMPTY_CONFIG, readConfig, type Config } from '../config/index.ts';
import { text } from '../l10n/index.ts';
import type { Problem } from '../model/index.ts';
import { UsageError } from './usage.ts';

/**
 * The configuration: the file that was named, else the `.errata-lens.yaml` in the scanned folder or above it.
 * @throws {UsageError} when the named file cannot be read
 */
export async function loadConfig(
  named: string | undefined,
  scanned: string,
): Promise<{ config: Config; problems: Problem[] }> {
  if (named !== undefined) {
    const content = await readIfThere(named);
    if (content === null) throw new UsageError(text('cli.configUnreadable', { file: named }));
    return readConfig(content, named);
  }
  for (const folder of upwardsFrom(path.resolve(scanned))) {
    const file = path.join(folder, CONFIG_FILE);
    const content = await readIfThere(file);
    if (content !== null) return readConfig(content, path.relative(process.cwd(), file));
  }
  return { config: EMPTY_CONFIG, problems: [] };
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
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
