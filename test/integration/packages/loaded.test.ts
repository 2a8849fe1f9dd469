import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as esbuild from 'esbuild';
import { NODE_BUNDLE } from '../../../scripts/bundles/bundle.ts';
import { bytesLoaded } from '../../../scripts/bundles/loaded.ts';

const DIST = path.resolve(import.meta.dirname, '../../../dist');

/** Kilobytes, without sentences and schemas. Activation takes 50 ms with them, where 40 are wanted (docs/contributing/benchmarks.md). */
const MOST = 200;
/** Kilobytes with the sentences of the editor's language. */
const MOST_OF_A_LANGUAGE = 460;
/** Bytes of the first file of the command line. */
const MOST_BEFORE_COMPILED = 5000;

test('the extension loads few kilobytes at its start', () => {
  const size = bytesLoaded(path.join(DIST, 'extension.mjs')) / 1000;
  assert.ok(size <= MOST, `${Math.round(size)} kB`);
});

test('the extension loads the sentences of one language only', () => {
  for (const language of ['en', 'ja']) {
    const chunk = readdirSync(path.join(DIST, 'chunks')).find((name) =>
      new RegExp(`^${language}-\\w+\\.mjs$`).test(name),
    );
    assert.ok(chunk !== undefined, language);
    const size = bytesLoaded(path.join(DIST, 'extension.mjs'), path.join(DIST, 'chunks', chunk)) / 1000;
    assert.ok(size <= MOST_OF_A_LANGUAGE, `${Math.round(size)} kB`);
  }
});

test('the command line starts with one small file, because it is compiled at every start', () => {
  const size = bytesLoaded(path.join(DIST, 'cli.js'));
  assert.ok(size <= MOST_BEFORE_COMPILED, `${size} bytes`);
});

test('the check for a scannable file loads no reader', async () => {
  const { metafile } = await esbuild.build({
    ...NODE_BUNDLE,
    splitting: false,
    stdin: {
      contents: "export { isClaimed } from './src/inventory/index.ts';",
      resolveDir: path.resolve(import.meta.dirname, '../../..'),
    },
    write: false,
    metafile: true,
  });
  const [output] = Object.values(metafile.outputs);
  const inputs = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  assert.deepEqual(
    inputs.filter(([file]) => file.includes('node_modules')),
    [],
  );
  assert.ok(
    (output?.bytes ?? 0) < 20_000,
    `${output?.bytes} bytes: ${inputs.map(([file]) => file).join(' ')}`,
  );
});
