import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bugsOfVersion, findingsOf } from '../index.ts';
import { withKnownIssues } from './own/own-issues.ts';
import { readConfig } from '../../config/index.ts';
import { say } from '../../l10n/index.ts';
import { bugOf, catalogueOf, itemOf, releaseOf } from '../../../test/support/catalogue/catalogue.ts';
import { scanFiles } from '../../../test/support/workspace.ts';

const FIX = itemOf('A fix of something.');
const RELEASES = ['2.11.0', '2.11.1', '2.11.4', '2.12.0'].map((version, index) =>
  releaseOf(version, `2023-0${index + 1}-01`, { items: [FIX] }),
);
const CATALOGUE = catalogueOf(RELEASES, [
  bugOf(FIX.digest, ['2.12.0'], { listings: [{ version: '2.12.0', digest: FIX.digest }] }),
]);

function cluster(name: string, version: string): string {
  return [
    `resource "aws_rds_cluster" "${name}" {`,
    '  engine = "aurora-mysql"',
    `  engine_version = "5.7.mysql_aurora.${version}"`,
    '}\n',
  ].join('\n');
}

describe('version ranges in .errata-lens.yaml', () => {
  test('apply a known issue to versions in its ranges', () => {
    const { config, problems } = readConfig(
      `known-issues:
  - { id: own, title: Our own, versions: ['>=2.11.0 <2.11.4', 5.7.mysql_aurora.2.12.0], reason: seen }
  - { id: old-form, title: As before, versions: ['2.11.*'], reason: seen }
`,
      'c.yaml',
    );
    assert.deepEqual(problems, []);
    const known = withKnownIssues(CATALOGUE, config.knownIssues);
    const own = (id: string): string[] =>
      RELEASES.flatMap(({ version }) =>
        bugsOfVersion(known, 'aurora-mysql', version).some(({ bug }) => bug.id === id) ? [version] : [],
      );
    assert.deepEqual(own('own'), ['2.11.0', '2.11.1', '2.12.0']);
    assert.deepEqual(own('old-form'), ['2.11.0', '2.11.1', '2.11.4']);
  });

  test('apply an ignore entry to versions in its range', async (t) => {
    const inventory = await scanFiles(t, {
      'main.tf': `${cluster('a', '2.11.0')}${cluster('b', '2.11.1')}`,
    });
    const { config, problems } = readConfig(
      'ignore:\n  - { rule: known-bugs, versions: <2.11.1, reason: replaced in spring }\n',
      'c.yaml',
    );
    assert.deepEqual(problems, []);
    const findings = findingsOf(CATALOGUE, inventory, { today: '2023-06-01', config });
    assert.deepEqual(
      findings
        .filter(({ ruleId }) => ruleId === 'known-bugs')
        .map(({ assetId, suppressed }) => [assetId.split('.').at(-1), suppressed !== null]),
      [
        ['a', true],
        ['b', false],
      ],
    );
  });

  test('are reported with their line if unreadable, and only their entry is dropped', () => {
    const { config, problems } = readConfig(
      `ignore:
  - rule: known-bugs
    reason: no
    versions:
      - 2.11.x
      - after 2.11
  - { rule: known-bugs, versions: ~3.04, reason: good }
known-issues:
  - { id: own, title: Our own, reason: seen, versions: '>=newest' }
`,
      'c.yaml',
    );
    assert.deepEqual(
      problems.map(({ text }) => say(text, 'en')),
      [
        'Line 6: this entry of “ignore” is not used: “after 2.11” in “versions” is not a version or a range such as 2.11.x, ^3.10 or >=2.11.0 <2.11.4.',
        'Line 9: this entry of “known-issues” is not used: “>=newest” in “versions” is not a version or a range such as 2.11.x, ^3.10 or >=2.11.0 <2.11.4.',
      ],
    );
    assert.deepEqual(
      config.ignore.map(({ versions }) => versions),
      [['~3.04']],
    );
    assert.deepEqual(config.knownIssues, []);
  });
});
