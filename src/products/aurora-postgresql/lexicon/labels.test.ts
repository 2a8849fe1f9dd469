import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { classify } from '../../../catalogue/classify/index.ts';
import type { Feature, Impact, Kind, Labels, Severity } from '../../../model/index.ts';
import { LEXICON } from './index.ts';

function labels(text: string, section: string): Labels {
  return classify({ section, text, cves: [], communityBugs: [] }, LEXICON);
}

describe('kind of an item of Aurora PostgreSQL', () => {
  const cases: readonly (readonly [Kind, string, string?])[] = [
    ['fix', 'Fixed a hole where a guest is allowed to rename tables.'],
    ['feature', 'Introduced Tuple Cache to keep hot rows in memory.', 'New features'],
    ['improvement', 'Introduced a change that reduces the time of a failover.', 'New features'],
    ['feature', 'Enabled views over a PIVOT clause.', 'Babelfish: New features'],
    ['feature', 'Tables with a checksum column.', 'Query plan management: New features'],
    ['feature', 'Added pg_example version 3.1.'],
    ['feature', 'The rds_example role can now reset the statistics.'],
    ['feature', 'Added the EXAMPLE_RECEIVER wait event for the time that a receiver waits.'],
    ['feature', 'Allow rds_superuser to end a background worker.'],
    ['feature', 'This release supports collations of a mainframe.'],
    ['feature', 'The example.limit parameter is now modifiable.'],
    ['improvement', 'A clone may now complete faster.', 'New features'],
    ['improvement', 'Handling of reserved words in a cursor.'],
    ['improvement', 'The example_stats function now also returns the age of a slot.'],
    ['fix', 'A NOT NULL check now correctly rejects an empty row.'],
    ['fix', 'EXAMPLE() on an empty text no longer raises an error.'],
    ['fix', 'Foreign scans will now respect policies for rows.'],
    ['fix', 'Studio - Fixed slow lists of tables.'],
    ['notice', 'example_limit counts in seconds. The old default of 0 is now written as empty.'],
    ['notice', 'Aurora PostgreSQL 31.1 does not currently support write forwarding.'],
    [
      'notice',
      'A join can return rows twice when the plan has a hash node.',
      'Limitless Database: Known issues',
    ],
  ];
  for (const [kind, text, section = 'General enhancements'] of cases)
    test(`labels as ${kind}: ${text}`, () => assert.equal(labels(text, section).kind, kind));
});

describe('impact of a fix of Aurora PostgreSQL', () => {
  const cases: readonly (readonly [Impact, string])[] = [
    ['data', 'Fixed EXAMPLE() to return correct results for dates before 1900.'],
    ['data', 'Fixed a function incorrectly returning the day before.'],
    ['functionality', 'Fixed a query that incorrectly returned the error no such block.'],
    ['data', 'Fixed an issue where the value zero was stored in place of NULL.'],
    ['data', 'Fixed an incorrect rollback of a savepoint.'],
    ['data', 'Fixed a cast that was incorrectly rounding prices.'],
    ['data', 'Fixed a condition that was evaluated incorrectly in a loop.'],
    ['data', 'Fixed trailing tabs being incorrectly treated as blanks.'],
    ['observability', 'Fixed sys.example_keys to list no incorrect results for ordinals.'],
    ['observability', 'Fixed sp_columns_example where partial data could be returned.'],
    ['security', 'Foreign scans will now respect row security policies.'],
    ['functionality', 'DROP LOGIN now correctly returns an error for an owner.'],
    ['observability', 'Fixed an issue that kept pglogical from logging what it skipped.'],
    ['memory', 'Fixed an issue that caused files of prepared transactions to remain.'],
    ['memory', 'Fixed file handles that were not released after a restore point.'],
    ['unavailability', 'Fixed an issue that wrote "PANIC: no such page" to the log.'],
    ['unavailability', 'Fixed an out-of-memory condition, which leads to a restart and higher memory usage.'],
    ['memory', 'Fixed an issue that led to an increase in memory usage after a restart.'],
    ['memory', 'Fixed an issue where log segments were not deleted, which led to storage bloat.'],
    ['replication', 'Fixed an issue in logical streaming of aborted transactions.'],
    ['replication', 'Fixed an error when replicating from another engine.'],
    ['upgrade', 'Fixed a problem when upgrading a cluster of two Regions.'],
    ['connectivity', 'Fixed an aggregate that led to the termination of the connection.'],
    ['connectivity', 'Fixed an issue where a client process can be stuck after the writer left.'],
    ['functionality', 'Fixed connections to SQL Server that fail behind a foreign table.'],
    ['unavailability', 'Fixed an engine that stops responding when replicating from another one.'],
    ['security', 'Fixed an issue where any user could call an internal function.'],
    ['observability', 'Fixed an issue that displayed a warning about a node type.'],
    ['observability', 'Fixed a counter that was not updated in pg_stat_example.'],
    ['performance', 'Fixed an issue where statements of idle sessions got delayed.'],
    ['functionality', 'Fixed deadlocks among concurrent DDL statements.'],
  ];
  for (const [impact, text] of cases)
    test(`labels as ${impact}: ${text}`, () => {
      const found = labels(text, 'General enhancements');
      assert.deepEqual([found.kind, found.impact], ['fix', impact], found.why.join('; '));
    });
});

