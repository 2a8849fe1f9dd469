import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Advisory, FixedPackage } from '../../../system/advisory.ts';
import { osBugs } from './os-bugs.ts';
import type { KnownBug, Release } from '../../../../model/index.ts';
import { osReleaseOf, packageOf } from '../../../../../test/support/catalogue/os-catalogue.ts';

const FIRST = osReleaseOf('2023.30.20310401', [packageOf('curl', '8.1-1.amzn2023')]);
const SECOND = osReleaseOf('2023.30.20310506', [
  packageOf('curl', '8.1-2.amzn2023'),
  packageOf('kernel', '6.1.5-1.amzn2023'),
]);
const UNREAD = osReleaseOf('2023.30.20310520', null);
const THIRD = osReleaseOf('2023.31.20310601', [
  packageOf('curl', '8.1-3.amzn2023'),
  packageOf('libcurl', '8.1-3.amzn2023', ['CVE-2031-0009']),
]);
const ALL = [THIRD, FIRST, UNREAD, SECOND];

function advisory(more: Partial<Advisory> = {}): Advisory {
  const url = 'https://alas.aws.amazon.com/AL2023/ALAS2023-2031-1.html';
  return {
    id: 'ALAS2023-2031-1',
    severity: 'medium',
    package: 'curl',
    cves: ['CVE-2031-0001'],
    date: '2031-05-01',
    url,
    fixed: [],
    channel: null,
    ...more,
  };
}

function fixedIn(...fixed: [name: string, version: string][]): readonly FixedPackage[] {
  return fixed.map(([name, version]) => ({ name, version }));
}

function only(advisories: readonly Advisory[], releases: readonly Release[] = ALL): KnownBug[] {
  return osBugs('amazon-linux-2023', releases, advisories).filter(({ os }) => os?.advisory !== null);
}

/** `version, how` of the only advisory. */
function placed(
  given: Advisory,
  fixed: readonly FixedPackage[] = given.fixed,
  releases: readonly Release[] = ALL,
): string | null {
  const [bug] = only([{ ...given, fixed }], releases);
  return bug ? `${bug.listings[0]?.version}, ${bug.os?.assigned}` : null;
}

test('assigns an advisory without a bulletin to the first release on or after its day', () => {
  assert.equal(placed(advisory({ date: '2031-05-06' })), '2023.30.20310506, by date');
  assert.equal(placed(advisory({ date: '2031-05-07' })), '2023.30.20310520, by date');
  assert.equal(placed(advisory({ date: '2031-06-02' })), null);
});

test('assigns an advisory with a bulletin to the first release with the fixed version', () => {
  assert.equal(placed(advisory(), fixedIn(['curl', '8.1-2.amzn2023'])), '2023.30.20310506, by version');
  assert.equal(placed(advisory(), fixedIn(['curl', '8.1-3.amzn2023'])), '2023.31.20310601, by version');
  assert.equal(
    placed(advisory({ date: '2031-03-01' }), fixedIn(['curl', '8.1-2.amzn2023'])),
    '2023.30.20310506, by version',
  );
  assert.equal(placed(advisory(), fixedIn(['curl', '8.2-1.amzn2023'])), '2023.30.20310506, by date');
});

test('assigns an advisory to an earlier release whose notes list the fixed version', () => {
  assert.equal(
    placed(advisory({ date: '2031-05-30' }), fixedIn(['curl', '8.1-2.amzn2023'])),
    '2023.30.20310506, by version',
  );
  const late = advisory({ date: '2031-09-01' });
  assert.equal(placed(late, fixedIn(['curl', '8.1-3.amzn2023'])), '2023.31.20310601, by version');
  assert.equal(placed(late, fixedIn(['curl', '8.2-1.amzn2023'])), null);
});

test('accepts a later version than the fixed one if earlier notes list the package', () => {
  const first = osReleaseOf('2023.30.20310401', [packageOf('curl', '8.1-1.amzn2023')]);
  const silent = osReleaseOf('2023.30.20310506', [packageOf('tar', '1.3-1.amzn2023')]);
  const last = osReleaseOf('2023.31.20310601', [
    packageOf('curl', '8.1-3.amzn2023'),
    packageOf('nss', '3.2-4.amzn2023'),
  ]);
  const releases = [first, silent, last];
  const of = (name: string, version: string) => placed(advisory(), fixedIn([name, version]), releases);
  assert.equal(of('curl', '8.1-2.amzn2023'), '2023.31.20310601, by version');
  // The notes never state the version in the first release, so the day of the advisory decides.
  assert.equal(of('nss', '3.2-3.amzn2023'), '2023.30.20310506, by date');
});

test('assigns a fix after the last release that lists an older version', () => {
  const versions = ['8.1-2.amzn2023', '8.1-1.amzn2023', '8.1-3.amzn2023'];
  const days = ['2023.30.20310506', '2023.30.20310520', '2023.31.20310601'];
  const releases = days.map((day, i) => osReleaseOf(day, [packageOf('curl', versions[i] ?? '')]));
  const fixed = fixedIn(['curl', '8.1-2.amzn2023']);
  assert.equal(placed(advisory(), fixed, releases), '2023.31.20310601, by version');
});

