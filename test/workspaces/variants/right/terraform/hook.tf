resource "aws_autoscaling_lifecycle_hook" "logs" {
  name                   = "save-logs"
  autoscaling_group_name = aws_autoscaling_group.web.name
  lifecycle_transition   = "autoscaling:EC2_INSTANCE_TERMINATING"
  heartbeat_timeout      = 300
  default_result         = "ABANDON"
}

resource "aws_cloudwatch_event_rule" "terminate" {
  name = "web-terminating"
  event_pattern = jsonencode({
    source        = ["aws.autoscaling"]
    "detail-type" = ["EC2 Instance-terminate Lifecycle Action"]
    detail        = { AutoScalingGroupName = ["web"] }
  })
}

resource "aws_cloudwatch_event_target" "terminate" {
  rule = aws_cloudwatch_event_rule.terminate.name
  arn  = aws_lambda_function.save_logs.arn
}

resource "aws_lambda_permission" "terminate" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.save_logs.function_name
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.terminate.arn
}

resource "aws_lambda_function" "save_logs" {
  function_name = "web-save-logs"
  role          = aws_iam_role.save_logs.arn
  runtime       = "python3.13"
  handler       = "index.handler"
  filename      = "save-logs.zip"
  timeout       = 120
}

resource "aws_iam_role" "save_logs" {
  name = "web-save-logs"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "save_logs" {
  name = "complete"
  role = aws_iam_role.save_logs.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["autoscaling:CompleteLifecycleAction", "autoscaling:RecordLifecycleActionHeartbeat"]
        Resource = aws_autoscaling_group.web.arn
      },
      {
        Effect   = "Allow"
        Action   = ["ssm:SendCommand", "ssm:GetCommandInvocation"]
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "*"
      },
    ]
  })
}
