import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Asset } from '../../../model/index.ts';
import { programs } from './format.ts';
import { assetsOf } from '../../../../test/support/code/format.ts';

before(() => programs.prepare?.(['a.ts', 'a.py']));

const IMPORT = "import * as cdk from 'aws-cdk-lib';\n";

function read(text: string, file = 'a.ts'): Map<string, Asset> {
  return assetsOf(programs, file, { [file]: `${file.endsWith('.ts') ? IMPORT : ''}${text}` });
}

function linksOf(assets: Map<string, Asset>, name: string): string[] {
  return (assets.get(name)?.links ?? []).map(({ role, assetId }) => `${role} ${assetId.split('#')[1]}`);
}

const STACK: Record<string, string> = {
  'a.ts': `
const data = ec2.UserData.forLinux();
data.addCommands('dnf install -y amazon-cloudwatch-agent', \`echo \${name}\`);
const template = new ec2.LaunchTemplate(this, 'Web', { machineImage: ec2.MachineImage.latestAmazonLinux2023(), userData: data, role });
const fleet = new autoscaling.AutoScalingGroup(this, 'Fleet', {
  vpc, launchTemplate: template, minCapacity: 2, maxCapacity: 6,
  healthCheck: autoscaling.HealthCheck.elb({ grace: cdk.Duration.minutes(5) }),
  groupMetrics: [autoscaling.GroupMetrics.all()],
});
fleet.addLifecycleHook('Save', {
  lifecycleTransition: autoscaling.LifecycleTransition.INSTANCE_TERMINATING,
  defaultResult: autoscaling.DefaultResult.CONTINUE,
  heartbeatTimeout: cdk.Duration.minutes(5),
});
const balancer = new elbv2.ApplicationLoadBalancer(this, 'Front', { vpc });
balancer.logAccessLogs(bucket);
const listener = balancer.addListener('Http', { port: 80 });
listener.addTargets('Pages', { port: 80, targets: [fleet], healthCheck: { path: '/live', interval: cdk.Duration.seconds(20) } });
`,
  'a.py': `
from aws_cdk import aws_autoscaling as autoscaling
data = ec2.UserData.for_linux()
data.add_commands("dnf install -y amazon-cloudwatch-agent", f"echo {name}")
template = ec2.LaunchTemplate(self, "Web", machine_image=ec2.MachineImage.latest_amazon_linux2023(), user_data=data, role=role)
self.fleet = autoscaling.AutoScalingGroup(self, "Fleet", vpc=vpc, launch_template=template, min_capacity=2, max_capacity=6,
  health_check=autoscaling.HealthCheck.elb(grace=Duration.minutes(5)),
  group_metrics=[autoscaling.GroupMetrics.all()])
self.fleet.add_lifecycle_hook("Save", lifecycle_transition=autoscaling.LifecycleTransition.INSTANCE_TERMINATING,
  default_result=autoscaling.DefaultResult.CONTINUE, heartbeat_timeout=Duration.minutes(5))
balancer = elbv2.ApplicationLoadBalancer(self, "Front", vpc=vpc)
balancer.log_access_logs(bucket)
listener = balancer.add_listener("Http", port=80)
listener.add_targets("Pages", port=80, targets=[self.fleet], health_check=elbv2.HealthCheck(path="/live", interval=Duration.seconds(20)))
`,
};

