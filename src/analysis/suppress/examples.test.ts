import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findingsOf } from '../index.ts';
import { EMPTY_CONFIG, readConfig, type Config } from '../../config/index.ts';
import { failingCount } from '../../cli/print/exit-code.ts';
import { isFileLocation, type Finding } from '../../model/index.ts';
import { junit } from '../../report/index.ts';
import { bugOf, catalogueOf } from '../../../test/support/catalogue/catalogue.ts';
import { scanFiles } from '../../../test/support/workspace.ts';
import type { TestContext } from 'node:test';

const CATALOGUE = catalogueOf(
  [
    ['2.31.0', '2030-01-01'],
    ['2.31.1', '2030-02-01'],
    ['2.31.2', '2030-03-01'],
  ],
  [bugOf('crash', ['2.31.1'], { severity: 'critical' })],
);
const CLUSTER =
  'resource "aws_rds_cluster" "main" {\n  engine = "aurora-mysql"\n  engine_version = "5.7.mysql_aurora.2.31.0"\n}\n';

async function findingsIn(
  t: TestContext,
  file: string,
  config: Config = EMPTY_CONFIG,
  scannedPath?: (file: string) => string,
): Promise<Finding[]> {
  const inventory = await scanFiles(t, { [file]: CLUSTER });
  const options = scannedPath === undefined ? {} : { scannedPath };
  const found = findingsOf(CATALOGUE, inventory, { today: '2030-04-01', config, ...options });
  assert.ok(found.length > 0);
  return found;
}

/** Files of example findings. */
async function examplesIn(
  t: TestContext,
  files: Record<string, string>,
  rule = 'known-bugs',
): Promise<string[]> {
  const inventory = await scanFiles(t, files);
  const found = findingsOf(CATALOGUE, inventory, { today: '2030-04-01' });
  assert.ok(found.some(({ ruleId }) => ruleId === rule));
  const places = found.filter(({ isExample }) => isExample === true).map(({ location }) => location);
  return [...new Set(places.map((place) => (isFileLocation(place) ? place.file : '')))].sort();
}

describe('folders of examples and tests', () => {
  test('contain hints in the editor that never fail a run', async (t) => {
    for (const file of ['examples/shop/main.tf', 'modules/db/Test/main.tf', 'fixtures/main.tf']) {
      const findings = await findingsIn(t, file);
      assert.ok(
        findings.every(({ level }) => level === 'hint'),
        file,
      );
      assert.equal(failingCount(findings, { failOn: 'low' }), 0, file);
      assert.match(junit(findings, 'low', 'en'), /failures="0"/, file);
    }
    const others = await findingsIn(t, 'shop/example.tf');
    assert.ok(others.every(({ level, isExample }) => level === 'warning' && isExample === undefined));
    assert.notEqual(failingCount(others, { failOn: 'low' }), 0);
    assert.match(junit(others, 'low', 'en'), /failures="1"/);
  });

  test('do not include a folder named test beside other environments', async (t) => {
    const files = (names: string[]): Record<string, string> =>
      Object.fromEntries(names.map((name) => [`envs/${name}/main.tf`, CLUSTER]));
    assert.deepEqual(await examplesIn(t, files(['test', 'prod'])), []);
    assert.deepEqual(await examplesIn(t, files(['test', 'vpc'])), ['envs/test/main.tf']);
    assert.deepEqual(await examplesIn(t, files(['tests', 'prod'])), ['envs/tests/main.tf']);
  });

  test('include accepted and refused cases of a check side by side, but neither alone', async (t) => {
    for (const pair of [
      ['rules/a/pass.tf', 'rules/a/fail__1__.tf'],
      ['rules/good/main.tf', 'rules/bad/main.tf'],
      ['rules/compliant.tf', 'rules/non-compliant.tf'],
    ]) {
      const files = Object.fromEntries(pair.map((file) => [file, CLUSTER]));
      assert.deepEqual(await examplesIn(t, files), [...pair].sort(), String(pair));
      assert.deepEqual(
        await examplesIn(t, Object.fromEntries(pair.slice(0, 1).map((file) => [file, CLUSTER]))),
        [],
      );
    }
    assert.deepEqual(await examplesIn(t, { 'pass-or-fail.tf': CLUSTER }), []);
  });

  test("include a module's version if only examples set it", async (t) => {
    const main = `resource "aws_rds_cluster" "main" {
  engine                          = "aurora-mysql"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.main.name
}
resource "aws_rds_cluster_parameter_group" "main" {
  family = var.family
}
variable "family" {
}
`;
    const call = (source: string): string =>
      `module "db" {\n  source = "${source}"\n  family = "aurora-mysql5.7"\n}\n`;
    const example = { 'main.tf': main, 'examples/a/main.tf': call('../..') };
    const versions = (files: Record<string, string>) => examplesIn(t, files, 'partial-version');
    assert.deepEqual(await versions(example), ['main.tf']);
    assert.deepEqual(await versions({ ...example, 'prod/main.tf': call('..') }), []);
    const written = main.replace('= "aurora-mysql"', '$&\n  engine_version = "5.7.mysql_aurora.2.31.0"');
    assert.deepEqual(await examplesIn(t, { ...example, 'main.tf': written }), []);
  });

  test('are those that the configuration names', async (t) => {
    const { config, problems } = readConfig('example-folders: [Demo]\n', '.errata-lens.yaml');
    assert.deepEqual([config.exampleFolders, problems], [['demo'], []]);
    assert.equal(failingCount(await findingsIn(t, 'demo/main.tf', config), { failOn: 'low' }), 0);
    assert.notEqual(failingCount(await findingsIn(t, 'examples/main.tf', config), { failOn: 'low' }), 0);
    const none = readConfig('example-folders: []\n', '.errata-lens.yaml').config;
    assert.notEqual(failingCount(await findingsIn(t, 'examples/main.tf', none), { failOn: 'low' }), 0);
    assert.equal(readConfig('example-folders: [a/b]\n', '.errata-lens.yaml').problems.length, 1);
  });

  test('do not include folders above the scanned one', async (t) => {
    const below = (file: string): string => file.slice('examples/'.length);
    const findings = await findingsIn(t, 'examples/main.tf', EMPTY_CONFIG, below);
    assert.notEqual(failingCount(findings, { failOn: 'low' }), 0);
  });
});
