/** One way to write an operating system image, in one format. */
export interface Form {
  name: string;
  files: Record<string, string>;
  /** `2023 2023.4.20240416 [2023.4.20240416.0]`: generation, release or resolution, the text that the range covers. */
  images: readonly string[];
}

const EC2 = '/aws/service/ami-amazon-linux-latest';
const ECS = '/aws/service/ecs/optimized-ami';
const EKS = '/aws/service/eks/optimized-ami';

function form(
  name: string,
  file: string,
  lines: readonly string[] | string,
  images: readonly string[] | string = [],
): Form {
  const text = typeof lines === 'string' ? lines : lines.join('\n');
  return { name, files: { [file]: `${text}\n` }, images: typeof images === 'string' ? [images] : images };
}

function several(name: string, files: Record<string, string>, images: readonly string[]): Form {
  return { name, files, images };
}

const TERRAFORM: readonly Form[] = [
  form(
    'tf: name of an AMI in a filter, used by an instance',
    'main.tf',
    `data "aws_ami" "web" {
  owners = ["amazon"]
  filter {
    name   = "name"
    values = ["amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2"]
  }
}
resource "aws_instance" "web" {
  ami           = data.aws_ami.web.id
  instance_type = "t3.micro"
}`,
    '2 2.0.20230307.0 [2.0.20230307.0]',
  ),
  form(
    'tf: name of an AMI in a filter by for_each over releases',
    'main.tf',
    `data "aws_ami" "all" {
  for_each = { a = "2023.4.20240416.0", b = "2023.5.20240805.0" }
  owners   = ["amazon"]
  filter {
    name   = "name"
    values = ["al2023-ami-\${each.value}-kernel-6.1-x86_64"]
  }
}`,
    ['2023 2023.4.20240416 [2023.4.20240416.0]', '2023 2023.5.20240805 [2023.5.20240805.0]'],
  ),
  form(
    'tf: wildcard filter',
    'main.tf',
    `data "aws_ami" "al2023" {
  most_recent = true
  owners      = ["amazon"]
  filter {
    name   = "name"
    values = ["al2023-ami-2023.*-x86_64"]
  }
}`,
    '2023 floating [al2023-ami-2023.*-x86_64]',
  ),
  form(
    'tf: name_regex',
    'main.tf',
    `data "aws_ami" "al2" {
  most_recent = true
  owners      = ["amazon"]
  name_regex  = "^amzn2-ami-hvm-2\\\\.0\\\\.20230307\\\\..*-x86_64-gp2$"
}`,
    '2 floating [^amzn2-ami-hvm-2\\\\.0\\\\.20230307\\\\..*-x86_64-gp2$]',
  ),
  form(
    'tf: ECS-optimised name in a filter',
    'main.tf',
    `data "aws_ami" "ecs" {
  owners = ["amazon"]
  filter {
    name   = "name"
    values = ["amzn2-ami-ecs-hvm-2.0.20230307-x86_64-ebs"]
  }
}`,
    '2 2.0.20230307 [2.0.20230307]',
  ),
  form(
    'tf: EKS-optimised name in a filter',
    'main.tf',
    `data "aws_ami" "eks" {
  owners = ["602401143452"]
  filter {
    name   = "name"
    values = ["amazon-eks-node-al2023-x86_64-standard-1.31-v20241011"]
  }
}`,
    '2023 2023.20241011 [v20241011]',
  ),
  form(
    'tf: SSM parameter of a data source that a launch template uses, listed once',
    'main.tf',
    `data "aws_ssm_parameter" "al2023" {
  name = "${EC2}/al2023-ami-kernel-default-x86_64"
}
resource "aws_launch_template" "web" {
  image_id = data.aws_ssm_parameter.al2023.value
}`,
    `2023 floating [al2023-ami-kernel-default-x86_64]`,
  ),
  form(
    'tf: SSM parameter through nonsensitive and a local, listed once',
    'main.tf',
    `data "aws_ssm_parameter" "al2" {
  name = "${EC2}/amzn2-ami-hvm-x86_64-gp2"
}
locals {
  ami = nonsensitive(data.aws_ssm_parameter.al2.value)
}
resource "aws_instance" "a" {
  ami = local.ami
}
resource "aws_instance" "b" {
  ami = data.aws_ssm_parameter.al2.insecure_value
}`,
    `2 floating [amzn2-ami-hvm-x86_64-gp2]`,
  ),
  form(
    'tf: SSM parameter of an ECS image as JSON, listed once',
    'main.tf',
    `data "aws_ssm_parameter" "ecs" {
  name = "${ECS}/amazon-linux-2023/recommended"
}
resource "aws_launch_template" "ecs" {
  image_id = jsondecode(data.aws_ssm_parameter.ecs.value)["image_id"]
}`,
    `2023 floating [amazon-linux-2023]`,
  ),
  form(
    'tf: SSM parameter of one ECS image is a pin',
    'main.tf',
    `data "aws_ssm_parameter" "ecs" {
  name = "${ECS}/amazon-linux-2/amzn2-ami-ecs-hvm-2.0.20230307-x86_64-ebs/image_id"
}`,
    '2 2.0.20230307 [2.0.20230307]',
  ),
  form(
    'tf: SSM parameter of one EKS image with an unknown Kubernetes version is a pin',
    'main.tf',
    `variable "k8s" {}
data "aws_ssm_parameter" "eks" {
  name = "${EKS}/\${var.k8s}/amazon-linux-2023/x86_64/standard/amazon-eks-node-al2023-x86_64-standard-1.31-v20241011/image_id"
}`,
    '2023 2023.20241011 [v20241011]',
  ),
  form(
    'tf: SSM parameter of EKS with a known Kubernetes version',
    'main.tf',
    `variable "k8s" {
  default = "1.31"
}
data "aws_ssm_parameter" "eks" {
  name = "${EKS}/\${var.k8s}/amazon-linux-2023/x86_64/standard/recommended/image_id"
}`,
    `2023 floating [amazon-linux-2023]`,
  ),
  form(
    'tf: resolve:ssm in a launch template',
    'main.tf',
    `resource "aws_launch_template" "web" {
  image_id = "resolve:ssm:${EC2}/al2023-ami-kernel-default-arm64"
}`,
    `2023 floating [al2023-ami-kernel-default-arm64]`,
  ),
  form(
    'tf: node group with release version and AMI type',
    'main.tf',
    `resource "aws_eks_node_group" "a" {
  cluster_name    = "c"
  ami_type        = "AL2023_x86_64_STANDARD"
  release_version = "1.29.3-20240531"
}`,
    '2023 2023.20240531 [1.29.3-20240531]',
  ),
  form(
    'tf: node group with a release version only',
    'main.tf',
    `resource "aws_eks_node_group" "a" {
  release_version = "1.27.1-20230703"
}`,
    '2 2.0.20230703 [1.27.1-20230703]',
  ),
  form(
    'tf: node group with an AMI type only',
    'main.tf',
    `resource "aws_eks_node_group" "a" {
  ami_type = "AL2_x86_64"
}`,
    '2 partial [AL2_x86_64]',
  ),
  form(
    'tf: node group whose release version is the newest by parameter, listed once',
    'main.tf',
    `data "aws_ssm_parameter" "release" {
  name = "${EKS}/1.31/amazon-linux-2023/x86_64/standard/recommended/release_version"
}
resource "aws_eks_node_group" "a" {
  ami_type        = "AL2023_x86_64_STANDARD"
  release_version = nonsensitive(data.aws_ssm_parameter.release.value)
}`,
    `2023 floating [amazon-linux-2023]`,
  ),
  form(
    'tf: node groups of the EKS module',
    'main.tf',
    `module "eks" {
  source = "terraform-aws-modules/eks/aws"
  eks_managed_node_groups = {
    pinned = {
      ami_type            = "AL2023_x86_64_STANDARD"
      ami_release_version = "1.31.2-20241121"
    }
    moving = {
      ami_type = "AL2_ARM_64"
    }
  }
}`,
    ['2023 2023.20241121 [1.31.2-20241121]', '2 partial [AL2_ARM_64]'],
  ),
  form(
    'tf: an older release version in the EKS module, whose type is of Amazon Linux 2023',
    'main.tf',
    `module "eks" {
  source = "terraform-aws-modules/eks/aws"
  eks_managed_node_groups = {
    a = {
      ami_type            = "AL2023_x86_64_STANDARD"
      ami_release_version = "1.29.3-20240531"
    }
  }
}`,
    '2023 2023.20240531 [1.29.3-20240531]',
  ),
  form(
    'tf: module with an SSM parameter',
    'main.tf',
    `module "ec2" {
  source            = "terraform-aws-modules/ec2-instance/aws"
  ami_ssm_parameter = "${EC2}/al2023-ami-kernel-default-x86_64"
}`,
    `2023 floating [al2023-ami-kernel-default-x86_64]`,
  ),
  form(
    'tf: Elastic Beanstalk solution stack',
    'main.tf',
    `resource "aws_elastic_beanstalk_environment" "web" {
  application         = "shop"
  solution_stack_name = "64bit Amazon Linux 2023 v4.0.1 running PHP 8.2"
}`,
    '2023 partial [Amazon Linux 2023]',
  ),
  form(
    'tf: Elastic Beanstalk platform ARN',
    'main.tf',
    `resource "aws_elastic_beanstalk_environment" "web" {
  application  = "shop"
  platform_arn = "arn:aws:elasticbeanstalk:eu-west-1::platform/Python 3.8 running on 64bit Amazon Linux 2/3.5.0"
}`,
    '2 partial [Amazon Linux 2]',
  ),
  form(
    'tf: Elastic Beanstalk solution stack by data source, listed once',
    'main.tf',
    `data "aws_elastic_beanstalk_solution_stack" "docker" {
  most_recent = true
  name_regex  = "^64bit Amazon Linux 2 (.*) running Docker$"
}
resource "aws_elastic_beanstalk_environment" "web" {
  solution_stack_name = data.aws_elastic_beanstalk_solution_stack.docker.name
}`,
    '2 floating [Amazon Linux 2]',
  ),
  form(
    'tf: AMI name by variable default',
    'main.tf',
    `variable "ami_name" {
  default = "al2023-ami-2023.4.20240416.0-kernel-6.1-x86_64"
}
data "aws_ami" "a" {
  filter {
    name   = "name"
    values = [var.ami_name]
  }
}`,
    '2023 2023.4.20240416 [2023.4.20240416.0]',
  ),
  several(
    'tf: release by variables file',
    {
      'main.tf': `variable "release" {}
data "aws_ami" "a" {
  filter {
    name   = "name"
    values = ["al2023-ami-\${var.release}-kernel-6.1-x86_64"]
  }
}
`,
      'terraform.tfvars': 'release = "2023.4.20240416.0"\n',
    },
    ['2023 2023.4.20240416 [2023.4.20240416.0]'],
  ),
  form(
    'tf: task definition',
    'main.tf',
    `resource "aws_ecs_task_definition" "a" {
  family = "a"
  container_definitions = jsonencode([{ name = "a", image = "public.ecr.aws/amazonlinux/amazonlinux:2023.4.20240416.0" }])
}`,
    '2023 2023.4.20240416 [2023.4.20240416.0]',
  ),
  form(
    'tf: Batch image type',
    'main.tf',
    `resource "aws_batch_compute_environment" "a" {
  compute_resources {
    ec2_configuration {
      image_type = "ECS_AL2"
    }
  }
}`,
    '2 partial [ECS_AL2]',
  ),
  form(
    'tf: EMR release of the operating system',
    'main.tf',
    `resource "aws_emr_cluster" "a" {
  os_release_label = "2.0.20230307.0"
}`,
    '2 2.0.20230307.0 [2.0.20230307.0]',
  ),
  form(
    'tf: spot fleet',
    'main.tf',
    `data "aws_ami" "a" {
  filter {
    name   = "name"
    values = ["al2023-ami-ecs-hvm-2023.0.20240409-kernel-6.1-x86_64"]
  }
}
resource "aws_spot_fleet_request" "a" {
  launch_specification {
    ami = data.aws_ami.a.id
  }
}`,
    '2023 2023.0.20240409 [2023.0.20240409]',
  ),
  form(
    'tf json: filter',
    'main.tf.json',
    JSON.stringify(
      {
        data: {
          aws_ami: {
            a: { filter: [{ name: 'name', values: ['al2023-ami-2023.4.20240416.0-kernel-6.1-x86_64'] }] },
          },
        },
      },
      null,
      2,
    ),
    '2023 2023.4.20240416 [2023.4.20240416.0]',
  ),
  form(
    'terragrunt: inputs',
    'terragrunt.hcl',
    `inputs = {
  ami_name = "al2023-ami-2023.4.20240416.0-kernel-6.1-x86_64"
}`,
    '2023 2023.4.20240416 [2023.4.20240416.0]',
  ),
  form(
    'tfvars away from its module',
    'envs/prod.tfvars',
    `ami_filter = "al2023-ami-2023.4.*-x86_64"
stack      = "64bit Amazon Linux 2 v3.5.0 running Docker"`,
    ['2023 floating [al2023-ami-2023.4.*-x86_64]', '2 partial [Amazon Linux 2]'],
  ),
  form(
    'tf: commands of user data in a heredoc',
    'main.tf',
    `resource "aws_instance" "web" {
  ami       = "ami-0abcdef1234567890"
  user_data = <<-EOF
    #!/bin/bash
    dnf upgrade -y --releasever=2023.4.20240416
  EOF
}`,
    '2023 2023.4.20240416 [2023.4.20240416]',
  ),
  form(
    'tf: commands of user data, encoded, with a release from a variable',
    'main.tf',
    `variable "release" {
  default = "2023.5.20240805"
}
resource "aws_launch_template" "web" {
  user_data = base64encode(<<EOF
#!/bin/bash
dnf upgrade -y --releasever=\${var.release}
EOF
  )
}`,
    '2023 2023.5.20240805 [2023.5.20240805]',
  ),
  several(
    'tf: user data from a script, which is listed once',
    {
      'main.tf': `resource "aws_launch_template" "web" {
  user_data = filebase64("\${path.module}/scripts/boot.sh")
}
resource "aws_instance" "b" {
  ami       = "ami-0abcdef1234567890"
  user_data = file("\${path.module}/scripts/boot.sh")
}
`,
      'scripts/boot.sh': '#!/bin/bash\ndnf upgrade -y --releasever=2023.4.20240416\n',
    },
    ['2023 2023.4.20240416 [2023.4.20240416]'],
  ),
  several(
    'tf: user data from a file of a kind that no format knows',
    {
      'main.tf': `resource "aws_launch_template" "web" {
  user_data = base64encode(file("\${path.module}/boot.txt"))
}
`,
      'boot.txt': '#!/bin/bash\ndnf upgrade -y --releasever=2023.4.20240416\n',
    },
    ['2023 2023.4.20240416 [2023.4.20240416]'],
  ),
  several(
    'tf: user data from a template, with the release from the call',
    {
      'main.tf': `resource "aws_launch_template" "web" {
  user_data = base64encode(templatefile("\${path.module}/init.tftpl", {
    release = "2023.4.20240416"
  }))
}
`,
      'init.tftpl': '#!/bin/bash\ndnf upgrade -y --releasever=${release}\n',
    },
    ['2023 2023.4.20240416 [2023.4.20240416]'],
  ),
  several(
    'tf: user data from a template that names the release itself',
    {
      'main.tf': `resource "aws_launch_template" "web" {
  user_data = base64encode(templatefile("\${path.module}/init.tpl", { name = "web" }))
}
`,
      'init.tpl': '#!/bin/bash\necho ${name}\ndnf upgrade -y --releasever=2023.4.20240416\n',
    },
    ['2023 2023.4.20240416 [2023.4.20240416]'],
  ),
  several(
    'tf: user data from a template that the shell format reads, too, listed once',
    {
      'main.tf': `resource "aws_launch_template" "web" {
  user_data = base64encode(templatefile("\${path.module}/user_data.sh.tftpl", { name = "web" }))
}
`,
      'user_data.sh.tftpl': '#!/bin/bash\necho ${name}\ndnf upgrade -y --releasever=2023.4.20240416\n',
    },
    ['2023 2023.4.20240416 [2023.4.20240416]'],
  ),
  form(
    'tf: cloud-init parts',
    'main.tf',
    `data "cloudinit_config" "web" {
  part {
    content_type = "text/x-shellscript"
    content      = <<-EOF
      #!/bin/bash
      dnf upgrade -y --releasever=2023.4.20240416
    EOF
  }
}`,
    '2023 2023.4.20240416 [2023.4.20240416]',
  ),
  form(
    'tf: cloud-config in user data',
    'main.tf',
    `resource "aws_instance" "web" {
  ami       = "ami-0abcdef1234567890"
  user_data = <<-EOF
    #cloud-config
    runcmd:
      - dnf upgrade -y --releasever=2023.4.20240416
  EOF
}`,
    '2023 2023.4.20240416 [2023.4.20240416]',
  ),
];

