import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ansible } from './format.ts';
import { OTHER_PARAMETERS } from '../../../model/index.ts';
import { assetsOf, readUnit, textAt } from '../../../../test/support/code/format.ts';

const ROLE = {
  'roles/db/defaults/main.yml': `aurora_engine: aurora-mysql
aurora_engine_version: 8.0.mysql_aurora.3.05.2
db_logs: [error, slowquery]
`,
  'roles/db/tasks/main.yml': `- name: Parameters
  amazon.aws.rds_cluster_param_group:
    name: "{{ cluster_id }}"
    db_parameter_group_family: aurora-mysql8.0
    parameters: [{ parameter_name: slow_query_log, parameter_value: 1 }]
- name: Create
  amazon.aws.rds_cluster:
    cluster_id: "{{ cluster_id }}"
    engine: "{{ aurora_engine }}"
    engine_version: "{{ aurora_engine_version }}"
    db_cluster_parameter_group_name: "{{ cluster_id }}"
    enable_cloudwatch_logs_exports: "{{ db_logs }}"
    deletion_protection: true
- name: Instances
  amazon.aws.rds_instance:
    db_instance_identifier: "{{ cluster_id }}-{{ item }}"
    cluster_id: "{{ cluster_id }}"
    engine: aurora-mysql
    instance_type: db.r6g.large
  loop: [a, b, c]
- name: Protect
  amazon.aws.rds_cluster: { cluster_id: "{{ cluster_id }}", engine: aurora-mysql, deletion_protection: false }
- name: Change something
  amazon.aws.rds_cluster: { cluster_id: other, apply_immediately: true }
- name: Remove the old one
  rds_cluster: { cluster_id: old, engine: aurora-mysql, engine_version: 5.7.mysql_aurora.2.11.1, state: absent }
`,
};

describe('an Ansible role', () => {
  const assets = assetsOf(ansible, 'roles/db/tasks/main.yml', ROLE);
  const cluster = assets.get('amazon.aws.rds_cluster.{{ cluster_id }}');

  test('resolves its version from its defaults', () => {
    assert.equal(cluster?.version, '3.05.2');
    assert.equal(cluster.resolution, 'default');
    assert.equal('file' in cluster.location && cluster.location.file, 'roles/db/defaults/main.yml');
    assert.equal(textAt(ROLE, cluster.location), '8.0.mysql_aurora.3.05.2');
    assert.deepEqual(
      cluster.uses.map((use) => textAt(ROLE, use.location)),
      ['{{ aurora_engine_version }}'],
    );
  });

  test('has settings, parameters and instances', () => {
    assert.deepEqual(cluster?.settings.enabledCloudwatchLogsExports, ['error', 'slowquery']);
    assert.equal(cluster.settings.deletionProtection, true);
    assert.equal(cluster.settings.slow_query_log, '1');
    assert.equal(cluster.settings.instanceCount, 3);
    assert.deepEqual(cluster.settings.instanceClasses, ['db.r6g.large']);
  });

  test('has a parameter group with unknown parameters', () => {
    const task = `- amazon.aws.rds_cluster_param_group:
    name: orders
    db_parameter_group_family: aurora-mysql8.0
    parameters: "{{ chosen_elsewhere }}"
`;
    const [group] = assetsOf(ansible, 'tasks/main.yml', { 'tasks/main.yml': task }).values();
    assert.deepEqual(group?.unknownSettings, [OTHER_PARAMETERS]);
  });

  test('excludes resources that it removes or only changes', () => {
    assert.equal(assets.size, 3);
  });

  test('lists the files that it reads, and counts their versions once', () => {
    assert.deepEqual(readUnit(ansible, 'roles/db/tasks/main.yml', ROLE).includes, [
      'roles/db/defaults/main.yml',
    ]);
    const own = assetsOf(ansible, 'roles/db/defaults/main.yml', ROLE);
    assert.deepEqual(own.get('aurora_engine_version')?.location, cluster?.location);
  });
});

