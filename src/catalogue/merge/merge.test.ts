import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { mergeBugs } from './index.ts';
import { digestOf, type Item, type KnownBug, type Release } from '../../model/index.ts';
import { anyCatalogue, dayAfter } from '../../../test/support/catalogue/any-catalogue.ts';
import { itemOf, releaseOf } from '../../../test/support/catalogue/catalogue.ts';

const READER = 'Fixed an issue where a reader instance can restart while it scans a compressed table.';
const READER_AGAIN = 'Fixed an issue where Aurora Replicas may restart when scanning compressed tables.';

function release(version: string, date: string, ...items: (string | Item)[]): Release {
  return releaseOf(version, date, {
    items: items.map((item) => (typeof item === 'string' ? itemOf(item) : item)),
  });
}

/** Merge of two bullets on two branches, a month apart. */
function areMerged(a: string | Item, b: string | Item, dates = ['2030-03-01', '2030-04-01']): boolean {
  const bugs = mergeBugs([release('3.40.1', dates[0] ?? '', a), release('3.41.0', dates[1] ?? '', b)]);
  return bugs.length === 1;
}

function idsOf(bugs: readonly KnownBug[]): string[] {
  return bugs.map(({ id }) => id);
}

describe('a bullet that joins two bugs', () => {
  const JOINT =
    'Fixed issues that could make the writer hang if the query cache is flushed or spatial indexes are rebuilt while triggers run.';
  const HALVES = [
    'Fixed an issue that could make the writer hang if the query cache is flushed.',
    'Fixed an issue that could make the writer hang if spatial indexes are rebuilt while triggers run.',
  ];
  const bugs = mergeBugs([
    release('3.40.1', '2030-03-01', HALVES[0] ?? ''),
    release('3.40.2', '2030-04-01', HALVES[1] ?? ''),
    release('3.30.9', '2030-05-01', JOINT),
  ]);
  const bugOfText = (text: string): KnownBug | undefined => bugs.find(({ id }) => id === digestOf(text));

  test('names both halves, and each half names the joint release', () => {
    assert.deepEqual(
      bugOfText(JOINT)?.joins?.map(({ id }) => id),
      HALVES.map(digestOf),
    );
    for (const half of HALVES) assert.deepEqual(bugOfText(half)?.listedJointly, ['3.30.9'], half);
  });

  test('joins nothing if the catalogue knows one half only', () => {
    const [, alone] = mergeBugs([
      release('3.40.1', '2030-03-01', HALVES[0] ?? ''),
      release('3.30.9', '2030-05-01', JOINT),
    ]);
    assert.equal(alone?.joins, undefined);
  });
});

describe('merging of bullets about one bug', () => {
  const pairs: [name: string, a: string, b: string][] = [
    ['synonyms', READER, READER_AGAIN],
    [
      'compounds in one word or two',
      'Fixed a slow path where sub optimal plans are picked for multi-threaded sorts of views.',
      'Fixed a slow path where suboptimal plans are picked for multithreaded sorts of views.',
    ],
    [
      'a spelled-out abbreviation',
      'Fixed zero-downtime patching (ZDP), which drops sessions that hold user-level locks.',
      'Fixed an issue that lets ZDP drop sessions holding user-level locks.',
    ],
    [
      'a consequence on one side',
      'Fixed an issue where sorting geometry columns leaks memory.',
      'Fixed an issue where sorting geometry columns leaks memory, which could lead to a restart of the DB instance.',
    ],
    [
      'a cause on one side',
      'Fixed an issue that could make the writer restart when partitions are exchanged.',
      'Fixed an issue that could make the writer restart when partitions are exchanged due to a stale handle.',
    ],
    [
      'a reference on one side',
      'Fixed an issue where SHOW TRIGGERS reports a wrong definer.',
      'Fixed an issue where SHOW TRIGGERS reports a wrong definer. For more information, see Using triggers.',
    ],
    [
      'crash and failover as words for a restart',
      'Fixed a crash of the writer while encrypted undo pages are truncated.',
      'Fixed an issue that ends in a failover of the writer while encrypted undo pages are truncated.',
    ],
    [
      'the wording of a fix and of an improvement',
      'Reduced the CPU usage of decoding encrypted relay logs on binlog replicas.',
      'Fixed an issue to reduce CPU utilization of decoding encrypted relay logs on binlog replicas.',
    ],
    [
      'a list on one side',
      'Fixed an issue where a covering index returns stale rows if:',
      'Fixed an issue where a covering index returns stale rows if: 1. the table has a trigger; 2. it is partitioned.',
    ],
  ];
  for (const [name, a, b] of pairs) test(`merges bullets with ${name}`, () => assert.ok(areMerged(a, b)));
});