for (const [file, text] of Object.entries(STACK)) {
  test(`reads a fleet behind a load balancer, with its launch settings, in ${file}`, () => {
    const assets = read(text, file);
    const settings = (name: string): Asset['settings'] => assets.get(name)?.settings ?? {};
    assert.deepEqual(settings('AutoScalingGroup.Fleet'), {
      minSize: 2,
      maxSize: 6,
      healthCheckType: 'ELB',
      healthCheckGracePeriod: 300,
      metricsCollection: [{ granularity: '1Minute' }],
    });
    assert.deepEqual(linksOf(assets, 'AutoScalingGroup.Fleet'), [
      'launch-template LaunchTemplate.Web',
      'target-group TargetGroup.Pages',
    ]);
    assert.match(JSON.stringify(settings('LaunchTemplate.Web')['userData']), /^"dnf install.*name/);
    assert.deepEqual(assets.get('LaunchTemplate.Web')?.unknownSettings, ['iamInstanceProfile']);
    assert.deepEqual(linksOf(assets, 'LaunchTemplate.Web'), ['image LaunchTemplate.Web.image']);
    assert.deepEqual(settings('LifecycleHook.Save'), {
      lifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING',
      defaultResult: 'CONTINUE',
      heartbeatTimeout: 300,
    });
    assert.deepEqual(linksOf(assets, 'LifecycleHook.Save'), ['member-of AutoScalingGroup.Fleet']);
    assert.deepEqual(settings('TargetGroup.Pages'), {
      port: 80,
      healthCheckPath: '/live',
      healthCheckIntervalSeconds: 20,
    });
    assert.deepEqual(linksOf(assets, 'TargetGroup.Pages'), ['load-balancer ApplicationLoadBalancer.Front']);
    assert.equal(settings('ApplicationLoadBalancer.Front')['access_logs.s3.enabled'], 'true');
  });
}

test('creates the launch template of a group that names none', () => {
  const assets = read(`import 'aws-cdk-lib/aws-autoscaling';
const fleet = new autoscaling.AutoScalingGroup(this, 'Fleet', { vpc, machineImage: ec2.MachineImage.latestAmazonLinux2(), ...props.common });
const other = new autoscaling.AutoScalingGroup(this, 'Other', { vpc, machineImage: ec2.MachineImage.latestAmazonLinux2() });
other.addUserData('yum install -y awslogs');
const third = new autoscaling.AutoScalingGroup(this, 'Third', { vpc, healthCheck: props.check });`);
  assert.deepEqual(assets.get('AutoScalingGroup.Fleet')?.unknownSettings, ['*']);
  assert.equal(assets.get('AutoScalingGroup.Fleet.LaunchTemplate'), undefined);
  const template = assets.get('AutoScalingGroup.Other.LaunchTemplate');
  assert.deepEqual(template?.settings, { userData: 'yum install -y awslogs', iamInstanceProfile: true });
  assert.deepEqual(linksOf(assets, 'AutoScalingGroup.Other.LaunchTemplate'), [
    'image AutoScalingGroup.Other.image',
  ]);
  assert.deepEqual(assets.get('AutoScalingGroup.Third')?.unknownSettings, [
    'healthCheckType',
    'healthCheckGracePeriod',
  ]);
  assert.deepEqual(assets.get('AutoScalingGroup.Third.LaunchTemplate')?.unknownSettings, ['userData']);
});

test("reads each notation of a group's health check", () => {
  const checked = (code: string): readonly unknown[] => {
    const { settings = {} } =
      read(`new autoscaling.AutoScalingGroup(this, 'Fleet', { ${code} }); // aws-cloudwatch`).get(
        'AutoScalingGroup.Fleet',
      ) ?? {};
    return [settings['healthCheckType'], settings['healthCheckGracePeriod']];
  };
  const minutes = 'cdk.Duration.minutes(2)';
  assert.deepEqual(checked(`healthCheck: autoscaling.HealthCheck.ec2({ grace: ${minutes} })`), ['EC2', 120]);
  assert.deepEqual(checked('healthChecks: autoscaling.HealthChecks.ec2()'), ['EC2', undefined]);
  assert.deepEqual(
    checked(
      `healthChecks: autoscaling.HealthChecks.withAdditionalChecks({ gracePeriod: ${minutes}, additionalTypes: [autoscaling.AdditionalHealthCheckType.ELB] })`,
    ),
    ['ELB', 120],
  );
  assert.deepEqual(checked('minHealthyPercentage: 100'), [undefined, undefined]);
});

test('links alarms and log groups to their subjects', () => {
  const assets = read(`import 'aws-cdk-lib/aws-cloudwatch';
const cluster = new rds.DatabaseCluster(this, 'Orders', { engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_3_10_0 }) });
const full = new cloudwatch.Alarm(this, 'Full', { metric: cluster.metricDatabaseConnections(), threshold: 900, evaluationPeriods: 5 });
full.addAlarmAction(new actions.SnsAction(topic));
new cloudwatch.Alarm(this, 'Aborted', { threshold: 1, evaluationPeriods: 1, metric: new cloudwatch.Metric({
  namespace: 'AWS/RDS', metricName: 'AbortedClients', dimensionsMap: { DBClusterIdentifier: cluster.clusterIdentifier } }) });
cluster.metricCPUUtilization().createAlarm(this, 'Busy', { threshold: 90, evaluationPeriods: 5 });
new cloudwatch.Alarm(this, 'Odd', { metric: props.metric, threshold: 1, evaluationPeriods: 1 });
new logs.LogGroup(this, 'Errors', { logGroupName: '/aws/rds/cluster/orders/error', retention: logs.RetentionDays.THREE_MONTHS });
new logs.LogGroup(this, 'Rest', { logGroupName: \`/aws/rds/cluster/\${cluster.clusterIdentifier}/audit\` });`);
  const [full, aborted, busy, odd] = ['Full', 'Aborted', 'Busy', 'Odd'].map((id) =>
    assets.get(`Alarm.${id}`),
  );
  assert.equal(full?.settings['metricName'], 'DatabaseConnections');
  assert.deepEqual(full.settings['alarmActions'], ['new actions.SnsAction(topic)']);
  assert.equal(aborted?.settings['metricName'], 'AbortedClients');
  assert.deepEqual(aborted.settings['dimensions'], [{ name: 'DBClusterIdentifier', value: null }]);
  assert.ok(aborted.unknownSettings.includes('alarmActions'));
  assert.equal(busy?.settings['metricName'], 'CPUUtilization');
  assert.ok(odd?.unknownSettings.includes('metricName'));
  for (const id of ['Full', 'Aborted', 'Busy'])
    assert.deepEqual(linksOf(assets, `Alarm.${id}`), ['watches DatabaseCluster.Orders'], id);
  assert.deepEqual(assets.get('LogGroup.Errors')?.settings, {
    retentionInDays: 90,
    logGroupName: '/aws/rds/cluster/orders/error',
  });
  assert.deepEqual(linksOf(assets, 'LogGroup.Errors'), []);
  assert.equal(assets.get('LogGroup.Rest')?.settings['retentionInDays'], 731);
  assert.deepEqual(linksOf(assets, 'LogGroup.Rest'), ['watches DatabaseCluster.Orders']);
});

test('reads constructs with raw CloudFormation properties', () => {
  const assets = read(`import 'aws-cdk-lib/aws-autoscaling';
const pages = new elbv2.CfnTargetGroup(this, 'Pages', { healthCheckPath: '/', unhealthyThresholdCount: 2, matcher: { httpCode: '200' },
  targetGroupAttributes: [{ key: 'deregistration_delay.timeout_seconds', value: '30' }] });
const fleet = new autoscaling.CfnAutoScalingGroup(this, 'Fleet', { minSize: '1', maxSize: '2', healthCheckType: 'ELB', healthCheckGracePeriod: props.grace, targetGroupArns: [pages.ref] });
new autoscaling.CfnLifecycleHook(this, 'Save', { autoScalingGroupName: fleet.ref, lifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING' });
const template = new ec2.CfnLaunchTemplate(this, 'Web', { launchTemplateData: { instanceType: 't3.small', userData: cdk.Fn.base64(script) } });`);
  assert.deepEqual(assets.get('CfnTargetGroup.Pages')?.settings, {
    healthCheckPath: '/',
    unhealthyThresholdCount: 2,
    'matcher.httpCode': '200',
    'deregistration_delay.timeout_seconds': '30',
  });
  const fleet = assets.get('CfnAutoScalingGroup.Fleet');
  assert.equal(fleet?.settings['minSize'], 1);
  assert.deepEqual(linksOf(assets, 'CfnAutoScalingGroup.Fleet'), ['target-group CfnTargetGroup.Pages']);
  assert.ok(fleet.unknownSettings.includes('healthCheckGracePeriod'));
  assert.deepEqual(linksOf(assets, 'CfnLifecycleHook.Save'), ['member-of CfnAutoScalingGroup.Fleet']);
  assert.equal(assets.get('CfnLaunchTemplate.Web')?.settings['instanceType'], 't3.small');
});

test('ignores classes of other tools with equal names', () => {
  const text =
    "import * as aws from '@pulumi/aws';\nnew aws.ec2.LaunchTemplate('web', {}); // aws-autoscaling";
  assert.deepEqual([...assetsOf(programs, 'a.ts', { 'a.ts': text }).keys()], []);
});

test('reads a structure as part of its construct, not as a construct', () => {
  const assets = read(
    `from aws_cdk import aws_cloudwatch as cw
cw.CfnAlarm(self, "Slow", metric_name="Latency", dimensions=[cw.CfnAlarm.DimensionProperty(name="Role", value="WRITER")])
`,
    'a.py',
  );
  assert.deepEqual([...assets.keys()], ['CfnAlarm.Slow']);
});

test("subscribes a group's notifications to every event if none is named", () => {
  const group = (more: string): Asset | undefined =>
    read(`import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
new autoscaling.AutoScalingGroup(this, 'Web', { notifications: [{ topic: night${more} }] });`).get(
      'AutoScalingGroup.Web',
    );
  const [configuration] = group('')?.settings.notificationConfigurations as { notificationTypes: string[] }[];
  assert.ok(configuration?.notificationTypes.includes('autoscaling:EC2_INSTANCE_TERMINATE'));
  const named = group(', scalingEvents: autoscaling.ScalingEvents.LAUNCH_EVENTS');
  assert.deepEqual(named?.unknownSettings.includes('notificationConfigurations'), true);
});
