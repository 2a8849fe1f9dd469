import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { runCli } from '../../../support/command-line/cli.ts';
import { runSharedCli } from '../../../support/command-line/one-cli.ts';
import { assertSchema } from '../../../support/surfaces/schema.ts';
import { temporaryFolder } from '../../../support/workspace.ts';

const UNKNOWN =
  'variable "v" {}\nresource "aws_rds_cluster" "b" {\n  engine         = "aurora-mysql"\n  engine_version = var.v\n}\n';

function setUp(t: TestContext) {
  const cache = temporaryFolder(t);
  const top = temporaryFolder(t, {
    'notes/README.md': '# nothing\n',
    'notes/package.json': '{}\n',
    'code/main.tf': UNKNOWN,
  });
  const ask = (...args: string[]) =>
    runSharedCli([...args, '--offline', '--cache-dir', cache], {
      cwd: top,
      env: { AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' },
    });
  return { top, cache, ask };
}

describe('a missing or unreadable path exits with 2 and one line that names it', () => {
  for (const command of [
    ['scan'],
    ['scan', '--format', 'json'],
    ['checklist'],
    ['account'],
    ['brief'],
    ['support-pack', 'shop'],
    ['watch'],
    ['watch', '--once'],
    ['watch', '--cron', '0 9 * * *'],
    ['mcp'],
  ]) {
    test(command.join(' '), async (t) => {
      const { top, ask } = setUp(t);
      await symlink('loop', path.join(top, 'loop'));
      const [name = '', ...options] = command;
      for (const [paths, expected] of [
        [['gone'], /^gone does not exist[^\n]*\n$/],
        [['code', 'gone'], /^gone does not exist[^\n]*\n$/],
        [['code', 'code/main.tf/below'], /^code\/main\.tf\/below does not exist[^\n]*\n$/],
        [['loop', 'code'], /^loop cannot be read \(ELOOP\)[^\n]*\n$/],
      ] as const) {
        const cluster = name === 'support-pack' ? options : [];
        const { code, stdout, stderr } = await ask(
          name,
          ...cluster,
          ...paths,
          ...(name === 'support-pack' ? [] : options),
        );
        assert.deepEqual([code, stdout], [2, ''], stderr);
        assert.match(stderr, expected);
      }
    });
  }
});

test('a scan without findings names the searched formats, and fails with --require-files', async (t) => {
  const { ask } = setUp(t);
  const expected = /^Looked at 2 files: none declares a database.* Looks for Terraform, CloudFormation/m;
  // The second run must not use readings of the first.
  for (const { code, stdout } of [await ask('scan', 'notes'), await ask('scan', 'notes')]) {
    assert.equal(code, 0);
    assert.match(stdout, expected);
  }
  const json = await ask('scan', 'notes', '--format', 'json');
  assert.deepEqual([json.code, (JSON.parse(json.stdout) as { assets: [] }).assets], [0, []]);
  assert.match(json.stderr, expected);
  assert.match((await ask('scan', 'notes', '--lang', 'ja')).stdout, /^2 個のファイルを調べました/m);
  const required = await ask('scan', 'notes', '--require-files');
  assert.deepEqual([required.code, required.stdout], [2, '']);
  assert.match(required.stderr, expected);
  const found = await ask('scan', 'code', '--require-files');
  assert.equal(found.code, 0, found.stderr);
  assert.doesNotMatch(found.stdout, /Looked at/);
});

test('a watch without anything to watch exits with 2 at once, on a schedule as well', async (t) => {
  const { top, cache } = setUp(t);
  for (const options of [['--once'], ['--cron', '0 9 * * *'], []]) {
    // A schedule that starts would not end.
    const run = await runCli(['watch', 'notes', ...options, '--offline', '--cache-dir', cache], { cwd: top });
    assert.deepEqual([run.code, run.stdout], [2, ''], options.join(' '));
    assert.match(run.stderr, /^Nothing to watch in notes: [^\n]*Check the path[^\n]*\n$/);
  }
});

test('an unknown version is a row of the scan and of the watch', async (t) => {
  const { ask } = setUp(t);
  const why =
    /aws_rds_cluster\.b.*var\.v has no value here.*Give it a default or a \.tfvars, or scan the account\./;
  const text = await ask('scan', 'code');
  assert.match(text.stdout, /^Aurora MySQL, version unknown$/m);
  assert.match(text.stdout, why);
  assert.match(text.stdout, /^1 asset, no findings; 1 version unknown\./m);
  for (const format of ['markdown', 'csv', 'jsonl', 'junit', 'sarif'])
    assert.match((await ask('scan', 'code', '--format', format)).stdout, why, format);
  const scanned = JSON.parse((await ask('scan', 'code', '--format', 'json')).stdout) as {
    assets: { reason: string; next: string; version: null }[];
    findings: { reason: string; next: string; urgent?: number }[];
  };
  assertSchema('scan.schema.json', scanned);
  for (const row of [scanned.assets[0], scanned.findings[0]]) {
    assert.match(row?.reason ?? '', /var\.v/);
    assert.match(row?.next ?? '', /tfvars/);
  }
  assert.equal(scanned.findings[0]?.urgent, undefined, 'no count, not even zero');
  assert.match((await ask('brief', 'code')).stderr, why);
  const watched = await ask('watch', 'code', '--once');
  assert.equal(watched.code, 0, watched.stderr);
  assert.match(watched.stdout, why);
  const json = JSON.parse((await ask('watch', 'code', '--once', '--format', 'json')).stdout) as {
    unknown: { name: string }[];
  };
  assertSchema('watch.schema.json', json);
  assert.deepEqual(
    json.unknown.map(({ name }) => name),
    ['aws_rds_cluster.b'],
  );
});

test('a scan with a filter by severity states it, with and without findings', async (t) => {
  const { ask } = setUp(t);
  const expected = /^Only findings of severity high or worse are listed \(--severity\)\.$/m;
  for (const format of ['text', 'markdown', 'html']) {
    const { stdout } = await ask('scan', 'code', '--severity', 'high', '--format', format);
    assert.match(stdout.replaceAll(/<\/?p>/g, '\n').replaceAll('\\', ''), expected, format);
    assert.doesNotMatch(stdout, /No known problems/, format);
    assert.doesNotMatch((await ask('scan', 'code', '--format', format)).stdout, expected, format);
  }
  for (const format of ['csv', 'jsonl', 'sarif', 'junit']) {
    const { stderr } = await ask('scan', 'code', '--severity', 'high', '--format', format);
    assert.match(stderr, expected, format);
  }
  const japanese = await ask('scan', 'code', '--severity', 'high', '--lang', 'ja');
  assert.match(japanese.stdout, /^深刻度「高」以上の指摘だけを表示しています/m);
});
