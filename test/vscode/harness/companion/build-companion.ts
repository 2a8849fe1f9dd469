import { readdirSync, readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { projectFolder } from '../project.ts';

/** CommonJS, which VS Code loads both as an installed extension and as the path of tests. */
export const COMPANION_ENTRY = 'extension.cjs';

/**
 * Bundles the companion with the files of the in-host suite into an extension folder.
 *
 * @param files the files that export `cases`, in the project's folder; none means all
 */
export async function buildCompanion(folder: string, files: readonly string[]): Promise<void> {
  const { warnings } = await build({
    stdin: { contents: companionEntry(files), resolveDir: projectFolder, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    sourcemap: 'linked',
    outfile: join(folder, COMPANION_ENTRY),
  });
  if (warnings.length > 0) throw new Error('the in-host suite is bundled with warnings');
  await copyFile(join(import.meta.dirname, 'package.json'), join(folder, 'package.json'));
}

/** Rewrites the places of a stack trace in the bundle to places in the suite's files: VS Code does not do it. */
export function inSourceLines(stack: string, folder: string): string {
  const map = new SourceMap(
    JSON.parse(readFileSync(join(folder, `${COMPANION_ENTRY}.map`), 'utf8')) as SourceMapPayload,
  );
  return stack.replaceAll(/[^\s()]+extension\.cjs:(\d+):(\d+)/g, (place, line: string, column: string) => {
    const origin = map.findOrigin(Number(line), Number(column));
    if (!('fileName' in origin)) return place;
    const file = relative(projectFolder, join(folder, origin.fileName));
    return `${file}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}

function companionEntry(chosen: readonly string[]): string {
  const files = chosen.length > 0 ? chosen : suiteFiles();
  const lists = files.map((file) => {
    const path = JSON.stringify(file);
    return `...(await import(${JSON.stringify(`./${file}`)})).cases.map((one) => ({ ...one, file: ${path} }))`;
  });
  return [
    `import { companion } from './test/vscode/harness/companion/extension.ts';`,
    `export const { activate, run } = companion(async () => [${lists.join(', ')}]);`,
  ].join('\n');
}

function suiteFiles(): string[] {
  const folder = 'test/vscode/suite';
  return readdirSync(join(projectFolder, folder))
    .filter((name) => name.endsWith('.suite.ts'))
    .map((name) => `${folder}/${name}`);
}
