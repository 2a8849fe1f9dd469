import assert from 'node:assert/strict';
import { test } from 'node:test';
import { say } from '../../l10n/index.ts';
import type { Catalogue, Release } from '../../model/index.ts';
import { bugOf, catalogueOf, itemOf, releaseOf } from '../../../test/support/catalogue/catalogue.ts';
import { osReleaseOf, packageOf } from '../../../test/support/catalogue/os-catalogue.ts';
import { watchFiles } from '../../../test/support/watch/looks.ts';

/** A cluster and an image above the catalogue, an old and the newest image of a system, one of a system without notes. */
const FILES = {
  'main.tf':
    'resource "aws_rds_cluster" "a" {\n  engine = "aurora-mysql"\n  engine_version = "8.0.mysql_aurora.3.99.0"\n}\n',
  Dockerfile: 'FROM public.ecr.aws/amazonlinux/amazonlinux:2023.12.20300105.0\n',
  'late/Dockerfile': 'FROM public.ecr.aws/amazonlinux/amazonlinux:2.0.20260105.0\n',
  'new/Dockerfile': 'FROM public.ecr.aws/amazonlinux/amazonlinux:2.0.20260119.1\n',
  'old/Dockerfile': 'FROM public.ecr.aws/amazonlinux/amazonlinux:2018.03.0.20230404.0\n',
};
const AL2023 = osReleaseOf('2023.9.20260105', [packageOf('kernel', '6.1-1.amzn2023', ['CVE-2026-0001'])]);
/** Their notes name no CVE, so fixes after the first are unknown. */
const AL2 = ['2.0.20260105.0', '2.0.20260119.1'].map((version) =>
  osReleaseOf(version, [packageOf('tzdata', '2026a-1.amzn2')]),
);
const FIRST = releaseOf('3.04.0', '2030-01-01', { items: [itemOf('Nothing of note.')] });
const FIX = itemOf('A fix.');
const NEXT = releaseOf('3.04.1', '2031-01-02', { items: [FIX] });

test('does not count assets with a version outside the catalogue, and reports them', async (t) => {
  const { look, printed } = await watchFiles(t, FILES);
  const catalogueWith = (...releases: readonly Release[]): Catalogue =>
    catalogueOf(releases, [
      bugOf(FIX.digest, ['3.04.1'], { listings: [{ version: '3.04.1', digest: FIX.digest }] }),
    ]);
  await look('2031-01-01', catalogueWith(FIRST, AL2023, ...AL2));
  const { alerts, problems } = await look('2031-01-03', catalogueWith(FIRST, NEXT, AL2023, ...AL2));
  assert.deepEqual(
    alerts.filter(({ kind }) => kind === 'new-release' || kind === 'new-bug'),
    [],
  );
  assert.doesNotMatch(printed.join('\n'), /\b0 (?:known|urgent|bugs?|fix)/);
  const reported = problems.map(({ source, text }) => `${source}: ${say(text, 'en')}`);
  assert.match(
    reported.find((each) => each.startsWith('main.tf')) ?? '',
    /3\.99\.0 is newer than the catalogue/,
  );
  assert.match(
    reported.find((each) => each.startsWith('Dockerfile')) ?? '',
    /2023\.12\.20300105(?:\.0)? is newer/,
  );
  assert.match(
    reported.find((each) => each.startsWith('late/Dockerfile')) ?? '',
    /which fixes it lacks|not known|missing fixes are unknown/i,
  );
  assert.equal(
    reported.find((each) => each.startsWith('new/Dockerfile')),
    undefined,
  );
  assert.match(reported.find((each) => each.startsWith('old/Dockerfile')) ?? '', /Amazon Linux 1/);
  assert.doesNotMatch(reported.join('\n'), /(?<![.])\b0 /);
});