const CLOUDFORMATION: readonly Form[] = [
  form(
    'cfn: SSM parameter type, used',
    'a.yaml',
    `Parameters:
  Ami:
    Type: AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>
    Default: ${EC2}/al2023-ami-kernel-default-x86_64
Resources:
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: !Ref Ami`,
    `2023 floating [al2023-ami-kernel-default-x86_64]`,
  ),
  form(
    'cfn: dynamic reference',
    'a.yaml',
    `Resources:
  Web:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        ImageId: '{{resolve:ssm:${EC2}/amzn2-ami-hvm-x86_64-gp2}}'`,
    `2 floating [amzn2-ami-hvm-x86_64-gp2]`,
  ),
  form(
    'cfn: dynamic reference to one version of a parameter does not float',
    'a.yaml',
    `Resources:
  Web:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        ImageId: '{{resolve:ssm:${EC2}/amzn2-ami-hvm-x86_64-gp2:42}}'`,
    `2 partial [amzn2-ami-hvm-x86_64-gp2]`,
  ),
  form(
    'cfn: node group with release version and type',
    'a.yaml',
    `Resources:
  Nodes:
    Type: AWS::EKS::Nodegroup
    Properties:
      AmiType: AL2_x86_64
      ReleaseVersion: 1.27.1-20230703`,
    '2 2.0.20230703 [1.27.1-20230703]',
  ),
  form(
    'cfn: node group with type only',
    'a.yaml',
    `Resources:
  Nodes:
    Type: AWS::EKS::Nodegroup
    Properties:
      AmiType: AL2023_ARM_64_STANDARD`,
    '2023 partial [AL2023_ARM_64_STANDARD]',
  ),
  form(
    'cfn: node group by parameters',
    'a.yaml',
    `Parameters:
  Release:
    Type: String
    Default: 1.31.2-20241121
Resources:
  Nodes:
    Type: AWS::EKS::Nodegroup
    Properties:
      ReleaseVersion: !Ref Release`,
    '2023 2023.20241121 [1.31.2-20241121]',
  ),
  form(
    'cfn: Elastic Beanstalk',
    'a.yaml',
    `Resources:
  Web:
    Type: AWS::ElasticBeanstalk::Environment
    Properties:
      SolutionStackName: 64bit Amazon Linux 2 v3.5.0 running Python 3.8
  Other:
    Type: AWS::ElasticBeanstalk::Environment
    Properties:
      PlatformArn: !Sub arn:aws:elasticbeanstalk:\${AWS::Region}::platform/Python 3.11 running on 64bit Amazon Linux 2023/4.0.1`,
    ['2 partial [Amazon Linux 2]', '2023 partial [Amazon Linux 2023]'],
  ),
  form(
    'cfn: user data with Sub',
    'a.yaml',
    `Resources:
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0abcdef1234567890
      UserData:
        Fn::Base64: !Sub |
          #!/bin/bash
          dnf upgrade -y --releasever=2023.4.20240416
          echo \${AWS::StackName}`,
    '2023 2023.4.20240416 [2023.4.20240416]',
  ),
  form(
    'cfn: user data with a release from a parameter',
    'a.yaml',
    `Parameters:
  Release:
    Type: String
    Default: 2023.4.20240416
Resources:
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0abcdef1234567890
      UserData: !Base64
        Fn::Sub: |
          #!/bin/bash
          dnf upgrade -y --releasever=\${Release}`,
    '2023 2023.4.20240416 [2023.4.20240416]',
  ),
  form(
    'cfn json: user data joined',
    'a.json',
    JSON.stringify(
      {
        Resources: {
          Web: {
            Type: 'AWS::EC2::Instance',
            Properties: {
              ImageId: 'ami-0abcdef1234567890',
              UserData: {
                'Fn::Base64': {
                  'Fn::Join': [
                    '\n',
                    ['#!/bin/bash', 'dnf upgrade -y --releasever=2023.4.20240416', 'reboot'],
                  ],
                },
              },
            },
          },
        },
      },
      null,
      2,
    ),
    '2023 2023.4.20240416 [2023.4.20240416]',
  ),
  form(
    'cfn: commands of cfn-init',
    'a.yaml',
    `Resources:
  Web:
    Type: AWS::EC2::Instance
    Metadata:
      AWS::CloudFormation::Init:
        config:
          commands:
            01_upgrade:
              command: dnf upgrade -y --releasever=2023.4.20240416
    Properties:
      ImageId: '{{resolve:ssm:${EC2}/al2023-ami-kernel-default-x86_64}}'`,
    ['2023 2023.4.20240416 [2023.4.20240416]', `2023 floating [al2023-ami-kernel-default-x86_64]`],
  ),
  form(
    'cfn: task definition and Batch',
    'a.yaml',
    `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: a
          Image: amazonlinux:2.0.20230307.0
  Batch:
    Type: AWS::Batch::ComputeEnvironment
    Properties:
      ComputeResources:
        Ec2Configuration:
          - ImageType: ECS_AL2023`,
    ['2 2.0.20230307.0 [2.0.20230307.0]', '2023 partial [ECS_AL2023]'],
  ),
  form(
    'cfn: ECS parameter by default, unused',
    'a.yaml',
    `Parameters:
  EcsAmi:
    Type: AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>
    Default: ${ECS}/amazon-linux-2023/recommended/image_id
Resources:
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      MinSize: '1'`,
    `2023 floating [amazon-linux-2023]`,
  ),
];

