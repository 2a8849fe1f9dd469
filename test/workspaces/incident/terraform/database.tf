# The shop's database: one writer, one reader.
resource "aws_rds_cluster" "shop" {
  cluster_identifier = "shop"
  engine             = "aurora-mysql"
  engine_version     = "5.7.mysql_aurora.2.11.1"
  database_name      = "shop"
  master_username    = "admin"
  master_password    = var.db_password

  db_subnet_group_name            = aws_db_subnet_group.shop.name
  vpc_security_group_ids          = [aws_security_group.database.id]
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.shop.name

  backup_retention_period = 7
  skip_final_snapshot     = true
}

resource "aws_rds_cluster_instance" "shop" {
  count = 2

  identifier         = "shop-${count.index}"
  cluster_identifier = aws_rds_cluster.shop.id
  engine             = aws_rds_cluster.shop.engine
  engine_version     = aws_rds_cluster.shop.engine_version
  instance_class     = "db.r5.large"
}

resource "aws_rds_cluster_parameter_group" "shop" {
  name   = "shop"
  family = "aurora-mysql5.7"

  parameter {
    name  = "character_set_server"
    value = "utf8mb4"
  }

  parameter {
    name  = "time_zone"
    value = "Asia/Tokyo"
  }
}

resource "aws_db_subnet_group" "shop" {
  name       = "shop"
  subnet_ids = var.private_subnet_ids
}

resource "aws_security_group" "database" {
  name   = "shop-database"
  vpc_id = var.vpc_id

  ingress {
    from_port       = 3306
    to_port         = 3306
    protocol        = "tcp"
    security_groups = [aws_security_group.web.id]
  }
}
