import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { upgradeOptionsFor, findingsOf, worseThan } from '../../index.ts';
import { osReleaseGap } from './release-gap.ts';
import { osBugsOfVersion } from './bugs.ts';
import { osFindings } from '../../findings/systems/findings.ts';
import { osStandingText } from './messages.ts';
import { osSupportOf } from '../../support/system-support.ts';
import { EMPTY_CONFIG } from '../../../config/index.ts';
import type { Advisory } from '../../../products/system/advisory.ts';
import { osBugs } from '../../../products/amazon-linux/notes/fixes/os-bugs.ts';
import { OS_SUPPORT } from '../../../products/amazon-linux/notes/support-dates.ts';
import { say } from '../../../l10n/index.ts';
import { type Asset, type Catalogue, type Finding, type Release } from '../../../model/index.ts';
import { productOf, readOsImage, readPin, type PinnedOs } from '../../../products/index.ts';
import { catalogueOf, itemOf } from '../../../../test/support/catalogue/catalogue.ts';
import { osReleaseOf, packageOf } from '../../../../test/support/catalogue/os-catalogue.ts';

const TODAY = '2026-03-10';

/** Releases every two weeks; the third names a CVE and was withdrawn, the last names none. */
const AL2: readonly Release[] = [
  osReleaseOf('2.0.20260105.0', [packageOf('tzdata', '2026a-1.amzn2')]),
  osReleaseOf('2.0.20260119.1', [packageOf('kernel', '5.10.1-1.amzn2', ['CVE-2026-0001', 'CVE-2026-0002'])]),
  osReleaseOf(
    '2.0.20260202.0',
    [
      packageOf('nginx', '1.9-1.amzn2', ['CVE-2026-0003', 'CVE-2026-0004', 'CVE-2026-0005']),
      packageOf('libcurl', '8.1-1.amzn2', ['CVE-2026-0001']),
    ],
    [itemOf('Taken back', { kind: 'notice', impact: null, severity: null, topic: 'recalled' })],
  ),
  osReleaseOf('2.0.20260302.0', [packageOf('openssl-libs', '3.2-1.amzn2')]),
];
const AL2023: readonly Release[] = [
  osReleaseOf('2023.9.20260105', [packageOf('systemd', '252-1.amzn2023')]),
  osReleaseOf('2023.9.20260119', null),
  osReleaseOf(
    '2023.10.20260302',
    [packageOf('kernel6.12', '6.12.1-1.amzn2023')],
    [itemOf('Kernel', { kind: 'notice', impact: null, severity: null, topic: 'default-kernel' })],
  ),
];

function advisory(
  id: number,
  severity: Advisory['severity'],
  name: string,
  date: string,
  ...cves: string[]
): Advisory {
  return {
    id: `ALAS2023-2026-${id}`,
    severity,
    package: name,
    cves,
    date,
    url: '',
    fixed: [],
    channel: null,
  };
}
const ADVISORIES = [
  advisory(1, 'critical', 'openssl', '2026-02-10', 'CVE-2026-0010'),
  advisory(2, 'medium', 'kernel', '2026-01-12', 'CVE-2026-0011', 'CVE-2026-0012'),
  advisory(3, 'high', 'nginx', '2026-02-20', 'CVE-2026-0010'),
];

function catalogue(advisories: readonly Advisory[] = []): Catalogue {
  const releases = [...AL2, ...AL2023];
  const bugs = [
    ...osBugs('amazon-linux-2', releases, []),
    ...osBugs('amazon-linux-2023', releases, advisories),
  ];
  return { ...catalogueOf(releases, bugs), asOf: '2026-03-05T00:00:00Z', support: OS_SUPPORT };
}

function pinned(version: string, byDate = false): PinnedOs {
  return { product: version.startsWith('2023') ? 'amazon-linux-2023' : 'amazon-linux-2', version, byDate };
}

