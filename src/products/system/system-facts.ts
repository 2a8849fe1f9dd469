import type {
  NumberedImage,
  ImagePublisher,
  KnownBug,
  OsFlavour,
  OsImage,
  OsImageContext,
  ProductId,
  Release,
} from '../../model/index.ts';
import type { PlacedAdvisory } from './advisory.ts';

/** One pinned release of an operating system. */
export interface PinnedOs {
  product: ProductId;
  /** `2023.4.20240416`; for an image with its own number, the day: `2023.20240807`, `2.0.20230703`. */
  version: string;
  /** True for an image with its own number (ECS, EKS): it was built on the newest release published by its day. */
  byDate: boolean;
  /** Publisher of such an image, if its name reveals it. */
  publisher?: ImagePublisher;
  /** Minor version of Kubernetes that such an image is for, if its name reveals it. */
  kubernetes?: string;
  /** Series of its kernel (`5.10`), if its name reveals it. */
  kernel?: string;
  /** True for an image that runs on the kernel of its host. */
  sharesHost?: boolean;
}

export interface HostFacts {
  /** True if Systems Manager uses this name and version for it (`PlatformName`, `PlatformVersion`). */
  readonly isPlatform: (name: string, version: string) => boolean;
  /** True for the name of one of its images, of any release. */
  readonly isImageName: (name: string) => boolean;
  /** True if packages and scripts install software on it; if everything is a container, user data reveals nothing. */
  installsSoftware: boolean;
  /** True if the system log is only in the journal, and in no file. */
  logsOnlyToJournal: boolean;
}

/**
 * Words in names of images, by notation; `builtOn`: images that others build on the system, whose names do not reveal
 * it.
 */
export type ImageWords = Readonly<
  Record<
    'ami' | 'container' | 'builtOn' | 'parameter' | 'packages' | 'platform' | 'amiType' | 'alias' | 'family',
    readonly string[]
  >
>;

export interface SystemFacts {
  /** True if its package manager can move to a numbered release, and not only to the newest. */
  readonly takesReleaseByNumber: boolean;
  /** Images with shorter support than the system: the last day, YYYY-MM-DD, and the page that states it. */
  readonly shorterSupport: readonly { flavour: OsFlavour; date: string; url: string }[];
  /** Successor to migrate to; null for the newest. */
  readonly next: ProductId | null;
  /** True if it has published advisories, so that their absence means that they were not read. */
  readonly hasAdvisories: boolean;
  /** True if CVEs in its notes count even if few notes name any: as a lower bound. */
  readonly countsNotedFixes?: boolean;
  /** Counterpart of an image's name in the successor; null if there is none. */
  readonly successorOf?: (written: string) => string | null;
  /** True if an image of some kind runs on the kernel of a separate host. */
  readonly sharesHost?: (flavour: OsFlavour) => boolean;
  /** True for a package that works only on a host: its kernel, boot loader, firmware. */
  readonly isOfHost?: (name: string) => boolean;
  /** Kernel series that contains a fix (`6.12`), of which an image runs one; null if none or unknown. */
  readonly kernelSeriesOf?: (bug: Pick<KnownBug, 'os' | 'title'>) => string | null;
  /** Reads a release number, the number of an image, or a name that contains either; null for anything else. */
  readonly readPin: (written: string) => PinnedOs | null;
  /** Spelling that `readPin` reads back as the same pin. */
  readonly pinName: (pinned: PinnedOs) => string;
  /** Day in a release number, YYYY-MM-DD; null if there is none. */
  readonly dayOf: (version: string) => string | null;
  /** Words of which at least one occurs in every name that `readImage` reads. */
  readonly imageWords: ImageWords;
  /** Reads the name of an image of this system, or of its other generations; null for everything else. */
  readImage: (text: string, context: OsImageContext) => OsImage | null;
  /** Bugs from placed advisories, and from packages that releases list without an advisory. */
  readonly bugsOf: (releases: readonly Release[], placed: readonly PlacedAdvisory[]) => KnownBug[];
  /** Notes of an image that has its own number; null if there are none. */
  readonly imageNotesUrl: ((base: Pick<NumberedImage, 'publisher' | 'day'>) => string) | null;
  /** Number of such a release as people write it. */
  readonly imageNumber?: (base: Pick<NumberedImage, 'publisher' | 'day'>) => string;
}
