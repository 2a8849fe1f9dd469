import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { familyRank, packageFamily, type OsImage, type OsImageContext } from '../index.ts';
import { readOsImage } from '../../products/index.ts';
import { compareOsVersions, osVersionDay, readOsVersion } from '../../products/amazon-linux/versions.ts';

/** `2 ami release 2.0.20230307.0 [2.0.20230307.0]`: the whole answer on one line. */
function describeImage(text: string, context?: OsImageContext): string {
  const image = readOsImage(text, context);
  return image === null ? 'null' : line(image, text);
}

function line(image: OsImage, text: string): string {
  const generation = image.product.replace('amazon-linux-', '');
  const what = image.version ?? image.floating ?? '-';
  const written = text.slice(image.range.start, image.range.end);
  return `${generation} ${image.flavour} ${image.form} ${what}${image.byDate ? ' by date' : ''} [${written}]`;
}

const ECS = '/aws/service/ecs/optimized-ami';
const EKS = '/aws/service/eks/optimized-ami';
const EC2 = '/aws/service/ami-amazon-linux-latest';

const FORMS: Record<string, string> = {
  // AMI names
  'amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2': '2 ami release 2.0.20230307.0 [2.0.20230307.0]',
  'amzn2-ami-kernel-5.10-hvm-2.0.20260727.0-arm64-gp2': '2 ami release 2.0.20260727.0 [2.0.20260727.0]',
  'amzn2-ami-minimal-hvm-2.0.20250818.2-x86_64-ebs': '2 ami release 2.0.20250818.2 [2.0.20250818.2]',
  'amzn2-ami-hvm-2.0.20190313-x86_64-gp2': '2 ami release 2.0.20190313 [2.0.20190313]',
  'al2023-ami-2023.4.20240416.0-kernel-6.1-x86_64': '2023 ami release 2023.4.20240416 [2023.4.20240416.0]',
  'al2023-ami-minimal-2023.11.20260413.0-kernel-6.1-arm64':
    '2023 ami release 2023.11.20260413 [2023.11.20260413.0]',
  'amzn2-ami-hvm-2.0.20230307.*-x86_64-gp2': '2 ami release 2.0.20230307 [2.0.20230307]',
  // filters, and names joined from parts
  'amzn2-ami-hvm-*-x86_64-gp2': '2 ami floating newest-match [amzn2-ami-hvm-*-x86_64-gp2]',
  'amzn2-ami-hvm-2.0.????????.?-x86_64-gp2':
    '2 ami floating newest-match [amzn2-ami-hvm-2.0.????????.?-x86_64-gp2]',
  '^amzn2-ami-hvm-[\\d.]+-x86_64-gp2$': '2 ami floating newest-match [^amzn2-ami-hvm-[\\d.]+-x86_64-gp2$]',
  '^amzn2-ami-hvm-2\\.0\\.20230404\\.1-x86_64-gp2$': '2 ami release 2.0.20230404.1 [2\\.0\\.20230404\\.1]',
  'amzn2-ami-hvm-2\\.0\\.20230404\\.\\d-x86_64-gp2':
    '2 ami floating newest-match [amzn2-ami-hvm-2\\.0\\.20230404\\.\\d-x86_64-gp2]',
  'al2023-ami-2023*-x86_64': '2023 ami floating newest-match [al2023-ami-2023*-x86_64]',
  'al2023-ami-*': '2023 ami floating newest-match [al2023-ami-*]',
  'al2023-ami-${var.release}-kernel-6.1-x86_64':
    '2023 ami generation - [al2023-ami-${var.release}-kernel-6.1-x86_64]',
  // images built on Amazon Linux without the number of a release
  'public.ecr.aws/lambda/python:3.12': '2023 lambda floating moving-tag [3.12]',
  'public.ecr.aws/lambda/python:3.9-arm64': '2 lambda floating moving-tag [3.9]',
  'public.ecr.aws/lambda/nodejs:20.2024.05.01.10-arm64': '2023 lambda generation - [20]',
  'public.ecr.aws/lambda/java:8.al2': '2 lambda floating moving-tag [8.al2]',
  'public.ecr.aws/lambda/dotnet:core3.1': '2 lambda floating moving-tag [core3.1]',
  'public.ecr.aws/lambda/go:1': '1 lambda floating moving-tag [1]',
  'public.ecr.aws/lambda/python:3.12@sha256:0a': '2023 lambda generation - [3.12]',
  '123456789012.dkr.ecr.eu-west-1.amazonaws.com/ecr-public/lambda/python:3.12':
    '2023 lambda floating moving-tag [3.12]',
  'amazon/aws-lambda-provided:al2': '2 lambda floating moving-tag [al2]',
  'public.ecr.aws/sam/build-python3.12': '2023 container floating moving-tag [python3.12]',
  'public.ecr.aws/sam/build-nodejs18.x:1.136.0': '2 container generation - [nodejs18.x]',
  'public.ecr.aws/sam/build-provided.al2023:latest-arm64':
    '2023 container floating moving-tag [provided.al2023]',
  'amazon/aws-sam-cli-build-image-python3.9': '2 container floating moving-tag [python3.9]',
  'amazoncorretto:21-al2023': '2023 container floating moving-tag [21-al2023]',
  'public.ecr.aws/docker/library/amazoncorretto:11-al2-full': '2 container floating moving-tag [11-al2-full]',
  'public.ecr.aws/amazoncorretto/amazoncorretto:21': '2023 container floating moving-tag [21]',
  'amazoncorretto:17.0.12': '2 container generation - [17.0.12]',
  'amazoncorretto:17.0.20-headless': '2023 container generation - [17.0.20-headless]',
  'amazoncorretto:8u402': '2 container generation - [8u402]',
  'public.ecr.aws/emr-serverless/spark/emr-6.9.0:latest': '2 container floating moving-tag [emr-6.9.0]',
  'fck-nat-al2023-*-arm64-ebs': '2023 ami floating newest-match [fck-nat-al2023-*-arm64-ebs]',
  'fck-nat-amzn2-hvm-1.2.1-20230101-arm64-ebs':
    '2 ami generation - [fck-nat-amzn2-hvm-1.2.1-20230101-arm64-ebs]',
  'aws-parallelcluster-3.8.0-amzn2-hvm-x86_64-202312160936':
    '2 ami generation - [aws-parallelcluster-3.8.0-amzn2-hvm-x86_64-202312160936]',
  'Deep Learning Base OSS Nvidia Driver GPU AMI (Amazon Linux 2023) *':
    '2023 ami floating newest-match [Amazon Linux 2023]',
  // containers
  'amazonlinux:2023.4.20240416.0': '2023 container release 2023.4.20240416 [2023.4.20240416.0]',
  'public.ecr.aws/amazonlinux/amazonlinux:2023.4.20240416.0-minimal':
    '2023 container release 2023.4.20240416 [2023.4.20240416.0]',
  'FROM --platform=linux/amd64 amazonlinux:2.0.20230307.0 AS base':
    '2 container release 2.0.20230307.0 [2.0.20230307.0]',
  'public.ecr.aws/amazonlinux/amazonlinux:2023': '2023 container floating moving-tag [2023]',
  'docker.io/library/amazonlinux:2': '2 container floating moving-tag [2]',
  'amazonlinux:2023-minimal': '2023 container floating moving-tag [2023-minimal]',
  'amazonlinux:latest': '2023 container floating moving-tag [latest]',
  amazonlinux: '2023 container floating moving-tag [amazonlinux]',
  [`amazonlinux:2@sha256:${'0'.repeat(64)}`]: '2 container generation - [2]',
  'public.ecr.aws/lambda/provided:al2023': '2023 lambda floating moving-tag [al2023]',
  // dnf
  'RUN dnf upgrade -y --releasever=2023.4.20240416 && dnf clean all':
    '2023 dnf release 2023.4.20240416 [2023.4.20240416]',
  'dnf --releasever 2023.5.20240805 update': '2023 dnf release 2023.5.20240805 [2023.5.20240805]',
  'dnf upgrade --releasever=latest': '2023 dnf floating latest-releasever [latest]',
  'echo "2023.4.20240416" | sudo tee /etc/dnf/vars/releasever':
    '2023 dnf release 2023.4.20240416 [2023.4.20240416]',
  'system-release-2023.4.20240416-0.amzn2023.noarch': '2023 dnf release 2023.4.20240416 [2023.4.20240416]',
  // ECS
  'amzn2-ami-ecs-hvm-2.0.20230307-x86_64-ebs': '2 ecs-optimized release 2.0.20230307 by date [2.0.20230307]',
  'al2023-ami-ecs-hvm-2023.0.20240409-kernel-6.1-x86_64':
    '2023 ecs-optimized release 2023.0.20240409 by date [2023.0.20240409]',
  'amzn2-ami-ecs-hvm-*-x86_64-ebs': '2 ecs-optimized floating newest-match [amzn2-ami-ecs-hvm-*-x86_64-ebs]',
  ECS_AL2023_NVIDIA: '2023 ecs-optimized generation - [ECS_AL2023_NVIDIA]',
  // EKS
  'amazon-eks-node-1.27-v20230703': '2 eks-optimized release 2.0.20230703 by date [v20230703]',
  'amazon-eks-gpu-node-1.27-v20230703': '2 eks-optimized release 2.0.20230703 by date [v20230703]',
  'amazon-eks-node-al2023-x86_64-standard-1.31-v20241011':
    '2023 eks-optimized release 2023.20241011 by date [v20241011]',
  'amazon-eks-node-${var.k8s}-v*': '2 eks-optimized floating newest-match [amazon-eks-node-${var.k8s}-v*]',
  'al2023@v20240807': '2023 eks-optimized release 2023.20240807 by date [v20240807]',
  'al2@latest': '2 eks-optimized floating newest-alias [al2@latest]',
  AL2_x86_64_GPU: '2 eks-optimized generation - [AL2_x86_64_GPU]',
  'eks.NodegroupAmiType.AL2023_X86_64_STANDARD': '2023 eks-optimized generation - [AL2023_X86_64_STANDARD]',
  '1.27.1-20230703': '2 eks-optimized release 2.0.20230703 by date [1.27.1-20230703]',
  '1.31.2-20241121': '2023 eks-optimized release 2023.20241121 by date [1.31.2-20241121]',
  // Elastic Beanstalk
  '64bit Amazon Linux 2 v3.5.0 running Python 3.8': '2 elastic-beanstalk generation - [Amazon Linux 2]',
  '64bit Amazon Linux 2023 v4.0.1 running PHP 8.2': '2023 elastic-beanstalk generation - [Amazon Linux 2023]',
  'platform/Python 3.11 running on 64bit Amazon Linux 2023/4.0.1':
    '2023 elastic-beanstalk generation - [Amazon Linux 2023]',
  'aws/codebuild/amazonlinux2-x86_64-standard:4.0': '2 codebuild floating managed [4.0]',
  'aws/codebuild/amazonlinux2-x86_64-standard:5.0': '2023 codebuild floating managed [5.0]',
  'aws/codebuild/amazonlinux-aarch64-standard:2.0-23.05.22': '2 codebuild floating managed [2.0-23.05.22]',
  'aws/codebuild/amazonlinux-aarch64-standard:3.0': '2023 codebuild floating managed [3.0]',
  'aws/codebuild/amazonlinux-x86_64-lambda-standard:nodejs18': '2 codebuild floating managed [nodejs18]',
  'aws/codebuild/amazonlinux-x86_64-lambda-standard:nodejs22': '2023 codebuild floating managed [nodejs22]',
  'LinuxBuildImage.AMAZON_LINUX_2_3': '2 codebuild floating managed [AMAZON_LINUX_2_3]',
  'LinuxArmBuildImage.AMAZON_LINUX_2_STANDARD_3_0':
    '2023 codebuild floating managed [AMAZON_LINUX_2_STANDARD_3_0]',
  'LinuxBuildImage.AMAZON_LINUX_2023_5': '2023 codebuild floating managed [AMAZON_LINUX_2023_5]',
  '^64bit Amazon Linux 2 (.*) running Docker$': '2 elastic-beanstalk floating newest-match [Amazon Linux 2]',
  // SSM public parameters
  [`${EC2}/amzn2-ami-hvm-x86_64-gp2`]: `2 ami floating latest-parameter [amzn2-ami-hvm-x86_64-gp2]`,
  [`{{resolve:ssm:${EC2}/al2023-ami-kernel-default-x86_64}}`]: `2023 ami floating latest-parameter [al2023-ami-kernel-default-x86_64]`,
  [`${ECS}/amazon-linux-2/recommended/image_id`]: `2 ecs-optimized floating latest-parameter [amazon-linux-2]`,
  [`${ECS}/amazon-linux-2/amzn2-ami-ecs-hvm-2.0.20230307-x86_64-ebs/image_id`]:
    '2 ecs-optimized release 2.0.20230307 by date [2.0.20230307]',
  [`${EKS}/\${var.k8s}/amazon-linux-2-gpu/recommended/image_id`]: `2 eks-optimized floating latest-parameter [amazon-linux-2-gpu]`,
  [`${EKS}/1.31/amazon-linux-2023/x86_64/standard/recommended/image_id`]: `2023 eks-optimized floating latest-parameter [amazon-linux-2023]`,
  [`${EKS}/1.27/amazon-linux-2/amazon-eks-node-1.27-v20230703/image_id`]:
    '2 eks-optimized release 2.0.20230703 by date [v20230703]',
  // CDK
  'ec2.MachineImage.latestAmazonLinux2023()':
    '2023 ami floating latest-at-deployment [latestAmazonLinux2023]',
  'ec2.MachineImage.latest_amazon_linux2()': '2 ami floating latest-at-deployment [latest_amazon_linux2]',
  'AmazonLinuxGeneration.AMAZON_LINUX_2':
    '2 ami floating latest-at-deployment [AmazonLinuxGeneration.AMAZON_LINUX_2]',
  'ecs.EcsOptimizedImage.amazonLinux2()':
    '2 ecs-optimized floating latest-at-deployment [EcsOptimizedImage.amazonLinux2]',
  // Amazon Linux 1
  'amzn-ami-hvm-2018.03.0.20180811-x86_64-gp2': '1 ami release 2018.03.0.20180811 [2018.03.0.20180811]',
  'amzn-ami-hvm-2014.03.2.x86_64-ebs': '1 ami release 2014.03.2 [2014.03.2]',
  'amzn-ami-vpc-nat-hvm-2017.09.1-testlongids.20180307-x86_64-ebs': '1 ami release 2017.09.1 [2017.09.1]',
  'amzn-ami-2018.03.i-amazon-ecs-optimized': '1 ecs-optimized release 2018.03.i by date [2018.03.i]',
  'amzn-ami-*-amazon-ecs-optimized':
    '1 ecs-optimized floating newest-match [amzn-ami-*-amazon-ecs-optimized]',
  'amzn-ami-hvm-2018.03*-x86_64-gp2': '1 ami floating newest-match [amzn-ami-hvm-2018.03*-x86_64-gp2]',
  'amzn-ami-hvm-2018.03.0.*': '1 ami floating newest-match [amzn-ami-hvm-2018.03.0.*]',
  'amzn-ami-hvm-2018.03.0.${var.day}-x86_64-gp2':
    '1 ami generation - [amzn-ami-hvm-2018.03.0.${var.day}-x86_64-gp2]',
  [`${EC2}/amzn-ami-hvm-x86_64-gp2`]: `1 ami floating latest-parameter [amzn-ami-hvm-x86_64-gp2]`,
  [`${ECS}/amazon-linux/recommended/image_id`]: `1 ecs-optimized floating latest-parameter [amazon-linux]`,
  [`${ECS}/amazon-linux/amzn-ami-2018.03.20220831-amazon-ecs-optimized/image_id`]:
    '1 ecs-optimized release 2018.03.20220831 by date [2018.03.20220831]',
  '64bit Amazon Linux 2018.03 v2.9.0 running Python 3.6':
    '1 elastic-beanstalk generation - [Amazon Linux 2018.03]',
  '64bit Amazon Linux running Python': '1 elastic-beanstalk generation - [Amazon Linux]',
  'platform/Docker running on 64bit Amazon Linux/2.11.0': '1 elastic-beanstalk generation - [Amazon Linux]',
  '^64bit Amazon Linux 2018\\.03 (.*) running Docker (.*)$':
    '1 elastic-beanstalk floating newest-match [Amazon Linux 2018\\.03]',
  'amazonlinux:1': '1 container floating moving-tag [1]',
  'amazonlinux:2017.03-with-sources': '1 container floating moving-tag [2017.03-with-sources]',
  'amazonlinux:2018.03.0.20220907.3': '1 container release 2018.03.0.20220907.3 [2018.03.0.20220907.3]',
  'AmazonLinuxGeneration.AMAZON_LINUX':
    '1 ami floating latest-at-deployment [AmazonLinuxGeneration.AMAZON_LINUX]',
  'ecs.EcsOptimizedImage.amazonLinux()':
    '1 ecs-optimized floating latest-at-deployment [EcsOptimizedImage.amazonLinux]',
  'ec2.MachineImage.latestAmazonLinux()': '1 ami floating latest-at-deployment [latestAmazonLinux]',
  'new ec2.AmazonLinuxImage()': '1 ami floating latest-at-deployment [AmazonLinuxImage]',
  ECS_AL1: '1 ecs-optimized generation - [ECS_AL1]',
  // patterns and placeholders at any position
  '*amazon-eks-node-al2023*': '2023 eks-optimized floating newest-match [*amazon-eks-node-al2023*]',
  'amazon-eks-node-*': '2023 eks-optimized floating newest-match [amazon-eks-node-*]',
  'amazon-eks-node-{{ k8s }}-v*': '2 eks-optimized floating newest-match [amazon-eks-node-{{ k8s }}-v*]',
  '^amazon-eks-node-1\\.27-v\\d+$': '2 eks-optimized floating newest-match [^amazon-eks-node-1\\.27-v\\d+$]',
  'amazon-eks-arm64-node-%s-v20230703': '2 eks-optimized release 2.0.20230703 by date [v20230703]',
  'al2023@${RELEASE}': '2023 eks-optimized generation - [al2023@${RELEASE}]',
  'AL2023_${var.arch}_STANDARD': '2023 eks-optimized generation - [AL2023_${var.arch}_STANDARD]',
  '*al2023*': '2023 ami floating newest-match [*al2023*]',
  'amzn*': '2 ami floating newest-match [amzn*]',
  'amzn*-ami-hvm-2018.03*': '1 ami floating newest-match [amzn*-ami-hvm-2018.03*]',
  'amazonlinux-2023-x86_64': '2023 ami floating latest-parameter [amazonlinux-2023-x86_64]',
  'amzn2-*': '2 ami floating newest-match [amzn2-*]',
  '*al2023-ami-minimal-*': '2023 ami floating newest-match [*al2023-ami-minimal-*]',
  'al2023-ami-{{ release }}-x86_64': '2023 ami generation - [al2023-ami-{{ release }}-x86_64]',
  [`${EKS}/{{ k8s }}/amazon-linux-2/recommended/image_id`]: `2 eks-optimized floating latest-parameter [amazon-linux-2]`,
  [`${EKS}/%s/amazon-linux-2023/%s/standard/recommended/image_id`]: `2023 eks-optimized floating latest-parameter [amazon-linux-2023]`,
  [`${ECS}/amazon-linux-2\${local.suffix}/recommended`]: `2 ecs-optimized floating latest-parameter [amazon-linux-2\${local.suffix}]`,
  [`${EC2}/al2023-ami-kernel-default-$(uname -m)`]: `2023 ami floating latest-parameter [al2023-ami-kernel-default-$(uname -m)]`,
  '64bit Amazon Linux 2 v${var.platform} running Docker': '2 elastic-beanstalk generation - [Amazon Linux 2]',
  // EC2 Image Builder
  'arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2023-x86/x.x.x':
    '2023 ami floating newest-match [amazon-linux-2023-x86/x.x.x]',
  'arn:aws:imagebuilder:${AWS::Region}:aws:image/amazon-linux-2-arm64/2024.5.7/1':
    '2 ami generation - [2024.5.7/1]',
  'arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2-x86/${var.image}':
    '2 ami generation - [amazon-linux-2-x86/${var.image}]',
  // bare numbers
  '2023.4.20240416.0': '2023 version release 2023.4.20240416 [2023.4.20240416.0]',
  ' 2.0.20230307.0 ': '2 version release 2.0.20230307.0 [2.0.20230307.0]',
};

