import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { classify } from './index.ts';
import type { Feature, Impact, Kind, Labels, Severity } from '../../model/index.ts';

function labels(text: string, section = 'General improvements'): Labels {
  return classify({ section, text, cves: [], communityBugs: [] });
}

function kinds(cases: readonly (readonly [Kind, string, string?])[]): void {
  for (const [kind, text, section] of cases) {
    test(`labels as ${kind}: ${text}`, () => assert.equal(labels(text, section).kind, kind));
  }
}

function effects(cases: readonly (readonly [Impact, Severity, string, string?])[]): void {
  for (const [impact, severity, text, section] of cases) {
    test(`labels as ${impact}, ${severity}: ${text}`, () => {
      const found = labels(text, section);
      assert.deepEqual(
        [found.kind, found.impact, found.severity],
        ['fix', impact, severity],
        found.why.join('; '),
      );
    });
  }
}

function features(cases: readonly (readonly [readonly Feature[], string, string?])[]): void {
  for (const [expected, text, section] of cases) {
    test(`labels with ${expected.join(', ') || 'no feature'}: ${text}`, () =>
      assert.deepEqual([...labels(text, section).features].sort(), [...expected].sort()));
  }
}

describe('kind of an item', () => {
  describe('a fix, in any wording', () => {
    kinds([
      ['fix', 'Fixed a crash of the sort routine.'],
      ['fix', 'Backport of Bug #12345678: OPTIMIZER LOOPS'],
      ['fix', 'Resolved a race between two purge threads.'],
      ['fix', 'Better stability by fixing two deadlatches.'],
      ['fix', 'Raised the time limit of remote calls, which helps resolve an issue with retries.'],
      ['fix', 'Users with volumes near the limit are strongly advised to upgrade.'],
      ['fix', 'Removed rows that were unnecessarily written to the grant tables.'],
      ['fix', 'Sorting by two keys was slow', 'Integration of MySQL Community Edition bug fixes'],
    ]);
  });
  describe('words before the heading', () => {
    kinds([
      ['feature', 'Added support for stronger ciphers.', 'Fixed security issues and CVEs'],
      ['notice', 'Removal of support for an old cipher.', 'Fixed security issues and CVEs'],
      ['improvement', 'Improved the time that a restart takes.', 'Critical fixes'],
      ['fix', 'Fixed a crash of the parser.', 'New features'],
    ]);
  });
  describe('new names and settings as features, better existing ones as improvements', () => {
    kinds([
      ['feature', 'Introduced a new status variable that counts scans.'],
      ['feature', 'Added a metric for open cursors.'],
      ['feature', 'You can now rename clusters.'],
      ['feature', 'Two metrics have been added to the console.'],
      ['feature', 'db.x9.large', 'New features'],
      ['feature', 'Reduced traffic between nodes. A parameter for this feature is some_switch.'],
      ['improvement', 'Introduced a cache for page headers.'],
      ['improvement', 'Added the ability to stop the cluster gently.'],
      ['improvement', 'Reduced the memory that sorting takes.'],
      ['improvement', 'The view now shows all rows.'],
    ]);
  });
  describe('switches, changes and advice as notices', () => {
    kinds([
      ['notice', 'The default value of some_limit has been changed to 5.'],
      ['notice', 'Fast scans are no longer enabled.'],
      ['notice', 'Disabled the scheduler while upgrading.'],
      ['notice', 'Hash joins are not supported on small classes.'],
      ['notice', 'Some old parameter has been deprecated.'],
    ]);
  });
  test("classifies a list's head that repeats another bullet as a notice", () => {
    assert.equal(labels('The cache is on').kind, 'notice');
  });
  test('leaves impact and severity of other kinds than fixes empty', () => {
    const { impact, severity } = labels('Added support for larger instance classes.');
    assert.deepEqual([impact, severity], [null, null]);
  });
});

