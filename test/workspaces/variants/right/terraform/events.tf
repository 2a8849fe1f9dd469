resource "aws_db_event_subscription" "clusters" {
  name             = "shop-clusters"
  sns_topic        = aws_sns_topic.alerts.arn
  source_type      = "db-cluster"
  source_ids       = [aws_rds_cluster.shop.id]
  event_categories = ["failover", "failure", "maintenance", "notification"]
}

resource "aws_db_event_subscription" "instances" {
  name             = "shop-instances"
  sns_topic        = aws_sns_topic.alerts.arn
  source_type      = "db-instance"
  source_ids       = aws_rds_cluster_instance.shop[*].id
  event_categories = ["availability", "failure", "low storage", "maintenance", "notification", "recovery"]
}

resource "aws_db_event_subscription" "parameters" {
  name             = "shop-parameters"
  sns_topic        = aws_sns_topic.alerts.arn
  source_type      = "db-parameter-group"
  event_categories = ["configuration change"]
}

resource "aws_autoscaling_notification" "web" {
  group_names = [aws_autoscaling_group.web.name]
  topic_arn   = aws_sns_topic.alerts.arn

  notifications = [
    "autoscaling:EC2_INSTANCE_LAUNCH",
    "autoscaling:EC2_INSTANCE_LAUNCH_ERROR",
    "autoscaling:EC2_INSTANCE_TERMINATE",
    "autoscaling:EC2_INSTANCE_TERMINATE_ERROR",
  ]
}

resource "aws_cloudtrail" "account" {
  name                          = "account"
  s3_bucket_name                = aws_s3_bucket.trail.id
  include_global_service_events = true
  is_multi_region_trail         = true
  enable_log_file_validation    = true

  depends_on = [aws_s3_bucket_policy.trail]
}

resource "aws_s3_bucket" "trail" {
  bucket = "shop-trail"
}

resource "aws_s3_bucket_policy" "trail" {
  bucket = aws_s3_bucket.trail.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "s3:GetBucketAcl"
        Principal = { Service = "cloudtrail.amazonaws.com" }
        Resource  = aws_s3_bucket.trail.arn
      },
      {
        Effect    = "Allow"
        Action    = "s3:PutObject"
        Principal = { Service = "cloudtrail.amazonaws.com" }
        Resource  = "${aws_s3_bucket.trail.arn}/AWSLogs/*"
        Condition = { StringEquals = { "s3:x-amz-acl" = "bucket-owner-full-control" } }
      },
    ]
  })
}
