import assert from 'node:assert/strict';
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { scanWorkspace, WorkspaceInventory } from '../../../src/inventory/index.ts';
import type { Inventory } from '../../../src/model/index.ts';
import { rewriteCache, cachedFiles, RULES, scanWithCache } from '../../support/cached-scans.ts';
import { temporaryFolder, writeFiles } from '../../support/workspace.ts';

const cluster = (version: string): string =>
  `resource "aws_rds_cluster" "main" {\n  engine = "aurora-mysql"\n  engine_version = "${version}"\n}\n`;

const FILES = {
  'infra/main.tf': `${cluster('8.0.mysql_aurora.3.04.1')}# errata-lens:ignore aurora/x -- known\n`,
  'infra/prod.tfvars': 'a = 1\n',
  'other/main.tf': 'module "inner" {\n  source = "../inner"\n}\n',
  'inner/main.tf': cluster('8.0.mysql_aurora.3.05.2'),
  'inner/launch.tf':
    'resource "aws_launch_template" "a" {\n  user_data = file("${path.module}/start.txt")\n}\n',
  'inner/start.txt': 'dnf install -y httpd --releasever=2023.4.20240416\n',
  'broken/template.yaml': 'Resources:\n  A: { Type: AWS::RDS::DBCluster\n',
  Dockerfile: 'FROM amazonlinux:2023.4.20240416.0\n',
  'src/app.py': 'print("nothing")\n',
};

interface Folders {
  folder: string;
  cache: string;
}

function folders(t: TestContext): Folders {
  return { folder: temporaryFolder(t, FILES), cache: temporaryFolder(t) };
}

/** Result of a scan without a cache. */
function fresh(folder: string): Promise<Inventory> {
  return scanWorkspace([folder]);
}

