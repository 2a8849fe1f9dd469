import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadCatalogue } from '../../catalogue/index.ts';
import type { BugMatch } from '../../model/index.ts';
import { incidentMarkdown, supportPackMarkdown } from '../../report/index.ts';
import { scanFiles } from '../../../test/support/workspace.ts';
import { findingsOf } from '../findings/findings.ts';
import {
  casesNamed,
  incidentOf,
  supportPackOf,
  symptomOfVersion,
  versionAnswer,
  withIncluded,
} from '../index.ts';

const OPTIONS = { symptom: '', now: '2026-12-01T18:00:00.000Z', today: '2026-12-01' };
const STYLE = { language: 'en', timeZone: 'UTC' } as const;
const SYMPTOM = 'MERGE updated the wrong row';
const FILES = {
  'rds.tf': `resource "aws_db_instance" "plain" {
  identifier     = "plain"
  engine         = "postgres"
  engine_version = "16.6"
}
`,
  'aurora.tf': `resource "aws_rds_cluster" "shared" {
  cluster_identifier = "shared"
  engine             = "aurora-postgresql"
  engine_version     = "16.6"
}
`,
};

describe('an incident about a product that contains PostgreSQL', async () => {
  const catalogue = await loadCatalogue(null);

  test('lists as many bugs as the finding', async (t) => {
    const inventory = await scanFiles(t, FILES);
    for (const [name, sentence] of [
      [
        'plain',
        /^(\d+) bugs listed \(of these, (\d+) of PostgreSQL 16\.7 to 16\.14, \d urgent\), the worst first\.$/m,
      ],
      [
        'shared',
        /^(\d+) bugs listed \(and (\d+) of PostgreSQL 16\.7 to 16\.14, \d urgent.*\), the worst first\.$/m,
      ],
    ] as const) {
      const [found] = casesNamed(inventory, name);
      assert.ok(found);
      const page = incidentMarkdown(incidentOf(catalogue, inventory, found.cluster, OPTIONS), STYLE);
      const [, listed, apart] = sentence.exec(page) ?? assert.fail(page);
      const findings = findingsOf(catalogue, inventory, { today: OPTIONS.today });
      const { bugs, bugIds } = findings.find(({ assetId }) => assetId === found.cluster.id) ?? assert.fail();
      assert.equal(Number(listed), bugIds.length);
      assert.equal(Number(apart), bugs?.upstream?.listed);
      const pack = supportPackMarkdown(supportPackOf(catalogue, inventory, found, OPTIONS), STYLE);
      assert.match(pack, new RegExp(`^## Known bugs \\(${listed} listed`, 'm'));
    }
  });

  test("answers a symptom with PostgreSQL's bugs and contained fixes", async (t) => {
    const inventory = await scanFiles(t, FILES);
    const titles = (matches: readonly BugMatch[]): string => matches.map(({ bug }) => bug.title).join('\n');
    for (const [found] of [casesNamed(inventory, 'plain'), casesNamed(inventory, 'shared')]) {
      assert.ok(found);
      const options = { ...OPTIONS, symptom: SYMPTOM };
      const [version] = incidentOf(catalogue, inventory, found.cluster, options).databases;
      const fits = (version?.answer?.fits ?? []).map(({ listed }) => listed);
      assert.match(titles(fits), /^MERGE picks a wrong row version under concurrent updates$/m);
      assert.match(titles(version?.fixedHere ?? []), /^MERGE under READ COMMITTED may decide wrongly/m);
    }
  });

  test("names causes for the engine that was asked about, also beside PostgreSQL's bugs or none", () => {
    const symptom = 'pg_stat_activity shows idle in transaction sessions forever';
    for (const version of ['16.6', '16.15']) {
      const answer = versionAnswer(catalogue, 'rds-postgresql', version, OPTIONS.today);
      const causes = symptomOfVersion(symptom, answer, catalogue.bugs).causes.map(({ key }) => key);
      assert.deepEqual(causes, ['ordinary.open-transaction'], version);
    }
  });

  test('names the most urgent bugs of both lists where none fits', () => {
    const answer = versionAnswer(catalogue, 'rds-postgresql', '16.6', OPTIONS.today);
    const { verdict, urgent } = symptomOfVersion('zorple', answer, catalogue.bugs);
    assert.equal(verdict, 'nothing');
    assert.deepEqual(urgent, withIncluded(answer).slice(0, 3));
  });
});
