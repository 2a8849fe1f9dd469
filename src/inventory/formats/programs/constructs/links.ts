import type { Node } from 'web-tree-sitter';
import type { AssetKind, LinkRole } from '../../../../model/index.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import { argumentsOf, find, isSame, programOf, unwrap } from '../../../../syntax/programs/index.ts';
import { namesUsedIn, speaksOf, variableOf, type Construct } from './constructs.ts';
import { callsOn, methodCallsIn } from './method-calls.ts';

type Link = AssetDraft['links'][number];

/** A property that names other constructs, by the kind of the construct that has it. */
const BY_PROPERTY: readonly (readonly [of: AssetKind, property: string, role: LinkRole, to: AssetKind])[] = [
  ['db-instance', 'clusteridentifier', 'member-of', 'aurora-cluster'],
  ['db-instance', 'dbclusteridentifier', 'member-of', 'aurora-cluster'],
  ['db-instance', 'parametergroup', 'parameter-group', 'cluster-parameter-group'],
  ['aurora-cluster', 'globalclusteridentifier', 'member-of', 'global-cluster'],
  ['aurora-cluster', 'parametergroup', 'cluster-parameter-group', 'cluster-parameter-group'],
  ['aurora-cluster', 'dbclusterparametergroupname', 'cluster-parameter-group', 'cluster-parameter-group'],
  ['auto-scaling-group', 'launchtemplate', 'launch-template', 'launch-template'],
  ['auto-scaling-group', 'mixedinstancespolicy', 'launch-template', 'launch-template'],
  ['auto-scaling-group', 'targetgrouparns', 'target-group', 'target-group'],
  ['lifecycle-hook', 'autoscalinggroup', 'member-of', 'auto-scaling-group'],
  ['lifecycle-hook', 'autoscalinggroupname', 'member-of', 'auto-scaling-group'],
];
const WATCHED: ReadonlySet<AssetKind> = new Set<AssetKind>([
  ...(['aurora-cluster', 'db-instance', 'auto-scaling-group', 'target-group', 'load-balancer'] as const),
]);
const WATCHES: ReadonlySet<AssetKind> = new Set<AssetKind>(['alarm', 'log-group', 'event-subscription']);
/** What of an alarm, a log group or a subscription says what it is about. */
const ABOUT = ['metric', 'dimensions', 'metrics', 'loggroupname', 'sourceids'];

/** What the properties of a construct name; of one that has several target groups all, else the first. */
export function linksByProperty(
  { kind, properties }: Pick<Construct, 'kind' | 'properties'>,
  others: readonly Construct[],
): Link[] {
  return BY_PROPERTY.flatMap(([of, property, role, to]) => {
    const meant = of === kind ? constructsMeant(find(properties, property), to, others) : [];
    return (role === 'target-group' ? meant : meant.slice(0, 1)).map(({ name }) => ({ role, target: name }));
  });
}

/** By the variable that keeps a construct, or the construct itself is written there. */
function constructsMeant(
  expression: Node | null,
  kind: AssetKind,
  others: readonly Construct[],
): Construct[] {
  if (expression === null) return [];
  const whole = unwrap(expression);
  return others.filter(
    (each) => each.kind === kind && (isSame(each.call, whole) || speaksOf(expression, each)),
  );
}

/** How a construct belongs together with others; `databases` are what alarms and log groups can be about, too. */
export function linksOfService(
  construct: Construct,
  services: readonly Construct[],
  databases: readonly Construct[],
): Link[] {
  const { kind, name, properties, madeFrom } = construct;
  const to = (role: LinkRole, others: readonly Construct[]): Link[] =>
    others.map((other) => ({ role, target: other.name }));
  const links = linksByProperty(construct, services);
  if (kind === 'lifecycle-hook')
    links.push(...to('member-of', constructsMeant(madeFrom, 'auto-scaling-group', services)));
  if (kind === 'launch-template') links.push({ role: 'image', target: `${name}.image` });
  if (kind === 'auto-scaling-group') {
    const behind = services.filter((each) => isBehind(each, construct));
    const attached = callsOn(construct, 'attachtoapplicationtargetgroup').flatMap(({ call }) =>
      constructsMeant(argumentsOf(call)[0] ?? null, 'target-group', services),
    );
    links.push(...to('target-group', [...behind, ...attached]));
  }
  if (kind === 'target-group') links.push(...to('load-balancer', balancersOf(construct, services)));
  if (!WATCHES.has(kind)) return links;
  const about = ABOUT.map((property) => find(properties, property));
  const watched = [...databases, ...services].filter((each) => WATCHED.has(each.kind));
  for (const node of kind === 'alarm' ? [...about, madeFrom] : about)
    if (node !== null)
      links.push(
        ...to(
          'watches',
          watched.filter((each) => speaksOf(node, each)),
        ),
      );
  return links;
}

function isBehind({ kind, properties }: Construct, group: Construct): boolean {
  const targets = kind === 'target-group' ? find(properties, 'targets') : null;
  return targets !== null && speaksOf(targets, group);
}

/** Of a target group that a listener makes, or that it names. */
function balancersOf(construct: Construct, services: readonly Construct[]): Construct[] {
  const listeners = methodCallsIn(programOf(construct.call)).filter(({ method }) => method === 'addlistener');
  const balancers = (receiver: Node): Construct[] => constructsMeant(receiver, 'load-balancer', services);
  const { madeFrom } = construct;
  if (madeFrom === null)
    return listeners.flatMap(({ call, receiver }) => (speaksOf(call, construct) ? balancers(receiver) : []));
  const words = namesUsedIn(madeFrom);
  return balancers(listeners.find(({ call }) => words.has(variableOf(call) ?? ''))?.receiver ?? madeFrom);
}
