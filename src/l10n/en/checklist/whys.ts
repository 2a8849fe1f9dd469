import type { Message } from '../../say.ts';

export const whys = {
  'check.aurora-log-export-error.why':
    'Only the error log records crashes, restarts, refused logins and deadlocks, and it lives on the host that fails.',
  'check.aurora-slow-query-log-on.why':
    'A surge of connections often comes from slow statements that hold them; the copy on the host is gone after a day.',
  'check.aurora-slow-plans-logged.why':
    'A statement that turns slow overnight often has a new plan, and nobody can look that plan up afterwards.',
  'check.aurora-audit-connect-events.why':
    'Only the audit log names client, host, time and code of every connection that failed: the evidence that the incident lacked.',
  'check.aurora-audit-changes.why':
    'Trouble often begins with a dropped index, a changed table or a new grant; only an audit log shows who did it, and when.',
  'check.aurora-general-log-not-permanent.why':
    'It buries the logs that matter and adds load just when connections pile up.',
  'check.aurora-deadlocks-to-error-log.why':
    'Lock pile-ups use up the connections, and a restart erases the evidence.',
  'check.aurora-iam-auth-error-export.why':
    'To the application, a failing token looks like a database that is down.',
  'check.aurora-log-group-retention.why':
    'A week is over before the second occurrence proves a pattern; logs that are kept forever cost money until somebody switches them off.',
  'check.aurora-log-export-names-valid.why':
    'A misspelt name breaks the deployment or exports nothing, and nobody notices before the incident.',
  'check.aurora-database-insights.why':
    'Without the load of each query, nobody can tell a surge from a lock pile-up afterwards.',
  'check.aurora-enhanced-monitoring.why':
    'It tells an engine fault from a host that ran out of memory or CPU.',
  'check.aurora-alarm-connections.why':
    'The surge was visible minutes before the first connection was aborted, but nobody was alerted.',
  'check.aurora-alarm-aborted-clients.why':
    'Established connections that break off in numbers show here. Connections refused before that show in LoginFailures and ConnectionAttempts.',
  'check.aurora-alarm-cpu-memory-storage.why':
    'A host that runs out of resources looks just like an engine bug, and has to be ruled out.',
  'check.aurora-alarm-replica-lag.why':
    'Readers that lag push their traffic to the writer and deepen the surge.',
  'check.aurora-alarm-replica-lag.rds.why':
    'Replicas that lag return old rows; clients that turn to the source deepen its surge.',
  'check.aurora-alarm-restart.why': 'A restart explains a wave of aborted connections in one line.',
  'check.aurora-max-connections-sized.why':
    'Every replaced server reconnects, so the loop itself causes the next surge.',
  'check.aurora-connection-pooling.why': 'A pool queues what the database could not take at once.',
  'check.aurora-tls-required.why':
    'Otherwise the server also accepts unencrypted connections, and passwords and data can be read in transit.',
  'check.aurora-version-errata.why':
    'The incident was a known bug of one version, described in the notes of a later one.',
  'check.aurora-version-supported.why':
    'A minor version out of support gets no fix, and Extended Support is charged automatically.',
  'check.aurora-auto-minor-upgrade-consistent.why':
    'Automatic patching would have brought the fix; on a long-term support version it silently leaves the version that you chose.',
  'check.aurora-pending-maintenance.why':
    'An update that is forced on its due date is a restart that nobody planned.',
  'check.rds-storage-autoscaling.why':
    'A database whose storage is full stops, and with it every client that waits for it.',
  'check.aurora-readers-multi-az.why':
    'With one instance a crash is an outage, and there is nothing to fail over to.',
  'check.aurora-ca-certificate.why':
    'An outdated authority breaks every TLS client at once, which looks like a dead database.',
  'check.aurora-custom-parameter-group.why':
    'Parameters of a default or a pending group are not in effect, however good the template looks.',
  'check.asg-elb-health-grace.why':
    'An instance that cannot reach the database is killed before it has logged anything: the loop of the incident.',
  'check.asg-unhealthy-loop-live.why': 'Each replacement destroys evidence and opens new connections.',
  'check.asg-termination-hook.why': 'A hook holds the instance for as long as it takes to save its logs.',
  'check.asg-retain-on-abandon.why':
    'One broken instance that is kept explains more than a hundred clean ones.',
  'check.asg-instance-maintenance-policy.why':
    'Terminating first takes away the last capacity while the database is slow.',
  'check.asg-emergency-brake-documented.why':
    'In an incident there is no time to look up which switch stops the loop.',
  'check.asg-no-forgotten-suspension.why': 'A brake that is left on hides the next real failure.',
  'check.asg-group-metrics.why': 'A group that replaces itself all night must show in a graph.',
  'check.asg-alarms.why': 'It has to wake somebody up.',
  'check.asg-notifications.why':
    'AWS keeps the reason for each replacement for a few weeks only; a message stays.',
  'check.lt-log-shipping.why': 'The instances died and took their logs with them.',
  'check.lt-ssm-managed.why': 'An instance in standby is useless when nobody can look inside.',
  'check.lt-os-release-supported.why':
    'Operating systems have errata too, and one out of support gets no fix.',
  'check.tg-health-path-shallow.why':
    'A check that queries the database fails on every server at once when the database is slow.',
  'check.tg-health-thresholds.why':
    'Two probes that fail within a minute must not take out a fleet during an ordinary failover.',
  'check.tg-fail-open-policy.why':
    'It decides where requests go when most servers fail at once; it does not stop the replacement.',
  'check.alb-access-logs.why': 'The load balancer saw every failing request.',
  'check.alb-health-check-logs.why':
    'The load balancer knew each failing probe and its reason, and nothing recorded it.',
  'check.rds-event-subscription.why':
    'The failover, restart or change that began it must reach a person; other tools pass when there is no subscription at all.',
  'check.alarm-actions.why': 'An alarm without a receiver is only a graph.',
  'check.cloudtrail-rds-asg.why': 'Who changed a parameter group or suspended a process must be on record.',
} satisfies Record<string, Message>;
