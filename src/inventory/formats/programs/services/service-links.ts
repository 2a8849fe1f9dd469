import type { Node } from 'web-tree-sitter';
import type { AssetKind, LinkRole } from '../../../../model/index.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import { namesUsedIn, speaksOf, variableOf, type Construct } from '../constructs/constructs.ts';
import type { MethodCall } from '../constructs/method-calls.ts';
import { argumentsOf } from '../tree/program.ts';
import type { Service } from './service.ts';
import { find } from '../constructs/properties.ts';

type Links = Map<string, AssetDraft['links'][number][]>;

/** A property that names other constructs, by the kind of the construct that has it. */
const BY_PROPERTY: readonly (readonly [of: AssetKind, property: string, role: LinkRole, to: AssetKind])[] = [
  ['auto-scaling-group', 'launchtemplate', 'launch-template', 'launch-template'],
  ['auto-scaling-group', 'mixedinstancespolicy', 'launch-template', 'launch-template'],
  ['auto-scaling-group', 'targetgrouparns', 'target-group', 'target-group'],
  ['lifecycle-hook', 'autoscalinggroup', 'member-of', 'auto-scaling-group'],
  ['lifecycle-hook', 'autoscalinggroupname', 'member-of', 'auto-scaling-group'],
];
const WATCHED: ReadonlySet<AssetKind> = new Set([
  ...(['aurora-cluster', 'db-instance', 'auto-scaling-group', 'target-group', 'load-balancer'] as const),
]);
/** What of an alarm, a log group or a subscription says what it is about. */
const ABOUT = ['metric', 'dimensions', 'metrics', 'loggroupname', 'sourceids'];

/** How the constructs of a program belong together, by the name of the one that the link is of. */
export function linksOfServices(
  services: readonly Service[],
  calls: readonly MethodCall[],
  databases: readonly Construct[],
): Links {
  const links: Links = new Map();
  const add = (from: Construct, role: LinkRole, to: Construct): void => {
    links.set(from.name, [...(links.get(from.name) ?? []), { role, target: to.name }]);
  };
  const constructs = services.map(({ construct }) => construct);
  const meant = (node: Node | null, kind: AssetKind): Construct[] =>
    node === null ? [] : constructs.filter((each) => each.kind === kind && speaksOf(node, each));
  const listeners = listenersIn(calls, meant);

  for (const { construct, madeBy } of services) {
    for (const [of, property, role, to] of BY_PROPERTY) {
      if (construct.kind !== of) continue;
      for (const other of meant(find(construct.properties, property), to)) add(construct, role, other);
    }
    if (construct.kind === 'lifecycle-hook')
      for (const group of meant(madeBy?.receiver ?? null, 'auto-scaling-group'))
        add(construct, 'member-of', group);
    if (construct.kind === 'launch-template') {
      const image = { role: 'image', target: `${construct.name}.image` } as const;
      links.set(construct.name, [...(links.get(construct.name) ?? []), image]);
    }
    if (construct.kind === 'target-group') {
      for (const group of meant(find(construct.properties, 'targets'), 'auto-scaling-group'))
        add(group, 'target-group', construct);
      for (const balancer of balancersOf(construct, madeBy, listeners, meant))
        add(construct, 'load-balancer', balancer);
    }
    const about = ABOUT.map((name) => find(construct.properties, name)).filter((node) => node !== null);
    if (/^(?:alarm|log-group|event-subscription)$/.test(construct.kind)) {
      for (const node of [...about, ...(construct.kind === 'alarm' && madeBy ? [madeBy.receiver] : [])])
        for (const subject of [...databases, ...constructs])
          if (WATCHED.has(subject.kind) && speaksOf(node, subject)) add(construct, 'watches', subject);
    }
  }
  for (const { method, call, receiver } of calls) {
    if (method !== 'attachtoapplicationtargetgroup') continue;
    const [target] = argumentsOf(call);
    for (const group of meant(receiver, 'auto-scaling-group'))
      for (const other of meant(target ?? null, 'target-group')) add(group, 'target-group', other);
  }
  return links;
}

/** A listener, and the load balancer that it is of. */
interface Listener {
  call: Node;
  variable: string | null;
  balancers: readonly Construct[];
}

type Meant = (node: Node | null, kind: AssetKind) => Construct[];

function listenersIn(calls: readonly MethodCall[], meant: Meant): Listener[] {
  return calls
    .filter(({ method }) => method === 'addlistener')
    .map(({ call, receiver }) => ({
      call,
      variable: variableOf(call),
      balancers: meant(receiver, 'load-balancer'),
    }));
}

/** Of a target group that a listener makes, or that it names. */
function balancersOf(
  construct: Construct,
  madeBy: MethodCall | null,
  listeners: readonly Listener[],
  meant: Meant,
): readonly Construct[] {
  if (madeBy !== null) {
    const words = namesUsedIn(madeBy.receiver);
    const own = listeners.find(({ variable }) => variable !== null && words.has(variable));
    return own?.balancers ?? meant(madeBy.receiver, 'load-balancer');
  }
  return listeners.flatMap(({ call, balancers }) => (speaksOf(call, construct) ? balancers : []));
}
