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