describe('a repeated scan of folders', () => {
  test('reads nothing without changes, and has the same result', async (t) => {
    const { folder, cache } = folders(t);
    const cold = await scanWithCache(folder, cache);
    assert.ok(cold.inventory.assets.length >= 4 && cold.inventory.problems.length > 0);
    assert.equal(cold.inventory.suppressions.length, 1);
    const written = cachedFiles(cache).map((file) => statSync(file).ino);
    const warm = await scanWithCache(folder, cache);
    assert.deepEqual([warm.looked, warm.read], [[], []]);
    assert.equal(JSON.stringify(warm.inventory), JSON.stringify(cold.inventory));
    assert.equal(JSON.stringify(warm.inventory), JSON.stringify(await fresh(folder)));
    assert.deepEqual(
      cachedFiles(cache).map((file) => statSync(file).ino),
      written,
      'not written again',
    );
  });

  const changes: [name: string, change: (folder: string) => void, read: string[]][] = [
    [
      'an edited file',
      (folder) => writeFiles(folder, { 'infra/main.tf': cluster('8.0.mysql_aurora.3.04.2') }),
      ['terraform infra'],
    ],
    [
      'a file with other content but the same size and time',
      (folder) => {
        const file = path.join(folder, 'infra/main.tf');
        const { atime, mtime } = statSync(file);
        writeFileSync(file, FILES['infra/main.tf'].replace('3.04.1', '3.04.2'));
        utimesSync(file, atime, mtime);
      },
      ['terraform infra'],
    ],
    [
      'nothing but a file written again unchanged',
      (folder) => writeFiles(folder, { 'infra/main.tf': FILES['infra/main.tf'] }),
      [],
    ],
    [
      'a module that others call',
      (folder) => writeFiles(folder, { 'inner/main.tf': cluster('8.0.mysql_aurora.3.05.1') }),
      ['terraform inner', 'terraform other'],
    ],
    [
      'a file that code names but no format claims',
      (folder) =>
        writeFiles(folder, { 'inner/start.txt': 'dnf install -y httpd --releasever=2023.5.20240624\n' }),
      ['terraform inner', 'terraform other'],
    ],
    [
      'a new file in a folder',
      (folder) => writeFiles(folder, { 'infra/auto.auto.tfvars': 'b = 1\n' }),
      ['terraform infra'],
    ],
    ['a deleted file', (folder) => rmSync(path.join(folder, 'infra/prod.tfvars')), ['terraform infra']],
    [
      'a new ignore file',
      (folder) => writeFiles(folder, { '.gitignore': 'inner/main.tf\n' }),
      ['terraform inner', 'terraform other'],
    ],
  ];
  for (const [name, change, read] of changes) {
    test(`reads again every unit that depends on ${name}`, async (t) => {
      const { folder, cache } = folders(t);
      await scanWithCache(folder, cache);
      change(folder);
      const after = await scanWithCache(folder, cache);
      assert.deepEqual(after.read, read);
      assert.equal(JSON.stringify(after.inventory), JSON.stringify(await fresh(folder)));
      const again = await scanWithCache(folder, cache);
      assert.deepEqual([again.looked, again.read], [[], []], 'and is kept in its turn');
      assert.equal(JSON.stringify(again.inventory), JSON.stringify(after.inventory));
    });
  }

  test('reads a folder again that replaced another one with files of the same size and times', async (t) => {
    const folder = temporaryFolder(t);
    const of = (name: string): string => path.join(folder, name, 'main.tf');
    const timesOf = (name: string): string => {
      const { size, mtimeMs, ctimeMs } = statSync(of(name));
      return [size, mtimeMs, ctimeMs].join(' ');
    };
    // Files written in one tick of the clock have the same times.
    for (let n = 0; n < 100; n++) {
      writeFiles(folder, {
        'old/main.tf': cluster('8.0.mysql_aurora.3.04.1'),
        'new/main.tf': cluster('8.0.mysql_aurora.3.04.2'),
      });
      if (timesOf('old') === timesOf('new')) break;
    }
    if (timesOf('old') !== timesOf('new')) {
      t.skip('the clock of this file system is too fast');
      return;
    }
    const cache = temporaryFolder(t);
    const staged = path.join(temporaryFolder(t), 'staged');
    renameSync(path.join(folder, 'new'), staged);
    await scanWithCache(folder, cache);
    rmSync(path.join(folder, 'old'), { recursive: true });
    renameSync(staged, path.join(folder, 'old'));
    const after = await scanWithCache(folder, cache);
    assert.deepEqual(
      after.inventory.assets.map(({ version }) => version),
      ['3.04.2'],
    );
    assert.deepEqual((await scanWithCache(folder, cache)).read, []);
  });

  test('reads again if the time of a file decides and has changed', async (t) => {
    const cluster = {
      Type: 'AWS::RDS::DBCluster',
      Properties: { Engine: 'aurora-mysql', EngineVersion: '8.0.mysql_aurora.3.04.1' },
    };
    const folder = temporaryFolder(t, {
      'cdk.json': '{"app": "npx tsx app.ts"}',
      'app.ts': `import * as rds from 'aws-cdk-lib/aws-rds';
new rds.CfnDBCluster(this, 'Orders', { engine: 'aurora-mysql', engineVersion: process.env.V });\n`,
      'cdk.out/manifest.json': JSON.stringify({
        version: '36.0.0',
        artifacts: {
          Live: { type: 'aws:cloudformation:stack', properties: { templateFile: 'Live.template.json' } },
        },
      }),
      'cdk.out/Live.template.json': JSON.stringify({
        Resources: { Orders: { ...cluster, Metadata: { 'aws:cdk:path': 'Live/Orders' } } },
      }),
    });
    const at = (file: string, seconds: number): void => utimesSync(path.join(folder, file), seconds, seconds);
    const cache = temporaryFolder(t);
    at('app.ts', 1_000_000);
    const before = await scanWithCache(folder, cache);
    assert.deepEqual((await scanWithCache(folder, cache)).read, []);
    at('app.ts', 3_000_000_000);
    const after = await scanWithCache(folder, cache);
    assert.equal(JSON.stringify(after.inventory), JSON.stringify(await fresh(folder)));
    assert.notEqual(JSON.stringify(after.inventory), JSON.stringify(before.inventory));
  });

  test('trusts no file that changed in the moment of the scan', async (t) => {
    const { folder, cache } = folders(t);
    const now = Date.now;
    await scanWithCache(folder, cache, { now });
    const { looked, read, inventory } = await scanWithCache(folder, cache, { now });
    assert.ok(looked.includes('infra/main.tf'), 'looked at again');
    assert.deepEqual(read, [], 'and found to be the same by its digest');
    assert.equal(JSON.stringify(inventory), JSON.stringify(await fresh(folder)));
  });
});

