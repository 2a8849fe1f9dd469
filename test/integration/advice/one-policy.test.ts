import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AccountScan } from '../../../src/extension/worker/account-scan.ts';
import { writeKeptScan } from '../../../src/extension/accounts/kept-scan.ts';
import {
  checklistOf,
  upgradeOptionsFor,
  findingsOf,
  factsOfAssets,
  upgradeAnswer,
} from '../../../src/analysis/index.ts';
import { EMPTY_CONFIG } from '../../../src/config/index.ts';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { say } from '../../../src/l10n/index.ts';
import { adviceOf, EMPTY_INVENTORY, type Asset } from '../../../src/model/index.ts';
import { runningCluster, scanOf } from '../../support/accounts/account-scan.ts';
import { scanFiles } from '../../support/workspace.ts';

const TODAY = '2026-12-01';
const catalogue = await loadCatalogue(null);

function reasonOf(assets: readonly Asset[], name: string): string {
  const findings = findingsOf(catalogue, { ...EMPTY_INVENTORY, assets }, { today: TODAY });
  const finding = findings.find(
    ({ bugs, assetIds }) => bugs !== null && assetIds.some((id) => id.endsWith(name)),
  );
  const advice = finding && adviceOf(finding);
  assert.ok(advice, name);
  return say(advice.reason, 'en');
}

test('the reason of advice begins with a pending upgrade, only for the cluster that waits for it', () => {
  const waiting = runningCluster('waiting', '2.11.1');
  const assets = [
    { ...waiting, versions: { ...waiting.versions, pending: '2.12.6' } },
    runningCluster('idle', '2.11.1'),
  ];
  assert.match(reasonOf(assets, ':waiting'), /^An upgrade to 2\.12\.6 is already pending\. Standard support/);
  assert.match(reasonOf(assets, ':idle'), /^Standard support/);
});

test('the reason of advice begins with automatic minor upgrades by AWS', async (t) => {
  const { assets } = await scanFiles(t, {
    'main.tf':
      'resource "aws_rds_cluster" "shop" {\n  engine = "aurora-mysql"\n  engine_version = "5.7.mysql_aurora.2.11.1"\n}\nresource "aws_rds_cluster_instance" "one" {\n  cluster_identifier = aws_rds_cluster.shop.id\n  engine = "aurora-mysql"\n  auto_minor_version_upgrade = true\n}\n',
  });
  assert.match(
    reasonOf(assets, 'aws_rds_cluster.shop'),
    /lets AWS upgrade minor versions: what runs may be newer\. Standard/,
  );
});

test('upgrade targets of an account change the advice of a folder, its checklist and the upgrade page alike', async (t) => {
  const offered = {
    ...runningCluster('shop', '2.11.1'),
    settings: { validUpgradeTargets: ['5.7.mysql_aurora.2.12.5'], pendingMaintenanceActions: [] },
  };
  const inventory = await scanFiles(t, {
    'main.tf':
      'resource "aws_rds_cluster" "mine" {\n  engine = "aurora-mysql"\n  engine_version = "5.7.mysql_aurora.2.11.1"\n}\n',
  });
  const accounts = new AccountScan();
  await accounts.set(writeKeptScan(scanOf([offered])));
  const scanned = accounts.scan?.inventory ?? null;
  const folder = 'folder';
  const { findings } = accounts.analyse(folder, new Map([[folder, inventory]]), catalogue, {
    today: TODAY,
    config: EMPTY_CONFIG,
  });
  const [finding] = findings.filter(({ bugs }) => bugs !== null);
  const [asset] = inventory.assets;
  assert.ok(finding && asset);
  const here = factsOfAssets(catalogue, inventory, [asset], { today: TODAY });
  const options = upgradeOptionsFor(TODAY, EMPTY_CONFIG, scanned)('aurora-mysql');
  const { advice } = upgradeAnswer(here.catalogue, 'aurora-mysql', '2.11.1', { ...options, ...here });
  assert.deepEqual(adviceOf(finding), advice?.advice);
  const { rows } = checklistOf(catalogue, inventory, EMPTY_CONFIG, { today: TODAY, scanned });
  const row = rows.find(({ id }) => id === 'aurora-version-errata');
  const step = advice?.advice?.now?.version ?? advice?.advice?.destination?.version ?? '';
  assert.ok(say(row?.fix?.title ?? assert.fail(), 'en').includes(step), step);
  const without = upgradeOptionsFor(TODAY, EMPTY_CONFIG, null)('aurora-mysql');
  assert.notDeepEqual(
    upgradeAnswer(catalogue, 'aurora-mysql', '2.11.1', { ...without, states: here.states }).advice?.advice,
    advice?.advice,
  );
});

test('a suppressed bug does not count in the advice of a finding', async (t) => {
  const inventory = await scanFiles(t, {
    'main.tf':
      'resource "aws_rds_cluster" "mine" {\n  engine = "aurora-mysql"\n  engine_version = "5.7.mysql_aurora.2.11.1"\n}\n',
  });
  const [plain] = findingsOf(catalogue, inventory, { today: TODAY });
  const first = plain?.bugs?.top[0]?.bug.id ?? assert.fail();
  const config = {
    ...EMPTY_CONFIG,
    ignore: [{ rule: first, reason: 'not here', line: 1 }],
  } as unknown as typeof EMPTY_CONFIG;
  const [left] = findingsOf(catalogue, inventory, { today: TODAY, config });
  const { now } = left?.bugs?.advice ?? {};
  assert.equal(now?.fixes?.of.urgent, left?.bugs?.counts.urgent);
  assert.equal(now?.fixes?.of.all, left?.bugs?.counts.apply);
});
