import assert from 'node:assert/strict';
import test from 'node:test';
import { featureStates, findingsOf, upgradeAnswer, versionAnswer } from '../../analysis/index.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { text } from '../../l10n/index.ts';
import type { Asset } from '../../model/index.ts';
import { kindFromJson } from '../../report/index.ts';
import { bugsIntroduction } from '../../report/bugs/bugs-heading.ts';
import { upgradeTable } from '../../report/upgrade/upgrade-parts.ts';
import { kindInJson } from '../../report/scan/asset-kinds.ts';
import { scanFiles } from '../../../test/support/workspace.ts';

const instance = (name: string, more: string): string =>
  `resource "aws_db_instance" "${name}" {\n  instance_class = "db.r6g.large"\n  ${more}\n}\n`;

test('reads standalone instances as databases, but no cluster members', async (t) => {
  const { assets } = await scanFiles(t, {
    'main.tf': [
      instance('orders', 'engine = "postgres"\n  engine_version = "16.6"'),
      instance('replica', 'replicate_source_db = aws_db_instance.orders.identifier'),
      instance('restored', 'snapshot_identifier = "x"\n  parameter_group_name = "default.postgres14"'),
      instance(
        'grouped',
        'snapshot_identifier = "x"\n  parameter_group_name = aws_db_parameter_group.g.name',
      ),
      'resource "aws_db_parameter_group" "g" {\n  name = "g"\n  family = "postgres15"\n}\n',
      'resource "aws_rds_cluster" "zones" {\n  engine = "postgres"\n  engine_version = "15.4"\n}\n',
      'resource "aws_rds_cluster" "aurora" {\n  engine = "aurora-postgresql"\n  engine_version = "16.6"\n}\n',
      'resource "aws_rds_cluster_instance" "one" {\n  cluster_identifier = aws_rds_cluster.aurora.id\n  engine = "aurora-postgresql"\n}\n',
    ].join(''),
  });
  const shown = assets
    .filter(({ kind }) => kind !== 'parameter-group')
    .map((asset) => [
      asset.name.split('.').at(-1),
      asset.kind,
      asset.declaredAs ?? null,
      kindInJson(asset),
      asset.version ?? asset.versionPrefix,
    ]);
  assert.deepEqual(shown, [
    ['orders', 'database', 'db-instance', 'db-instance', '16.6'],
    ['replica', 'database', 'db-instance', 'db-instance', '16.6'],
    ['restored', 'database', 'db-instance', 'db-instance', '14'],
    ['grouped', 'database', 'db-instance', 'db-instance', '15'],
    ['zones', 'database', null, 'db-instance', '15.4'],
    ['aurora', 'database', null, 'aurora-cluster', '16.6'],
    ['one', 'db-instance', null, 'db-instance', '16.6'],
  ]);
});

test('derives the use of replicas from links of code, and from the list of an account', async (t) => {
  const engine = 'engine = "postgres"\n  engine_version = "16.6"';
  const { assets } = await scanFiles(t, {
    'main.tf': [
      instance('source', engine),
      instance('replica', 'replicate_source_db = aws_db_instance.source.identifier'),
      instance('outside', 'engine = "postgres"\n  replicate_source_db = "prod"'),
      instance('alone', engine),
      instance('sometimes', engine),
      instance(
        'some',
        'count = var.read ? 1 : 0\n  replicate_source_db = aws_db_instance.sometimes.identifier',
      ),
      'variable "read" {\n  type = bool\n}\n',
      `resource "aws_rds_cluster" "zones" {\n  ${engine}\n}\n`,
    ].join(''),
    'change.py': 'rds.modify_db_instance(DBInstanceIdentifier="orders", EngineVersion="16.6")\n',
  });
  const stateOf = (asset: Asset): unknown => featureStates(asset).get('replicas') ?? 'unknown';
  assert.deepEqual(
    Object.fromEntries(assets.map((asset) => [asset.name.split('.').at(-1), stateOf(asset)])),
    {
      ...{ source: 'on', replica: 'on', outside: 'on', alone: 'unknown' },
      ...{ sometimes: 'unknown', some: 'on', zones: 'on', EngineVersion: 'unknown' },
    },
  );
  const [alone] = assets.filter(({ name }) => name === 'aws_db_instance.alone');
  assert.ok(alone);
  const listed = (names: readonly string[]): unknown =>
    stateOf({ ...alone, settings: { ...alone.settings, readReplicaDBInstanceIdentifiers: names } });
  assert.deepEqual([listed([]), listed(['r'])], ['off', 'on']);
});

