import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { browserManifest } from '../../src/extension/manifest/index.ts';
import { ROOT } from './bundle.ts';

/** Files of the browser package, beside its manifest. */
const PACKAGE_FILES = [
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'SUPPORT.md',
  'SECURITY.md',
  'package.nls.json',
  'package.nls.ja.json',
  'media/icon.png',
  'dist/web',
  'dist/webview/version.js',
  'dist/webview/version.css',
  'dist/webview/codicon.ttf',
  'dist/THIRD_PARTY_NOTICES.txt',
];
/** Manifest fields for Node, which a browser would apply, too. */
const NODE_FIELDS = ['main', 'bin', 'type', 'scripts', 'devDependencies', 'sideEffects'];

/** Copies the built files of the browser package into the folder to be packed. */
export function makeBrowserFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const name of PACKAGE_FILES) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  }
  const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  const kept = Object.entries(manifest).filter(([name]) => !NODE_FIELDS.includes(name));
  const written = { ...Object.fromEntries(kept), ...browserManifest() };
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(written, null, 2)}\n`);
}