const BEANSTALK: readonly Form[] = [
  form(
    'eb: default platform of the command line',
    '.elasticbeanstalk/config.yml',
    `branch-defaults:
  main:
    environment: shop
global:
  application_name: shop
  default_platform: Python 3.8 running on 64bit Amazon Linux 2
  default_region: eu-west-1`,
    '2 partial [Amazon Linux 2]',
  ),
  form(
    'eb: saved configuration',
    '.elasticbeanstalk/saved_configs/prod.cfg.yml',
    `EnvironmentConfigurationMetadata:
  Description: prod
Platform:
  PlatformArn: arn:aws:elasticbeanstalk:eu-west-1::platform/Docker running on 64bit Amazon Linux 2023/4.0.1`,
    '2023 partial [Amazon Linux 2023]',
  ),
  form(
    'eb: env.yaml',
    'env.yaml',
    `AWSConfigurationTemplateVersion: 1.1.0.0
SolutionStack: 64bit Amazon Linux 2 v3.5.0 running Python 3.8
EnvironmentName: shop+`,
    '2 partial [Amazon Linux 2]',
  ),
  form(
    'eb: commands of an extension',
    '.ebextensions/01-upgrade.config',
    `commands:
  01_upgrade:
    command: dnf upgrade -y --releasever=2023.4.20240416
container_commands:
  02_other:
    command: echo done`,
    '2023 2023.4.20240416 [2023.4.20240416]',
  ),
  form(
    'eb: resources of an extension',
    '.ebextensions/02-image.config',
    `Resources:
  AWSEBAutoScalingLaunchConfiguration:
    Type: AWS::AutoScaling::LaunchConfiguration
    Properties:
      ImageId: '{{resolve:ssm:${EC2}/al2023-ami-kernel-default-x86_64}}'`,
    `2023 floating [al2023-ami-kernel-default-x86_64]`,
  ),
  form(
    'shell: aws elasticbeanstalk',
    'deploy.sh',
    'aws elasticbeanstalk create-environment --solution-stack-name "64bit Amazon Linux 2023 v4.0.1 running PHP 8.2"',
    '2023 partial [Amazon Linux 2023]',
  ),
];