test('reads every form of an Amazon Linux image, with the exact range of its version', () => {
  for (const [text, expected] of Object.entries(FORMS)) assert.equal(describeImage(text), expected, text);
});

test('uses the context of a text', () => {
  assert.equal(
    describeImage('latest', { place: 'releasever' }),
    '2023 dnf floating latest-releasever [latest]',
  );
  assert.equal(
    describeImage('2023.4.20240416', { place: 'releasever' }),
    '2023 dnf release 2023.4.20240416 [2023.4.20240416]',
  );
  assert.equal(describeImage('AL2', { place: 'ami-family' }), '2 eks-optimized generation - [AL2]');
  assert.equal(
    describeImage('1.27.1-20230703', { amiType: 'AL2023_ARM_64_STANDARD' }),
    '2023 eks-optimized release 2023.20230703 by date [1.27.1-20230703]',
  );
  assert.equal(describeImage('1.27.1-20230703', { amiType: 'BOTTLEROCKET_x86_64' }), 'null');
});

test('rejects texts that name no image of Amazon Linux by Amazon', () => {
  const others = [
    '',
    'latest',
    'AL2',
    'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*',
    'Windows_Server-2019-English-Full-Base-*',
    '/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base',
    'amzn2-ami',
    'amzn2-base-*',
    'acme-amzn2-base-*',
    'acme/amazoncorretto:17',
    'amazoncorretto:17-alpine3.20',
    'maven:3.9-amazoncorretto-21',
    'acme/lambda/python:3.12',
    'public.ecr.aws/lambda/python:3.99',
    'Deep Learning Base GPU AMI (Ubuntu 20.04) *',
    'my-fck-nat-al2023-hvm-*',
    'acme-amazon-eks-node-1.27-v*',
    'CIS Amazon Linux 2 Kernel 5.10 Benchmark *',
    'arn:aws:imagebuilder:eu-west-1:123456789012:image/amazon-linux-2-base/1.0.0',
    // the preview of Amazon Linux 2023, which was never released
    'al2022-ami-2022.0.20221019.4-kernel-5.15-x86_64',
    `${EC2}/al2022-ami-kernel-default-x86_64`,
    'amazonlinux:2022',
    'MachineImage.latestAmazonLinux2022',
    // a policy, and a pattern of any generation
    `arn:aws:ssm:*:*:parameter${ECS}/amazon-linux-2/*`,
    `${EKS}/*`,
    '^64bit Amazon Linux (.*) running Docker (.*)$',
    '2018.03.0.20180811',
    '1.9-20201010',
    'CUSTOM',
    'my-amazonlinux:2',
    'amazonlinux2-builder:1.0',
    'ami-0abcdef1234567890',
    'baseurl=https://example.com/$releasever/x86_64',
    'dnf install --releasever=$VERSION',
    '2.0.20231399.0',
    '2023.4.20990416',
    '2023.4',
    '12.0.20230307.0',
    '5.7.mysql_aurora.2.11.1',
    '8.0.mysql_aurora.3.04.0',
  ];
  for (const text of others) assert.equal(describeImage(text), 'null', text);
});

