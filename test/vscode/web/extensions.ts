import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { unzipSync } from 'fflate';
import { packageVersion } from '../../../scripts/bundles/bundle.ts';
import { findVsix } from '../harness/install/product.ts';
import { projectFolder } from '../harness/project.ts';

/** Address of the folder that `files.ts` opens. */
export const OPENED = 'opened:/incident';

const FILES_MANIFEST = {
  name: 'opened-files',
  publisher: 'errata-lens-tests',
  version: '0.0.1',
  engines: { vscode: '^1.106.0' },
  browser: './files.js',
  activationEvents: ['onFileSystem:opened'],
  capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
};

/**
 * The files of the product's package for browsers, and of an extension that opens a folder at {@link OPENED}.
 * @param files of that folder: path → text
 */
export async function browserExtensions(
  files: Record<string, string>,
): Promise<Map<string, string | Uint8Array>> {
  const vsix = join(dirname(findVsix()), `errata-lens-web-${packageVersion()}.vsix`);
  const opened = Object.entries(files).map(([name, text]) => [`/incident/${name}`, text] as const);
  return new Map<string, string | Uint8Array>([
    ['files/package.json', JSON.stringify(FILES_MANIFEST)],
    ['files/files.json', JSON.stringify(Object.fromEntries(opened))],
    ['files/files.js', buildFiles()],
    ...Object.entries(unzipSync(await readFile(vsix))).filter(([name]) => name.startsWith('extension/')),
  ]);
}

function buildFiles(): Uint8Array {
  const { outputFiles } = buildSync({
    entryPoints: [join(projectFolder, 'test/vscode/web/files.ts')],
    bundle: true,
    format: 'cjs',
    external: ['vscode'],
    write: false,
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}
