import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checklistOf, findingsOf } from '../../index.ts';
import { loadCatalogue } from '../../../catalogue/index.ts';
import { EMPTY_CONFIG, readConfig } from '../../../config/index.ts';
import { say } from '../../../l10n/index.ts';
import { inventoryOf } from '../../../../test/support/checks/checklist.ts';

test('counts the same urgent bugs in the check and the finding of a version', async () => {
  const known = await loadCatalogue(null);
  const seen = { pass: 0, fail: 0 };
  for (const version of ['3.04.6', '3.05.2', '3.07.1', '3.09.0', '3.10.5', '3.10.6', '3.12.0', '3.13.0']) {
    const code = inventoryOf(
      'tf',
      `resource "aws_rds_cluster" "a" {\n  engine = "aurora-mysql"\n  engine_version = "8.0.mysql_aurora.${version}"\n}`,
    );
    const found = findingsOf(known, code, { today: '2026-11-28' });
    const urgent = found.find(({ bugs }) => bugs !== null)?.bugs?.counts.urgent ?? 0;
    const { rows } = checklistOf(known, code, EMPTY_CONFIG, { today: '2026-11-28' });
    const row = rows.find(({ id }) => id === 'aurora-version-errata');
    const answer = urgent > 0 ? 'fail' : 'pass';
    seen[answer]++;
    assert.equal(row?.answer, answer, version);
    if (urgent > 0) assert.match(say(row.evidence, 'en'), new RegExp(`: ${urgent} urgent known`));
  }
  assert.ok(seen.pass > 0 && seen.fail > 0);
});

function database(type: string, engine: string, version: string): string {
  return `resource "${type}" "a" {\n  engine = "${engine}"\n  engine_version = "${version}"\n}`;
}

test("respects ignored bugs and the team's own bugs in the check like in the finding", async () => {
  const known = await loadCatalogue(null);
  const code = inventoryOf('tf', database('aws_rds_cluster', 'aurora-mysql', '8.0.mysql_aurora.3.04.0'));
  const options = { today: '2026-11-28' };
  const [plain] = findingsOf(known, code, options);
  const urgent = plain?.bugs?.top.filter(({ urgency }) => urgency.level === 'urgent') ?? [];
  assert.ok(urgent.length > 1);
  const ignored = urgent.map(({ bug }) => `- { rule: ${bug.id}, reason: does not concern us }\n`).join('');
  for (const written of [
    `ignore:\n${ignored}`,
    'known-issues:\n- { id: own, title: Data loss, versions: 3.04.x, severity: critical, impact: data, reason: seen }\n',
    `severity-floor: critical\n`,
  ]) {
    const { config, problems } = readConfig(written, '.errata-lens.yaml');
    assert.deepEqual(problems, []);
    const found = findingsOf(known, code, { ...options, config }).find(({ bugs }) => bugs !== null);
    const count = found?.bugs?.counts.urgent ?? 0;
    assert.notEqual(count, plain?.bugs?.counts.urgent, written);
    const row = checklistOf(known, code, config, options).rows.find(
      ({ id }) => id === 'aurora-version-errata',
    );
    assert.equal(row?.answer, count > 0 ? 'fail' : 'pass', written);
    if (count > 0) assert.match(say(row.evidence, 'en'), new RegExp(`: ${count} urgent known`));
  }
});

test('fails RDS for urgent bugs of PostgreSQL, but not Aurora', async () => {
  const known = await loadCatalogue(null);
  const errata = (type: string, engine: string, version: string) => {
    const code = inventoryOf('tf', database(type, engine, version));
    const { rows } = checklistOf(known, code, EMPTY_CONFIG, { today: '2026-11-28' });
    const row = rows.find(({ id }) => id === 'aurora-version-errata') ?? assert.fail(version);
    return { answer: row.answer, en: say(row.evidence, 'en'), ja: say(row.evidence, 'ja') };
  };
  const rds = errata('aws_db_instance', 'postgres', '16.11');
  assert.equal(rds.answer, 'fail', rds.en);
  assert.match(
    rds.en,
    /^16\.11: 1 urgent known bug, e\.g\. .*; those of PostgreSQL 16\.11, which it runs, are among them \(/,
  );
  const aurora = errata('aws_rds_cluster', 'aurora-postgresql', '16.11');
  assert.equal(aurora.answer, 'pass', aurora.en);
  assert.match(
    aurora.en,
    /^16\.11: no urgent known bug, \d+ in all; PostgreSQL 16\.11: 1 urgent of \d+, counted apart, which do not fail the check \(/,
  );
  assert.match(aurora.ja, /PostgreSQL 16\.11: 緊急 1 件、全 \d+ 件（別に集計し、判定には含めません）/);
});
