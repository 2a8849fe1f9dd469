resource "aws_rds_cluster" "shop" {
  cluster_identifier                  = "shop"
  engine                              = "aurora-mysql"
  engine_version                      = "5.7.mysql_aurora.2.11.1"
  iam_database_authentication_enabled = true
}

resource "aws_rds_cluster_instance" "shop" {
  identifier                 = "shop-writer"
  cluster_identifier         = aws_rds_cluster.shop.id
  engine                     = aws_rds_cluster.shop.engine
  instance_class             = "db.r5.large"
  auto_minor_version_upgrade = false
  ca_cert_identifier         = "rds-ca-2019"
}

resource "aws_rds_cluster" "ledger" {
  cluster_identifier              = "ledger"
  engine                          = "aurora-mysql"
  engine_version                  = "8.0.mysql_aurora.3.12.1"
  enabled_cloudwatch_logs_exports = ["error", "postgresql"]
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.ledger.name
}

resource "aws_rds_cluster_instance" "ledger_writer" {
  identifier         = "ledger-writer"
  cluster_identifier = aws_rds_cluster.ledger.id
  engine             = aws_rds_cluster.ledger.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_instance" "ledger_reader" {
  identifier         = "ledger-reader"
  cluster_identifier = aws_rds_cluster.ledger.id
  engine             = aws_rds_cluster.ledger.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_parameter_group" "ledger" {
  name   = "ledger"
  family = "aurora-mysql8.0"

  parameter {
    name  = "general_log"
    value = "1"
  }

  parameter {
    name  = "max_connections"
    value = "200000"
  }
}

resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders"
  engine             = "aurora-postgresql"
  engine_version     = "14.9"
}

resource "aws_lb" "web" {
  name               = "shop-web"
  load_balancer_type = "application"
  subnets            = ["subnet-1", "subnet-2"]
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

resource "aws_lb_target_group" "web" {
  name     = "shop-web"
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"

  health_check {
    path                = "/"
    interval            = 10
    timeout             = 5
    unhealthy_threshold = 2
  }
}

resource "aws_autoscaling_group" "web" {
  name                      = "shop-web"
  min_size                  = 2
  max_size                  = 10
  vpc_zone_identifier       = ["subnet-1", "subnet-2"]
  target_group_arns         = [aws_lb_target_group.web.arn]
  health_check_type         = "ELB"
  health_check_grace_period = 0
  suspended_processes       = ["AZRebalance"]

  launch_template {
    id      = aws_launch_template.web.id
    version = "$Latest"
  }
}

resource "aws_launch_template" "web" {
  name          = "shop-web"
  image_id      = data.aws_ami.web.id
  instance_type = "c5.large"

  user_data = base64encode(<<-EOT
    #!/bin/bash
    yum install -y httpd php
  EOT
  )
}

data "aws_ami" "web" {
  owners = ["amazon"]

  filter {
    name   = "name"
    values = ["amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2"]
  }
}

resource "aws_sns_topic" "night" {
  name = "night"
}

resource "aws_cloudwatch_metric_alarm" "silent" {
  alarm_name          = "silent"
  namespace           = "AWS/EC2"
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 90
  period              = 60
  evaluation_periods  = 3
  actions_enabled     = false
  alarm_actions       = [aws_sns_topic.night.arn]
}

resource "aws_cloudtrail" "all" {
  name           = "all"
  s3_bucket_name = "trails"
  enable_logging = false
}
