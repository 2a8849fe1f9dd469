import assert from 'node:assert/strict';
import test from 'node:test';
import type { TestContext } from 'node:test';
import type { Asset } from '../../../model/index.ts';
import { scanFiles } from '../../../../test/support/workspace.ts';

async function assetsOf(t: TestContext, files: Record<string, string>): Promise<Map<string, Asset>> {
  const { assets, problems } = await scanFiles(t, files);
  assert.deepEqual(problems, []);
  return new Map(assets.map((asset) => [asset.name, asset]));
}

function linksOf(asset: Asset | undefined): string[] {
  return (asset?.links ?? []).map(
    ({ role, assetId }) => `${role} ${assetId.slice(assetId.indexOf('#') + 1)}`,
  );
}

test('reads settings of a cluster, its instances and the parameters of its groups', async (t) => {
  const assets = await assetsOf(t, {
    'main.tf': `
variable "insights" {}
resource "aws_rds_cluster" "main" {
  cluster_identifier              = "orders"
  engine                          = "aurora-mysql"
  engine_version                  = "8.0.mysql_aurora.3.05.2"
  enabled_cloudwatch_logs_exports = ["error", "slowquery"]
  backtrack_window                = 3600
  deletion_protection             = true
  snapshot_identifier             = null
  monitoring_role_arn             = aws_iam_role.monitoring.arn
  performance_insights_enabled    = var.insights
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.main.name
  iam_roles                       = []
  serverlessv2_scaling_configuration {
    min_capacity = 0.5
    max_capacity = 8
  }
  lifecycle {
    ignore_changes = [engine_version, availability_zones]
  }
}
resource "aws_iam_role" "monitoring" {}
resource "aws_rds_cluster_parameter_group" "main" {
  family = "aurora-mysql8.0"
  parameter {
    name  = "binlog_format"
    value = "ROW"
  }
  dynamic "parameter" {
    for_each = { slow_query_log = 1, long_query_time = 2 }
    content {
      name  = parameter.key
      value = parameter.value
    }
  }
}
resource "aws_rds_cluster_instance" "main" {
  for_each                = toset(["a", "b"])
  cluster_identifier      = aws_rds_cluster.main.id
  instance_class          = "db.serverless"
  db_parameter_group_name = "slow"
}
resource "aws_db_parameter_group" "slow" {
  name   = "slow"
  family = "aurora-mysql8.0"
  parameter {
    name  = "slow_query_log"
    value = "0"
  }
}
resource "aws_rds_cluster_role_association" "s3" {
  db_cluster_identifier = aws_rds_cluster.main.id
  feature_name          = "s3Import"
  role_arn              = aws_iam_role.monitoring.arn
}
`,
  });
  const cluster = assets.get('aws_rds_cluster.main');
  assert.deepEqual(cluster?.settings, {
    instanceCount: 2,
    instanceClasses: ['db.serverless'],
    binlog_format: 'ROW',
    slow_query_log: '0',
    long_query_time: '2',
    dbClusterIdentifier: 'orders',
    enabledCloudwatchLogsExports: ['error', 'slowquery'],
    backtrackWindow: 3600,
    deletionProtection: true,
    monitoringRoleArn: 'aws_iam_role.monitoring',
    dbClusterParameterGroupName: 'aws_rds_cluster_parameter_group.main',
    serverlessV2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 8 },
    associatedRoles: [{ featureName: 's3Import', roleArn: 'aws_iam_role.monitoring' }],
  });
  assert.deepEqual(cluster.unknownSettings, ['performanceInsightsEnabled', 'availabilityZones']);
  assert.equal(cluster.mayRunNewer?.key, 'inventory.ignoreChanges');
  assert.deepEqual(linksOf(assets.get('aws_rds_cluster_instance.main["b"]')), [
    'member-of aws_rds_cluster.main',
    'parameter-group aws_db_parameter_group.slow',
  ]);
});

