import type { OsFlavour, OsImage, OsImageContext } from '../../../model/index.ts';
import {
  floatingImage,
  generationImage,
  PLACEHOLDER,
  isPattern,
  generationNamed,
  rangeOf,
  releaseIn,
} from './name-parts.ts';
import { readBuiltOn } from './built-on.ts';
import { readCodeBuild } from './codebuild.ts';
import { readContainer } from './containers.ts';
import { readAmiFamily, readAmiType, readEksImage, readEksReleaseVersion } from './eks.ts';
import { PARAMETER_PATHS } from './parameters.ts';
import { AMAZON_LINUX_WITH_NOTES, readOsVersion, type AmazonLinux } from '../versions.ts';

type Reader = (text: string, context: OsImageContext) => OsImage | null;

/** Readers of all notations of an image, tried in order; the first result counts. */
export const OS_IMAGE_READERS: readonly Reader[] = [
  readReleasever,
  readSsmParameter,
  readCloud9,
  readElasticBeanstalk,
  readEksImage,
  readEksReleaseVersion,
  readAmiType,
  readAmiFamily,
  readAmiName,
  readImageBuilder,
  readCodeBuild,
  readContainer,
  readBuiltOn,
  readCdk,
  readCdkClusterImage,
  readDescription,
  readBareVersion,
];

/**
 * Reads `dnf --releasever=2023.4.20240416`, a line that writes /etc/dnf/vars/releasever, an installed
 * `system-release-…`.
 */