describe('an Ansible playbook', () => {
  function read(task: string, vars = '', files: Record<string, string> = {}) {
    const text = `- hosts: localhost\n${vars}  tasks:\n    - name: db\n      community.aws.rds_cluster:\n        cluster_id: orders\n        engine: aurora-mysql\n        engine_version: ${task}\n`;
    const all = { ...files, 'play.yml': text };
    const asset = assetsOf(ansible, 'play.yml', all).get('community.aws.rds_cluster.orders');
    assert.ok(asset);
    return { asset, written: textAt(all, asset.location) };
  }

  const cases: [name: string, task: string, vars: string, version: string, written: string][] = [
    ['literal', '"8.0.mysql_aurora.3.04.0"', '', '3.04.0', '8.0.mysql_aurora.3.04.0'],
    [
      'variable of the play',
      '"{{ v }}"',
      '  vars: { v: 8.0.mysql_aurora.3.04.1 }\n',
      '3.04.1',
      '8.0.mysql_aurora.3.04.1',
    ],
    [
      'a variable inside a map',
      '"{{ db.v }}"',
      '  vars: { db: { v: 8.0.mysql_aurora.3.04.1 } }\n',
      '3.04.1',
      '8.0.mysql_aurora.3.04.1',
    ],
    [
      'a variable of a variable',
      '"{{ v }}"',
      '  vars: { v: "{{ w }}", w: 8.0.mysql_aurora.3.04.1 }\n',
      '3.04.1',
      '8.0.mysql_aurora.3.04.1',
    ],
    ['a default', `"{{ v | default('8.0.mysql_aurora.3.04.2') }}"`, '', '3.04.2', '8.0.mysql_aurora.3.04.2'],
    [
      'a default from a variable',
      '"{{ x | default(v) }}"',
      '  vars: { v: 8.0.mysql_aurora.3.04.1 }\n',
      '3.04.1',
      '8.0.mysql_aurora.3.04.1',
    ],
    [
      'a filter for lower case',
      '"{{ v | lower }}"',
      '  vars: { v: 8.0.MYSQL_AURORA.3.04.1 }\n',
      '3.04.1',
      '8.0.MYSQL_AURORA.3.04.1',
    ],
    [
      'a filter that replaces a part',
      `"{{ v | trim | replace('v', '') }}"`,
      '  vars: { v: v8.0.mysql_aurora.3.04.1 }\n',
      '3.04.1',
      '8.0.mysql_aurora.3.04.1',
    ],
  ];
  for (const [name, task, vars, version, text] of cases) {
    test(`resolves ${name}`, () => {
      const { asset, written } = read(task, vars);
      assert.equal(asset.version, version);
      assert.equal(written, text);
    });
  }

  test('reads files of variables', () => {
    const inFile = { 'vars/db.yml': 'v: 8.0.mysql_aurora.3.08.1\n' };
    assert.equal(read('"{{ v }}"', '  vars_files: [vars/db.yml]\n', inFile).asset.version, '3.08.1');
    const ofAll = { 'group_vars/all.yml': 'v: 8.0.mysql_aurora.3.08.2\n' };
    assert.equal(read('"{{ v }}"', '', ofAll).asset.version, '3.08.2');
  });

  test('leaves values of the run unknown', () => {
    for (const task of [
      '"{{ v }}"',
      `"{{ lookup('env', 'V') }}"`,
      '"8.0.mysql_aurora.{{ v }}"',
      `"{{ w | regex_replace('a', 'b') }}"`,
    ]) {
      assert.equal(
        read(task, '  vars: { w: 8.0.mysql_aurora.3.04.1 }\n').asset.reason?.key,
        'inventory.computed',
      );
    }
    const endless = read('"{{ v }}"', '  vars: { v: "{{ v }}" }\n');
    assert.equal(endless.asset.reason?.key, 'inventory.tooComplex');
  });

  test('keeps the digits of an unquoted number', () => {
    assert.equal(read('5.7').asset.engineVersion, '5.7');
  });
});

