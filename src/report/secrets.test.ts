import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Asset, Inventory } from '../model/index.ts';
import { HIDDEN, SECRET_SETTINGS, withoutSecrets } from '../model/index.ts';
import { NO_ROOTS, readScanJson, scanJson } from './index.ts';
import { scanFiles } from '../../test/support/workspace.ts';

const CANARY = 'canary-7f3a';
const CODE = {
  'main.tf':
    'resource "aws_rds_cluster" "main" {\n  engine = "aurora-mysql"\n  engine_version = "5.7.mysql_aurora.2.11.1"\n}\n',
};
const ARN = 'arn:aws:rds:eu-west-1:123456789012:cluster:main';

function written(inventory: Inventory): string {
  const result = {
    catalogue: { asOf: '2030-01-01T00:00:00Z', source: 'snapshot' as const, bugs: [], releases: [] },
    inventory,
    findings: [],
    problems: [],
    paths: NO_ROOTS,
  };
  return JSON.stringify(scanJson(result, 'en'));
}

describe('settings that can contain a secret are hidden', () => {
  for (const name of SECRET_SETTINGS) {
    test(`${name}, in code and in an account, at any depth`, async (t) => {
      const inventory = await scanFiles(t, CODE);
      const secret = {
        [name]: CANARY,
        list: [{ inner: { [name]: [CANARY] } }],
        plain: 'stays',
      };
      const assets = inventory.assets.map((asset): Asset => ({ ...asset, settings: secret }));
      const running = assets.map((asset): Asset => ({
        ...asset,
        id: ARN,
        source: 'api',
        location: { account: '123456789012', region: 'eu-west-1', arn: ARN },
      }));
      const json = written({ ...inventory, assets: [...assets, ...running] });
      assert.doesNotMatch(json, new RegExp(CANARY));
      assert.ok(json.includes('"plain":"stays"'));
      // The value is hidden, so a later scan that compares with this one must treat it as unknown.
      const read = readScanJson(json);
      assert.equal(read?.assets.length, 2);
      for (const asset of read.assets) {
        assert.ok(!(name in asset.settings));
        assert.ok(asset.unknownSettings.includes(name));
      }
    });
  }

  test('detects secrets by their names, but not switches about them', () => {
    assert.deepEqual(
      withoutSecrets({
        dbPassword: 'x',
        apiToken: 'x',
        manageMasterUserPassword: true,
        tokenless: 'x',
        port: 3306,
      }),
      { dbPassword: HIDDEN, apiToken: HIDDEN, manageMasterUserPassword: true, tokenless: 'x', port: 3306 },
    );
  });
});