const CONTAINERS: readonly Form[] = [
  form(
    'docker: pinned',
    'Dockerfile',
    'FROM public.ecr.aws/amazonlinux/amazonlinux:2023.4.20240416.0',
    '2023 2023.4.20240416 [2023.4.20240416.0]',
  ),
  form('docker: moving', 'Dockerfile', 'FROM amazonlinux:2', '2 floating [2]'),
  form('docker: without a tag', 'Dockerfile', 'FROM amazonlinux', '2023 floating [amazonlinux]'),
  form(
    'docker: by argument',
    'Dockerfile',
    ['ARG TAG=2023.4.20240416.0', 'FROM amazonlinux:${TAG} AS base', 'FROM base'],
    '2023 2023.4.20240416 [2023.4.20240416.0]',
  ),
  form(
    'docker: release of dnf, and the image itself',
    'Dockerfile',
    ['FROM amazonlinux:2023', 'RUN dnf upgrade -y --releasever=2023.4.20240416 && dnf clean all'],
    ['2023 floating [2023]', '2023 2023.4.20240416 [2023.4.20240416]'],
  ),
  form(
    'docker: release of dnf by argument over several lines',
    'Dockerfile',
    [
      'FROM scratch',
      'ARG RELEASE=2023.4.20240416',
      'RUN set -eux \\',
      '  && dnf -y \\',
      '     --releasever="${RELEASE}" \\',
      '     upgrade',
    ],
    '2023 2023.4.20240416 [2023.4.20240416]',
  ),
  form(
    'docker: heredoc',
    'Dockerfile',
    ['FROM scratch', 'RUN <<EOF', 'dnf upgrade -y --releasever=latest', 'EOF'],
    '2023 floating [latest]',
  ),
  form(
    'docker: written to the file of dnf',
    'Dockerfile',
    ['FROM scratch', 'RUN echo "2023.4.20240416" > /etc/dnf/vars/releasever'],
    '2023 2023.4.20240416 [2023.4.20240416]',
  ),
  form(
    'docker: Lambda',
    'Dockerfile',
    'FROM public.ecr.aws/lambda/provided:al2023',
    '2023 floating [al2023]',
  ),
  form(
    'docker: Lambda with a runtime',
    'Dockerfile',
    ['ARG PYTHON=3.12', 'FROM public.ecr.aws/lambda/python:${PYTHON}', 'COPY app.py ./'],
    '2023 floating [3.12]',
  ),
  form(
    'docker: Corretto',
    'Dockerfile',
    ['FROM amazoncorretto:17-al2-jdk AS build', 'FROM amazoncorretto:21-al2023'],
    ['2 floating [17-al2-jdk]', '2023 floating [21-al2023]'],
  ),
  form(
    'terraform: filter of a NAT image',
    'main.tf',
    [
      'data "aws_ami" "nat" {',
      '  most_recent = true',
      '  owners      = ["568608671756"]',
      '  filter {',
      '    name   = "name"',
      '    values = ["fck-nat-al2023-*-arm64-ebs"]',
      '  }',
      '}',
      'resource "aws_instance" "nat" {',
      '  ami           = data.aws_ami.nat.id',
      '  instance_type = "t4g.nano"',
      '}',
    ],
    '2023 floating [fck-nat-al2023-*-arm64-ebs]',
  ),
  form(
    'github: job in a build image of SAM',
    '.github/workflows/build.yml',
    [
      'on: push',
      'jobs:',
      '  build:',
      '    runs-on: ubuntu-latest',
      '    container: public.ecr.aws/sam/build-python3.11:latest',
      '    steps:',
      '      - run: sam build',
    ],
    '2 floating [python3.11]',
  ),
  form(
    'shell: build image of SAM',
    'package.sh',
    'docker run --rm -v "$PWD":/work public.ecr.aws/sam/build-nodejs18.x:latest npm ci',
    '2 floating [nodejs18.x]',
  ),
  form(
    'kubernetes: Corretto',
    'deployment.yaml',
    [
      'apiVersion: apps/v1',
      'kind: Deployment',
      'metadata:',
      '  name: a',
      'spec:',
      '  template:',
      '    spec:',
      '      containers:',
      '        - name: a',
      '          image: public.ecr.aws/amazoncorretto/amazoncorretto:17-al2-jdk',
    ],
    '2 floating [17-al2-jdk]',
  ),
  form(
    'compose: base image of Lambda',
    'compose.yaml',
    ['services:', '  web:', '    image: public.ecr.aws/lambda/ruby:3.3'],
    '2023 floating [3.3]',
  ),
  form(
    'settings: image of a build',
    'environments/build.yaml',
    ['build:', '  image: public.ecr.aws/lambda/nodejs:22'],
    '2023 floating [22]',
  ),
  form(
    'cdk: provider of NAT instances',
    'lib/nat.ts',
    [
      "import { InstanceType, LookupMachineImage, NatInstanceProvider } from 'aws-cdk-lib/aws-ec2';",
      'const provider = new NatInstanceProvider({',
      "  instanceType: new InstanceType('t4g.nano'),",
      "  machineImage: new LookupMachineImage({ name: 'fck-nat-amzn2-*-arm64-ebs', owners: ['568608671756'] }),",
      '});',
    ],
    '2 floating [fck-nat-amzn2-*-arm64-ebs]',
  ),
  form(
    'compose: image',
    'compose.yaml',
    ['services:', '  web:', '    image: amazonlinux:2023.4.20240416.0'],
    '2023 2023.4.20240416 [2023.4.20240416.0]',
  ),
  form(
    'compose: Dockerfile inside',
    'compose.yaml',
    [
      'services:',
      '  web:',
      '    build:',
      '      dockerfile_inline: |',
      '        FROM amazonlinux:2023.4.20240416.0',
      '        RUN true',
    ],
    '2023 2023.4.20240416 [2023.4.20240416.0]',
  ),
  form(
    'devcontainer: image',
    '.devcontainer/devcontainer.json',
    '{ "image": "public.ecr.aws/amazonlinux/amazonlinux:2023" }',
    '2023 floating [2023]',
  ),
  form(
    'kubernetes: pod',
    'pod.yaml',
    [
      'apiVersion: v1',
      'kind: Pod',
      'metadata:',
      '  name: a',
      'spec:',
      '  containers:',
      '    - name: a',
      '      image: amazonlinux:2.0.20230307.0',
    ],
    '2 2.0.20230307.0 [2.0.20230307.0]',
  ),
  form(
    'helm: image by repository and tag',
    'chart/values.yaml',
    ['image:', '  repository: public.ecr.aws/amazonlinux/amazonlinux', '  tag: 2023.4.20240416.0'],
    '2023 2023.4.20240416 [2023.4.20240416.0]',
  ),
  form(
    'kustomize: new tag',
    'kustomization.yaml',
    [
      'apiVersion: kustomize.config.k8s.io/v1beta1',
      'kind: Kustomization',
      'images:',
      '  - name: amazonlinux',
      '    newTag: 2023.4.20240416.0',
    ],
    '2023 2023.4.20240416 [2023.4.20240416.0]',
  ),
  form(
    'workflow: container of a job, and a service',
    '.github/workflows/ci.yml',
    [
      'on: push',
      'jobs:',
      '  test:',
      '    runs-on: ubuntu-latest',
      '    container: amazonlinux:2023.4.20240416.0',
      '    services:',
      '      old:',
      '        image: amazonlinux:2',
      '    steps:',
      '      - run: dnf upgrade -y --releasever=2023.5.20240805',
    ],
    ['2023 2023.4.20240416 [2023.4.20240416.0]', '2 floating [2]', '2023 2023.5.20240805 [2023.5.20240805]'],
  ),
  form(
    'workflow: matrix',
    '.github/workflows/ci.yml',
    [
      'on: push',
      'jobs:',
      '  test:',
      '    strategy:',
      '      matrix:',
      '        image: ["amazonlinux:2", "amazonlinux:2023.4.20240416.0"]',
      '    container: ${{ matrix.image }}',
    ],
    ['2 floating [2]', '2023 2023.4.20240416 [2023.4.20240416.0]'],
  ),
  form(
    'gitlab: image',
    '.gitlab-ci.yml',
    ['image: amazonlinux:2023', 'test:', '  script:', '    - dnf upgrade -y --releasever=2023.4.20240416'],
    ['2023 floating [2023]', '2023 2023.4.20240416 [2023.4.20240416]'],
  ),
  form(
    'buildspec: commands',
    'buildspec.yml',
    [
      'version: 0.2',
      'phases:',
      '  install:',
      '    commands:',
      '      - docker pull public.ecr.aws/amazonlinux/amazonlinux:2023.4.20240416.0',
    ],
    '2023 2023.4.20240416 [2023.4.20240416.0]',
  ),
];