test('links a group behind a load balancer through attachments, listeners and rules', async (t) => {
  const assets = await assetsOf(t, {
    'main.tf': `
resource "aws_lb" "web" {
  name = "web"
  access_logs {
    bucket  = "logs"
    enabled = true
  }
}
resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.web.arn
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}
resource "aws_lb_listener_rule" "admin" {
  listener_arn = aws_lb_listener.http.arn
  action {
    type = "forward"
    forward {
      target_group { arn = aws_lb_target_group.admin.arn }
    }
  }
}
resource "aws_lb_target_group" "web" {
  name                 = "web"
  port                 = 80
  deregistration_delay = 10
  health_check {
    path                = "/health/db"
    interval            = 10
    unhealthy_threshold = 2
    matcher             = "200"
  }
}
resource "aws_lb_target_group" "admin" {}
resource "aws_launch_template" "web" {
  image_id  = data.aws_ami.al2.id
  user_data = base64encode(templatefile("\${path.module}/boot.sh", { name = "web" }))
}
data "aws_ami" "al2" {
  most_recent = true
  owners      = ["amazon"]
  filter {
    name   = "name"
    values = ["amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2"]
  }
}
resource "aws_autoscaling_group" "web" {
  name                      = "web"
  health_check_type         = "ELB"
  health_check_grace_period = 60
  min_size                  = 2
  enabled_metrics           = ["GroupInServiceInstances"]
  launch_template {
    id = aws_launch_template.web.id
  }
  initial_lifecycle_hook {
    name                 = "first"
    lifecycle_transition = "autoscaling:EC2_INSTANCE_LAUNCHING"
  }
}
resource "aws_autoscaling_attachment" "web" {
  autoscaling_group_name = aws_autoscaling_group.web.name
  lb_target_group_arn    = aws_lb_target_group.web.arn
}
resource "aws_autoscaling_lifecycle_hook" "logs" {
  name                   = "logs"
  autoscaling_group_name = aws_autoscaling_group.web.name
  lifecycle_transition   = "autoscaling:EC2_INSTANCE_TERMINATING"
  heartbeat_timeout      = 300
}
resource "aws_autoscaling_notification" "web" {
  group_names   = [aws_autoscaling_group.web.name]
  notifications = ["autoscaling:EC2_INSTANCE_TERMINATE"]
  topic_arn     = aws_sns_topic.ops.arn
}
resource "aws_sns_topic" "ops" {}
`,
    'boot.sh': '#!/bin/sh\nsystemctl start amazon-cloudwatch-agent ${name}\n',
  });
  const group = assets.get('aws_autoscaling_group.web');
  assert.deepEqual(group?.settings, {
    autoScalingGroupName: 'web',
    healthCheckType: 'ELB',
    healthCheckGracePeriod: 60,
    minSize: 2,
    metricsCollection: [{ granularity: '1Minute', metrics: ['GroupInServiceInstances'] }],
    notificationConfigurations: [
      { notificationTypes: ['autoscaling:EC2_INSTANCE_TERMINATE'], topicARN: 'aws_sns_topic.ops' },
    ],
  });
  assert.deepEqual(linksOf(group), [
    'launch-template aws_launch_template.web',
    'target-group aws_lb_target_group.web',
    'notifies aws_sns_topic.ops',
  ]);
  assert.deepEqual(linksOf(assets.get('aws_autoscaling_lifecycle_hook.logs')), [
    'member-of aws_autoscaling_group.web',
  ]);
  assert.deepEqual(linksOf(assets.get('aws_autoscaling_group.web.initial_lifecycle_hook[0]')), [
    'member-of aws_autoscaling_group.web',
  ]);
  assert.deepEqual(linksOf(assets.get('aws_lb_target_group.web')), ['load-balancer aws_lb.web']);
  assert.deepEqual(linksOf(assets.get('aws_lb_target_group.admin')), ['load-balancer aws_lb.web']);
  assert.deepEqual(assets.get('aws_lb_target_group.web')?.settings, {
    name: 'web',
    port: 80,
    'deregistration_delay.timeout_seconds': '10',
    healthCheckPath: '/health/db',
    healthCheckIntervalSeconds: 10,
    unhealthyThresholdCount: 2,
    'matcher.httpCode': '200',
  });
  assert.deepEqual(assets.get('aws_lb.web')?.settings, {
    name: 'web',
    'access_logs.s3.bucket': 'logs',
    'access_logs.s3.enabled': 'true',
  });
  const template = assets.get('aws_launch_template.web');
  assert.match(JSON.stringify(template?.settings.userData), /amazon-cloudwatch-agent/);
  assert.deepEqual(linksOf(template), ['image data.aws_ami.al2']);
  const image = assets.get('data.aws_ami.al2');
  assert.deepEqual(
    [image?.product, image?.version, image?.resolution],
    ['amazon-linux-2', '2.0.20230307.0', 'literal'],
  );
});