describe('separation of bullets about different bugs', () => {
  const pairs: [name: string, a: string, b: string][] = [
    [
      'a writer instead of a reader',
      'Fixed an issue that could make a reader instance restart when a spatial index is rebuilt.',
      'Fixed an issue that could make the writer instance restart when a spatial index is rebuilt.',
    ],
    [
      'another error code',
      'Fixed an issue that causes CALL mysql.rds_kill to fail with ERROR 1094.',
      'Fixed an issue that causes CALL mysql.rds_kill to fail with ERROR 1317.',
    ],
    [
      'another statement',
      'Fixed an issue where the database can restart when executing CHECKSUM TABLE statements.',
      'Fixed an issue where the database can restart when executing LOCK INSTANCE statements.',
    ],
    [
      'another feature',
      'Fixed an issue that could make the database restart when parallel query is enabled.',
      'Fixed an issue that could make the database restart when enhanced binlog is enabled.',
    ],
    [
      'an added condition',
      'Fixed an issue that could make the database restart when parallel query is enabled.',
      'Fixed an issue that could make the database restart when parallel query is enabled and a savepoint is released.',
    ],
    [
      'the opposite state',
      'Fixed an issue that could make the writer restart while write forwarding is being enabled.',
      'Fixed an issue that could make the writer restart while write forwarding is being disabled.',
    ],
    [
      'a hang instead of a restart',
      'Fixed an issue that could make the writer restart while tablespaces are being renamed.',
      'Fixed an issue that could make the writer become unresponsive while tablespaces are being renamed.',
    ],
    [
      'two bugs in one bullet',
      'Fixed issues that end in a restart while tablespaces are renamed or undo logs are truncated.',
      'Fixed an issue that ends in a restart while tablespaces are renamed.',
    ],
    [
      'a new feature',
      'Added support for renaming encrypted general tablespaces.',
      'Fixed an issue with support for renaming encrypted general tablespaces.',
    ],
    [
      'general words only',
      'Fixed an issue that could make the database instance restart.',
      'Fixed an issue that could make the reader instance restart.',
    ],
  ];
  for (const [name, a, b] of pairs)
    test(`keeps bullets apart with ${name}`, () => assert.ok(!areMerged(a, b)));

  test('keeps bullets apart that are years apart', () => {
    assert.ok(!areMerged(READER, READER_AGAIN, ['2027-01-01', '2030-04-01']));
  });

  test('merges only nearly identical words on one branch', () => {
    const cause = 'Fixed an issue where the audit log misses events of prepared statements.';
    const other =
      'Fixed an issue where the audit log misses events of prepared statements after its rotation.';
    const bugs = (later: string): number =>
      mergeBugs([release('3.40.1', '2030-03-01', cause), release('3.40.2', '2030-04-01', later)]).length;
    assert.equal(bugs(other), 2);
    assert.equal(bugs(cause.replace('Fixed an issue where', 'Resolved an issue in which')), 1);
  });

  test('keeps a fix apart from one in the first release of the branch', () => {
    const early = [release('3.40.1', '2030-03-01', READER), release('3.41.0', '2030-04-01')];
    const late =
      'Fixed an issue where Aurora Replicas may restart when scanning large compressed tables backwards.';
    assert.equal(mergeBugs([...early, release('3.41.1', '2030-05-01', late)]).length, 2);
  });
});

