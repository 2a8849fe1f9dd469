// Pieces of Terraform code for the benchmark's tree. The number makes pieces differ.
import * as watching from './watching.ts';

const RESOURCES = [
  (n: number): string => `resource "aws_s3_bucket" "assets_${n}" {
  bucket        = "\${local.prefix}-assets-${n}"
  force_destroy = false

  tags = merge(local.tags, { Name = "assets-${n}", CostCenter = "${n % 97}" })
}

resource "aws_s3_bucket_lifecycle_configuration" "assets_${n}" {
  bucket = aws_s3_bucket.assets_${n}.id

  rule {
    id     = "expire-old-objects"
    status = "Enabled"
    expiration { days = ${30 + (n % 60)} }
    noncurrent_version_expiration { noncurrent_days = 7 }
  }
}
`,
  (n: number): string => `resource "aws_lambda_function" "worker_${n}" {
  function_name    = "\${local.prefix}-worker-${n}"
  role             = aws_iam_role.worker_${n}.arn
  handler          = "index.handler"
  runtime          = "nodejs22.x"
  timeout          = ${10 + (n % 50)}
  memory_size      = 512
  filename         = data.archive_file.worker_${n}.output_path
  source_code_hash = data.archive_file.worker_${n}.output_base64sha256

  environment {
    variables = {
      TABLE_NAME = aws_dynamodb_table.items_${n}.name
      LOG_LEVEL  = var.log_level
    }
  }
}
`,
  (n: number): string => `# Sessions of the shop; they may be lost at any time.
resource "aws_elasticache_replication_group" "sessions_${n}" {
  replication_group_id = "sessions-${n}"
  description          = "Sessions of service ${n}"
  engine               = "redis"
  engine_version       = "7.1"
  node_type            = "cache.t4g.small"
  num_cache_clusters   = 2
  subnet_group_name    = aws_elasticache_subnet_group.sessions.name
}
`,
  (n: number): string => `resource "aws_ecs_service" "api_${n}" {
  name            = "api-${n}"
  cluster         = var.ecs_cluster_arn
  task_definition = aws_ecs_task_definition.api_${n}.arn
  desired_count   = ${1 + (n % 6)}
  launch_type     = "FARGATE"

  network_configuration {
    subnets         = var.private_subnet_ids
    security_groups = [aws_security_group.api_${n}.id]
  }

  lifecycle {
    ignore_changes = [desired_count]
  }
}
`,
];

export function resource(n: number): string {
  // One service in ten has alarms, once; the rest of its code is ordinary.
  if (n % 10_000 === 1) return watching.terraform(n);
  return (RESOURCES[n % RESOURCES.length] ?? watching.terraform)(n);
}

export function policy(n: number): string {
  return `data "aws_iam_policy_document" "worker_${n}" {
  statement {
    sid       = "ReadItems${n}"
    effect    = "Allow"
    actions   = ["dynamodb:GetItem", "dynamodb:Query", "s3:GetObject", "kms:Decrypt"]
    resources = ["arn:aws:dynamodb:\${var.region}:\${var.account_id}:table/items-${n}", "arn:aws:s3:::assets-${n}/*"]

    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = [var.region]
    }
  }
}
`;
}

export function securityGroup(n: number): string {
  return `resource "aws_security_group" "api_${n}" {
  name_prefix = "api-${n}-"
  vpc_id      = var.vpc_id

  ingress {
    description = "HTTP from the load balancer"
    from_port   = ${8000 + (n % 1000)}
    to_port     = ${8000 + (n % 1000)}
    protocol    = "tcp"
    cidr_blocks = ["10.${n % 256}.0.0/16"]
  }
}
`;
}

export function variable(n: number): string {
  return `variable "setting_${n}" {
  description = "How many of the items of service ${n} are kept."
  type        = object({ count = number, name = optional(string, "items-${n}") })
  default     = { count = ${n % 100} }
}
`;
}

export function value(n: number): string {
  return `setting_${n} = {
  count = ${n % 100}
  name  = "items-prod-${n}"
  zones = ["ap-northeast-1a", "ap-northeast-1c"]
}
`;
}

export function cluster(n: number): string {
  return `resource "aws_rds_cluster" "main_${n}" {
  cluster_identifier      = "main-${n}"
  engine                  = "aurora-mysql"
  engine_version          = "8.0.mysql_aurora.3.04.${n % 4}"
  backup_retention_period = 7
}
`;
}

/** Resource next to databases; every eighth is a cluster. */
export function clusterOrOther(n: number): string {
  if (n % 8 === 0) return cluster(n);
  return n % 8 === 1 ? image(n) : watching.terraform(n);
}

export function image(n: number): string {
  return `data "aws_ami" "linux_${n}" {
  most_recent = true
  owners      = ["amazon"]
  filter {
    name   = "name"
    values = ["amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2"]
  }
}
`;
}

export function versionVariable(n: number): string {
  return `variable "aurora_engine_version" {
  description = "Version of the cluster."
  default     = "5.7.mysql_aurora.2.11.${n % 5}"
}
`;
}

export function versionValue(n: number): string {
  return `aurora_engine_version = "8.0.mysql_aurora.3.05.${n % 2}"`;
}
