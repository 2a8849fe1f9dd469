import { AURORA_CLUSTER } from './kinds/aurora-cluster.ts';
import { CLUSTER_INSTANCE } from './kinds/db-instance.ts';
import type { Resource, Setting } from './words.ts';

// Modules of Terraform's registry that name their inputs otherwise than the resources they make. Names of inputs: the
// `variables.tf` of terraform-aws-modules/rds-aurora 7 to 10.

export const AURORA_MODULE_CLUSTER = renamed(AURORA_CLUSTER, {
  // Goes to each instance, and not to the cluster.
  autoMinorVersionUpgrade: null,
  caCertificateIdentifier: 'cluster_ca_cert_identifier',
  dbClusterIdentifier: 'name',
  monitoringInterval: 'cluster_monitoring_interval',
  performanceInsightsEnabled: 'cluster_performance_insights_enabled',
  performanceInsightsRetentionPeriod: 'cluster_performance_insights_retention_period',
});

/** What the inputs of a call say of every instance. */
export const AURORA_MODULE_INSTANCE = only(
  renamed(CLUSTER_INSTANCE, { dbInstanceClass: ['cluster_instance_class', 'instance_class'] }),
  [
    'autoMinorVersionUpgrade',
    'caCertificateIdentifier',
    'dbInstanceClass',
    'monitoringInterval',
    'performanceInsightsEnabled',
    'performanceInsightsRetentionPeriod',
  ],
);

function renamed(resource: Resource, inputs: Readonly<Record<string, Setting['terraform']>>): Resource {
  const settings = Object.entries(resource.settings).map(([name, row]) => {
    const terraform = inputs[name];
    return [name, terraform === undefined ? row : { ...row, terraform }] as const;
  });
  return { ...resource, settings: Object.fromEntries(settings) };
}

function only(resource: Resource, names: readonly string[]): Resource {
  const settings = Object.entries(resource.settings).filter(([name]) => names.includes(name));
  return { ...resource, settings: Object.fromEntries(settings) };
}