function behind(version: string, advisories: readonly Advisory[] = [], byDate = false) {
  const found = osReleaseGap(catalogue(advisories), pinned(version, byDate));
  assert.ok(found);
  return found;
}

let line = 0;
function assetOf(written: string, more: Partial<Asset> = {}): Asset {
  line++;
  const image = readOsImage(written);
  return {
    id: `main.tf#${written}`,
    kind: 'operating-system',
    product: image?.product ?? null,
    name: written,
    source: 'terraform',
    engineVersion: written,
    version: image?.version ?? null,
    versionPrefix: null,
    resolution: 'literal',
    reason: null,
    versions: { declared: null, running: null, pending: null },
    mayRunNewer: null,
    settings: {},
    unknownSettings: [],
    links: [],
    location: { file: 'main.tf', line, column: 1, endLine: line, endColumn: 20 },
    uses: [],
    count: 1,
    environment: null,
    ...more,
  };
}

/** Releases of any age: some days precede the releases, so that no support date applies. */
const ANY_AGE = { soakDays: Number.NEGATIVE_INFINITY, prefer: null };

function findings(assets: readonly Asset[], advisories: readonly Advisory[] = [], today = TODAY): Finding[] {
  return osFindings(
    catalogue(advisories),
    { assets, suppressions: [], problems: [] },
    today,
    undefined,
    upgradeOptionsFor(today, ANY_AGE),
  );
}

function messages(written: string, advisories: readonly Advisory[] = [], today = TODAY): string[] {
  return findings([assetOf(written)], advisories, today).map(({ message }) => say(message, 'en'));
}

test('counts days, releases and CVEs behind, with the kernel and core packages first', () => {
  const { days, releases, isAtLeast, cves, packages, newest, own } = behind('2.0.20260105.0');
  assert.deepEqual({ days, releases, isAtLeast, cves }, { days: 56, releases: 3, isAtLeast: false, cves: 5 });
  assert.equal(newest.version, '2.0.20260302.0');
  assert.equal(own?.version, '2.0.20260105.0');
  assert.deepEqual(
    packages.map((fixes) => `${fixes.package} ${fixes.cves}`),
    ['kernel 2', 'curl 1', 'nginx 3'],
  );
});

test('ignores a build suffix, and credits a release with its own fixes', () => {
  assert.equal(behind('2.0.20260119').cves, 4);
  assert.equal(behind('2.0.20260119.1').cves, 4);
  assert.equal(behind('2.0.20260302.0').releases, 0);
  assert.equal(behind('2.0.20260302.0').days, 0);
});

test('counts "at least" after a long pause, for an unknown pin and with an old catalogue', () => {
  assert.equal(behind('2023.9.20260105').isAtLeast, false);
  assert.equal(behind('2023.9.20260112').isAtLeast, true);
  assert.equal(
    osReleaseGap({ ...catalogue(), asOf: '2026-06-01T00:00:00Z' }, pinned('2.0.20260302.0'))?.isAtLeast,
    true,
  );
  const sparse = {
    ...catalogue(),
    releases: catalogue().releases.filter(({ version }) => version !== '2023.9.20260119'),
  };
  assert.equal(osReleaseGap(sparse, pinned('2023.9.20260105'))?.isAtLeast, true);
});

test('counts advisories by severity, and each CVE once', () => {
  const { advisories, cves, unratedCves, packages } = behind('2023.9.20260105', ADVISORIES);
  assert.deepEqual(advisories, { critical: 1, high: 1, medium: 1, unrated: 0, low: 0 });
  assert.deepEqual({ cves, unratedCves }, { cves: 3, unratedCves: 0 });
  assert.deepEqual(packages[0], { package: 'kernel', advisories: 1, cves: 2 });
});

