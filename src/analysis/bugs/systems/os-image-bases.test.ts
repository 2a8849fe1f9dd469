import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imageDisplayName, osStandingText } from './messages.ts';
import { osReleaseGap } from './release-gap.ts';
import { osBugsOfVersion } from './bugs.ts';
import { osFindings } from '../../findings/systems/findings.ts';
import { upgradeOptionsFor, upgradeAnswer } from '../../index.ts';
import { say } from '../../../l10n/index.ts';
import type { Asset, Catalogue, NumberedImage } from '../../../model/index.ts';
import { osBugs } from '../../../products/amazon-linux/notes/fixes/os-bugs.ts';
import { readPin } from '../../../products/index.ts';
import { catalogueOf, itemOf } from '../../../../test/support/catalogue/catalogue.ts';
import { osReleaseOf, packageOf } from '../../../../test/support/catalogue/os-catalogue.ts';
import { scanFiles } from '../../../../test/support/workspace.ts';
import { osTargets } from '../../../../test/support/catalogue/os-targets.ts';

const ISSUE = itemOf('Something fails', {
  section: 'Known issue: Network',
  kind: 'notice',
  topic: 'known-issue',
});
const RELEASES = [
  osReleaseOf('2023.30.20310601', []),
  osReleaseOf('2023.30.20310615', [], [ISSUE]),
  osReleaseOf('2023.30.20310629', [packageOf('curl', '8.1-2.amzn2023')]),
  osReleaseOf('2023.31.20310713', []),
];

function base(day: string, version: string | null, more: Partial<NumberedImage> = {}): NumberedImage {
  return { publisher: 'eks', product: 'amazon-linux-2023', day, version, isWithdrawn: false, ...more };
}

/** The image of 30 June is built on an older release than the newest of its day. */
const BASES = [
  base('2031-07-20', '2023.31.20310713'),
  base('2031-07-15', '2023.31.20310713', { isWithdrawn: true }),
  base('2031-06-30', '2023.30.20310615'),
  base('2031-06-30', '2023.30.20310629', { publisher: 'ecs' }),
];

const CATALOGUE: Catalogue = {
  ...catalogueOf(RELEASES, []),
  asOf: '2031-07-25T00:00:00Z',
  imageBases: BASES,
};

function behind(written: string, catalogue = CATALOGUE) {
  const pinned = readPin('amazon-linux-2023', written);
  assert.ok(pinned);
  const found = osReleaseGap(catalogue, pinned);
  assert.ok(found);
  return found;
}

test("counts releases behind an image from its publisher's base release", () => {
  const eks = behind('al2023@v20310630');
  assert.deepEqual(
    [eks.base, eks.own?.version, eks.days, eks.releases],
    ['2023.30.20310615', '2023.30.20310615', 28, 2],
  );
  const ecs = behind('al2023-ami-ecs-hvm-2023.0.20310630-kernel-6.1-x86_64');
  assert.deepEqual([ecs.base, ecs.releases], ['2023.30.20310629', 1]);
});

test('uses the day of an image if publishers differ or none is known', () => {
  assert.deepEqual([behind('2023.20310630').base, behind('2023.20310630').releases], [null, 1]);
  assert.deepEqual([behind('al2023@v20310701').base, behind('al2023@v20310701').releases], [null, 1]);
});

test('lists warnings of the base release and of the image first', () => {
  assert.deepEqual(
    behind('al2023@v20310630').warnings.map(({ topic, title }) => [topic, title]),
    [['known-issue', 'Network']],
  );
  const [withdrawn] = behind('al2023@v20310715').warnings;
  assert.equal(withdrawn?.topic, 'recalled');
  assert.equal(withdrawn.url, 'https://github.com/awslabs/amazon-eks-ami/releases/tag/v20310715');
});

