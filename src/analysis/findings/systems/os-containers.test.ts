import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { findingsOf, isReported, factsOfAssets, upgradeAnswer, versionAnswer } from '../../index.ts';
import { EMPTY_CONFIG } from '../../../config/index.ts';
import { say } from '../../../l10n/index.ts';
import type { Asset, Catalogue, Finding } from '../../../model/index.ts';
import { osBugs } from '../../../products/amazon-linux/notes/fixes/os-bugs.ts';
import { fingerprintOf } from '../../../report/scan/sarif/sarif.ts';
import { groupByVersion } from '../../../watch/versions/version-groups.ts';
import { catalogueOf } from '../../../../test/support/catalogue/catalogue.ts';
import { osReleaseOf, packageOf } from '../../../../test/support/catalogue/os-catalogue.ts';
import { scanFiles } from '../../../../test/support/workspace.ts';

const TODAY = '2026-03-10';
const OF_HOST = ['kernel', 'kernel-5.10', 'grub2', 'microcode_ctl'];
const RELEASES = [
  osReleaseOf('2.0.20260105.0', [packageOf('tzdata', '2026a-1.amzn2')]),
  osReleaseOf('2.0.20260119.1', [
    ...OF_HOST.map((name, n) => packageOf(name, '5.10.2-1.amzn2', [`CVE-2026-000${n}`])),
    packageOf('openssl', '3.0-1.amzn2', ['CVE-2026-0009']),
  ]),
];
const CATALOGUE: Catalogue = {
  ...catalogueOf(RELEASES, osBugs('amazon-linux-2', RELEASES, [])),
  asOf: '2026-03-05T00:00:00Z',
};
const PLACES = {
  Dockerfile: 'FROM public.ecr.aws/amazonlinux/amazonlinux:2.0.20260105.0\n',
  'pod.yaml':
    'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - name: a\n      image: amazonlinux:2.0.20260105.0\n',
  'main.tf':
    'data "aws_ami" "a" {\n  owners = ["amazon"]\n  filter {\n    name   = "name"\n    values = ["amzn2-ami-hvm-2.0.20260105.0-x86_64-gp2"]\n  }\n}\n',
};

async function scanned(
  t: TestContext,
  file: keyof typeof PLACES,
): Promise<{ asset: Asset; finding: Finding }> {
  const inventory = await scanFiles(t, { [file]: PLACES[file] });
  const finding = findingsOf(CATALOGUE, inventory, { today: TODAY }).find(({ bugs }) => bugs !== null);
  const asset = inventory.assets.find(({ id }) => id === finding?.assetId);
  assert.ok(finding && asset, file);
  return { asset, finding };
}

test('excludes host fixes for a container, and states the exclusion', async (t) => {
  for (const file of ['Dockerfile', 'pod.yaml'] as const) {
    const { finding } = await scanned(t, file);
    assert.equal(finding.bugIds.length, 1, file);
    const [long = finding.message] = finding.bugs?.facts ?? [];
    assert.match(say(finding.message, 'en'), /: 1 known bug, unrated in the notes\. Next: /);
    assert.match(say(long, 'en'), /openssl 1\. Not counted: 4 fixes of the kernel, the boot loader/);
    assert.match(say(long, 'ja'), /修正 4 件は数えていません。/);
    const { listed = 0, off = 0, apply = 0 } = finding.bugs?.counts ?? {};
    assert.deepEqual([listed, off, apply], [5, 4, 1]);
    const { of } = finding.bugs?.advice?.now?.fixes ?? {};
    assert.equal(of?.all, apply, 'the advice counts as the asset does');
  }
  const { finding } = await scanned(t, 'main.tf');
  assert.equal(finding.bugIds.length, 5);
  assert.doesNotMatch(say(finding.message, 'en'), /Not counted/);
});

test('excludes host fixes of a container in its list and in the watch', async (t) => {
  for (const [file, count] of [
    ['Dockerfile', 1],
    ['main.tf', 5],
  ] as const) {
    const inventory = await scanFiles(t, { [file]: PLACES[file] });
    const { asset } = await scanned(t, file);
    const here = factsOfAssets(CATALOGUE, inventory, [asset], { today: TODAY, config: EMPTY_CONFIG });
    const { catalogue, states, sharesHost } = here;
    const answer = versionAnswer(catalogue, 'amazon-linux-2', '2.0.20260105.0', TODAY, states, sharesHost);
    assert.equal(answer.matches.filter(isReported).length, count, file);
    const day = { day: TODAY, states, sharesHost };
    const { advice } = upgradeAnswer(catalogue, 'amazon-linux-2', '2.0.20260105.0', day);
    assert.deepEqual(advice?.counts, answer.counts, file);
    for (const { clears, remains, undetermined } of advice.targets.filter(
      ({ product }) => product === 'amazon-linux-2',
    ))
      assert.equal(clears.length + remains.length + undetermined.length, count, file);
    const [running] = groupByVersion(CATALOGUE, inventory, [], () => true);
    assert.equal(running?.matches.get(asset.id)?.length, count, file);
  }
});

test("keeps fingerprint and suppression of a container's finding", async (t) => {
  const { asset, finding } = await scanned(t, 'Dockerfile');
  const before = { ...finding, bugs: finding.bugs && { ...finding.bugs, version: '2.0.20260105.0' } };
  assert.equal(fingerprintOf(finding), fingerprintOf(before));
  assert.equal(finding.assetId, asset.id);
});
