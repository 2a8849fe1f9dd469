import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { scanWorkspace } from '../../src/inventory/index.ts';
import { isFileLocation } from '../../src/model/index.ts';
import type { Asset, FileLocation, Inventory } from '../../src/model/index.ts';

/** Registers clean-up after a test. */
export type CleanUp = Pick<TestContext, 'after'>;

/** Writes files into a folder that is removed after the test. */
export function temporaryFolder(t: CleanUp, files: Record<string, string | Uint8Array> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'errata-lens-'));
  // A command that has answered may still be writing its cache.
  t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  writeFiles(folder, files);
  return folder;
}

export function writeFiles(folder: string, files: Record<string, string | Uint8Array>): void {
  for (const [name, content] of Object.entries(files)) {
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}

/** The inventory of a folder with these files. */
export async function scanFiles(
  t: TestContext,
  files: Record<string, string | Uint8Array>,
): Promise<Inventory> {
  return await scanWorkspace([temporaryFolder(t, files)]);
}

/** `file:line:column` and the text there, for comparisons with the comments in a test's files. */
export function textAt(files: Record<string, string | Uint8Array>, location: FileLocation): string {
  const lines = String(files[location.file])
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/);
  const line = lines[location.line - 1] ?? '';
  return line.slice(
    location.column - 1,
    location.endLine === location.line ? location.endColumn - 1 : undefined,
  );
}

/** The versions of an inventory as `version file:line text resolution`, each place once. */
export function pins(files: Record<string, string | Uint8Array>, assets: readonly Asset[]): string[] {
  const found = assets.flatMap((asset) => {
    const { location } = asset;
    if (asset.engineVersion === null || !isFileLocation(location)) return [];
    const version = asset.version ?? `${asset.versionPrefix ?? '?'}*`;
    return [`${version} ${location.file}:${location.line} ${textAt(files, location)} ${asset.resolution}`];
  });
  return [...new Set(found)].sort();
}
