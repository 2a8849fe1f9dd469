import type { ProductId } from '../product.ts';

/** Kinds of images or instructions that name the operating system. */
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

/** Reasons why a name has no fixed release. */
export type FloatingReason =
  | 'latest-parameter' // an SSM public parameter: the newest at each deployment
  | 'managed' // a service chooses and updates the image
  | 'moving-tag' // a container tag that the vendor moves
  | 'newest-alias' // Karpenter's `al2023@latest`: the newest whenever a node is made
  | 'newest-match' // an AMI filter with wildcards: the newest match at each plan or build
  | 'latest-at-deployment' // a CDK machine image: the newest at each deployment
  | 'latest-releasever'; // `--releasever=latest`: the newest when the command runs

/** An operating system image, as far as its written name reveals it. */
export interface OsImage {
  product: ProductId;
  flavour: OsFlavour;
  /**
   * - `release`: one release; `version` is set.
   * - `floating`: the newest at the time of use; `floating` is the mechanism.
   * - `generation`: only the product is known.
   */
  form: 'release' | 'floating' | 'generation';
  /** In the product's spelling; `2023.<day>` if only the generation and the day of the image are known. */
  version: string | null;
  /** True if the name contains the image's own number (ECS, EKS): its day bounds the release that it was built on. */
  byDate: boolean;
  floating: FloatingReason | null;
  /** Minor version of Kubernetes that the image is for (`1.33`), if the name reveals it. */
  kubernetes?: string;
  /** Kernel series (`5.10`), if the name reveals it: fixes of other series do not concern it. */
  kernel?: string;
  /** Offsets in the given text: of the version part, or of the whole name if there is none. */
  range: { start: number; end: number };
}

/** Context of a text that the text itself does not reveal. */
export interface OsImageContext {
  /**
   * `releasever`: the text is the value of dnf's releasever. `ami-family`: of Karpenter's `amiFamily` and the like.
   * `version-lock`: of the setting that locks a host to a release.
   */
  place?: 'releasever' | 'ami-family' | 'version-lock';
  /** AMI type or family of an EKS node group, for a release version such as `1.27.1-20230703`. */
  amiType?: string | null;
}

/** Publishers of a system's images under their own numbers. */
export const IMAGE_PUBLISHERS = ['eks', 'ecs'] as const;
export type ImagePublisher = (typeof IMAGE_PUBLISHERS)[number];

/** Parts of an image whose versions its publisher lists beside the release of its system. */
export const IMAGE_PARTS = ['kernel', 'containerd', 'runc'] as const;
export type ImagePart = (typeof IMAGE_PARTS)[number];

/** Versions of an image's parts, for some minor versions of Kubernetes; null if unknown. */
export interface ImageContents extends Readonly<Record<ImagePart, string | null>> {
  kubernetes: readonly string[];
}

/**
 * Kinds of changes in an image's changelog.
 * - `fix`, `revert`, `downgrade`: as the entry calls itself; `pin`: it holds a part at a version, or returns to an
 *   older one.
 * - `warning`: a warning of its publisher, in words.
 * - `taken-back`: a later release reverts a change of this one.
 */
export const IMAGE_CHANGES = ['fix', 'revert', 'pin', 'downgrade', 'warning', 'taken-back'] as const;

export interface ImageChange {
  kind: (typeof IMAGE_CHANGES)[number];
  /** Subject of the entry: `kernel`, `source AMI`, `nodeadm`; null if it names none. */
  part: string | null;
  /** Version that the part is changed to; null if the entry names none. */
  version: string | null;
  /** Number of its pull request; null if there is none. */
  pull: number | null;
  /** Day of the release that reverts it, YYYY-MM-DD; null for all other changes. */
  by: string | null;
}

/** An image with its own number, and the release of the system that it was built from. */
export interface NumberedImage {
  publisher: ImagePublisher;
  product: ProductId;
  /** Day in the image's number, YYYY-MM-DD. */
  day: string;
  /** Null if its publisher's changelog does not state it. */
  version: string | null;
  /** True if its publisher withdrew it, or replaced it with a newer one. */
  isWithdrawn: boolean;
  /** Absent if the changelog has no table of its parts. */
  contents?: readonly ImageContents[];
  /** Absent if the changelog names none. */
  changes?: readonly ImageChange[];
}

/** Fields of an {@link ImageChange} that states its words alone. */
export const NO_CHANGE = { part: null, version: null, pull: null, by: null } as const;
