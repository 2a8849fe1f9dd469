import type { Message } from '../../say.ts';

export const incident = {
  'incident.suspend': (a: { group: string }) =>
    `Suspend the replacement of unhealthy instances in ${a.group}`,
  'incident.suspend.effect': () =>
    'Unhealthy instances stay and can be looked at. Really broken ones are not replaced either, until it is resumed.',
  'incident.standby': () => 'Put one instance into standby',
  'incident.standby.effect': () =>
    'It leaves the load balancer and gets no health check; it keeps running, is charged, and keeps its logs.',
  'incident.ec2': (a: { group: string }) => `Let ${a.group} replace by EC2 health checks only`,
  'incident.ec2.effect': () =>
    'Ends the loop: only a failed host is replaced, a broken application no longer is. The next apply of the code reverts it.',
  'incident.evidence.replaced': (a: { group: string }) =>
    `Logs on the instances of ${a.group}: gone with each instance that is replaced.`,
  'incident.evidence.shipped': (a: { group: string }) =>
    `Logs on the instances of ${a.group} leave them as they are written.`,
  'incident.evidence.errorLog': () =>
    'Error log on the database host: up to 30 days, less when its disk fills; not exported.',
  'incident.evidence.dayLog': (a: { log: string }) =>
    `The log “${a.log}” on the database host: 24 hours; not exported.`,
  'incident.evidence.exported': (a: { log: string }) => `The log “${a.log}” is in CloudWatch Logs.`,
  'incident.evidence.exportUnknown': () => 'Which database logs are exported is not known here.',
  'incident.evidence.activities': (a: { group: string }) =>
    `Scaling activities of ${a.group}, with the reason of each: some weeks.`,
  'incident.evidence.events': () => 'RDS events: 14 days.',
  'incident.evidence.trail': () => 'API calls in the event history of CloudTrail: 90 days.',
  'pack.title': (a: { cluster: string }) => `Support case: ${a.cluster}`,
  'pack.asOf': (a: { date: string; notes: string }) =>
    `Prepared ${a.date}; release notes as of ${a.notes}. No secret, log line or statement is in here.`,
  'pack.version': () => 'Version',
  'pack.versionUnknown': () => 'The version is not known.',
  'pack.bugs': (a: { count: number }) => `Known bugs that fit (${a.count} listed)`,
  'pack.more': (a: { count: number }) => `${a.count} more are listed; see errata-lens bugs.`,
  'pack.logs': () => 'Logs: which exist, and for how long',
  'pack.brake': () => 'Emergency brake',
  'pack.undo': () => 'Undo',
  'pack.collect': () => 'Commands that collect the rest',
  'pack.timeline': () => 'Timeline (UTC and local time)',
  'pack.timelineNone': () => 'No events are known from code alone: scan the account.',
  'pack.expires': (a: { date: string }) => `expires ${a.date}`,
  'pack.expiresAbout': (a: { date: string }) => `expires about ${a.date}`,
  'pack.unknownCluster': (a: { name: string; clusters: string }) =>
    a.clusters === ''
      ? `“${a.name}” is not found: no Aurora MySQL cluster is here.`
      : `“${a.name}” is not found. Clusters here: ${a.clusters}.`,
} satisfies Record<string, Message>;
