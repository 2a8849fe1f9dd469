/**
 * Bundles the extension, its worker and the command line with their data files into dist/, and the watch of
 * deploy/template.yaml into deploy/lambda/. Writes the licences of the bundled packages beside each.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { BROWSER_BUNDLE } from './bundles/browser-bundle.ts';
import {
  CLI_BUNDLE,
  copySnapshot,
  EXTENSION_BUNDLE,
  keepBundled,
  keepMetafile,
  NODE_BUNDLE,
  PROGRAM_BUNDLE,
  THREADS_BUNDLE,
} from './bundles/bundle.ts';
import { SITE_BUNDLE } from './bundles/site-bundle.ts';
import { bundledPackages, NOTICES_FILE, noticesText, type BundledPackage } from './bundles/notices.ts';
import { registerOrFail } from './test/exclusive.mjs';
import { GRAMMAR_FILES } from '../src/syntax/index.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const DIST = path.join(ROOT, 'dist');
const LAMBDA = path.join(ROOT, 'deploy/lambda');
/** Parameters that compress well within two seconds. */
const BROTLI_OPTIONS = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 },
};

registerOrFail('build');
// The bundler's process ends soon: collecting its garbage at the usual rate would cost a fifth of the CPU time.
process.env['GOGC'] ??= '400';
rmSync(DIST, { recursive: true, force: true });
rmSync(LAMBDA, { recursive: true, force: true });

const extension = await esbuild.build({ ...EXTENSION_BUNDLE, metafile: true });
const program = await esbuild.build({ ...PROGRAM_BUNDLE, metafile: true });
const threads = await esbuild.build({ ...THREADS_BUNDLE, metafile: true });
const cli = await esbuild.build({ ...CLI_BUNDLE, metafile: true });

const lambda = await esbuild.build({
  ...NODE_BUNDLE,
  metafile: true,
  entryPoints: { index: 'src/cli/lambda.ts' },
  outdir: LAMBDA,
  target: 'node24',
});

// Webview pages run in a browser: one file each, with its style sheet and the icon font beside it.
const webview = await esbuild.build({
  bundle: true,
  metafile: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  entryPoints: [
    { in: 'src/extension/webview/checklist/main.ts', out: 'checklist' },
    { in: 'src/extension/webview/checklist/checklist.css', out: 'checklist' },
    { in: 'src/extension/webview/version/main.ts', out: 'version' },
    { in: 'src/extension/webview/version/version.css', out: 'version' },
  ],
  outdir: path.join(DIST, 'webview'),
  loader: { '.ttf': 'file' },
  assetNames: '[name]',
});

const site = await esbuild.build({ ...SITE_BUNDLE, metafile: true });

const browser = await esbuild.build({ ...BROWSER_BUNDLE, metafile: true });

copyData();
const packagesInDist = writeNotices(
  DIST,
  [
    extension.metafile,
    program.metafile,
    threads.metafile,
    cli.metafile,
    webview.metafile,
    site.metafile,
    browser.metafile,
  ],
  GRAMMAR_FILES,
);
const packagesInLambda = writeNotices(LAMBDA, [lambda.metafile], []);
keepBundled([...packagesInDist, ...packagesInLambda]);
keepMetafile('extension', extension.metafile);
keepMetafile('program', program.metafile);
keepMetafile('threads', threads.metafile);
keepMetafile('lambda', lambda.metafile);

/**
 * Copies the grammars. Brotli shrinks them from 9 MB (5 of them C#) to 0.6 MB, a third less than the packages' own
 * compression. Unpacking a grammar takes 10 ms, and is needed only for languages in which a workspace pins a version.
 */
function copyData(): void {
  for (const bundle of [DIST, LAMBDA]) copySnapshot(bundle);
  for (const folder of ['grammars', 'web/grammars']) mkdirSync(path.join(DIST, folder), { recursive: true });
  for (const file of GRAMMAR_FILES) {
    const grammar = readFileSync(path.join(ROOT, 'node_modules', file));
    const name = path.basename(file);
    writeFileSync(path.join(DIST, 'grammars', `${name}.br`), brotliCompressSync(grammar, BROTLI_OPTIONS));
    // Browsers can only unpack gzip.
    writeFileSync(path.join(DIST, 'web/grammars', `${name}.gz`), gzipSync(grammar));
  }
}

/** Writes the licence texts of bundled packages, as most licences require. */
function writeNotices(
  folder: string,
  metafiles: esbuild.Metafile[],
  copied: readonly string[],
): BundledPackage[] {
  const packages = bundledPackages(metafiles, copied);
  writeFileSync(path.join(folder, NOTICES_FILE), noticesText(packages));
  return packages;
}
