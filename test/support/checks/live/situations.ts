import type { AccountScanOptions } from '../../../../src/inventory/index.ts';
import { json, xmlError, type Rule } from '../../accounts/aws-proxy.ts';
import type { Config } from '../../accounts/fleet.ts';
import { OTHER_REGION, createOtherRegion } from './other-region.ts';
import { FAILING_REGION, createFailingRegion } from './failing-region.ts';
import { createInstances } from './instances.ts';
import { RECORDED } from './recorded.ts';
import { createHealthyRegion, HEALTHY_REGION } from './healthy-region.ts';
import { withElements } from './added-elements.ts';

/** A Region for a scan, with answers in place of moto's. */
export interface Situation {
  options: AccountScanOptions;
  rules: readonly Rule[];
}

const [HOME, ELSEWHERE, FAR, OF_RDS] = ['eu-west-1', 'eu-central-1', 'us-east-1', 'eu-north-1'] as const;
/** Calls that list the resources; without them there are no assets. */
const RESOURCES: ReadonlySet<string> = new Set([
  'sts:AssumeRole',
  'sts:GetCallerIdentity',
  'rds:DescribeDBClusters',
  'rds:DescribeDBInstances',
  'autoscaling:DescribeAutoScalingGroups',
  'elasticloadbalancing:DescribeTargetGroups',
  'elasticloadbalancing:DescribeLoadBalancers',
]);
/** Services with a JSON protocol. */
const IN_JSON = /^(?:logs|events|cloudtrail|ssm):/;

function refusing(isRefused: (action: string) => boolean): Rule {
  return ({ action }) => {
    if (!isRefused(action)) return null;
    return IN_JSON.test(action)
      ? json({ __type: 'AccessDeniedException', message: 'no' }, 400)
      : xmlError('AccessDenied', 403);
  };
}

const at = (region: string): AccountScanOptions => ({
  profiles: ['one'],
  regions: [region],
  tier: 'evidence',
});

export const SITUATIONS = {
  sound: { options: at(HOME), rules: HEALTHY_REGION },
  broken: { options: at(ELSEWHERE), rules: FAILING_REGION },
  beside: { options: at(FAR), rules: OTHER_REGION },
  rds: { options: at(OF_RDS), rules: [] },
  /** The scan may list resources, and every other call is refused. */
  refused: { options: at(HOME), rules: [refusing((action) => !RESOURCES.has(action)), ...HEALTHY_REGION] },
  /** Parts are unreadable, too. A hook without a target could serve a rule or a script, which cannot be read. */
  blind: {
    options: at(HOME),
    rules: [
      refusing((action) => !RESOURCES.has(action) && action.startsWith('events:')),
      refusing((action) =>
        [
          'rds:DescribeDBInstances',
          'elasticloadbalancing:DescribeTargetGroups',
          'ec2:DescribeLaunchTemplateVersions',
        ].includes(action),
      ),
      ...withElements([
        {
          action: 'autoscaling:DescribeLifecycleHooks',
          nameElement: 'LifecycleHookName',
          name: 'save-logs',
          elements: { NotificationTargetARN: null },
        },
      ]),
      ...HEALTHY_REGION,
    ],
  },
  recorded: { options: { profiles: ['one'], aggregator: 'organisation', tier: 'evidence' }, rules: RECORDED },
} as const satisfies Record<string, Situation>;

export type SituationName = keyof typeof SITUATIONS;

/** Creates the resources of the situations. */
export async function createSituations(signedIn: (region: string) => Config): Promise<void> {
  await Promise.all([
    createHealthyRegion(signedIn(HOME)),
    createFailingRegion(signedIn(ELSEWHERE)),
    createOtherRegion(signedIn(FAR)),
    createInstances(signedIn(OF_RDS)),
  ]);
}
