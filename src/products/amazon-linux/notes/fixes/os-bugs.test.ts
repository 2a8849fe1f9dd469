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

test('without a bulletin an advisory belongs to the first release on or after its day', () => {
  assert.equal(placed(advisory({ date: '2031-05-06' })), '2023.30.20310506, by date');
  assert.equal(placed(advisory({ date: '2031-05-07' })), '2023.30.20310520, by date');
  assert.equal(placed(advisory({ date: '2031-06-02' })), null);
});

test('with a bulletin it belongs to the first of these that carries the fixed version', () => {
  assert.equal(placed(advisory(), fixedIn(['curl', '8.1-2.amzn2023'])), '2023.30.20310506, by version');
  assert.equal(placed(advisory(), fixedIn(['curl', '8.1-3.amzn2023'])), '2023.31.20310601, by version');
  assert.equal(
    placed(advisory({ date: '2031-03-01' }), fixedIn(['curl', '8.1-2.amzn2023'])),
    '2023.30.20310506, by version',
  );
  assert.equal(placed(advisory(), fixedIn(['curl', '8.2-1.amzn2023'])), '2023.30.20310506, by date');
});

test('an advisory reaches back to a release before its day, whose notes list the fixed version', () => {
  assert.equal(
    placed(advisory({ date: '2031-05-30' }), fixedIn(['curl', '8.1-2.amzn2023'])),
    '2023.30.20310506, by version',
  );
  const late = advisory({ date: '2031-09-01' });
  assert.equal(placed(late, fixedIn(['curl', '8.1-3.amzn2023'])), '2023.31.20310601, by version');
  assert.equal(placed(late, fixedIn(['curl', '8.2-1.amzn2023'])), null);
});

test('a later version than the fixed one counts, where the notes had listed the package before', () => {
  const first = osReleaseOf('2023.30.20310401', [packageOf('curl', '8.1-1.amzn2023')]);
  const silent = osReleaseOf('2023.30.20310506', [packageOf('tar', '1.3-1.amzn2023')]);
  const last = osReleaseOf('2023.31.20310601', [
    packageOf('curl', '8.1-3.amzn2023'),
    packageOf('nss', '3.2-4.amzn2023'),
  ]);
  const releases = [first, silent, last];
  const of = (name: string, version: string) => placed(advisory(), fixedIn([name, version]), releases);
  assert.equal(of('curl', '8.1-2.amzn2023'), '2023.31.20310601, by version');
  // The notes never said which version the first release had: its day decides, and is said to.
  assert.equal(of('nss', '3.2-3.amzn2023'), '2023.30.20310506, by date');
});

test('a release that lists an older version later took the fix back', () => {
  const versions = ['8.1-2.amzn2023', '8.1-1.amzn2023', '8.1-3.amzn2023'];
  const days = ['2023.30.20310506', '2023.30.20310520', '2023.31.20310601'];
  const releases = days.map((day, i) => osReleaseOf(day, [packageOf('curl', versions[i] ?? '')]));
  const fixed = fixedIn(['curl', '8.1-2.amzn2023']);
  assert.equal(placed(advisory(), fixed, releases), '2023.31.20310601, by version');
});

test('an epoch decides before the version', () => {
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

test('an advisory of an extras topic is of that topic only', () => {
  const docker = { ...packageOf('runc', '1.2-1.amzn2'), channel: 'docker' };
  const releases = [
    osReleaseOf('2023.30.20310506', [packageOf('runc', '1.2-1.amzn2')]),
    osReleaseOf('2023.30.20310520', [docker]),
  ];
  const fixed = fixedIn(['runc', '1.2-1.amzn2']);
  assert.equal(placed(advisory({ channel: 'docker' }), fixed, releases), '2023.30.20310520, by version');
});

test('a kernel of another series is not a newer version', () => {
  const kernel = advisory({ package: 'kernel' });
  assert.equal(placed(kernel, fixedIn(['kernel', '6.1.4-1.amzn2023'])), '2023.30.20310506, by version');
  assert.equal(placed(kernel, fixedIn(['kernel', '5.10.4-1.amzn2023'])), '2023.30.20310506, by date');
});

test('where the release notes name the CVE for a package of the same family, the page tells', () => {
  assert.equal(placed(advisory({ cves: ['CVE-2031-0009'] })), '2023.31.20310601, by version');
  assert.equal(placed(advisory({ package: 'nginx', cves: ['CVE-2031-0009'] })), '2023.30.20310506, by date');
});

test('a bug of an advisory carries its words', () => {
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

test('what only the notes tell is a bug of each package and its CVEs; packages of one source are one', () => {
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

test('a CVE of an advisory is not counted again for the release that fixes it', () => {
  const bugs = osBugs('amazon-linux-2023', ALL, [advisory({ cves: ['CVE-2031-0009'] })]);
  assert.deepEqual(
    bugs.map(({ os }) => os?.advisory),
    ['ALAS2023-2031-1'],
  );
});

test('the order of releases and advisories does not matter, and ids are unique', () => {
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
