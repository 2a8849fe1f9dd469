// Alarms of a service and resources around them, in Terraform and CloudFormation: more than half of the declarations
// in real repositories. The number makes pieces differ.

const TERRAFORM = [
  (n: number): string => `resource "aws_cloudwatch_metric_alarm" "cpu_${n}" {
  count               = var.alarms_enabled ? 1 : 0
  alarm_name          = "\${local.prefix}-cpu-${n}"
  alarm_description   = format("CPU of %s is high", local.prefix)
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  metric_name         = "CPUUtilization"
  namespace           = "AWS/ECS"
  period              = var.period
  statistic           = "Average"
  threshold           = lookup(var.thresholds, "cpu", 80)
  alarm_actions       = [aws_sns_topic.alerts.arn]
  ok_actions          = [aws_sns_topic.alerts.arn]
  treat_missing_data  = "notBreaching"

  dimensions = {
    ClusterName = var.cluster_name
    ServiceName = "api-${n}"
  }

  tags = merge(local.tags, { Service = "api-${n}" })
}
`,
  (n: number): string => `resource "aws_cloudwatch_log_group" "api_${n}" {
  name              = "/ecs/\${local.prefix}/api-${n}"
  retention_in_days = var.log_retention
  kms_key_id        = var.log_key == "" ? null : var.log_key
  tags              = local.tags
}
`,
  (n: number): string => `resource "aws_cloudwatch_event_rule" "nightly_${n}" {
  name                = "\${local.prefix}-nightly-${n}"
  schedule_expression = "cron(0 ${n % 24} * * ? *)"
}

resource "aws_cloudwatch_event_target" "nightly_${n}" {
  rule = aws_cloudwatch_event_rule.nightly_${n}.name
  arn  = aws_lambda_function.worker_${n}.arn
}
`,
  (n: number): string => `resource "aws_lb_target_group" "api_${n}" {
  name                 = substr("\${local.prefix}-${n}", 0, 32)
  port                 = 8080
  protocol             = "HTTP"
  vpc_id               = var.vpc_id
  deregistration_delay = 30

  health_check {
    path                = var.health_path
    healthy_threshold   = 2
    unhealthy_threshold = 3
    matcher             = "200"
  }
}
`,
  (n: number): string => `resource "aws_launch_template" "workers_${n}" {
  name_prefix   = "\${local.prefix}-${n}-"
  image_id      = data.aws_ami.linux_${n}.id
  instance_type = var.instance_type

  user_data = base64encode(<<-EOT
    #!/bin/bash
    set -euo pipefail
    echo "stage=\${var.stage}" >> /etc/environment
    dnf install -y amazon-cloudwatch-agent
    systemctl enable --now worker-${n}
  EOT
  )
}

resource "aws_autoscaling_group" "workers_${n}" {
  name                      = "\${local.prefix}-workers-${n}"
  min_size                  = 1
  max_size                  = ${2 + (n % 5)}
  vpc_zone_identifier       = var.private_subnet_ids
  health_check_type         = "ELB"
  health_check_grace_period = 300

  launch_template {
    id      = aws_launch_template.workers_${n}.id
    version = "$Latest"
  }

  dynamic "tag" {
    for_each = local.tags
    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
    }
  }
}
`,
];

export function terraform(n: number): string {
  return pieceOf(TERRAFORM, n);
}

const CLOUDFORMATION = [
  (n: number): string => `  CpuAlarm${n}:
    Type: AWS::CloudWatch::Alarm
    Condition: HasAlarms
    Properties:
      AlarmName: !Sub "\${AWS::StackName}-cpu-${n}"
      AlarmActions: [!Ref AlertTopic]
      ComparisonOperator: GreaterThanThreshold
      Dimensions:
        - Name: ServiceName
          Value: !Sub "\${ServiceName}-${n}"
      EvaluationPeriods: 3
      MetricName: CPUUtilization
      Namespace: AWS/ECS
      Period: 60
      Statistic: Average
      Threshold: !FindInMap [Sizes, !Ref Stage, CpuThreshold]
      TreatMissingData: notBreaching
`,
  (n: number): string => `  Logs${n}:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: !Join ["/", [/shop, !Ref ServiceName, "part-${n}"]]
      RetentionInDays: !FindInMap [Sizes, !Ref Stage, Retention]
`,
  (n: number): string => `  Nightly${n}:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: cron(0 ${n % 24} * * ? *)
      State: !If [HasAlarms, ENABLED, DISABLED]
      Targets:
        - Arn: !GetAtt Function${n}.Arn
          Id: worker
`,
  (n: number): string => `  Template${n}:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        ImageId: !Ref ImageId
        InstanceType: !FindInMap [Sizes, !Ref Stage, Instance]
        UserData:
          Fn::Base64: !Sub |
            #!/bin/bash
            dnf install -y amazon-cloudwatch-agent
            /opt/aws/bin/cfn-signal --stack \${AWS::StackName} --resource Group${n} --region \${AWS::Region}
  Group${n}:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      MinSize: "1"
      MaxSize: "${1 + (n % 5)}"
      HealthCheckType: ELB
      HealthCheckGracePeriod: 300
      LaunchTemplate:
        LaunchTemplateId: !Ref Template${n}
        Version: !GetAtt Template${n}.LatestVersionNumber
`,
];

export function cloudformation(n: number): string {
  return pieceOf(CLOUDFORMATION, n);
}

/** Piece by number. The first kind, an alarm, comes twice as often as any other. */
function pieceOf(pieces: readonly ((n: number) => string)[], n: number): string {
  return pieces[Math.max(0, (n % (pieces.length + 1)) - 1)]?.(n) ?? '';
}