test('credits a younger pin with the fix of an advisory that only has a day', () => {
  const ids = (version: string, byDate = false): (string | null)[] =>
    osBugsOfVersion(catalogue(ADVISORIES), pinned(version, byDate)).map(
      ({ bug }) => bug.os?.advisory ?? null,
    );
  assert.deepEqual(ids('2023.10.20260215'), ['ALAS2023-2026-3']);
  assert.deepEqual(ids('2023.20260215', true), ['ALAS2023-2026-3']);
  assert.deepEqual(ids('2023.10.20260302'), []);
});

test('lists the worst bug first, with the fixed release and the evidence for it', () => {
  const [first] = osBugsOfVersion(catalogue(ADVISORIES), pinned('2023.9.20260105'));
  assert.equal(first?.bug.os?.advisory, 'ALAS2023-2026-1');
  assert.equal(first.nearestFix, '2023.10.20260302');
  assert.equal(first.confidence, 'medium');
  assert.match(say(first.reason, 'en'), /^by date: the advisory is dated 2026-02-10/);
  const [bug] = osBugsOfVersion(catalogue(), pinned('2.0.20260105.0'));
  assert.equal(bug?.confidence, 'high');
});

test('judges an image with its own numbering by the notes of its day', () => {
  assert.equal(behind('2.0.20260125', [], true).releases, 2);
  assert.equal(behind('2.0.20260125', [], true).own?.version, '2.0.20260119.1');
  assert.equal(behind('2.0.20250101', [], true).own, null);
});

test('never adds an older bug to a newer release', () => {
  const versions = AL2.map(({ version }) => version);
  fc.assert(
    fc.property(fc.constantFrom(...versions), fc.constantFrom(...versions), (a, b) => {
      const [older, newer] = a < b ? [a, b] : [b, a];
      const known = new Set(osBugsOfVersion(catalogue(), pinned(older)).map(({ bug }) => bug.id));
      assert.ok(osBugsOfVersion(catalogue(), pinned(newer)).every(({ bug }) => known.has(bug.id)));
    }),
  );
});

test('makes one finding per image, with one number, the next step and a long sentence', () => {
  const [finding, ...rest] = findings([assetOf('amzn2-ami-hvm-2.0.20260105.0-x86_64-gp2')], [], '2025-03-10');
  assert.deepEqual(rest, []);
  assert.equal(finding?.ruleId, 'known-bugs');
  assert.deepEqual(
    [finding.severity, finding.level, finding.applies],
    ['unrated', 'information', 'possible'],
  );
  assert.equal(finding.bugIds.length, 3);
  assert.equal(finding.bugs?.advice?.now?.version, '2.0.20260302.0');
  assert.equal(
    say(finding.message, 'en'),
    'Amazon Linux 2 2.0.20260105.0: 3 known bugs, all unrated in the notes. Next: 2.0.20260302.0.',
  );
  assert.match(
    (finding.bugs.facts ?? []).map((fact) => say(fact, 'en')).join(' '),
    new RegExp(
      [
        /^Amazon Linux 2 2\.0\.20260105\.0: 56 days and 3 releases behind 2\.0\.20260302\.0 \(2026-03-02\)\. /,
        /Later releases fix at least 5 CVEs, which the notes do not rate: kernel 2, curl 1, nginx 3\. Notes as of /,
      ]
        .map(({ source }) => source)
        .join(''),
    ),
  );
});

test('counts urgent bugs, and makes no claim about urgency without ratings', () => {
  const line = (written: string, advisories: readonly Advisory[]): string =>
    messages(written, advisories, '2026-03-10')[0] ?? '';
  assert.match(
    line('al2023-ami-2023.9.20260105.0-kernel-6.1-x86_64', ADVISORIES),
    /20260105: no urgent known bug, 3 in all\. Next: 2023\.10\.20260302\.$/,
  );
  const kernel = [advisory(4, 'high', 'kernel', '2026-02-20', 'CVE-2026-0012')];
  const critical = kernel.map((each): Advisory => ({ ...each, severity: 'critical' }));
  const machine = 'al2023-ami-2023.9.20260105.0-kernel-6.1-x86_64';
  assert.match(line(machine, kernel), /: no urgent known bug, 1 in all\./);
  assert.match(line(machine, critical), /: (?:no|1) urgent known bug, 1 in all\./);
  const container = line('amazonlinux:2023.9.20260105.0', kernel);
  assert.match(container, /: no known bug, except in packages of the host\. Next: /);
  const [silent] = messages('amazonlinux:2023.9.20260105.0');
  assert.match(silent ?? '', / Missing fixes are unknown: no advisories are embedded\. Next: /);
  assert.doesNotMatch(silent ?? '', /\b0 CVE/);
});

