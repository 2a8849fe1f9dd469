import { isDefaultPackage, isOfHost, kernelSeriesOf, sharesHost } from './default-packages.ts';
import type { Product, ProductNotes, ImageWords } from '../product.ts';
import { readAmazonLinuxImage } from './images/read-image.ts';
import { AMAZON_LINUX_NAMES } from './names.ts';
import { bugsOfPlaced } from './notes/fixes/os-bugs.ts';
import { OS_SUPPORT } from './notes/support-dates.ts';
import { osPinName, readOsPin } from './pins.ts';
import { compareOsVersions, osVersionDay, readOsVersion, type AmazonLinux } from './versions.ts';
import type { ImageBase } from '../../model/index.ts';

/** What tells one generation of Amazon Linux from the others. */
export interface Generation {
  id: AmazonLinux;
  /** A release of it. */
  example: string;
  /** The generation to go to; null of the newest. */
  next: AmazonLinux | null;
  /** Null where nobody reads them. */
  notes: ProductNotes | null;
}

/** Last day of support of the EKS-optimised AMIs of Amazon Linux 2, before that of the system itself. */
const EKS_AMIS = {
  flavour: 'eks-optimized',
  date: '2025-11-26',
  url: 'https://docs.aws.amazon.com/eks/latest/userguide/eks-ami-deprecation-faqs.html',
} as const;

/** A generation of Amazon Linux: a release holds everything that earlier ones brought, so there is one line of releases. */
export function amazonLinux({ id, example, next, notes }: Generation): Product {
  const generation = id.slice(id.lastIndexOf('-') + 1);
  return {
    id,
    kind: 'operating-system',
    names: { display: AMAZON_LINUX_NAMES[id], examples: [example] },
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
      // Which build an AMI name or an image tag has to name the notes do not tell.
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
      // The first generation has the name of its image there: `Amazon Linux AMI`, `2018.03`.
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
      shorterSupport: id === 'amazon-linux-2' ? [EKS_AMIS] : [],
      hasAdvisories: true,
      isDefaultPackage,
      isOfHost,
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

/** The notes of one release of images. */
function imageNotesUrl({ publisher, day }: Pick<ImageBase, 'publisher' | 'day'>): string {
  const number = imageNumber({ publisher, day });
  return publisher === 'eks'
    ? `https://github.com/awslabs/amazon-eks-ami/releases/tag/${number}`
    : `https://github.com/aws/amazon-ecs-ami/releases/tag/${number}`;
}

/** `v20260714` of EKS, `20260820` of ECS. */
function imageNumber({ publisher, day }: Pick<ImageBase, 'publisher' | 'day'>): string {
  const number = day.replaceAll('-', '');
  return publisher === 'eks' ? `v${number}` : number;
}

/** What a name of an image of Amazon Linux 2 becomes. Sources: EKS "eks-ami-deprecation-faqs", AWS Batch "ecs-ami". */
const SUCCESSORS: readonly [RegExp, (...parts: string[]) => string][] = [
  [/^AL2_x86_64_GPU$/, () => 'AL2023_x86_64_NVIDIA'],
  [/^AL2_(x86_64|ARM_64)$/, (_, machine = '') => `AL2023_${machine}_STANDARD`],
  [/^ECS_AL2(_NVIDIA|)$/, (_, kind = '') => `ECS_AL2023${kind}`],
  [/^(AL|AmazonLinux)2$/, (_, name = '') => `${name}2023`],
  [/^al2@latest$/, () => 'al2023@latest'],
  [/^((?:[\w.-]+(?::\d+)?\/)*amazonlinux):2$/, (_, name = '') => `${name}:2023`],
];

/** The name that takes the place of one of the generation before; null where there is none of that form. */
function successorOf(written: string): string | null {
  const found = SUCCESSORS.find(([pattern]) => pattern.test(written));
  return found === undefined ? null : written.replace(found[0], found[1]);
}

/** Words of which one stands in every name of an image of Amazon Linux. */
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
