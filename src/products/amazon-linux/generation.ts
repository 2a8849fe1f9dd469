import { isHostPackage, kernelSeriesOf, sharesHost } from './host-packages.ts';
import { productName } from '../naming/names.ts';
import type { Product, ProductNotes, ImageWords } from '../product.ts';
import { readAmazonLinuxImage } from './images/read-image.ts';
import { bugsOfPlaced } from './notes/fixes/os-bugs.ts';
import { OS_SUPPORT } from './notes/support-dates.ts';
import { osPinName, readOsPin } from './pins.ts';
import { compareOsVersions, osVersionDay, readOsVersion, type AmazonLinux } from './versions.ts';
import type { NumberedImage } from '../../model/index.ts';

/** Properties in which the generations of Amazon Linux differ. */
export interface Generation {
  id: AmazonLinux;
  /** An example of a release number. */
  example: string;
  /** Generation to migrate to; null for the newest. */
  next: AmazonLinux | null;
  /** Null if its notes are not read. */
  notes: ProductNotes | null;
}

/** Last day of support of the EKS-optimised AMIs of Amazon Linux 2, which is before that of the system itself. */
const EKS_AMI_SUPPORT = {
  flavour: 'eks-optimized',
  date: '2025-11-26',
  url: 'https://docs.aws.amazon.com/eks/latest/userguide/eks-ami-deprecation-faqs.html',
} as const;

/** Product for a generation of Amazon Linux. A release contains everything from earlier ones, so there is one line. */
export function amazonLinux({ id, example, next, notes }: Generation): Product {
  const generation = id.slice(id.lastIndexOf('-') + 1);
  return {
    id,
    kind: 'operating-system',
    names: { display: productName(id), examples: [example] },
    community: null,
    versions: {
      read(written) {
        const version = readOsVersion(id, written);
        return version === null ? { form: 'unknown' } : { form: 'release', version };
      },
      readAlone(written) {
        const pinned = readOsPin(id, written);
        return pinned === null ? null : osPinName(pinned);
      },
      compare: compareOsVersions,
      line: () => generation,
      branch: () => generation,
      isUnder: () => false,
      // The notes do not give the build that an AMI name or image tag must contain.
      rewrite(written, from, to) {
        const isWhole = readOsVersion(id, written) === written && compareOsVersions(written, from) === 0;
        const hasSameParts = written.split('.').length === to.split('.').length;
        return isWhole && hasSameParts && readOsVersion(id, to) === to ? to : null;
      },
    },
    notes,
    support: { fixed: OS_SUPPORT.filter((period) => period.product === id), minorScopes: () => [generation] },
    lineage: null,
    features: null,
    advice: null,
    engine: null,
    observability: null,
    host: {
      // Systems Manager uses the image's name for the first generation: `Amazon Linux AMI`, `2018.03`.
      isPlatform: (name, version) =>
        id === 'amazon-linux-1'
          ? name === 'Amazon Linux AMI'
          : name === 'Amazon Linux' && version === generation,
      isImageName: () => false,
      installsSoftware: true,
      logsOnlyToJournal: id === 'amazon-linux-2023',
    },
    system: {
      next,
      takesReleaseByNumber: id === 'amazon-linux-2023',
      shorterSupport: id === 'amazon-linux-2' ? [EKS_AMI_SUPPORT] : [],
      hasAdvisories: true,
      isOfHost: isHostPackage,
      sharesHost,
      kernelSeriesOf,
      ...(id === 'amazon-linux-2' && { successorOf }),
      pinName: osPinName,
      readPin: (written) => readOsPin(id, written),
      dayOf: osVersionDay,
      imageWords: IMAGE_WORDS,
      readImage: readAmazonLinuxImage,
      bugsOf: (releases, placed) =>
        bugsOfPlaced(
          id,
          releases.filter(({ product }) => product === id),
          placed,
        ),
      imageNotesUrl,
      imageNumber,
    },
  };
}

/** Notes of one release of images. */
function imageNotesUrl({ publisher, day }: Pick<NumberedImage, 'publisher' | 'day'>): string {
  const number = imageNumber({ publisher, day });
  return publisher === 'eks'
    ? `https://github.com/awslabs/amazon-eks-ami/releases/tag/${number}`
    : `https://github.com/aws/amazon-ecs-ami/releases/tag/${number}`;
}

/** `v20260714` of EKS, `20260820` of ECS. */
function imageNumber({ publisher, day }: Pick<NumberedImage, 'publisher' | 'day'>): string {
  const number = day.replaceAll('-', '');
  return publisher === 'eks' ? `v${number}` : number;
}

/** Successors of Amazon Linux 2 image names. Sources: EKS "eks-ami-deprecation-faqs", AWS Batch "ecs-ami". */
const SUCCESSORS: readonly [RegExp, (...parts: string[]) => string][] = [
  [/^AL2_x86_64_GPU$/, () => 'AL2023_x86_64_NVIDIA'],
  [/^AL2_(x86_64|ARM_64)$/, (_, machine = '') => `AL2023_${machine}_STANDARD`],
  [/^ECS_AL2(_NVIDIA|)$/, (_, kind = '') => `ECS_AL2023${kind}`],
  [/^(AL|AmazonLinux)2$/, (_, name = '') => `${name}2023`],
  [/^al2@latest$/, () => 'al2023@latest'],
  [/^((?:[\w.-]+(?::\d+)?\/)*amazonlinux):2$/, (_, name = '') => `${name}:2023`],
];

/** Name that replaces one of the previous generation; null if there is no counterpart. */
function successorOf(written: string): string | null {
  const found = SUCCESSORS.find(([pattern]) => pattern.test(written));
  return found === undefined ? null : written.replace(found[0], found[1]);
}

/** Words of which at least one occurs in every name of an Amazon Linux image. */
const IMAGE_WORDS: ImageWords = {
  ami: ['amzn-ami', 'amzn2-ami', 'al2023-ami', 'amazon-eks-'],
  container: ['amazonlinux', 'provided:al2'],
  builtOn: [
    ...['fck-nat-', 'aws-parallelcluster-', 'Deep Learning ', 'amazoncorretto', 'amazon/aws-lambda-'],
    ...['amazon/aws-sam-cli-', 'ecr.aws/lambda/', 'ecr.aws/sam/', 'ecr.aws/emr-serverless/', 'ecr-public/'],
  ],
  parameter: ['/aws/service/'],
  packages: ['releasever', 'system-release-'],
  platform: ['64bit Amazon Linux', 'image/amazon-linux-'],
  amiType: ['AL2_', 'AL2023', 'ECS_AL'],
  alias: ['al2@', 'al2023@'],
  family: ['AmazonLinux2', 'amazonLinux2'],
};
