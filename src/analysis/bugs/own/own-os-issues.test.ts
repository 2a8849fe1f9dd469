import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { findingsOf, versionAnswer } from '../../index.ts';
import { withKnownIssues } from './own-issues.ts';
import { osBugs } from '../../../products/amazon-linux/notes/fixes/os-bugs.ts';
import { readConfig } from '../../../config/index.ts';
import { say } from '../../../l10n/index.ts';
import type { Catalogue, Finding } from '../../../model/index.ts';
import { catalogueOf } from '../../../../test/support/catalogue/catalogue.ts';
import { osReleaseOf, packageOf } from '../../../../test/support/catalogue/os-catalogue.ts';
import { scanFiles } from '../../../../test/support/workspace.ts';
import { osTargets } from '../../../../test/support/catalogue/os-targets.ts';

const TODAY = '2026-03-10';
const CVE = ['CVE-2026-0001'];
const AL2 = [
  osReleaseOf('2.0.20260105.0', [packageOf('tzdata', '2026a-1.amzn2')]),
  osReleaseOf('2.0.20260119.1', [packageOf('curl', '5.10.1-1.amzn2', CVE)]),
  osReleaseOf('2.0.20260202.0', [packageOf('curl', '5.10.2-1.amzn2', ['CVE-2026-0002'])]),
];
/** Releases whose notes name no CVE, so that nothing is counted. */
const AL2023 = [
  osReleaseOf('2023.9.20260105', [packageOf('systemd', '252-1.amzn2023')]),
  osReleaseOf('2023.9.20260119', [packageOf('systemd', '253-1.amzn2023')]),
];
const CATALOGUE: Catalogue = {
  ...catalogueOf([...AL2, ...AL2023], osBugs('amazon-linux-2', AL2, [])),
  asOf: '2026-03-05T00:00:00Z',
};

const ISSUES = `known-issues:
  - id: own-nfs
    title: Our NFS mounts hang after a resume
    product: amazon-linux-2
    versions: '<=2.0.20260119.x'
    reason: seen twice
  - id: own-dns
    title: Our resolver forgets its search list
    product: amazon-linux-2023
    versions: '2023.9.20260105'
    reason: seen once
`;
const { config, problems } = readConfig(ISSUES, 'c.yaml');

async function findingAbout(t: TestContext, image: string, more = ''): Promise<Finding | undefined> {
  const inventory = await scanFiles(t, {
    Dockerfile: `FROM public.ecr.aws/amazonlinux/amazonlinux:${image}\n`,
  });
  const settings = more === '' ? config : readConfig(ISSUES + more, 'c.yaml').config;
  return findingsOf(CATALOGUE, inventory, { today: TODAY, config: settings }).find(
    ({ ruleId }) => ruleId === 'known-bugs',
  );
}

describe("a team's own known issues of Amazon Linux", () => {
  test('appear in the finding of each release in their range, at the level of their severity', async (t) => {
    assert.deepEqual(problems, []);
    const inside = await findingAbout(t, '2.0.20260119.1');
    assert.ok(inside);
    assert.ok(inside.bugIds.includes('own-nfs'));
    assert.equal(inside.level, 'warning');
    assert.equal(inside.severity, 'high');
    assert.match(
      say(inside.message, 'en'),
      / 1 issue recorded by your team: Our NFS mounts hang after a resume\./,
    );
    assert.match(say(inside.message, 'ja'), /チームが記録した問題 1 件: Our NFS mounts/);
    const first = await findingAbout(t, '2.0.20260105.0');
    assert.ok(first?.bugIds.includes('own-nfs'));
    assert.equal(await findingAbout(t, '2.0.20260202.0'), undefined);
  });

  test('appear without a count for a release without counted bugs', async (t) => {
    const found = await findingAbout(t, '2023.9.20260105');
    assert.equal(found?.coverage, 'not-covered');
    assert.deepEqual(found.bugIds, ['own-dns']);
    assert.match(say(found.message, 'en'), /Our resolver forgets its search list/);
    assert.deepEqual([found.bugs?.counts.apply, found.bugs?.counts.listed], [0, 0]);
    assert.deepEqual(found.bugs?.top, []);
    const known = withKnownIssues(CATALOGUE, config.knownIssues);
    assert.deepEqual(versionAnswer(known, 'amazon-linux-2023', '2023.9.20260105', TODAY).matches, []);
  });

  test('disappear if the team ignores them, but fixes of the vendor remain', async (t) => {
    const found = await findingAbout(t, '2.0.20260105.0', 'ignore:\n  - { rule: own-nfs, reason: solved }\n');
    assert.ok(found);
    assert.ok(!found.bugIds.includes('own-nfs'));
    assert.ok(found.bugIds.length > 0);
    assert.doesNotMatch(say(found.message, 'en'), /own known issue/);
  });

  test('appear in the list of the version, without a fixed release', () => {
    const known = withKnownIssues(CATALOGUE, config.knownIssues);
    const answer = versionAnswer(known, 'amazon-linux-2', '2.0.20260105.0', TODAY);
    const own = answer.matches.find(({ bug }) => bug.id === 'own-nfs');
    assert.ok(own);
    assert.equal(say(own.reason, 'en'), 'recorded by your team in .errata-lens.yaml');
    const pinned = { product: 'amazon-linux-2', version: '2.0.20260105.0', byDate: false } as const;
    const targets = osTargets(known, pinned, TODAY).filter(({ reachable }) => reachable !== 'no');
    assert.deepEqual(
      targets.map(({ version, clears }) => [version, clears.some(({ bug }) => bug.id === 'own-nfs')]),
      [['2.0.20260202.0', false]],
    );
  });

  test('apply to an image with its own numbering by its base release', () => {
    const known = withKnownIssues(CATALOGUE, config.knownIssues);
    const titles = (version: string): string[] =>
      versionAnswer(known, 'amazon-linux-2', version, TODAY).matches.map(({ bug }) => bug.id);
    assert.ok(titles('2.20260125').includes('own-nfs'));
    assert.ok(!titles('2.20260206').includes('own-nfs'));
  });
});
