import { upTo } from '../../../model/index.ts';
import type { OsFlavour, OsImage, OsImageContext } from '../../../model/index.ts';
import {
  datedImage,
  floatingImage,
  generationImage,
  HOLE,
  isPattern,
  generationNamed,
  rangeOf,
  releaseIn,
} from './parts.ts';
import { readCodeBuild } from './codebuild.ts';
import { readDescription } from './description.ts';
import { PARAMETER_PATHS } from './parameters.ts';
import {
  hasNotes,
  NOTED_AMAZON_LINUX,
  readOsVersion,
  type NotedAmazonLinux,
  type AmazonLinux,
} from '../versions.ts';

type Reader = (text: string, context: OsImageContext) => OsImage | null;

/** One reader for each way of writing an image; the first that understands a text answers. */
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
  readCdk,
  readCdkClusterImage,
  readDescription,
  readBareVersion,
];

/** `dnf --releasever=2023.4.20240416`, a line that writes /etc/dnf/vars/releasever, an installed `system-release-…`. */
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
    `${PARAMETER_PATHS.linux}(?<linux>(?<ami>amzn|amzn2|al2023)-ami(?:${HOLE}|[\\w.-])*)|` +
    `${PARAMETER_PATHS.ecs}(?<ecs>amazon-linux(?:-(?<ecsOf>2023|2))?(?:${HOLE})?)(?![\\w-])|` +
    `${PARAMETER_PATHS.eks}(?:${HOLE}|(?!${HOLE})[^/\\s])+/(?<eks>amazon-linux-(?<eksOf>2023|2)(?!\\w)(?:${HOLE}|[\\w-])*)` +
    `)(?:${HOLE}|[\\w./-])*(?![\\w./*-])`,
  'd',
);

/** Paths that name one image hold its AMI name; all others are the newest, at the segment that names the system. */
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
  if (ami !== undefined) return ofParameter(productOfName(ami), 'ami', at);
  const product = generationNamed(ecsOf ?? eksOf);
  const flavour = eks === undefined ? 'ecs-optimized' : 'eks-optimized';
  const release = readEksImage(path) ?? releaseIn(path, 0, product, flavour);
  return release?.form === 'release' ? shifted(release, match.index) : ofParameter(product, flavour, at);
}

/** The number of one version of a parameter (`…:42`): it stays where it is, at an image that it does not name. */
const VERSION_OF_PARAMETER = /^:\d+(?![\w:])/;

const CLOUD9 = new RegExp(
  `(?<![\\w/-])(?:resolve:ssm:)?(?:${PARAMETER_PATHS.cloud9})?(?<name>amazonlinux-(?<generation>2023|2|1)-x86_64)(?![\\w/-])`,
  'd',
);

/**
 * Images of Cloud9 by their alias, `amazonlinux-2023-x86_64`, or by the parameter that it stands for: AWS keeps the newest
 * there (API of Cloud9, "CreateEnvironmentEC2").
 */
function readCloud9(text: string): OsImage | null {
  const groups = CLOUD9.exec(text);
  const range = groups?.indices?.groups?.['name'];
  if (range === undefined) return null;
  const product = generationNamed(groups?.groups?.['generation']);
  return floatingImage(product, 'ami', 'latest-parameter', { start: range[0], end: range[1] });
}

/** How the names of Amazon's images begin. */
function productOfName(prefix: string): AmazonLinux {
  if (prefix === 'al2023') return 'amazon-linux-2023';
  return prefix === 'amzn2' ? 'amazon-linux-2' : 'amazon-linux-1';
}

function ofParameter(
  product: AmazonLinux,
  flavour: OsFlavour,
  { range, isOneVersion }: { range: OsImage['range']; isOneVersion: boolean },
): OsImage {
  return isOneVersion
    ? generationImage(product, flavour, range)
    : floatingImage(product, flavour, 'latest-parameter', range);
}

function shifted(image: OsImage, by: number): OsImage {
  return { ...image, range: { start: image.range.start + by, end: image.range.end + by } };
}

