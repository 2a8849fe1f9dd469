import type { Text, TextArg } from '../../../model/index.ts';
import { type Message, part, plural, type Say } from '../../say.ts';

/** Number of listed bugs, and a part of a sentence on those of an upstream. */
interface ListedBugs extends Record<string, TextArg> {
  total: number;
  upstream: Text | null;
}

export const incident = {
  'symptom.aborted': 'Connections are aborted',
  'symptom.refused': 'Connections are refused, or there are too many',
  'symptom.restart': 'The database restarts or fails over',
  'symptom.cpu': 'High CPU, slow statements',
  'symptom.memory': 'Memory or local storage runs out',
  'symptom.replication': 'Replication or replicas lag',

  'incident.command': 'Incident',
  'incident.pick.subject': 'Group or database',
  'incident.pick.unknown': 'Neither is known: search all listed bugs',
  'incident.pick.fits': 'Listed bugs that share these words, below (no evidence of a cause)',
  'incident.pick.fit': (a: { name: string; fix: string }) => `${a.name} · fixed in ${a.fix}`,
  'incident.unknownVersion': 'unknown version',
  'incident.anyVersion':
    'The version is unknown: bugs of all versions are listed. Whether one applies depends on what you run.',
  'incident.pick.version': 'Another database version…',
  'incident.pick.symptom':
    'Describe the symptom or paste a log line (it stays on this machine), or choose one',
  'incident.pick.typed': (a: { typed: string }) => `Search for “${a.typed}”`,
  'incident.pick.more': 'More details: an error or log line, primary or replica, the statement (empty: none)',
  'incident.pick.none': 'Unknown: show the worst bugs first',
  'incident.kind.group': 'Auto Scaling group',
  'incident.kind.cluster': (a: { engine: string; version: string | null }, say: Say) =>
    `${a.engine} ${say(a.version)}`,
  'incident.kind.cluster.unknown': (a: { engine: string; version: string | null }) =>
    `${a.engine} (version unknown)`,
  'incident.askAgain': 'This page is not saved: run “Errata Lens: Incident…” again.',
  'incident.gone': (a: { name: string }) => `${a.name} is no longer in the code.`,
  'incident.title': (a: { name: string }) => `Incident: ${a.name}`,
  'incident.asked': (a: { when: string; notes: string; symptom: Text | string | null }, say: Say) => {
    const symptom = part(a.symptom, (symptom) => ` Symptom: ${say(symptom)}.`);
    return `As of ${a.when}; release notes of ${a.notes}.${symptom} AWS was not called: run the commands yourself.`;
  },
  'incident.brake': '1. Stop the replacement',
  'incident.brake.none': 'No related Auto Scaling group found: replace GROUP with the name of yours.',
  'incident.placeholder': (a: { word: string; asset: string }) =>
    `Replace ${a.word} with the name that AWS gave ${a.asset}. Find it with:`,
  'incident.save': '3. Save what is about to be lost',
  'incident.bugs': '2. Known bugs that match',
  'incident.bugs.none':
    'No related database or image with a known version: run “Show Known Bugs of a Version”.',
  'incident.worst': (a: ListedBugs, say: Say) =>
    `${plural(a.total, 'bug')} listed${part(a.upstream, (words) => ` (${say(words)})`)}, the worst first.`,
  'incident.fixedHere': (a: { count: number; name: string }) =>
    `Fixed in yours: ${a.name} already contains ${plural(a.count, 'fix', 'fixes')} about this symptom:`,
  'incident.fixedIn': (a: { release: string }) => `fixed in ${a.release}`,
  'incident.more': (a: { count: number }) => `${a.count} more are listed.`,
  'incident.moreEvidence': (a: { count: number }) => `${a.count} more: --verbose.`,
  'incident.after': '4. What to change afterwards',

  'incident.suspend': (a: { group: string }) =>
    `Suspend the replacement of unhealthy instances in ${a.group}`,
  'incident.suspend.effect':
    'Unhealthy instances stay and can be examined. Broken instances are not replaced either until you resume it.',
  'incident.standby': 'Put one instance into standby',
  'incident.standby.effect':
    'It leaves the load balancer and gets no health check; it keeps running, is charged, and keeps its logs. The group has one instance less until it is back.',
  'incident.ec2': (a: { group: string }) => `Let ${a.group} replace by EC2 health checks only`,
  'incident.ec2.effect':
    'Ends the loop: only a failed host is replaced, a broken application no longer is. The next apply of the code reverts it.',

  'incident.evidence.replaced': (a: { group: string }) =>
    `Logs on the instances of ${a.group}: lost with each replaced instance.`,
  'incident.evidence.shipped': (a: { group: string }) =>
    `Logs on the instances of ${a.group} are shipped as they are written.`,
  'incident.evidence.targetHealth': (a: { group: string }) =>
    `Why the load balancer calls instances of ${a.group} unhealthy.`,
  'incident.evidence.activities': (a: { group: string }) =>
    `Scaling activities of ${a.group}, with the reason of each.`,
  'incident.evidence.engine': (a: { cluster: string }) =>
    `Counters, sessions and locks inside ${a.cluster}: a restart resets them.`,
  'incident.evidence.hostLog': (a: { log: string; kept: Text; isUncertain: boolean }, say: Say) =>
    `The log “${a.log}” on the database host, not exported: ${say(a.kept)}${part(a.isUncertain, '. Whether it is written is unknown here')}.`,
  'incident.kept.unknown': 'for how long is not documented',
  'incident.kept.atMost': (a: { time: Text }, say: Say) => `up to ${say(a.time)}, less when its disk fills`,
  'incident.kept.day': '24 hours',
  'incident.kept.days': (a: { days: number }) => `${a.days} days`,
  'incident.evidence.logOff': (a: { log: string; parameter: string }) =>
    `The log “${a.log}” is not written: ${a.parameter} is off.`,
  'incident.evidence.exported': (a: { log: string }) =>
    `The log “${a.log}” is exported to CloudWatch Logs; its log group and retention are unknown here.`,
  'incident.evidence.logGroup': (a: { log: string; group: string; since: string | null }) =>
    `The log “${a.log}” is in CloudWatch Logs (${a.group}${part(a.since, (since) => `, since ${since}`)}).`,
  'incident.evidence.exportUnknown': 'Which database logs are exported is unknown here.',
  'incident.evidence.insights': 'Load by statement and wait event in Database Insights.',
  'incident.evidence.events': (a: { cluster: string }) => `RDS events of ${a.cluster}: 14 days.`,
  'incident.evidence.metrics':
    'CloudWatch metrics by the minute: 15 days, then by five minutes and by the hour.',
  'incident.evidence.trail': 'API calls in the event history of CloudTrail: 90 days.',

  'lasting.moment': 'only while it happens',
  'lasting.instance': 'until the instance is replaced',
  'lasting.engine': 'until the next restart',
  'lasting.days': (a: { when: string }) => `until ${a.when}`,
  'lasting.about-days': (a: { when: string }) => `until about ${a.when}`,
  'lasting.unknown': 'for an unknown time',
  'lasting.kept': 'stays',
  'lasting.not-written': 'does not exist',
  'lasting.oldest': (a: { at: string; when: string }) => `The oldest, of ${a.at}, expires ${a.when}.`,

  'pack.command': 'Prepare a support case',
  'pack.pick.database': 'Database',
  'pack.pick.language': 'Language of the document',
  'pack.noDatabase':
    'Errata Lens: no database is declared in the open folders. From an account: errata-lens support-pack DATABASE --profile NAME.',
  'pack.title': (a: { cluster: string }) => `Support case: ${a.cluster}`,
  'pack.asOf': (a: { when: string; notes: string }) =>
    `Prepared ${a.when}; release notes as of ${a.notes}. This document contains no secrets, log lines or statements.`,
  'pack.version': 'Version',
  'pack.versionUnknown': 'The version is unknown.',
  'pack.released': (a: { day: Text }, say: Say) => `published ${say(a.day)}`,
  'pack.declared': (a: { version: string }) => `Declared in code: ${a.version}.`,
  'pack.bugs': (a: ListedBugs, say: Say) =>
    `Known bugs (${a.total} listed${part(a.upstream, (words) => `, ${say(words)}`)})`,
  'pack.more': (a: { count: number }) => `${a.count} more are listed; see errata-lens bugs.`,
  'pack.systems': 'Operating system of the instances',
  'pack.logs': 'Logs and other evidence: what exists, and until when',
  'pack.brake': 'Emergency brake',
  'pack.undo': 'Undo',
  'pack.collect': 'Commands that collect the rest',
  'pack.timeline': 'Timeline (UTC and local time)',
  'pack.timelineNone':
    'Code alone has no events; an account scan does (errata-lens support-pack DATABASE --profile NAME).',
  'pack.readAt': (a: { when: string }) => `The account was read ${a.when}. Later events are not included.`,
  'pack.timelineEmpty':
    'The account has no event of the database and no scaling activity of a related group.',
  'pack.expires': (a: { date: string }) => `expires ${a.date}`,
  'pack.expiresAbout': (a: { date: string }) => `expires about ${a.date}`,
  'incident.cli.several': (a: { names: string }) =>
    `Several groups and databases are declared: ${a.names}. Name the one that this is about: errata-lens incident NAME [PATH…].`,
  'incident.cli.unknown': (a: { name: string; names: string }) =>
    `“${a.name}” is neither a file or folder here nor a group or database. Declared: ${a.names}.`,
  'incident.cli.unknown.none': (a: { name: string; names: string }) =>
    `“${a.name}” is neither a file or folder here nor a group or database: none is declared.`,
  'pack.several': (a: { name: string; taken: string; others: string }) =>
    `“${a.name}” names several databases. This document is about ${a.taken}. Others: ${a.others}.`,
  'pack.unknown': (a: { name: string; databases: string }) =>
    `“${a.name}” is not found. Databases here: ${a.databases}.`,
  'pack.unknown.none': (a: { name: string; databases: string }) =>
    `“${a.name}” is not found: there is no database here.`,
} satisfies Record<string, Message>;