const KUBERNETES: readonly Form[] = [
  form(
    'karpenter: alias, pinned',
    'class.yaml',
    [
      'apiVersion: karpenter.k8s.aws/v1',
      'kind: EC2NodeClass',
      'metadata:',
      '  name: a',
      'spec:',
      '  amiFamily: AL2023',
      '  amiSelectorTerms:',
      '    - alias: al2023@v20240807',
    ],
    ['2023 2023.20240807 [v20240807]', '2023 partial [AL2023]'],
  ),
  form(
    'karpenter: alias, latest',
    'class.yaml',
    [
      'apiVersion: karpenter.k8s.aws/v1',
      'kind: EC2NodeClass',
      'metadata:',
      '  name: a',
      'spec:',
      '  amiSelectorTerms:',
      '    - alias: al2@latest',
    ],
    '2 floating [al2@latest]',
  ),
  form(
    'karpenter: name and parameter',
    'class.yaml',
    [
      'apiVersion: karpenter.k8s.aws/v1',
      'kind: EC2NodeClass',
      'metadata:',
      '  name: a',
      'spec:',
      '  amiSelectorTerms:',
      '    - name: amazon-eks-node-al2023-x86_64-standard-1.31-v20241011',
      `    - ssmParameter: ${EKS}/1.31/amazon-linux-2023/arm64/standard/recommended/image_id`,
    ],
    ['2023 2023.20241011 [v20241011]', `2023 floating [amazon-linux-2023]`],
  ),
  form(
    'karpenter: family only',
    'class.yaml',
    [
      'apiVersion: karpenter.k8s.aws/v1beta1',
      'kind: EC2NodeClass',
      'metadata:',
      '  name: a',
      'spec:',
      '  amiFamily: AL2',
    ],
    '2 partial [AL2]',
  ),
  form(
    'karpenter: user data',
    'class.yaml',
    [
      'apiVersion: karpenter.k8s.aws/v1',
      'kind: EC2NodeClass',
      'metadata:',
      '  name: a',
      'spec:',
      '  amiFamily: AL2023',
      '  userData: |',
      '    #!/bin/bash',
      '    dnf upgrade -y --releasever=2023.4.20240416',
    ],
    ['2023 partial [AL2023]', '2023 2023.4.20240416 [2023.4.20240416]'],
  ),
  form(
    'eksctl: managed node groups',
    'cluster.yaml',
    [
      'apiVersion: eksctl.io/v1alpha5',
      'kind: ClusterConfig',
      'metadata:',
      '  name: a',
      'managedNodeGroups:',
      '  - name: pinned',
      '    amiFamily: AmazonLinux2023',
      '    releaseVersion: 1.29.3-20240531',
      '  - name: moving',
      '    amiFamily: AmazonLinux2',
      '    preBootstrapCommands:',
      '      - yum install -y jq',
    ],
    ['2023 2023.20240531 [1.29.3-20240531]', '2 partial [AmazonLinux2]'],
  ),
  form(
    'ack: node group',
    'nodegroup.yaml',
    [
      'apiVersion: eks.services.k8s.aws/v1alpha1',
      'kind: Nodegroup',
      'metadata:',
      '  name: a',
      'spec:',
      '  amiType: AL2_x86_64',
      '  releaseVersion: 1.27.1-20230703',
    ],
    '2 2.0.20230703 [1.27.1-20230703]',
  ),
  form(
    'crossplane: node group',
    'nodegroup.yaml',
    [
      'apiVersion: eks.aws.upbound.io/v1beta1',
      'kind: NodeGroup',
      'metadata:',
      '  name: a',
      'spec:',
      '  forProvider:',
      '    amiType: AL2023_x86_64_STANDARD',
      '    releaseVersion: 1.29.3-20240531',
    ],
    '2023 2023.20240531 [1.29.3-20240531]',
  ),
  form(
    'kops: image of an instance group',
    'ig.yaml',
    [
      'apiVersion: kops.k8s.io/v1alpha2',
      'kind: InstanceGroup',
      'metadata:',
      '  name: nodes',
      'spec:',
      '  image: amazon/al2023-ami-2023.4.20240416.0-kernel-6.1-x86_64',
    ],
    '2023 2023.4.20240416 [2023.4.20240416.0]',
  ),
];

