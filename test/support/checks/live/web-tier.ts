import { AutoScaling, type CreateAutoScalingGroupType } from '@aws-sdk/client-auto-scaling';
import { EC2, type RequestLaunchTemplateData } from '@aws-sdk/client-ec2';
import {
  ElasticLoadBalancingV2,
  type CreateTargetGroupInput,
  type LoadBalancerTypeEnum,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Config } from '../../accounts/fleet.ts';

interface Wanted {
  name: string;
  image: string;
  script?: string;
  template?: RequestLaunchTemplateData;
  target?: Partial<CreateTargetGroupInput>;
  targetAttributes?: Readonly<Record<string, string>>;
  balancer?: LoadBalancerTypeEnum;
  balancerAttributes?: Readonly<Record<string, string>>;
  group?: Partial<CreateAutoScalingGroupType>;
}

/** Listener of a Gateway Load Balancer, for all ports. */
const LISTENING = {
  application: { Protocol: 'HTTP', Port: 80 },
  network: { Protocol: 'TCP', Port: 80 },
  gateway: {},
} as const satisfies Record<LoadBalancerTypeEnum, object>;

/** An Auto Scaling group with its launch template and image, behind a load balancer; the image, and the ends of their ARNs. */
export async function createWebTier(
  config: Config,
  wanted: Wanted,
): Promise<{ image: string; target: string; balancer: string }> {
  const [ec2, balancing] = [new EC2(config), new ElasticLoadBalancingV2(config)];
  const { name } = wanted;
  const { ImageId = '' } = await ec2.registerImage({ Name: wanted.image, RootDeviceName: '/dev/xvda' });
  const { Subnets = [] } = await ec2.describeSubnets({});
  const subnets = Subnets.slice(0, 2).flatMap(({ SubnetId }) => SubnetId ?? []);
  const { LaunchTemplate } = await ec2.createLaunchTemplate({
    LaunchTemplateName: name,
    LaunchTemplateData: {
      ImageId,
      InstanceType: 't3.micro',
      UserData: Buffer.from(`#!/bin/sh\n${wanted.script ?? ''}\n`).toString('base64'),
      ...wanted.template,
    },
  });
  const { TargetGroups = [] } = await balancing.createTargetGroup({
    Name: name,
    Protocol: 'HTTP',
    Port: 80,
    VpcId: Subnets[0]?.VpcId ?? '',
    ...wanted.target,
  });
  const arn = TargetGroups[0]?.TargetGroupArn ?? '';
  const { LoadBalancers = [] } = await balancing.createLoadBalancer({
    Name: name,
    Subnets: subnets,
    Type: wanted.balancer ?? 'application',
  });
  const balancer = LoadBalancers[0]?.LoadBalancerArn ?? '';
  await balancing.createListener({
    LoadBalancerArn: balancer,
    ...LISTENING[wanted.balancer ?? 'application'],
    DefaultActions: [{ Type: 'forward', TargetGroupArn: arn }],
  });
  if (wanted.targetAttributes !== undefined)
    await balancing.modifyTargetGroupAttributes({
      TargetGroupArn: arn,
      Attributes: attributesOf(wanted.targetAttributes),
    });
  if (wanted.balancerAttributes !== undefined)
    await balancing.modifyLoadBalancerAttributes({
      LoadBalancerArn: balancer,
      Attributes: attributesOf(wanted.balancerAttributes),
    });
  await new AutoScaling(config).createAutoScalingGroup({
    AutoScalingGroupName: name,
    MinSize: 0,
    MaxSize: 4,
    DesiredCapacity: 0,
    HealthCheckType: 'ELB',
    LaunchTemplate: { LaunchTemplateId: LaunchTemplate?.LaunchTemplateId ?? '', Version: '$Latest' },
    TargetGroupARNs: [arn],
    VPCZoneIdentifier: subnets.join(','),
    ...wanted.group,
  });
  return {
    image: ImageId,
    target: /targetgroup\/.+$/.exec(arn)?.[0] ?? '',
    balancer: /(?:app|net|gwy)\/.+$/.exec(balancer)?.[0] ?? '',
  };
}

function attributesOf(wanted: Readonly<Record<string, string>>): { Key: string; Value: string }[] {
  return Object.entries(wanted).map(([Key, Value]) => ({ Key, Value }));
}