test('names the base release in a finding, and the first image built from the target', () => {
  const written = '1.33.0-20310630';
  const asset: Asset = {
    id: 'main.tf#nodes',
    kind: 'operating-system',
    product: 'amazon-linux-2023',
    name: 'nodes',
    source: 'terraform',
    engineVersion: written,
    version: '2023.20310630',
    versionPrefix: null,
    resolution: 'literal',
    reason: null,
    versions: { declared: '2023.20310630', running: null, pending: null },
    mayRunNewer: null,
    settings: {},
    unknownSettings: [],
    count: 1,
    environment: null,
    links: [],
    location: { file: 'main.tf', line: 1, column: 1, endLine: 1, endColumn: 9 },
    uses: [],
  };
  const inventory = { assets: [asset], suppressions: [], problems: [] };
  const [finding] = osFindings(CATALOGUE, inventory, '2031-07-25');
  assert.match(
    say(finding?.message ?? { key: '', args: {} }, 'en'),
    /, image of 2031-06-30: known issue .*\. Older than 2023\.31\.20310713\. Missing fixes are unknown: /,
  );
  const [long = { key: '', args: {} }] = finding?.bugs?.facts ?? [];
  assert.match(
    say(long, 'en'),
    /image of 2031-06-30, built from 2023\.30\.20310615: known issue .* 28 days and 2 releases behind 2023\.31\.20310713/i,
  );
  assert.match(say(long, 'ja'), /2031-06-30 のイメージ、ベースは 2023\.30\.20310615/);
  const pinned = readPin('amazon-linux-2023', 'al2023@v20310630');
  assert.ok(pinned);
  const [target] = osTargets(CATALOGUE, pinned, '2031-07-25');
  assert.equal(
    say(target?.way ?? { key: '', args: {} }, 'en'),
    'Use the EKS-optimized image of 2031-07-20 or a later one: it was built from 2023.31.20310713.',
  );
});

test('counts an image without a known base release from its own day', () => {
  const { days, base: named } = behind('1.33.0-20310620');
  assert.deepEqual([named, days], [null, 23]);
});

const EKS_2 = [base('2031-06-28', '2.0.20310626.0', { product: 'amazon-linux-2' })];
const AL2 = ['2.0.20310526.0', '2.0.20310626.0', '2.0.20310710.0'].map((version) => osReleaseOf(version, []));
const BOTH: Catalogue = {
  ...CATALOGUE,
  releases: [...RELEASES, osReleaseOf('2023.31.20310720', []), ...AL2],
  imageBases: [...BASES, ...EKS_2],
};

test('names one target in finding and upgrade advice, on any day and with any soak time', async (t) => {
  const code = (version: string) =>
    scanFiles(t, {
      'main.tf': `resource "aws_eks_node_group" "n" {\n  cluster_name = "c"\n  ami_type = "${version.startsWith('1.29') ? 'AL2_x86_64' : 'AL2023_x86_64_STANDARD'}"\n  release_version = "${version}"\n}\n`,
    });
  for (const [product, version] of [
    ['amazon-linux-2023', '1.33.0-20310630'],
    ['amazon-linux-2', '1.29.0-20310601'],
  ] as const) {
    const inventory = await code(version);
    for (const today of ['2031-07-25', '2031-07-30', '2031-12-01']) {
      for (const soakDays of [0, 14, 90]) {
        const [finding] = osFindings(
          BOTH,
          inventory,
          today,
          undefined,
          upgradeOptionsFor(today, { soakDays, prefer: null }),
        );
        const { advice } = upgradeAnswer(BOTH, product, version, { day: today, soakDays });
        assert.ok(finding && advice);
        const target = advice.targets.find((each) => each.version === (advice.interim ?? advice.recommended));
        assert.equal(finding.bugs?.advice?.now?.image, target?.image, `${version} ${today} ${soakDays}`);
      }
    }
  }
});

test('recommends a next-generation image of the same publisher', () => {
  const { advice } = upgradeAnswer(BOTH, 'amazon-linux-2', '1.29.0-20310601', {
    day: '2031-07-25',
    soakDays: 0,
  });
  const target = advice?.targets.find(({ reachable }) => reachable === 'no');
  assert.deepEqual([target?.version, target?.image], ['2023.31.20310713', 'v20310720']);
});

const CHANGED = {
  ...CATALOGUE,
  imageBases: [
    base('2031-07-20', '2023.31.20310713', {
      contents: [
        { kubernetes: ['1.36'], kernel: '6.18.2-1', containerd: '2.2.4-1', runc: null },
        { kubernetes: ['1.35'], kernel: '6.12.9-1', containerd: '2.2.4-1', runc: null },
      ],
      changes: [
        { kind: 'revert', part: 'source AMI', version: '2023.30.20310601', pull: 30, by: null },
        { kind: 'fix', part: 'nodeadm', version: null, pull: 31, by: null },
      ],
    }),
    base('2031-07-02', '2023.30.20310629', {
      changes: [
        { kind: 'taken-back', part: 'source AMI', version: '2023.30.20310601', pull: 30, by: '2031-07-20' },
      ],
    }),
    base('2031-06-10', '2023.30.20310601'),
  ],
} satisfies Catalogue;

function standingOf(written: string, language: 'en' | 'ja'): string[] {
  const pinned = readPin('amazon-linux-2023', written);
  assert.ok(pinned);
  return osStandingText(CHANGED, pinned, '2031-07-25').map((sentence) => say(sentence, language));
}