test('writes kinds to JSON in the words of schema 1, and reads them back', () => {
  assert.equal(kindInJson({ kind: 'operating-system', product: null }), 'os-image');
  assert.equal(kindFromJson('os-image'), 'operating-system');
  assert.equal(kindFromJson('aurora-cluster'), 'database');
  assert.equal(kindFromJson('alarm'), 'alarm');
});

test('reports a revision without a name in the API, with the release to write', async (t) => {
  const inventory = await scanFiles(t, {
    'main.tf':
      instance('copied', 'engine = "postgres"\n  engine_version = "16.6-R2"') +
      instance('first', 'engine = "postgres"\n  engine_version = "16.6-R1"') +
      instance('written', 'engine = "mysql"\n  engine_version = "8.0.39.R2.20250101"') +
      instance('right', 'engine = "postgres"\n  engine_version = "16.6"') +
      instance('extended', 'engine = "postgres"\n  engine_version = "11.22-RDS.20240418"'),
  });
  const findings = findingsOf(await loadCatalogue(null), inventory, { today: '2026-11-20' });
  assert.deepEqual(
    findings
      .filter(({ ruleId }) => ruleId === 'not-in-api')
      .map(({ assetId, message }) => [assetId, message.args]),
    [
      ['main.tf#aws_db_instance.copied', { name: 'RDS for PostgreSQL', written: '16.6-R2', release: '16.6' }],
      ['main.tf#aws_db_instance.first', { name: 'RDS for PostgreSQL', written: '16.6-R1', release: '16.6' }],
      [
        'main.tf#aws_db_instance.written',
        { name: 'RDS for MySQL', written: '8.0.39.R2.20250101', release: '8.0.39' },
      ],
    ],
  );
});

test('names the release to write for a revision that a person asks about', async () => {
  const known = await loadCatalogue(null);
  const day = '2026-11-20';
  for (const [version, count] of [
    ['16.6-R2', 1],
    ['16.6', 0],
  ] as const) {
    for (const { standing } of [
      versionAnswer(known, 'rds-postgresql', version, day),
      upgradeAnswer(known, 'rds-postgresql', version, { day }),
    ])
      assert.equal(standing.filter(({ key }) => key === 'finding.notInApi').length, count, version);
  }
});

test('states the end of a major version of the community once, with its last release', async () => {
  const known = await loadCatalogue(null);
  const day = '2026-11-20';
  const ended = text('bugs.upstream.ended', { name: 'PostgreSQL', line: '11', version: '11.22' });
  for (const version of ['11.22', '11.22-rds.20240418']) {
    const answer = versionAnswer(known, 'rds-postgresql', version, day);
    const keys = bugsIntroduction(answer).map(({ key }) => key);
    assert.equal(keys.filter((key) => key === ended.key).length, 1, version);
    assert.ok(keys.includes('bugs.undetermined.others'), version);
    assert.deepEqual(upgradeAnswer(known, 'rds-postgresql', version, { day }).scope, ended);
  }
  for (const version of ['11.21', '16.6', '18.6'])
    assert.equal(versionAnswer(known, 'rds-postgresql', version, day).upstream?.endedLine, null, version);
});

test('states the ends of standard and of Extended Support of a target, or that the calendar lacks it', async () => {
  const known = await loadCatalogue(null);
  for (const [product, version, cell] of [
    ['rds-mysql', '5.7.44-rds.20240408', 'ended 2024-02-29, extended to 2027-07-31'],
    ['rds-postgresql', '11.22-rds.20240418', 'ended 2024-02-29, extended (end unknown)'],
  ] as const) {
    const { advice } = upgradeAnswer(known, product, version, { day: '2026-11-20' });
    assert.ok(advice);
    const cells = upgradeTable(advice, 'en').flat();
    assert.ok(cells.includes(cell), cells.join(' | '));
  }
});