describe('merging by numbers', () => {
  test('merges a shared community bug number, whatever the words and dates', () => {
    const a = itemOf('SIGNAL 11 IN OPTIMIZER TRACE', { communityBugs: ['30000001'] });
    const b = itemOf('Tracing a query with a lateral table could end the server.', {
      communityBugs: ['30000001', '99001'],
    });
    assert.ok(areMerged(a, b, ['2024-01-01', '2030-01-01']));
  });

  test('merges a number that a page lists twice, and takes the worst labels', () => {
    const [bug, ...others] = mergeBugs([
      release(
        '3.40.1',
        '2030-03-01',
        itemOf('Backport of Bug #31000777: SORTER CRASHES', { communityBugs: ['31000777'] }),
        itemOf('Some sorts ended in an error. (Bug #31000777)', {
          communityBugs: ['31000777'],
          impact: 'functionality',
          severity: 'medium',
        }),
      ),
      release('3.41.0', '2030-04-01', itemOf('SORTER CRASHES', { communityBugs: ['31000777'] })),
    ]);
    assert.equal(others.length, 0);
    assert.deepEqual([bug?.impact, bug?.listings.length], ['unavailability', 3]);
    assert.deepEqual([bug?.id, ...(bug?.aliases ?? [])].length, 3);
  });

  test('merges two bugs if a later bullet names both numbers', () => {
    const bugs = mergeBugs([
      release('3.40.1', '2030-03-01', itemOf('Sorts crash. (Bug #1001001)', { communityBugs: ['1001001'] })),
      release('3.40.2', '2030-03-20', itemOf('Joins are slow. (Bug #20202)', { communityBugs: ['20202'] })),
      release(
        '3.41.0',
        '2030-04-01',
        itemOf('Some statements crash. (Bug #1001001, Bug #20202)', { communityBugs: ['1001001', '20202'] }),
      ),
    ]);
    assert.equal(bugs.length, 1);
    assert.equal(bugs[0]?.id, digestOf('Sorts crash. (Bug #1001001)'));
  });

  test('keeps different numbers apart, whatever the words', () => {
    const a = itemOf('Fixed a wrong result of UNION with LIMIT.', { communityBugs: ['30000001'] });
    const b = itemOf('Fixed wrong results of UNION with LIMIT.', { communityBugs: ['30000002'] });
    assert.ok(!areMerged(a, b));
  });

  test('merges a bullet of several CVEs with bullets of one', () => {
    const list = itemOf('CVE-2029-0001, CVE-2029-0002', { cves: ['CVE-2029-0001', 'CVE-2029-0002'] });
    const one = itemOf('CVE-2029-0002', { cves: ['CVE-2029-0002'] });
    const bugs = mergeBugs([release('3.40.1', '2030-03-01', list), release('3.41.0', '2030-04-01', one)]);
    const second = bugs.find(({ cves }) => cves[0] === 'CVE-2029-0002');
    assert.equal(bugs.length, 2);
    assert.equal(second?.id, digestOf('CVE-2029-0002'));
    assert.equal(second.title, 'CVE-2029-0002');
    assert.deepEqual(second.listings, [
      { version: '3.40.1', digest: list.digest },
      { version: '3.41.0', digest: one.digest },
    ]);
  });
});