describe('impact and severity of a fix', () => {
  describe('wrong data as always critical', () => {
    effects([
      ['data', 'critical', 'Fixed scans that gave wrong results.'],
      ['data', 'critical', 'Fixed readers that saw stale rows.'],
      ['data', 'critical', 'Fixed sessions on readers that could fail to see the latest committed rows.'],
      ['data', 'critical', 'Fixed sorts that came back in ascending order instead of descending.'],
      ['data', 'critical', 'Fixed a secondary index that became corrupted.'],
      ['data', 'critical', 'Fixed a scan that leads to restarts or incorrect results.'],
    ]);
  });
  describe('loss of an instance', () => {
    effects([
      ['unavailability', 'high', 'Fixed a rare crash.'],
      ['unavailability', 'high', 'Fixed memory growth which might cause the instance to restart.'],
      ['unavailability', 'high', 'Fixed deadlatches while scanning.'],
      ['unavailability', 'high', 'Bug #12345678: ASSERTION FAILURE IN THE SORTER'],
      ['unavailability', 'high', 'Fixed a statement by which the server exits.'],
      ['unavailability', 'high', 'Fixed a fault that triggered a failover.'],
    ]);
  });
  describe('critical: failed starts and recoveries, whole clusters, repeated restarts of a writer', () => {
    effects([
      ['unavailability', 'critical', 'Fixed a fault that makes the whole cluster unavailable.'],
      ['unavailability', 'critical', 'Fixed a loop that makes the writer restart repeatedly.'],
      ['unavailability', 'high', 'Fixed a loop that makes a reader restart repeatedly.'],
      ['unavailability', 'critical', 'Fixed a fault that can interrupt database recovery.'],
      ['unavailability', 'critical', 'Fixed a scan that made a reader crash.', 'Critical fixes'],
      ['unavailability', 'high', 'Fixed a scan that made a reader crash.', 'High priority fixes'],
    ]);
  });
  describe('a slower restart', () => {
    effects([['unavailability', 'medium', 'Fixed longer restart times of cloned clusters.']]);
  });
  describe('lost connections', () => {
    effects([
      ['connectivity', 'high', 'Fixed logins that failed at random.'],
      ['connectivity', 'high', 'Fixed a fault by which new connections were refused.'],
      ['connectivity', 'high', 'Fixed latch contention that leads to client timeouts.'],
      ['connectivity', 'high', 'Fixed one connection becoming stuck.'],
    ]);
  });
  describe('broken replication', () => {
    effects([
      ['replication', 'high', 'Fixed binlog replication that stops at large events.'],
      ['replication', 'high', 'Fixed a binlog replica timing out: the binlog worker hit a timeout.'],
      [
        'replication',
        'high',
        'Fixed replicas that disconnect from the writer for a moment, which shows as lag.',
      ],
      ['replication', 'high', 'Fixed a reader that did not re-establish its connection with the writer.'],
      ['performance', 'medium', 'Fixed replica lag under heavy load.'],
      ['functionality', 'medium', 'Fixed the commit order of replicas. It did not affect data.'],
    ]);
  });
  describe('memory, unless the instance restarts because of it', () => {
    effects([
      ['memory', 'medium', 'Fixed a parser with a memory leak.'],
      ['memory', 'high', 'Fixed sorts that deplete all available memory.'],
      ['memory', 'medium', 'Fixed logs that let local storage fill up.'],
    ]);
  });
  describe('slower performance', () => {
    effects([
      ['performance', 'medium', 'Fixed high CPU in idle sessions.'],
      ['performance', 'medium', 'Fixed a plan that made joins slow.'],
      ['performance', 'medium', 'Fixed excessive logging that adds latency.'],
    ]);
  });
  describe('failures of upgrades, restores or clones only', () => {
    effects([
      ['upgrade', 'medium', 'Fixed failures while upgrading due to inconsistent schema errors.'],
      ['upgrade', 'medium', 'Fixed clones that took longer.'],
      ['functionality', 'medium', 'Fixed an error that a table is missing after migrating.'],
    ]);
  });
  describe('security issues', () => {
    effects([
      ['security', 'unrated', 'CVE-2031-12345'],
      ['security', 'critical', 'CVE-2031-12345', 'Critical CVEs'],
      ['security', 'critical', 'CVE-2031-12345', 'Critical fixes'],
      ['security', 'high', 'Fixed an audit log that missed logins.'],
      ['security', 'high', 'Fixed statements that were not written to the audit log.'],
      ['security', 'high', 'Fixed the handling of odd arguments.', 'Fixed security issues and CVEs'],
    ]);
  });
  describe('wrong metrics and messages', () => {
    effects([
      ['observability', 'low', 'Fixed a gauge with an incorrect value.'],
      ['observability', 'low', 'Fixed clean exits that incorrectly increment the number of aborted clients.'],
      ['observability', 'low', 'Fixed a lag gauge on replicas with values higher than the actual lag.'],
      ['observability', 'low', 'Fixed commit latency that was not measured.'],
      ['observability', 'low', 'Fixed queries that came back with empty error messages.'],
      ['observability', 'low', 'Fixed too much of a good thing: excessive log messages.'],
      ['functionality', 'medium', 'Fixed a plan that incorrectly reported an error.'],
    ]);
  });
  describe('other malfunctions', () => {
    effects([
      ['functionality', 'medium', 'Fixed a limit that was not honored.'],
      ['functionality', 'low', 'Bug #12345678: GCC REPORTS A NEW WARNING'],
    ]);
  });
  describe('circumstances, which are no effect', () => {
    effects([
      ['functionality', 'medium', 'Fixed a setting that was lost after the writer restarts.'],
      ['performance', 'medium', 'Fixed slow scans during a failover.'],
      ['unavailability', 'high', 'Fixed a page purge that, after one restart, may restart the writer.'],
      ['functionality', 'medium', 'Fixed a missing table. This can occur when a reader restarts.'],
      ['observability', 'low', 'Fixed the wrong duration of a zero-downtime restart, an incorrect value.'],
    ]);
  });
});

