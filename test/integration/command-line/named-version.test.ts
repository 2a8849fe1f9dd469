import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAnalyser } from '../../../src/extension/worker/analyser.ts';
import { readNamedVersions } from '../../../src/products/index.ts';
import { bugsMarkdown, upgradeMarkdown } from '../../../src/report/index.ts';
import { temporaryFolder } from '../../support/command-line/cli.ts';
import { runSharedCli } from '../../support/command-line/one-cli.ts';
import { writeFiles } from '../../support/workspace.ts';

/** A first release without a patch number, ranges, one above the catalogue, and one of Amazon Linux. */
const TYPED = ['2.02', '3.10', '8.0', '3.99.0', '2.0.20230307.0'];

test('the editor shows the same documents as the command line for a typed version', async (t) => {
  const cacheFolder = await temporaryFolder(t);
  const analyser = createAnalyser({ cacheFolder });
  for (const written of TYPED) {
    const [named] = readNamedVersions(written);
    assert.ok(named, written);
    const { product, version } = named;
    const asked = [product, written, '--cache-dir', cacheFolder, '--format', 'markdown'];
    const [bugs, upgrade] = await Promise.all([
      runSharedCli(['bugs', ...asked], { cwd: cacheFolder }),
      runSharedCli(['upgrade', ...asked], { cwd: cacheFolder }),
    ]);
    const shown = bugsMarkdown(await analyser.bugsOf(product, version, null, null), 'en');
    assert.equal(shown.trim(), bugs.stdout.trim(), `bugs ${written}`);
    const advice = upgradeMarkdown(await analyser.upgradesOf(product, version, null, null), 'en');
    assert.equal(advice.trim(), upgrade.stdout.trim(), `upgrade ${written}`);
  }
});

test('rejects a text that is no release of any product', () => {
  for (const written of ['9.9.9', '', '7', '2023', 'latest', '>= latest', '~> 9.9.9']) {
    assert.deepEqual(readNamedVersions(written), [], written);
  }
});

test('reads a version after the name of its product in every spelling of that product', () => {
  for (const [written, product, version] of [
    ['rds-postgresql 13.14', 'rds-postgresql', '13.14'],
    ['RDS for PostgreSQL 11.22-RDS.20240418', 'rds-postgresql', '11.22-rds.20240418'],
    ['rds-postgresql 16.6-R2', 'rds-postgresql', '16.6-R2'],
    ['rds-mysql 8.4.7', 'rds-mysql', '8.4.7'],
    ['aurora-postgresql  16.6', 'aurora-postgresql', '16.6'],
    ['Aurora MySQL 5.7.mysql_aurora.2.11.1', 'aurora-mysql', '2.11.1'],
    ['aurora-mysql 3.10', 'aurora-mysql', '3.10'],
    ['rds-postgresql ~> 16.6', 'rds-postgresql', '~> 16.6'],
    ['rds-postgresql 16.x', 'rds-postgresql', '16'],
    ['Aurora PostgreSQL >=16.6 <17', 'aurora-postgresql', '>=16.6 <17'],
    ['2.11.x', 'aurora-mysql', '2.11'],
    ['amazon-linux-2 amzn2-ami-hvm-2.0.20240109.0-x86_64-gp2', 'amazon-linux-2', '2.0.20240109.0'],
    ['Amazon Linux 2023 2023.6.20241010', 'amazon-linux-2023', '2023.6.20241010'],
    ['bottlerocket v1.20.0', 'bottlerocket', '1.20.0'],
  ] as const)
    assert.deepEqual(readNamedVersions(written), [{ product, version }], written);
  for (const written of ['rds-postgresql', 'rds-postgresql x.y', 'aurora-mysql latest', 'oracle 19.0'])
    assert.deepEqual(readNamedVersions(written), [], written);
});

test('reads a version alone as one of every product that uses such numbers', () => {
  for (const [written, ...meant] of [
    ['16.6', 'aurora-postgresql 16.6', 'rds-postgresql 16.6'],
    ['~> 16.6', 'aurora-postgresql ~> 16.6', 'rds-postgresql ~> 16.6'],
    ['17', 'aurora-postgresql 17', 'rds-postgresql 17'],
    ['9.6', 'aurora-postgresql 9.6', 'rds-postgresql 9.6'],
    ['16.6-R2', 'rds-postgresql 16.6-R2'],
    ['8.4', 'aurora-mysql 8.4', 'rds-mysql 8.4'],
    ['5.7.44', 'rds-mysql 5.7.44'],
    ['3.10.4', 'aurora-mysql 3.10.4'],
    ['2.0.20230307.0', 'amazon-linux-2 2.0.20230307.0'],
  ] as const)
    assert.deepEqual(
      readNamedVersions(written).map(({ product, version }) => `${product} ${version}`),
      meant,
      written,
    );
});

test('brief asks for the product of a version that several products have', async (t) => {
  const folder = await temporaryFolder(t);
  const { code, stderr } = await runSharedCli(['brief', folder, '--from', '16.6']);
  assert.equal(code, 2);
  assert.match(
    stderr,
    /Several products have a version 16\.6: aurora-postgresql 16\.6.*rds-postgresql 16\.6\. Name the product in --from/,
  );
});

test('brief accepts a version with its product, or without it if the folder uses the product', async (t) => {
  const folder = await temporaryFolder(t);
  const brief = async (...args: string[]) => {
    const { code, stdout, stderr } = await runSharedCli(['brief', folder, '--format', 'markdown', ...args]);
    assert.equal(code, 0, stderr);
    return stdout;
  };
  const alone = await brief('--from', 'rds-postgresql 13.14');
  assert.match(alone, /RDS for PostgreSQL 13\.14/);
  const to = await brief('--from', 'RDS for PostgreSQL 13.14', '--to', 'rds-postgresql 13.23-RDS.20260514');
  assert.match(to, /13\.23-rds\.20260514/);
  writeFiles(folder, {
    'main.tf': 'resource "aws_db_instance" "a" {\n  engine = "postgres"\n  engine_version = "13.14"\n}\n',
  });
  assert.match(await brief('--from', '13.14'), /RDS for PostgreSQL 13\.14/);
  assert.match(await brief('--from', 'aurora-postgresql 13.14'), /Aurora PostgreSQL 13\.14/);
});
