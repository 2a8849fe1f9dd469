import { text } from '../../../l10n/index.ts';
import { isUnknownSetting, type Asset, type SettingValue } from '../../../model/index.ts';
import { nameSetting } from '../../../vocabulary/index.ts';
import { failingLink, passingLink, unknownLink, type CheckLink } from '../answers.ts';
import { bestChain, follow, nameLink, type Chain } from '../chain.ts';
import { isReadInFull } from '../reading/defaults.ts';
import type { Graph } from '../reading/graph.ts';
import { fieldOf, isOn, listOf, displayName, textOf, textsOf } from '../reading/readings.ts';
import { deliveryLink, topicChain } from './topics.ts';

/** Events that a chain needs. */
export interface AwaitedEvents {
  source: string;
  /** Detail types, one of which is enough. */
  types: readonly string[];
  /** Asset that the events are about, with the detail field that names it. */
  about?: { field: string; asset: Asset };
}

/** True if a rule of EventBridge matches the awaited events; null if unknown. */
export function getsEvents(rule: Asset, { source, types, about }: AwaitedEvents): boolean | null {
  const { eventPattern } = rule.settings;
  if (isUnknownSetting(rule, 'eventPattern')) return null;
  // A pattern without a source is not about one service.
  const own = fieldOf(eventPattern, 'source');
  const answers = [
    own === undefined ? false : matches(own, [source]),
    matches(fieldOf(eventPattern, 'detail-type'), types),
    about === undefined ? true : isAbout(rule, about.field, about.asset),
  ];
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

/** Chain of an enabled rule on the bus that AWS sends its events to: `enabled`, `bus`. */
export function enabledChain(rule: Asset): Chain {
  const state = textOf(rule.settings.state);
  const known =
    state?.startsWith('DISABLED') === true
      ? failingLink(text('evidence.ruleDisabled', { rule: rule.name }))
      : passingLink(text('evidence.ruleEnabled', { rule: rule.name }));
  const enabled = isUnknownSetting(rule, 'state')
    ? unknownLink(text('evidence.ruleStateUnknown', { rule: rule.name }))
    : known;
  return follow(nameLink('enabled', rule, enabled), () => [nameLink('bus', rule, busLink(rule))]);
}

function busLink(rule: Asset): CheckLink {
  const bus = textOf(rule.settings.eventBusName);
  const about = { rule: rule.name, bus: bus ?? 'default' };
  if (isUnknownSetting(rule, 'eventBusName')) return unknownLink(text('evidence.ruleBusUnknown', about));
  return bus === null || /(?:^|\/)default$/.test(bus)
    ? passingLink(text('evidence.ruleEnabled', { rule: rule.name }))
    : failingLink(text('evidence.ruleOnBus', about));
}

/** Target of a rule, which receives its events. */
export interface RuleTarget {
  /** Asset that declares it: itself, or its rule. */
  at: Asset;
  /** ARN as written; null if unknown. */
  arn: string | null;
  /** Receiving asset, if declared or read. */
  receiver: Asset | undefined;
}

/** Targets of a rule; null if unknown. */
export function ruleTargets(rule: Asset, graph: Graph): readonly RuleTarget[] | null {
  if (isUnknownSetting(rule, 'targets')) return null;
  const own = graph.linkedTo(rule, 'member-of', 'event-target').filter(({ count }) => count !== 0);
  const receivers = graph.linked(rule, 'notifies');
  const written = listOf(rule.settings.targets).map((target): RuleTarget => {
    const arn = textOf(fieldOf(target, 'arn'));
    return { at: rule, arn, receiver: receivers.find((each) => isNamed(each, arn)) };
  });
  const declared = own.map((target): RuleTarget => {
    const [receiver] = graph.linked(target, 'notifies');
    return { at: target, arn: textOf(target.settings.arn), receiver };
  });
  return [...written, ...declared];
}

function isNamed({ name, id }: Asset, arn: string | null): boolean {
  return arn !== null && (name === arn || id === arn);
}

/** Chain from a rule to a person or an action: `enabled`, `target`, and the links from there. */
export function ruleChain(
  rule: Asset,
  graph: Graph,
  follows: (target: RuleTarget) => Chain = (target) => receiverChain(target, graph),
): Chain {
  const enabled = enabledChain(rule);
  const last = enabled.at(-1);
  if (last === undefined || last.outcome === 'fail') return enabled;
  const targets = ruleTargets(rule, graph);
  const [first, ...others] = (targets ?? []).map((target) => [
    nameLink('target', target.at, passingLink(text('evidence.ruleTarget', { rule: rule.name }))),
    ...follows(target),
  ]);
  if (first !== undefined) return [...enabled, ...bestChain([first, ...others])];
  const isUnread = targets === null || !isReadInFull(rule) || graph.wasRefused('ListTargetsByRule', rule);
  const link = isUnread
    ? unknownLink(text('evidence.ruleTargetsUnknown', { rule: rule.name }))
    : failingLink(text('evidence.ruleWithoutTarget', { rule: rule.name }));
  return [...enabled, nameLink('target', rule, link)];
}

/** Chain of an event's receiver: a topic with a subscriber, or a queue or a function that accepts it. */
function receiverChain({ at, arn, receiver }: RuleTarget, graph: Graph): Chain {
  if (receiver?.kind === 'topic') return topicChain(receiver, 'events.amazonaws.com', graph);
  if (receiver?.kind === 'log-group')
    return [
      nameLink('receiver', receiver, passingLink(text('evidence.eventsLogged', { group: receiver.name }))),
    ];
  if (receiver !== undefined) return [deliveryLink(receiver, 'events.amazonaws.com')];
  const elsewhere = text('evidence.targetElsewhere', { target: arn ?? at.name });
  return [nameLink('receiver', at, unknownLink(elsewhere))];
}

/** True if a detail field of the rule matches the events of an asset. */
function isAbout(rule: Asset, field: string, asset: Asset): boolean | null {
  const detail = fieldOf(rule.settings.eventPattern, 'detail');
  if (detail === null) return null;
  const answer = matches(fieldOf(detail, field), [asset.name, displayName(asset)]);
  if (answer !== false) return answer;
  return isUnknownSetting(asset, nameSetting(asset.declaredAs ?? asset.kind)) ? null : false;
}

/** True if an optional field of a pattern accepts one of some values; null if unknown. */
function matches(field: SettingValue | undefined, values: readonly string[]): boolean | null {
  if (field === undefined) return true;
  if (field === null) return null;
  const answers = listOf(Array.isArray(field) ? field : [field]).map((matcher) =>
    values.map((value) => matchesValue(matcher, value)),
  );
  if (answers.flat().includes(true)) return true;
  return answers.flat().includes(null) ? null : false;
}

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html */
function matchesValue(matcher: SettingValue, value: string): boolean | null {
  if (textOf(matcher) !== null) return textOf(matcher) === value;
  const [prefix, suffix] = ['prefix', 'suffix'].map((name) => textOf(fieldOf(matcher, name)));
  if (prefix) return value.startsWith(prefix);
  if (suffix) return value.endsWith(suffix);
  const others = fieldOf(matcher, 'anything-but');
  if (textOf(others) !== null || Array.isArray(others))
    return !textsOf(Array.isArray(others) ? others : [others ?? null]).includes(value);
  return isOn(fieldOf(matcher, 'exists')) ? true : null;
}
