import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bugsOfVersion, catalogueAsOf, cveAnswer, notesDays, type CveAnswer } from '../../index.ts';
import { text } from '../../../l10n/index.ts';
import type { Catalogue, CveDifference, KnownBug } from '../../../model/index.ts';
import { createPaint, cveJson, cveText } from '../../../report/index.ts';
import { wholeCatalogue } from '../../../catalogue/upstream/upstream.ts';
import { loadSnapshot } from '../../../catalogue/snapshot/index.ts';
import { bugOf, catalogueOf, releaseOf } from '../../../../test/support/catalogue/catalogue.ts';

const CVE = 'CVE-2024-1234';
const DAY = text('notes.days', { newest: '2026-11-20', older: [] });
const RELEASES = [
  releaseOf('2.11.4', '2023-10-17'),
  releaseOf('2.11.5', '2024-03-26'),
  releaseOf('2.12.0', '2023-07-25'),
  releaseOf('2.12.2', '2024-03-19'),
  releaseOf('3.04.0', '2023-07-31'),
  releaseOf('3.04.2', '2024-03-15'),
  releaseOf('3.07.0', '2024-06-04'),
];

function catalogueWith(
  bugs: readonly KnownBug[],
  differences: readonly Partial<CveDifference>[] = [],
): Catalogue {
  const cveDifferences = differences.map((difference) => ({
    cve: CVE,
    versionsOnlyInTable: [],
    versionsOnlyInPages: [],
    ...difference,
  }));
  return { ...catalogueOf(RELEASES, bugs), cveDifferences };
}

function security(id: string, fixedIn: readonly string[]): KnownBug {
  return bugOf(id, fixedIn, { impact: 'security', cves: [CVE] });
}

/** `2.11: 2.11.5 (2.11.5), 2.11.4 high` of every branch. */
function branchLines(answer: CveAnswer | null): string[] {
  return (answer?.branches ?? []).map(({ branch, firstFixed, listedIn, affected }) => {
    const has = affected.map(({ version, confidence }) => `, ${version} ${confidence}`);
    return `${branch}: ${firstFixed ?? '-'} (${listedIn.join(' ')})${has.join('')}`;
  });
}

describe('versions affected by a CVE', () => {
  const answer = cveAnswer(catalogueWith([security('a', ['2.11.5', '3.04.2'])]), CVE);

  test('are listed by branch with the first fixed release and its listings', () => {
    assert.deepEqual(branchLines(answer), [
      '2.11: 2.11.5 (2.11.5), 2.11.4 high',
      '2.12: - (), 2.12.0 low, 2.12.2 low',
      '3.04: 3.04.2 (3.04.2), 3.04.0 high',
      '3.07: 3.07.0 ()',
    ]);
  });

  test('follow the rules of other bugs', () => {
    const bug = security('a', ['2.11.5', '3.04.2']);
    const catalogue = catalogueWith([bug]);
    const affected = new Set(
      answer?.branches.flatMap((branch) => branch.affected.map(({ version }) => version)),
    );
    for (const { version } of RELEASES) {
      assert.equal(
        affected.has(version),
        bugsOfVersion(catalogue, 'aurora-mysql', version).length > 0,
        version,
      );
    }
  });

  test('follow both bugs if two name the CVE, as the list of a version does', () => {
    const two = cveAnswer(catalogueWith([security('a', ['2.11.5']), security('b', ['2.12.2'])]), CVE);
    assert.deepEqual(
      two?.bugs.map(({ id }) => id),
      ['a', 'b'],
    );
    assert.deepEqual(branchLines(two).slice(0, 2), [
      '2.11: - (2.11.5), 2.11.4 high, 2.11.5 medium',
      '2.12: - (2.12.2), 2.12.0 high, 2.12.2 low',
    ]);
  });

  test('follow the pages, and state releases that only the table names', () => {
    const differences = [{ versionsOnlyInTable: ['2.12.2'] }];
    const both = cveAnswer(catalogueWith([security('a', ['2.11.5'])], differences), CVE);
    assert.equal(branchLines(both)[1], '2.12: - (), 2.12.0 low, 2.12.2 low');
    assert.deepEqual(both?.difference, {
      cve: CVE,
      versionsOnlyInTable: ['2.12.2'],
      versionsOnlyInPages: [],
    });
    const alone = cveAnswer(catalogueWith([], differences), CVE);
    assert.deepEqual([alone?.bugs, alone?.branches], [[], []]);
    assert.deepEqual(alone?.difference?.versionsOnlyInTable, ['2.12.2']);
  });

  test('are empty if the table names the CVE without a release', () => {
    const bare = cveAnswer(catalogueWith([], [{}]), CVE);
    assert.notEqual(bare, null);
    assert.deepEqual(bare?.branches, []);
  });

  test('are separate from packages of operating systems', () => {
    const os = { package: 'curl', advisory: null, assigned: 'by version', date: null } as const;
    const curl = bugOf('c', ['2.0.20231012.1'], { product: 'amazon-linux-2', cves: [CVE], os });
    const packages = cveAnswer(catalogueWith([curl]), CVE);
    assert.deepEqual(packages?.packages, [curl]);
    assert.deepEqual(packages.branches, []);
  });

  test('are unknown if no source lists the CVE', () => {
    assert.equal(cveAnswer(catalogueWith([security('a', ['2.11.5'])]), 'CVE-2024-9999'), null);
  });
});

