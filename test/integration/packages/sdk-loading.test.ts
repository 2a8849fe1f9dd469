import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  builtMetafile,
  EXTENSION_BUNDLE,
  PROGRAM_BUNDLE,
  ROOT,
  THREADS_BUNDLE,
} from '../../../scripts/bundles/bundle.ts';
import { runCli, temporaryFolder } from '../../support/command-line/cli.ts';

const outputs = {
  ...builtMetafile('extension').outputs,
  ...builtMetafile('program').outputs,
  ...builtMetafile('threads').outputs,
};
/** Chunks with code of the AWS SDK. */
const sdk: ReadonlySet<string> = new Set(
  Object.entries(outputs)
    .filter(([, { inputs }]) =>
      Object.keys(inputs).some((input) => /node_modules\/(?:@aws-sdk|@smithy|@aws-crypto)\//.test(input)),
    )
    .map(([name]) => name),
);

/** Files that an entry loads before its first line runs. */
function loadedWith(entry: string): string[] {
  const loaded = new Set<string>([entry]);
  for (const name of loaded) {
    for (const { path: imported, kind } of outputs[name]?.imports ?? []) {
      if (kind === 'import-statement' && imported in outputs) loaded.add(imported);
    }
  }
  return [...loaded];
}

test('the extension, its thread and the command line start without the AWS SDK', () => {
  assert.ok(sdk.size > 10);
  const entries = [EXTENSION_BUNDLE, PROGRAM_BUNDLE, THREADS_BUNDLE].flatMap(({ outdir, entryPoints }) =>
    Object.keys(entryPoints).map((name) => path.relative(ROOT, path.join(outdir, `${name}.mjs`))),
  );
  for (const entry of entries) {
    const loaded = loadedWith(entry.replaceAll(path.sep, '/'));
    assert.deepEqual(
      loaded.filter((name) => sdk.has(name)),
      [],
      entry,
    );
  }
});

test('the command line loads the AWS SDK only for accounts', async (t) => {
  const folder = await temporaryFolder(t);
  const log = path.join(folder, 'loaded.txt');
  const hook = path.join(folder, 'hook.mjs');
  await writeFile(
    hook,
    `import { appendFileSync } from 'node:fs';
     import { registerHooks } from 'node:module';
     registerHooks({ load(url, context, next) { appendFileSync(${JSON.stringify(log)}, url + '\\n'); return next(url, context); } });`,
  );
  await writeFile(
    path.join(folder, 'main.tf'),
    'resource "aws_rds_cluster" "a" {\n  engine = "aurora-mysql"\n  engine_version = "5.7.mysql_aurora.2.11.1"\n}\n',
  );
  const noFiles = path.join(folder, 'none');
  const env = {
    NODE_OPTIONS: `--import=${pathToFileURL(hook).href}`,
    AWS_CONFIG_FILE: noFiles,
    AWS_SHARED_CREDENTIALS_FILE: noFiles,
  };
  const loadedBy = async (...args: string[]): Promise<string[]> => {
    await writeFile(log, '');
    await runCli([...args, '--offline', '--cache-dir', folder], { env });
    const urls = new Set((await readFile(log, 'utf8')).split('\n'));
    const chunks = Object.keys(outputs).filter((name) => urls.has(pathToFileURL(path.join(ROOT, name)).href));
    assert.ok(chunks.length > 1, 'what was built is what is looked at');
    return chunks.filter((name) => sdk.has(name));
  };
  assert.deepEqual(await loadedBy('scan', folder), []);
  assert.deepEqual(await loadedBy('checklist', folder), []);
  assert.deepEqual(await loadedBy('watch', folder, '--once'), []);
  assert.notDeepEqual(await loadedBy('account', '--profile', 'none'), []);
});
