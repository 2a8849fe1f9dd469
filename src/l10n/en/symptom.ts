import type { Text } from '../../model/index.ts';
import type { Message, Say } from '../say.ts';

/** Answers of the symptom search; `ordinary.…` are everyday causes. */
export const symptom = {
  'symptom.heading': (a: { name: string; asOf: string }) =>
    `${a.name}: is this a listed bug? Notes as of ${a.asOf}.`,
  'symptom.strong': (a: { count: number }) =>
    `${a.count} close matches, the best first. A match does not prove the cause.`,
  'symptom.strong.one': 'Closest match. A match does not prove the cause.',
  'symptom.causes': 'No close match. Everyday causes first:',
  'symptom.causes.close': 'Everyday causes first:',
  'symptom.nearest': 'Listed bugs that share these words (no evidence of a cause):',
  'symptom.nearest.close': 'Other listed bugs that share words (no evidence of a cause):',
  'symptom.notUnderstood': (a: { words: readonly string[] }) =>
    `Not understood (no listed bug has these words): ${a.words.join(', ')}.`,
  'symptom.notUnderstood.none': 'These words do not distinguish one bug from another.',
  'symptom.urgent': 'The most urgent bugs of this version, whatever the symptom:',
  'symptom.undetermined': 'Undetermined: the notes do not say whether this version has it.',
  'symptom.why': (a: { words: readonly Text[] }, say: Say) => `Shared words: ${say(a.words)}.`,
  'symptom.why.package': (a: { name: string }) =>
    `Such problems involve ${a.name}; advisories describe no symptoms.`,

  'ordinary.network':
    'The network. Check security groups, routes, subnets and name resolution from the client.',
  'ordinary.dns-cache':
    'The client keeps an old address. Check its DNS cache, and connect through an endpoint that follows failovers.',
  'ordinary.credentials':
    'The login. Check user, host, password, authentication plugin and, with IAM, the age of the token.',
  'ordinary.certificate': 'Certificates. Check the CA bundle of the client and the CA of the instance.',
  'ordinary.syntax': 'The statement. Check reserved words and the syntax of this major version.',
  'ordinary.names':
    'A name. Check the schema, upper and lower case, and the order of deployment and migration.',
  'ordinary.permissions':
    'Privileges. Check the grants of the user, and the owner or definer of routines and views.',
  'ordinary.pool':
    'The connection pools. Compare their sizes with max_connections; look for leaks and idle sessions.',
  'ordinary.client-memory': 'The memory of the client. Fetch fewer rows at a time.',
  'ordinary.open-transaction':
    'A transaction that stays open. List transactions by age, and which session waits for which lock.',
  'ordinary.lock-order':
    'Transactions that take locks in different orders. Read the report of the deadlock, and retry.',
  'ordinary.isolation':
    'Concurrent changes of the same rows at this isolation level. Retry transactions that end with 40001.',
  'ordinary.earlier-error':
    'An earlier error in the same transaction. Look for the first one, and roll back before the next statement.',
  'ordinary.missing-index': 'A statement without a good index. Look at EXPLAIN and at the load by statement.',
  'ordinary.planned':
    'A planned or manual change. Compare with deployments, the maintenance window, events and CloudTrail.',
  'ordinary.read-only': 'A write that goes to a replica. Check the endpoint.',
  'ordinary.capacity': 'Capacity. Compare the load, credits and concurrency with the instance class.',
  'ordinary.cold-cache': 'A cold cache. Compare the latency with the time since the restart.',
  'ordinary.own-data': 'The data. Check the value, the constraint and the order of loading.',
  'ordinary.mistake': 'A mistake. Restore to a point in time, backtrack, or clone from before it.',
  'ordinary.packet-size':
    'A packet over the limit. Check max_allowed_packet at the server and at the client.',
  'ordinary.idle':
    'A session that was idle too long. Compare the idle time-outs of the server, the pool and the proxies in between.',
  'ordinary.proxy': 'Session pinning in RDS Proxy. Check the pinning metric and session settings.',
  'ordinary.collation': 'Two collations in one comparison. Compare those of columns and connection.',
  'ordinary.vacuum':
    'Rows that VACUUM has not reached, or cannot remove yet. Check old transactions, replication slots and the settings of autovacuum; DELETE returns no space to the system.',
  'ordinary.slot':
    'A replication slot that nobody reads. List the slots with their state and what they retain, and drop those without a consumer.',
  'ordinary.statistics': 'Outdated statistics of the planner. Run ANALYZE, and compare the plans.',
  'ordinary.work-memory':
    'Memory by sort and session. Compare work_mem, times sessions, with the memory of the instance; look for temporary files.',
  'ordinary.time-zone':
    'The time zone. Compare those of session, client and application, and whether the type of the column has one.',
  'ordinary.gaps':
    'Numbers that a sequence leaves out. Rollbacks, restarts and failovers leave gaps; no sequence is gapless.',
  'ordinary.protocol':
    'Protocols of TLS that client and server do not share. Compare the minimum version of the server with the library of the client.',
  'ordinary.collation-version':
    'A collation of another library version. Compare the versions, and reindex what is sorted by it.',
  'ordinary.long-query': 'A long statement on the replica. Compare its times with those of the lag.',
  'ordinary.parameter':
    'The parameter group. Check its value, whether the instance uses the group, and whether it waits for a reboot.',
  'ordinary.quota':
    'A quota or a limit of the account. Check Service Quotas, the bill and the message of the API.',
  'ordinary.application':
    'The application, its build or its host. Check its own log, its environment and what was deployed last.',
  'ordinary.log-retention':
    'Logs that were removed before the replica had read them. Check binlog retention or replication slots, and how far the replica is.',
  'ordinary.cancelled':
    'A statement that somebody or a time limit cancelled. Check statement time-outs, KILL and the deadlines of the client.',
  'ordinary.other-engine': 'This message comes from another database engine.',
} satisfies Record<string, Message>;
