import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { kubernetes } from './format.ts';
import { say } from '../../../l10n/index.ts';
import { assetsOf, readUnit, textAt } from '../../../../test/support/code/format.ts';
import { scanFiles } from '../../../../test/support/workspace.ts';

function assets(text: string) {
  return assetsOf(kubernetes, 'a.yaml', { 'a.yaml': text });
}

describe('AWS Controllers for Kubernetes', () => {
  const text = `apiVersion: rds.services.k8s.aws/v1alpha1
kind: DBCluster
metadata: { name: orders }
spec:
  dbClusterIdentifier: orders-prod
  engine: aurora-mysql
  engineVersion: "8.0.mysql_aurora.3.08.0" # pinned
  enableCloudwatchLogsExports: [error]
  enableIAMDatabaseAuthentication: true
  dbClusterParameterGroupRef: { from: { name: orders-group } }
---
apiVersion: rds.services.k8s.aws/v1alpha1
kind: DBInstance
metadata: { name: orders-1 }
spec: { engine: aurora-mysql, dbInstanceClass: db.r6g.large, dbClusterIdentifier: orders-prod }
---
apiVersion: rds.services.k8s.aws/v1alpha1
kind: DBClusterParameterGroup
metadata: { name: orders-group }
spec: { family: aurora-mysql8.0, parameterOverrides: { slow_query_log: 1 } }
---
apiVersion: documentdb.services.k8s.aws/v1alpha1
kind: DBCluster
metadata: { name: papers }
spec: { engineVersion: 8.0.mysql_aurora.3.01.0 }
`;

  test('declare a cluster with version and settings', () => {
    const cluster = assets(text).get('DBCluster/orders');
    assert.equal(cluster?.version, '3.08.0');
    assert.equal(textAt({ 'a.yaml': text }, cluster.location), '8.0.mysql_aurora.3.08.0');
    assert.deepEqual(cluster.settings.enabledCloudwatchLogsExports, ['error']);
    assert.equal(cluster.settings.iamDatabaseAuthenticationEnabled, true);
    assert.equal(cluster.settings.slow_query_log, '1');
  });

  test('leave placeholders of another tool unknown', () => {
    const filled = text.replace('[error]', '${LOG_EXPORTS}');
    const cluster = assets(filled).get('DBCluster/orders');
    assert.equal(cluster?.settings.enabledCloudwatchLogsExports, undefined);
    assert.deepEqual(cluster?.unknownSettings, ['enabledCloudwatchLogsExports']);
  });

  test('declare an instance of the cluster, and no other service', () => {
    assert.equal(assets(text).get('DBInstance/orders-1')?.version, '3.08.0');
    assert.equal(assets(text).has('DBCluster/papers'), false);
  });
});

describe('Crossplane resources', () => {
  test('keep a reference to a missing resource, whose version they share', () => {
    const text = `apiVersion: rds.aws.upbound.io/v1beta1
kind: ClusterInstance
metadata: { name: reader }
spec: { forProvider: { engine: aurora-postgresql, clusterIdentifierRef: { name: elsewhere } } }
---
apiVersion: rds.aws.upbound.io/v1beta1
kind: Cluster
metadata: { name: stock }
spec: { forProvider: { engine: aurora-mysql, engineVersion: 8.0.mysql_aurora.3.05.2, dbClusterParameterGroupNameRef: { name: stock } } }
`;
    const found = assets(text);
    assert.equal(found.get('ClusterInstance/reader')?.reason?.key, 'inventory.clusterMember');
    assert.ok(
      found.get('Cluster/stock')?.unknownSettings.includes('dbClusterParameterGroupName'),
      JSON.stringify(found.get('Cluster/stock')?.unknownSettings),
    );
  });

  test('are linked by references and selectors', () => {
    const text = `apiVersion: rds.aws.upbound.io/v1beta1
kind: Cluster
metadata: { name: orders, labels: { db: orders } }
spec: { forProvider: { engine: aurora-mysql, engineVersion: 8.0.mysql_aurora.3.05.2, region: eu-west-1 } }
---
apiVersion: rds.aws.upbound.io/v1beta1
kind: ClusterInstance
metadata: { name: by-reference }
spec: { forProvider: { engine: aurora-mysql, instanceClass: db.r6g.large, clusterIdentifierRef: { name: orders } } }
---
apiVersion: rds.aws.m.upbound.io/v1beta1
kind: ClusterInstance
metadata: { name: by-label }
spec: { forProvider: { engine: aurora-mysql, clusterIdentifierSelector: { matchLabels: { db: orders } } } }
---
apiVersion: rds.aws.upbound.io/v1beta1
kind: ClusterInstance
metadata: { name: of-another }
spec: { forProvider: { engine: aurora-mysql, clusterIdentifierSelector: { matchLabels: { db: stock } } } }
---
apiVersion: rds.aws.crossplane.io/v1alpha1
kind: DBCluster
metadata: { name: older }
spec: { forProvider: { engine: aurora-mysql, engineVersion: 5.7 } }
`;
    const read = assets(text);
    assert.equal(read.get('Cluster/orders')?.version, '3.05.2');
    assert.equal(read.get('ClusterInstance/by-reference')?.version, '3.05.2');
    assert.equal(read.get('ClusterInstance/by-label')?.version, '3.05.2');
    assert.equal(read.get('ClusterInstance/of-another')?.version, null);
    assert.equal(read.get('DBCluster/older')?.versionPrefix, '2');
  });

  test('include the base of a composition, with values of its claim', () => {
    const text = `apiVersion: apiextensions.crossplane.io/v1
kind: Composition
spec:
  mode: Pipeline
  pipeline:
    - step: compose
      input:
        apiVersion: pt.fn.crossplane.io/v1beta1
        kind: Resources
        resources:
          - name: pinned
            base:
              apiVersion: rds.aws.upbound.io/v1beta1
              kind: Cluster
              spec: { forProvider: { engine: aurora-mysql, engineVersion: 8.0.mysql_aurora.3.10.0 } }
          - name: open
            base:
              apiVersion: rds.aws.upbound.io/v1beta1
              kind: Cluster
              spec: { forProvider: { engine: aurora-mysql } }
            patches:
              - { fromFieldPath: spec.version, toFieldPath: spec.forProvider.engineVersion }
`;
    const read = assets(text);
    assert.equal(read.get('Cluster/pinned')?.version, '3.10.0');
    const open = read.get('Cluster/open');
    assert.equal(open?.reason?.key, 'inventory.computed');
    assert.equal(textAt({ 'a.yaml': text }, open.location), 'spec.version');
  });
});

