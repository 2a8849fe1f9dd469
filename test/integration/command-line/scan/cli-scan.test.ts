import assert from 'node:assert/strict';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { runCli, temporaryFolder } from '../../../support/command-line/cli.ts';
import { runSharedCli } from '../../../support/command-line/one-cli.ts';
import { assertSchema } from '../../../support/surfaces/schema.ts';

const INCIDENT = 'test/workspaces/incident';

interface Scan {
  assets: {
    id: string;
    name: string;
    version: string | null;
    location: { file: string; line: number; column: number };
  }[];
  findings: {
    ruleId: string;
    severity: string;
    message: string;
    urgent?: number;
    bugIds: string[];
    location: { file: string; line: number };
    places: { location: { file: string; line: number } }[];
  }[];
  problems: { file: string; message: string }[];
}

async function scan(t: TestContext, target: string, ...more: string[]): Promise<Scan> {
  const cache = await temporaryFolder(t);
  const [cwd, named] = path.isAbsolute(target) ? [target, '.'] : [process.cwd(), target];
  const args = ['scan', named, '--format', 'json', '--cache-dir', cache, ...more];
  const { code, stdout, stderr } = await runSharedCli(args, { cwd });
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout) as Scan;
}

describe('scan of the incident', () => {
  test('matches its schema', async (t) => {
    assertSchema('scan.schema.json', await scan(t, INCIDENT));
  });

  test('names the version, the place, the listed bug nearest to the symptom, support and a next step', async (t) => {
    const cache = await temporaryFolder(t);
    const { code, stdout } = await runCli(['scan', INCIDENT, '--verbose', '--offline', '--cache-dir', cache]);
    assert.equal(code, 0);
    assert.match(stdout, /^ +\S+terraform\/database\.tf:5:25 +The same version$/m);
    assert.match(stdout, /cloudformation\/shop\.yaml:16:14 +warning +Aurora MySQL 2\.11\.1:/);
    assert.match(
      stdout,
      /Aurora MySQL 2\.11\.1: \d+ urgent known bugs, \d+ in all\. 2\.12\.\d+ fixes \d+ of \d+\./,
    );
    assert.match(stdout, /^ {4}urgent +Connections close before they are established/m);
    assert.match(stdout, /standard support ended 2024-10-31/);
    assert.match(stdout, /\d+ known bugs apply here \(\d+ listed; .*\): \d+ urgent, \d+ ordinary, \d+ minor/);
    assert.match(stdout, /Upgrade to 2\.12\.\d+ now, and to 3\.10\.\d+ before 2029-06-30\./);
    assert.match(stdout, /1 issue recorded by your team/);
  });

  test('lists each version with its places, three bugs with fixes, the advice and the numbers of the JSON', async (t) => {
    const cache = await temporaryFolder(t);
    const [{ stdout }, { findings, assets }] = await Promise.all([
      runCli(['scan', INCIDENT, '--offline', '--cache-dir', cache]),
      scan(t, INCIDENT),
    ]);
    const lines = stdout.trimEnd().split('\n');
    assert.ok(lines.length <= 30, stdout);
    assert.equal(lines[0], 'Aurora MySQL 2.11.1  Standard support ended 2024-10-31');
    const bugs = findings.filter(
      ({ ruleId, message }) => ruleId === 'known-bugs' && message.includes('Aurora'),
    );
    for (const line of lines.slice(2, 5)) assert.match(line, /^ {2}urgent {2}fixed in 2\.\d+\.\d+ {2}[A-Z]/);
    assert.match(
      lines[5] ?? '',
      /^ {2}Next: 2\.12\.\d+, a restart\. Then 3\.10\.\d+, long-term support, before 2029-06-30\.$/,
    );
    const [, urgent, all] =
      /^ {2}(\d+) urgent known bugs, (\d+) in all\. 2\.12\.\d+ fixes \d+ of \1\.$/.exec(lines[6] ?? '') ?? [];
    for (const finding of bugs) {
      assert.deepEqual([Number(urgent), Number(all)], [finding.urgent, finding.bugIds.length]);
      assert.ok(lines[1]?.includes(`${finding.location.file}:${finding.location.line}`), lines[1]);
    }
    assert.ok(lines.some((line) => line.startsWith(`${assets.length} assets, ${findings.length} findings`)));
    assert.equal(
      lines.filter((line) => /shop\.yaml:91|web\.tf:34/.test(line)).length,
      2,
      'a row for each group',
    );
    const sentences = lines.filter((line) => !line.startsWith('  fixed in'));
    assert.equal(
      new Set(sentences.filter((line) => line !== '')).size,
      sentences.filter((line) => line !== '').length,
    );
  });

  test('shortens its output by --limit, --group-by and --severity, and counts the rest', async (t) => {
    const cache = await temporaryFolder(t);
    const run = async (...more: string[]) =>
      (await runSharedCli(['scan', INCIDENT, '--offline', '--cache-dir', cache, ...more])).stdout;
    assert.match(await run('--limit', '1'), /1 more version: --limit or --verbose shows them\./);
    assert.match(
      await run('--group-by', 'file'),
      /^\S+terraform\/database\.tf\n {2}5:25 {2}warning {2}Aurora/m,
    );
    assert.match(await run('--group-by', 'rule'), /^known-bugs\n {2}\S+:\d+:\d+ {2}warning/m);
    assert.doesNotMatch(await run('--severity', 'critical'), /in a loop/);
  });

  test('has one finding about known bugs for each version, with all places', async (t) => {
    const { findings } = await scan(t, INCIDENT);
    const bugs = findings.filter(
      ({ ruleId, message }) => ruleId === 'known-bugs' && message.includes('Aurora'),
    );
    assert.deepEqual(
      bugs.map(({ places }) => places.map(({ location }) => [location.file, location.line])),
      [
        [
          [`${INCIDENT}/cloudformation/shop.yaml`, 16],
          [`${INCIDENT}/terraform/database.tf`, 5],
        ],
      ],
    );
  });

  test('prints Japanese', async (t) => {
    const { findings } = await scan(t, INCIDENT, '--lang', 'ja');
    assert.ok(findings.some(({ message }) => message.includes('緊急の既知の不具合')));
  });

  test('--fail-on urgent fails for urgent bugs only', async (t) => {
    const cache = await temporaryFolder(t);
    const run = (folder: string) =>
      runSharedCli(['scan', folder, '--offline', '--cache-dir', cache, '--fail-on', 'urgent']);
    assert.equal((await run(INCIDENT)).code, 1);
    assert.equal((await run(cache)).code, 0);
  });

  test('findings change the exit code only on request', async (t) => {
    const cache = await temporaryFolder(t);
    const run = (...more: string[]) => runCli(['scan', INCIDENT, '--cache-dir', cache, ...more]);
    const failed = await run('--fail-on', 'high');
    assert.equal(failed.code, 1);
    assert.match(failed.stderr, /^Failed: \d+ findings reach --fail-on high\.$/m);
    const empty = await temporaryFolder(t);
    assert.equal((await runCli(['scan', empty, '--fail-on', 'low', '--cache-dir', cache])).code, 0);
  });
});

