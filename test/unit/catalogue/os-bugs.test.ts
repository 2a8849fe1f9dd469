import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Advisory, Bulletin } from '../../../src/catalogue/sources/alas/index.ts';
import { osBugs } from '../../../src/catalogue/sources/amazon-linux/os-bugs.ts';
import type { KnownBug } from '../../../src/model/index.ts';
import { osReleaseOf, packageOf } from '../../support/os-catalogue.ts';

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
    ...more,
  };
}

function bulletin(...fixed: [name: string, version: string][]): Bulletin {
  return { affected: [], fixed: fixed.map(([name, version]) => ({ name, version, arch: 'x86_64' })) };
}

function only(advisories: readonly Advisory[], bulletins?: ReadonlyMap<string, Bulletin>): KnownBug[] {
  return osBugs('amazon-linux-2023', ALL, advisories, bulletins).filter(({ os }) => os?.advisory !== null);
}

/** `version, how` of the only advisory. */
function placed(given: Advisory, page?: Bulletin): string | null {
  const [bug] = only([given], page && new Map([[given.id, page]]));
  return bug ? `${bug.listings[0]?.version}, ${bug.os?.assigned}` : null;
}

test('without a bulletin an advisory belongs to the first release on or after its day', () => {
  assert.equal(placed(advisory({ date: '2031-05-06' })), '2023.30.20310506, by date');
  assert.equal(placed(advisory({ date: '2031-05-07' })), '2023.30.20310520, by date');
  assert.equal(placed(advisory({ date: '2031-06-02' })), null);
});

test('with a bulletin it belongs to the first of these that carries the fixed version', () => {
  assert.equal(placed(advisory(), bulletin(['curl', '8.1-2.amzn2023'])), '2023.30.20310506, by version');
  assert.equal(placed(advisory(), bulletin(['curl', '8.1-3.amzn2023'])), '2023.31.20310601, by version');
  assert.equal(
    placed(advisory({ date: '2031-03-01' }), bulletin(['curl', '8.1-2.amzn2023'])),
    '2023.30.20310506, by version',
  );
  assert.equal(placed(advisory(), bulletin(['curl', '8.2-1.amzn2023'])), '2023.30.20310506, by date');
});

test('a kernel of another series is not a newer version', () => {
  const kernel = advisory({ package: 'kernel' });
  assert.equal(placed(kernel, bulletin(['kernel', '6.1.4-1.amzn2023'])), '2023.30.20310506, by version');
  assert.equal(placed(kernel, bulletin(['kernel', '5.10.4-1.amzn2023'])), '2023.30.20310506, by date');
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
