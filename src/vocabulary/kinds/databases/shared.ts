import type { Link, Resource, Setting } from '../../resource-types.ts';

export const RDS_API = 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_';

/** In the CDK, Performance Insights are on if one of their settings is written, or if Database Insights need them. */
export const INSIGHTS_SETTINGS = {
  type: 'boolean',
  cdk: 'enablePerformanceInsights',
  cdkSwitches: [
    { property: 'performanceInsightRetention' },
    { property: 'performanceInsightEncryptionKey' },
    { property: 'databaseInsightsMode', on: 'advanced' },
  ],
  default: false,
} as const satisfies Setting;

/** Days for which the CDK's own constructs keep all logs of a database. */
export const LOGS_RETENTION = {
  type: 'number',
  terraform: null,
  cloudformation: null,
  cdkType: 'RetentionDays',
} as const satisfies Setting;

/** Setting that lets AWS upgrade the minor version in a maintenance window. */
export const AUTO_UPGRADE = 'autoMinorVersionUpgrade';

/** Role for writing host metrics. */
export const MONITORING_ROLE_LINK: Link = { role: 'role', to: ['role'], settings: ['monitoringRoleArn'] };

/** The snapshot of a restored database. */
export const SNAPSHOT_LINK: Link = {
  role: 'restored-from',
  to: ['db-snapshot'],
  settings: ['snapshotIdentifier'],
};

/** Settings that clusters and instances share. */
export const SHARED_SETTINGS = {
  allowMajorVersionUpgrade: { type: 'boolean' },
  applyImmediately: { type: 'boolean', cloudformation: null },
  associatedRoles: { type: 'structure', terraform: null },
  [AUTO_UPGRADE]: { type: 'boolean', default: true },
  backupRetentionPeriod: { type: 'number', cdk: 'backup.retention', cdkUnit: 'days' },
  databaseInsightsMode: { type: 'text', default: 'standard' },
  deletionProtection: {
    type: 'boolean',
    cdkSwitches: [{ property: 'removalPolicy', on: 'RETAIN', isOffOtherwise: true }],
    default: false,
  },
  enabledCloudwatchLogsExports: {
    type: 'structure',
    request: 'enableCloudwatchLogsExports',
    cdk: 'cloudwatchLogsExports',
    default: [],
  },
  engineLifecycleSupport: { type: 'text', default: 'open-source-rds-extended-support' },
  iamDatabaseAuthenticationEnabled: {
    type: 'boolean',
    request: 'enableIAMDatabaseAuthentication',
    cdk: 'iamAuthentication',
    default: false,
  },
  monitoringInterval: { type: 'number', cdkType: 'Duration', default: 0 },
  monitoringRoleArn: { type: 'text', cdk: 'monitoringRole' },
  performanceInsightsRetentionPeriod: { type: 'number', cdk: 'performanceInsightRetention', default: 7 },
  port: { type: 'number' },
  preferredBackupWindow: { type: 'text', cdk: 'backup.preferredWindow' },
  preferredMaintenanceWindow: { type: 'text' },
  publiclyAccessible: { type: 'boolean' },
  storageEncrypted: { type: 'boolean' },
  storageType: { type: 'text' },
  upgradeRolloutOrder: { type: 'answer' },
} as const satisfies Record<string, Setting>;

/** An extension of PostgreSQL that code creates in a database. */
export const DATABASE_EXTENSION: Resource = {
  kind: 'database-extension',
  page: 'https://www.postgresql.org/docs/current/sql-createextension.html',
  types: { terraform: ['postgresql_extension'] },
  name: 'extensionName',
  settings: { extensionName: { type: 'text', terraform: 'name' } },
};
