import { text } from '../../../l10n/index.ts';
import { isUnknownSetting, type Asset } from '../../../model/index.ts';
import { failingLink, passingLink, linkOf, unknownLink, type CheckLink } from '../answers.ts';
import { bestChain, follow, nameLink, type Chain } from '../chain.ts';
import type { Graph } from '../reading/graph.ts';
import { isOn, listOf, readSetting, displayName, textOf } from '../reading/readings.ts';
import { deliveryLink, topicChain } from './topics.ts';

const PUBLISHER = 'cloudwatch.amazonaws.com';
/** Alarms call functions as a principal of their own (CloudWatch User Guide, alarms-and-actions-Lambda). */
const CALLER = 'lambda.alarms.cloudwatch.amazonaws.com';

/**
 * Chain from an alarm to a person or an action: `enabled`, `action`, and the links from there. A composite alarm on it
 * counts instead.
 */
export function actionChain(alarm: Asset, graph: Graph): Chain {
  const own = ownActions(alarm, graph);
  const composites = graph.linkedTo(alarm, 'watches', 'composite-alarm').filter(({ count }) => count !== 0);
  const others = composites.map((composite) => throughComposite(alarm, composite, graph));
  return bestChain([own, ...others]);
}

function ownActions(alarm: Asset, graph: Graph): Chain {
  const enabled = linkOf(readSetting(alarm, 'actionsEnabled'), isOn);
  return follow(nameLink('enabled', alarm, enabled), () => actionsOf(alarm, graph));
}

function actionsOf(alarm: Asset, graph: Graph): Chain {
  const receivers = graph.linked(alarm, 'notifies');
  const chains = receivers.map((receiver) => [
    nameLink(
      'action',
      alarm,
      passingLink(text('evidence.alarmTells', { alarm: alarm.name, receiver: displayName(receiver) })),
    ),
    ...receiverChain(receiver, graph),
  ]);
  const written = listOf(alarm.settings.alarmActions).map(textOf);
  const followed = new Set(receivers.flatMap(({ id, name }) => [id, name]));
  const others = written
    .filter((action) => action === null || !followed.has(action))
    .map((action) => [nameLink('action', alarm, otherAction(alarm, action, graph))]);
  const [first, ...rest] = [...chains, ...others];
  if (first !== undefined) return bestChain([first, ...rest]);
  const link = isUnknownSetting(alarm, 'alarmActions')
    ? unknownLink(readSetting(alarm, 'alarmActions').evidence)
    : failingLink(text('evidence.alarmWithoutAction', { alarm: alarm.name }));
  return [nameLink('action', alarm, link)];
}

function receiverChain(receiver: Asset, graph: Graph): Chain {
  return receiver.kind === 'topic'
    ? topicChain(receiver, PUBLISHER, graph)
    : [deliveryLink(receiver, CALLER)];
}

/** Link for other actions. An undeclared topic may have subscribers; all others, such as scaling, act by themselves. */
function otherAction(alarm: Asset, action: string | null, graph: Graph): CheckLink {
  const about = { alarm: alarm.name, receiver: action ?? '?' };
  // In a program the action is written as code, not as an ARN.
  const isCode = alarm.source === 'cdk' && action?.startsWith('arn:') !== true;
  if (action === null || isCode || /^arn:[\w-]+:sns:|^(?:data|module|var|local)\./.test(action))
    return unknownLink(text('evidence.topicElsewhere', about));
  const isAction = /^arn:[\w-]+:\w/.test(action) || graph.assets.every(({ name }) => name !== action);
  return isAction
    ? passingLink(text('evidence.alarmActs', about))
    : unknownLink(text('evidence.topicElsewhere', about));
}

/** Chain through a composite alarm; unknown if its rule has more than `OR`, so that it rings only together with others. */
function throughComposite(alarm: Asset, composite: Asset, graph: Graph): Chain {
  const rule = textOf(composite.settings.alarmRule) ?? '';
  const about = { alarm: alarm.name, composite: composite.name };
  const isAlone = rule !== '' && !/\b(?:AND|NOT|AT_LEAST)\b|\bOK\s*\(|INSUFFICIENT_DATA/i.test(rule);
  const link = isAlone
    ? passingLink(text('evidence.alarmInComposite', about))
    : unknownLink(text('evidence.compositeRule', about));
  return [nameLink('composite', composite, link), ...ownActions(composite, graph)];
}
