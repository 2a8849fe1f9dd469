resource "aws_sns_topic" "alerts" {
  name = "shop-alerts"
}

resource "aws_sns_topic_subscription" "alerts" {
  topic_arn = aws_sns_topic.alerts.arn
  protocol  = "email"
  endpoint  = "ops@example.com"
}

resource "aws_sns_topic_policy" "alerts" {
  arn = aws_sns_topic.alerts.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sns:Publish"
      Principal = { Service = ["cloudwatch.amazonaws.com", "events.rds.amazonaws.com", "autoscaling.amazonaws.com", "events.amazonaws.com"] }
      Resource  = aws_sns_topic.alerts.arn
    }]
  })
}

resource "aws_cloudwatch_metric_alarm" "connections" {
  alarm_name          = "shop-connections"
  namespace           = "AWS/RDS"
  metric_name         = "DatabaseConnections"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 800
  period              = 60
  evaluation_periods  = 3
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    DBClusterIdentifier = aws_rds_cluster.shop.cluster_identifier
  }
}

resource "aws_cloudwatch_metric_alarm" "login_failures" {
  alarm_name          = "shop-login-failures"
  namespace           = "AWS/RDS"
  metric_name         = "LoginFailures"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 10
  period              = 60
  evaluation_periods  = 3
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    DBClusterIdentifier = aws_rds_cluster.shop.cluster_identifier
  }
}

resource "aws_cloudwatch_metric_alarm" "connection_attempts" {
  alarm_name          = "shop-connection-attempts"
  namespace           = "AWS/RDS"
  metric_name         = "ConnectionAttempts"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 6000
  period              = 60
  evaluation_periods  = 3
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    DBClusterIdentifier = aws_rds_cluster.shop.cluster_identifier
  }
}

resource "aws_cloudwatch_metric_alarm" "aborted_clients" {
  alarm_name          = "shop-aborted-clients"
  namespace           = "AWS/RDS"
  metric_name         = "AbortedClients"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 10
  period              = 60
  evaluation_periods  = 3
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    DBClusterIdentifier = aws_rds_cluster.shop.cluster_identifier
  }
}

resource "aws_cloudwatch_metric_alarm" "cpu" {
  alarm_name          = "shop-cpu"
  namespace           = "AWS/RDS"
  metric_name         = "CPUUtilization"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 80
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    DBClusterIdentifier = aws_rds_cluster.shop.cluster_identifier
  }
}

resource "aws_cloudwatch_metric_alarm" "memory" {
  alarm_name          = "shop-memory"
  namespace           = "AWS/RDS"
  metric_name         = "FreeableMemory"
  statistic           = "Minimum"
  comparison_operator = "LessThanThreshold"
  threshold           = 1000000000
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    DBClusterIdentifier = aws_rds_cluster.shop.cluster_identifier
  }
}

resource "aws_cloudwatch_metric_alarm" "local_storage" {
  alarm_name          = "shop-local-storage"
  namespace           = "AWS/RDS"
  metric_name         = "FreeLocalStorage"
  statistic           = "Minimum"
  comparison_operator = "LessThanThreshold"
  threshold           = 3000000000
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    DBClusterIdentifier = aws_rds_cluster.shop.cluster_identifier
  }
}

resource "aws_cloudwatch_metric_alarm" "volume" {
  alarm_name          = "shop-volume"
  namespace           = "AWS/RDS"
  metric_name         = "AuroraVolumeBytesLeftTotal"
  statistic           = "Minimum"
  comparison_operator = "LessThanThreshold"
  threshold           = 10000000000000
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    DBClusterIdentifier = aws_rds_cluster.shop.cluster_identifier
  }
}

resource "aws_cloudwatch_metric_alarm" "replica_lag" {
  alarm_name          = "shop-replica-lag"
  namespace           = "AWS/RDS"
  metric_name         = "AuroraReplicaLag"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1000
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    DBClusterIdentifier = aws_rds_cluster.shop.cluster_identifier
  }
}

resource "aws_cloudwatch_metric_alarm" "binlog_lag" {
  alarm_name          = "shop-binlog-lag"
  namespace           = "AWS/RDS"
  metric_name         = "AuroraBinlogReplicaLag"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 60
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    DBClusterIdentifier = aws_rds_cluster.shop.cluster_identifier
  }
}

resource "aws_cloudwatch_metric_alarm" "restart" {
  alarm_name          = "shop-restart"
  namespace           = "AWS/RDS"
  metric_name         = "EngineUptime"
  statistic           = "Minimum"
  comparison_operator = "LessThanThreshold"
  threshold           = 300
  period              = 60
  evaluation_periods  = 1
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    DBClusterIdentifier = aws_rds_cluster.shop.cluster_identifier
  }
}

resource "aws_cloudwatch_metric_alarm" "in_service" {
  alarm_name          = "shop-in-service"
  namespace           = "AWS/AutoScaling"
  metric_name         = "GroupInServiceInstances"
  statistic           = "Minimum"
  comparison_operator = "LessThanThreshold"
  threshold           = 2
  period              = 60
  evaluation_periods  = 2
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    AutoScalingGroupName = aws_autoscaling_group.web.name
  }
}

resource "aws_cloudwatch_metric_alarm" "terminating" {
  alarm_name          = "shop-terminating"
  namespace           = "AWS/AutoScaling"
  metric_name         = "GroupTerminatingInstances"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    AutoScalingGroupName = aws_autoscaling_group.web.name
  }
}

resource "aws_cloudwatch_metric_alarm" "unhealthy" {
  alarm_name          = "shop-unhealthy"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "UnHealthyHostCount"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 60
  evaluation_periods  = 2
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    LoadBalancer = aws_lb.web.arn_suffix
    TargetGroup = aws_lb_target_group.web.arn_suffix
  }
}

resource "aws_cloudwatch_metric_alarm" "healthy" {
  alarm_name          = "shop-healthy"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HealthyHostCount"
  statistic           = "Minimum"
  comparison_operator = "LessThanThreshold"
  threshold           = 2
  period              = 60
  evaluation_periods  = 2
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    LoadBalancer = aws_lb.web.arn_suffix
    TargetGroup = aws_lb_target_group.web.arn_suffix
  }
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "shop-errors"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 20
  period              = 60
  evaluation_periods  = 2
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    LoadBalancer = aws_lb.web.arn_suffix
    TargetGroup = aws_lb_target_group.web.arn_suffix
  }
}

resource "aws_cloudwatch_metric_alarm" "balancer_errors" {
  alarm_name          = "shop-balancer-errors"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_ELB_5XX_Count"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 20
  period              = 60
  evaluation_periods  = 2
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    LoadBalancer = aws_lb.web.arn_suffix
  }
}

resource "aws_cloudwatch_metric_alarm" "response_time" {
  alarm_name          = "shop-response-time"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "TargetResponseTime"
  statistic           = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 2
  period              = 60
  evaluation_periods  = 3
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    LoadBalancer = aws_lb.web.arn_suffix
    TargetGroup = aws_lb_target_group.web.arn_suffix
  }
}
