import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { findingsOf, factsOfTeam, versionAnswer } from '../../index.ts';
import { readConfig } from '../../../config/index.ts';
import { say } from '../../../l10n/index.ts';
import type { Finding } from '../../../model/index.ts';
import { bugsMarkdown } from '../../../report/index.ts';
import { catalogueOf, releaseOf } from '../../../../test/support/catalogue/catalogue.ts';
import { shownBugs } from '../../../../test/support/command-line/bugs-text.ts';
import { scanFiles } from '../../../../test/support/workspace.ts';

const TODAY = '2031-02-10';
const CATALOGUE = catalogueOf([releaseOf('3.05.2', '2029-01-01'), releaseOf('3.08.0', '2030-01-01')]);
const { config, problems } = readConfig(
  `known-issues:
  - id: own-crash
    title: Our cluster restarts under load
    versions: '>=3.09.0'
    severity: critical
    impact: unavailability
    reason: a support case
`,
  'c.yaml',
);

async function about(t: TestContext, version: string, settings = config): Promise<Finding[]> {
  const inventory = await scanFiles(t, {
    'main.tf': `resource "aws_rds_cluster" "shop" {\n  engine = "aurora-mysql"\n  engine_version = "8.0.mysql_aurora.${version}"\n}\n`,
  });
  return findingsOf(CATALOGUE, inventory, { today: TODAY, config: settings });
}

test("reports a team's own issue for a version above the catalogue, beside the missing notes", async (t) => {
  assert.deepEqual(problems, []);
  const [own, unknown, ...rest] = await about(t, '3.99.0');
  assert.ok(own && unknown);
  assert.deepEqual([own.ruleId, unknown.ruleId, rest.length], ['known-bugs', 'unknown-version', 0]);
  assert.deepEqual([own.bugIds, own.severity, own.coverage], [['own-crash'], 'critical', 'newer']);
  assert.equal(
    say(own.message, 'en'),
    'Aurora MySQL 3.99.0: 1 issue recorded by your team: “Our cluster restarts under load”.',
  );
  assert.match(say(own.message, 'ja'), /チームが記録した問題 1 件/);
});

test('reports no own issue for another version, or if the team ignores it', async (t) => {
  const rules = async (version: string, settings = config): Promise<string[]> =>
    (await about(t, version, settings)).map(({ ruleId }) => ruleId);
  assert.deepEqual(await rules('3.08.9'), ['unknown-version']);
  const quiet = { ...config, ignore: [{ rule: 'own-crash', reason: 'settled', line: 1 }] };
  assert.deepEqual(await rules('3.99.0', quiet), ['unknown-version']);
});

test('lists own issues of a version outside the catalogue, without a count of known bugs', () => {
  const known = factsOfTeam(CATALOGUE, config);
  const answer = versionAnswer(known.catalogue, 'aurora-mysql', '3.99.0', TODAY, known.states);
  assert.deepEqual([answer.covered.coverage, answer.matches.length], ['newer', 1]);
  for (const words of [shownBugs(answer), bugsMarkdown(answer, 'en')]) {
    assert.match(words, /1 issue recorded by your team\.\n/);
    assert.match(words, /Our cluster restarts under load/);
    assert.doesNotMatch(words, /known bugs? listed|lists these/);
  }
});
