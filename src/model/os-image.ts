import type { ProductId } from './product.ts';

/** What kind of image or instruction names the operating system. */
export type OsFlavour =
  | 'ami' // Amazon's own AMI of the plain system
  | 'codebuild' // an image that CodeBuild manages
  | 'container'
  | 'dnf' // `dnf --releasever`, `system-release-…`
  | 'ecs-optimized'
  | 'eks-optimized'
  | 'elastic-beanstalk'
  | 'lambda'
  | 'version'; // a bare release number

/** Why a name has no fixed release. */
export type OsFloating =
  | 'latest-parameter' // an SSM public parameter: the newest at each deployment
  | 'managed' // a service keeps the image and moves it
  | 'moving-tag' // a container tag that the vendor moves
  | 'newest-alias' // Karpenter's `al2023@latest`: the newest whenever a node is made
  | 'newest-match' // an AMI filter with wildcards: the newest match at each plan or build
  | 'latest-at-deployment' // a CDK machine image: the newest at each deployment
  | 'latest-releasever'; // `--releasever=latest`: the newest when the command runs

/** An Amazon Linux image, as far as its written name tells. */
export interface OsImage {
  product: ProductId;
  flavour: OsFlavour;
  /**
   * - `release`: one release; `version` is set.
   * - `floating`: whatever is newest when it is used; `floating` says how.
   * - `generation`: only Amazon Linux 1, 2 or 2023 is known.
   */
  form: 'release' | 'floating' | 'generation';
  /** In the spelling of the product; `2023.<day>` when only the generation and the day of the image are known. */
  version: string | null;
  /** The name carries the image's own number (ECS, EKS): its day bounds the release that it was built on. */
  byDate: boolean;
  floating: OsFloating | null;
  /** The minor version of Kubernetes that the name is for (`1.33`), where it tells one. */
  kubernetes?: string;
  /** The series of its kernel (`5.10`), where the name tells one: fixes of other series are not for it. */
  kernel?: string;
  /** Offsets in the given text: of the version part, or of the whole name where there is no version part. */
  range: { start: number; end: number };
}

/** What the place of the text tells and the text does not. */
export interface OsImageContext {
  /**
   * `releasever`: the text is the value of dnf's releasever. `ami-family`: of Karpenter's `amiFamily` and the like.
   * `version-lock`: of the setting that holds a host at a release.
   */
  place?: 'releasever' | 'ami-family' | 'version-lock';
  /** AMI type or family of an EKS node group, for a release version such as `1.27.1-20230703`. */
  amiType?: string | null;
}

/** Who publishes images of a system under numbers of their own. */
export const IMAGE_PUBLISHERS = ['eks', 'ecs'] as const;
export type ImagePublisher = (typeof IMAGE_PUBLISHERS)[number];

/** Parts of an image that its publisher names beside the release of its system. */
export const IMAGE_PARTS = ['kernel', 'containerd', 'runc'] as const;
export type ImagePart = (typeof IMAGE_PARTS)[number];

/** The versions of its parts that an image has, for some minor versions of Kubernetes; null where they are not told. */
export interface ImageContents extends Readonly<Record<ImagePart, string | null>> {
  kubernetes: readonly string[];
}

/**
 * What the changelog says that a release of images changes.
 *
 * - `fix`, `revert`, `downgrade`: as its entry calls itself; `pin`: it holds a part where it is, or goes back with it.
 * - `warning`: a warning of its publisher, in words.
 * - `taken-back`: a later release reverts what this one has.
 */
export const IMAGE_CHANGES = ['fix', 'revert', 'pin', 'downgrade', 'warning', 'taken-back'] as const;

export interface ImageChange {
  kind: (typeof IMAGE_CHANGES)[number];
  /** `kernel`, `source AMI`, `nodeadm`: what it is about; null where the entry names nothing. */
  part: string | null;
  /** The version that it goes to, or back to; null where none is named. */
  version: string | null;
  /** Number of its pull request; null where there is none. */
  pull: number | null;
  /** The day of the release that takes it back, YYYY-MM-DD; null of all others. */
  by: string | null;
}

/** An image of its own numbering, and the release of the system that it was built from. */
export interface ImageBase {
  publisher: ImagePublisher;
  product: ProductId;
  /** The day in its number, YYYY-MM-DD. */
  day: string;
  /** Null where the changelog of its publisher does not say. */
  version: string | null;
  /** Its publisher took it back, or gave it up for a newer one. */
  isWithdrawn: boolean;
  /** Absent where the changelog has no table of its parts. */
  contents?: readonly ImageContents[];
  /** Absent where the changelog names none. */
  changes?: readonly ImageChange[];
}

/** Where an entry names nothing more. */
export const NO_CHANGE = { part: null, version: null, pull: null, by: null } as const;