/** The first generation has the number of its series or none; a pattern in place of the number is of any generation. */
const PLATFORM =
  /64bit (?<system>Amazon Linux(?: (?<generation>2023(?![\d\\]|\.\d)|2(?![\d.\\]))| 201\d\\*\.\d{2}|(?=\s+(?:v\d|running\b)|\/\d|["']?\s*$)))/d;

/**
 * `64bit Amazon Linux 2 v3.5.0 running Python 3.8`, `…/Python 3.8 running on 64bit Amazon Linux 2023/4.0.1`. The number is
 * that of the platform, not of the system.
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

const EKS_IMAGE = new RegExp(
  `(?<![\\w-])(?:\\^|\\.?\\*)?(?<name>amazon-eks-(?:\\w+-)?node-(?:${HOLE}|[^\\s"'/,])*)|` +
    `(?<![\\w-])(?<alias>al2023|al2)@(?:${HOLE}|[\\w*.])+`,
);

/** Images of other systems are named after Amazon's, and files after what is made with them. */
const OTHER_EKS_NAME = /ubuntu|windows|\.(?:json|ya?ml|hcl|sh)$/i;

/**
 * `amazon-eks-node-1.27-v20230703`, `amazon-eks-node-al2023-x86_64-standard-1.31-v20241011`, Karpenter's
 * `al2023@v20240807`.
 */
function readEksImage(text: string): OsImage | null {
  const match = EKS_IMAGE.exec(text);
  if (match === null) return null;
  const { name = '', alias } = match.groups ?? {};
  if (OTHER_EKS_NAME.test(name)) return null;
  const product = alias === undefined ? productOfEksName(name) : generationNamed(alias.slice('al'.length));
  if (!hasNotes(product)) return null;
  const dated = /v(\d{8})(?!\d)/.exec(match[0]);
  if (dated !== null) {
    const range = rangeOf(dated[0], match.index + dated.index);
    const kubernetes = /-(1\.\d{2})-v\d{8}/.exec(match[0])?.[1];
    const image = datedImage(product, 'eks-optimized', dated[1] ?? '', range, kubernetes);
    if (image !== null) return image;
  }
  const whole = rangeOf(match[0], match.index);
  return isPattern(match[0]) || match[0].endsWith('@latest')
    ? floatingImage(product, 'eks-optimized', 'newest-match', whole)
    : generationImage(product, 'eks-optimized', whole);
}

/**
 * Names of Amazon Linux 2 go on with the version of Kubernetes. A pattern that leaves all open (`amazon-eks-node-*`) takes
 * the newest, which is of Amazon Linux 2023 since those of 2 are no longer made.
 */
function productOfEksName(name: string): NotedAmazonLinux {
  const isOpen = /^amazon-eks-node-\*/.test(name) && !/v\d{8}/.test(name);
  return isOpen || name.includes('al2023') ? 'amazon-linux-2023' : 'amazon-linux-2';
}

/**
 * The release version of an EKS node group, `1.27.1-20230703`. Without an AMI type EKS takes Amazon Linux 2 up to
 * Kubernetes 1.29 and Amazon Linux 2023 from 1.30 on (EKS User Guide, "al2023").
 */
function readEksReleaseVersion(text: string, context: OsImageContext): OsImage | null {
  const match = /^\s*(1\.(\d{2})(?:\.\d{1,2})?-(20\d{6}))\s*$/.exec(text);
  if (match === null) return null;
  const written = match[1] ?? '';
  const product = productOfAmiType(context.amiType, Number(match[2]) >= 30);
  if (product === null) return null;
  const range = rangeOf(written, text.indexOf(written));
  return datedImage(product, 'eks-optimized', match[3] ?? '', range, `1.${match[2] ?? ''}`);
}

function productOfAmiType(amiType: string | null | undefined, isRecent: boolean): NotedAmazonLinux | null {
  if (amiType === null || amiType === undefined) return isRecent ? 'amazon-linux-2023' : 'amazon-linux-2';
  const image = readAmiType(amiType) ?? readAmiFamily(amiType, { place: 'ami-family' });
  return image !== null && hasNotes(image.product) ? image.product : null;
}

const AMI_TYPE = new RegExp(
  `(?<![A-Za-z0-9])(?:(?:ECS_)?AL(?<generation>2023|2)_(?:x86_64|ARM_64|NVIDIA|${HOLE})(?:_[A-Z]+|_?${HOLE})*|` +
    'ECS_AL(?<plain>2023|2|1))(?![A-Za-z0-9_])',
  'i',
);

/** EKS AMI types (`AL2_x86_64`, CDK's `NodegroupAmiType.AL2023_ARM_64_STANDARD`), AWS Batch image types (`ECS_AL2`). */
function readAmiType(text: string): OsImage | null {
  const match = AMI_TYPE.exec(text);
  if (match === null) return null;
  const flavour = /^ECS_/i.test(match[0]) ? 'ecs-optimized' : 'eks-optimized';
  const product = generationNamed(match.groups?.['generation'] ?? match.groups?.['plain']);
  return generationImage(product, flavour, rangeOf(match[0], match.index));
}

function readAmiFamily(text: string, context: OsImageContext): OsImage | null {
  if (context.place !== 'ami-family') return null;
  const match = /^\s*(?:AL|amazon[-_ ]?linux[-_ ]?)(2023|2)\s*$/i.exec(text);
  if (match === null) return null;
  const written = match[0].trim();
  return generationImage(generationNamed(match[1]), 'eks-optimized', rangeOf(written, text.indexOf(written)));
}

/** Other people's images only contain such a word (`fck-nat-al2023-…`), so nothing but a pattern may stand before it. */
const AMI_NAME = new RegExp(
  `(?<![\\w-])(?:\\^|\\.?\\*)?(?<prefix>amzn2|amzn|al2023)(?:-ami(?=[-*?]|\\.[*+]|\\$?\\{)|-?(?=\\*))(?:${HOLE}|[^\\s"',/])*|` +
    // Only images of the first generation have names that end so.
    '(?<![\\w-])\\*-?amazon-ecs-optimized(?![\\w-])',
);

/** The newest that such a pattern finds is of the second generation: images of the first are no longer made. */
const OPEN_GENERATION = /amzn\*(?!.*201[0-8])/;

/**
 * `amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2`, `al2023-ami-ecs-hvm-2023.0.20240409-…`,
 * `amzn-ami-2018.03.i-amazon-ecs-optimized`, and filters such as `al2023-ami-*` or `*amzn2*`.
 */
function readAmiName(text: string): OsImage | null {
  const match = AMI_NAME.exec(text);
  if (match === null) return null;
  const prefix = match.groups?.['prefix'] ?? 'amzn';
  const product = OPEN_GENERATION.test(match[0]) ? 'amazon-linux-2' : productOfName(prefix);
  const flavour = /-ami-ecs-|-ecs-optimized/.test(match[0]) ? 'ecs-optimized' : 'ami';
  const release = releaseIn(match[0], match.index, product, flavour);
  if (release !== null) return release;
  const whole = rangeOf(match[0], match.index);
  return isPattern(match[0])
    ? floatingImage(product, flavour, 'newest-match', whole)
    : generationImage(product, flavour, whole);
}

const IMAGE_BUILDER = new RegExp(
  `:aws:image/(amazon-linux-(2023|2)-[\\w-]+(?:/((?:${HOLE}|[\\dx*]+)(?:\\.[\\dx*]+){0,2}(?:/\\d+)?))?)(?![\\w.])`,
  'd',
);

/**
 * Amazon's own images in EC2 Image Builder: `…:aws:image/amazon-linux-2023-x86/x.x.x`, `…/amazon-linux-2-arm64/2024.5.7`.
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

const CONTAINER =
  /(?:^|[\s"'=/])(?<name>amazonlinux)(?::(?<tag>[\w.-]+))?(?<digest>@sha256:[0-9a-f]+)?(?=$|[\s"',)])/d;

/** `amazonlinux:2023.4.20240416.0`, `public.ecr.aws/amazonlinux/amazonlinux:2023-minimal`, Lambda's `provided:al2023`. */
function readContainer(text: string): OsImage | null {
  const match = CONTAINER.exec(text);
  const groups = match?.groups;
  const indices = match?.indices?.groups;
  if (groups === undefined || indices === undefined) return readLambdaImage(text);
  if (!isAmazons(text.slice(0, indices['name']?.[0]))) return null;
  const tag = groups['tag'];
  const [start, end] = indices['tag'] ?? indices['name'] ?? [0, text.length];
  if (tag === undefined && groups['digest'] !== undefined) return null;
  const product = productOfTag(tag ?? 'latest');
  if (product === null) return null;
  const release = releaseIn(tag ?? '', start, product, 'container');
  if (release !== null) return release;
  return groups['digest'] === undefined
    ? floatingImage(product, 'container', 'moving-tag', { start, end })
    : generationImage(product, 'container', { start, end });
}

/** Accounts of Docker Hub, and of Amazon's public registry, that have the image itself; the latter mirrors the former. */
const HUB_ACCOUNT = /^(?:library|amd64|arm64v8)?$/;
const PUBLIC_ACCOUNT = /^(?:amazonlinux|docker\/(?:library|amd64|arm64v8))$/;

/**
 * Whether the name behind some text is that of Amazon's image: another account's is something else. A registry of one's
 * own is a mirror; what a variable writes may be one.
 */
function isAmazons(before: string): boolean {
  const path = pathAtEnd(before).replace(/^[\w-]+:\/\/?/, '');
  const first = upTo(path, '/');
  const host = first === 'localhost' || /[\w}][.:]/.test(first) ? first : '';
  const account = path.slice(host.length).replace(/^\//, '');
  if (host === 'public.ecr.aws') return PUBLIC_ACCOUNT.test(account);
  const isHub = host === '' || /(?:^|\.)docker\.io$/.test(host);
  return !isHub || HUB_ACCOUNT.test(account) || /[^\w./-]/.test(account);
}

/** The words before a slash at the end of a text, without it; empty where there is no slash. */
function pathAtEnd(text: string): string {
  const end = text.length - 1;
  if (text.charAt(end) !== '/') return '';
  let start = end;
  while (start > 0 && !/[\s"'=,()]/.test(text.charAt(start - 1))) start--;
  return text.slice(start, end);
}

/** `latest` has been Amazon Linux 2023 since its release (Docker Hub, "amazonlinux"). */
function productOfTag(tag: string): AmazonLinux | null {
  if (/^(?:latest|minimal|2023)(?![\w])/.test(tag)) return 'amazon-linux-2023';
  if (/^(?:1(?![\w.])|201[0-8]\.\d{2})/.test(tag)) return 'amazon-linux-1';
  return /^2(?!\d)/.test(tag) ? 'amazon-linux-2' : null;
}

function readLambdaImage(text: string): OsImage | null {
  const match = /(?:lambda\/|lambda-)provided:(al(2023|2))(?![\w])/d.exec(text);
  const indices = match?.indices?.[1];
  if (match === null || indices === undefined) return null;
  const range = { start: indices[0], end: indices[1] };
  return floatingImage(generationNamed(match[2]), 'lambda', 'moving-tag', range);
}

const CDK_IMAGE = new RegExp(
  '(?:(?<ecs>EcsOptimizedImage[._])|AmazonLinuxGeneration[._]|MachineImageType[._]|ImageId[._]|latest_?)amazon_?linux(?:_?(?<generation>2023|2))?(?!\\w)|' +
    'AmazonLinux(?<parameter>2023|2)?Image(?:SsmParameter)?(?!\\w)',
  'i',
);

/**
 * CDK: `MachineImage.latestAmazonLinux2023()`, `AmazonLinuxGeneration.AMAZON_LINUX_2`, `EcsOptimizedImage.amazonLinux2()`.
 * Without a number it is the first generation, which it also is where a `new AmazonLinuxImage()` is told none.
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
 * CDK: `new EcsOptimizedAmi()` and `new EksOptimizedImage()`, which are of the second generation whatever the version of
 * Kubernetes is (sources of aws-ecs and aws-eks).
 */
function readCdkClusterImage(text: string): OsImage | null {
  const match = CDK_CLUSTER_IMAGE.exec(text);
  if (match === null) return null;
  const flavour = /^ecs/i.test(match[0]) ? 'ecs-optimized' : 'eks-optimized';
  return floatingImage('amazon-linux-2', flavour, 'latest-at-deployment', rangeOf(match[0], match.index));
}

/** Bare numbers of Amazon Linux 1 are left out: they look like dates and like versions of much else. */
function readBareVersion(text: string): OsImage | null {
  const written = text.trim();
  for (const product of NOTED_AMAZON_LINUX) {
    if (readOsVersion(product, written) === null) continue;
    return releaseIn(written, text.indexOf(written), product, 'version');
  }
  return null;
}