describe('a kept reading', () => {
  test('is used by the same rules only', async (t) => {
    const { folder, cache } = folders(t);
    const cold = await scanWithCache(folder, cache);
    assert.deepEqual((await scanWithCache(folder, cache, { rules: 'others' })).read, cold.read);
  });

  test('is used in the same folder only', async (t) => {
    const { folder, cache } = folders(t);
    const cold = await scanWithCache(folder, cache);
    const moved = path.join(temporaryFolder(t), 'moved');
    renameSync(folder, moved);
    writeFiles(moved, { 'infra/main.tf': cluster('8.0.mysql_aurora.3.04.3') });
    mkdirSync(folder);
    assert.deepEqual((await scanWithCache(folder, cache)).inventory.assets, []);
    const elsewhere = await scanWithCache(moved, cache);
    assert.deepEqual(elsewhere.read, cold.read);
    assert.equal(JSON.stringify(elsewhere.inventory), JSON.stringify(await fresh(moved)));
  });

  test('is used with intact content only', async (t) => {
    const { folder, cache } = folders(t);
    const cold = await scanWithCache(folder, cache);
    const damages: ((file: string) => void)[] = [
      (file) => truncateSync(file, statSync(file).size - 10),
      (file) => truncateSync(file, 0),
      (file) => writeFileSync(file, readFileSync(file, 'utf8').replaceAll('3.04.1', '3.04.9')),
      (file) => writeFileSync(file, Buffer.alloc(100_000, 0xff)),
      (file) => {
        rmSync(file);
        mkdirSync(file);
      },
    ];
    for (const damage of damages) {
      cachedFiles(cache).forEach(damage);
      const after = await scanWithCache(folder, cache);
      assert.deepEqual(after.read, cold.read);
      assert.equal(JSON.stringify(after.inventory), JSON.stringify(cold.inventory));
    }
  });

  /** Kept part of a whole scan, of a unit, or of one file. */
  interface Part {
    assets?: Record<string, unknown>[];
    problems?: unknown[];
    suppressions?: { scope: unknown }[];
    units?: Part[];
    looks?: [string, Part][];
  }
  const everywhere =
    (change: (part: Part) => Part) =>
    (part: Part | null): Part | null =>
      part === null
        ? null
        : change({
            ...part,
            ...(part.units && { units: part.units.map(change) }),
            ...(part.looks && { looks: part.looks.map(([file, look]) => [file, change(look)]) }),
          });
  const inAssets = (change: Record<string, unknown>): ((part: Part | null) => unknown) =>
    everywhere(({ assets, ...part }) => ({
      ...part,
      ...(assets && { assets: assets.map((asset) => ({ ...asset, ...change })) }),
    }));
  const place = { line: 1, column: 1, endLine: 1, endColumn: 2 };
  const forgeries: [name: string, change: (part: Part | null) => unknown][] = [
    ['no parts', () => ({})],
    ['an unknown kind', inAssets({ kind: 'house' })],
    ['a place in another file', inAssets({ location: { ...place, file: 'src/other.py' } })],
    ['a place outside of the folder', inAssets({ location: { ...place, file: '../../etc/passwd' } })],
    ['a place before the first line', inAssets({ location: { ...place, file: 'infra/main.tf', line: 0 } })],
    ['an id of another file', inAssets({ id: '../main.tf#a' })],
    ['an unknown sentence', inAssets({ reason: { key: 'constructor', args: {} } })],
    ['a sentence without its arguments', inAssets({ reason: { key: 'problem.tooLarge', args: null } })],
    ['an unknown field of an asset', inAssets({ toString: 'a' })],
    [
      'the setting __proto__',
      (part) =>
        JSON.parse(
          JSON.stringify(inAssets({ settings: { x: 1 } })(part)).replaceAll('"x"', '"__proto__"'),
        ) as unknown,
    ],
    [
      'a problem without words',
      everywhere((part) => ({ ...part, ...(part.problems && { problems: [{ source: 'a', text: 'b' }] }) })),
    ],
    [
      'a suppression for a file outside of the folder',
      everywhere(({ suppressions, ...part }) => ({
        ...part,
        ...(suppressions && {
          suppressions: suppressions.map((each) => ({ ...each, scope: { file: '../a', lines: null } })),
        }),
      })),
    ],
  ];
  test('is used if a scan can have written it', async (t) => {
    const { folder, cache } = folders(t);
    await scanWithCache(folder, cache);
    rewriteCache(cache, inAssets({ environment: 'forged' }));
    const { read, inventory } = await scanWithCache(folder, cache);
    assert.deepEqual(read, []);
    assert.ok(inventory.assets.every(({ environment }) => environment === 'forged'));
  });
  for (const [name, change] of forgeries) {
    test(`is ignored if it contains ${name}`, async (t) => {
      const { folder, cache } = folders(t);
      const cold = await scanWithCache(folder, cache);
      rewriteCache(cache, change);
      const after = await scanWithCache(folder, cache);
      assert.deepEqual(after.read, cold.read);
      assert.equal(JSON.stringify(after.inventory), JSON.stringify(cold.inventory));
    });
  }

  test('is readable by its user only, and contains no password', async (t) => {
    const password = 'correct-horse-battery';
    const folder = temporaryFolder(t, {
      'main.tf': `resource "aws_rds_cluster_parameter_group" "a" {
  family = "aurora-mysql8.0"
  parameter {
    name  = "init_connect"
    value = "SET @key = '${password}'"
  }
}\n`,
    });
    const cache = temporaryFolder(t);
    const cold = await scanWithCache(folder, cache);
    const [file = ''] = cachedFiles(cache);
    assert.ok(!readFileSync(file, 'utf8').includes(password));
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o077, 0);
    assert.equal(
      JSON.stringify((await scanWithCache(folder, cache)).inventory),
      JSON.stringify(cold.inventory),
    );
  });

  test('is deleted above 50 MB, the oldest scans first', async (t) => {
    const { folder, cache } = folders(t);
    const old = Array.from({ length: 5 }, (_, n) => path.join(cache, `scans/old-${n}.kept`));
    const left = path.join(cache, 'scans/left.tmp');
    writeFiles(cache, { 'scans/left.tmp': 'a' });
    for (const [n, file] of [left, ...old].entries()) {
      writeFileSync(file, '');
      truncateSync(file, 12_000_000);
      utimesSync(file, n + 1, n + 1);
    }
    await scanWithCache(folder, cache);
    const kept = cachedFiles(cache);
    assert.ok(
      kept.length > 1 && kept.reduce((sum, file) => sum + statSync(file).size, 0) <= 50 * 1024 * 1024,
    );
    assert.ok(!kept.includes(old[0] ?? '') && kept.includes(old[4] ?? ''), 'the oldest went first');
    assert.ok(!kept.includes(left));
  });

  test('is optional: a scan works without a writable folder', async (t) => {
    const { folder } = folders(t);
    const cache = temporaryFolder(t, { scans: 'a file' });
    assert.equal(
      JSON.stringify((await scanWithCache(folder, cache)).inventory),
      JSON.stringify(await fresh(folder)),
    );
  });
});