test('reads alarms, subscriptions, rules, proxies and trails with names of the API', async (t) => {
  const assets = await assetsOf(t, {
    'main.tf': `
resource "aws_rds_cluster" "main" {
  engine = "aurora-mysql"
}
resource "aws_cloudwatch_metric_alarm" "connections" {
  alarm_name  = "connections"
  namespace   = "AWS/RDS"
  metric_name = "DatabaseConnections"
  dimensions  = { DBClusterIdentifier = aws_rds_cluster.main.cluster_identifier }
  alarm_actions = [aws_sns_topic.ops.arn]
}
resource "aws_sns_topic" "ops" {}
resource "aws_cloudwatch_metric_alarm" "rate" {
  metric_query {
    id = "m1"
    metric {
      namespace   = "AWS/RDS"
      metric_name = "AbortedClients"
      period      = 60
      stat        = "Sum"
      dimensions  = { DBInstanceIdentifier = "orders-1" }
    }
  }
}
resource "aws_db_event_subscription" "all" {
  name             = "all"
  sns_topic        = aws_sns_topic.ops.arn
  source_type      = "db-cluster"
  event_categories = ["failover"]
}
resource "aws_cloudwatch_event_rule" "rds" {
  event_pattern = jsonencode({ source = ["aws.rds"] })
}
resource "aws_cloudwatch_event_rule" "asg" {
  event_pattern = <<-JSON
    { "source": ["aws.autoscaling"] }
  JSON
  is_enabled = false
}
resource "aws_db_proxy" "main" {
  name          = "main"
  engine_family = "MYSQL"
}
resource "aws_db_proxy_default_target_group" "main" {
  db_proxy_name = aws_db_proxy.main.name
  connection_pool_config {
    max_connections_percent = 80
  }
}
resource "aws_db_proxy_target" "main" {
  db_proxy_name         = aws_db_proxy.main.name
  db_cluster_identifier = aws_rds_cluster.main.id
}
resource "aws_cloudwatch_log_group" "error" {
  name              = "/aws/rds/cluster/\${aws_rds_cluster.main.cluster_identifier}/error"
  retention_in_days = 90
}
resource "aws_cloudtrail" "all" {
  is_multi_region_trail = true
}
`,
  });
  const settings = (name: string) => assets.get(name)?.settings;
  assert.deepEqual(settings('aws_cloudwatch_metric_alarm.connections'), {
    alarmName: 'connections',
    namespace: 'AWS/RDS',
    metricName: 'DatabaseConnections',
    dimensions: [{ name: 'DBClusterIdentifier', value: 'aws_rds_cluster.main.cluster_identifier' }],
    alarmActions: ['aws_sns_topic.ops'],
  });
  assert.deepEqual(linksOf(assets.get('aws_cloudwatch_metric_alarm.connections')), [
    'watches aws_rds_cluster.main',
    'notifies aws_sns_topic.ops',
  ]);
  assert.deepEqual(settings('aws_cloudwatch_metric_alarm.rate'), {
    metrics: [
      {
        id: 'm1',
        metricStat: {
          period: 60,
          stat: 'Sum',
          metric: {
            metricName: 'AbortedClients',
            namespace: 'AWS/RDS',
            dimensions: [{ name: 'DBInstanceIdentifier', value: 'orders-1' }],
          },
        },
      },
    ],
  });
  assert.deepEqual(settings('aws_db_event_subscription.all'), {
    subscriptionName: 'all',
    snsTopicArn: 'aws_sns_topic.ops',
    sourceType: 'db-cluster',
    eventCategories: ['failover'],
  });
  assert.deepEqual(settings('aws_cloudwatch_event_rule.rds'), { eventPattern: { source: ['aws.rds'] } });
  assert.deepEqual(settings('aws_cloudwatch_event_rule.asg'), {
    eventPattern: { source: ['aws.autoscaling'] },
    isEnabled: false,
    state: 'DISABLED',
  });
  assert.deepEqual(settings('aws_db_proxy.main'), {
    dbProxyName: 'main',
    engineFamily: 'MYSQL',
    connectionPoolConfig: { maxConnectionsPercent: 80 },
  });
  assert.deepEqual(linksOf(assets.get('aws_db_proxy.main')), ['watches aws_rds_cluster.main']);
  assert.deepEqual(settings('aws_cloudwatch_log_group.error'), {
    logGroupName: '/aws/rds/cluster/${aws_rds_cluster.main.cluster_identifier}/error',
    retentionInDays: 90,
  });
  assert.deepEqual(linksOf(assets.get('aws_cloudwatch_log_group.error')), ['watches aws_rds_cluster.main']);
  assert.deepEqual(settings('aws_cloudtrail.all'), { isMultiRegionTrail: true });
});