const SHELL: readonly Form[] = [
  form(
    'shell: releasever',
    'a.sh',
    ['#!/bin/bash', 'sudo dnf --releasever 2023.4.20240416 upgrade -y'],
    '2023 2023.4.20240416 [2023.4.20240416]',
  ),
  form(
    'shell: releasever from a variable',
    'a.sh',
    ['RELEASE="${1:-2023.4.20240416}"', 'dnf upgrade -y --releasever="$RELEASE"'],
    '2023 2023.4.20240416 [2023.4.20240416]',
  ),
  form('shell: latest', 'a.sh', 'dnf update -y --releasever=latest', '2023 floating [latest]'),
  form(
    'shell: written to the file of dnf',
    'a.sh',
    'echo 2023.4.20240416 | sudo tee /etc/dnf/vars/releasever',
    '2023 2023.4.20240416 [2023.4.20240416]',
  ),
  form(
    'shell: run-instances',
    'a.sh',
    `aws ec2 run-instances --image-id resolve:ssm:${EC2}/al2023-ami-kernel-default-x86_64`,
    `2023 floating [al2023-ami-kernel-default-x86_64]`,
  ),
  form(
    'shell: get-parameter',
    'a.sh',
    `AMI=$(aws ssm get-parameter --name ${ECS}/amazon-linux-2/recommended/image_id --query Parameter.Value)`,
    `2 floating [amazon-linux-2]`,
  ),
  form(
    'shell: describe-images',
    'a.sh',
    'AMI=$(aws ec2 describe-images --owners amazon --filters "Name=name,Values=amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2")',
    '2 2.0.20230307.0 [2.0.20230307.0]',
  ),
  form(
    'shell: docker',
    'a.sh',
    'docker run --rm amazonlinux:2023.4.20240416.0 cat /etc/os-release',
    '2023 2023.4.20240416 [2023.4.20240416.0]',
  ),
  form(
    'shell: node group',
    'a.sh',
    [
      'aws eks create-nodegroup --cluster-name c --ami-type AL2023_x86_64_STANDARD \\',
      '  --release-version 1.29.3-20240531',
    ],
    '2023 2023.20240531 [1.29.3-20240531]',
  ),
  form(
    'shell: update of a node group',
    'a.sh',
    'aws eks update-nodegroup-version --cluster-name c --nodegroup-name n --release-version 1.27.1-20230703',
    '2 2.0.20230703 [1.27.1-20230703]',
  ),
  form(
    'shell: eksctl',
    'a.sh',
    'eksctl create nodegroup --cluster c --node-ami-family AmazonLinux2023',
    '2023 partial [AmazonLinux2023]',
  ),
  form(
    'env: ami name',
    '.env',
    'AMI_NAME=al2023-ami-2023.4.20240416.0-kernel-6.1-x86_64',
    '2023 2023.4.20240416 [2023.4.20240416.0]',
  ),
  form(
    'cloud-init: runcmd and written file',
    'cloud-init.yaml',
    [
      '#cloud-config',
      'write_files:',
      '  - path: /etc/dnf/vars/releasever',
      '    content: 2023.4.20240416',
      'runcmd:',
      '  - [dnf, upgrade, -y, --releasever=2023.5.20240805]',
    ],
    ['2023 2023.4.20240416 [2023.4.20240416]', '2023 2023.5.20240805 [2023.5.20240805]'],
  ),
  form(
    'ansible: command, dnf and AMI search',
    'roles/base/tasks/main.yml',
    [
      '- name: Upgrade',
      '  ansible.builtin.command: dnf upgrade -y --releasever=2023.4.20240416',
      '- name: Also',
      '  ansible.builtin.dnf:',
      '    name: "*"',
      '    releasever: 2023.5.20240805',
      '- name: Find',
      '  amazon.aws.ec2_ami_info:',
      '    owners: amazon',
      '    filters:',
      '      name: amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2',
    ],
    [
      '2023 2023.4.20240416 [2023.4.20240416]',
      '2023 2023.5.20240805 [2023.5.20240805]',
      '2 2.0.20230307.0 [2.0.20230307.0]',
    ],
  ),
  form(
    'image builder: component',
    'component.yml',
    [
      'name: upgrade',
      'schemaVersion: 1.0',
      'phases:',
      '  - name: build',
      '    steps:',
      '      - name: up',
      '        action: ExecuteBash',
      '        inputs:',
      '          commands:',
      '            - dnf upgrade -y --releasever=2023.4.20240416',
    ],
    '2023 2023.4.20240416 [2023.4.20240416]',
  ),
];

