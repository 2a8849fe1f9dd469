from aws_cdk import Duration, Stack
from aws_cdk import aws_autoscaling as autoscaling
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_elasticloadbalancingv2 as elbv2
from aws_cdk import aws_rds as rds
from constructs import Construct


class Shop(Stack):
    def __init__(self, scope: Construct, construct_id: str, vpc: ec2.Vpc, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        rds.DatabaseCluster(
            self,
            "Shop",
            engine=rds.DatabaseClusterEngine.aurora_mysql(version=rds.AuroraMysqlEngineVersion.VER_2_11_1),
            cluster_identifier="shop",
            writer=rds.ClusterInstance.provisioned(
                "writer",
                auto_minor_version_upgrade=False,
                ca_certificate=rds.CaCertificate.of("rds-ca-2019"),
            ),
            iam_authentication=True,
            vpc=vpc,
        )

        ledger_parameters = rds.ParameterGroup(
            self,
            "LedgerParameters",
            engine=rds.DatabaseClusterEngine.aurora_mysql(
                version=rds.AuroraMysqlEngineVersion.of("8.0.mysql_aurora.3.12.1")
            ),
            parameters={
                "general_log": "1",
                "max_connections": "200000",
            },
        )
        ledger = rds.DatabaseCluster(
            self,
            "Ledger",
            engine=rds.DatabaseClusterEngine.aurora_mysql(
                version=rds.AuroraMysqlEngineVersion.of("8.0.mysql_aurora.3.12.1")
            ),
            writer=rds.ClusterInstance.provisioned("writer"),
            readers=[rds.ClusterInstance.provisioned("reader")],
            parameter_group=ledger_parameters,
            cloudwatch_logs_exports=["error", "postgresql"],
            vpc=vpc,
        )

        rds.DatabaseCluster(
            self,
            "Orders",
            engine=rds.DatabaseClusterEngine.aurora_postgres(version=rds.AuroraPostgresEngineVersion.VER_14_9),
            writer=rds.ClusterInstance.serverless_v2("writer"),
            vpc=vpc,
        )

        balancer = elbv2.ApplicationLoadBalancer(self, "WebBalancer", vpc=vpc)
        targets = elbv2.ApplicationTargetGroup(
            self,
            "WebTargets",
            vpc=vpc,
            port=80,
            health_check=elbv2.HealthCheck(
                path="/",
                interval=Duration.seconds(10),
                timeout=Duration.seconds(5),
                unhealthy_threshold_count=2,
            ),
        )
        balancer.add_listener("Http", port=80, default_target_groups=[targets])

        template = ec2.LaunchTemplate(
            self,
            "WebTemplate",
            machine_image=ec2.MachineImage.latest_amazon_linux2(),
            instance_type=ec2.InstanceType("c5.large"),
            security_group=ec2.SecurityGroup(self, "WebTraffic", vpc=vpc),
            user_data=ec2.UserData.custom("#!/bin/bash\nyum install -y httpd php"),
        )
        servers = autoscaling.AutoScalingGroup(
            self,
            "WebServers",
            vpc=vpc,
            launch_template=template,
            min_capacity=2,
            max_capacity=10,
            health_check=autoscaling.HealthCheck.elb(grace=Duration.seconds(0)),
        )
        servers.attach_to_application_target_group(targets)

        cloudwatch.CfnAlarm(
            self,
            "Silent",
            namespace="AWS/EC2",
            metric_name="CPUUtilization",
            statistic="Average",
            comparison_operator="GreaterThanThreshold",
            threshold=90,
            period=60,
            evaluation_periods=3,
            actions_enabled=False,
            alarm_actions=["arn:aws:sns:eu-west-1:111122223333:night"],
        )
