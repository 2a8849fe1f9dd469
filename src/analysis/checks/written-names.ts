import type { Asset } from '../../model/index.ts';

/** Settings that a tool does not write as the API's name in its own spelling. */
const TERRAFORM: Readonly<Record<string, string>> = {
  'access_logs.s3.enabled': 'access_logs.enabled',
  caCertificateIdentifier: 'ca_cert_identifier',
  'deregistration_delay.timeout_seconds': 'deregistration_delay',
  healthCheckIntervalSeconds: 'health_check.interval',
  healthCheckPath: 'health_check.path',
  healthCheckTimeoutSeconds: 'health_check.timeout',
  'health_check_logs.s3.enabled': 'health_check_logs.enabled',
  lifecycleHooks: 'initial_lifecycle_hook',
  metricsCollection: 'enabled_metrics',
  newInstancesProtectedFromScaleIn: 'protect_from_scale_in',
  unhealthyThresholdCount: 'health_check.unhealthy_threshold',
};
const CLOUDFORMATION: Readonly<Record<string, string>> = {
  caCertificateIdentifier: 'CACertificateIdentifier',
  dbClusterParameterGroupName: 'DBClusterParameterGroupName',
  dbParameterGroupName: 'DBParameterGroupName',
  enabledCloudwatchLogsExports: 'EnableCloudwatchLogsExports',
  iamDatabaseAuthenticationEnabled: 'EnableIAMDatabaseAuthentication',
  lifecycleHooks: 'LifecycleHookSpecificationList',
};

/** A setting as the tool of the asset writes it: `health_check_grace_period`, `HealthCheckGracePeriod`. */
export function writtenName({ source, kind }: Pick<Asset, 'source' | 'kind'>, setting: string): string {
  switch (source) {
    case 'terraform':
      return TERRAFORM[setting] ?? snakeCase(setting);
    case 'cloudformation':
      if (setting === 'performanceInsightsEnabled' && kind === 'db-instance')
        return 'EnablePerformanceInsights';
      return CLOUDFORMATION[setting] ?? capitalised(setting);
    default:
      return setting;
  }
}

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}

/** Keys of attributes (`access_logs.s3.enabled`) are the same everywhere. */
function capitalised(name: string): string {
  return name.includes('_') ? name : name.charAt(0).toUpperCase() + name.slice(1);
}
