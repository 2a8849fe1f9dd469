import { text } from '../../../l10n/index.ts';
import { isUnknownSetting, type Asset, type SettingValue } from '../../../model/index.ts';
import { nameSetting } from '../../../vocabulary/index.ts';
import { bad, good, open, type Link } from '../answers.ts';
import { bestChain, follow, named, type Chain } from '../chain.ts';
import { isReadInFull } from '../reading/defaults.ts';
import type { Graph } from '../reading/graph.ts';
import { fieldOf, isOn, listOf, shownName, textOf, textsOf } from '../reading/readings.ts';
import { deliveryLink, topicChain } from './topics.ts';

/** Events that somebody waits for. */
export interface Awaited {
  source: string;
  /** Detail types, of which one is enough. */
  types: readonly string[];
  /** The field of the detail that tells which asset an event is about, and the asset. */
  about?: { field: string; asset: Asset };
}

/** Whether a rule of EventBridge gets the events that somebody waits for; null where that cannot be told. */
export function getsEvents(rule: Asset, { source, types, about }: Awaited): boolean | null {
  const { eventPattern } = rule.settings;
  if (isUnknownSetting(rule, 'eventPattern')) return null;
  // A pattern without a source is about something else than one service.
  const own = fieldOf(eventPattern, 'source');
  const answers = [
    own === undefined ? false : matches(own, [source]),
    matches(fieldOf(eventPattern, 'detail-type'), types),
    about === undefined ? true : isAbout(rule, about.field, about.asset),
  ];
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

/** Whether a rule is enabled, on the bus where AWS puts its events: `enabled`, `bus`. */
export function enabledChain(rule: Asset): Chain {
  const state = textOf(rule.settings.state);
  const isOpen = isUnknownSetting(rule, 'state');
  const enabled = isOpen
    ? open(text('evidence.ruleStateUnknown', { rule: rule.name }))
    : state !== null && state.startsWith('DISABLED')
      ? bad(text('evidence.ruleDisabled', { rule: rule.name }))
      : good(text('evidence.ruleEnabled', { rule: rule.name }));
  return follow(named('enabled', rule, enabled), () => [named('bus', rule, busLink(rule))]);
}

function busLink(rule: Asset): Link {
  const bus = textOf(rule.settings.eventBusName);
  const about = { rule: rule.name, bus: bus ?? 'default' };
  if (isUnknownSetting(rule, 'eventBusName')) return open(text('evidence.ruleBusUnknown', about));
  return bus === null || /(?:^|\/)default$/.test(bus)
    ? good(text('evidence.ruleEnabled', { rule: rule.name }))
    : bad(text('evidence.ruleOnBus', about));
}

/** One target of a rule: what it hands its events to. */
export interface Target {
  /** What declares it: itself, or its rule. */
  at: Asset;
  /** As written; null where it is not known. */
  arn: string | null;
  /** The asset that receives, where it is declared or was read. */
  receiver: Asset | undefined;
}

/** Everything that a rule hands its events to; null where that is not known. */
export function ruleTargets(rule: Asset, graph: Graph): readonly Target[] | null {
  if (isUnknownSetting(rule, 'targets')) return null;
  const own = graph.linkedTo(rule, 'member-of', 'event-target').filter(({ count }) => count !== 0);
  const receivers = graph.linked(rule, 'notifies');
  const written = listOf(rule.settings.targets).map((target): Target => {
    const arn = textOf(fieldOf(target, 'arn'));
    return { at: rule, arn, receiver: receivers.find((each) => isNamed(each, arn)) };
  });
  const declared = own.map((target): Target => {
    const [receiver] = graph.linked(target, 'notifies');
    return { at: target, arn: textOf(target.settings.arn), receiver };
  });
  return [...written, ...declared];
}

function isNamed({ name, id }: Asset, arn: string | null): boolean {
  return arn !== null && (name === arn || id === arn);
}

/** Whether what a rule gets reaches somebody or something that acts: `enabled`, `target`, and the way from there. */
export function ruleChain(
  rule: Asset,
  graph: Graph,
  follows: (target: Target) => Chain = (target) => receiverChain(target, graph),
): Chain {
  const enabled = enabledChain(rule);
  const last = enabled.at(-1);
  if (last === undefined || last.outcome === 'fail') return enabled;
  const targets = ruleTargets(rule, graph);
  const [first, ...others] = (targets ?? []).map((target) => [
    named('target', target.at, good(text('evidence.ruleTarget', { rule: rule.name }))),
    ...follows(target),
  ]);
  if (first !== undefined) return [...enabled, ...bestChain([first, ...others])];
  const isUnread = targets === null || !isReadInFull(rule) || graph.wasRefused('ListTargetsByRule', rule);
  const link = isUnread
    ? open(text('evidence.ruleTargetsUnknown', { rule: rule.name }))
    : bad(text('evidence.ruleWithoutTarget', { rule: rule.name }));
  return [...enabled, named('target', rule, link)];
}

/** Whether an event reaches a topic that somebody reads, or a queue or a function that takes it. */
function receiverChain({ at, arn, receiver }: Target, graph: Graph): Chain {
  if (receiver?.kind === 'topic') return topicChain(receiver, 'events.amazonaws.com', graph);
  if (receiver?.kind === 'log-group')
    return [named('receiver', receiver, good(text('evidence.eventsLogged', { group: receiver.name })))];
  if (receiver !== undefined) return [deliveryLink(receiver, 'events.amazonaws.com')];
  const elsewhere = text('evidence.targetElsewhere', { target: arn ?? at.name });
  return [named('receiver', at, open(elsewhere))];
}

/** Whether a field of the detail lets the events of an asset through. */
function isAbout(rule: Asset, field: string, asset: Asset): boolean | null {
  const detail = fieldOf(rule.settings.eventPattern, 'detail');
  if (detail === null) return null;
  const answer = matches(fieldOf(detail, field), [asset.name, shownName(asset)]);
  if (answer !== false) return answer;
  return isUnknownSetting(asset, nameSetting(asset.declaredAs ?? asset.kind)) ? null : false;
}

/** Whether a field of a pattern, which may leave it out, takes one of some values; null where that cannot be told. */
function matches(field: SettingValue | undefined, values: readonly string[]): boolean | null {
  if (field === undefined) return true;
  if (field === null) return null;
  const answers = listOf(Array.isArray(field) ? field : [field]).map((matcher) =>
    values.map((value) => takes(matcher, value)),
  );
  if (answers.flat().includes(true)) return true;
  return answers.flat().includes(null) ? null : false;
}

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html */
function takes(matcher: SettingValue, value: string): boolean | null {
  if (textOf(matcher) !== null) return textOf(matcher) === value;
  const [prefix, suffix] = ['prefix', 'suffix'].map((name) => textOf(fieldOf(matcher, name)));
  if (prefix) return value.startsWith(prefix);
  if (suffix) return value.endsWith(suffix);
  const others = fieldOf(matcher, 'anything-but');
  if (textOf(others) !== null || Array.isArray(others))
    return !textsOf(Array.isArray(others) ? others : [others ?? null]).includes(value);
  return isOn(fieldOf(matcher, 'exists')) ? true : null;
}
