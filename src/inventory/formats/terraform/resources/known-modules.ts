import { OTHER_SETTINGS, type AssetKind } from '../../../../model/index.ts';
import { locate, type Body } from '../../../../syntax/index.ts';
import { newDraft, type AssetDraft } from '../../../resources/draft.ts';
import { type Fact, scalarOf, stringOf, toFact, type Value } from '../../../../values/index.ts';
import {
  AURORA_MODULE_CLUSTER,
  AURORA_MODULE_INSTANCE,
  AUTO_SCALING_GROUP,
  CLUSTER_INSTANCE,
  LAUNCH_TEMPLATE,
  LIFECYCLE_HOOK,
  LOAD_BALANCER,
  TARGET_GROUP,
} from '../../../../vocabulary/index.ts';
import { type Context, knownRowsOf, rowsOf } from '../../../../values/hcl/index.ts';
import { settingsOf } from '../../../resources/declared.ts';
import type { Declared } from '../modules/instances.ts';
import { draftsOfBody } from './draft-resource.ts';
import { type LooseDraft, looseLink, type LooseLink } from '../../../resources/links.ts';
import { insideOf, parametersOf, propertiesIn, propertiesOf } from './settings.ts';

// Modules of the registry whose inputs are known: what they make of them. Names of inputs: the `variables.tf` of
// terraform-aws-modules/autoscaling 9 and /alb 9; those of /rds-aurora are in the vocabulary.

/** One call of a known module; `declared.name` is the module's address. */
export interface KnownCall {
  body: Body;
  context: Context;
  declared: Declared;
}

type Expand = (call: KnownCall) => LooseDraft[];

const KNOWN_MODULES: readonly [source: RegExp, expand: Expand][] = [
  [/terraform-aws-modules\/(?:terraform-aws-)?rds-aurora(?:\/aws|\.git|\?|\/\/|$)/, expandAurora],
  [/terraform-aws-modules\/(?:terraform-aws-)?autoscaling(?:\/aws|\.git|\?|$)/, expandAutoScaling],
  [/terraform-aws-modules\/(?:terraform-aws-)?alb(?:\/aws|\.git|\?|$)/, expandLoadBalancer],
];

/** What makes the resources of a module's source; null for modules that are not known. */
export function knownModule(source: string): Expand | null {
  return KNOWN_MODULES.find(([pattern]) => pattern.test(source))?.[1] ?? null;
}

const TO_TARGET_GROUPS = { role: 'target-group', to: ['target-group'] } as const;

function expandAurora(call: KnownCall): LooseDraft[] {
  const { name } = call.declared;
  const clusterName = `${name}.aws_rds_cluster.this[0]`;
  const clusterGroup = parameterGroup(
    call,
    'cluster-parameter-group',
    'cluster_parameter_group',
    'db_cluster_parameter_group',
  );
  const instanceGroup = parameterGroup(call, 'parameter-group', 'db_parameter_group', 'db_parameter_group');
  const clusters = draftsOfBody(call.body, AURORA_MODULE_CLUSTER, call.context, {
    ...call.declared,
    name: clusterName,
  }).map((cluster) => ({
    ...cluster,
    refersTo: [
      ...(cluster.refersTo ?? []),
      ...clusterGroup.map((group) => toDraft('cluster-parameter-group', group)),
    ],
  }));
  return [
    ...clusters,
    ...clusterGroup,
    ...instanceGroup,
    ...instancesOf(call, clusterName, instanceGroup),
    ...logGroups(call),
  ];
}

function instancesOf(call: KnownCall, clusterName: string, groups: readonly LooseDraft[]): LooseDraft[] {
  const { declared, context, body } = call;
  const shared = settingsOf('terraform', AURORA_MODULE_INSTANCE, propertiesOf(body, context));
  const instances = input(call, 'instances');
  const rows = instances === null ? [] : rowsOf(instances);
  const refersTo: LooseLink[] = [
    { role: 'member-of', target: addressed(clusterName, ['aurora-cluster']), isReverse: false },
    ...groups.map((group) => toDraft('parameter-group', group)),
  ];
  const instance = (key: string, own: Record<string, Fact>, count: number | null): LooseDraft => ({
    ...empty(call, 'db-instance', `aws_rds_cluster_instance.this${key}`),
    ...{ refersTo, settings: { ...shared, ...own }, count },
  });
  if (rows === null) {
    return [instance('', instances === null ? {} : { [OTHER_SETTINGS]: toFact(instances) }, null)];
  }
  const perInstance = declared.count;
  return rows.map(([key, value]) =>
    instance(
      `["${scalarOf(key)?.text ?? ''}"]`,
      settingsOf('terraform', CLUSTER_INSTANCE, propertiesIn(value)),
      perInstance,
    ),
  );
}

