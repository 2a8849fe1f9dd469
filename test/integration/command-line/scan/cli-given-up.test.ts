import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exitCodeOf } from '../../../../src/cli/print/exit-code.ts';
import { createTerminal } from '../../../../src/cli/print/terminal.ts';
import { text } from '../../../../src/l10n/index.ts';
import { runCli } from '../../../support/command-line/cli.ts';
import { MAX_FILE_BYTES } from '../../../../src/inventory/index.ts';
import { clusterNamed } from '../../../support/hostile/multiply.ts';
import { temporaryFolder, writeFiles } from '../../../support/workspace.ts';
import { maxModules } from '../../../../src/values/index.ts';

/** A cluster of a version in no catalogue, without counted bugs. */
const NEWER = `resource "aws_rds_cluster" "own" {
  engine = "aurora-mysql"
  engine_version = "8.0.mysql_aurora.3.99.0"
}
`;

/** A cluster beside more calls of modules than a scan follows. */
function callingTooOften(): Record<string, string> {
  const calls = Array.from(
    { length: maxModules + 1 },
    (_, nth) => `module "m${nth}" {\n  source = "./called"\n}\n`,
  );
  return { 'main.tf': calls.join(''), 'called/main.tf': 'variable "a" {}\n', 'own.tf': NEWER };
}

test('a scan with skipped parts exits with 2 under --fail-on, or with 1 if a finding fails', async (t) => {
  const folder = temporaryFolder(t, callingTooOften());
  const ask = (...more: string[]) => runCli(['scan', folder, '--offline', '--no-cache', ...more]);
  const gated = await ask('--fail-on', 'critical');
  assert.match(gated.stderr, /not everything was read and judged: 1 message above names/);
  assert.equal(gated.code, 2);
  assert.equal((await ask()).code, 0);
  writeFiles(folder, { 'bad.tf': clusterNamed('bad') });
  assert.equal((await ask('--fail-on', 'low')).code, 1);
});

test('a file above the size limit exits with 2 under --fail-on', async (t) => {
  const folder = temporaryFolder(t, { 'main.tf': `${NEWER}# ${'x'.repeat(MAX_FILE_BYTES)}\n` });
  const { code, stderr } = await runCli(['scan', folder, '--offline', '--no-cache', '--fail-on', 'critical']);
  assert.equal(code, 2, stderr);
});

test('assets without a judgement exit with 2 under --fail-on', () => {
  const terminal = createTerminal('en');
  const message = text('finding.notJudged', { name: 'a', others: 0 });
  const result = { findings: [{ message }], problems: [] };
  assert.equal(exitCodeOf(0, result, { failOn: 'critical' }, terminal), 2);
  assert.equal(exitCodeOf(0, result, {}, terminal), 0);
  assert.equal(exitCodeOf(0, { findings: [], problems: [] }, { failOn: 'critical' }, terminal), 0);
});
