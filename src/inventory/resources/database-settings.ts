/** How tools write a setting of a database where they do not write it as the API names it. */
interface Spellings {
  /** The property of the CDK's own constructs. */
  cdk?: string;
  /** What any tool may write besides. */
  also?: readonly string[];
}

/** Settings of databases, by the RDS API's field names in camelCase. */
const SETTINGS: Readonly<Record<string, Spellings>> = {
  allowMajorVersionUpgrade: {},
  applyImmediately: {},
  associatedRoles: {},
  autoMinorVersionUpgrade: {},
  availabilityZone: {},
  availabilityZones: {},
  backtrackWindow: {},
  backupRetentionPeriod: {},
  caCertificateIdentifier: { cdk: 'caCertificate', also: ['caCertIdentifier'] },
  cloudwatchLogsRetention: {},
  databaseInsightsMode: {},
  dbClusterIdentifier: { cdk: 'clusterIdentifier', also: ['clusterId'] },
  dbClusterInstanceClass: {},
  dbClusterParameterGroupName: {},
  dbInstanceClass: { cdk: 'instanceType', also: ['instanceClass'] },
  dbInstanceIdentifier: { cdk: 'instanceIdentifier', also: ['instanceId', 'identifier'] },
  dbParameterGroupName: { also: ['parameterGroupName'] },
  deletionProtection: {},
  enableGlobalWriteForwarding: {},
  enableLocalWriteForwarding: {},
  enabledCloudwatchLogsExports: { cdk: 'cloudwatchLogsExports', also: ['enableCloudwatchLogsExports'] },
  engineLifecycleSupport: {},
  engineMode: {},
  globalClusterIdentifier: {},
  httpEndpointEnabled: { cdk: 'enableDataApi', also: ['enableHttpEndpoint'] },
  iamDatabaseAuthenticationEnabled: {
    cdk: 'iamAuthentication',
    also: ['enableIAMDatabaseAuthentication'],
  },
  monitoringInterval: {},
  monitoringRoleArn: { cdk: 'monitoringRole' },
  multiAZ: {},
  performanceInsightsEnabled: { cdk: 'enablePerformanceInsights' },
  performanceInsightsRetentionPeriod: { cdk: 'performanceInsightRetention' },
  preferredBackupWindow: {},
  preferredMaintenanceWindow: {},
  promotionTier: {},
  replicationSourceIdentifier: {},
  scalingConfigurationInfo: { also: ['scalingConfiguration'] },
  serverlessV2ScalingConfiguration: {},
  snapshotIdentifier: {},
  storageEncrypted: {},
};

/** By a property in lower case and without underscores, so that one name serves `engineMode` and `engine_mode`. */
const BY_PROPERTY: ReadonlyMap<string, string> = new Map(
  Object.entries(SETTINGS).flatMap(([setting, { cdk = setting, also = [] }]) =>
    [setting, cdk, ...also].map((name) => [plain(name), setting] as const),
  ),
);

/** Every setting of a database that {@link databaseSetting} can give. */
export const DATABASE_SETTINGS: readonly string[] = Object.keys(SETTINGS);

/** The setting that a database's property becomes; null for what is not looked at. */
export function databaseSetting(property: string): string | null {
  return BY_PROPERTY.get(plain(property)) ?? null;
}

/** The property of the CDK's constructs that becomes a setting. */
export function cdkProperty(setting: string): string {
  return SETTINGS[setting]?.cdk ?? setting;
}

function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
