import { text } from '../../../l10n/index.ts';
import { isUnknownSetting, type Asset } from '../../../model/index.ts';
import { failingLink, passingLink, unknownLink } from '../answers.ts';
import { bestChain, decisiveLink, follow, nameLink, type Chain } from '../chain.ts';
import type { Graph } from '../reading/graph.ts';
import { isWritten, textOf } from '../reading/readings.ts';
import { roleChain, type ActingService } from './roles.ts';
import type { RuleTarget } from './rules.ts';
import { deliveryLink, subscriberChain, topicChain } from './topics.ts';

// Programs that act while a lifecycle hook holds an instance, and then release it.
// https://docs.aws.amazon.com/autoscaling/ec2/userguide/lifecycle-hooks.html

const COMPLETING_SERVICE: ActingService = {
  service: 'lambda.amazonaws.com',
  actions: ['autoscaling:CompleteLifecycleAction'],
  managed: /(?:AdministratorAccess|PowerUserAccess|AutoScalingFullAccess|AmazonEC2FullAccess)$/,
};

/**
 * Chain of a lifecycle hook's consumer, which has to save something and complete the action.
 * @param service principal that delivers the message; null if a role does
 */
export function consumerChain(
  { at, arn, receiver }: RuleTarget,
  graph: Graph,
  service: string | null,
): Chain {
  const delivered = (receiving: Asset): Chain => (service === null ? [] : [deliveryLink(receiving, service)]);
  switch (receiver?.kind) {
    case 'function':
      return afterChain(delivered(receiver), () => completingChain(receiver, graph));
    case 'topic':
      return afterChain(
        service === null ? subscriberChain(receiver, graph) : topicChain(receiver, service, graph),
        () => topicConsumers(receiver, graph),
      );
    case 'queue':
      return afterChain(delivered(receiver), () => queueConsumers(receiver, graph));
    default:
      return automationChain({ at, arn, receiver }, graph);
  }
}

/** Chain of an automation, which uses the role that the rule starts it with; for other targets only the start is shown. */
function automationChain({ at, arn, receiver }: RuleTarget, graph: Graph): Chain {
  const consumer = receiver?.name ?? arn ?? at.name;
  const elsewhere = nameLink(
    'consumer',
    receiver ?? at,
    unknownLink(text('evidence.consumerElsewhere', { consumer })),
  );
  const [role] = graph.linked(at, 'role');
  if (role === undefined) return [elsewhere];
  const chain = roleChain(role, { ...COMPLETING_SERVICE, service: 'events.amazonaws.com' }, graph);
  return decisiveLink(chain) === undefined ? chain : [elsewhere];
}

function afterChain(chain: Chain, next: () => Chain): Chain {
  return chain.some(({ outcome }) => outcome === 'fail') ? chain : [...chain, ...next()];
}

/** Chain of a hook's topic: a function or a queue behind it has to act; for other receivers, and people, it is unknown. */
function topicConsumers(topic: Asset, graph: Graph): Chain {
  const receivers = graph
    .linkedTo(topic, 'member-of', 'topic-subscription')
    .flatMap((subscription) => graph.linked(subscription, 'notifies'))
    .concat(graph.linked(topic, 'notifies'));
  const chains = receivers.map((receiver) => receiverConsumers(receiver, graph));
  const [first, ...others] = chains;
  if (first !== undefined) return bestChain([first, ...others]);
  return [nameLink('consumer', topic, unknownLink(text('evidence.consumerPeople', { topic: topic.name })))];
}

function receiverConsumers(receiver: Asset, graph: Graph): Chain {
  if (receiver.kind === 'function') return completingChain(receiver, graph);
  if (receiver.kind === 'queue') return queueConsumers(receiver, graph);
  const elsewhere = text('evidence.consumerElsewhere', { consumer: receiver.name });
  return [nameLink('consumer', receiver, unknownLink(elsewhere))];
}

function queueConsumers(queue: Asset, graph: Graph): Chain {
  const [first, ...others] = graph
    .linked(queue, 'notifies')
    .map((receiver) => completingChain(receiver, graph));
  return first === undefined
    ? [nameLink('consumer', queue, unknownLink(text('evidence.queueUnread', { queue: queue.name })))]
    : bestChain([first, ...others]);
}

/** Chain of a function that completes the action: its role, the trust, the permission. */
function completingChain(acting: Asset, graph: Graph): Chain {
  return follow(
    nameLink(
      'consumer',
      acting,
      passingLink(text('evidence.receiverTakes', { receiver: acting.name, service: 'Auto Scaling' })),
    ),
    () => actingRoleChain(acting, 'role', COMPLETING_SERVICE, graph),
  );
}

/** Chain of the role that a function or automation uses, up to its permission. */
export function actingRoleChain(acting: Asset, setting: string, as: ActingService, graph: Graph): Chain {
  const [role] = graph.linked(acting, 'role');
  if (role !== undefined) return roleChain(role, as, graph);
  const written = textOf(acting.settings[setting]);
  if (isWritten(acting, setting) === false)
    return [nameLink('role', acting, failingLink(text('evidence.roleMissing', { asset: acting.name })))];
  const isOpen = isUnknownSetting(acting, setting) || written === null;
  const about = { asset: acting.name, role: isOpen ? '?' : written };
  return [nameLink('role', acting, unknownLink(text('evidence.roleElsewhere', about)))];
}