describe('features of a bug of Aurora PostgreSQL', () => {
  const cases: readonly (readonly [readonly Feature[], string, string?])[] = [
    [['ddl'], 'Fixed a restart when creating a database.'],
    [['ddl', 'serverless'], 'Fixed a restart when dropping or truncating tables on serverless instances.'],
    [['upgrade'], 'Fixed a restart that followed a minor version update.'],
    [['babelfish', 'temp-tables'], 'Fixed access to a #tmp object.', 'Babelfish: General enhancements'],
    [['limitless'], 'Fixed a restart.', 'Limitless Database: Bug fixes'],
    [['babelfish'], 'Fixed the sp_example stored procedure.', 'Babelfish: General enhancements'],
    [['babelfish'], 'Fixed system procedures for keys.', 'Babelfish: General enhancements'],
    [['babelfish'], 'Support for procedures on links: sp_example.', 'Babelfish: New features'],
    [['babelfish', 'stored-programs'], 'Fixed nested procedures.', 'Babelfish: General enhancements'],
    [['babelfish', 'views'], 'Fixed grants on views.', 'Babelfish: Bug fixes'],
    [['babelfish'], 'Fixed the sys.example view definition.', 'Babelfish: Bug fixes'],
    [['extensions'], 'Backported fixes for the plv8 extension: CVE-2031-1234.'],
    [['write-forwarding'], 'Fixed AuroraForwardingWriterExample, which was reported incorrectly.'],
    [['logical-replication'], 'Fixed outbound replication that fell out of step.'],
    [['logical-replication'], 'Fixed a restart in the pg_logical extension.'],
    [['replicas'], 'Fixed a wrong name in the aurora_replica_status function.'],
    [['snapshot-restore'], 'Fixed a snapshot import from RDS for PostgreSQL to Aurora that failed.'],
    [['global-database'], 'Fixed a delay in a planned extension switchover of a global database.'],
  ];
  for (const [features, text, section = 'General enhancements'] of cases)
    test(`labels with ${features.join(', ')}: ${text}`, () =>
      assert.deepEqual([...labels(text, section).features].sort(), features));
});

describe('severity of a fix of Aurora PostgreSQL', () => {
  const cases: readonly (readonly [Severity, string])[] = [
    ['unrated', 'Fixed CVE-2031-1234 in the plv8 extension.'],
    ['high', 'Fixed a security issue in the plv8 extension.'],
    ['medium', 'Fixed an issue that increased the amount of recovery work at startup.'],
  ];
  for (const [severity, text] of cases)
    test(`labels as ${severity}: ${text}`, () =>
      assert.equal(labels(text, 'General enhancements').severity, severity));
});