test('expands registry modules for Aurora and Auto Scaling by their inputs', async (t) => {
  const assets = await assetsOf(t, {
    'main.tf': `
module "v10" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "~> 10.0"
  name    = "orders"
  engine  = "aurora-mysql"
  engine_version = "8.0.mysql_aurora.3.05.2"
  instances = {
    one = { instance_class = "db.r6g.large" }
    two = { instance_class = "db.r6g.large", monitoring_interval = 30 }
  }
  cluster_monitoring_interval = 60
  cluster_parameter_group = {
    family     = "aurora-mysql8.0"
    parameters = [{ name = "binlog_format", value = "ROW" }]
  }
  enabled_cloudwatch_logs_exports = ["error"]
  create_cloudwatch_log_group     = true
}
module "v9" {
  source         = "terraform-aws-modules/rds-aurora/aws"
  engine         = "aurora-mysql"
  engine_version = "5.7.mysql_aurora.2.11.1"
  instances      = { 1 = {} }
  instance_class = "db.t3.medium"
  db_cluster_parameter_group_family     = "aurora-mysql5.7"
  db_cluster_parameter_group_parameters = [{ name = "slow_query_log", value = 1 }]
}
module "asg" {
  source             = "terraform-aws-modules/autoscaling/aws"
  name               = "web"
  health_check_type  = "ELB"
  image_id           = "ami-0123456789abcdef0"
  user_data          = "IyEvYmluL3No"
  initial_lifecycle_hooks = [{ name = "logs", lifecycle_transition = "autoscaling:EC2_INSTANCE_TERMINATING" }]
}
`,
  });
  const v10 = assets.get('module.v10.aws_rds_cluster.this[0]');
  assert.deepEqual(v10?.settings, {
    instanceCount: 2,
    instanceClasses: ['db.r6g.large'],
    binlog_format: 'ROW',
    enabledCloudwatchLogsExports: ['error'],
    dbClusterIdentifier: 'orders',
    monitoringInterval: 60,
    dbClusterParameterGroupName: 'module.v10.aws_rds_cluster_parameter_group.this[0]',
  });
  assert.equal(
    assets.get('module.v10.aws_cloudwatch_log_group.this["error"]')?.settings.logGroupName,
    '/aws/rds/cluster/orders/error',
  );
  const v9 = assets.get('module.v9.aws_rds_cluster.this[0]');
  assert.equal(v9?.version, '2.11.1');
  assert.equal(v9.settings.slow_query_log, '1');
  assert.deepEqual(v9.settings.instanceClasses, ['db.t3.medium']);
  const group = assets.get('module.asg.aws_autoscaling_group.this[0]');
  assert.deepEqual(group?.settings, { autoScalingGroupName: 'web', healthCheckType: 'ELB' });
  assert.deepEqual(linksOf(group), ['launch-template module.asg.aws_launch_template.this[0]']);
  assert.deepEqual(
    linksOf(assets.get('module.asg.aws_autoscaling_group.this[0].initial_lifecycle_hook[0]')),
    ['member-of module.asg.aws_autoscaling_group.this[0]'],
  );
});

test('links resources of local modules through outputs and inputs', async (t) => {
  const assets = await assetsOf(t, {
    'main.tf': `
module "pg" {
  source = "./pg"
}
module "db" {
  source   = "./db"
  for_each = { a = "db.r6g.large" }
  group    = module.pg.name
  class    = each.value
}
`,
    'pg/main.tf': `
resource "aws_rds_cluster_parameter_group" "this" {
  family = "aurora-mysql8.0"
}
output "name" { value = aws_rds_cluster_parameter_group.this.name }
`,
    'db/main.tf': `
variable "group" {}
variable "class" {}
resource "aws_rds_cluster" "this" {
  engine                          = "aurora-mysql"
  engine_version                  = "8.0.mysql_aurora.3.05.2"
  db_cluster_parameter_group_name = var.group
}
resource "aws_rds_cluster_instance" "this" {
  count              = 3
  cluster_identifier = aws_rds_cluster.this.id
  instance_class     = var.class
}
`,
  });
  const cluster = assets.get('module.db["a"].aws_rds_cluster.this');
  assert.equal(cluster?.id, 'main.tf#module.db["a"].aws_rds_cluster.this');
  assert.deepEqual(linksOf(cluster), [
    'cluster-parameter-group module.pg.aws_rds_cluster_parameter_group.this',
  ]);
  assert.equal(cluster.settings.instanceCount, 3);
  assert.deepEqual(cluster.settings.instanceClasses, ['db.r6g.large']);
});

test('places the metric of each query as in the API, and keeps expressions', async (t) => {
  const assets = await assetsOf(t, {
    'main.tf': `
resource "aws_cloudwatch_metric_alarm" "rate" {
  metric_query {
    id          = "rate"
    expression  = "m1 / 60"
    return_data = true
  }
  metric_query {
    id = "m1"
    metric {
      metric_name = "AbortedClients"
      namespace   = "AWS/RDS"
      stat        = "Sum"
    }
  }
}
`,
  });
  assert.deepEqual(assets.get('aws_cloudwatch_metric_alarm.rate')?.settings, {
    metrics: [
      { id: 'rate', expression: 'm1 / 60', returnData: true },
      {
        id: 'm1',
        metricStat: {
          stat: 'Sum',
          metric: { metricName: 'AbortedClients', namespace: 'AWS/RDS', dimensions: [] },
        },
      },
    ],
  });
});
