import type { Message } from '../../say.ts';

export const cares = {
  'check.aurora-log-export-error.care':
    'Ingestion and storage are charged; for the error log they are small. Nothing restarts.',
  'check.aurora-slow-query-log-on.care':
    'Volume grows fast with a threshold near zero. Statements may contain personal data.',
  'check.aurora-slow-plans-logged.care':
    'Loading the library requires a restart of each instance. A threshold near zero floods the log; keep per-node timing off.',
  'check.aurora-audit-connect-events.care':
    'A surge writes two lines per connection; QUERY events can be huge.',
  'check.aurora-audit-changes.care':
    'Loading the library requires a restart of each instance; then create it in each database. Exclude reads and writes: they log a line per statement.',
  'check.aurora-general-log-not-permanent.care':
    'Security Hub RDS.9 requires this log; suppress it there with this reason.',
  'check.aurora-deadlocks-to-error-log.care': 'The error log grows with every deadlock.',
  'check.aurora-log-group-retention.rds':
    'Create the log group before the export, or the deployment collides with the one that RDS creates.',
  'check.aurora-log-group-retention.care':
    'Create the log group before the export, or the deployment collides with the one that Aurora creates.',
  'check.aurora-database-insights.care':
    'The standard mode with seven days is free; longer retention and the advanced mode are charged.',
  'check.aurora-enhanced-monitoring.care': 'CloudWatch Logs ingestion rises as the interval falls.',
  'check.aurora-alarm-connections.care': 'The threshold is our suggestion: 80 % of the limit of your class.',
  'check.aurora-alarm-aborted-clients.care':
    'Noisy where the application never closes its connections; then use an anomaly band.',
  'check.aurora-alarm-cpu-memory-storage.care':
    "Only the 90 % for CPU is the vendor's figure; the others depend on the class.",
  'check.aurora-alarm-replica-lag.care': 'The threshold of 2 s is our suggestion.',
  'check.aurora-alarm-restart.care': 'It also fires during planned restarts.',
  'check.aurora-max-connections-sized.care':
    'Each connection takes memory: a higher limit without a larger class makes things worse.',
  'check.aurora-connection-pooling.care': 'The proxy is charged by the hour; pinned sessions gain little.',
  'check.aurora-tls-required.care': 'Clients that cannot use TLS are refused at once: look for them first.',
  'check.aurora-version-errata.care':
    'Try an upgrade on a copy first. Newer releases bring bugs that nobody has listed yet.',
  'check.aurora-version-supported.care':
    'A major upgrade is a project of its own: clients, parameters and metrics change.',
  'check.aurora-auto-minor-upgrade-consistent.care':
    'With a pinned version, Terraform sees drift after each automatic upgrade.',
  'check.rds-storage-autoscaling.care': 'Storage never shrinks again, and grows at most once in six hours.',
  'check.aurora-alarm-replica-lag.rds': "The threshold of 60 s is the vendor's.",
  'check.aurora-readers-multi-az.rds.care':
    'The standby costs as much as the instance; the change can slow a busy database down.',
  'check.aurora-readers-multi-az.care': 'Each reader is charged at the price of its class.',
  'check.aurora-ca-certificate.care': 'Clients must trust the new authority first; some engines restart.',
  'check.aurora-custom-parameter-group.care': 'Another group takes effect only after a restart.',
  'check.asg-elb-health-grace.care':
    'Other tools require ELB health checks whatever the grace period and path: keep the checks shallow, and have a way to stop them.',
  'check.asg-termination-hook.care':
    'Scale-in takes longer. The hook saves evidence but does not stop the loop.',
  'check.asg-retain-on-abandon.care':
    'Kept instances are charged and count against quotas: watch their number.',
  'check.asg-instance-maintenance-policy.care':
    'More instances run at once, and open more connections. It does not stop the loop.',
  'check.asg-emergency-brake-documented.care':
    'Suspending Launch or Terminate has wider effects than ReplaceUnhealthy.',
  'check.asg-no-forgotten-suspension.care': 'Resume only when the cause is gone.',
  'check.asg-alarms.care': "The load balancer's alarms are our suggestion; the first one is the vendor's.",
  'check.asg-notifications.care': 'Delivery is best effort.',
  'check.lt-log-shipping.care':
    "Logs are charged. The instances' role needs AmazonSSMManagedInstanceCore and CloudWatchAgentServerPolicy; a new role reaches running instances when they are replaced.",
  'check.lt-ssm-managed.care': 'The role lets people and scripts into the instance: keep it narrow.',
  'check.lt-os-release-supported.care': 'A new image changes kernel and libraries: roll it out in steps.',
  'check.tg-health-path-shallow.care':
    'There is no automatic fix: a path that the application does not serve starts the loop. Too shallow a check misses broken servers.',
  'check.tg-health-thresholds.care': 'Slower detection keeps broken servers a little longer.',
  'check.tg-fail-open-policy.care':
    'The percentage is our suggestion: a third to a half for three servers or more.',
  'check.alb-access-logs.care': 'S3 storage is charged.',
  'check.alb-health-check-logs.care': 'Only S3 storage is charged.',
  'check.rds-event-subscription.care': 'SNS delivery is best effort; notification categories can be noisy.',
  'check.alarm-actions.care':
    'A dead agent sends nothing: let liveness alarms treat missing data as breaching.',
  'check.cloudtrail-rds-asg.care': 'The first trail of management events is free; S3 is charged.',
} satisfies Record<string, Message>;