test('counts CVEs of notes beside those of advisories, each once', () => {
  const rated = advisory(1, 'high', 'curl', '2026-02-20', 'CVE-2026-0909');
  const bugs = osBugs('amazon-linux-2', AL2, [rated]);
  const known = { ...catalogue(), bugs };
  const found = osReleaseGap(known, pinned('2.0.20260105.0'));
  assert.deepEqual([found?.cves, found?.unratedCves], [6, 5]);
  const inventory = { assets: [assetOf('amazonlinux:2.0.20260105.0')], suppressions: [], problems: [] };
  const [finding] = osFindings(known, inventory, '2025-03-10');
  assert.match(say(finding?.message ?? { key: '', args: {} }, 'en'), /: no urgent known bug, 3 in all\./);
  assert.match(say(finding?.message ?? { key: '', args: {} }, 'ja'), /: 緊急の既知の不具合なし（全 3 件）。/);
});

test('reports nothing for the newest release, but always a recalled one', () => {
  assert.deepEqual(messages('amazonlinux:2.0.20260302.0', [], '2025-03-10'), []);
  assert.match(
    messages('amazonlinux:2.0.20260202.0', [], '2025-03-10')[0] ?? '',
    /^Amazon Linux 2 2\.0\.20260202\.0: recalled by the vendor, do not use it /,
  );
});

test('does not call floating images and versions above the catalogue outdated', () => {
  const findingRow = (written: string): string[] => {
    const [finding] = findings([assetOf(written)], [], '2025-03-10');
    return finding ? [finding.ruleId, finding.severity, finding.level, say(finding.message, 'en')] : [];
  };
  assert.deepEqual(findingRow('2023.11.20260401').slice(0, 3), ['unknown-version', 'info', 'information']);
  const [rule, severity, level, message = ''] = findingRow(
    '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64',
  );
  assert.deepEqual([rule, severity, level], ['floating-version', 'info', 'hint']);
  assert.match(message, /newest image at each deployment.* default kernel .*2023\.10\.20260302/);
  assert.match(findingRow('amazonlinux:2')[3] ?? '', /moves this tag/);
  assert.deepEqual(findingRow('AL2_x86_64').slice(0, 3), ['partial-version', 'info', 'hint']);
});

test('joins images of one version to one finding, and reads node groups by AMI type', () => {
  const location = { file: 'main.tf', line: 1, column: 1, endLine: 1, endColumn: 9 };
  const twins = ['a', 'b'].map((id) => assetOf('amazonlinux:2.0.20260105.0', { id, location, count: 2 }));
  const [finding] = findings(twins, [], '2025-03-10');
  assert.deepEqual(finding?.assetIds, ['a', 'b']);
  assert.match(say(finding.message, 'en'), /\(4 images\)/);
  const group = assetOf('1.31.1-20260110', {
    product: 'amazon-linux-2',
    version: null,
    settings: { amiType: 'AL2_x86_64' },
  });
  assert.match(
    say(findings([group], [], '2025-03-10')[0]?.message ?? { key: '', args: {} }, 'en'),
    /^Amazon Linux 2, image of 2026-01-10: .* Next: an image from 2026-03-02 or later\./,
  );
});