const day = fc
  .date({ min: new Date('2018-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const build = fc.option(fc.nat(9), { nil: null });

test('reads a release inside any name back, with its exact range', () => {
  const around = fc.constantFrom(
    ['al2023-ami-', '-kernel-6.1-x86_64'],
    ['public.ecr.aws/amazonlinux/amazonlinux:', ''],
    ['dnf upgrade --releasever=', ' -y'],
    ['', ''],
  );
  fc.assert(
    fc.property(around, fc.nat(40), day, build, ([before = '', after = ''], quarter, date, number) => {
      const release = `2023.${quarter}.${date.replaceAll('-', '')}`;
      const written = number === null ? release : `${release}.${number}`;
      const image = readOsImage(`${before}${written}${after}`);
      assert.equal(image?.version, release);
      assert.deepEqual(image.range, { start: before.length, end: before.length + written.length });
      assert.equal(osVersionDay(release), date);
    }),
  );
});

test('sorts releases by day, whatever their series and build', () => {
  fc.assert(
    fc.property(day, day, fc.nat(20), fc.nat(20), (first, second, a, b) => {
      const left = `2023.${a}.${first.replaceAll('-', '')}`;
      const right = `2023.${b}.${second.replaceAll('-', '')}.${a}`;
      assert.equal(Math.sign(compareOsVersions(left, right)), first < second ? -1 : first > second ? 1 : 0);
    }),
  );
});

test('sorts builds of one day by number if both have one', () => {
  assert.ok(compareOsVersions('2.0.20220218.1', '2.0.20220218.3') < 0);
  assert.equal(compareOsVersions('2.0.20220218', '2.0.20220218.3'), 0);
  assert.ok(compareOsVersions('2.0.20220218.3', '2.0.20220310.0') < 0);
});

test('maps packages to the base package of their build', () => {
  const families = [
    'kernel6.12',
    'kernel-tools',
    'libcurl-minimal',
    'systemd-libs',
    'openssl11-libs',
    'libcrypt',
  ];
  assert.deepEqual(families.map(packageFamily), ['kernel', 'kernel', 'curl', 'systemd', 'openssl', 'glibc']);
  const others = ['kernel-livepatch-6.1.176-220.360', 'kernelshark', 'libcurlpp', 'openssh2', 'nginx'];
  assert.deepEqual(others.map(packageFamily), others);
  assert.ok(familyRank('kernel') < familyRank('openssl'));
  assert.ok(familyRank('openssh') < familyRank('nginx'));
});

test('returns null or a range inside the text, for any text', () => {
  const words = fc.constantFrom(
    'amzn2-ami-',
    'al2023-ami-',
    'amazonlinux:',
    '2.0.20230307',
    '-v20230703',
    '*',
    ' ',
    '/',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 8 }), (parts) => {
      const text = parts.join('');
      const image = readOsImage(text);
      if (image === null) return;
      assert.ok(image.range.start >= 0 && image.range.start < image.range.end);
      assert.ok(image.range.end <= text.length);
      assert.equal(image.form === 'release', image.version !== null);
      assert.equal(image.form === 'floating', image.floating !== null);
    }),
  );
});

