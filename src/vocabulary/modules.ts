import type { LinkRole } from '../model/index.ts';
import { DB_CLUSTER } from './kinds/db-cluster.ts';
import { AUTO_SCALING_GROUP, HIDDEN_HOOKS } from './kinds/scaling/auto-scaling-group.ts';
import { CLUSTER_INSTANCE, DB_INSTANCE, INSTANCE_CLASS } from './kinds/db-instance.ts';
import { LAUNCH_TEMPLATE } from './kinds/scaling/launch-template.ts';
import { LIFECYCLE_HOOK } from './kinds/scaling/lifecycle-hook.ts';
import { LOAD_BALANCER } from './kinds/load-balancer.ts';
import { LOG_GROUP } from './kinds/log-group.ts';
import { CLUSTER_PARAMETER_GROUP, GROUP_FAMILY, PARAMETER_GROUP } from './kinds/parameter-groups.ts';
import { TARGET_GROUP } from './kinds/target-group.ts';
import type { Resource, Setting } from './words.ts';

// Modules of Terraform's registry, which name their inputs otherwise than the resources they make. Names of inputs: the
// `variables.tf` of terraform-aws-modules/rds-aurora 7 to 10, /autoscaling 9 and /alb 9.

/** A resource that a module makes. */
export interface MadeByModule {
  /** Its settings go by the names of the module's inputs. */
  resource: Resource;
  /** Its address within the module; of one of several without its key. */
  address: string;
  /** It is made only where this input is true. */
  onlyIf?: string;
  /** It is made unless this input is false. */
  unlessNot?: string;
  /** What else of the module it belongs to, by address. */
  owners?: readonly { role: LinkRole; address: string }[];
  /** An input has it as an object; in older versions inputs that begin alike have the fields. */
  object?: { input: string; older: string };
  /** There is one for each row of an input. */
  rows?: Rows;
}

interface Rows {
  input: string;
  key: 'key' | 'index';
  /** What the inputs of the call say of every one. */
  shared?: Resource;
  /** Where the rows are not known: one of which nothing is known, or a setting of its owner that is unknown. */
  hidden?: 'one' | { setting: string };
  /** Others name it by the key of its row where the row gives it no name. */
  isNamedByKey?: true;
  /** A row is a text, the end of the name that it gets: `before`, the text of an input, `/`, the row. */
  name?: { setting: string; before: string; input: string };
}

/** What the inputs of a call say of every instance. */
const EVERY_INSTANCE = only(
  renamed(CLUSTER_INSTANCE, { [INSTANCE_CLASS]: ['cluster_instance_class', 'instance_class'] }),
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

const MODULES: Readonly<Record<string, readonly MadeByModule[]>> = {
  'rds-aurora': [
    {
      resource: renamed(DB_CLUSTER, {
        // Goes to each instance, and not to the cluster.
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
      resource: only(CLUSTER_PARAMETER_GROUP, [GROUP_FAMILY]),
      address: CLUSTER_GROUP,
      object: { input: 'cluster_parameter_group', older: 'db_cluster_parameter_group_' },
    },
    {
      resource: only(PARAMETER_GROUP, [GROUP_FAMILY]),
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
        shared: only(renamed(LOG_GROUP, { retentionInDays: 'cloudwatch_log_group_retention_in_days' }), [
          'retentionInDays',
        ]),
        name: { setting: 'logGroupName', before: '/aws/rds/cluster/', input: 'name' },
      },
    },
  ],
  rds: [{ resource: DB_INSTANCE, address: 'module.db_instance.aws_db_instance.this[0]' }],
  'rds//modules/db_instance': [{ resource: DB_INSTANCE, address: 'aws_db_instance.this[0]' }],
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
    { resource: LAUNCH_TEMPLATE, address: TEMPLATE, unlessNot: 'create_launch_template' },
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

/** Modules of the registry whose inputs are known, as their sources name them. */
export const KNOWN_MODULES = Object.keys(MODULES).filter((name) => !name.includes('//'));

const SOURCE = new RegExp(
  `terraform-aws-modules/(?:terraform-aws-)?(${KNOWN_MODULES.join('|')})(?:/aws|\\.git|(?=\\?|//)|$)(//[^?]+[^?/])?`,
);

/** What a module makes, or a part of it (`//modules/db_instance`), by the source of its call; null where that is not known. */
export function madeByModule(source: string): readonly MadeByModule[] | null {
  const [, module = '', part = ''] = SOURCE.exec(source) ?? [];
  return MODULES[module + part] ?? null;
}

/** Whether the source of a module says that it makes Aurora: `//modules/aurora?ref=1`, `…/rds-aurora/aws`. */
export function isAuroraModule(source: string): boolean {
  return /aurora/i.test(nameOfModule(source));
}

/** Whether the source of a module says that it makes clusters, of whichever engine: `../modules/rds-cluster`. */
export function isClusterModule(source: string): boolean {
  return /aurora|(?:rds|db|database)[-_]?clusters?(?:\.git)?\/?$/i.test(nameOfModule(source));
}

function nameOfModule(source: string): string {
  const [path = ''] = source.split('?', 1);
  // The folder in the repository, else the repository or the module of the registry; never who owns it.
  const folder = /[^:/]\/\/(.+)/.exec(path)?.[1];
  const name = path.split('/').findLast((part) => part !== '' && part !== 'aws');
  return folder ?? name ?? '';
}

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