describe('versions in variables and values files', () => {
  function pins(text: string, file = 'vars.yml', others: Record<string, string> = {}) {
    const files = { ...others, [file]: text };
    return readUnit(ansible, file, files).drafts.map(({ name, source, environment, version }) => ({
      name,
      source,
      environment,
      written: version?.state === 'known' ? textAt(files, version.at) : null,
    }));
  }
  const written = (text: string, file?: string) => pins(text, file).map((pin) => pin.written);

  test('are recognised by the engine beside them', () => {
    assert.deepEqual(written('engine: aurora-mysql\nengine_version: 5.7\n'), ['5.7']);
    assert.deepEqual(written('engine: aurora\nengineVersion: 5.6.10a\n'), ['5.6.10a']);
    assert.deepEqual(
      written('orders_engine: aurora-mysql\norders_engine_version: "8.0"\nes_engine_version: "7.10"\n'),
      ['8.0'],
    );
    assert.deepEqual(
      written(
        'db: { engine: aurora-mysql, version: 8.0.mysql_aurora.3.04.0 }\ndocdb: { engine: docdb, version: 4.0.0 }\n',
      ),
      ['8.0.mysql_aurora.3.04.0'],
    );
  });

  test('are recognised by their own form', () => {
    assert.deepEqual(written('db_version: 8.0.mysql_aurora.3.04.0\n'), ['8.0.mysql_aurora.3.04.0']);
    assert.deepEqual(written('orders: 8.0.mysql_aurora.3.04.0\n', 'versions.yaml'), [
      '8.0.mysql_aurora.3.04.0',
    ]);
  });

  test('exclude choices, examples, other engines and mentions in a text', () => {
    const none = [
      'allowed_versions: [8.0.mysql_aurora.3.04.0]\n',
      'supported: { engine_version: 8.0.mysql_aurora.3.04.0 }\n',
      'source_engine_version: 5.7.mysql_aurora.2.11.1\n',
      'engine: aurora-postgresql\nengine_version: "8.0"\n',
      'engine_version: "8.0"\n',
      'readme: |\n  engine = "aurora-mysql"\n  engine_version = "8.0.mysql_aurora.3.04.0"\n',
      'description: 8.0.mysql_aurora.3.04.0\n',
      'kind: CustomResourceDefinition\nspec: { engine: aurora-mysql, engine_version: 5.7 }\n',
      'Resources:\n  A: { Type: AWS::RDS::DBCluster, Properties: { engine: aurora-mysql, engine_version: 5.7 } }\n',
      'Db: { Type: AWS::RDS::DBCluster, Properties: { Engine: aurora-mysql, EngineVersion: 5.7 } }\n',
      'service: shop\ncustom: { engine: aurora-mysql, engine_version: 5.7 }\nresources: {}\n',
    ];
    for (const text of none) assert.deepEqual(written(text), [], text);
  });

  test('have the source of a chart or claim, and the environment of their file', () => {
    const text = 'database:\n  engine: aurora-mysql\n  engineVersion: 8.0.mysql_aurora.3.04.0\n';
    const chart = { 'chart/Chart.yaml': 'name: shop\n' };
    const [values] = pins(text, 'chart/values-prod.yaml', chart);
    assert.deepEqual(values && [values.name, values.source, values.environment], [
      'database.engineVersion',
      'kubernetes',
      'prod',
    ]);
    assert.equal(pins(text, 'group_vars/stage.yml')[0]?.environment, 'stage');
    assert.equal(pins(text, 'inventories/live/group_vars/all.yml')[0]?.environment, 'live');
    assert.equal(
      pins(`apiVersion: example.org/v1\nkind: Database\nspec:\n  ${text.replaceAll('\n', '\n  ')}\n`)[0]
        ?.source,
      'kubernetes',
    );
  });
});

test('claims files by their names', () => {
  assert.ok(ansible.claims('roles/x/tasks/main.yml'));
  assert.ok(!ansible.claims('.github/workflows/deploy.yml'));
  assert.ok(!ansible.claims('a.json'));
});