describe('a CVE in the notes of PostgreSQL', async () => {
  const catalogue = wholeCatalogue(await loadSnapshot());
  const branchIn = (cve: string, product: string, branch: string): string => {
    const found = cveAnswer(catalogue, cve)?.branches.find(
      (each) => each.product === product && each.branch === branch,
    );
    if (found === undefined) return 'absent';
    const confidences = [...new Set(found.affected.map(({ confidence }) => confidence))];
    const standings = confidences.join() || (found.leftOut.length > 0 ? 'left out' : 'fixed');
    return `${found.firstFixed ?? '-'} by ${found.upstreamFix ?? 'own notes'}: ${standings}`;
  };
  const rows = [
    ['CVE-2026-2004', 'rds-postgresql', '16.11', '16.12 by PostgreSQL 16.12: high'],
    ['CVE-2026-2004', 'rds-postgresql', '16.13', '16.13 by PostgreSQL 16.12: fixed'],
    // RDS's own notes list it on this line, and those of PostgreSQL do not contain 10.
    ['CVE-2026-2004', 'rds-postgresql', '13.23', '13.23-rds.20260224 by own notes: medium'],
    ['CVE-2026-2004', 'rds-postgresql', '10.23', '- by own notes: low'],
    // In pgcrypto.
    ['CVE-2026-2005', 'rds-postgresql', '16.11', '16.12 by PostgreSQL 16.12: left out'],
    ['CVE-2026-2005', 'rds-postgresql', '13.23', '13.23-rds.20260224 by own notes: left out'],
    // In pg_dump; RDS lists it on this line alone.
    ['CVE-2024-7348', 'rds-postgresql', '12.19', '12.20 by PostgreSQL 12.20: left out'],
    ['CVE-2024-7348', 'rds-postgresql', '16.3', '16.4 by own notes: medium'],
    ['CVE-2024-7348', 'aurora-postgresql', '14.13', '14.13 by PostgreSQL 14.13: fixed'],
    ['CVE-2024-7348', 'aurora-postgresql', '13.16', '13.16 by PostgreSQL 13.16: fixed'],
    // Aurora's notes list several fixes after PostgreSQL's.
    ['CVE-2020-14350', 'aurora-postgresql', '13.3', '13.3.2 by own notes: medium,high'],
    ['CVE-2025-4207', 'rds-postgresql', '13.20', '13.21 by PostgreSQL 13.21: high'],
    ['CVE-2024-4317', 'rds-postgresql', '16.2', '16.3 by PostgreSQL 16.3: high'],
    ['CVE-2024-4317', 'rds-postgresql', '13.14', 'absent'],
    ['CVE-2024-4317', 'aurora-postgresql', '16.2', '16.3 by PostgreSQL 16.3: high'],
    ['CVE-2024-4317', 'aurora-postgresql', '16.3', '16.3 by PostgreSQL 16.3: fixed'],
  ] as const;

  test('is one in RDS on lines without a listing, and one fixed there is fixed in Aurora', () => {
    for (const [cve, product, branch, expected] of rows)
      assert.equal(branchIn(cve, product, branch), expected, `${cve} ${product} ${branch}`);
  });
});

/** Reasons of the affected versions in an entry, without version numbers. */
function reasonsIn(entry: string): string {
  const reasons = [...entry.matchAll(/ \(([^)]*[a-z][^)]*)\)$/gm)].map(([, reason]) => reason);
  return [...new Set(reasons)].sort().join();
}