test('compares epochs before versions', () => {
  const releases = [osReleaseOf('2023.30.20310506', [packageOf('runc', '2:1.0-1.amzn2023')])];
  assert.equal(
    placed(advisory(), fixedIn(['runc', '1:1.9-1.amzn2023']), releases),
    '2023.30.20310506, by version',
  );
  assert.equal(
    placed(advisory(), fixedIn(['runc', '3:0.1-1.amzn2023']), releases),
    '2023.30.20310506, by date',
  );
});

test('assigns an advisory of an extras topic by packages of that topic only', () => {
  const docker = { ...packageOf('runc', '1.2-1.amzn2'), channel: 'docker' };
  const releases = [
    osReleaseOf('2023.30.20310506', [packageOf('runc', '1.2-1.amzn2')]),
    osReleaseOf('2023.30.20310520', [docker]),
  ];
  const fixed = fixedIn(['runc', '1.2-1.amzn2']);
  assert.equal(placed(advisory({ channel: 'docker' }), fixed, releases), '2023.30.20310520, by version');
});

test('does not treat a kernel of another series as newer', () => {
  const kernel = advisory({ package: 'kernel' });
  assert.equal(placed(kernel, fixedIn(['kernel', '6.1.4-1.amzn2023'])), '2023.30.20310506, by version');
  assert.equal(placed(kernel, fixedIn(['kernel', '5.10.4-1.amzn2023'])), '2023.30.20310506, by date');
});

test('assigns an advisory to the release whose notes name its CVE for related packages', () => {
  assert.equal(placed(advisory({ cves: ['CVE-2031-0009'] })), '2023.31.20310601, by version');
  assert.equal(placed(advisory({ package: 'nginx', cves: ['CVE-2031-0009'] })), '2023.30.20310506, by date');
});

test('copies title, severity and link of an advisory to its bug', () => {
  const [bug] = only([advisory({ severity: 'critical', cves: ['CVE-2031-0001', 'CVE-2031-0002'] })]);
  assert.equal(bug?.title, 'curl: CVE-2031-0001 +1 (ALAS2023-2031-1)');
  assert.equal(bug.severity, 'critical');
  assert.equal(bug.impact, 'security');
  assert.deepEqual(bug.os, {
    package: 'curl',
    advisory: 'ALAS2023-2031-1',
    assigned: 'by date',
    url: 'https://alas.aws.amazon.com/AL2023/ALAS2023-2031-1.html',
    date: '2031-05-01',
  });
});

test('makes a bug per source package and its CVEs from the notes alone', () => {
  const release = osReleaseOf('2.0.20310506.0', [
    packageOf('bind-libs', '9.9-1.amzn2', ['CVE-2031-0001']),
    packageOf('bind-utils', '32:9.9-1.amzn2', ['CVE-2031-0001']),
    packageOf('sudo', '1.9-2.amzn2', ['CVE-2031-0001', 'CVE-2031-0002']),
    packageOf('tzdata', '2031a-1.amzn2'),
  ]);
  const bugs = osBugs('amazon-linux-2', [release], []);
  assert.deepEqual(
    bugs.map(({ title, severity, os }) => `${title} ${severity} ${os?.package} ${os?.assigned}`),
    [
      'bind 9.9-1.amzn2: CVE-2031-0001 unrated bind by version',
      'sudo 1.9-2.amzn2: CVE-2031-0001 +1 unrated sudo by version',
    ],
  );
  assert.equal(bugs[0]?.os?.advisory, null);
});

test('does not count a CVE of an advisory again for the release with the fix', () => {
  const bugs = osBugs('amazon-linux-2023', ALL, [advisory({ cves: ['CVE-2031-0009'] })]);
  assert.deepEqual(
    bugs.map(({ os }) => os?.advisory),
    ['ALAS2023-2031-1'],
  );
});

test('does not depend on the order of releases and advisories, and makes unique ids', () => {
  const advisories = ['2031-03-01', '2031-05-06', '2031-05-30'].map((date, i) =>
    advisory({ id: `ALAS2023-2031-${i}`, date }),
  );
  const known = new Set(osBugs('amazon-linux-2023', ALL, advisories).map((bug) => JSON.stringify(bug)));
  const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
    fc.shuffledSubarray([...list], { minLength: list.length });
  fc.assert(
    fc.property(shuffled(ALL), shuffled(advisories), (releases, order) => {
      const bugs = osBugs('amazon-linux-2023', releases, order);
      assert.deepEqual(new Set(bugs.map((bug) => JSON.stringify(bug))), known);
      assert.equal(new Set(bugs.map(({ id }) => id)).size, bugs.length);
    }),
  );
});