test('ignores examples in definitions of resource types', () => {
  const text = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: dbclusters.rds.services.k8s.aws }
spec:
  example: { apiVersion: rds.services.k8s.aws/v1alpha1, kind: DBCluster, spec: { engine: aurora-mysql, engineVersion: 8.0.mysql_aurora.3.01.0 } }
  versions:
    - schema:
        description: |
          apiVersion: rds.services.k8s.aws/v1alpha1
          engineVersion: 8.0.mysql_aurora.3.01.0
`;
  assert.equal(assets(text).size, 0);
});

test('leaves output of a Helm template unknown', () => {
  const text = `{{- if .Values.db.enabled }}
apiVersion: rds.services.k8s.aws/v1alpha1
kind: DBCluster
metadata:
  name: {{ .Release.Name }}-db
spec:
  engine: aurora-mysql
  engineVersion: {{ .Values.db.version | quote }}
  {{- with .Values.db.extra }}
  tags: {{ toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
`;
  const { problems } = readUnit(kubernetes, 'a.yaml', { 'a.yaml': text });
  assert.deepEqual(
    problems.map((problem) => problem.text.key),
    ['problem.textTemplate'],
  );
  const cluster = assets(text).get('DBCluster/{{ .Release.Name }}-db');
  assert.equal(cluster?.reason?.key, 'inventory.templated');
  assert.equal(cluster.product, 'aurora-mysql');
});

describe('images of nodes and containers', () => {
  function images(text: string): string[] {
    const files = { 'a.yaml': text };
    return readUnit(kubernetes, 'a.yaml', files).drafts.map(({ version }) =>
      version?.state === 'known' ? textAt(files, version.at) : '?',
    );
  }

  test('are read from Karpenter', () => {
    const head = 'apiVersion: karpenter.k8s.aws/v1\nkind: EC2NodeClass\nmetadata: { name: default }\nspec:\n';
    assert.deepEqual(images(`${head}  amiFamily: AL2023\n`), ['AL2023']);
    assert.deepEqual(
      images(`${head}  amiFamily: AL2023\n  amiSelectorTerms: [{ alias: al2023@v20240807 }]\n`),
      ['al2023@v20240807', 'AL2023'],
    );
    assert.deepEqual(images(`${head}  amiFamily: Bottlerocket\n`), ['Bottlerocket']);
  });

  test('are read from eksctl and node groups', () => {
    const text = `apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
metadata: { name: shop }
managedNodeGroups: [{ name: a, amiFamily: AmazonLinux2023 }, { name: b, amiFamily: Ubuntu2204 }]
nodeGroups: [{ name: c, amiFamily: AmazonLinux2 }]
---
apiVersion: eks.services.k8s.aws/v1alpha1
kind: Nodegroup
metadata: { name: d }
spec: { amiType: AL2_x86_64 }
`;
    assert.deepEqual(images(text), ['AmazonLinux2', 'AmazonLinux2023', 'AL2_x86_64']);
  });

  test('are read once from containers in a list of resources', () => {
    const text = `apiVersion: v1
kind: List
items:
  - apiVersion: batch/v1
    kind: Job
    metadata: { name: copy }
    spec: { template: { spec: { containers: [{ image: amazonlinux:2023.5.20240708.0 }, { image: nginx }] } } }
`;
    assert.deepEqual(images(text), ['amazonlinux:2023.5.20240708.0']);
  });
});

test('does not declare a cluster for a mere reference to one', () => {
  const text = `apiVersion: kubernetes.crossplane.io/v1alpha2
kind: Object
metadata: { name: orders }
spec:
  references:
    - patchesFrom: { apiVersion: rds.aws.crossplane.io/v1alpha1, kind: DBCluster, name: orders, fieldPath: status.atProvider.endpoint }
`;
  assert.deepEqual([...assets(text).keys()], []);
});

test('treats each values file of a chart as an environment over the common values', async (t) => {
  const template = `apiVersion: rds.aws.upbound.io/v1beta1
kind: Cluster
metadata:
  name: {{ .Values.name }}
spec:
  forProvider:
    engine: {{ .Values.db.engine }}
    engineVersion: {{ .Values.db.version | quote }}
`;
  const { assets } = await scanFiles(t, {
    'chart/templates/db.yaml': template,
    'chart/values.yaml': 'name: orders\ndb:\n  engine: aurora-postgresql\n  version: "15.4"\n',
    'chart/values-prod.yaml': 'db:\n  version: "15.8"\n',
    'chart/qa.values.yaml': 'db:\n  engine: aurora-postgresql\n  version: "16.2"\n',
    'chart/values-dev.yaml': 'name: small\n',
  });
  assert.deepEqual(
    assets.map(({ engineVersion, environment, location }) => [
      engineVersion,
      environment,
      'file' in location && location.file,
    ]),
    [
      ['16.2', 'qa', 'chart/qa.values.yaml'],
      ['15.8', 'prod', 'chart/values-prod.yaml'],
      ['15.4', null, 'chart/values.yaml'],
    ],
  );
});

describe('custom kinds of a database', () => {
  const read = async (t: TestContext, head: string, spec: string) => {
    const { assets } = await scanFiles(t, {
      'a.yaml': `apiVersion: ${head}\nmetadata: { name: stock }\nspec: ${spec}\n`,
    });
    return assets.map(({ name, product, engineVersion, reason }) => [
      name,
      product,
      engineVersion,
      reason === null ? null : say(reason, 'en'),
    ]);
  };

  test('take the default version of their operator if none is set', async (t) => {
    const kind = 'shop.test/v1\nkind: AuroraStore';
    assert.deepEqual(await read(t, kind, '{ main: { engine: aurora-mysql }, readers: 2 }'), [
      [
        'AuroraStore/stock.main.engine',
        'aurora-mysql',
        null,
        'No engine version is written; shop.test/AuroraStore takes its own default.',
      ],
    ]);
    assert.deepEqual(await read(t, kind, '{ engine: aurora-postgresql, engineVersion: "15.4" }'), [
      ['spec.engineVersion', 'aurora-postgresql', '15.4', null],
    ]);
  });

  for (const [what, kind, spec] of [
    [
      'a version under another key',
      'shop.test/v1\nkind: Rds',
      '{ a: { engine: aurora-mysql }, dbVersion: x }',
    ],
    ['a custom engine', 'shop.test/v1\nkind: Rds', '{ engine: aurora-like }'],
    ['a list of engines', 'shop.test/v1\nkind: Rds', '{ engine: [aurora-mysql, aurora-postgresql] }'],
    ['a database in a cluster', 'shop.test/v1\nkind: LogicalDatabase', '{ engine: aurora-mysql }'],
    ['a rule', 'shop.test/v1\nkind: Policy', '{ match: { engine: aurora-mysql } }'],
    ['a kind of a core API', 'v1\nkind: RdsConfig', '{ engine: aurora-mysql }'],
    [
      'a definition',
      'apiextensions.crossplane.io/v1\nkind: CompositeResourceDefinition',
      '{ names: { kind: Aurora }, engine: aurora-mysql }',
    ],
  ] as const) {
    test(`exclude ${what}`, async (t) => {
      assert.deepEqual(await read(t, kind, spec), []);
    });
  }
});

test('skips a manifest with only a label of a known API group, and reports nothing', () => {
  const pool = `apiVersion: karpenter.sh/v1
kind: NodePool
metadata:
  name: {{ .Values.name }}
spec:
  amiFamily: {{ .Values.family }}
  requirements: [{ key: karpenter.k8s.aws/instance-family, operator: In, values: [m7g] }]
  {{- with .Values.tags }}
  tags: {{ toYaml . | nindent 4 }}
  {{- end }}
`;
  const problemCount = (text: string) => readUnit(kubernetes, 'a.yaml', { 'a.yaml': text }).problems.length;
  assert.equal(problemCount(pool), 0);
  for (const [version, kind] of [
    ['karpenter.k8s.aws/v1', 'EC2NodeClass'],
    ['"eksctl.io/v1alpha5"', 'ClusterConfig'],
    ['!x rds.aws.upbound.io/v1beta1', 'Cluster'],
    ['rds.services.k8s.aws/v1alpha1', 'DBCluster'],
  ] as const)
    assert.equal(
      problemCount(pool.replace('karpenter.sh/v1', version).replace('NodePool', kind)),
      1,
      version,
    );
});