describe('a merged bug', () => {
  test('takes the worst impact, and all names, of its wordings', () => {
    const a = itemOf(READER, {
      impact: 'unavailability',
      severity: 'high',
      features: ['replicas'],
      why: ['kind fix: "fixed"', 'impact unavailability: "restart"', 'severity high: unavailability'],
    });
    const b = itemOf(READER_AGAIN, {
      impact: 'performance',
      severity: 'critical',
      features: ['compressed-tables', 'replicas'],
      why: ['kind fix: "fixed"', 'impact performance: "scan"', 'severity critical: heading'],
    });
    const [bug] = mergeBugs([release('3.41.0', '2030-04-01', b), release('3.40.1', '2030-03-01', a)]);
    assert.equal(bug?.id, a.digest);
    assert.deepEqual(bug.aliases, [b.digest]);
    assert.equal(bug.impact, 'unavailability');
    assert.equal(bug.severity, 'critical');
    assert.deepEqual(bug.features, ['replicas', 'compressed-tables']);
    assert.deepEqual(bug.why, [
      'kind fix: "fixed"',
      'impact unavailability: "restart"',
      'severity critical: heading',
    ]);
    assert.deepEqual(
      bug.listings.map(({ version }) => version),
      ['3.40.1', '3.41.0'],
    );
  });

  test('keeps both listings of an incomplete fix', () => {
    const [bug] = mergeBugs([
      release('3.40.1', '2030-03-01', READER),
      release('3.40.2', '2030-05-01', READER),
    ]);
    assert.deepEqual(
      bug?.listings.map(({ version }) => version),
      ['3.40.1', '3.40.2'],
    );
  });

  test('has the release as listing that words its fix as an improvement', () => {
    const improvement = itemOf('Reduced the memory that index dives use.', {
      kind: 'improvement',
      impact: null,
      severity: null,
    });
    const fix = itemOf('Fixed an issue to reduce the memory used by index dives.');
    const bugs = mergeBugs([
      release('3.40.1', '2030-03-01', improvement),
      release('3.41.0', '2030-04-01', fix),
    ]);
    assert.deepEqual(idsOf(bugs), [improvement.digest]);
    assert.equal(bugs[0]?.listings.length, 2);
  });

  test('is not created from a notice', () => {
    const notice = itemOf('The default of this parameter changed.', { kind: 'notice' });
    assert.deepEqual(mergeBugs([release('3.40.1', '2030-03-01', notice)]), []);
  });

  test('takes a curated title by the digest of any of its bullets', () => {
    const titles = new Map([[digestOf(READER_AGAIN), { en: 'Readers restart on compressed tables' }]]);
    const releases = [release('3.40.1', '2030-03-01', READER), release('3.41.0', '2030-04-01', READER_AGAIN)];
    assert.equal(mergeBugs(releases, { titles })[0]?.title, 'Readers restart on compressed tables');
    assert.equal(
      mergeBugs(releases)[0]?.title,
      'Reader instance can restart while it scans a compressed table',
    );
  });

  test("takes the newer wording's title if only that names the restart", () => {
    const mild = 'Fixed a memory issue when a reader instance scans a compressed table.';
    const releases = [release('3.40.1', '2030-03-01', mild), release('3.41.0', '2030-04-01', READER)];
    const links = { same: [[digestOf(mild), digestOf(READER)] as const], different: [] };
    const titles = new Map([[digestOf(mild), { en: 'Scans of compressed tables mismanage memory' }]]);
    const [bug] = mergeBugs(releases, { titles, links });
    assert.deepEqual(bug?.consequences.slice(0, 1), ['unavailability']);
    assert.equal(bug.title, 'Reader instance can restart while it scans a compressed table');
    const both = new Map([...titles, [digestOf(READER), { en: 'Readers restart on compressed tables' }]]);
    assert.equal(
      mergeBugs(releases, { titles: both, links })[0]?.title,
      'Readers restart on compressed tables',
    );
  });

  test('gets an id of its own if another bug has its digest', () => {
    const releases = [release('2.40.0', '2024-01-01', READER), release('3.40.0', '2029-01-01', READER)];
    const bugs = mergeBugs(releases);
    assert.deepEqual(idsOf(bugs), [digestOf(READER), `${digestOf(READER)}-3.40.0`]);
    assert.deepEqual(bugs[1]?.aliases, []);
  });
});

