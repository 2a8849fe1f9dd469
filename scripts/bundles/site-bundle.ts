import { isBuiltin } from 'node:module';
import path from 'node:path';
import type * as esbuild from 'esbuild';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Excludes modules that a page cannot load and never needs: lazily loaded parsers and modules of Node. */
const EXCLUDED_MODULES: esbuild.Plugin = {
  name: 'left-out',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ path: name, kind }) =>
      kind === 'dynamic-import' || isBuiltin(name) ? { path: name, namespace: 'left-out' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/**
 * Options for the site's scripts and style sheet. The scripts are classic ones, because pages opened from a folder
 * cannot load modules.
 */
export const SITE_BUNDLE = {
  absWorkingDir: ROOT,
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  entryPoints: [
    { in: 'src/site/site.css', out: 'site' },
    ...['answers', 'matrix'].map((name) => ({
      in: `src/site/browser/${name}.ts`,
      out: `scripts/${name}`,
    })),
  ],
  outdir: path.join(ROOT, 'dist/site'),
  plugins: [EXCLUDED_MODULES],
  // Values for code that pages never run.
  define: { 'import.meta.dirname': '"/"', 'import.meta.url': '"file:///"' },
} satisfies esbuild.BuildOptions;
