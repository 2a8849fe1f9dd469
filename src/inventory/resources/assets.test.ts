import assert from 'node:assert/strict';
import test from 'node:test';
import { buildAssets } from './assets.ts';
import type { AssetDraft } from './draft.ts';
import type { Fact } from '../../values/value/fact.ts';
import { isFileLocation, type FileLocation, type SettingValue } from '../../model/index.ts';
import { scanFiles } from '../../../test/support/workspace.ts';

function at(line: number): FileLocation {
  return { file: 'main.tf', line, column: 3, endLine: line, endColumn: 9 };
}

function written(value: SettingValue, line = 2): Fact {
  return { state: 'known', value, at: at(line), origin: 'literal', uses: [] };
}

const unknown: Fact = {
  state: 'unknown',
  at: null,
  reason: { key: 'inventory.noDefault', args: { name: 'var.x' } },
};

function draft(over: Partial<AssetDraft>): AssetDraft {
  return {
    kind: 'database',
    source: 'terraform',
    name: 'aws_rds_cluster.main',
    file: 'main.tf',
    at: at(1),
    engine: written('aurora-mysql'),
    version: written('8.0.mysql_aurora.3.04.0'),
    settings: {},
    links: [],
    count: 1,
    environment: null,
    mayRunNewer: null,
    ...over,
  };
}

const instance = (over: Partial<AssetDraft>): AssetDraft =>
  draft({
    kind: 'db-instance',
    name: 'aws_rds_cluster_instance.main',
    at: at(10),
    engine: null,
    version: null,
    links: [{ role: 'member-of', target: 'aws_rds_cluster.main' }],
    ...over,
  });

test('distinguishes release, partial version, missing version and invalid text', () => {
  const facts = (version: Fact | null) => {
    const [asset] = buildAssets([draft({ version })]);
    assert.ok(asset);
    return [asset.engineVersion, asset.version, asset.versionPrefix, asset.resolution, asset.reason?.key];
  };
  assert.deepEqual(facts(written('8.0.mysql_aurora.3.04.0')), [
    '8.0.mysql_aurora.3.04.0',
    '3.04.0',
    null,
    'literal',
    undefined,
  ]);
  assert.deepEqual(facts(written('8.0')), ['8.0', null, '3', 'partial', 'inventory.partial']);
  assert.deepEqual(facts(null), [null, null, null, 'unknown', 'inventory.notWritten']);
  assert.deepEqual(facts(written('newest')), ['newest', null, null, 'unknown', 'inventory.notUnderstood']);
  assert.deepEqual(facts(unknown), [null, null, null, 'unknown', 'inventory.noDefault']);
});

test('excludes other engines, and keeps an undecidable one without a product', () => {
  const products = (engine: Fact | null, version: Fact | null) =>
    buildAssets([draft({ engine, version })]).map((asset) => asset.product);
  assert.deepEqual(products(written('mariadb'), written('15.4')), []);
  assert.deepEqual(products(written('aurora-postgresql'), written('15.4')), ['aurora-postgresql']);
  assert.deepEqual(products(written('aurora'), written('5.6.10a')), ['aurora-mysql']);
  assert.deepEqual(products(unknown, written('15.4')), ['aurora-postgresql']);
  assert.deepEqual(products(unknown, written('5.7.mysql_aurora.2.11.1')), ['aurora-mysql']);
  assert.deepEqual(products(unknown, unknown), [null]);
  assert.deepEqual(products(null, written('5.7')), ['aurora-mysql']);
});

test('treats an empty name of a global cluster or source as missing', () => {
  const reasonOf = (settings: AssetDraft['settings']) =>
    buildAssets([draft({ version: null, settings })])[0]?.reason?.key;
  assert.equal(reasonOf({ globalClusterIdentifier: written('') }), 'inventory.notWritten');
  assert.equal(reasonOf({ globalClusterIdentifier: written('g') }), 'inventory.globalMember');
  assert.equal(reasonOf({ readReplicaSourceDBInstanceIdentifier: written('') }), 'inventory.notWritten');
});

test('gives a copy the version of its source, and a restored snapshot that or a newer one', async (t) => {
  const cluster = (more: string) =>
    `resource "aws_rds_cluster" "x" {\n  engine = "aurora-mysql"\n  ${more}\n}\n`;
  const template = (more: string) =>
    `Resources:\n  X:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-mysql\n      ${more}\n`;
  const { assets } = await scanFiles(t, {
    'copy.tf': cluster('restore_to_point_in_time {\n    source_cluster_identifier = "shop"\n  }'),
    'snapshot/main.tf': cluster('snapshot_identifier = "shop-1"'),
    'copy.yaml': template('SourceDBClusterIdentifier: shop'),
    'snapshot.yaml': template('SnapshotIdentifier: shop-1'),
  });
  assert.deepEqual(
    assets.map(({ location, reason }) => [isFileLocation(location) && location.file, reason?.key]).sort(),
    [
      ['copy.tf', 'inventory.copy'],
      ['copy.yaml', 'inventory.copy'],
      ['snapshot.yaml', 'inventory.snapshot'],
      ['snapshot/main.tf', 'inventory.snapshot'],
    ],
  );
});

