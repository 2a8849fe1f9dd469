import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { classify } from './index.ts';
import { eitherNeeds } from './needs.ts';
import type { Impact, Needs, Trait } from '../../model/index.ts';

const labels = (text: string, parts: string[] = []) =>
  classify({ section: 'General improvements', text, cves: [], communityBugs: [], parts });

function sorted(needs: Needs): string[] {
  return needs.map((list) => [...list].sort().join(' or ')).sort();
}

describe('conditions of a bug', () => {
  const cases: [text: string, needs: string[]][] = [
    ['Fixed a crash of sorts.', []],
    ['Fixed a crash when parallel query reads partitioned tables.', ['parallel-query', 'partitioned-tables']],
    ['Fixed a crash when either XA transactions run or the binary log is enabled.', ['binlog or xa']],
    [
      'Fixed a crash in the lock manager when XA transactions run or the binary log is enabled.',
      ['binlog or xa', 'locking'],
    ],
    [
      'Fixed a crash during backtrack, cloning, and restoring a snapshot.',
      ['backtrack or clone or snapshot-restore'],
    ],
    [
      'Fixed a crash when a trigger is dropped. It can also occur when the binlog rotates.',
      ['binlog or triggers'],
    ],
    ['Fixed a crash while the global or local write forwarding is used.', ['write-forwarding']],
    // Examples are no conditions: other statements trigger the bug as well.
    [
      'Fixed a crash of ALTER TABLE beside other work (such as performance schema reads, or vacuums of sorts).',
      ['ddl'],
    ],
    ['Fixed a crash of tools that read metadata. Features such as performance insights may read it.', []],
    ['Fixed a leak of some column types, including JSON and BLOB.', []],
    ['Fixed a crash of queries including parallel query parts.', ['parallel-query']],
    [
      'Fixed stalls of readers. Affected statements included writes such as UPDATE on performance_schema tables.',
      ['replicas'],
    ],
    ['Fixed dropped logins. This is more likely to happen while the binary log is enabled.', []],
    // The bug occurs if the feature is off.
    ['Fixed a wrong retention when log-bin was set to OFF.', []],
    ['Fixed lost GTIDs when binary logging is disabled.', ['gtid']],
    ['Fixed a crash while write forwarding is being disabled.', ['write-forwarding']],
    // Two nouns are alternatives unless the text requires both.
    ['Fixed wrong results of stored procedures and triggers.', ['stored-programs or triggers']],
    ['Fixed lag with parallel query and enhanced binlog enabled.', ['enhanced-binlog', 'parallel-query']],
    ['Fixed a crash in the Lambda, S3, and hash join code.', ['hash-join or lambda or s3-import-export']],
    [
      'Fixed slow logins when binlog replicas are attached or when many sessions wait with a surge in load.',
      ['binlog or connection-surge'],
    ],
    [
      'Fixed a deadlock with enhanced binlog enabled when either committing or running XA statements.',
      ['enhanced-binlog'],
    ],
    // A second sentence adds an alternative; the first one needs nothing.
    ['Fixed a leak of grants on an instance. Grants on the writer can also fill the readers.', []],
    // An alternative without a feature leaves no condition.
    ['Fixed a crash during scaling up a serverless cluster or under high load.', []],
    ['Fixed stalls that lead to a restart or an upgrade to fail.', []],
    // Consequences are no alternatives.
    ['Fixed a restart or failover when hash joins spill.', ['hash-join']],
  ];
  for (const [text, needs] of cases)
    test(`finds ${needs.join(' and ') || 'no condition'}: ${text}`, () =>
      assert.deepEqual(sorted(labels(text).needs), needs));

  test('combines the parts of a bullet as conditions', () => {
    const found = labels('Fixed wrong results of joins over foreign keys when both conditions are met:', [
      'The query cache is on',
      'A cascade is rolled back',
    ]);
    assert.deepEqual(sorted(found.needs), ['foreign-keys', 'query-cache']);
  });

  test("combines alternative parts with the conditions of the bullet's head", () => {
    const found = labels('Fixed crashes of parallel query in the following cases:', [
      'A column is JSON',
      'The table is partitioned',
    ]);
    assert.deepEqual(sorted(found.needs), ['json or partitioned-tables', 'parallel-query']);
  });

  test('treats conditions of several wordings as alternatives, and drops all if one has none', () => {
    assert.deepEqual(eitherNeeds([['xa']], [['binlog']]), [['xa', 'binlog']]);
    assert.deepEqual(eitherNeeds([['xa'], ['gtid']], [['xa']]), [['xa']]);
    assert.deepEqual(eitherNeeds([], [['binlog']]), []);
  });
});

describe('consequences of a bug, the worst first', () => {
  const cases: [text: string, consequences: Impact[]][] = [
    ['Fixed a memory leak that makes the instance restart.', ['unavailability', 'memory']],
    [
      'Fixed an issue that raises CPU usage and makes connections hit timeouts.',
      ['connectivity', 'performance'],
    ],
    ['Fixed a fault that leads to a restart or wrong results.', ['data', 'unavailability']],
    ['Fixed a gauge with wrong values of the commit latency.', ['observability']],
    ['Fixed a view that could not be altered.', ['functionality']],
  ];
  for (const [text, expected] of cases)
    test(`finds ${expected.join(', ')}: ${text}`, () =>
      assert.deepEqual(labels(text).consequences, expected));
});

describe("traits of a bug's trigger", () => {
  const cases: [text: string, traits: Trait[]][] = [
    ['Fixed a crash.', []],
    ['Fixed a crash which happens rarely.', ['rare']],
    ['Fixed a crash under heavy load.', ['load']],
    ['Fixed a crash when a SELECT query reads from tables that change.', ['everyday']],
    ['Fixed a crash of CHECK TABLE.', ['narrow']],
    ['Fixed a crash during a failover.', ['event']],
    ['Fixed a crash of readers.', ['reader']],
    ['Fixed a crash of the writer when a reader starts late.', []],
    ['Fixed a crash when a privileged user changes quotas.', ['privileged']],
  ];
  for (const [text, expected] of cases)
    test(`finds ${expected.join(', ') || 'no trait'}: ${text}`, () =>
      assert.deepEqual(labels(text).traits, expected));
});

describe('severity of a CVE under a heading of the vendor', () => {
  const rated: [section: string, severity: string][] = [
    ['Critical CVEs', 'critical'],
    ['Medium CVEs', 'medium'],
    ['Low CVEs', 'low'],
    ['Fixed security issues and CVEs', 'unrated'],
    ['High priority fixes', 'unrated'],
  ];
  for (const [section, severity] of rated) {
    test(`is ${severity} under "${section}"`, () => {
      const text = 'CVE-2030-12345';
      assert.equal(classify({ section, text, cves: [text], communityBugs: [] }).severity, severity);
    });
  }
});