test('reports unreadable files as problems, and scans the rest', async (t) => {
  const folder = await temporaryFolder(t);
  const good =
    'resource "aws_rds_cluster" "ok" {\n  engine = "aurora-mysql"\n  engine_version = "3.04.0"\n}\n';
  await Promise.all([
    writeFile(path.join(folder, 'ok.tf'), good),
    writeFile(path.join(folder, 'broken.tf'), 'resource "aws_rds_cluster" "b" {\n  engine = = =\n'),
    writeFile(path.join(folder, 'broken.yaml'), 'Resources:\n  A:\n    Type: AWS::RDS::DBCluster\n   x: [\n'),
    writeFile(path.join(folder, 'broken.json'), '{"Resources": {"A": {"Type": "AWS::RDS::DBCluster",'),
    writeFile(path.join(folder, 'large.tf'), `${'# filler\n'.repeat(2_500_000)}aws_rds_cluster`),
    writeFile(
      path.join(folder, 'binary.tf'),
      Buffer.concat([Buffer.alloc(4096), Buffer.from('aws_rds_cluster')]),
    ),
    mkdir(path.join(folder, 'closed')),
  ]);
  await writeFile(path.join(folder, 'closed', 'x.tf'), good);
  await chmod(path.join(folder, 'closed'), 0);
  const { assets, problems } = await scan(t, folder).finally(() => chmod(path.join(folder, 'closed'), 0o755));
  assert.ok(assets.some(({ name, version }) => name === 'aws_rds_cluster.ok' && version === '3.04.0'));
  const problemFiles = new Set(problems.map(({ file }) => file));
  for (const file of ['broken.tf', 'broken.yaml', 'broken.json', 'large.tf', 'binary.tf'])
    assert.ok(problemFiles.has(file), file);
  // The superuser can read every folder.
  if (process.getuid?.() !== 0) assert.ok(problemFiles.has('closed'));
});

