import assert from 'node:assert/strict';
import { test } from 'node:test';
import { osReleaseGap } from '../../analysis/bugs/systems/release-gap.ts';
import { osFindings } from '../../analysis/findings/systems/findings.ts';
import { updateCatalogue } from '../../catalogue/update/update.ts';
import { decodeOsSnapshot, encodeOsSnapshot } from '../../catalogue/snapshot/index.ts';
import { say } from '../../l10n/index.ts';
import type { Catalogue } from '../../model/index.ts';
import { bottlerocketNotes } from './notes.ts';
import { readOsImage, readPin } from '../index.ts';
import { catalogueOf } from '../../../test/support/catalogue/catalogue.ts';

const CHANGELOG = `# v1.92.0 (2031-07-1)

## Release Highlights
* Remove aws-k8s-1.91 variants

## Known Incompatibilities

A driver of a file system does not work with the new kernel.

# v 1.91.2 (2031-06-11)

## Security Fixes
* Apply patches to docker and containerd for CVE\u20112031-0001 ([#9003])
* Update kernel-5.4 to patch CVE-2031-0002, CVE-2031-0003
* Apply patches to 5.10 and 5.15 kernels to address CVE-2031-0004
* Add the ability to hotpatch something for CVE-2031-0009

# v1.91.1 (2031-05-06)

## OS Changes
* Fix a crash of the update agent
`;

/** Compressed file in the form of the fetcher. */
const NO_ADVISORIES = Buffer.from('<?xml version="1.0"?><updates></updates>').toString('base64');

async function read(): Promise<Catalogue> {
  const page = (url: string) =>
    Promise.resolve({
      url,
      body: url.endsWith('.xml.gz') ? NO_ADVISORIES : CHANGELOG,
      contentType: 'text/plain',
    });
  const update = await updateCatalogue({ sources: [bottlerocketNotes], read: page, previous: null });
  return { ...catalogueOf(update.releases, update.bugs), asOf: '2031-07-20T00:00:00Z' };
}

test('reads releases, fixes with CVEs, and notices from the changelog', async () => {
  const { releases, bugs } = await read();
  assert.deepEqual(
    releases.map(({ version, date }) => `${version} ${date}`),
    ['1.92.0 2031-07-01', '1.91.2 2031-06-11', '1.91.1 2031-05-06'],
  );
  assert.deepEqual(
    bugs.map(({ title, severity, listings }) => `${title} ${severity} ${listings[0]?.version}`),
    [
      'docker and containerd: CVE-2031-0001 unrated 1.91.2',
      'kernel-5.4: CVE-2031-0002 +1 unrated 1.91.2',
      'kernel: CVE-2031-0004 unrated 1.91.2',
    ],
  );
  assert.deepEqual(
    releases[0]?.items.map(({ kind, topic }) => `${kind} ${topic}`),
    ['notice end-of-support', 'notice known-issue'],
  );
});

test('counts versions behind a pinned release, and lists its own known issue first', async () => {
  const catalogue = await read();
  const of = (written: string) => {
    const pinned = readPin('bottlerocket', written);
    assert.ok(pinned, written);
    return osReleaseGap(catalogue, pinned);
  };
  const old = of('v1.91.1-ad9d4847');
  assert.deepEqual([old?.days, old?.releases, old?.isAtLeast, old?.cves], [56, 2, false, 4]);
  assert.deepEqual(of('1.91.2')?.cves, 0);
  assert.deepEqual(
    of('bottlerocket@v1.92.0')?.warnings.map(({ topic }) => topic),
    ['known-issue'],
  );
  assert.equal(of('1.99.0')?.isNewer, true);
  assert.equal(readPin('bottlerocket', '1.92'), null);
});