const PROGRAMS: readonly Form[] = [
  form(
    'cdk ts: latest',
    'lib/a.ts',
    'const image = ec2.MachineImage.latestAmazonLinux2023();',
    '2023 floating [latestAmazonLinux2023]',
  ),
  form(
    'cdk ts: lookup',
    'lib/a.ts',
    "const image = ec2.MachineImage.lookup({ name: 'al2023-ami-2023.4.20240416.0-kernel-6.1-x86_64', owners: ['amazon'] });",
    '2023 2023.4.20240416 [2023.4.20240416.0]',
  ),
  form(
    'cdk ts: parameter',
    'lib/a.ts',
    `const image = ec2.MachineImage.fromSsmParameter('${EC2}/al2023-ami-kernel-default-x86_64');`,
    `2023 floating [al2023-ami-kernel-default-x86_64]`,
  ),
  form(
    'cdk ts: ECS',
    'lib/a.ts',
    'const image = ecs.EcsOptimizedImage.amazonLinux2();',
    '2 floating [EcsOptimizedImage.amazonLinux2]',
  ),
  form(
    'cdk ts: generation',
    'lib/a.ts',
    'new ec2.AmazonLinuxImage({ generation: ec2.AmazonLinuxGeneration.AMAZON_LINUX_2 });',
    '2 floating [AmazonLinuxGeneration.AMAZON_LINUX_2]',
  ),
  form(
    'cdk ts: node group, once',
    'lib/a.ts',
    [
      'cluster.addNodegroupCapacity("nodes", {',
      '  amiType: eks.NodegroupAmiType.AL2023_X86_64_STANDARD,',
      "  releaseVersion: '1.29.3-20240531',",
      '});',
    ],
    '2023 2023.20240531 [1.29.3-20240531]',
  ),
  form(
    'cdk ts: node group with type only',
    'lib/a.ts',
    'cluster.addNodegroupCapacity("n", { amiType: eks.NodegroupAmiType.AL2_X86_64 });',
    '2 partial [AL2_X86_64]',
  ),
  form(
    'cdk ts: Elastic Beanstalk',
    'lib/a.ts',
    "new eb.CfnEnvironment(this, 'E', { solutionStackName: '64bit Amazon Linux 2 v3.5.0 running Python 3.8' });",
    '2 partial [Amazon Linux 2]',
  ),
  form(
    'cdk ts: user data',
    'lib/a.ts',
    "userData.addCommands('set -e', 'dnf upgrade -y --releasever=2023.4.20240416');",
    '2023 2023.4.20240416 [2023.4.20240416]',
  ),
  ...[
    ['dnf upgrade -y --releasever 2023.4.20240416', '2023 2023.4.20240416 [2023.4.20240416]'],
    ['echo 2023.4.20240416 > /etc/dnf/vars/releasever', '2023 2023.4.20240416 [2023.4.20240416]'],
    ['docker run --rm amazonlinux true', '2023 floating [amazonlinux]'],
    ['eksctl create cluster --node-ami-family AmazonLinux2', '2 partial [AmazonLinux2]'],
    ['aws eks create-nodegroup --ami-type AL2_x86_64', '2 partial [AL2_x86_64]'],
    [
      'aws eks create-nodegroup --ami-type AL2_x86_64 --release-version 1.27.1-20230703',
      '2 2.0.20230703 [1.27.1-20230703]',
    ],
  ].map(([command = '', image = '']) =>
    form(`cdk ts: user data with ${command}`, 'lib/a.ts', `userData.addCommands('${command}');`, image),
  ),
  form(
    'cdk ts: container',
    'lib/a.ts',
    "const image = ecs.ContainerImage.fromRegistry('public.ecr.aws/amazonlinux/amazonlinux:2023.4.20240416.0');",
    '2023 2023.4.20240416 [2023.4.20240416.0]',
  ),
  form(
    'cdk py: latest',
    'stack.py',
    'image = ec2.MachineImage.latest_amazon_linux2023()',
    '2023 floating [latest_amazon_linux2023]',
  ),
  form(
    'cdk py: node group',
    'stack.py',
    [
      'cluster.add_nodegroup_capacity("n",',
      '    ami_type=eks.NodegroupAmiType.AL2_X86_64,',
      '    release_version="1.27.1-20230703")',
    ],
    '2 2.0.20230703 [1.27.1-20230703]',
  ),
  form(
    'cdk java: latest',
    'src/main/java/A.java',
    'class A { IMachineImage i = MachineImage.latestAmazonLinux2023(); }',
    '2023 floating [latestAmazonLinux2023]',
  ),
  form(
    'cdk cs: latest',
    'A.cs',
    'class A { IMachineImage i = MachineImage.LatestAmazonLinux2023(); }',
    '2023 floating [LatestAmazonLinux2023]',
  ),
  form(
    'cdk go: latest',
    'a.go',
    'package a\n\nvar i = awsec2.MachineImage_LatestAmazonLinux2023(nil)',
    '2023 floating [LatestAmazonLinux2023]',
  ),
  form(
    'cdk ts: ECS image of a generation',
    'lib/a.ts',
    'new ecs.EcsOptimizedAmi({ generation: ec2.AmazonLinuxGeneration.AMAZON_LINUX_2023 });',
    '2023 floating [AmazonLinuxGeneration.AMAZON_LINUX_2023]',
  ),
  form(
    'pulumi ts: search and node group',
    'index.ts',
    [
      'import * as aws from "@pulumi/aws";',
      'const ami = aws.ec2.getAmi({ filters: [{ name: "name", values: ["amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2"] }] });',
      'new aws.eks.NodeGroup("n", { amiType: "AL2023_x86_64_STANDARD", releaseVersion: "1.29.3-20240531" });',
    ],
    ['2 2.0.20230307.0 [2.0.20230307.0]', '2023 2023.20240531 [1.29.3-20240531]'],
  ),
];

const PACKER: readonly Form[] = [
  form(
    'packer: source filter',
    'a.pkr.hcl',
    `source "amazon-ebs" "web" {
  source_ami_filter {
    filters = {
      name = "al2023-ami-2023.4.20240416.0-kernel-6.1-x86_64"
    }
    owners = ["amazon"]
  }
}
build {
  sources = ["source.amazon-ebs.web"]
}`,
    '2023 2023.4.20240416 [2023.4.20240416.0]',
  ),
  form(
    'packer: wildcard',
    'a.pkr.hcl',
    `source "amazon-ebs" "web" {
  source_ami_filter {
    filters = {
      name                = "amzn2-ami-hvm-*-x86_64-gp2"
      virtualization-type = "hvm"
    }
    most_recent = true
  }
}`,
    '2 floating [amzn2-ami-hvm-*-x86_64-gp2]',
  ),
  form(
    'packer: data source, used by a source, once',
    'a.pkr.hcl',
    `data "amazon-ami" "base" {
  filters = {
    name = "al2023-ami-2023.4.20240416.0-kernel-6.1-x86_64"
  }
}
source "amazon-ebs" "web" {
  source_ami = data.amazon-ami.base.id
}`,
    '2023 2023.4.20240416 [2023.4.20240416.0]',
  ),
  form(
    'packer: parameter',
    'a.pkr.hcl',
    `data "amazon-parameterstore" "base" {
  name = "${EC2}/al2023-ami-kernel-default-x86_64"
}
source "amazon-ebs" "web" {
  source_ami = data.amazon-parameterstore.base.value
}`,
    `2023 floating [al2023-ami-kernel-default-x86_64]`,
  ),
  form(
    'packer: commands',
    'a.pkr.hcl',
    `variable "release" {
  default = "2023.4.20240416"
}
build {
  provisioner "shell" {
    inline = [
      "sudo dnf upgrade -y --releasever=\${var.release}",
    ]
  }
}`,
    '2023 2023.4.20240416 [2023.4.20240416]',
  ),
  form(
    'packer: docker source',
    'a.pkr.hcl',
    `source "docker" "a" {
  image = "amazonlinux:2023.4.20240416.0"
}`,
    '2023 2023.4.20240416 [2023.4.20240416.0]',
  ),
  several(
    'packer: variables file',
    {
      'a.pkr.hcl': `variable "release" {}
source "amazon-ebs" "web" {
  source_ami_filter {
    filters = { name = "al2023-ami-\${var.release}-kernel-6.1-x86_64" }
  }
}
`,
      'prod.auto.pkrvars.hcl': 'release = "2023.4.20240416.0"\n',
    },
    ['2023 2023.4.20240416 [2023.4.20240416.0]'],
  ),
  form(
    'packer json: source filter',
    'template.json',
    JSON.stringify(
      {
        builders: [
          {
            type: 'amazon-ebs',
            source_ami_filter: { filters: { name: 'amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2' } },
          },
        ],
      },
      null,
      2,
    ),
    '2 2.0.20230307.0 [2.0.20230307.0]',
  ),
];

