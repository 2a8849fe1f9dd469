import { IMAGE_PARAMETER, imageWords } from '../../../../products/index.ts';
import { CDK_IMAGES } from '../../../../vocabulary/index.ts';

// Names of operating system images in the code of programs.

/** Text in front of a class name: no letter, or the constructor's `New` in Go. */
const BEFORE_CLASS = String.raw`(?:(?<![A-Za-z_])|(?<=New))`;

/** Constants and calls that name a generation. */
export const NAMES_GENERATION = anyOf(
  [
    ...Object.entries(CDK_IMAGES.members).map(
      ([type, members]) => String.raw`${type}[._](?:${members.map(anySpelling).join('|')})(?!\w)`,
    ),
    ...CDK_IMAGES.classes.map((name) => String.raw`${name}(?!\w)`),
    ...CDK_IMAGES.made.map((name) => String.raw`${BEFORE_CLASS}${name}(?=\(|\.Builder)`),
  ],
  'gi',
);

/** Calls with a default generation that arguments can change. */
export const HAS_GENERATION = anyOf(
  [
    ...CDK_IMAGES.byDefault.methods.map(
      ([type, method]) => String.raw`${type}[._]${anySpelling(method)}(?=\()`,
    ),
    ...CDK_IMAGES.byDefault.classes.map((name) => String.raw`${BEFORE_CLASS}${name}(?=\()`),
  ],
  'gi',
);

/** Images by id: no text shows their release. */
export const NAMES_ID = anyOf(
  CDK_IMAGES.byId.map(([type, method]) => String.raw`${type}[._]${anySpelling(method)}(?!\w)`),
  'gi',
);

/** Parts of texts that name an image. */
export const IMAGE_TEXT = anyOf(
  [
    ...['amzn-ami', 'amzn2-ami', 'al2023-ami', String.raw`amazon-eks-(?:\w+-)?node-`, 'bottlerocket-aws-'],
    ...imageWords('builtOn'),
    ...[
      'amazonlinux[:@]',
      'aws/codebuild/amazonlinux',
      ':aws:image/amazon-linux-',
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

/** Release of a node group's image. */
export const NODE_RELEASE = valueNamed('release_?version', String.raw`1\.\d{2}(?:\.\d{1,2})?-20\d{6}`);
/** Image family of a node group or of Karpenter's node class. */
export const AMI_FAMILY = valueNamed('ami_?family', '(?:(?:AL|AmazonLinux)(?:2023|2)|Bottlerocket)');
/** Patterns that find every image in the code of a program. */
export const IMAGE_NAMES = [
  ...[IMAGE_TEXT, NAMES_GENERATION, HAS_GENERATION, NAMES_ID, NODE_RELEASE, AMI_FAMILY],
];
export const AMI_TYPE = /(?<![A-Za-z0-9])(?:AL2023|AL2|BOTTLEROCKET|WINDOWS)_\w+/i;

/** Pattern for all spellings of a name: `latestAmazonLinux2`, `latest_amazon_linux2`, `LATEST_AMAZON_LINUX_2`. */
function anySpelling(name: string): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z\d])|(?<=[A-Z])_/g, '_?');
}

/** A text that is the value of a property, argument or setter of a given name, in any language. */
function valueNamed(name: string, text: string): RegExp {
  const before = `${name}\\)?["']?\\s*(?:[:=(]|:=)\\s*(?:\\w+(?:\\.\\w+)*\\()?["'\`]`;
  return new RegExp(`(?<=${before})${text}(?=["'\`])`, 'gi');
}

function anyOf(patterns: readonly string[], flags: string): RegExp {
  return new RegExp(patterns.join('|'), flags);
}
