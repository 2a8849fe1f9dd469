import { alarmActions } from './alarm-actions.ts';
import { albAccessLogs } from './alb-access-logs.ts';
import { albHealthCheckLogs } from './alb-health-check-logs.ts';
import { asgAlarms } from './asg-alarms.ts';
import { asgElbHealthGrace } from './asg-elb-health-grace.ts';
import { asgEmergencyBrakeDocumented } from './asg-emergency-brake-documented.ts';
import { asgGroupMetrics } from './asg-group-metrics.ts';
import { asgInstanceMaintenancePolicy } from './asg-instance-maintenance-policy.ts';
import { asgNoForgottenSuspension } from './asg-no-forgotten-suspension.ts';
import { asgNotifications } from './asg-notifications.ts';
import { asgRetainOnAbandon } from './asg-retain-on-abandon.ts';
import { asgTerminationHook } from './asg-termination-hook.ts';
import { asgUnhealthyLoopLive } from './asg-unhealthy-loop-live.ts';
import { auroraAlarmAbortedClients } from './aurora-alarm-aborted-clients.ts';
import { auroraAlarmConnections } from './aurora-alarm-connections.ts';
import { auroraAlarmCpuMemoryStorage } from './aurora-alarm-cpu-memory-storage.ts';
import { auroraAlarmReplicaLag } from './aurora-alarm-replica-lag.ts';
import { auroraAlarmRestart } from './aurora-alarm-restart.ts';
import { auroraAuditConnectEvents } from './aurora-audit-connect-events.ts';
import { auroraAutoMinorUpgradeConsistent } from './aurora-auto-minor-upgrade-consistent.ts';
import { auroraCaCertificate } from './aurora-ca-certificate.ts';
import { auroraConnectionPooling } from './aurora-connection-pooling.ts';
import { auroraCustomParameterGroup } from './aurora-custom-parameter-group.ts';
import { auroraDatabaseInsights } from './aurora-database-insights.ts';
import { auroraDeadlocksToErrorLog } from './aurora-deadlocks-to-error-log.ts';
import { auroraEnhancedMonitoring } from './aurora-enhanced-monitoring.ts';
import { auroraGeneralLogNotPermanent } from './aurora-general-log-not-permanent.ts';
import { auroraIamAuthErrorExport } from './aurora-iam-auth-error-export.ts';
import { auroraLogExportError } from './aurora-log-export-error.ts';
import { auroraLogExportNamesValid } from './aurora-log-export-names-valid.ts';
import { auroraLogGroupRetention } from './aurora-log-group-retention.ts';
import { auroraMaxConnectionsSized } from './aurora-max-connections-sized.ts';
import { auroraPendingMaintenance } from './aurora-pending-maintenance.ts';
import { auroraReadersMultiAz } from './aurora-readers-multi-az.ts';
import { auroraSlowQueryLogOn } from './aurora-slow-query-log-on.ts';
import { auroraVersionErrata } from './aurora-version-errata.ts';
import { auroraVersionSupported } from './aurora-version-supported.ts';
import { cloudtrailRdsAsg } from './cloudtrail-rds-asg.ts';
import { ltLogShipping } from './lt-log-shipping.ts';
import { ltOsReleaseSupported } from './lt-os-release-supported.ts';
import { ltSsmManaged } from './lt-ssm-managed.ts';
import { rdsEventSubscription } from './rds-event-subscription.ts';
import { tgFailOpenPolicy } from './tg-fail-open-policy.ts';
import { tgHealthPathShallow } from './tg-health-path-shallow.ts';
import { tgHealthThresholds } from './tg-health-thresholds.ts';
import type { Check } from './check.ts';

/** Every question of the checklist, in the order in which people read it: logs, metrics and size, version, group, host, load balancer, events. */
export const CHECKS: readonly Check[] = [
  auroraLogExportError,
  auroraSlowQueryLogOn,
  auroraAuditConnectEvents,
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
  auroraVersionErrata,
  auroraVersionSupported,
  auroraAutoMinorUpgradeConsistent,
  auroraPendingMaintenance,
  auroraReadersMultiAz,
  auroraCaCertificate,
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
  cloudtrailRdsAsg,
];
