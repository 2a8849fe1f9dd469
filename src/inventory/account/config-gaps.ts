/** What AWS Config never records of a resource, and what every such resource has: without a record both are unknown, not absent. */
const GAPS = {
  cluster: {
    never: [
      'activityStreamStatus',
      'associatedRoles',
      'backtrackWindow',
      'caCertificateIdentifier',
      'databaseInsightsMode',
      'enableGlobalWriteForwarding',
      'enableLocalWriteForwarding',
      'engineLifecycleSupport',
      'globalClusterIdentifier',
      'httpEndpointEnabled',
      'iamDatabaseAuthenticationEnabled',
      'monitoringRoleArn',
      'pendingMaintenanceActions',
      'performanceInsightsRetentionPeriod',
      'recentEvents',
    ],
    always: [
      'autoMinorVersionUpgrade',
      'dbClusterParameterGroupName',
      'deletionProtection',
      'preferredMaintenanceWindow',
    ],
  },
  instance: {
    never: [
      'availabilityZone',
      'databaseInsightsMode',
      'dbParameterGroupName',
      'monitoringRoleArn',
      'promotionTier',
    ],
    always: [
      'autoMinorVersionUpgrade',
      'caCertificateIdentifier',
      'dbInstanceClass',
      'monitoringInterval',
      'performanceInsightsEnabled',
    ],
  },
  group: {
    never: [
      'instanceLifecyclePolicy',
      'instanceMaintenancePolicy',
      'newInstancesProtectedFromScaleIn',
      'notificationConfigurations',
      'scalingActivities',
    ],
    always: ['desiredCapacity', 'healthCheckGracePeriod', 'healthCheckType', 'maxSize', 'minSize'],
  },
  template: { never: ['blockDeviceMappings', 'iamInstanceProfile', 'instanceType', 'userData'], always: [] },
} as const;

/** The settings of a recorded resource that are not known. */
export function unrecorded(kind: keyof typeof GAPS, settings: Readonly<Record<string, unknown>>): string[] {
  const { never, always } = GAPS[kind];
  return [...never, ...always.filter((name) => settings[name] === undefined)];
}
