import type { AssetKind, LinkRole } from '../../../../model/index.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import {
  argumentsOf,
  propertyValue,
  isSameNode,
  namesUsedIn,
  programOf,
  unwrap,
  variableOf,
  type Node,
} from '../../../../syntax/programs/index.ts';
import { referenceProperties, WATCHED_KINDS } from '../../../../vocabulary/index.ts';
import { refersTo, type Construct } from './constructs.ts';
import { methodCallsOn, methodCallsIn } from './method-calls.ts';

type Link = AssetDraft['links'][number];

/** Link roles of which a construct can have several. */
const REPEATABLE_ROLES: ReadonlySet<LinkRole> = new Set<LinkRole>(['target-group', 'watches']);

/** Links in the properties of a construct: all target groups and all watched resources, of other roles the first. */
export function linksByProperty(
  { kind, properties }: Pick<Construct, 'kind' | 'properties'>,
  others: readonly Construct[],
): Link[] {
  return referenceProperties(kind).flatMap(({ property, role, to }) => {
    const referenced = referencedConstructs(propertyValue(properties, property), to, others);
    return (REPEATABLE_ROLES.has(role) ? referenced : referenced.slice(0, 1)).map(({ name }) => ({
      role,
      target: name,
    }));
  });
}

/** Constructs that an expression refers to, by variable or written in place. */
function referencedConstructs(
  expression: Node | null,
  kinds: readonly AssetKind[],
  others: readonly Construct[],
): Construct[] {
  if (expression === null) return [];
  const whole = unwrap(expression);
  return others.filter(
    (each) => kinds.includes(each.kind) && (isSameNode(each.call, whole) || refersTo(expression, each)),
  );
}

/** Links of a construct to others; `databases` are possible subjects of alarms and log groups. */
export function linksOfService(
  construct: Construct,
  services: readonly Construct[],
  databases: readonly Construct[],
): Link[] {
  const { kind, name, createdFrom } = construct;
  const all = [...databases, ...services];
  const linksTo = (role: LinkRole, others: readonly Construct[]): Link[] =>
    others.map((other) => ({ role, target: other.name }));
  const links = linksByProperty(construct, all);
  if (kind === 'lifecycle-hook')
    links.push(...linksTo('member-of', referencedConstructs(createdFrom, ['auto-scaling-group'], services)));
  if (kind === 'launch-template') links.push({ role: 'image', target: `${name}.image` });
  if (kind === 'auto-scaling-group') {
    const behind = services.filter((each) => isBehindBalancer(each, construct));
    const attached = methodCallsOn(construct, 'attachtoapplicationtargetgroup').flatMap(({ call }) =>
      referencedConstructs(argumentsOf(call)[0] ?? null, ['target-group'], services),
    );
    links.push(...linksTo('target-group', [...behind, ...attached]));
  }
  if (kind === 'target-group') links.push(...linksTo('load-balancer', balancersOf(construct, services)));
  if (kind === 'alarm') {
    const actions = methodCallsOn(construct, 'addalarmaction').flatMap(({ call }) =>
      referencedConstructs(call, ['topic'], services),
    );
    links.push(...linksTo('notifies', actions));
  }
  if (kind === 'alarm')
    links.push(...linksTo('watches', referencedConstructs(createdFrom, WATCHED_KINDS, all)));
  return links;
}

function isBehindBalancer({ kind, properties }: Construct, group: Construct): boolean {
  const targets = kind === 'target-group' ? propertyValue(properties, 'targets') : null;
  return targets !== null && refersTo(targets, group);
}

/** Load balancers of a target group, through the listener that creates or names it. */
function balancersOf(construct: Construct, services: readonly Construct[]): Construct[] {
  const listeners = methodCallsIn(programOf(construct.call)).filter(({ method }) => method === 'addlistener');
  const balancers = (receiver: Node): Construct[] =>
    referencedConstructs(receiver, ['load-balancer'], services);
  const { createdFrom } = construct;
  if (createdFrom === null)
    return listeners.flatMap(({ call, receiver }) => (refersTo(call, construct) ? balancers(receiver) : []));
  const words = namesUsedIn(createdFrom);
  return balancers(listeners.find(({ call }) => words.has(variableOf(call) ?? ''))?.receiver ?? createdFrom);
}
