import { json, on, type Rule } from '../../accounts/aws-proxy.ts';

const PLACE = { accountId: '222222222222', awsRegion: 'eu-west-1' };
const CONFIGURATIONS: Readonly<Record<string, object>> = {
  'AWS::RDS::DBCluster': {
    resourceName: 'shared',
    arn: 'arn:aws:rds:eu-west-1:222222222222:cluster:shared',
    configuration: { engine: 'aurora-mysql', engineVersion: '8.0.mysql_aurora.3.12.1' },
  },
  'AWS::AutoScaling::AutoScalingGroup': {
    resourceName: 'fleet',
    arn: 'arn:aws:autoscaling:eu-west-1:222222222222:autoScalingGroup:1:autoScalingGroupName/fleet',
    configuration: { healthCheckType: 'ELB', minSize: 2, maxSize: 4 },
  },
};

/**
 * Records of AWS Config for another account of an organisation, which are incomplete; moto does not answer such queries.
 */
export const RECORDED: readonly Rule[] = [
  on('config:SelectAggregateResourceConfig', (request) => {
    const { Expression = '' } = request.json as { Expression?: string };
    const row = CONFIGURATIONS[/resourceType = '([^']+)'/.exec(Expression)?.[1] ?? ''];
    return json({ Results: row === undefined ? [] : [JSON.stringify({ ...PLACE, ...row })] });
  }),
];