/** Forms of Amazon Linux 1, one in each format. */
const AMAZON_LINUX_1: readonly Form[] = [
  form(
    'tf: Amazon Linux 1',
    'main.tf',
    `data "aws_ami" "nat" {
  owners = ["amazon"]
  filter {
    name   = "name"
    values = ["amzn-ami-vpc-nat*"]
  }
}`,
    '1 floating [amzn-ami-vpc-nat*]',
  ),
  form(
    'cfn: Amazon Linux 1',
    'stack.yaml',
    `Resources:
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: '{{resolve:ssm:${EC2}/amzn-ami-hvm-x86_64-gp2}}'`,
    `1 floating [amzn-ami-hvm-x86_64-gp2]`,
  ),
  form(
    'eb: Amazon Linux 1',
    '.elasticbeanstalk/config.yml',
    'global:\n  default_platform: 64bit Amazon Linux 2018.03 v2.9.9 running PHP 7.1',
    '1 partial [Amazon Linux 2018.03]',
  ),
  form(
    'docker: Amazon Linux 1',
    'Dockerfile',
    'FROM amazonlinux:2018.03.0.20220907.3',
    '1 2018.03.0.20220907.3 [2018.03.0.20220907.3]',
  ),
  form(
    'shell: Amazon Linux 1',
    'a.sh',
    'AMI=$(aws ec2 describe-images --filters Name=name,Values=amzn-ami-hvm-2018.03.0.20180811-x86_64-gp2)',
    '1 2018.03.0.20180811 [2018.03.0.20180811]',
  ),
  form(
    'program: Amazon Linux 1',
    'lib/a.ts',
    "new ec2.Instance(this, 'Web', { machineImage: new ec2.AmazonLinuxImage() });",
    '1 floating [AmazonLinuxImage]',
  ),
  form(
    'packer: Amazon Linux 1',
    'a.pkr.hcl',
    `source "amazon-ebs" "a" {
  source_ami_filter {
    filters = {
      name = "amzn-ami-hvm-*"
    }
  }
}`,
    '1 floating [amzn-ami-hvm-*]',
  ),
];

const NEGATIVE: readonly Form[] = [
  form(
    'tf: comment',
    'main.tf',
    '# values = ["amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2"]\nresource "aws_launch_template" "a" {\n  name = "a"\n}',
  ),
  form(
    'tf: another system',
    'main.tf',
    'data "aws_ami" "u" {\n  filter {\n    name   = "name"\n    values = ["ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*"]\n  }\n}',
  ),
  form(
    'tf: policy',
    'main.tf',
    `data "aws_iam_policy_document" "p" {\n  statement {\n    actions   = ["ssm:GetParameter"]\n    resources = ["arn:aws:ssm:*::parameter${EC2}/*", "arn:aws:ssm:*::parameter${ECS}/*"]\n  }\n}`,
  ),
  form(
    'tf: description and tags',
    'main.tf',
    'resource "aws_instance" "a" {\n  ami  = "ami-0abcdef1234567890"\n  tags = { Base = "built from al2023-ami-2023.4.20240416.0-kernel-6.1-x86_64" }\n}',
  ),
  form(
    'tf: Windows parameter',
    'main.tf',
    'data "aws_ssm_parameter" "w" {\n  name = "/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base"\n}',
  ),
  form(
    'tf: user data without a release',
    'main.tf',
    'resource "aws_instance" "a" {\n  ami       = "ami-0abcdef1234567890"\n  user_data = <<-EOF\n    #!/bin/bash\n    dnf upgrade -y\n    dnf install -y amazon-cloudwatch-agent # --releasever=2023.4.20240416\n  EOF\n}',
  ),
  form('cfn: description', 'a.yaml', [
    'Description: launches amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2',
    'Resources:',
    '  G:',
    '    Type: AWS::AutoScaling::AutoScalingGroup',
    '    Properties:',
    '      MinSize: "1"',
  ]),
  form('cfn: allowed values that nothing chooses', 'a.yaml', [
    'Parameters:',
    '  Stack:',
    '    Type: String',
    '    AllowedValues:',
    '      - 64bit Amazon Linux 2 v3.5.0 running Python 3.8',
    'Resources:',
    '  G:',
    '    Type: AWS::AutoScaling::AutoScalingGroup',
    '    Properties:',
    '      MinSize: "1"',
  ]),
  form('docker: another image', 'Dockerfile', [
    'FROM my-amazonlinux:2',
    'FROM ghcr.io/acme/amazonlinux2-builder:1.0',
    '# FROM amazonlinux:2',
  ]),
  form('docker: variable of a repository file', 'Dockerfile', [
    'FROM scratch',
    "RUN printf 'baseurl=https://example.com/$releasever/$basearch' > /etc/yum.repos.d/a.repo",
  ]),
  form('kubernetes: another image', 'pod.yaml', [
    'apiVersion: v1',
    'kind: Pod',
    'metadata:',
    '  name: amazonlinux',
    'spec:',
    '  containers:',
    '    - name: a',
    '      image: registry.example.com/my-amazonlinux:2023',
  ]),
  form('shell: comment and message', 'a.sh', [
    '# dnf upgrade --releasever=2023.4.20240416',
    'echo "run dnf upgrade --releasever=2023.4.20240416 first"',
  ]),
  form('shell: unknown release', 'a.sh', 'dnf upgrade -y --releasever="$1"'),
  form(
    'program: expectation of a test',
    'test/a.test.ts',
    "template.hasResourceProperties('AWS::EC2::Instance', { ImageId: 'al2023-ami-2023.4.20240416.0-kernel-6.1-x86_64' });",
  ),
  form(
    'program: comment',
    'lib/a.ts',
    '// ec2.MachineImage.latestAmazonLinux2023()\nconst a = 1; // amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2',
  ),
  form(
    'program: documentation',
    'stack.py',
    '"""Uses amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2 for the hosts, see amazonlinux:2."""\nx = 1',
  ),
  form('markdown', 'README.md', '`dnf upgrade --releasever=2023.4.20240416` and `FROM amazonlinux:2`'),
  form('yaml: text about it', 'docs.yaml', [
    'title: Images',
    'text: |',
    '  FROM amazonlinux:2023.4.20240416.0',
    '  dnf upgrade --releasever=2023.4.20240416',
  ]),
  form(
    'eks release version of Windows',
    'main.tf',
    'resource "aws_eks_node_group" "w" {\n  ami_type        = "WINDOWS_CORE_2022_x86_64"\n  release_version = "1.29-2024.05.15"\n}',
  ),
  form(
    'release version of another thing',
    'lib/a.ts',
    "const deployment = { releaseVersion: '1.29.3-20240531', service: 'shop' };",
  ),
  form(
    'cached lookup of the CDK',
    'cdk.context.json',
    '{ "ami:account=1:filters.name.0=amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2:region=eu-west-1": "ami-0abcdef1234567890" }',
  ),
];

export const FORMS: readonly Form[] = [
  ...TERRAFORM,
  ...CLOUDFORMATION,
  ...BEANSTALK,
  ...CONTAINERS,
  ...KUBERNETES,
  ...SHELL,
  ...PROGRAMS,
  ...PACKER,
  ...AMAZON_LINUX_1,
  ...NEGATIVE,
];