test('leaves the version open if only a default omits the source', async (t) => {
  const template = (source: string) => `Parameters:
  Snapshot: { Type: String, Default: '' }
Conditions:
  IsRestored: !Not [!Equals [!Ref Snapshot, '']]
Resources:
  X:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      SnapshotIdentifier: ${source}
`;
  const main = (source: string) => `variable "snapshot" { default = "" }
resource "aws_rds_cluster" "x" {
  engine              = "aurora-mysql"
  snapshot_identifier = ${source}
}
`;
  const { assets } = await scanFiles(t, {
    'a.yaml': template('!Ref Snapshot'),
    'b.yaml': template('!If [IsRestored, !Ref Snapshot, !Ref AWS::NoValue]'),
    'c.yaml': template("''"),
    'd/main.tf': main('var.snapshot'),
    'e/main.tf': main('var.snapshot == "" ? null : var.snapshot'),
    'f/main.tf': main('""'),
  });
  assert.deepEqual(
    assets.map(({ reason }) => [reason?.key, reason?.args['name']]),
    [
      ['inventory.mayHaveSource', 'SnapshotIdentifier'],
      ['inventory.mayHaveSource', 'SnapshotIdentifier'],
      ['inventory.notWritten', undefined],
      ['inventory.mayHaveSource', 'var.snapshot'],
      ['inventory.mayHaveSource', 'snapshot_identifier'],
      ['inventory.notWritten', undefined],
    ],
  );
});

test('limits the version of a replica, copy or snapshot to the line of its parameter group', () => {
  for (const source of ['replicationSourceIdentifier', 'sourceDBClusterIdentifier', 'snapshotIdentifier']) {
    const own = draft({
      kind: 'cluster-parameter-group',
      name: 'g',
      settings: { dbParameterGroupFamily: written('aurora-mysql8.0') },
    });
    const links = [{ role: 'cluster-parameter-group', target: 'g' }] as const;
    const [, cluster] = buildAssets([
      own,
      draft({ version: null, links, settings: { [source]: written('a') } }),
    ]);
    assert.deepEqual([cluster?.versionPrefix, cluster?.reason?.key], ['3', 'inventory.ofFamily'], source);
  }
});

test("gives a member its cluster's version, and a global cluster its source's", async (t) => {
  const { assets } = await scanFiles(t, {
    'main.tf':
      'resource "aws_rds_cluster_instance" "x" {\n  engine = "aurora-mysql"\n  cluster_identifier = "elsewhere"\n}\n',
    'global.yaml':
      'Resources:\n  X:\n    Type: AWS::RDS::GlobalCluster\n    Properties:\n      Engine: aurora-mysql\n      SourceDBClusterIdentifier: shop\n',
  });
  assert.deepEqual(assets.map(({ reason }) => reason?.key).sort(), [
    'inventory.clusterMember',
    'inventory.globalSource',
  ]);
});

test('gives an instance the version of its cluster, even if the cluster is not in code', () => {
  const reasonOf = (settings: AssetDraft['settings']) =>
    buildAssets([draft({ kind: 'db-instance', version: null, settings })])[0]?.reason?.key;
  assert.equal(reasonOf({ dbClusterIdentifier: written('orders') }), 'inventory.clusterMember');
  assert.equal(reasonOf({}), 'inventory.notWritten');
});

test('limits a missing version to the line of its parameter group', () => {
  const rangeOf = (engine: string, group: string, version: Fact | null = null) => {
    const settings = { dbClusterParameterGroupName: written(group) };
    const [cluster] = buildAssets([draft({ engine: written(engine), version, settings })]);
    return [cluster?.versionPrefix, cluster?.resolution, cluster?.reason?.key];
  };
  const familyRange = (range: string) => [range, 'partial', 'inventory.ofFamily'];
  assert.deepEqual(rangeOf('aurora-postgresql', 'default.aurora-postgresql10'), familyRange('10'));
  assert.deepEqual(rangeOf('aurora-postgresql', 'default.aurora-postgresql9.6'), familyRange('9.6'));
  assert.deepEqual(rangeOf('aurora-mysql', 'default.aurora-mysql5.7'), familyRange('2'));
  // Custom and unknown families state nothing; the family of another engine contradicts the code.
  const untold = [null, 'unknown', 'inventory.notWritten'];
  assert.deepEqual(rangeOf('aurora', 'default.aurora5.6'), familyRange('1'));
  for (const group of ['aurora-postgresql10', 'default.aurora-postgresql13.4'])
    assert.deepEqual(rangeOf('aurora-postgresql', group), untold);
  const contradicts = [null, 'unknown', 'inventory.familyOfOther'];
  assert.deepEqual(rangeOf('aurora-postgresql', 'default.aurora-mysql8.0'), contradicts);
  const open = rangeOf('aurora-postgresql', 'default.aurora-postgresql14', unknown);
  assert.deepEqual(open, ['14', 'partial', 'inventory.noDefault']);
});