test('reports a version newer than the catalogue as such, without a count', async (t) => {
  const folder = await temporaryFolder(t);
  const file =
    'resource "aws_rds_cluster" "n" {\n  engine = "aurora-mysql"\n  engine_version = "8.0.mysql_aurora.3.99.0"\n}\n';
  await writeFile(path.join(folder, 'n.tf'), file);
  const { findings } = await scan(t, folder);
  const [finding] = findings.filter(({ ruleId }) => ruleId === 'unknown-version');
  assert.match(
    finding?.message ?? '',
    /3\.99\.0 is newer than the catalogue .*notes as of \d{4}-\d{2}-\d{2}/,
  );
  assert.ok(!findings.some(({ ruleId }) => ruleId === 'known-bugs'));
});

test('applies a suppression with a reason, and reports one without', async (t) => {
  const folder = await temporaryFolder(t);
  const cluster = (name: string, comment: string): string =>
    `resource "aws_rds_cluster" "${name}" {\n  engine = "aurora-mysql"\n  ${comment}\n  engine_version = "5.7.mysql_aurora.2.11.1"\n}\n`;
  await writeFile(
    path.join(folder, 'a.tf'),
    cluster('a', '# errata-lens:ignore known-bugs -- replaced next week'),
  );
  await writeFile(path.join(folder, 'b.tf'), cluster('b', '# errata-lens:ignore known-bugs'));
  const { findings, problems } = await scan(t, folder);
  const suppressed = findings.filter((finding) => (finding as { suppressed?: unknown }).suppressed !== null);
  assert.deepEqual(
    suppressed.map(({ ruleId, location }) => [ruleId, location.file]),
    [['known-bugs', 'a.tf']],
  );
  assert.ok(problems.some(({ file, message }) => file === 'b.tf' && message.includes('reason')));
});

describe('wrong usage prints one line and exits with 2', () => {
  for (const [name, args] of [
    ['an unknown product', ['bugs', 'oracle', '19']],
    ['a version that is no release', ['bugs', 'aurora-mysql', 'newest']],
    ['a text that is no day', ['scan', '.', '--as-of', 'yesterday']],
    ['an unknown option', ['scan', '--nonsense']],
    ['a missing configuration', ['scan', INCIDENT, '--config', 'nowhere.yaml']],
  ] as const) {
    test(name, async () => {
      const { code, stdout, stderr } = await (name === 'an unknown option' ? runCli : runSharedCli)(args);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.equal(stderr.trim().split('\n').length, 1, stderr);
    });
  }
});

test('a missing path is wrong usage, reported in one line that names it', async (t) => {
  const cache = await temporaryFolder(t);
  const gone = path.join(cache, 'gone');
  for (const command of ['scan', 'checklist', 'watch']) {
    const { code, stdout, stderr } = await runSharedCli([command, gone, '--offline', '--cache-dir', cache]);
    assert.equal(code, 2, command);
    assert.equal(stdout, '');
    assert.match(stderr, /^\S+gone does not exist[^\n]*\n$/);
  }
});
