import { upTo } from '../../../../model/index.ts';
import type { AssetKind, SettingValue } from '../../../../model/index.ts';
import type { Fact } from '../../../resources/draft.ts';
import { toFact } from '../../../values/facts.ts';
import { scalarOf, type Value } from '../../../values/value.ts';
import { isAttachment, type AttachmentType } from './attachment-types.ts';
import type { Context } from '../values/context.ts';
import { instancesOf } from '../modules/instances.ts';
import { targetIn } from './links.ts';
import type { Attachment, Target } from './links.ts';
import type { ResourceDeclaration } from '../modules/module.ts';
import type { Scope } from '../modules/scope.ts';
import { nestedBlocks, resultAt } from './settings.ts';
import type { Body } from '../../../../syntax/index.ts';

/** A resource's arguments, with what they see. */
interface Arguments {
  body: Body;
  context: Context;
}

type Attach = (args: Arguments, scope: Scope) => Attachment[];

const ATTACHMENTS: Record<AttachmentType, Attach> = {
  aws_autoscaling_attachment: attachGroup,
  aws_autoscaling_notification: attachNotification,
  aws_lb_listener: attachListener,
  aws_alb_listener: attachListener,
  aws_lb_listener_rule: attachListenerRule,
  aws_alb_listener_rule: attachListenerRule,
  aws_db_proxy_target: attachProxyTarget,
  aws_db_proxy_default_target_group: attachProxyPool,
  aws_rds_cluster_role_association: attachRole,
  aws_rds_cluster_activity_stream: attachActivityStream,
};

/** What a resource between assets says about them: listeners, attachments, associations. */
export function attachmentsOf(resource: ResourceDeclaration, scope: Scope): Attachment[] {
  if (resource.isData || !isAttachment(resource.type)) return [];
  const attach = ATTACHMENTS[resource.type];
  const { body } = resource.block;
  return instancesOf(body, scope, resource.address).flatMap(({ bindings }) =>
    attach({ body, context: scope.context(resource.address, 'literal', bindings) }, scope),
  );
}

function target(args: Arguments, path: string, kinds: readonly AssetKind[]): Target | null {
  const result = resultAt(args.body, path.split('.'), args.context);
  return result === null ? null : targetIn(result, kinds);
}

function attachGroup(args: Arguments): Attachment[] {
  const from = target(args, 'autoscaling_group_name', ['auto-scaling-group']);
  const groups = ['lb_target_group_arn', 'alb_target_group_arn'].map((name) =>
    target(args, name, ['target-group']),
  );
  return groups.flatMap((to) =>
    from === null || to === null ? [] : [{ kind: 'link', from, role: 'target-group', to } as const],
  );
}

function attachNotification(args: Arguments): Attachment[] {
  const groups = target(args, 'group_names', ['auto-scaling-group']);
  const types = value(args, 'notifications');
  const topic = value(args, 'topic_arn');
  if (groups === null || types === null) return [];
  const item = withFields(types, { notificationTypes: types, topicARN: topic });
  return [{ kind: 'item', of: groups, name: 'notificationConfigurations', value: item }];
}

/** A listener sends what its load balancer receives to its target groups. */
function attachListener(args: Arguments): Attachment[] {
  const balancer = target(args, 'load_balancer_arn', ['load-balancer']);
  return balancer === null ? [] : balanced(actionTargets(args, 'default_action'), balancer);
}

function attachListenerRule(args: Arguments, scope: Scope): Attachment[] {
  const listener = target(args, 'listener_arn', []);
  return (listener?.addresses ?? []).flatMap((address) => {
    const declared = scope.module.resources.get(upTo(address.slice(scope.prefix.length), '['));
    if (declared === undefined) return [];
    const context = scope.context(declared.address, 'literal');
    const balancer = target({ body: declared.block.body, context }, 'load_balancer_arn', ['load-balancer']);
    return balancer === null ? [] : balanced(actionTargets(args, 'action'), balancer);
  });
}

function actionTargets({ body, context }: Arguments, type: string): Target[] {
  const { known, rest } = nestedBlocks(body, type, context);
  const written = known.flatMap(({ block, context: inner }) =>
    [['target_group_arn'], ['forward', 'target_group']].flatMap((path) => {
      const result = resultAt(block.body, path, inner);
      return result === null ? [] : [targetIn(result, ['target-group'])];
    }),
  );
  return rest === null ? written : [...written, targetIn(rest, ['target-group'])];
}

function balanced(groups: readonly Target[], balancer: Target): Attachment[] {
  return groups.map((from) => ({ kind: 'link', from, role: 'load-balancer', to: balancer }));
}

function attachProxyTarget(args: Arguments): Attachment[] {
  const from = target(args, 'db_proxy_name', ['db-proxy']);
  const databases = [
    target(args, 'db_cluster_identifier', ['aurora-cluster']),
    target(args, 'db_instance_identifier', ['db-instance']),
  ];
  return databases.flatMap((to) =>
    from === null || to === null ? [] : [{ kind: 'link', from, role: 'watches', to } as const],
  );
}

function attachProxyPool(args: Arguments): Attachment[] {
  const of = target(args, 'db_proxy_name', ['db-proxy']);
  const pool = value(args, 'connection_pool_config');
  return of === null || pool === null
    ? []
    : [{ kind: 'setting', of, name: 'connectionPoolConfig', value: pool }];
}

function attachRole(args: Arguments): Attachment[] {
  const of = target(args, 'db_cluster_identifier', ['aurora-cluster']);
  const feature = value(args, 'feature_name');
  if (of === null || feature === null) return [];
  const item = withFields(feature, { featureName: feature, roleArn: value(args, 'role_arn') });
  return [{ kind: 'item', of, name: 'associatedRoles', value: item }];
}

function attachActivityStream(args: Arguments): Attachment[] {
  const of = target(args, 'resource_arn', ['aurora-cluster']);
  const mode = value(args, 'mode');
  if (of === null || mode?.state !== 'known') return [];
  return [{ kind: 'setting', of, name: 'activityStreamStatus', value: { ...mode, value: 'started' } }];
}

function value(args: Arguments, name: string): Fact | null {
  const result: Value | null = resultAt(args.body, [name], args.context);
  return result === null || scalarOf(result)?.value === null ? null : toFact(result);
}

/** An object at the place of one of its fields; what is not known of it is left out, unless it is that field. */
function withFields(main: Fact, fields: Readonly<Record<string, Fact | null>>): Fact {
  if (main.state === 'unknown') return main;
  const known: Record<string, SettingValue> = {};
  for (const [name, field] of Object.entries(fields)) if (field?.state === 'known') known[name] = field.value;
  return { ...main, value: known };
}
