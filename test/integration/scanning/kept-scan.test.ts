import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, test, type TestContext } from 'node:test';
import { runCli, temporaryFolder } from '../../support/command-line/cli.ts';
import { runSharedCli } from '../../support/command-line/one-cli.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const WORKSPACES = path.join(ROOT, 'test/workspaces');
/** Tables of cases, which would take half of the time of each scan. */
const CASES = path.join(WORKSPACES, 'variants/checks');
/** Number of small files for which a scan starts a second thread. */
const SMALL = 500;

async function workspace(t: TestContext): Promise<string> {
  const folder = await temporaryFolder(t);
  cpSync(WORKSPACES, path.join(folder, 'team'), { recursive: true, filter: (from) => from !== CASES });
  for (let n = 0; n < SMALL; n++) writeFileSync(path.join(folder, `part-${n}.py`), `print("aurora ${n}")\n`);
  return folder;
}

function argsOf(folder: string, cache: string): string[] {
  return ['scan', folder, '--offline', '--format', 'json', '--as-of', '2026-10-01', '--cache-dir', cache];
}

async function scan(folder: string, cache: string, ...more: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli([...argsOf(folder, cache), ...more]);
  assert.equal(code, 0, stderr);
  return stdout;
}

/** Output of a scan without a cache, from a shared process. */
async function plainScan(folder: string, cache: string, ...more: string[]): Promise<string> {
  const { code, stdout, stderr } = await runSharedCli([...argsOf(folder, cache), ...more, '--no-cache']);
  assert.equal(code, 0, stderr);
  return stdout;
}

function kept(cache: string): string[] {
  const folder = path.join(cache, 'scans');
  return existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [];
}

describe('a scan with kept readings', () => {
  test('prints the same bytes as without: cold, warm, after an edit and with a damaged cache', async (t) => {
    const folder = await workspace(t);
    const cache = await temporaryFolder(t);
    const plain = await plainScan(folder, cache);
    assert.deepEqual(kept(cache), []);
    assert.ok((JSON.parse(plain) as { assets: unknown[] }).assets.length > 1);
    // The first scan does not trust the times of fresh files; the second one compares their content.
    for (let run = 0; run < 2; run++) assert.equal(await scan(folder, cache), plain);
    assert.equal(kept(cache).length, 1);

    appendFileSync(path.join(folder, 'team/incident/terraform/database.tf'), '\n# edited\n');
    writeFileSync(
      path.join(folder, 'team/new.tf'),
      'resource "aws_rds_cluster" "new" {\n  engine = "aurora-mysql"\n  engine_version = "8.0.mysql_aurora.3.04.1"\n}\n',
    );
    const edited = await plainScan(folder, cache);
    assert.notEqual(edited, plain);
    assert.equal(await scan(folder, cache), edited);

    for (const file of kept(cache)) truncateSync(file, 5000);
    assert.equal(await scan(folder, cache), edited);
  });

  test('prints the same bytes after a kill at any time', async (t) => {
    const folder = await workspace(t);
    const cache = await temporaryFolder(t);
    const plain = await plainScan(folder, cache);
    for (const wait of [250, 600]) {
      const child = spawn(process.execPath, [path.join(ROOT, 'dist/cli.js'), ...argsOf(folder, cache)], {
        stdio: 'ignore',
      });
      const end = new Promise((resolve) => child.once('exit', resolve));
      await Promise.race([end, delay(wait)]);
      child.kill('SIGKILL');
      await end;
      assert.equal(await scan(folder, cache), plain);
    }
  });

  test('prints the same bytes in several concurrent scans', async (t) => {
    const folder = await workspace(t);
    const cache = await temporaryFolder(t);
    const runs = await Promise.all(Array.from({ length: 3 }, () => scan(folder, cache)));
    const plain = await plainScan(folder, cache);
    for (const run of runs) assert.equal(run, plain);
    assert.equal(await scan(folder, cache), plain);
    assert.equal(kept(cache).length, 1, 'nothing unfinished is left beside the scan');
  });
});
