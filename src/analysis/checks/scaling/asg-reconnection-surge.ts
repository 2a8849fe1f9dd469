import { text } from '../../../l10n/index.ts';
import type { Asset, Fix } from '../../../model/index.ts';
import { linkOf, notApplicable } from '../answers.ts';
import { answerOfChain, nameLink, type Chain } from '../chain.ts';
import { controlMappings, scalingGuide, type Check } from '../check.ts';
import { numberOf, readSetting, textOf } from '../reading/readings.ts';
import { groupName, targetArn } from '../subjects/groups.ts';

/** Seconds (our choice): a new instance fills its pool of connections in half a minute. */
const MIN_WARMUP_SECONDS = 30;
const SUGGESTED_WARMUP_SECONDS = { warmup: 120, slowStart: 60 };
const SLOW_START = 'slow_start.duration_seconds';

/** Limits the requests, and so the connections, of new instances at first. */
export const asgReconnectionSurge: Check = {
  id: 'asg-reconnection-surge',
  title: text('check.asg-reconnection-surge.title'),
  why: text('check.asg-reconnection-surge.why'),
  level: 'should',
  appliesTo: ['auto-scaling-group'],
  evaluate(group, { graph }) {
    const targets = graph.linked(group, 'target-group').filter(isOfRequests);
    if (targets.length === 0) return notApplicable(text('evidence.noHttpTargets', { group: group.name }));
    return answerOfChain(surgeChain(group, targets), { fix: surgeFix(group, targets) });
  },
  care: text('check.asg-reconnection-surge.care'),
  helpUri: scalingGuide('ec2-auto-scaling-default-instance-warmup'),
  mappings: controlMappings({ wellArchitected: ['REL05-BP03', 'REL11-BP05'] }),
};

function surgeChain(group: Asset, targets: readonly Asset[]): Chain {
  const isLong = (value: Parameters<typeof numberOf>[0]): boolean =>
    (numberOf(value) ?? 0) >= MIN_WARMUP_SECONDS;
  return [
    nameLink('warm-up', group, linkOf(readSetting(group, 'defaultInstanceWarmup'), isLong)),
    ...targets.map((target) =>
      nameLink('slow-start', target, linkOf(readSetting(target, SLOW_START), isLong)),
    ),
  ];
}

/** True for HTTP targets: others have no slow start. */
function isOfRequests({ settings }: Asset): boolean {
  return /^https?$/i.test(textOf(settings.protocol) ?? 'HTTP') && textOf(settings.targetType) !== 'lambda';
}

function surgeFix(group: Asset, targets: readonly Asset[]): Fix {
  const set = (asset: Asset, setting: string, value: number): Fix['changes'][number] => ({
    kind: 'setting',
    assetId: asset.id,
    setting,
    value: setting === SLOW_START ? String(value) : value,
    mode: 'set',
  });
  return {
    title: text('fix.surge'),
    changes: [
      set(group, 'defaultInstanceWarmup', SUGGESTED_WARMUP_SECONDS.warmup),
      ...targets.map((target) => set(target, SLOW_START, SUGGESTED_WARMUP_SECONDS.slowStart)),
    ],
    command: [
      `aws autoscaling update-auto-scaling-group --auto-scaling-group-name ${groupName(group)} ` +
        `--default-instance-warmup ${SUGGESTED_WARMUP_SECONDS.warmup}`,
      ...targets.map(
        (target) =>
          `aws elbv2 modify-target-group-attributes --target-group-arn ${targetArn(target)} ` +
          `--attributes Key=${SLOW_START},Value=${SUGGESTED_WARMUP_SECONDS.slowStart}`,
      ),
    ].join(' && '),
  };
}
