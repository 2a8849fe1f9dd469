import { asgAlarmReplacements } from './alarms/asg-alarm-replacements.ts';
import { asgReconnectionSurge } from './scaling/asg-reconnection-surge.ts';
import { auroraReconnectionLimits } from './databases/aurora-reconnection-limits.ts';
import { topicHasSubscriber } from './alarms/topic-has-subscriber.ts';
import { alarmActions } from './alarms/alarm-actions.ts';
import { appClientTimeouts } from './databases/app-client-timeouts.ts';
import { albAccessLogs } from './load-balancers/alb-access-logs.ts';
import { albHealthCheckLogs } from './load-balancers/alb-health-check-logs.ts';
import { asgAlarms } from './alarms/asg-alarms.ts';
import { asgElbHealthGrace } from './scaling/asg-elb-health-grace.ts';
import { asgEmergencyBrakeDocumented } from './scaling/asg-emergency-brake-documented.ts';
import { asgGroupMetrics } from './scaling/asg-group-metrics.ts';
import { asgInstanceMaintenancePolicy } from './scaling/asg-instance-maintenance-policy.ts';
import { asgNoForgottenSuspension } from './scaling/asg-no-forgotten-suspension.ts';
import { asgNotifications } from './alarms/asg-notifications.ts';
import { asgRetainOnAbandon } from './scaling/asg-retain-on-abandon.ts';
import { asgTerminationHook } from './scaling/asg-termination-hook.ts';
import { asgUnhealthyLoopLive } from './scaling/asg-unhealthy-loop-live.ts';
import { auroraAlarmAbortedClients } from './alarms/aurora-alarm-aborted-clients.ts';
import { auroraAlarmConnections } from './alarms/aurora-alarm-connections.ts';
import { auroraAlarmCpuMemoryStorage } from './alarms/aurora-alarm-cpu-memory-storage.ts';
import { auroraAlarmReplicaLag } from './alarms/aurora-alarm-replica-lag.ts';
import { auroraAlarmRestart } from './alarms/aurora-alarm-restart.ts';
import { auroraAuditChanges } from './database-logs/aurora-audit-changes.ts';
import { auroraAuditConnectEvents } from './database-logs/aurora-audit-connect-events.ts';
import { auroraAutoMinorUpgradeConsistent } from './databases/aurora-auto-minor-upgrade-consistent.ts';
import { auroraCaCertificate } from './databases/aurora-ca-certificate.ts';
import { auroraConnectionPooling } from './databases/aurora-connection-pooling.ts';
import { auroraCustomParameterGroup } from './databases/aurora-custom-parameter-group.ts';
import { auroraDatabaseInsights } from './databases/aurora-database-insights.ts';
import { auroraDeadlocksToErrorLog } from './database-logs/aurora-deadlocks-to-error-log.ts';
import { auroraEnhancedMonitoring } from './databases/aurora-enhanced-monitoring.ts';
import { auroraGeneralLogNotPermanent } from './database-logs/aurora-general-log-not-permanent.ts';
import { auroraIamAuthErrorExport } from './database-logs/aurora-iam-auth-error-export.ts';
import { auroraLogExportError } from './database-logs/aurora-log-export-error.ts';
import { auroraLogExportNamesValid } from './database-logs/aurora-log-export-names-valid.ts';
import { auroraLogGroupRetention } from './database-logs/aurora-log-group-retention.ts';
import { auroraMaxConnectionsSized } from './databases/aurora-max-connections-sized.ts';
import { auroraPendingMaintenance } from './databases/aurora-pending-maintenance.ts';
import { auroraReadersMultiAz } from './databases/aurora-readers-multi-az.ts';
import { auroraSlowPlansLogged } from './database-logs/aurora-slow-plans-logged.ts';
import { auroraSlowQueryLogOn } from './database-logs/aurora-slow-query-log-on.ts';
import { auroraTlsRequired } from './databases/aurora-tls-required.ts';
import { auroraVersionErrata } from './databases/aurora-version-errata.ts';
import { auroraVersionSupported } from './databases/aurora-version-supported.ts';
import { rdsStorageAutoscaling } from './databases/rds-storage-autoscaling.ts';
import { cloudtrailRdsAsg } from './alarms/trails/cloudtrail-rds-asg.ts';
import { ltLogShipping } from './hosts/lt-log-shipping.ts';
import { ltOsReleaseSupported } from './scaling/lt-os-release-supported.ts';
import { ltSsmManaged } from './hosts/lt-ssm-managed.ts';
import { rdsEventSubscription } from './alarms/rds-event-subscription.ts';
import { tgFailOpenPolicy } from './load-balancers/tg-fail-open-policy.ts';
import { tgHealthPathShallow } from './load-balancers/tg-health-path-shallow.ts';
import { tgHealthThresholds } from './load-balancers/tg-health-thresholds.ts';
import type { Check } from './check.ts';

/** Checks in reading order: logs, metrics and size, version, group, host, load balancer, events. */
export const CHECKS: readonly Check[] = [
  auroraLogExportError,
  auroraSlowQueryLogOn,
  auroraSlowPlansLogged,
  auroraAuditConnectEvents,
  auroraAuditChanges,
  auroraGeneralLogNotPermanent,
  auroraDeadlocksToErrorLog,
  auroraIamAuthErrorExport,
  auroraLogGroupRetention,
  auroraLogExportNamesValid,
  auroraDatabaseInsights,
  auroraEnhancedMonitoring,
  auroraAlarmConnections,
  auroraAlarmAbortedClients,
  auroraAlarmCpuMemoryStorage,
  auroraAlarmReplicaLag,
  auroraAlarmRestart,
  auroraMaxConnectionsSized,
  auroraConnectionPooling,
  appClientTimeouts,
  auroraReconnectionLimits,
  auroraVersionErrata,
  auroraVersionSupported,
  auroraAutoMinorUpgradeConsistent,
  auroraPendingMaintenance,
  auroraReadersMultiAz,
  rdsStorageAutoscaling,
  auroraCaCertificate,
  auroraTlsRequired,
  auroraCustomParameterGroup,
  asgElbHealthGrace,
  asgUnhealthyLoopLive,
  asgTerminationHook,
  asgRetainOnAbandon,
  asgInstanceMaintenancePolicy,
  asgEmergencyBrakeDocumented,
  asgNoForgottenSuspension,
  asgGroupMetrics,
  asgAlarms,
  asgAlarmReplacements,
  asgReconnectionSurge,
  asgNotifications,
  ltLogShipping,
  ltSsmManaged,
  ltOsReleaseSupported,
  tgHealthPathShallow,
  tgHealthThresholds,
  tgFailOpenPolicy,
  albAccessLogs,
  albHealthCheckLogs,
  rdsEventSubscription,
  alarmActions,
  topicHasSubscriber,
  cloudtrailRdsAsg,
];
