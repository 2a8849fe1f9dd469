import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { createAnalyser } from '../../../../src/extension/worker/analyser.ts';
import { temporaryFolder } from '../../../support/command-line/cli.ts';
import { runSharedCli } from '../../../support/command-line/one-cli.ts';

const cluster = (version: string): string => `resource "aws_rds_cluster" "orders" {
  engine         = "aurora-mysql"
  engine_version = "5.7.mysql_aurora.${version}"
}
`;

interface Found {
  problems: { file: string }[];
  findings: { ruleId: string; suppressed: { by: string } | null }[];
}

test('findings in the configured baseline never count, in the terminal and in the editor', async (t) => {
  const [folder, cache] = [await temporaryFolder(t), await temporaryFolder(t)];
  const code = path.join(folder, 'infra');
  await mkdir(code);
  await writeFile(path.join(code, 'main.tf'), cluster('2.11.1'));
  const scan = (...more: string[]): ReturnType<typeof runSharedCli> =>
    runSharedCli(['scan', code, '--format', 'json', '--offline', '--cache-dir', cache, ...more]);

  const first = await scan('--fail-on', 'high');
  assert.equal(first.code, 1, first.stderr);
  await writeFile(path.join(folder, 'known.json'), first.stdout);
  // Above the scanned folder: the path is relative to the configuration, not to the working directory.
  await writeFile(path.join(folder, '.errata-lens.yaml'), 'baseline: known.json\n');

  const second = await scan('--fail-on', 'low');
  assert.equal(second.code, 0, second.stderr);
  const { findings } = JSON.parse(second.stdout) as Found;
  assert.ok(findings.length > 0);
  assert.ok(findings.every(({ suppressed }) => suppressed?.by === 'known.json'));

  const editor = createAnalyser({ cacheFolder: cache });
  const shown = (await editor.scanFolder(code)).findings;
  assert.equal(shown.length, findings.length);
  assert.ok(shown.every(({ suppressed }) => suppressed !== null));
  const rows = await editor.rowsOf(code);
  assert.ok(
    rows.length > 0 && rows.every(({ severity }) => severity === null),
    'the tree says what the editor says',
  );
  const older = await editor.setDocument(code, 'main.tf', cluster('2.10.0'));
  assert.ok(
    older.findings.some(({ suppressed }) => suppressed === null),
    'what got worse counts',
  );

  await writeFile(path.join(folder, 'known.json'), 'not a scan');
  const { problems } = await editor.scanFolder(code);
  assert.ok(problems.some(({ source }) => source === 'known.json'));
  // A mistake in the configuration disables its entry: the findings count again, and the file is reported.
  const third = await scan('--fail-on', 'high');
  assert.equal(third.code, 1, third.stderr);
  assert.ok((JSON.parse(third.stdout) as Found).problems.some(({ file }) => file === 'known.json'));
  assert.equal((await scan('--baseline', path.join(folder, 'known.json'))).code, 2, 'named by hand');
});
