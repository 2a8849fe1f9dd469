import { text } from '../../l10n/index.ts';
import { compareText, type Asset, type ProductId } from '../../model/index.ts';
import type { CheckContext } from '../checks/check.ts';
import { groupName, targetArn, templateOf } from '../checks/subjects/groups.ts';
import { logShipping } from '../checks/hosts/lt-log-shipping.ts';
import { displayName } from '../checks/reading/readings.ts';
import { instancesToKeep } from './brake.ts';
import { clusterEvidence, unknownClusterEvidence } from './database-evidence.ts';
import {
  evidenceUntil,
  RETENTION_DAYS,
  EVIDENCE_LIFETIMES,
  evidenceForDays,
  oldestOf,
  type Evidence,
} from './evidence-lifetime.ts';

/**
 * Evidence of an incident of some groups and clusters, the shortest-lived first.
 * @param now ISO 8601
 * @param product of an unknown database
 */
export function evidenceOf(
  groups: readonly Asset[],
  clusters: readonly Asset[],
  context: CheckContext,
  now: string,
  product: ProductId,
): Evidence[] {
  const clock = Date.parse(now);
  const all = [
    ...groups.flatMap((group) => groupEvidence(group, context, clock)),
    ...clusters.flatMap((cluster) => clusterEvidence(cluster, context, clock)),
    ...(clusters.length === 0 ? unknownClusterEvidence(product, clock) : []),
    evidenceForDays(text('incident.evidence.metrics'), RETENTION_DAYS.metrics, clock),
    evidenceForDays(text('incident.evidence.trail'), RETENTION_DAYS.trail, clock, [
      `aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventSource,AttributeValue=rds.amazonaws.com`,
      `aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventSource,AttributeValue=autoscaling.amazonaws.com`,
    ]),
  ];
  return all.sort((a, b) => orderOf(a) - orderOf(b) || compareText(a.expires ?? '', b.expires ?? ''));
}

/** Rank of evidence by lifetime; `days` and `about-days` share a rank and are ordered by date. */
function orderOf({ lasts }: Evidence): number {
  return EVIDENCE_LIFETIMES.indexOf(lasts === 'about-days' ? 'days' : lasts);
}

function groupEvidence(group: Asset, context: CheckContext, clock: number): Evidence[] {
  const name = groupName(group);
  const shown = displayName(group);
  const template = templateOf(group, context.graph);
  const isShipped = template !== undefined && logShipping(template, context).outcome === 'pass';
  const [instance = 'INSTANCE_ID'] = instancesToKeep(group);
  const targets = context.graph.linked(group, 'target-group').map(targetArn);
  const activities = {
    ...evidenceForDays(
      text('incident.evidence.activities', { group: shown }),
      RETENTION_DAYS.activities,
      clock,
      [`aws autoscaling describe-scaling-activities --auto-scaling-group-name ${name} --max-items 1000`],
      oldestOf(group.settings.scalingActivities, 'startTime', RETENTION_DAYS.activities),
    ),
    lasts: 'about-days',
  } as const;
  return [
    isShipped
      ? evidenceUntil('kept', text('incident.evidence.shipped', { group: shown }))
      : evidenceUntil('instance', text('incident.evidence.replaced', { group: shown }), [
          `aws ec2 get-console-output --instance-id ${instance} --latest --output text`,
        ]),
    ...(targets.length === 0
      ? []
      : [
          evidenceUntil(
            'moment',
            text('incident.evidence.targetHealth', { group: shown }),
            [...new Set(targets)].map((arn) => `aws elbv2 describe-target-health --target-group-arn ${arn}`),
          ),
        ]),
    activities,
  ];
}