test('does not claim the absence of fixes if the notes name none', async () => {
  const catalogue = await read();
  const written = 'bottlerocket-aws-k8s-1.90-x86_64-v1.91.2-ad9d4847';
  const pinned = readPin('bottlerocket', written);
  assert.ok(pinned);
  const inventory = {
    suppressions: [],
    problems: [],
    assets: [
      {
        id: 'main.tf#nodes',
        kind: 'operating-system',
        product: 'bottlerocket',
        name: 'nodes',
        source: 'terraform',
        engineVersion: written,
        version: '1.91.2',
        versionPrefix: null,
        resolution: 'literal',
        reason: null,
        versions: { declared: null, running: null, pending: null },
        mayRunNewer: null,
        settings: {},
        unknownSettings: [],
        links: [],
        location: { file: 'main.tf', line: 1, column: 1, endLine: 1, endColumn: 20 },
        uses: [],
        count: 1,
        environment: null,
      },
    ],
  } as const;
  const messages = osFindings(catalogue, inventory, '2031-07-25').map(({ message }) => say(message, 'en'));
  assert.equal(messages.length, 1);
  assert.match(messages[0] ?? '', /^Bottlerocket 1\.91\.2: older than 1\.92\.0\./);
  assert.match(messages[0] ?? '', /Missing fixes are unknown: no advisories are embedded\./);
});

test("keeps releases, CVEs and notices in the snapshot, without the vendor's words", async () => {
  const catalogue = await read();
  const file = JSON.stringify(encodeOsSnapshot(catalogue));
  const back = decodeOsSnapshot(JSON.parse(file) as ReturnType<typeof encodeOsSnapshot>);
  assert.deepEqual(back.bugs, catalogue.bugs);
  assert.equal(back.releases.length, 3);
  assert.equal(back.releases[0]?.url, 'https://github.com/bottlerocket-os/bottlerocket/releases/tag/v1.91.1');
  assert.ok(!file.includes('file system'));
});

test('reads image names, and locates their version', () => {
  const describeImage = (text: string, amiType: string | null = null): string => {
    const image = readOsImage(text, { amiType });
    if (image === null) return 'null';
    const { product, flavour, form, version, floating, range } = image;
    return `${product} ${flavour} ${form} ${version ?? floating} [${text.slice(range.start, range.end)}]`;
  };
  const k8s = 'bottlerocket eks-optimized';
  assert.equal(
    describeImage('bottlerocket-aws-k8s-1.33-x86_64-v1.64.0-ad9d4847'),
    `${k8s} release 1.64.0 [v1.64.0-ad9d4847]`,
  );
  assert.equal(
    describeImage('bottlerocket-aws-ecs-2-nvidia-aarch64-v1.32.0-cacc4ce9'),
    'bottlerocket ecs-optimized release 1.32.0 [v1.32.0-cacc4ce9]',
  );
  assert.equal(
    describeImage('bottlerocket-aws-k8s-${var.version}-x86_64-v1.20.3-*'),
    `${k8s} release 1.20.3 [v1.20.3]`,
  );
  assert.match(
    describeImage('bottlerocket-aws-k8s-1.27-x86_64-*'),
    /^bottlerocket eks-optimized floating newest-match/,
  );
  assert.equal(describeImage('bottlerocket@v1.30.0'), `${k8s} release 1.30.0 [v1.30.0]`);
  assert.equal(describeImage('bottlerocket@1.30.0'), `${k8s} release 1.30.0 [1.30.0]`);
  assert.equal(describeImage('bottlerocket@latest'), `${k8s} floating newest-alias [bottlerocket@latest]`);
  const parameter = '/aws/service/bottlerocket/aws-k8s-1.33/x86_64';
  assert.equal(
    describeImage(`${parameter}/1.64.0-ad9d4847/image_id`),
    `${k8s} release 1.64.0 [1.64.0-ad9d4847]`,
  );
  assert.match(describeImage(`${parameter}/latest/image_id`), /floating latest-parameter/);
  assert.match(
    describeImage('/aws/service/bottlerocket/aws-k8s-${var.v}/${var.arch}/latest/image_id'),
    /floating latest-parameter/,
  );
  assert.equal(
    describeImage('BOTTLEROCKET_ARM_64_NVIDIA'),
    `${k8s} generation null [BOTTLEROCKET_ARM_64_NVIDIA]`,
  );
  assert.equal(
    describeImage('1.64.0-ad9d4847', 'BOTTLEROCKET_x86_64'),
    `${k8s} release 1.64.0 [1.64.0-ad9d4847]`,
  );
  for (const other of [
    '1.64.0-ad9d4847',
    'acme-bottlerocket-aws-k8s-1.33-x86_64-v1.64.0-ad9d4847',
    'bottlerocket',
    'v1.64.0',
  ])
    assert.equal(describeImage(other), 'null', other);
});