test('excludes an instance of another engine with its cluster', () => {
  const cluster = draft({ engine: written('mariadb'), version: written('15.4') });
  assert.deepEqual(buildAssets([cluster, instance({})]), []);
});

test('recognises a full version of Aurora MySQL beside any engine', () => {
  const [found] = buildAssets([draft({ engine: written('mysql') })]);
  assert.deepEqual([found?.product, found?.version], ['aurora-mysql', '3.04.0']);
});

test('joins an instance with an equal or missing version to its cluster', () => {
  const [cluster, silent, same, other] = buildAssets([
    draft({}),
    instance({}),
    instance({ name: 'b', version: written('8.0.mysql_aurora.3.04.0', 12) }),
    instance({ name: 'c', version: written('8.0.mysql_aurora.3.05.2', 13) }),
  ]);
  assert.ok(cluster && silent && same && other);
  assert.deepEqual(cluster.uses, [{ location: at(12), name: 'b' }]);
  assert.deepEqual(
    [silent.version, silent.location, silent.uses],
    ['3.04.0', at(2), [{ location: at(10), name: 'aws_rds_cluster_instance.main' }]],
  );
  assert.deepEqual([same.version, same.location], ['3.04.0', at(2)]);
  assert.deepEqual([other.version, other.location], ['3.05.2', at(13)]);
});

test('prefers instance parameters, and gives a cluster those that its instances share', () => {
  const [cluster, first, second] = buildAssets([
    draft({ links: [{ role: 'cluster-parameter-group', target: 'cpg' }] }),
    instance({ name: 'a', links: [...instance({}).links, { role: 'parameter-group', target: 'pg' }] }),
    instance({ name: 'b' }),
    draft({
      kind: 'cluster-parameter-group',
      name: 'cpg',
      settings: {
        dbParameterGroupFamily: written('aurora-mysql8.0'),
        binlog_format: written('ROW'),
        slow_query_log: written('0'),
        max_connections: unknown,
      },
    }),
    draft({ kind: 'parameter-group', name: 'pg', settings: { slow_query_log: written('1') } }),
  ]);
  assert.ok(cluster && first && second);
  assert.equal(first.settings.slow_query_log, '1');
  assert.equal(second.settings.slow_query_log, '0');
  assert.equal(first.settings.binlog_format, 'ROW');
  assert.deepEqual(cluster.settings, {
    instanceCount: 2,
    instanceClasses: [],
    binlog_format: 'ROW',
    dbClusterParameterGroupName: 'cpg',
  });
  assert.deepEqual([...cluster.unknownSettings].sort(), ['max_connections', 'slow_query_log']);
});

test('counts the instances of a cluster, or leaves the number unknown', () => {
  const counted = (count: number | null) => {
    const settings = { dbInstanceClass: written('db.r6g.large') };
    const [cluster] = buildAssets([draft({}), instance({ count, settings })]);
    return [cluster?.settings.instanceCount, cluster?.settings.instanceClasses, cluster?.unknownSettings];
  };
  assert.deepEqual(counted(3), [3, ['db.r6g.large'], []]);
  assert.deepEqual(counted(null), [undefined, ['db.r6g.large'], ['instanceCount']]);
  assert.equal(buildAssets([draft({})])[0]?.settings.instanceCount, undefined);
});

test('links assets within their environment, and assigns different ids to equal names', () => {
  const assets = buildAssets([
    draft({ environment: 'prod', version: written('8.0.mysql_aurora.3.04.0', 2) }),
    draft({ environment: 'dev', version: written('8.0.mysql_aurora.3.05.2', 3) }),
    instance({ environment: 'dev' }),
    draft({ environment: 'dev' }),
  ]);
  assert.deepEqual(
    assets.map((asset) => asset.id),
    [
      'main.tf#aws_rds_cluster.main@prod',
      'main.tf#aws_rds_cluster.main@dev',
      'main.tf#aws_rds_cluster_instance.main@dev',
      'main.tf#aws_rds_cluster.main@dev~2',
    ],
  );
  assert.equal(assets[2]?.version, '3.05.2');
});

test('notes that a cluster with automatic minor upgrades may run a newer version', () => {
  const upgraded = instance({ settings: { autoMinorVersionUpgrade: written(true) } });
  assert.equal(buildAssets([draft({}), upgraded])[0]?.mayRunNewer?.key, 'inventory.autoMinorUpgrade');
  assert.equal(buildAssets([draft({}), instance({})])[0]?.mayRunNewer, null);
});

test('identifies an image parameter by its path, in any notation', () => {
  const path = '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-x86_64';
  for (const asked of [`{{resolve:ssm:${path}}}`, `{{ lookup('amazon.aws.aws_ssm', '${path}') }}`, path]) {
    const [image] = buildAssets([draft({ kind: 'operating-system', engine: null, version: written(asked) })]);
    assert.equal(image?.engineVersion, path);
    assert.equal(image.reason?.args['written'], path);
  }
});
