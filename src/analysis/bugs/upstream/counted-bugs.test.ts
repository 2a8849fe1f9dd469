import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCatalogue } from '../../../catalogue/index.ts';
import { say } from '../../../l10n/index.ts';
import { countedBugs } from './counted-bugs.ts';
import { meetsFailOn } from '../../../model/index.ts';
import { scanFiles } from '../../../../test/support/workspace.ts';
import { findingsOf } from '../../findings/findings.ts';
import { checklistOf, isReported, versionAnswer } from '../../index.ts';
import { EMPTY_CONFIG } from '../../../config/index.ts';

const TODAY = '2026-12-01';
const catalogue = await loadCatalogue(null);

const instance = (version: string, comment = ''): string =>
  `resource "aws_db_instance" "shop" {\n  engine = "postgres"\n  engine_version = "${version}"${comment}\n}\n`;
const cluster =
  'resource "aws_rds_cluster" "shop" {\n  engine = "aurora-postgresql"\n  engine_version = "16.6"\n}\n';

test('counts and names bugs of PostgreSQL in the finding of RDS', async (t) => {
  const [finding] = findingsOf(catalogue, await scanFiles(t, { 'main.tf': instance('16.6') }), {
    today: TODAY,
  });
  assert.ok(finding);
  const bugs = finding.bugs ?? assert.fail('no bugs');
  const { urgent, apply, listed, off } = bugs.counts;
  assert.equal(bugs.upstream?.included, true);
  const version = versionAnswer(catalogue, 'rds-postgresql', '16.6', TODAY);
  assert.equal(listed, version.counts.listed);
  assert.equal(listed, version.matches.filter(isReported).length + (version.upstream?.counts.listed ?? 0));
  assert.ok(off > 0);
  assert.equal(apply, listed - off);
  assert.ok(urgent > 0);
  assert.match(
    say(finding.message, 'en'),
    new RegExp(
      `^RDS for PostgreSQL 16\\.6: ${urgent} urgent known bugs, ${apply} in all with PostgreSQL's\\.`,
    ),
  );
  assert.equal(finding.level, 'warning');
  assert.ok(meetsFailOn(finding, 'urgent'));
  assert.equal(bugs.advice?.now?.when, 'urgent');
  assert.equal(bugs.advice.now.fixes?.of.all, apply);
  assert.ok(bugs.top.some(({ bug }) => bug.product === 'postgresql'));
});

test('counts bugs of PostgreSQL separately in the finding of Aurora', async (t) => {
  const [finding] = findingsOf(catalogue, await scanFiles(t, { 'main.tf': cluster }), { today: TODAY });
  assert.ok(finding);
  const bugs = finding.bugs ?? assert.fail('no bugs');
  assert.ok((bugs.upstream?.listed ?? 0) > 0);
  assert.equal(bugs.upstream?.included, undefined);
  const version = versionAnswer(catalogue, 'aurora-postgresql', '16.6', TODAY);
  assert.equal(bugs.counts.listed, version.counts.listed);
  assert.equal((bugs.upstream?.listed ?? 0) + (bugs.upstream?.off ?? 0), version.upstream?.counts.listed);
  assert.doesNotMatch(say(finding.message, 'en'), /PostgreSQL's/);
});

test('excludes a suppressed bug of PostgreSQL from every count', async (t) => {
  const [plain] = findingsOf(catalogue, await scanFiles(t, { 'main.tf': instance('16.6') }), {
    today: TODAY,
  });
  const urgent =
    plain?.bugs?.top.find(({ urgency }) => urgency.level === 'urgent') ?? assert.fail('none urgent');
  const ignore = ` # errata-lens:ignore ${urgent.bug.id} -- our queries do not meet it`;
  const inventory = await scanFiles(t, { 'main.tf': instance('16.6', ignore) });
  const [finding] = findingsOf(catalogue, inventory, { today: TODAY });
  const before = plain?.bugs?.counts ?? assert.fail();
  const after = finding?.bugs ?? assert.fail('no finding');
  const { urgent: left, apply, listed, off } = after.counts;
  assert.deepEqual([left, apply], [before.urgent - 1, before.apply - 1]);
  assert.deepEqual([listed, off], [before.listed - 1, before.off]);
  assert.equal(after.advice?.now?.fixes?.of.urgent, before.urgent - 1);
  const { rows } = checklistOf(catalogue, inventory, EMPTY_CONFIG, { today: TODAY });
  const errata = rows.find(({ id }) => id === 'aurora-version-errata') ?? assert.fail('no row');
  assert.match(say(errata.evidence, 'en'), new RegExp(`^16\\.6: ${before.urgent - 1} urgent known bug`));
});

test('calls a database of RDS a database, and one of Aurora a cluster', () => {
  const reasons = (product: string, version: string): string =>
    countedBugs(catalogue, product, version, new Map())
      .flatMap(({ urgency }) => urgency.why)
      .map((reason) => `${say(reason, 'en')} ${say(reason, 'ja')}`)
      .join('\n');
  const rds = reasons('rds-postgresql', '16.6');
  assert.match(rds, /nearly every database/);
  assert.match(rds, /ほぼすべてのデータベースに該当/);
  assert.doesNotMatch(rds, /cluster|クラスター/);
  assert.match(reasons('aurora-postgresql', '16.6'), /nearly every cluster/);
});
