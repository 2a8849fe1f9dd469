import assert from 'node:assert/strict';
import test from 'node:test';
import { textAfterFix, type ProgramFile } from '../../../test/support/code/cdk-program.ts';

// Properties of objects within properties, and values that have types of their own in the CDK.

/** Lines that the fix of a check adds, after which the check must pass; null if there is only a command. */
async function added(file: ProgramFile, text: string, id: string): Promise<string[] | null> {
  const after = await textAfterFix(file, text, id);
  const before = new Set(text.split('\n'));
  return after?.split('\n').flatMap((line) => (before.has(line) ? [] : [line.trim()])) ?? null;
}

const servers = (
  health: string,
): string => `import { aws_autoscaling as autoscaling, Duration } from 'aws-cdk-lib';
const template = new ec2.LaunchTemplate(this, 'Template', { instanceType });
const servers = new autoscaling.AutoScalingGroup(this, 'Servers', {
  vpc,
  launchTemplate: template,
  ${health},
});
`;

test('sets a grace period beside the type of the health check, in the old and the new form', async () => {
  const id = 'asg-elb-health-grace';
  const older = servers('healthCheck: autoscaling.HealthCheck.elb({ grace: Duration.seconds(0) })');
  assert.deepEqual(await added('stack.ts', older, id), [
    'healthCheck: autoscaling.HealthCheck.elb({ grace: Duration.seconds(300) }),',
  ]);
  const types = 'additionalTypes: [autoscaling.AdditionalHealthCheckType.ELB]';
  const newer = servers(`healthChecks: autoscaling.HealthChecks.withAdditionalChecks({ ${types} })`);
  assert.deepEqual(await added('stack.ts', newer, id), [
    `healthChecks: autoscaling.HealthChecks.withAdditionalChecks({ ${types}, gracePeriod: Duration.seconds(300) }),`,
  ]);
});

test('offers a command instead of an edit for values from constants and variables', async () => {
  const grace = 'asg-elb-health-grace';
  const named = servers('healthCheck: autoscaling.HealthCheck.elb({ grace: GRACE })');
  assert.equal(await added('stack.ts', `const GRACE = Duration.seconds(0);\n${named}`, grace), null);
  const writer = `const writer = rds.ClusterInstance.provisioned('writer', { ${OLD} });\n`;
  assert.equal(await added('stack.ts', writer + cluster('writer'), 'aurora-ca-certificate'), null);
});

const cluster = (writer: string): string => `import * as rds from 'aws-cdk-lib/aws-rds';
new rds.DatabaseCluster(this, 'Db', {
  engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.of('8.0.mysql_aurora.3.10.1') }),
  writer: ${writer},
  readers: [rds.ClusterInstance.provisioned('reader', { promotionTier: 1 })],
});
`;

test('adds options to instances without any, and distinguishes the writer of a cluster from its readers', async () => {
  const lts = cluster("rds.ClusterInstance.provisioned('writer')");
  assert.deepEqual(await added('stack.ts', lts, 'aurora-auto-minor-upgrade-consistent'), [
    "writer: rds.ClusterInstance.provisioned('writer', { autoMinorVersionUpgrade: false }),",
    "readers: [rds.ClusterInstance.provisioned('reader', { promotionTier: 1, autoMinorVersionUpgrade: false })],",
  ]);
});

test('replaces one constant of the CDK by another', async () => {
  const old = cluster(
    "rds.ClusterInstance.provisioned('writer', { caCertificate: rds.CaCertificate.RDS_CA_2019 })",
  );
  assert.deepEqual(await added('stack.ts', old.replace('promotionTier: 1', OLD), 'aurora-ca-certificate'), [
    "writer: rds.ClusterInstance.provisioned('writer', { caCertificate: rds.CaCertificate.RDS_CA_RSA2048_G1 }),",
    "readers: [rds.ClusterInstance.provisioned('reader', { caCertificate: rds.CaCertificate.RDS_CA_RSA2048_G1 })],",
  ]);
});
const OLD = "caCertificate: rds.CaCertificate.of('rds-ca-2019')";

test('changes the default result of a hook to ABANDON, and retains the instance', async () => {
  const text = `${servers('minCapacity: 2')}servers.addLifecycleHook('Save', {
  lifecycleTransition: autoscaling.LifecycleTransition.INSTANCE_TERMINATING,
  defaultResult: autoscaling.DefaultResult.CONTINUE,
});
`;
  assert.deepEqual(await added('stack.ts', text, 'asg-retain-on-abandon'), [
    'instanceLifecyclePolicy: {',
    'retentionTriggers: { terminateHookAbandon: autoscaling.TerminateHookAbandonAction.RETAIN },',
    '},',
    'defaultResult: autoscaling.DefaultResult.ABANDON,',
  ]);
});

test('uses properties of CloudFormation in Cfn constructs, and classes for their structures in Python', async () => {
  const typescript = `import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
new autoscaling.CfnAutoScalingGroup(this, 'Servers', {
  minSize: '2',
  maxSize: '4',
  healthCheckType: 'ELB',
  healthCheckGracePeriod: 0,
});
`;
  assert.deepEqual(await added('stack.ts', typescript, 'asg-elb-health-grace'), [
    'healthCheckGracePeriod: 300,',
  ]);
  assert.deepEqual(await added('stack.ts', typescript, 'asg-instance-maintenance-policy'), [
    'instanceMaintenancePolicy: { minHealthyPercentage: 100, maxHealthyPercentage: 120 },',
  ]);
  const python = `from aws_cdk import aws_autoscaling as autoscaling
autoscaling.CfnAutoScalingGroup(
    self,
    "Servers",
    min_size="2",
    max_size="4",
)
`;
  assert.deepEqual(await added('stack.py', python, 'asg-instance-maintenance-policy'), [
    'instance_maintenance_policy=autoscaling.CfnAutoScalingGroup.InstanceMaintenancePolicyProperty(' +
      'min_healthy_percentage=100, max_healthy_percentage=120),',
  ]);
});

test('imports no name a second time that a list already imports', async () => {
  const python = `from aws_cdk import Duration, Stack, aws_autoscaling as autoscaling
autoscaling.AutoScalingGroup(
    self, "Servers", vpc=vpc, health_check=autoscaling.HealthCheck.elb(grace=Duration.minutes(1))
)
`;
  assert.deepEqual(await added('stack.py', python, 'asg-elb-health-grace'), [
    'self, "Servers", vpc=vpc, health_check=autoscaling.HealthCheck.elb(grace=Duration.seconds(300))',
  ]);
});
