# The shop's orders: Aurora MySQL.
resource "aws_rds_cluster" "orders" {
  cluster_identifier              = "orders"
  engine                          = "aurora-mysql"
  engine_version                  = "8.0.mysql_aurora.3.04.2"
  enabled_cloudwatch_logs_exports = ["error", "slowquery"]
  deletion_protection             = true
}

resource "aws_rds_cluster_instance" "orders" {
  count                        = 2
  identifier                   = "orders-${count.index}"
  cluster_identifier           = aws_rds_cluster.orders.id
  engine                       = aws_rds_cluster.orders.engine
  engine_version               = aws_rds_cluster.orders.engine_version
  instance_class               = "db.r6g.large"
  performance_insights_enabled = true
}
