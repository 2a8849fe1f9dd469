// AWS CDK stacks for the benchmark's tree: few programs declare resources, and those take longest to read. The number
// makes pieces differ.

/** TypeScript stack: imports, some of them from the workspace, then services. */
export function typescript(n: number): string {
  const own = Math.floor(n / 1000);
  return n % 1000 === 0 ? typescriptBeginning(own) : typescriptService(n);
}

function typescriptBeginning(own: number): string {
  return `import * as cdk from 'aws-cdk-lib';
import { aws_autoscaling as autoscaling, aws_cloudwatch as cloudwatch, aws_ec2 as ec2 } from 'aws-cdk-lib';
import { aws_logs as logs, aws_rds as rds } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Queue${own * 1000} } from '../part-${Math.floor(own / 4)}/stack-${own}';
import { stageOf, thresholds } from './settings-${own}';

export interface ShopProps extends cdk.StackProps {
  readonly vpc: ec2.IVpc;
  readonly stage: string;
  readonly alarmsEnabled?: boolean;
}

const retention = (stage: string): logs.RetentionDays =>
  stage === 'prod' ? logs.RetentionDays.ONE_YEAR : logs.RetentionDays.TWO_WEEKS;
`;
}

function typescriptService(n: number): string {
  return `export class Service${n} extends Construct {
  constructor(scope: Construct, id: string, props: ShopProps) {
    super(scope, id);
    const prefix = \`shop-\${props.stage}-${n}\`;
    const enabled = props.alarmsEnabled ?? props.stage === 'prod';
    new logs.LogGroup(this, 'Logs', { logGroupName: \`/shop/\${prefix}\`, retention: retention(props.stage) });
    const userData = ec2.UserData.forLinux();
    userData.addCommands('dnf install -y amazon-cloudwatch-agent', \`echo \${prefix} > /etc/service\`);
    const group = new autoscaling.AutoScalingGroup(this, 'Workers', {
      vpc: props.vpc,
      instanceType: new ec2.InstanceType(props.stage === 'prod' ? 'm6i.large' : 't3.small'),
      machineImage: ec2.MachineImage.latestAmazonLinux2023(),
      minCapacity: ${1 + (n % 3)},
      maxCapacity: thresholds.workers[${n % 7}] ?? ${4 + (n % 5)},
      userData,
      healthCheck: autoscaling.HealthCheck.elb({ grace: cdk.Duration.minutes(5) }),
    });
    new cloudwatch.Alarm(this, 'Cpu', {
      alarmName: \`\${prefix}-cpu\`,
      metric: new cloudwatch.Metric({
        namespace: 'AWS/EC2',
        metricName: 'CPUUtilization',
        dimensionsMap: { AutoScalingGroupName: group.autoScalingGroupName },
        period: cdk.Duration.minutes(1),
      }),
      evaluationPeriods: 3,
      threshold: enabled ? thresholds.cpu : 100,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    new Queue${Math.floor(n / 1000) * 1000}(this, 'Queue');
  }
}
`;
}

/** First lines of the largest program in real trees: a Python stack in one file. */
export const PYTHON = `import json
from aws_cdk import Duration, Stack, aws_autoscaling as autoscaling
from aws_cdk import aws_cloudwatch as cloudwatch, aws_ec2 as ec2, aws_logs as logs
from constructs import Construct

CONFIG = json.load(open("settings.json"))


class Shop(Stack):
`;

export function python(n: number): string {
  return `    def service_${n}(self, vpc, stage, settings):
        prefix = f"shop-{stage}-${n}"
        if settings.get("enabled") is not True:
            return None
        values = {key: value for key, value in settings.items() if key.startswith("service_")}
        statement = {"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": [f"arn:aws:s3:::{prefix}/*"]}
        policy = {"Version": "2012-10-17", "Statement": [statement]}
        self.outputs.append(("Part${n}", json.dumps(values), json.dumps(policy)))
        group = ec2.SecurityGroup(self, "Group${n}", vpc=vpc, allow_all_outbound=False)
        group.add_ingress_rule(ec2.Peer.ipv4(CONFIG["network"]["cidr"]), ec2.Port.tcp(${8000 + (n % 1000)}))
        return group

`;
}

export function pythonCluster(n: number): string {
  return `    def workers_${n}(self, vpc, stage):
        logs.LogGroup(self, "Logs${n}", retention=logs.RetentionDays.ONE_MONTH)
        return autoscaling.AutoScalingGroup(
            self, "Workers${n}", vpc=vpc, min_capacity=1, max_capacity=4,
            instance_type=ec2.InstanceType(CONFIG["instance"]),
            machine_image=ec2.MachineImage.latest_amazon_linux2(),
        )

`;
}
