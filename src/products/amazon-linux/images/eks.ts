import type { OsImage, OsImageContext } from '../../../model/index.ts';
import { hasNotes, type AmazonLinuxWithNotes } from '../versions.ts';
import {
  datedImage,
  floatingImage,
  generationImage,
  generationNamed,
  PLACEHOLDER,
  isPattern,
  rangeOf,
} from './name-parts.ts';

// Images of nodes: by name, by the release of a node group, by type and family.

const EKS_IMAGE = new RegExp(
  `(?<![\\w-])(?:\\^|\\.?\\*)?(?<name>amazon-eks-(?:\\w+-)?node-(?:${PLACEHOLDER}|[^\\s"'/,])*)|` +
    `(?<![\\w-])(?<alias>al2023|al2)@(?:${PLACEHOLDER}|[\\w*.])+`,
);

/** Names of other systems' images that are modelled on Amazon's, and of files about such images. */
const OTHER_EKS_NAME = /ubuntu|windows|\.(?:json|ya?ml|hcl|sh)$/i;

/**
 * `amazon-eks-node-1.27-v20230703`, `amazon-eks-node-al2023-x86_64-standard-1.31-v20241011`, Karpenter's
 * `al2023@v20240807`.
 */
export function readEksImage(text: string): OsImage | null {
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
  if (match[0].endsWith('@latest')) return floatingImage(product, 'eks-optimized', 'newest-alias', whole);
  return isPattern(match[0])
    ? floatingImage(product, 'eks-optimized', 'newest-match', whole)
    : generationImage(product, 'eks-optimized', whole);
}

/**
 * Generation of an EKS image. Names of Amazon Linux 2 continue with a version of Kubernetes. An open pattern
 * (`amazon-eks-node-*`) matches the newest image, which has Amazon Linux 2023 because those of 2 have ended.
 */
function productOfEksName(name: string): AmazonLinuxWithNotes {
  const isOpen = /^amazon-eks-node-\*/.test(name) && !/v\d{8}/.test(name);
  return isOpen || name.includes('al2023') ? 'amazon-linux-2023' : 'amazon-linux-2';
}

/**
 * Reads the release version of an EKS node group, `1.27.1-20230703`. Without an AMI type, EKS uses Amazon Linux 2 up to
 * Kubernetes 1.29 and Amazon Linux 2023 since 1.30 (EKS User Guide, "al2023").
 */
export function readEksReleaseVersion(text: string, context: OsImageContext): OsImage | null {
  const match = /^\s*(1\.(\d{2})(?:\.\d{1,2})?-(20\d{6}))\s*$/.exec(text);
  if (match === null) return null;
  const written = match[1] ?? '';
  const product = productOfAmiType(context.amiType, Number(match[2]) >= 30);
  if (product === null) return null;
  const range = rangeOf(written, text.indexOf(written));
  return datedImage(product, 'eks-optimized', match[3] ?? '', range, `1.${match[2] ?? ''}`);
}

function productOfAmiType(
  amiType: string | null | undefined,
  isRecent: boolean,
): AmazonLinuxWithNotes | null {
  if (amiType === null || amiType === undefined) return isRecent ? 'amazon-linux-2023' : 'amazon-linux-2';
  const image = readAmiType(amiType) ?? readAmiFamily(amiType, { place: 'ami-family' });
  return image !== null && hasNotes(image.product) ? image.product : null;
}

const AMI_TYPE = new RegExp(
  `(?<![A-Za-z0-9])(?:(?:ECS_)?AL(?<generation>2023|2)_(?:x86_64|ARM_64|NVIDIA|${PLACEHOLDER})(?:_[A-Z]+|_?${PLACEHOLDER})*|` +
    'ECS_AL(?<plain>2023|2|1))(?![A-Za-z0-9_])',
  'i',
);

/**
 * Reads EKS AMI types (`AL2_x86_64`, CDK's `NodegroupAmiType.AL2023_ARM_64_STANDARD`) and AWS Batch image types
 * (`ECS_AL2`).
 */
export function readAmiType(text: string): OsImage | null {
  const match = AMI_TYPE.exec(text);
  if (match === null) return null;
  const flavour = /^ECS_/i.test(match[0]) ? 'ecs-optimized' : 'eks-optimized';
  const product = generationNamed(match.groups?.['generation'] ?? match.groups?.['plain']);
  return generationImage(product, flavour, rangeOf(match[0], match.index));
}

export function readAmiFamily(text: string, context: OsImageContext): OsImage | null {
  if (context.place !== 'ami-family') return null;
  const match = /^\s*(?:AL|amazon[-_ ]?linux[-_ ]?)(2023|2)\s*$/i.exec(text);
  if (match === null) return null;
  const written = match[0].trim();
  return generationImage(generationNamed(match[1]), 'eks-optimized', rangeOf(written, text.indexOf(written)));
}
