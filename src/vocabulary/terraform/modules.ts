import type { LinkRole } from '../../model/index.ts';
import { DB_CLUSTER } from '../kinds/databases/db-cluster.ts';
import { AUTO_SCALING_GROUP, HIDDEN_HOOKS } from '../kinds/scaling/auto-scaling-group.ts';
import { CLUSTER_INSTANCE, DB_INSTANCE, INSTANCE_CLASS } from '../kinds/databases/db-instance.ts';
import { LAUNCH_TEMPLATE } from '../kinds/scaling/launch-template.ts';
import { LIFECYCLE_HOOK } from '../kinds/scaling/lifecycle-hook.ts';
import { LOAD_BALANCER } from '../kinds/load-balancer.ts';
import { LOG_GROUP } from '../kinds/log-group.ts';
import {
  CLUSTER_PARAMETER_GROUP,
  GROUP_FAMILY,
  PARAMETER_GROUP,
} from '../kinds/databases/parameter-groups.ts';
import { TARGET_GROUP } from '../kinds/target-group.ts';
import type { Resource, Setting } from '../resource-types.ts';

// Modules of Terraform's registry, whose inputs have other names than the resources' arguments. Names of inputs: the
// `variables.tf` of terraform-aws-modules/rds-aurora 7 to 10, /autoscaling 9 and /alb 9.

/** A resource that a module creates. */
export interface ModuleResource {
  /** Resource, with the settings under the names of the module's inputs. */
  resource: Resource;
  /** Address within the module, without the key of an instance. */
  address: string;
  /** Created only if this input is true. */
  onlyIf?: string;
  /** Created unless one of these inputs is false. */
  unlessNot?: readonly string[];
  /** Owners within the module, by address. */
  owners?: readonly { role: LinkRole; address: string }[];
  /** Input with an object for it; older versions have an input per field, with this prefix. */
  object?: { input: string; older: string };
  /** Input with a row for each instance. */
  rows?: Rows;
}

interface Rows {
  input: string;
  key: 'key' | 'index';
  /** Settings that all rows share, from other inputs of the call. */
  shared?: Resource;
  /** Result for unknown rows: one resource without known settings, or an unknown setting of its owner. */
  hidden?: 'one' | { setting: string };
  /** True if a row's key serves as a name unless the row has one. */
  isNamedByKey?: true;
  /** Name for a row that is a text: `<before><value of the input>/<row>`. */
  name?: { setting: string; before: string; input: string };
}

/** Settings for every instance from inputs of the call. */
const EVERY_INSTANCE = onlyRows(
  withModuleInputs(CLUSTER_INSTANCE, { [INSTANCE_CLASS]: ['cluster_instance_class', 'instance_class'] }),
  [
    'autoMinorVersionUpgrade',
    'caCertificateIdentifier',
    INSTANCE_CLASS,
    'monitoringInterval',
    'performanceInsightsEnabled',
    'performanceInsightsRetentionPeriod',
  ],
);
const CLUSTER = 'aws_rds_cluster.this[0]';
const CLUSTER_GROUP = 'aws_rds_cluster_parameter_group.this[0]';
const INSTANCE_GROUP = 'aws_db_parameter_group.this[0]';
const GROUP = 'aws_autoscaling_group.this[0]';
const TEMPLATE = 'aws_launch_template.this[0]';
const BALANCER = 'aws_lb.this[0]';