test('assigns a number to one product only, in a stable spelling', () => {
  assert.equal(readOsVersion('amazon-linux-2023', '2023.4.20240416.0'), '2023.4.20240416');
  assert.equal(readOsVersion('amazon-linux-2', '2.0.20230307.0'), '2.0.20230307.0');
  assert.equal(readOsVersion('amazon-linux-2', '2.0.20241014'), '2.0.20241014');
  assert.equal(readOsVersion('amazon-linux-2', '2023.4.20240416'), null);
  assert.equal(readOsVersion('amazon-linux-2023', '2.0.20230307.0'), null);
  assert.equal(readOsVersion('amazon-linux-2023', 'v2023.4.20240416'), null);
});

test('handles a long text that nearly matches in linear time', () => {
  const holes = ['{a}', '{{a}}', '${a}', '$abcdefgh', '$(a)', '%s', '{', '$', '*'];
  for (const hole of holes) {
    for (const [before, after] of [
      [`${EKS}/`, '/windows'],
      [`${EC2}/al2023-ami-`, '*'],
      ['amazon-eks-node-', ' '],
      ['AL2_', 'a1'],
      ['arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2-x86/', '!'],
    ]) {
      const start = process.cpuUsage();
      readOsImage(`${before}${hole.repeat(2000)}${after}`);
      const { user, system } = process.cpuUsage(start); // microseconds, however busy the machine is
      assert.ok(user + system < 200_000, `${before}${hole}…`);
    }
  }
});
