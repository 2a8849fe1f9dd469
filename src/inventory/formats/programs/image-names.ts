import { IMAGE_PARAMETER } from '../../../products/index.ts';

// How programs name images of operating systems. Sources: the CDK's API reference (aws-ec2, aws-ecs, aws-eks), version 2.

/** Members of the CDK's types that name a generation; in Go both are one name. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  MachineImage: ['latestAmazonLinux2', 'latestAmazonLinux2023'],
  AmazonLinuxGeneration: ['AMAZON_LINUX', 'AMAZON_LINUX_2', 'AMAZON_LINUX_2023'],
  EcsOptimizedImage: ['amazonLinux', 'amazonLinux2', 'amazonLinux2023'],
  MachineImageType: ['AMAZON_LINUX_2', 'AMAZON_LINUX_2023'],
  '(?<![A-Za-z])ImageId': ['AMAZON_LINUX_2', 'AMAZON_LINUX_2023'],
  LinuxBuildImage: [String.raw`AMAZON_LINUX_2\w*`],
  LinuxArmBuildImage: [String.raw`AMAZON_LINUX_2\w*`],
  'Linux(?:Arm)?LambdaBuildImage': [String.raw`AMAZON_LINUX_2\w*`],
  NodegroupAmiType: [String.raw`AL2_\w+`, String.raw`AL2023_\w+`],
};
/** Before a class: nothing, or in Go the function that makes one. */
const MADE = String.raw`(?:(?<![A-Za-z_])|(?<=New))`;

/** What names a generation by itself. */
export const NAMES_GENERATION = anyOf(
  [
    ...Object.entries(MEMBERS).map(
      ([type, members]) => String.raw`${type}[._](?:${members.map(spelled).join('|')})(?!\w)`,
    ),
    ...['AmazonLinux2ImageSsmParameter', 'AmazonLinux2023ImageSsmParameter'].map(
      (name) => String.raw`${name}(?!\w)`,
    ),
    String.raw`${MADE}EksOptimizedImage(?=\(|\.Builder)`,
  ],
  'gi',
);

/** Calls that are of the generation that they have by default unless they name another one. */
export const HAS_GENERATION = anyOf(
  [
    String.raw`MachineImage[._]${spelled('latestAmazonLinux')}(?=\()`,
    ...['AmazonLinuxImage', 'EcsOptimizedAmi'].map((name) => String.raw`${MADE}${name}(?=\()`),
  ],
  'gi',
);

/** Images by their id: which release they are no text tells. */
export const NAMES_ID = anyOf([String.raw`MachineImage[._]${spelled('genericLinux')}(?!\w)`], 'gi');

/** What texts have in them that name an image. */
export const IMAGE_TEXT = anyOf(
  [
    ...['amzn-ami', 'amzn2-ami', 'al2023-ami', String.raw`amazon-eks-(?:\w+-)?node-`, 'bottlerocket-aws-'],
    ...[
      'amazonlinux[:@]',
      'aws/codebuild/amazonlinux',
      'lambda/provided:al2',
      'releasever=',
      '64bit Amazon Linux',
    ],
    ...['AL2_[xA]', 'AL2023_[xA]', 'al2@', 'al2023@', 'bottlerocket@', 'BOTTLEROCKET_[xA]'].map(
      (beginning) => `["'\`]${beginning}`,
    ),
    /(?<=[iI]mage_?[iI]d["'`]?\s{0,9}[:=]\s{0,9}["'`])amazonlinux-\d+-x86_64/.source,
    IMAGE_PARAMETER,
  ],
  'g',
);

/** The release of a node group's image. */
export const NODE_RELEASE = valueNamed('release_?version', String.raw`1\.\d{2}(?:\.\d{1,2})?-20\d{6}`);
/** The family of the images of a node group or of Karpenter's node class. */
export const AMI_FAMILY = valueNamed('ami_?family', '(?:(?:AL|AmazonLinux)(?:2023|2)|Bottlerocket)');
export const AMI_TYPE = /(?<![A-Za-z0-9])(?:AL2023|AL2|BOTTLEROCKET|WINDOWS)_\w+/i;

/** `latestAmazonLinux2`, `latest_amazon_linux2` and `LATEST_AMAZON_LINUX_2` are one name. */
function spelled(name: string): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z\d])|(?<=[A-Z])_/g, '_?');
}

/** A text that is the value of a property, an argument or a setter of some name, in any language. */
function valueNamed(name: string, text: string): RegExp {
  const before = `${name}\\)?["']?\\s*(?:[:=(]|:=)\\s*(?:\\w+(?:\\.\\w+)*\\()?["'\`]`;
  return new RegExp(`(?<=${before})${text}(?=["'\`])`, 'gi');
}

function anyOf(patterns: readonly string[], flags: string): RegExp {
  return new RegExp(patterns.join('|'), flags);
}
