import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cloudformation } from './format.ts';
import { assetsOf, readUnit, textAt } from '../../../../test/support/code/format.ts';

/** Images of a template: name and text at their place (`?` if unknown). */
function images(text: string): [name: string, written: string][] {
  const files = { 'a.yaml': text };
  return readUnit(cloudformation, 'a.yaml', files)
    .drafts.filter((draft) => draft.kind === 'operating-system')
    .map(({ name, version }) => [name, version?.state === 'known' ? textAt(files, version.at) : '?']);
}

const PATH = '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64';

test('reads a public SSM parameter from a parameter, a reference or a substitution', () => {
  assert.deepEqual(
    images(`Parameters:
  Latest: { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: ${PATH} }
  Name: { Type: String, Default: ${PATH} }
Resources:
  A: { Type: AWS::EC2::Instance, Properties: { ImageId: !Ref Latest } }
  B: { Type: AWS::EC2::LaunchTemplate, Properties: { LaunchTemplateData: { ImageId: '{{resolve:ssm:${PATH}}}' } } }
  C: { Type: AWS::AutoScaling::LaunchConfiguration, Properties: { ImageId: !Sub '{{resolve:ssm:\${Name}}}' } }
`),
    [
      ['A.ImageId', PATH],
      ['B.LaunchTemplateData.ImageId', PATH],
      ['C.ImageId', PATH],
    ],
  );
});

test('reads an image parameter even if only irrelevant resources use it', () => {
  const template = (path: string) => `Parameters:
  Unused: { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: ${path} }
Resources: { Topic: { Type: AWS::SNS::Topic } }
`;
  assert.deepEqual(images(template(PATH)), [['Unused', PATH]]);
  assert.deepEqual(
    images(template('/aws/service/canonical/ubuntu/server/22.04/stable/current/amd64/hvm/ebs-gp2/ami-id')),
    [],
  );
});

test('reads images of machines, containers, node groups and platforms', () => {
  assert.deepEqual(
    images(`Mappings: { Images: { eu-west-1: { Name: amzn2-ami-hvm-2.0.20230612.0-x86_64-gp2 } } }
Resources:
  Mapped: { Type: AWS::EC2::Instance, Properties: { ImageId: !FindInMap [Images, eu-west-1, Name] } }
  Id: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-0123456789abcdef0 } }
  Later: { Type: AWS::EC2::Instance, Properties: { ImageId: !ImportValue base-image } }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - { Name: app, Image: nginx:1.27 }
        - { Name: side, Image: public.ecr.aws/amazonlinux/amazonlinux:2023.5.20240708.0 }
        - { Name: open, Image: !ImportValue image }
  Nodes: { Type: AWS::EKS::Nodegroup, Properties: { AmiType: AL2_x86_64, ReleaseVersion: 1.27.1-20230703 } }
  Others: { Type: AWS::EKS::Nodegroup, Properties: { AmiType: AL2023_x86_64_STANDARD } }
  Beanstalk: { Type: AWS::ElasticBeanstalk::Environment, Properties: { SolutionStackName: 64bit Amazon Linux 2 v3.5.0 running Python 3.8 } }
`),
    [
      ['Mapped.ImageId', 'amzn2-ami-hvm-2.0.20230612.0-x86_64-gp2'],
      ['Id.ImageId', 'ami-0123456789abcdef0'],
      ['Later.ImageId', '?'],
      ['Task.ContainerDefinitions[1].Image', 'public.ecr.aws/amazonlinux/amazonlinux:2023.5.20240708.0'],
      ['Nodes.ReleaseVersion', '1.27.1-20230703'],
      ['Others.AmiType', 'AL2023_x86_64_STANDARD'],
      ['Beanstalk.SolutionStackName', '64bit Amazon Linux 2 v3.5.0 running Python 3.8'],
    ],
  );
});

test('lists known images of a choice, each with its condition', () => {
  const text = `Parameters: { Cpu: { Type: String } }
Conditions: { IsArm: !Equals [!Ref Cpu, arm64] }
Resources:
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: !If
        - IsArm
        - '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-arm64}}'
        - amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2
`;
  const images = [...assetsOf(cloudformation, 'a.yaml', { 'a.yaml': text }, 'id').values()];
  assert.deepEqual(
    images
      .filter(({ kind }) => kind === 'operating-system')
      .map(({ environment, product }) => [environment, product]),
    [
      ['IsArm', 'amazon-linux-2023'],
      ['!IsArm', 'amazon-linux-2'],
    ],
  );
});