test('lists the parts of an image by the Kubernetes version in its name', () => {
  assert.match(standingOf('1.35.2-20310720', 'en')[0] ?? '', /\(kernel 6\.12\.9, containerd 2\.2\.4\)/);
  assert.match(
    standingOf('al2023@v20310720', 'en')[0] ?? '',
    /\(kernel 6\.18\.2 or 6\.12\.9, containerd 2\.2\.4\)/,
  );
});

test('lists reverted changes of an image first, and recommends no reverted image', () => {
  const taken = standingOf('al2023@v20310702', 'en');
  assert.match(
    taken[0] ?? '',
    /^Amazon Linux 2023, image of 2031-07-02, built from 2023\.30\.20310629: its publisher went back from this source AMI to 2023\.30\.20310601 until the image of 2031-07-20 \(#30\)/,
  );
  assert.match(standingOf('al2023@v20310702', 'ja')[0] ?? '', /2031-07-20 のイメージが出るまで/);
  assert.match(taken[1] ?? '', /1 later EKS-optimized image with fixes of nodeadm \(#31\)/);
  const pinned = readPin('amazon-linux-2023', 'al2023@v20310610');
  assert.ok(pinned);
  const targets = osTargets(CHANGED, pinned, '2031-07-25');
  assert.deepEqual(
    targets.map(({ version }) => version),
    ['2023.31.20310713'],
  );
  const [target] = targets;
  assert.match(say(target?.way ?? { key: '', args: {} }, 'en'), /image of 2031-07-20/);
  assert.match(
    say(target?.hazards[0] ?? { key: '', args: {} }, 'en'),
    /image of 2031-07-20: this image reverts a pin of the source AMI .* check its changelog first/,
  );
});

test('excludes fixes of other kernel series for an image with a known kernel', () => {
  const releases = [
    ...RELEASES,
    osReleaseOf('2023.31.20310727', [
      packageOf('kernel', '6.1.9-1.amzn2023', ['CVE-2031-0001']),
      packageOf('kernel6.12', '6.12.10-1.amzn2023', ['CVE-2031-0002']),
      packageOf('openssl-libs', '3.2-1.amzn2023', ['CVE-2031-0003']),
    ]),
  ];
  const advisory = (id: string, name: string, version: string, cve: string) => ({
    ...({
      id,
      severity: 'high',
      package: name,
      cves: [cve],
      date: '2031-07-26',
      url: '',
      channel: null,
    } as const),
    fixed: [{ name, version }],
  });
  const advisories = [
    advisory('ALAS2023-2031-1', 'kernel', '0:6.1.9-1.amzn2023', 'CVE-2031-0004'),
    advisory('ALAS2023-2031-2', 'kernel6.12', '6.12.10-1.amzn2023', 'CVE-2031-0005'),
    advisory('ALAS2023-2031-3', 'kernel6.18', '6.18.3-1.amzn2023', 'CVE-2031-0006'),
  ];
  const bugs = osBugs('amazon-linux-2023', releases, advisories);
  const catalogue = { ...CHANGED, ...catalogueOf(releases, bugs), imageBases: CHANGED.imageBases };
  const listed = (written: string): string[] => {
    const pinned = readPin('amazon-linux-2023', written);
    assert.ok(pinned);
    return osBugsOfVersion(catalogue, pinned)
      .flatMap(({ bug }) => bug.cves)
      .sort();
  };
  const all = bugs.flatMap(({ cves }) => cves).sort();
  assert.deepEqual(listed('1.35.2-20310720'), ['CVE-2031-0002', 'CVE-2031-0003', 'CVE-2031-0005']);
  assert.deepEqual(listed('1.36.2-20310720'), ['CVE-2031-0003', 'CVE-2031-0006']);
  assert.deepEqual(
    listed('al2023@v20310720'),
    all.filter((cve) => !/000[14]$/.test(cve)),
  );
  assert.deepEqual(listed('al2023@v20310610'), all, 'nothing tells its kernel');
});

test('describes an image number as the image of a day', () => {
  const called = (written: string): string[] => {
    const image = imageDisplayName('amazon-linux-2023', written);
    return image === null ? [] : [say(image, 'en'), say(image, 'ja')];
  };
  assert.deepEqual(called('2023.20310630'), ['image of 2031-06-30', 'イメージ（2031-06-30）']);
  assert.deepEqual(called('1.33.0-20310630'), [
    'EKS image of 2031-06-30 for Kubernetes 1.33',
    'EKS イメージ（2031-06-30、Kubernetes 1.33 用）',
  ]);
  assert.deepEqual(called('2023.30.20310615'), []);
});
