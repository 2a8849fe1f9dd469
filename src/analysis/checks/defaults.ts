import { OTHER_SETTINGS, type Asset, type SettingValue } from '../../model/index.ts';

type Source = Asset['source'];

/** Tools whose own default of a setting is documented. What is not here is unknown when it is not written. */
type Defaults = Partial<Record<Source, SettingValue>>;

/** The names of tools in sentences. */
export const TOOL_NAMES: Record<Source, string> = {
  terraform: 'Terraform',
  cloudformation: 'CloudFormation',
  cdk: 'CDK',
  pulumi: 'Pulumi',
  kubernetes: 'Kubernetes',
  ansible: 'Ansible',
  shell: 'AWS CLI',
  image: 'image',
  api: 'AWS',
};

/**
 * The sources of which everything that makes an asset is read, so that what is not there is not written. Of the others
 * only some forms are read, of most only databases and images: an alarm that is not found there may well exist.
 */
const READ_IN_FULL: ReadonlySet<Source> = new Set(['terraform', 'cloudformation', 'api']);

export function isReadInFull(asset: Asset): boolean {
  return READ_IN_FULL.has(asset.source) && !isSeenInPart(asset);
}

/** Whether something that is not seen makes a part of an asset: the module behind a call, a program's other files. */
export function isSeenInPart({ unknownSettings }: Asset): boolean {
  return unknownSettings.includes(OTHER_SETTINGS);
}

/** The service's own default, which CloudFormation, CDK (L1 and L2) and the CLI pass on. */
function service(value: SettingValue): Defaults {
  return { cloudformation: value, cdk: value, shell: value, api: value, terraform: value, pulumi: value };
}

/** The Terraform AWS provider has a default of its own, and Pulumi's provider is generated from it. */
function provider(terraform: SettingValue, others: SettingValue): Defaults {
  return { ...service(others), terraform, pulumi: terraform };
}

/**
 * What holds where a setting is not written. Sources: Aurora User Guide and EC2 Auto Scaling User Guide, the RDS, Auto
 * Scaling and Elastic Load Balancing API references, the documentation of the Terraform AWS provider.
 */
export const DEFAULTS: Readonly<Record<string, Defaults>> = {
  autoMinorVersionUpgrade: service(true),
  backtrackWindow: service(0),
  databaseInsightsMode: service('standard'),
  deletionProtection: service(false),
  enabledCloudwatchLogsExports: service([]),
  engineLifecycleSupport: service('open-source-rds-extended-support'),
  iamDatabaseAuthenticationEnabled: service(false),
  monitoringInterval: service(0),
  performanceInsightsEnabled: service(false),
  performanceInsightsRetentionPeriod: service(7),
  // Auto Scaling: 300 s in the console and in Terraform, none through the API and CloudFormation.
  healthCheckGracePeriod: provider(300, 0),
  healthCheckType: service('EC2'),
  defaultInstanceWarmup: service(0),
  metricsCollection: service([]),
  newInstancesProtectedFromScaleIn: service(false),
  notificationConfigurations: service([]),
  suspendedProcesses: service([]),
  defaultResult: service('ABANDON'),
  heartbeatTimeout: service(3600),
  // Target groups: two failures in CloudFormation and the API, three in Terraform.
  healthCheckIntervalSeconds: service(30),
  unhealthyThresholdCount: provider(3, 2),
  'deregistration_delay.timeout_seconds': service('300'),
  'access_logs.s3.enabled': service('false'),
  'health_check_logs.s3.enabled': service('false'),
  actionsEnabled: service(true),
  alarmActions: service([]),
  enabled: service(true),
  isLogging: service(true),
  isMultiRegionTrail: service(false),
  retentionInDays: service(0),
};

/**
 * MySQL parameters where no group sets them. Sources: Aurora User Guide, AuroraMySQL.Reference.ParameterGroups,
 * AuroraMySQL.Auditing and USER_LogAccess.MySQL.LogFileSize.
 */
export const ENGINE_DEFAULTS: Readonly<Record<string, string>> = {
  aws_default_logs_role: '',
  general_log: '0',
  innodb_print_all_deadlocks: '0',
  log_error_suppression_list: '',
  log_output: 'FILE',
  long_query_time: '10',
  server_audit_events: '',
  server_audit_logging: '0',
  server_audit_logs_upload: '0',
  slow_query_log: '0',
};