const MODULES: Readonly<Record<string, readonly ModuleResource[]>> = {
  // Version 7 and older ones have `create_cluster`.
  'rds-aurora': createdUnlessNot(
    ['create', 'create_cluster'],
    [
      {
        resource: withModuleInputs(DB_CLUSTER, {
          // Applies to each instance, and not to the cluster.
          autoMinorVersionUpgrade: null,
          caCertificateIdentifier: 'cluster_ca_cert_identifier',
          dbClusterIdentifier: 'name',
          monitoringInterval: 'cluster_monitoring_interval',
          performanceInsightsEnabled: 'cluster_performance_insights_enabled',
          performanceInsightsRetentionPeriod: 'cluster_performance_insights_retention_period',
        }),
        address: CLUSTER,
        owners: [{ role: 'cluster-parameter-group', address: CLUSTER_GROUP }],
      },
      {
        resource: onlyRows(CLUSTER_PARAMETER_GROUP, [GROUP_FAMILY]),
        address: CLUSTER_GROUP,
        object: { input: 'cluster_parameter_group', older: 'db_cluster_parameter_group_' },
      },
      {
        resource: onlyRows(PARAMETER_GROUP, [GROUP_FAMILY]),
        address: INSTANCE_GROUP,
        object: { input: 'db_parameter_group', older: 'db_parameter_group_' },
      },
      {
        resource: CLUSTER_INSTANCE,
        address: 'aws_rds_cluster_instance.this',
        owners: [
          { role: 'member-of', address: CLUSTER },
          { role: 'parameter-group', address: INSTANCE_GROUP },
        ],
        rows: { input: 'instances', key: 'key', shared: EVERY_INSTANCE, hidden: 'one' },
      },
      {
        resource: LOG_GROUP,
        address: 'aws_cloudwatch_log_group.this',
        onlyIf: 'create_cloudwatch_log_group',
        rows: {
          input: 'enabled_cloudwatch_logs_exports',
          key: 'key',
          shared: onlyRows(
            withModuleInputs(LOG_GROUP, { retentionInDays: 'cloudwatch_log_group_retention_in_days' }),
            ['retentionInDays'],
          ),
          name: { setting: 'logGroupName', before: '/aws/rds/cluster/', input: 'name' },
        },
      },
    ],
  ),
  rds: createdUnlessNot(
    ['create_db_instance'],
    [{ resource: DB_INSTANCE, address: 'module.db_instance.aws_db_instance.this[0]' }],
  ),
  'rds//modules/db_instance': createdUnlessNot(
    ['create'],
    [{ resource: DB_INSTANCE, address: 'aws_db_instance.this[0]' }],
  ),
  autoscaling: [
    {
      resource: {
        ...AUTO_SCALING_GROUP,
        links: [
          ...(AUTO_SCALING_GROUP.links ?? []),
          { role: 'target-group', to: ['target-group'], terraform: ['traffic_source_attachments'] },
        ],
      },
      address: GROUP,
      owners: [{ role: 'launch-template', address: TEMPLATE }],
    },
    { resource: LAUNCH_TEMPLATE, address: TEMPLATE, unlessNot: ['create_launch_template'] },
    {
      resource: LIFECYCLE_HOOK,
      address: `${GROUP}.initial_lifecycle_hook`,
      owners: [{ role: 'member-of', address: GROUP }],
      rows: { input: 'initial_lifecycle_hooks', key: 'index', hidden: { setting: HIDDEN_HOOKS } },
    },
  ],
  alb: [
    { resource: LOAD_BALANCER, address: BALANCER },
    {
      resource: TARGET_GROUP,
      address: 'aws_lb_target_group.this',
      owners: [{ role: 'load-balancer', address: BALANCER }],
      rows: { input: 'target_groups', key: 'key', isNamedByKey: true },
    },
  ],
};

/** Registry modules with known inputs, by their source. */
export const KNOWN_MODULES = Object.keys(MODULES).filter((name) => !name.includes('//'));

const SOURCE = new RegExp(
  `terraform-aws-modules/(?:terraform-aws-)?(${KNOWN_MODULES.join('|')})(?:/aws|\\.git|(?=\\?|//)|$)(//[^?]+[^?/])?`,
);

/**
 * Resources that a module or a part of it (`//modules/db_instance`) creates, by the source of its call; null if
 * unknown.
 */
export function moduleResources(source: string): readonly ModuleResource[] | null {
  const [, module = '', part = ''] = SOURCE.exec(source) ?? [];
  return MODULES[module + part] ?? null;
}

/** True if a module's source names Aurora: `//modules/aurora?ref=1`, `…/rds-aurora/aws`. */
export function isAuroraModule(source: string): boolean {
  return /aurora/i.test(nameOfModule(source));
}

/** True if a module's source names clusters, of any engine: `../modules/rds-cluster`. */
export function isClusterModule(source: string): boolean {
  return /aurora|(?:rds|db|database)[-_]?clusters?(?:\.git)?\/?$/i.test(nameOfModule(source));
}

function nameOfModule(source: string): string {
  const [path = ''] = source.split('?', 1);
  // The folder in the repository, else the repository or the registry module; never the owner.
  const folder = /[^:/]\/\/(.+)/.exec(path)?.[1];
  const name = path.split('/').findLast((part) => part !== '' && part !== 'aws');
  return folder ?? name ?? '';
}

function withModuleInputs(
  resource: Resource,
  inputs: Readonly<Record<string, Setting['terraform']>>,
): Resource {
  const settings = Object.entries(resource.settings).map(([name, row]) => {
    const terraform = inputs[name];
    return [name, terraform === undefined ? row : { ...row, terraform }] as const;
  });
  return { ...resource, settings: Object.fromEntries(settings) };
}

/** Resources of a module with inputs that switch all of them off. */
function createdUnlessNot(
  switches: readonly string[],
  resources: readonly ModuleResource[],
): readonly ModuleResource[] {
  return resources.map((resource) => ({ ...resource, unlessNot: switches }));
}

function onlyRows(resource: Resource, names: readonly string[]): Resource {
  const settings = Object.entries(resource.settings).filter(([name]) => names.includes(name));
  return { ...resource, settings: Object.fromEntries(settings) };
}