describe('curated links', () => {
  const early = release('3.40.1', '2030-03-01', READER);

  test('overrule the rules of merging', () => {
    const other = 'Fixed an issue with the event scheduler.';
    const releases = [early, release('3.41.0', '2030-04-01', other, READER_AGAIN)];
    const links = {
      same: [[digestOf(READER), digestOf(other)] as const],
      different: [[digestOf(READER), digestOf(READER_AGAIN)] as const],
    };
    const [bug, ...others] = mergeBugs(releases, { links });
    assert.deepEqual(bug?.aliases, [digestOf(other)]);
    assert.deepEqual(idsOf(others), [digestOf(READER_AGAIN)]);
  });

  test('never merge two bullets of one release', () => {
    const releases = [release('3.40.1', '2030-03-01', READER, READER_AGAIN)];
    const links = { same: [[digestOf(READER), digestOf(READER_AGAIN)] as const], different: [] };
    assert.equal(mergeBugs(releases, { links }).length, 2);
  });
});

test('keeps bug, title and bounds of bullets without text', () => {
  const named = `${READER} This impacted 3.39.0.`;
  const releases = [release('3.40.1', '2030-03-01', named), release('3.41.0', '2030-04-01', READER_AGAIN)];
  const known = mergeBugs(releases, {
    titles: new Map([[digestOf(named), { en: 'Our own title restarts', ja: '題' }]]),
  });
  assert.equal(known.length, 1);
  const textless = releases.map((one) => ({
    ...one,
    items: one.items.map((item) => ({ ...item, text: null })),
  }));
  assert.deepEqual(
    mergeBugs(textless, { known }),
    known.map((bug) => ({ ...bug, text: null })),
  );
  assert.equal(mergeBugs(textless).length, 2);
});

describe('merging of any catalogue', () => {
  test('does not depend on the order of releases', () => {
    fc.assert(
      fc.property(
        anyCatalogue.chain((releases) =>
          fc.tuple(
            fc.constant(releases),
            fc.shuffledSubarray(releases, { minLength: releases.length, maxLength: releases.length }),
          ),
        ),
        ([releases, shuffled]) => assert.deepEqual(mergeBugs(shuffled), mergeBugs(releases)),
      ),
    );
  });

  test('lists every fix, and merges two bullets of one release only by a number', () => {
    fc.assert(
      fc.property(anyCatalogue, (releases) => {
        const bugs = mergeBugs(releases);
        for (const { listings, communityBugs } of bugs) {
          if (communityBugs.length > 0) continue;
          assert.equal(new Set(listings.map(({ version }) => version)).size, listings.length);
        }
        for (const { version, items } of releases) {
          const fixes = new Set(items.filter(({ kind }) => kind === 'fix').map(({ digest }) => digest));
          for (const fix of fixes) {
            const listing = bugs.filter(({ listings }) =>
              listings.some((one) => one.version === version && one.digest === fix),
            );
            assert.equal(listing.length, 1);
          }
        }
      }),
    );
  });

  test('keeps every listing and id when a later release arrives', () => {
    fc.assert(
      fc.property(anyCatalogue, fc.integer({ min: 0, max: 2500 }), (releases, days) => {
        const before = mergeBugs(releases.filter(({ date }) => date <= dayAfter(days)));
        const after = mergeBugs(releases);
        const names = new Set(after.flatMap(({ id, aliases }) => [id, ...aliases]));
        for (const bug of before) {
          // An id becomes an alias only if a later bullet shares its number.
          const now =
            after.find(({ id }) => id === bug.id) ??
            after.find(
              ({ communityBugs, listings }) => communityBugs.length > 0 && hasAll(listings, bug.listings),
            );
          assert.ok(now, bug.id);
          // If two bugs list a bullet, with and without a number, the first one keeps its id.
          for (const alias of bug.aliases) assert.ok(names.has(alias), alias);
          assert.ok(hasAll(now.listings, bug.listings));
        }
      }),
    );
  });

  function hasAll(listings: KnownBug['listings'], some: KnownBug['listings']): boolean {
    return some.every(({ version }) => listings.some((one) => one.version === version));
  }

  test('makes unique ids and aliases', () => {
    fc.assert(
      fc.property(anyCatalogue, (releases) => {
        const names = mergeBugs(releases).flatMap(({ id, aliases }) => [id, ...aliases]);
        assert.equal(new Set(names).size, names.length);
      }),
    );
  });
});
