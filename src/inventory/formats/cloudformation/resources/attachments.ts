import type { AssetKind } from '../../../../model/index.ts';
import type { Fact } from '../../../resources/draft.ts';
import { resourcesIn } from '../../../values/value.ts';
import { settingName } from './api-names.ts';
import { targetNames, type Link, type NamedDrafts } from './links.ts';
import { asStructure, propertyOf } from './properties.ts';
import { scopeFor, type Stack } from '../values/scope.ts';
import type { Resource } from '../templates/template.ts';

/** What a resource that is no asset itself says about assets. */
export interface Attachment {
  links: readonly Link[];
  settings: readonly { of: string; name: string; value: Fact }[];
}

type Attach = (resource: Resource, stack: Stack, byName: NamedDrafts) => Attachment;

const NONE: Attachment = { links: [], settings: [] };
const ATTACHMENTS: ReadonlyMap<string, Attach> = new Map([
  ['AWS::ElasticLoadBalancingV2::Listener', attachListener],
  ['AWS::ElasticLoadBalancingV2::ListenerRule', attachListenerRule],
  ['AWS::RDS::DBProxyTargetGroup', attachProxyTargets],
  ['AWS::AutoScaling::WarmPool', attachWarmPool],
]);

export function attachmentOf(resource: Resource, stack: Stack, byName: NamedDrafts): Attachment {
  return ATTACHMENTS.get(resource.type)?.(resource, stack, byName) ?? NONE;
}

/** A listener sends what its load balancer receives to its target groups. */
function attachListener(resource: Resource, stack: Stack): Attachment {
  const balancers = referred(resource, 'LoadBalancerArn', stack);
  return { links: balanced(referred(resource, 'DefaultActions', stack), balancers), settings: [] };
}

function attachListenerRule(resource: Resource, stack: Stack): Attachment {
  const balancers = referred(resource, 'ListenerArn', stack).flatMap((name) => {
    const listener = stack.template.resources.get(name.slice(stack.prefix.length));
    return listener === undefined ? [] : referred(listener, 'LoadBalancerArn', stack);
  });
  return { links: balanced(referred(resource, 'Actions', stack), balancers), settings: [] };
}

function balanced(groups: readonly string[], balancers: readonly string[]): Link[] {
  return groups.flatMap((from) => balancers.map((target): Link => ({ from, role: 'load-balancer', target })));
}

/** A proxy is about the databases of its target group. */
function attachProxyTargets(resource: Resource, stack: Stack, byName: NamedDrafts): Attachment {
  const proxies = named(resource, 'DBProxyName', ['db-proxy'], stack, byName);
  const databases = [
    ...named(resource, 'DBClusterIdentifiers', ['aurora-cluster'], stack, byName),
    ...named(resource, 'DBInstanceIdentifiers', ['db-instance'], stack, byName),
  ];
  const links = proxies.flatMap((from) =>
    databases.map((target): Link => ({ from, role: 'watches', target })),
  );
  const pool = structure(resource, 'ConnectionPoolConfigurationInfo', stack);
  const settings =
    pool === null ? [] : proxies.map((of) => ({ of, name: 'connectionPoolConfig', value: pool }));
  return { links, settings };
}

function attachWarmPool(resource: Resource, stack: Stack, byName: NamedDrafts): Attachment {
  const groups = named(resource, 'AutoScalingGroupName', ['auto-scaling-group'], stack, byName);
  const settings = ['MinSize', 'MaxGroupPreparedCapacity', 'PoolState'].flatMap((property) => {
    const value = structure(resource, property, stack);
    return value === null
      ? []
      : groups.map((of) => ({ of, name: `warmPool.${settingName(property)}`, value }));
  });
  return { links: [], settings };
}

function referred(resource: Resource, property: string, stack: Stack): readonly string[] {
  return resourcesIn(propertyOf(resource.properties, property, scopeFor(stack, resource.logicalId)));
}

function named(
  resource: Resource,
  property: string,
  kinds: readonly AssetKind[],
  stack: Stack,
  byName: NamedDrafts,
): readonly string[] {
  const resolved = propertyOf(resource.properties, property, scopeFor(stack, resource.logicalId));
  return targetNames(resolved, kinds, byName);
}

function structure(resource: Resource, property: string, stack: Stack): Fact | null {
  return asStructure(propertyOf(resource.properties, property, scopeFor(stack, resource.logicalId)));
}
