import type { Text, TextArg } from '../../model/index.ts';
import { DATES_EN as dates } from '../dates.ts';
import { capitalised, form, type Message, part, plural, type Say, span, titled, withName } from '../say.ts';

/** A version, and the word for a database of it. */
interface Creatable extends Record<string, TextArg> {
  version: string;
  unit: Text;
}

/** Bugs of an upstream that its releases of a span fix. */
interface UpstreamFixes extends Record<string, string | number> {
  name: string;
  from: string;
  to: string;
  listed: number;
  urgent: number;
}

/** Upgrade advice, for `errata-lens upgrade`, its document, hovers and quick fixes. */
export const upgrade = {
  'upgrade.heading': (a: { name: string | Text }, say: Say) => `Upgrade from ${say(a.name)}`,
  'upgrade.go': (a: { name: string | Text | null; advice: Text }, say: Say) =>
    titled(a.name, `${say(a.advice)}.`, say),
  'upgrade.pin': (a: { name: string | Text | null; target: string | Text; then: Text | null }, say: Say) =>
    titled(a.name, `pin ${say(a.target)}.${part(a.then, (then) => ` ${say(then)}`)}`, say),
  'upgrade.stay': (a: { name: string | Text | null }, say: Say) =>
    titled(a.name, 'stay on this version.', say),
  'upgrade.undecided': (a: { name: string | Text | null }, say: Say) =>
    titled(a.name, 'no upgrade to recommend.', say),
  'upgrade.none': 'No newer release is in the catalogue.',
  'upgrade.scope.apart': (a: UpstreamFixes & { distribution: string }) =>
    `The table counts ${a.distribution}'s own notes. ${a.name} ${span(a.from, a.to, ' to ')}: ${plural(a.listed, 'more known bug')}, ${a.urgent} urgent, counted apart.`,
  'upgrade.scope.counted': (a: UpstreamFixes) =>
    `${a.listed} of the counted bugs, ${a.urgent} urgent, are ${a.name}'s, fixed in ${a.name} ${span(a.from, a.to, ' to ')}.`,
  'upgrade.asOf': (a: { asOf: string }) => `Notes as of ${a.asOf}.`,

  'upgrade.why.stay.os': (a: { date: string }) => `It is the newest release in the catalogue (${a.date}).`,
  'upgrade.why.oldNotes': (a: { date: string; refresh: Text }, say: Say) =>
    `It is the newest release in the catalogue, but dates from ${a.date}: later ones probably exist. ${say(a.refresh)}`,
  'upgrade.why.serverlessV1': (a: { version: string }) =>
    `${a.version} runs as Aurora Serverless v1. The release notes do not say which releases Serverless v1 can run, so none is recommended.`,
  'upgrade.why.preview': (a: { version: string }) =>
    `${a.version} is a preview for evaluation, and the release notes name no upgrade from it.`,
  'upgrade.why.nothing': (a: { left: Text | null; refresh: Text }, say: Say) =>
    `${part(a.left, (left) => `${say(left)} `)}No newer release in the catalogue is in standard support. ${say(a.refresh)}`,
  'upgrade.left.ended': (a: { scope: string; date: string }) =>
    `Standard support of ${a.scope} ended ${dates.at(a.date)}.`,
  'upgrade.left.over': (a: { scope: string; date: string; ends: string }) =>
    `Standard support of ${a.scope} ended ${dates.at(a.date)}, and Extended Support ${dates.at(a.ends)}.`,
  'upgrade.left.unlisted': (a: { scope: string }) =>
    `${a.scope} is no longer in the release calendar: its standard support has ended.`,

  'upgrade.note.range.one': (a: { written: string; first: string }) =>
    `“${a.written}” can only be ${a.first}.`,
  'upgrade.note.range': (a: { written: string; count: number; first: string; last: string }) =>
    `“${a.written}” is a range of ${a.count} releases (${a.first} to ${a.last}). Counts cover bugs that any of them has.`,
  'upgrade.note.range.creatable': (
    a: { written: string; count: number; first: string; last: string; creatable: Text; unit: Text },
    say: Say,
  ) =>
    `“${a.written}” is a range of ${a.count} releases (${a.first} to ${a.last}). ${say(a.creatable)} Counts cover bugs that any of these has; for a ${say(a.unit)} on another release, ask for that release.`,
  'upgrade.note.running': (a: { unit: Text }, say: Say) =>
    `A ${say(a.unit)} that already runs a newer release keeps it: there is no downgrade in place.`,
  'upgrade.caveat.young': (a: { version: string; date: string; days: number; soakDays: number }) =>
    `${a.version} is only ${plural(a.days, 'day')} old (${a.date}; soak time: ${plural(a.soakDays, 'day')}).`,

  'upgrade.reason.same-branch': (a: Amounts, say: Say) => `Newest patch of ${a.branch}: ${say(a.amounts)}.`,
  'upgrade.reason.clears': (a: Amounts, say: Say) =>
    `Newest release of version ${a.line}: ${say(a.amounts)}.`,
  'upgrade.reason.lts': (a: Amounts, say: Say) =>
    `Newest patch of the long-term support version ${a.branch}: ${say(a.amounts)}.`,
  'upgrade.reason.newest': (a: Amounts, say: Say) => `Newest release in the catalogue: ${say(a.amounts)}.`,
  'upgrade.amount.fixed': (a: { all: number; urgent: number }) =>
    `fixes ${plural(a.all, 'known bug')}${part(a.urgent, `, ${a.urgent} of them urgent`)}`,
  'upgrade.amount.remains': (a: { count: number }) =>
    `${plural(a.count, 'urgent one')} ${form(a.count, 'stays', 'stay')}`,
  'upgrade.amount.unclear': (a: { count: number }) => `${plural(a.count, 'urgent one')} undetermined`,
  'upgrade.amount.brings': (a: { count: number }) => `${plural(a.count, 'urgent one')} new`,

  'upgrade.role.same-branch': 'newest patch of the same minor version',
  'upgrade.role.clears': 'fixes the most urgent bugs',
  'upgrade.role.lts': 'long-term support',
  'upgrade.role.newest': 'newest',
  'upgrade.list.brings': 'New bugs there',
  'upgrade.list.undetermined': 'Undetermined: the vendor does not say whether the target has them',
  'upgrade.list.undeterminedThere': 'Known there; whether the present version has them is undetermined',
  'upgrade.list.remains': 'Stays there',
  'upgrade.list.clears': 'Fixed there',
  'upgrade.list.more': (a: { count: number }) => `and ${a.count} more`,
  'upgrade.page': 'source',
  'upgrade.page.readOn': (a: { readOn: string }) => `source, read ${a.readOn}`,
  'upgrade.readOn': (a: { readOn: string }) => `read ${a.readOn}`,
  'upgrade.via': (a: { version: string; stops: readonly string[] }) =>
    `${a.version} via ${a.stops.join(' → ')}`,
  'upgrade.marked.now': (a: { version: string }) => `${a.version} (recommended now)`,
  'upgrade.marked.then': (a: { version: string }) => `${a.version} (recommended then)`,
  'upgrade.marked.only': (a: { version: string }) => `${a.version} (recommended)`,
  'upgrade.recommended': 'recommended',
  'upgrade.column.target': 'Target',
  'upgrade.column.urgent': 'Urgent fixed',
  'upgrade.column.serious': 'Serious fixed',
  'upgrade.column.all': 'All fixed',
  'upgrade.column.stays': 'Stays',
  'upgrade.column.new': 'New',
  'upgrade.column.undetermined': 'Undetermined',
  'upgrade.legend.undetermined': (a: { count: number; version: string }) =>
    `Undetermined (${a.count} for ${a.version}): the vendor does not say whether it has them.`,
  'upgrade.column.support': 'Support until',
  'upgrade.column.downtime': 'Downtime',
  'upgrade.fraction': (a: { part: number; whole: number }) => `${a.part}/${a.whole}`,
  'upgrade.support.until': (a: { date: string }) => dates.last(a.date),
  'upgrade.support.ended': (a: { date: string }) => `ended ${dates.begins(a.date)}`,
  'upgrade.support.extended': (a: { date: string; until: string | null }) =>
    `ended ${dates.begins(a.date)}, extended${withName(a.until, ' (end unknown)', (until) => ` to ${dates.last(until)}`)}`,
  'upgrade.support.over': 'ended',
  'upgrade.support.unknown': 'unknown',
  'upgrade.cell.patch': 'restart',
  'upgrade.cell.major': 'offline',
  'upgrade.downtime.patch': 'restart',
  'upgrade.downtime.major': 'offline while it runs',
  'upgrade.section.way': (a: { version: string }) => `Upgrade path to ${a.version}`,
  'upgrade.demand.task': (a: { task: Text }, say: Say) => capitalised(say(a.task)),
  'upgrade.section.demands': 'What the upgrade requires',
  'upgrade.section.blueGreen': 'With a blue/green deployment instead',
  'upgrade.section.source': 'This version',

  'upgrade.path': (a: { path: string }) => `Path: ${a.path}.`,
  'upgrade.reachable.in-place': 'In-place upgrade supported.',
  'upgrade.reachable.blue-green': 'Use a blue/green deployment.',
  'upgrade.reachable.no': 'No direct upgrade.',
  'upgrade.reachable.unknown':
    'In-place upgrade: unknown. ValidUpgradeTarget of aws rds describe-db-engine-versions lists the valid targets, and so does an account scan.',
  'upgrade.step.account': (a: { from: string; to: string }) =>
    `The scanned account offers ${a.from} → ${a.to}.`,
  'upgrade.step.notInAccount': (a: { from: string; to: string }) =>
    `The scanned account does not offer ${a.from} → ${a.to}.`,
  'upgrade.step.sameLine': (a: { line: string }) =>
    `Within version ${a.line}, a minor version upgrade can go to any higher release.`,
  'upgrade.step.supported': (a: { to: string; line: string; unit: Text }, say: Say) =>
    `The notes of ${a.to} offer this upgrade to supported ${say(a.unit)}s of version ${a.line}.`,
  'upgrade.step.unnamed': (a: { from: string; to: string }) =>
    `The notes of ${a.to} do not mention an upgrade from ${a.from}.`,
  'upgrade.step.notSupported': (a: { from: string; to: string; day: string }) =>
    `The notes of ${a.to} offer this upgrade to supported versions only, and ${a.from} is not one on ${a.day}.`,
  'upgrade.effect.patch': (a: { keepsConnections: boolean }) =>
    `It restarts every instance.${part(a.keepsConnections, ' Zero-downtime patching keeps connections where it can.')}`,
  'upgrade.effect.patch.rds':
    'It restarts the database: a DB instance can be down for minutes, with Multi-AZ too; a Multi-AZ DB cluster fails over.',
  'upgrade.effect.major': (a: { unit: Text; copy: Text }, say: Say) =>
    `A major version upgrade: the ${say(a.unit)} is offline while it runs. Try it on a ${say(a.copy)} first.`,
  'upgrade.cost': (a: { line: string; rise: Text | null; hasServerless: boolean }, say: Say) =>
    `Extended Support of version ${a.line} costs: vCPUs of all instances × hours × the price per vCPU-hour in your Region${part(a.hasServerless, ' (Aurora Serverless v2: ACU-hours)')}.${part(a.rise, (rise) => ` ${say(rise)}`)}`,
  'upgrade.cost.year3': 'The year-3 price applies.',
  'upgrade.cost.rises': (a: { year3Starts: string }) => `The year-3 price starts ${a.year3Starts}.`,
  'upgrade.creatable.yes.account': (a: Creatable, say: Say) =>
    `The scanned account can create new ${say(a.unit)}s of ${a.version}.`,
  'upgrade.creatable.no.account': (a: Creatable, say: Say) =>
    `The scanned account can no longer create ${say(a.unit)}s of ${a.version}.`,
  'upgrade.creatable.yes.calendar': (a: Creatable, say: Say) =>
    `New ${say(a.unit)}s of ${a.version} can be created, according to the release calendar.`,
  'upgrade.creatable.no.calendar': (a: Creatable, say: Say) =>
    `Do not count on new ${say(a.unit)}s of ${a.version}: its support has ended.`,
  'upgrade.creatable.unknown': (a: Creatable, say: Say) =>
    `Whether new ${say(a.unit)}s of ${a.version} can be created is unknown.`,

  'upgrade.demand.3.prechecks':
    'Prechecks run first and cancel the upgrade when an object is incompatible with MySQL 8.0: upgrade a clone and read upgrade-prechecks.log.',
  'upgrade.demand.3.reserved-words':
    'MySQL 8.0 reserves more words (RANK, GROUPS, SYSTEM, WINDOW …): quote or rename columns and tables that use one.',
  'upgrade.demand.3.instance-classes':
    'Version 3 does not run on db.r3, db.r4, db.t2 and db.t3.small: change the instance class first.',
  'upgrade.demand.3.serverless-v1':
    'Aurora Serverless v1 ends with version 2: convert to provisioned instances or Serverless v2.',
  'upgrade.demand.3.collations':
    'The default collation of utf8mb4 becomes utf8mb4_0900_ai_ci: joins of old and new tables can fail or lose their index. Set collations explicitly.',
  'upgrade.demand.3.temporary-tables':
    'Temporary tables on readers: CREATE TEMPORARY TABLE … ENGINE=InnoDB fails, and large internal ones end in “table is full”. Check temptable_max_ram and temptable_max_mmap.',
  'upgrade.demand.3.parameters':
    'Parameters such as log_warnings and query_cache_type, the query cache and lab mode are gone.',
  'upgrade.demand.3.metrics':
    'CloudWatch metrics are renamed (ForwardingMaster… to ForwardingWriter…): alarms on the old names no longer fire.',
  'upgrade.demand.3.undo':
    'A long history list prolongs the downtime: start below 100,000, without long transactions.',
  'upgrade.demand.84.prechecks':
    'Prechecks run first and cancel the upgrade when an object is incompatible with MySQL 8.4: upgrade a clone and read upgrade-prechecks.log.',
  'upgrade.demand.84.tls':
    'TLS is required by default (require_secure_transport), 1.2 or 1.3 only: plain-text and old clients can no longer connect.',
  'upgrade.demand.84.authentication':
    'New users authenticate by caching_sha2_password, so drivers must support it. Users with mysql_native_password keep working, but it is deprecated.',
  'upgrade.demand.84.parameters':
    'default_authentication_plugin becomes authentication_policy, and expire_logs_days becomes binlog_expire_logs_seconds.',
  'upgrade.demand.84.replication':
    'SHOW SLAVE STATUS, CHANGE MASTER TO and similar statements are syntax errors: scripts need the REPLICA and SOURCE forms.',
  'upgrade.demand.84.foreign-keys':
    'New foreign keys must refer to a unique key (restrict_fk_on_non_standard_key).',
  'upgrade.demand.pg.targets':
    'AWS lists the major versions that each release can be upgraded to: aws rds describe-db-engine-versions, ValidUpgradeTarget.',
  'upgrade.demand.pg.slots':
    'Logical replication slots, publications and subscriptions must be dropped first: a publisher or subscriber is not upgraded.',
  'upgrade.demand.pg.prepared': 'Open prepared transactions must be committed or rolled back first.',
  'upgrade.demand.pg.types':
    'Columns of reg* types other than regclass, regrole and regtype stop the upgrade, and so does the type unknown of 9.6.',
  'upgrade.demand.pg.extensions':
    'Update extensions to the newest version of the running release first, PostGIS first of all; drop those that the new version lacks.',
  'upgrade.demand.pg.babelfish':
    'With Babelfish, upgrade one major version at a time, with the Babelfish version that the target supports.',
  'upgrade.demand.pg.statistics':
    'Run ANALYZE in every database after the upgrade: statistics are not carried over, and plans are bad without them.',
  'upgrade.demand.mysql.replicas': 'Read replicas are upgraded first, all of them, then their source.',
  'upgrade.demand.family':
    'Custom parameter groups must be created again for the new family. In Terraform, set allow_major_version_upgrade.',
  'upgrade.demand.no-way-back':
    'There is no way back in place: you can only restore the snapshot taken before.',
  'upgrade.demand.os': (a: { version: string }) =>
    `An update of the instance OS waits after the upgrade to ${a.version}: apply it.`,
  'upgrade.demand.os.classes': (a: { version: string; classes: readonly string[] }, say: Say) =>
    `Upgrading to ${a.version} also upgrades an old instance OS, on ${say(a.classes)}: readers first, then a failover.`,

  'upgrade.blueGreen.binlog':
    'Needs the binary log: binlog_format in a custom cluster parameter group, preferably ROW, and a reboot of the writer.',
  'upgrade.blueGreen.pg.logical':
    'Needs logical replication: rds.logical_replication = 1 in a custom cluster parameter group, and a reboot of the writer.',
  'upgrade.blueGreen.pg.keys':
    'Tables without a primary key or a replica identity do not receive updates and deletes.',
  'upgrade.blueGreen.pg.ddl':
    'DDL, large objects and materialized views are not replicated: change no schema until the switchover.',
  'upgrade.blueGreen.pg.babelfish':
    'With Babelfish it needs 15.7, 16.3 or higher, and stays on the major version.',
  'upgrade.blueGreen.unsupported':
    'Not possible with cross-Region replicas, Serverless v1, while Secrets Manager manages the master password, or where CloudFormation manages the change.',
  'upgrade.blueGreen.proxy':
    'With RDS Proxy, the cluster must be a target of the proxy first, and must not be in a global database.',
  'upgrade.blueGreen.tooOld': (a: { version: string; first: string | null }) =>
    `Not offered from ${a.version}${part(a.first, (first) => `: for this upgrade, it needs ${first} or higher`)}.`,
  'upgrade.blueGreen.replica': 'Not possible for a replica of an external MySQL server.',
  'upgrade.blueGreen.backtrack':
    'The new cluster has no backtrack, and Auto Scaling policies and IAM roles must be attached to it again.',
  'upgrade.blueGreen.rds.backups': 'Needs automated backups: a backup retention period above 0.',
  'upgrade.blueGreen.rds.logical':
    'Needs logical replication: rds.logical_replication = 1 in a custom parameter group, and a reboot.',
  'upgrade.blueGreen.rds.subscriber': 'Not possible for a publisher or subscriber of logical replication.',
  'upgrade.blueGreen.rds.readOnly':
    'The new database is read-only until the switchover: it takes no schema changes and no major version upgrade.',
  'upgrade.blueGreen.rds.options':
    'With a custom option group, create the new database on the old major version, then upgrade it.',
  'upgrade.blueGreen.rds.unsupported':
    'Not possible with cross-Region or cascading read replicas, for a Multi-AZ DB cluster, while Secrets Manager manages the master password, or where CloudFormation manages the change.',
  'upgrade.blueGreen.rds.proxy': 'With RDS Proxy, the database must be a target of the proxy first.',
} satisfies Record<string, Message>;

interface Amounts extends Record<string, TextArg> {
  branch: string;
  /** The major version, which stays the same. */
  line: string;
  /** Changes of the step, one sentence per part. */
  amounts: readonly Text[];
}
