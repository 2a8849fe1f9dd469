import { text } from '../../../l10n/index.ts';
import type { Asset, Text } from '../../../model/index.ts';
import { unknownLink, type CheckLink } from '../answers.ts';
import { answerOfChain } from '../chain.ts';
import { hookChain } from '../scaling/asg-termination-hook.ts';
import type { CheckContext } from '../check.ts';
import { suspendedReplacement, templateOf } from '../subjects/groups.ts';
import { shippingLinks } from '../hosts/lt-log-shipping.ts';
import { listOf, readSetting, textOf } from '../reading/readings.ts';

/** Triggers that make a group replace an instance (EC2 Auto Scaling User Guide, health-checks-overview). */
export const TRIGGERS = ['ec2', 'ebs', 'elb', 'vpc-lattice', 'application', 'custom'] as const;
export type TriggerId = (typeof TRIGGERS)[number];

/** Type of health check, with its state in a group. */
export interface ReplacementTrigger {
  id: TriggerId;
  state: 'acts' | 'rests' | 'unknown';
  evidence: Text;
}

/** Ways to keep an instance's logs after it is gone. One is enough. */
export const LOG_SAFEGUARDS = ['agent', 'hook', 'shipper'] as const;
export type LogSafeguardId = (typeof LOG_SAFEGUARDS)[number];

export interface LogSafeguard {
  id: LogSafeguardId;
  isPresent: CheckLink;
}

/** Health check types that act on a group, and those that could. */
export function replacementTriggers(group: Asset): ReplacementTrigger[] {
  const suspended = suspendedReplacement(group);
  if (suspended.length > 0) {
    const evidence = text('trigger.suspended', { names: suspended });
    return TRIGGERS.map((id) => ({ id, state: 'rests', evidence }));
  }
  const types = readSetting(group, 'healthCheckType');
  const named =
    types.state === 'known' ? (textOf(types.value) ?? '').split(',').map((name) => name.trim()) : null;
  const byType = (id: TriggerId, name: string): ReplacementTrigger => {
    const known = named?.includes(name) === true ? 'acts' : 'rests';
    return { id, state: named === null ? 'unknown' : known, evidence: types.evidence };
  };
  return [
    { id: 'ec2', state: 'acts', evidence: text('trigger.always') },
    byType('ebs', 'EBS'),
    byType('elb', 'ELB'),
    byType('vpc-lattice', 'VPC_LATTICE'),
    applicationTrigger(group),
    { id: 'custom', state: 'unknown', evidence: text('trigger.onCall') },
  ];
}

/** Trigger of application checks. No setting of the group shows it: only the account knows these checks of EC2. */
function applicationTrigger({ settings }: Asset): ReplacementTrigger {
  const checks = settings.applicationStatusChecks;
  if (checks === undefined)
    return { id: 'application', state: 'unknown', evidence: text('evidence.liveOnly') };
  return listOf(checks).length === 0
    ? { id: 'application', state: 'rests', evidence: text('evidence.noStatusChecks') }
    : { id: 'application', state: 'acts', evidence: text('evidence.statusChecks') };
}

/** Three ways to save the logs of a group's instances, each with its state. */
export function logSafeguards(group: Asset, context: CheckContext): LogSafeguard[] {
  const template = templateOf(group, context.graph);
  const unclear = unknownLink(text('evidence.imageUnknown', { template: group.name }));
  const ways =
    template === undefined ? { agent: unclear, shipper: unclear } : shippingLinks(template, context);
  const { answer, evidence } = answerOfChain(hookChain(group, context));
  return [
    { id: 'agent', isPresent: ways.agent },
    { id: 'hook', isPresent: { outcome: answer === 'not-applicable' ? 'unknown' : answer, evidence } },
    { id: 'shipper', isPresent: ways.shipper },
  ];
}