/** Version 10 takes one object, versions up to 9 took inputs with a common beginning. */
function parameterGroup(
  call: KnownCall,
  kind: 'cluster-parameter-group' | 'parameter-group',
  objectInput: string,
  prefix: string,
): LooseDraft[] {
  const object = input(call, objectInput);
  const inside = (name: string) => (object === null ? null : insideOf(object, [name]));
  const family = inside('family') ?? input(call, `${prefix}_family`);
  const parameters = inside('parameters') ?? input(call, `${prefix}_parameters`);
  if (family === null && parameters === null) return [];
  const type = kind === 'parameter-group' ? 'aws_db_parameter_group' : 'aws_rds_cluster_parameter_group';
  const settings = parameters === null ? {} : parametersOf(parameters);
  if (family !== null) settings.dbParameterGroupFamily = toFact(family);
  return [{ ...empty(call, kind, `${type}.this[0]`), settings }];
}

/** The log groups that the module makes for the exported logs. */
function logGroups(call: KnownCall): LooseDraft[] {
  const create = input(call, 'create_cloudwatch_log_group');
  const exports = input(call, 'enabled_cloudwatch_logs_exports');
  const cluster = input(call, 'name');
  if (create === null || scalarOf(create)?.value !== true || exports?.kind !== 'list' || cluster === null)
    return [];
  const retention = input(call, 'cloudwatch_log_group_retention_in_days');
  return exports.items.flatMap((item) => {
    const type = scalarOf(item);
    const name = stringOf(cluster);
    if (type === null || name === null) return [];
    const logGroupName = { ...toFact(type), value: `/aws/rds/cluster/${name}/${type.text}` };
    const settings = { logGroupName, ...(retention === null ? {} : { retentionInDays: toFact(retention) }) };
    return [{ ...empty(call, 'log-group', `aws_cloudwatch_log_group.this["${type.text}"]`), settings }];
  });
}

function expandAutoScaling(call: KnownCall): LooseDraft[] {
  const { name } = call.declared;
  const group = { ...call.declared, name: `${name}.aws_autoscaling_group.this[0]` };
  const template = { ...call.declared, name: `${name}.aws_launch_template.this[0]` };
  const create = input(call, 'create_launch_template');
  const createsTemplate = create === null || scalarOf(create)?.value !== false;
  const templates = createsTemplate ? draftsOfBody(call.body, LAUNCH_TEMPLATE, call.context, template) : [];
  const traffic = input(call, 'traffic_source_attachments');
  const { rest } = hooksIn(call);
  const hidden = rest === null ? {} : { lifecycleHooks: toFact(rest) };
  const groups = draftsOfBody(call.body, AUTO_SCALING_GROUP, call.context, group).map((loose) => ({
    ...loose,
    settings: { ...loose.settings, ...hidden },
    refersTo: [
      ...(loose.refersTo ?? []),
      ...templates.map((each) => toDraft('launch-template', each)),
      ...(traffic === null ? [] : [looseLink(traffic, TO_TARGET_GROUPS)]),
    ],
  }));
  return [...groups, ...templates, ...hooksOf(call, group.name)];
}

function hooksIn(call: KnownCall): ReturnType<typeof knownRowsOf> {
  const hooks = input(call, 'initial_lifecycle_hooks');
  return hooks === null ? { rows: [], rest: null } : knownRowsOf(hooks);
}

function hooksOf(call: KnownCall, groupName: string): LooseDraft[] {
  return hooksIn(call).rows.map(([, hook], i) => ({
    ...empty(call, 'lifecycle-hook', `aws_autoscaling_group.this[0].initial_lifecycle_hook[${i}]`),
    refersTo: [{ role: 'member-of', target: addressed(groupName, ['auto-scaling-group']), isReverse: false }],
    settings: settingsOf('terraform', LIFECYCLE_HOOK, propertiesIn(hook)),
  }));
}

function expandLoadBalancer(call: KnownCall): LooseDraft[] {
  const balancer = { ...call.declared, name: `${call.declared.name}.aws_lb.this[0]` };
  const balancers = draftsOfBody(call.body, LOAD_BALANCER, call.context, balancer);
  const groups = input(call, 'target_groups');
  const rows = groups === null ? [] : (rowsOf(groups) ?? []);
  const refersTo = balancers.map((each) => toDraft('load-balancer', each));
  const targetGroups = rows.map(([key, group]): LooseDraft => ({
    ...empty(call, 'target-group', `aws_lb_target_group.this["${scalarOf(key)?.text ?? ''}"]`),
    refersTo,
    settings: settingsOf('terraform', TARGET_GROUP, propertiesIn(group)),
    identifier: stringOf(insideOf(group, ['name']) ?? key),
  }));
  return [...balancers, ...targetGroups];
}

function input(call: KnownCall, name: string): Value | null {
  return propertiesOf(call.body, call.context).at(name);
}

/** A draft of something that the module makes, declared where it is called. */
function empty({ declared }: KnownCall, kind: AssetKind, address: string): AssetDraft {
  const { name, file, span, count } = declared;
  return newDraft({ kind, source: 'terraform', name: `${name}.${address}`, file, at: locate(span), count });
}

function addressed(address: string, kinds: readonly AssetKind[]): LooseLink['target'] {
  return { kinds, addresses: [address], names: [] };
}

function toDraft(role: LooseLink['role'], { name, kind }: LooseDraft): LooseLink {
  return { role, target: addressed(name, [kind]), isReverse: false };
}