test('omits the family of images beside the image of it that is reported', () => {
  const named = assetOf('amzn2-ami-hvm-2.0.20260105.0-x86_64-gp2');
  const family = assetOf('AL2_x86_64');
  const toldAt = (assets: readonly Asset[]): Set<string> =>
    new Set(findings(assets).map(({ assetId }) => assetId));
  assert.deepEqual(toldAt([named, family]), new Set([named.id, family.id]));
  const beside: Asset = { ...family, links: [{ role: 'image', assetId: named.id }] };
  assert.deepEqual(toldAt([named, beside]), new Set([named.id]));
});

test('judges a running image with its own numbering by its day, like a declared one', () => {
  const running = (name: string, number: string): string[] =>
    findings(
      [
        assetOf(name, {
          source: 'api',
          version: number,
          versions: { declared: null, running: number, pending: null },
        }),
      ],
      [],
      '2026-11-24',
    ).map(({ message }) => say(message, 'en'));
  const messages = running('amazon-eks-node-1.27-v20260110', '2.0.20260110');
  assert.match(messages[0] ?? '', /^Amazon Linux 2, image of 2026-01-10:/);
  assert.match(messages[1] ?? '', /EKS-optimized AMIs were supported only until 2025-11-26/);
  assert.match(
    running('amzn2-ami-ecs-hvm-2.0.20260110-x86_64-ebs', '2.0.20260110')[0] ?? '',
    /^Amazon Linux 2, image of 2026-01-10:/,
  );
  assert.match(
    running('amzn2-ami-hvm-2.0.20260105.0-x86_64-gp2', '2.0.20260105.0')[0] ?? '',
    /^Amazon Linux 2 2\.0\.20260105\.0:/,
  );
});

test('names each core package in a fixed order, and counts the rest', () => {
  const names = ['python3.11', 'nginx', 'openssh', 'systemd', 'curl', 'glibc', 'openssl', 'kernel6.12'];
  const advisories = names.map((name, i) => advisory(i, 'low', name, '2026-02-10', `CVE-2026-10${i}`));
  const known = { ...catalogue(), bugs: osBugs('amazon-linux-2023', AL2023, advisories) };
  const [standing] = osStandingText(known, pinned('2023.9.20260105'), '2026-03-10');
  assert.match(
    say(standing ?? { key: '', args: {} }, 'en'),
    /: kernel 1, openssl 1, glibc 1, curl 1, systemd 1, openssh 1, 2 other packages\./,
  );
  assert.match(say(standing ?? { key: '', args: {} }, 'ja'), /openssh 1 件、ほか 2 パッケージ。/);
});

test('reports the end of support a year ahead, with its source and a different date elsewhere', () => {
  const support = (written: string, today: string): string[] =>
    findings([assetOf(written)], [], today)
      .filter(({ ruleId }) => ruleId === 'end-of-support')
      .map(
        ({ severity, level, message, helpUri }) => `${severity} ${level} ${say(message, 'en')} ${helpUri}`,
      );
  assert.deepEqual(support('amazonlinux:2', '2025-03-10'), []);
  assert.match(
    support('amazonlinux:2', '2026-06-30')[0] ?? '',
    /^medium warning .*ends 2026-06-30 \(in 0 days\)/,
  );
  assert.match(
    support('amazonlinux:2', '2026-11-24')[0] ?? '',
    /^high warning Amazon Linux 2 reached end of support on 2026-06-30 \(147 days ago\).* https:\/\/aws\.amazon\.com\/amazon-linux-2\/faqs\//,
  );
  assert.doesNotMatch(support('amazonlinux:2', '2026-11-24')[0] ?? '', /EKS-optimized/);
  for (const written of ['amazon-eks-node-1.27-v20230703', 'AL2_x86_64'])
    assert.match(
      support(written, '2026-11-24')[0] ?? '',
      /on 2026-06-30 .*\. Its EKS-optimized AMIs were supported only until 2025-11-26\. https:/,
    );
  const asked = (written: string, today: string): string =>
    osStandingText(catalogue(), pinned(written), today, ['eks-optimized'])
      .map((each) => say(each, 'en'))
      .join(' ');
  assert.match(
    asked('2.0.20260105.0', '2026-11-24'),
    /; its EKS-optimized AMIs were supported only until 2025-11-26 \(https:[^)]*\)\. Not embedded: /,
  );
  assert.match(asked('2023.9.20260105', '2026-11-24'), /another page says/);
  assert.doesNotMatch(support('AL2023_x86_64_STANDARD', '2026-11-24')[0] ?? '', /EKS-optimized/);
  assert.match(
    support('amazonlinux:2023', '2026-11-24')[0] ?? '',
    /^low information .*ends 2027-06-30 \(in 218 days\), maintenance until 2029-06-30\./,
  );
  assert.match(
    support('amazonlinux:2023', '2028-01-01')[0] ?? '',
    /^medium information .*maintenance with security fixes until 2029-06-30/,
  );
  assert.equal(osSupportOf({ ...catalogue(), support: [] }, 'amazon-linux-2', TODAY), null);
});

