resource "aws_rds_cluster" "shop" {
  cluster_identifier              = "shop"
  engine                          = "aurora-mysql"
  engine_version                  = "8.0.mysql_aurora.3.12.1"
  master_username                 = "admin"
  master_password                 = var.db_password
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.shop.name
  enabled_cloudwatch_logs_exports = ["audit", "error", "slowquery", "iam-db-auth-error"]
  iam_database_authentication_enabled = true
  database_insights_mode          = "advanced"
  performance_insights_enabled    = true
  performance_insights_retention_period = 465
  preferred_maintenance_window    = "sun:19:00-sun:19:30"
  preferred_backup_window         = "17:00-17:30"
  backup_retention_period         = 14

  depends_on = [aws_cloudwatch_log_group.database]
}

resource "aws_rds_cluster_instance" "shop" {
  count                        = 2
  identifier                   = "shop-${count.index}"
  cluster_identifier           = aws_rds_cluster.shop.id
  engine                       = aws_rds_cluster.shop.engine
  engine_version               = aws_rds_cluster.shop.engine_version
  instance_class               = "db.r6g.large"
  availability_zone            = ["ap-northeast-1a", "ap-northeast-1c"][count.index]
  auto_minor_version_upgrade   = true
  ca_cert_identifier           = "rds-ca-rsa2048-g1"
  monitoring_interval          = 15
  monitoring_role_arn          = aws_iam_role.monitoring.arn
  performance_insights_enabled = true
}

resource "aws_rds_cluster_parameter_group" "shop" {
  name   = "shop"
  family = "aurora-mysql8.0"

  parameter {
    name  = "slow_query_log"
    value = "1"
  }

  parameter {
    name  = "long_query_time"
    value = "1"
  }

  parameter {
    name  = "server_audit_logging"
    value = "1"
  }

  parameter {
    name  = "server_audit_events"
    value = "CONNECT,QUERY_DCL,QUERY_DDL"
  }

  parameter {
    name  = "general_log"
    value = "0"
  }

  parameter {
    name  = "innodb_print_all_deadlocks"
    value = "1"
  }

  parameter {
    name  = "require_secure_transport"
    value = "ON"
  }

  parameter {
    name  = "max_connect_errors"
    value = "10000"
  }

  parameter {
    name  = "wait_timeout"
    value = "600"
  }
}

resource "aws_cloudwatch_log_group" "database" {
  for_each          = toset(["audit", "error", "slowquery", "iam-db-auth-error"])
  name              = "/aws/rds/cluster/shop/${each.key}"
  retention_in_days = 90
}

resource "aws_iam_role" "monitoring" {
  name = "shop-monitoring"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "monitoring.rds.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "monitoring" {
  role       = aws_iam_role.monitoring.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
}

resource "aws_db_proxy" "shop" {
  name                   = "shop"
  engine_family          = "MYSQL"
  require_tls            = true
  idle_client_timeout    = 1800
  role_arn               = aws_iam_role.proxy.arn
  vpc_subnet_ids         = ["subnet-a", "subnet-c"]
  vpc_security_group_ids = ["sg-database"]

  auth {
    auth_scheme = "SECRETS"
    secret_arn  = aws_secretsmanager_secret.database.arn
  }
}

resource "aws_db_proxy_default_target_group" "shop" {
  db_proxy_name = aws_db_proxy.shop.name

  connection_pool_config {
    max_connections_percent = 80
  }
}

resource "aws_db_proxy_target" "shop" {
  db_proxy_name         = aws_db_proxy.shop.name
  target_group_name     = aws_db_proxy_default_target_group.shop.name
  db_cluster_identifier = aws_rds_cluster.shop.cluster_identifier
}

resource "aws_secretsmanager_secret" "database" {
  name = "shop-database"
}

resource "aws_iam_role" "proxy" {
  name = "shop-proxy"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "rds.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "proxy" {
  name = "secret"
  role = aws_iam_role.proxy.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "secretsmanager:GetSecretValue"
      Resource = aws_secretsmanager_secret.database.arn
    }]
  })
}
