import { readFileSync } from 'node:fs';
import path from 'node:path';
import { contributes, SENTENCE_FILES } from '../../src/extension/manifest/index.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Content of the manifest files, by absolute path. */
export function manifestFiles(): ReadonlyMap<string, string> {
  const file = path.join(ROOT, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
  const contents = { 'package.json': { ...manifest, contributes: contributes() }, ...SENTENCE_FILES };
  return new Map(
    Object.entries(contents).map(([name, content]) => [
      path.join(ROOT, name),
      `${JSON.stringify(content, null, 2)}\n`,
    ]),
  );
}