test('joins missing fixes and lost support in one finding, and suppresses either alone', () => {
  const asset = assetOf('amzn2-ami-hvm-2.0.20260105.0-x86_64-gp2');
  const scan = (ignored: readonly string[] = [], today = '2026-11-24'): Finding[] =>
    findingsOf(
      catalogue(),
      { assets: [asset], suppressions: [], problems: [] },
      {
        today,
        config: {
          ...EMPTY_CONFIG,
          ignore: ignored.map((rule, i) => ({ rule, reason: 'planned', line: i + 1 })),
        },
      },
    );
  const [both, ...rest] = scan();
  assert.deepEqual(rest, []);
  assert.deepEqual(
    [both?.ruleId, both?.alsoRules, both?.level],
    ['end-of-support', ['known-bugs'], 'warning'],
  );
  assert.match(
    say(both?.message ?? { key: '', args: {} }, 'en'),
    /^Amazon Linux 2 reached end of support on 2026-06-30.* Release 2\.0\.20260105\.0: 3 known bugs, /,
  );
  assert.match(
    say(both?.message ?? { key: '', args: {} }, 'ja'),
    /^Amazon Linux 2 のサポートは .* に終了.*リリース 2\.0/,
  );
  assert.equal(both?.bugIds.length, 3);

  for (const [ignored, left] of [
    ['end-of-support', 'known-bugs'],
    ['known-bugs', 'end-of-support'],
  ] as const) {
    const found = scan([ignored]);
    assert.deepEqual(
      found.map(({ ruleId, suppressed }) => `${ruleId} ${suppressed?.reason ?? 'shown'}`).sort(),
      [`${ignored} planned`, `${left} shown`].sort(),
    );
  }

  const [before] = scan([], '2025-03-10');
  assert.deepEqual([before?.ruleId, before?.alsoRules], ['known-bugs', undefined]);
  assert.ok(before && both);
  assert.deepEqual(worseThan([both], [before]), [both], 'the end of support is new');
  assert.deepEqual(worseThan([both], [both]), []);
  const [onlySupport] = scan(['known-bugs']).filter(({ suppressed }) => suppressed === null);
  assert.deepEqual(worseThan(onlySupport ? [onlySupport] : [], [both]), []);
});

test('mentions a distant end of support without raising the level', () => {
  const asset = assetOf('/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64');
  const inventory = { assets: [asset], suppressions: [], problems: [] };
  const [finding, ...rest] = findingsOf(catalogue(), inventory, { today: '2026-11-24' });
  assert.deepEqual(rest, []);
  assert.deepEqual(
    [finding?.ruleId, finding?.alsoRules, finding?.severity, finding?.level],
    ['floating-version', [], 'info', 'hint'],
  );
  assert.match(
    say(finding?.message ?? { key: '', args: {} }, 'en'),
    /^Amazon Linux 2023: this parameter .* Standard support ends 2027-06-30 \(in 218 days\)/,
  );
});