describe('an open folder', () => {
  test('starts from kept readings, and follows changes', async (t) => {
    const { folder, cache } = folders(t);
    const keep = { folder: cache, rules: RULES, now: () => Date.now() + 3_600_000 };
    const options = { base: folder, keep };
    const first = new WorkspaceInventory([folder], options);
    await first.scan();
    await first.keep();
    const again = new WorkspaceInventory([folder], options);
    await again.scan();
    assert.equal(JSON.stringify(again.inventory), JSON.stringify(first.inventory));
    assert.deepEqual(again.namedFiles(), first.namedFiles());
    assert.deepEqual(again.namedFiles(), ['inner/start.txt']);
    const text = cluster('8.0.mysql_aurora.3.04.9');
    const edit = { kind: 'edited', absolute: path.join(folder, 'infra/main.tf'), text } as const;
    await Promise.all([again.update([edit]), again.keep()]);
    await first.update([edit]);
    assert.equal(JSON.stringify(again.inventory), JSON.stringify(first.inventory));
    assert.ok(again.inventory.assets.some(({ version }) => version === '3.04.9'));
    writeFiles(folder, { 'other/more.tf': cluster('8.0.mysql_aurora.3.05.1').replace('main', 'more') });
    await again.scan();
    assert.ok(
      again.inventory.assets.some(({ id }) => id.includes('more')),
      'the disk counts',
    );
    assert.ok(
      again.inventory.assets.some(({ version }) => version === '3.04.9'),
      'and the edit stays',
    );
  });
});
