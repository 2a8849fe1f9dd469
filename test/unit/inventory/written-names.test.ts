import assert from 'node:assert/strict';
import test from 'node:test';
import { writtenName } from '../../../src/inventory/index.ts';
import { cloudformation } from '../../../src/inventory/formats/cloudformation/format.ts';
import { RESOURCE_RULES } from '../../../src/inventory/formats/cloudformation/resources/resource-rules.ts';
import { settingName } from '../../../src/inventory/formats/cloudformation/resources/api-names.ts';
import { DATABASE_SETTINGS, databaseSetting } from '../../../src/inventory/resources/database-settings.ts';
import {
  HEALTH_CHECK_SETTINGS,
  SERVICE_CLASSES,
} from '../../../src/inventory/formats/programs/services/service-classes.ts';
import { terraform } from '../../../src/inventory/formats/terraform/index.ts';
import { RESOURCE_TYPES } from '../../../src/inventory/formats/terraform/resources/resource-types.ts';
import type { Asset, AssetKind } from '../../../src/model/index.ts';
import { assetsOf } from '../../support/format.ts';

// What is written for a setting is read as that setting, for every setting and every tool that writes it.

const location = { file: 'app.ts', line: 1, column: 1, endLine: 1, endColumn: 2 };

function written(source: Asset['source'], kind: AssetKind, name: string, setting: string): string {
  return writtenName({ source, kind, name, location }, setting) ?? '';
}

function settingsRead(assets: ReadonlyMap<string, Asset>): string[] {
  return [...assets.values()].flatMap((asset) => [...Object.keys(asset.settings), ...asset.unknownSettings]);
}

/** Hooks inside a group become assets; only where their number is not known are they a setting. */
const NOT_BY_ITSELF: ReadonlySet<string> = new Set(['lifecycleHooks']);

test('Terraform: an argument or block that is written for a setting is read as it', () => {
  const wrong: string[] = [];
  let asked = 0;
  for (const [type, { kind, settings, shaped = {} }] of RESOURCE_TYPES) {
    for (const setting of new Set([...Object.values(settings), ...Object.values(shaped)])) {
      if (NOT_BY_ITSELF.has(setting)) continue;
      asked += 1;
      const path = written('terraform', kind, `module.a["b.c"].${type}.main[0]`, setting);
      const argument = path
        .split('.')
        .reduceRight((inner, name) => `${name} {\n${inner}\n}`.replace(/\{\n(= .*)\n\}/, '$1'), '= ["1"]');
      const code = `resource "${type}" "main" {\n${argument}\n}\n`;
      if (!settingsRead(assetsOf(terraform, '.', { 'main.tf': code })).includes(setting))
        wrong.push(`${type} ${setting}: ${path}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(asked > 250, String(asked));
});

test('CloudFormation: a property that is written for a setting is read as it', () => {
  const wrong: string[] = [];
  let asked = 0;
  for (const [type, { kind, ...rule }] of RESOURCE_RULES) {
    const lists = [rule.texts, rule.numbers, rule.booleans, rule.structures, rule.verbatim];
    for (const path of lists.flatMap((list) => list ?? [])) {
      asked += 1;
      const setting = settingName(path);
      const name = written('cloudformation', kind, 'Main', setting);
      const inside = path.split('.').slice(0, -1);
      // Parameter groups of other engines are no assets.
      const value = name === 'Family' ? 'aurora-mysql8.0' : '1';
      const properties = [...inside, name].reduceRight<unknown>((inner, each) => ({ [each]: inner }), value);
      const template = JSON.stringify({ Resources: { Main: { Type: type, Properties: properties } } });
      if (!settingsRead(assetsOf(cloudformation, 'stack.json', { 'stack.json': template })).includes(setting))
        wrong.push(`${type} ${setting}: ${name}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(asked > 150, String(asked));
});

test('other tools: what is written for a setting of a database is read as it', () => {
  const wrong: string[] = [];
  for (const kind of ['aurora-cluster', 'db-instance', 'global-cluster'] as const) {
    for (const setting of DATABASE_SETTINGS) {
      for (const source of ['cdk', 'pulumi', 'kubernetes', 'ansible', 'shell'] as const) {
        const name = written(source, kind, 'main', setting) || setting;
        if (databaseSetting(name.replaceAll('-', '')) !== setting)
          wrong.push(`${source} ${setting}: ${name}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

test('constructs of the CDK: a property that is written for a setting is read as it', () => {
  for (const { kind, settings } of SERVICE_CLASSES.values()) {
    for (const setting of Object.values(settings)) {
      const name = written('cdk', kind, 'main', setting);
      const health = Object.entries(HEALTH_CHECK_SETTINGS).map(
        ([key, to]) => [`healthCheck.${key}`, to] as const,
      );
      const own = [...SERVICE_CLASSES.values()].filter((each) => each.kind === kind);
      const all = new Map([...own.flatMap((each) => Object.entries(each.settings)), ...health]);
      assert.equal(all.get(name), setting, `${kind}: ${name}`);
    }
  }
});

test('names are those of the tool, of the resource type and of the language', () => {
  assert.equal(written('terraform', 'trail', 'aws_cloudtrail.main', 'isLogging'), 'enable_logging');
  assert.equal(
    written('terraform', 'aurora-cluster', 'aws_rds_cluster.main', 'caCertificateIdentifier'),
    'ca_certificate_identifier',
  );
  assert.equal(
    written('terraform', 'db-instance', 'aws_db_instance.main', 'caCertificateIdentifier'),
    'ca_cert_identifier',
  );
  assert.equal(
    written('terraform', 'aurora-cluster', 'awscc_rds_db_cluster.main', 'enabledCloudwatchLogsExports'),
    'enable_cloudwatch_logs_exports',
  );
  assert.equal(
    written('cloudformation', 'db-instance', 'Db', 'performanceInsightsEnabled'),
    'EnablePerformanceInsights',
  );
  assert.equal(
    written('cdk', 'aurora-cluster', 'Db', 'iamDatabaseAuthenticationEnabled'),
    'iamAuthentication',
  );
  assert.equal(
    written('ansible', 'aurora-cluster', 'Db', 'iamDatabaseAuthenticationEnabled'),
    'enable_iam_database_authentication',
  );
  assert.equal(
    written('shell', 'aurora-cluster', 'Db', 'enabledCloudwatchLogsExports'),
    '--enable-cloudwatch-logs-exports',
  );
  const inPython = { ...location, file: 'app.py' };
  const cluster = { source: 'cdk', kind: 'aurora-cluster', name: 'Db', location: inPython } as const;
  assert.equal(writtenName(cluster, 'enabledCloudwatchLogsExports'), 'cloudwatch_logs_exports');
  assert.equal(writtenName({ ...cluster, source: 'terraform' }, 'slow_query_log'), null);
});
