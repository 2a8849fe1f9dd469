data "aws_ami" "web" {
  owners = ["amazon"]

  filter {
    name   = "name"
    values = ["al2023-ami-2023.12.20261102.0-kernel-6.1-x86_64"]
  }
}

resource "aws_launch_template" "web" {
  name          = "web"
  image_id      = data.aws_ami.web.id
  instance_type = "c7i.large"

  iam_instance_profile {
    arn = aws_iam_instance_profile.web.arn
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_size           = 30
      delete_on_termination = false
    }
  }

  user_data = base64encode(<<-EOT
    #!/bin/bash
    dnf install -y httpd rsyslog amazon-cloudwatch-agent
    systemctl enable --now rsyslog
    systemctl enable --now httpd
    /opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s -c ssm:/shop/web/agent
  EOT
  )
}

resource "aws_ssm_parameter" "agent" {
  name = "/shop/web/agent"
  type = "String"
  value = jsonencode({
    agent = { run_as_user = "root" }
    logs = {
      logs_collected = {
        files = {
          collect_list = [
            { file_path = "/var/log/messages", log_group_name = "/shop/web/messages", log_stream_name = "{instance_id}" },
            { file_path = "/var/log/cloud-init-output.log", log_group_name = "/shop/web/cloud-init", log_stream_name = "{instance_id}" },
            { file_path = "/var/log/httpd/access_log", log_group_name = "/shop/web/httpd-access", log_stream_name = "{instance_id}" },
            { file_path = "/var/log/httpd/error_log", log_group_name = "/shop/web/httpd-error", log_stream_name = "{instance_id}" },
          ]
        }
      }
    }
    metrics = {
      append_dimensions = { AutoScalingGroupName = "$${aws:AutoScalingGroupName}" }
      metrics_collected = { mem = { measurement = ["mem_used_percent"] } }
    }
  })
}

resource "aws_cloudwatch_log_group" "web" {
  for_each          = toset(["messages", "cloud-init", "httpd-access", "httpd-error"])
  name              = "/shop/web/${each.key}"
  retention_in_days = 30
}

resource "aws_iam_role" "web" {
  name = "shop-web"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "web_agent" {
  role       = aws_iam_role.web.name
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"
}

resource "aws_iam_role_policy_attachment" "web_ssm" {
  role       = aws_iam_role.web.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_instance_profile" "web" {
  name = "shop-web"
  role = aws_iam_role.web.name
}

resource "aws_autoscaling_group" "web" {
  name                      = "web"
  min_size                  = 2
  max_size                  = 8
  health_check_type         = "ELB"
  health_check_grace_period = 300
  default_instance_warmup   = 120
  vpc_zone_identifier       = ["subnet-a", "subnet-c"]
  target_group_arns         = [aws_lb_target_group.web.arn]
  metrics_granularity       = "1Minute"
  enabled_metrics           = ["GroupDesiredCapacity", "GroupInServiceInstances", "GroupPendingInstances", "GroupTerminatingInstances", "GroupTotalInstances", "GroupMinSize", "GroupMaxSize"]

  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }

  instance_maintenance_policy {
    min_healthy_percentage = 100
    max_healthy_percentage = 120
  }

  instance_lifecycle_policy {
    retention_triggers {
      terminate_hook_abandon = "retain"
    }
  }
}

resource "aws_lb" "web" {
  name               = "web"
  load_balancer_type = "application"
  subnets            = ["subnet-a", "subnet-c"]

  access_logs {
    bucket  = aws_s3_bucket.logs.id
    prefix  = "access"
    enabled = true
  }

  health_check_logs {
    bucket  = aws_s3_bucket.logs.id
    prefix  = "health"
    enabled = true
  }

  depends_on = [aws_s3_bucket_policy.logs]
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

resource "aws_lb_target_group" "web" {
  name                 = "web"
  port                 = 80
  protocol             = "HTTP"
  vpc_id               = var.vpc_id
  slow_start           = 60
  deregistration_delay = 60

  health_check {
    path                = "/healthz"
    interval            = 30
    timeout             = 5
    healthy_threshold   = 3
    unhealthy_threshold = 3
  }

  target_group_health {
    unhealthy_state_routing {
      minimum_healthy_targets_percentage = "50"
    }
  }
}

resource "aws_s3_bucket" "logs" {
  bucket = "shop-web-logs"
}

resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = aws_s3_bucket.logs.id

  rule {
    id     = "keep"
    status = "Enabled"

    filter {}

    expiration {
      days = 90
    }
  }
}

resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.logs.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "s3:PutObject"
        Principal = { Service = "logdelivery.elasticloadbalancing.amazonaws.com" }
        Resource  = "${aws_s3_bucket.logs.arn}/*"
      },
    ]
  })
}