function readReleasever(text: string, context: OsImageContext): OsImage | null {
  const written =
    /(?<![\w.])([\w.]{1,40})["']?[\s|>]+(?:sudo\s+)?(?:tee\s+)?\/etc\/(?:dnf|yum)\/vars\/releasever/.exec(
      text,
    );
  if (written !== null)
    return readReleaseverValue(written[1] ?? '', text.indexOf(written[1] ?? '', written.index));
  const option = /releasever[=\s]+["']?(?<value>[\w.]+)|system-release-(?<package>[\d.]+)-/d.exec(text);
  const range = option?.indices?.groups?.['value'] ?? option?.indices?.groups?.['package'];
  const value = option?.groups?.['value'] ?? option?.groups?.['package'];
  if (value === undefined || range === undefined) {
    return context.place === 'releasever' ? readReleaseverValue(text, 0) : null;
  }
  return readReleaseverValue(value, range[0]);
}

function readReleaseverValue(value: string, offset: number): OsImage | null {
  const trimmed = value.trim();
  const start = offset + value.indexOf(trimmed);
  if (trimmed === 'latest') {
    return floatingImage('amazon-linux-2023', 'dnf', 'latest-releasever', rangeOf(trimmed, start));
  }
  return (
    releaseIn(trimmed, start, 'amazon-linux-2023', 'dnf') ??
    releaseIn(trimmed, start, 'amazon-linux-2', 'dnf')
  );
}

const SSM_PARAMETER = new RegExp(
  '(?:' +
    `${PARAMETER_PATHS.linux}(?<linux>(?<ami>amzn|amzn2|al2023)-ami(?:${PLACEHOLDER}|[\\w.-])*)|` +
    `${PARAMETER_PATHS.ecs}(?<ecs>amazon-linux(?:-(?<ecsOf>2023|2))?(?:${PLACEHOLDER})?)(?![\\w-])|` +
    `${PARAMETER_PATHS.eks}(?:${PLACEHOLDER}|(?!${PLACEHOLDER})[^/\\s])+/(?<eks>amazon-linux-(?<eksOf>2023|2)(?!\\w)(?:${PLACEHOLDER}|[\\w-])*)` +
    `)(?:${PLACEHOLDER}|[\\w./-])*(?![\\w./*-])`,
  'd',
);

/**
 * Reads a public parameter, whose path contains an AMI name or stands for the newest image. For the newest, the range is
 * that of the path segment that names the system.
 */
function readSsmParameter(text: string): OsImage | null {
  const match = SSM_PARAMETER.exec(text);
  const groups = match?.groups;
  if (match === null || groups === undefined) return null;
  const path = match[0];
  const { ami, ecsOf, eks, eksOf } = groups;
  const named = match.indices?.groups;
  const [start, end] = named?.['linux'] ?? named?.['ecs'] ?? named?.['eks'] ?? [0, 0];
  const isOneVersion = VERSION_OF_PARAMETER.test(text.slice(match.index + path.length));
  const at = { range: { start, end }, isOneVersion };
  if (ami !== undefined) return imageOfParameter(productOfName(ami), 'ami', at);
  const product = generationNamed(ecsOf ?? eksOf);
  const flavour = eks === undefined ? 'ecs-optimized' : 'eks-optimized';
  const release = readEksImage(path) ?? releaseIn(path, 0, product, flavour);
  return release?.form === 'release'
    ? shiftImageRange(release, match.index)
    : imageOfParameter(product, flavour, at);
}

/** Version of a parameter (`…:42`): a fixed image, though an unknown one. */
const VERSION_OF_PARAMETER = /^:\d+(?![\w:])/;

const CLOUD9 = new RegExp(
  `(?<![\\w/-])(?:resolve:ssm:)?(?:${PARAMETER_PATHS.cloud9})?(?<name>amazonlinux-(?<generation>2023|2|1)-x86_64)(?![\\w/-])`,
  'd',
);

/**
 * Reads Cloud9 images by alias, `amazonlinux-2023-x86_64`, or by the parameter behind it, which AWS keeps at the newest
 * image (API of Cloud9, "CreateEnvironmentEC2").
 */
function readCloud9(text: string): OsImage | null {
  const groups = CLOUD9.exec(text);
  const range = groups?.indices?.groups?.['name'];
  if (range === undefined) return null;
  const product = generationNamed(groups?.groups?.['generation']);
  return floatingImage(product, 'ami', 'latest-parameter', { start: range[0], end: range[1] });
}

/** Generation by the prefix of the names of Amazon's images. */
function productOfName(prefix: string): AmazonLinux {
  if (prefix === 'al2023') return 'amazon-linux-2023';
  return prefix === 'amzn2' ? 'amazon-linux-2' : 'amazon-linux-1';
}

function imageOfParameter(
  product: AmazonLinux,
  flavour: OsFlavour,
  { range, isOneVersion }: { range: OsImage['range']; isOneVersion: boolean },
): OsImage {
  return isOneVersion
    ? generationImage(product, flavour, range)
    : floatingImage(product, flavour, 'latest-parameter', range);
}

function shiftImageRange(image: OsImage, by: number): OsImage {
  return { ...image, range: { start: image.range.start + by, end: image.range.end + by } };
}

/**
 * Elastic Beanstalk platforms. The first generation has a series number or none; a pattern instead of the number
 * matches any generation.
 */
const PLATFORM =
  /64bit (?<system>Amazon Linux(?: (?<generation>2023(?![\d\\]|\.\d)|2(?![\d.\\]))| 201\d\\*\.\d{2}|(?=\s+(?:v\d|running\b)|\/\d|["']?\s*$)))/d;

/**
 * Reads `64bit Amazon Linux 2 v3.5.0 running Python 3.8`, `…/Python 3.8 running on 64bit Amazon Linux 2023/4.0.1`. The
 * number is that of the platform, not of the system.
 */
function readElasticBeanstalk(text: string): OsImage | null {
  const match = PLATFORM.exec(text);
  if (match === null) return null;
  const [start, end] = match.indices?.groups?.['system'] ?? [match.index, match.index + match[0].length];
  const product = generationNamed(match.groups?.['generation']);
  return isPattern(text)
    ? floatingImage(product, 'elastic-beanstalk', 'newest-match', { start, end })
    : generationImage(product, 'elastic-beanstalk', { start, end });
}

/**
 * AMI names. Third-party images merely contain such words (`acme-amzn2-base-…`), so only a pattern may precede them.
 */
const AMI_NAME = new RegExp(
  `(?<![\\w-])(?:\\^|\\.?\\*)?(?<prefix>amzn2|amzn|al2023)(?:-ami(?=[-*?]|\\.[*+]|\\$?\\{)|-?(?=\\*))(?:${PLACEHOLDER}|[^\\s"',/])*|` +
    // Only images of the first generation have names with this ending.
    '(?<![\\w-])\\*-?amazon-ecs-optimized(?![\\w-])',
);

/** `amzn2-ami-kernel-5.10-hvm-…`, `al2023-ami-…-kernel-6.1-…`; `kernel-default` names no series. */
const KERNEL_OF_NAME = /-kernel-(\d{1,2}\.\d{1,2})(?!\d)/;

/**
 * Pattern that leaves the generation open. Its newest match is of the second, because the first is no longer published.
 */
const OPEN_GENERATION = /amzn\*(?!.*201[0-8])/;

/**
 * Reads `amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2`, `al2023-ami-ecs-hvm-2023.0.20240409-…`,
 * `amzn-ami-2018.03.i-amazon-ecs-optimized`, and filters such as `al2023-ami-*` or `*amzn2*`.
 */
function readAmiName(text: string): OsImage | null {
  const match = AMI_NAME.exec(text);
  if (match === null) return null;
  const prefix = match.groups?.['prefix'] ?? 'amzn';
  const product = OPEN_GENERATION.test(match[0]) ? 'amazon-linux-2' : productOfName(prefix);
  const flavour = /-ami-ecs-|-ecs-optimized/.test(match[0]) ? 'ecs-optimized' : 'ami';
  const release = releaseIn(match[0], match.index, product, flavour);
  const kernel = KERNEL_OF_NAME.exec(match[0])?.[1];
  if (release !== null) return kernel === undefined ? release : { ...release, kernel };
  const whole = rangeOf(match[0], match.index);
  return isPattern(match[0])
    ? floatingImage(product, flavour, 'newest-match', whole)
    : generationImage(product, flavour, whole);
}

const IMAGE_BUILDER = new RegExp(
  `:aws:image/(amazon-linux-(2023|2)-(?:${PLACEHOLDER}|[\\w-])+(?:/((?:${PLACEHOLDER}|[\\dx*]+)(?:\\.[\\dx*]+){0,2}(?:/\\d+)?))?)(?![\\w.])`,
  'd',
);

/**
 * Reads Amazon's own images in EC2 Image Builder: `…:aws:image/amazon-linux-2023-x86/x.x.x`,
 * `…/amazon-linux-2-arm64/2024.5.7`.
 */
function readImageBuilder(text: string): OsImage | null {
  const match = IMAGE_BUILDER.exec(text);
  const [whole, number] = [match?.indices?.[1], match?.indices?.[3]];
  if (match === null || whole === undefined) return null;
  const product = generationNamed(match[2]);
  const version = match[3] ?? 'x';
  if (/[x*]/.test(version))
    return floatingImage(product, 'ami', 'newest-match', { start: whole[0], end: whole[1] });
  const [start, end] = number !== undefined && /^\d/.test(version) ? number : whole;
  return generationImage(product, 'ami', { start, end });
}

const CDK_IMAGE = new RegExp(
  '(?:(?<ecs>EcsOptimizedImage[._])|AmazonLinuxGeneration[._]|MachineImageType[._]|ImageId[._]|latest_?)amazon_?linux(?:_?(?<generation>2023|2))?(?!\\w)|' +
    'AmazonLinux(?<parameter>2023|2)?Image(?:SsmParameter)?(?!\\w)',
  'i',
);

/**
 * Reads the CDK's `MachineImage.latestAmazonLinux2023()`, `AmazonLinuxGeneration.AMAZON_LINUX_2`,
 * `EcsOptimizedImage.amazonLinux2()`. Without a number it is the first generation, which is also the default of `new
 * AmazonLinuxImage()`.
 */
function readCdk(text: string): OsImage | null {
  const match = CDK_IMAGE.exec(text);
  if (match === null) return null;
  const flavour = match.groups?.['ecs'] === undefined ? 'ami' : 'ecs-optimized';
  const product = generationNamed(match.groups?.['generation'] ?? match.groups?.['parameter']);
  return floatingImage(product, flavour, 'latest-at-deployment', rangeOf(match[0], match.index));
}

const CDK_CLUSTER_IMAGE = /(?:EcsOptimizedAmi|EksOptimizedImage)(?!\w)/i;

/**
 * Reads the CDK's `new EcsOptimizedAmi()` and `new EksOptimizedImage()`, which have the second generation for every
 * version of Kubernetes (sources of aws-ecs and aws-eks).
 */
function readCdkClusterImage(text: string): OsImage | null {
  const match = CDK_CLUSTER_IMAGE.exec(text);
  if (match === null) return null;
  const flavour = /^ecs/i.test(match[0]) ? 'ecs-optimized' : 'eks-optimized';
  return floatingImage('amazon-linux-2', flavour, 'latest-at-deployment', rangeOf(match[0], match.index));
}

/**
 * Reads a bare release number. Those of Amazon Linux 1 are excluded: they look like dates and other products' versions.
 */
function readBareVersion(text: string): OsImage | null {
  const written = text.trim();
  for (const product of AMAZON_LINUX_WITH_NOTES) {
    if (readOsVersion(product, written) === null) continue;
    return releaseIn(written, text.indexOf(written), product, 'version');
  }
  return null;
}

/**
 * `Amazon Linux 2023*`, `Amazon Linux AMI*x86_64*`: a pattern is required, because a sentence may begin with the same
 * words.
 */
const DESCRIPTION = /^\s*\*?(?<name>Amazon Linux (?<generation>2023|2|AMI)(?![\w.])[^*\n]*\*[^\n]*)$/d;

/** Reads a filter that searches images by their description. */
function readDescription(text: string): OsImage | null {
  const groups = DESCRIPTION.exec(text);
  const range = groups?.indices?.groups?.['name'];
  if (range === undefined) return null;
  const product = generationNamed(groups?.groups?.['generation']);
  return floatingImage(product, 'ami', 'newest-match', { start: range[0], end: range[1] });
}