test('states only the support of a product without notes in the catalogue', () => {
  const empty = { ...catalogueOf([]), support: OS_SUPPORT };
  assert.equal(osReleaseGap(empty, pinned('2.0.20260105.0')), null);
});

test('reports Amazon Linux 1 as out of support, and its missing fixes as unknown', () => {
  const inventory = {
    assets: ['amzn-ami-hvm-2018.03.0.20181129-x86_64-gp2', 'amzn-ami-hvm-*', 'amazonlinux:1'].map((written) =>
      assetOf(written),
    ),
    suppressions: [],
    problems: [],
  };
  const found = findingsOf(catalogue(), inventory, { today: TODAY });
  assert.deepEqual(
    found.map(({ ruleId, severity, level, alsoRules }) => [ruleId, severity, level, alsoRules ?? []]),
    inventory.assets.map(() => ['end-of-support', 'high', 'warning', []]),
  );
  for (const { message, bugs } of found) {
    assert.equal(
      say(message, 'en'),
      `Amazon Linux 1 reached end of support on 2023-12-31 (800 days ago). Its bugs are not in the catalogue: missing fixes are unknown. Migrate to Amazon Linux 2023.`,
    );
    assert.match(say(message, 'ja'), /2023-12-31.*不具合はカタログにない.*Amazon Linux 2023 への移行/);
    assert.equal(bugs, null);
  }
  assert.equal(osSupportOf(catalogue(), 'amazon-linux-1', '2022-01-01')?.phase, 'maintenance');
});

test('reports an unselected alternative as a hint, even without support', () => {
  const taken = assetOf('AL2_x86_64');
  const inventory = (asset: Asset) => ({ assets: [asset], suppressions: [], problems: [] });
  const levelsOf = (asset: Asset) =>
    findingsOf(catalogue(), inventory(asset), { today: '2026-11-24' }).map(({ level, severity, applies }) => [
      level,
      severity,
      applies,
    ]);
  assert.deepEqual(levelsOf(taken), [['warning', 'high', 'on']]);
  assert.deepEqual(levelsOf({ ...taken, isUnselected: true }), [['hint', 'info', 'possible']]);
});

test('excludes fixes of other kernel series for an image named after its series', () => {
  const releases = [
    AL2[0],
    osReleaseOf('2.0.20260119.1', [
      packageOf('kernel', '5.10.9-1.amzn2', ['CVE-2026-0011']),
      packageOf('kernel', '4.14.9-1.amzn2', ['CVE-2026-0012']),
      packageOf('kernel', '5.15.9-1.amzn2', ['CVE-2026-0013']),
      packageOf('openssl-libs', '3.2-1.amzn2', ['CVE-2026-0014']),
    ]),
  ].filter((release) => release !== undefined);
  const catalogue: Catalogue = { ...catalogueOf(releases, []), bugs: osBugs('amazon-linux-2', releases, []) };
  const cvesOf = (written: string): string[] => {
    const pinned = readPin('amazon-linux-2', written);
    assert.ok(pinned, written);
    const name = productOf('amazon-linux-2').system?.pinName(pinned) ?? '';
    assert.deepEqual(readPin('amazon-linux-2', name), pinned);
    return osBugsOfVersion(catalogue, pinned)
      .flatMap(({ bug }) => bug.cves)
      .sort();
  };
  const all = ['CVE-2026-0011', 'CVE-2026-0012', 'CVE-2026-0013', 'CVE-2026-0014'];
  assert.deepEqual(cvesOf('2.0.20260105.0'), all);
  const own = ['CVE-2026-0011', 'CVE-2026-0014'];
  assert.deepEqual(cvesOf('amzn2-ami-kernel-5.10-hvm-2.0.20260105.0-x86_64-gp2'), own);
  assert.deepEqual(cvesOf('2.0.20260105.0-kernel-5.10'), own);
});