describe('text about a CVE', () => {
  const answer = cveAnswer(catalogueWith([security('a', ['2.11.5', '3.04.2'])]), CVE);
  const textOf = (answer: CveAnswer | null, language: 'en' | 'ja'): string =>
    cveText(CVE, answer, DAY, language, createPaint(false));

  test('joins neighbouring branches with the same facts in one line', () => {
    const releases = ['2.07.0', '2.08.0', '2.09.0', '2.10.0'].map((version, month) =>
      releaseOf(version, `2020-0${month + 1}-01`),
    );
    const catalogue = catalogueOf([...releases, ...RELEASES], [security('a', ['2.11.5'])]);
    const words = textOf(cveAnswer(catalogue, CVE), 'en');
    assert.match(
      words,
      /^ {2}2\.07, 2\.08, 2\.09, 2\.10: no fix is listed\n {4}probably affected: 2\.07\.0, /m,
    );
    assert.match(words, /^ {2}2\.11: fixed in 2\.11\.5\n {4}affected: 2\.11\.4 /m);
  });

  test('joins branches of many patches, with brackets of the language', async () => {
    const [id, catalogue] = ['CVE-2024-0985', await loadSnapshot()];
    const said = (language: 'en' | 'ja'): string =>
      cveText(id, cveAnswer(catalogue, id), DAY, language, createPaint(false));
    const entries = said('en').split(/\n(?= {2}\S)/);
    const unfixed = entries.map((entry) => (/no fix is listed/.test(entry) ? reasonsIn(entry) : null));
    assert.ok(unfixed.length > 10);
    const twice = unfixed.filter(
      (reasons, nth) => nth > 0 && reasons !== null && reasons === unfixed[nth - 1],
    );
    assert.deepEqual(twice, []);
    assert.doesNotMatch(said('ja'), / \(/);
  });

  test('lists every version in both languages', () => {
    for (const language of ['en', 'ja'] as const) {
      const words = textOf(answer, language);
      for (const version of ['2.11.4', '2.11.5', '2.12.0', '3.04.0', '3.04.2']) {
        assert.ok(words.includes(version), `${language} ${version}`);
      }
    }
  });

  test('states that a missing CVE proves nothing', () => {
    assert.match(
      textOf(null, 'en'),
      /CVE-2024-1234 is not listed .* as of 2026-11-20\. It may still affect a version/,
    );
    const json = cveJson(CVE, null, notesDays({ asOf: '2026-11-20T00:00:00Z' }, []), 'en');
    assert.deepEqual(json, {
      schemaVersion: 1,
      cve: CVE,
      asOf: '2026-11-20',
      notes: {},
      listed: false,
      bugs: [],
      branches: [],
      packages: [],
      table: null,
    });
  });

  test('states differences between the table and the pages', () => {
    const difference = { versionsOnlyInTable: ['2.12.2'], versionsOnlyInPages: ['2.11.5'] };
    const answer = cveAnswer(catalogueWith([security('a', ['2.11.5'])], [difference]), CVE);
    assert.match(
      textOf(answer, 'en'),
      /differs: only the table names 2\.12\.2; only the release pages name 2\.11\.5\./,
    );
    assert.deepEqual(
      (cveJson(CVE, answer, notesDays({ asOf: '2026-11-20T00:00:00Z' }, []), 'en') as { table: unknown })
        .table,
      difference,
    );
  });
});

describe('the catalogue as of a day', () => {
  const catalogue = catalogueWith(
    [security('a', ['2.11.5', '3.04.2']), security('b', ['3.07.0'])],
    [{ versionsOnlyInTable: ['2.12.2'] }],
  );

  test('contains releases and listings published by then, and names the day', () => {
    const then = catalogueAsOf(catalogue, '2024-03-15');
    assert.equal(then.asOf.slice(0, 10), '2024-03-15');
    assert.deepEqual(
      then.releases.map(({ version }) => version),
      ['2.11.4', '2.12.0', '3.04.0', '3.04.2'],
    );
    assert.deepEqual(
      then.bugs.map(({ id, listings }) => [id, listings.map(({ version }) => version)]),
      [['a', ['3.04.2']]],
    );
    assert.deepEqual(then.cveDifferences, []);
  });

  test('is the present catalogue on the day of its reading and later', () => {
    for (const day of ['2026-11-20', '2030-01-01']) assert.equal(catalogueAsOf(catalogue, day), catalogue);
  });
});
