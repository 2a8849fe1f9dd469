import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { text } from 'node:stream/consumers';
import { temporaryFolder } from '../../../support/workspace.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../..');

/** Number of assets in 130 MB of JSON; the memory limit of the process is lower. */
const ASSETS = 40_000;
const MEGABYTES = 100;
/** Flags that keep garbage out of the limit: incremental marking delays its release on a busy machine. */
const MEMORY = [`--max-old-space-size=${MEGABYTES}`, '--no-incremental-marking'];

test('writes 40,000 assets as valid JSON in less memory than their size', async () => {
  const script = path.join(ROOT, 'test/support/command-line/print-fleet.ts');
  const child = spawn(process.execPath, [...MEMORY, script, String(ASSETS)]);
  const said = text(child.stderr);
  let size = 0;
  let count = 0;
  let rest = '';
  let [head, asset] = ['', ''];
  for await (const part of child.stdout.setEncoding('utf8') as AsyncIterable<string>) {
    size += part.length;
    // Each asset ends on a separate line, so the test need not hold the list.
    const pieces = (rest + part).split('\n    },\n');
    rest = pieces.pop() ?? '';
    if (count === 0) head = pieces[0] ?? '';
    asset = pieces.at(-1) ?? asset;
    count += pieces.length;
  }
  const [code] =
    child.exitCode === null ? ((await once(child, 'close')) as [number | null]) : [child.exitCode];
  assert.equal(code, 0, await said);
  assert.equal(count + 1, ASSETS);
  assert.ok(size > MEGABYTES * 1_000_000, `${size} characters`);
  // The first and the last asset and the text around the list make a document.
  const document = JSON.parse(`${head}\n    },\n${rest}`) as {
    assets: { id: string }[];
    problems: unknown[];
  };
  assert.deepEqual(
    document.assets.map(({ id }) => id),
    ['main.tf#shop[0]', `main.tf#shop[${ASSETS - 1}]`],
  );
  assert.equal((JSON.parse(`${asset}\n    }`) as { id: string }).id.startsWith('main.tf#shop['), true);
  assert.ok(Number(await said) < 1_000_000, `${await said} characters waited to be written`);
});

test('ends quietly when the reader of its output closes the pipe', async (t) => {
  const args = ['catalogue', 'export', '--offline', '--cache-dir', temporaryFolder(t)];
  const child = spawn(process.execPath, [path.join(ROOT, 'dist/cli.js'), ...args]);
  const said = text(child.stderr);
  child.stdout.once('data', () => child.stdout.destroy());
  const [code] = (await once(child, 'close')) as [number | null];
  assert.equal(code, 0);
  assert.equal(await said, '');
});

const skip = existsSync('/dev/full') ? false : 'this system has no disk that is always full';

test('reports a full disk behind standard output with one line and exit code 2', { skip }, async (t) => {
  const folder = temporaryFolder(t, {
    'main.tf': 'resource "aws_rds_cluster" "a" {\n  engine = "aurora-mysql"\n}\n',
  });
  const full = openSync('/dev/full', 'w');
  t.after(() => closeSync(full));
  const large = ['catalogue', 'export', '--offline'];
  for (const [args, language, line] of [
    [['scan', folder], 'C', /^The result could not be written \(ENOSPC\): [^\n]*\n$/],
    [['scan', folder, '--format', 'json'], 'C', /^The result could not be written \(ENOSPC\)[^\n]*\n$/],
    [large, 'C', /^The result could not be written \(ENOSPC\)[^\n]*\n$/],
    [['--help'], 'ja_JP.UTF-8', /^結果を書き込めませんでした（ENOSPC）[^\n]*\n$/],
  ] as const) {
    const cache = args[0] === '--help' ? [] : ['--cache-dir', temporaryFolder(t)];
    const child = spawn(process.execPath, [path.join(ROOT, 'dist/cli.js'), ...args, ...cache], {
      env: { ...process.env, LC_ALL: language },
      stdio: ['ignore', full, 'pipe'],
    });
    assert.ok(child.stderr !== null);
    const closed = once(child, 'close') as Promise<[number | null]>;
    const [said, [code]] = await Promise.all([text(child.stderr), closed]);
    assert.deepEqual([code, line.test(said)], [2, true], `${args.join(' ')}: ${said}`);
  }
});