describe('features of a fix', () => {
  describe('every feature that a text names, also as alternatives', () => {
    features([
      [['json', 'spatial'], 'Fixed a crash with JSON or geometry columns.'],
      [['ddl', 'foreign-keys'], 'Fixed a crash of ALTER TABLE beside foreign keys.'],
      [['global-database', 'write-forwarding'], 'Fixed a crash of global or local write forwarding.'],
      [[], 'Fixed a crash of the sort routine.'],
    ]);
  });
  describe('only the most specific feature', () => {
    features([
      [['enhanced-binlog'], 'Fixed a crash with enhanced binlog while the binary log rotates.'],
      [['binlog'], 'Fixed a crash while the binary log rotates.'],
    ]);
  });
  describe('replicas as readers, unless they are of the binary log', () => {
    features([
      [['replicas'], 'Fixed a crash of a reader.'],
      [['replicas'], 'Fixed a replica that lost its writer.'],
      [['binlog'], 'Fixed a crash of a binlog replica.'],
      [['binlog'], 'Replicas deadlocked the applier', 'Integration of MySQL Community Edition bug fixes'],
      [[], 'Fixed the column some_replica_count.'],
    ]);
  });
  describe('stored programs of users only', () => {
    features([
      [['stored-programs'], 'Fixed a crash in nested stored procedures.'],
      [['binlog'], 'Fixed the replication stored procedures for binlog positions.'],
    ]);
  });
  describe('triggers as objects, but not the verb', () => {
    features([
      [['triggers'], 'Fixed a crash with a BEFORE INSERT trigger.'],
      [[], 'Fixed a fault that could trigger a crash.'],
    ]);
  });
  describe('locks of rows, tables and metadata, but not latches', () => {
    features([
      [['locking'], 'Fixed a crash while metadata locks are taken.'],
      [[], 'Fixed a deadlatch between two threads.'],
    ]);
  });
  describe('upgrades and restores', () => {
    features([
      [['upgrade'], 'Fixed a crash while upgrading.'],
      [['replicas'], 'Fixed a reader that needs a new start to restore service.'],
      [['snapshot-restore'], 'Fixed duplicate keys in a restored snapshot.'],
      [['zero-downtime-patching'], 'Fixed a crash while ZDP restores connections.'],
      [[], 'Fixed slow scans. Everybody is encouraged to upgrade.'],
    ]);
  });
  test('ignores features in a pointer to documentation', () => {
    const found = labels(
      'Fixed a crash of the parser. For more information, see the guide to parallel query.',
    );
    assert.deepEqual(found.features, []);
  });
  test('finds features of other kinds of items', () => {
    assert.deepEqual(labels('Added a metric for the query cache.').features, ['query-cache']);
  });
});

describe('reasons of a label', () => {
  test('name each label and the words behind it', () => {
    const { why } = labels('Fixed a crash of parallel query on partitioned tables.');
    assert.deepEqual(why, [
      'kind fix: "fixed"',
      'impact unavailability: "crash"',
      'severity high: unavailability',
      'feature parallel-query: "parallel query"',
      'feature partitioned-tables: "partitioned"',
    ]);
  });
  test('name the heading if it decided', () => {
    const { why } = labels('Fixed a crash of the parser.', 'Critical fixes:');
    assert.ok(why.includes('severity critical: heading "critical fixes"'), why.join('; '));
  });
  test('quote at most five words', () => {
    const { why } = labels('Fixed binlog replication on a busy and very old source server that stops.');
    assert.ok(why.includes('impact replication: "replication on a busy and"'), why.join('; '));
  });
});
