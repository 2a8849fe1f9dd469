const HOST_PATTERN = String.raw`(?:git::)?(?:\w+://)?(?:[\w.-]+@)?[\w-]+(?:\.[\w-]+)+[/:]`;
/** Repository address in infrastructure tools: `git::https://example.com/owner/name.git//modules/db?ref=v1`. */
const REPOSITORY_ADDRESS = new RegExp(
  [
    String.raw`^${HOST_PATTERN}(?<repository>[\w.-]+(?:/[\w.-]+?)+)(?:\.git)?`,
    String.raw`//(?<folder>[\w./-]+?)/?(?:\?(?<query>.*))?$`,
  ].join(''),
);
const REMOTE_URL = /\burl = \S+?[/:](?<repository>[^\s/:]+\/[^\s/]+?)(?:\.git)?\/?$/gm;

/** A folder of a Git repository. */
export interface GitAddress {
  /** `owner/name` */
  repository: string;
  folder: string;
  /** True if the address names a release, whose files may differ from the current ones. */
  isOfRelease: boolean;
}

/** Reads an address; null for any other text. */
export function readGitAddress(written: string): GitAddress | null {
  const { repository, folder, query = '' } = REPOSITORY_ADDRESS.exec(written)?.groups ?? {};
  if (repository === undefined || folder === undefined || folder.split('/').includes('..')) return null;
  return { repository, folder, isOfRelease: /(?:^|&)ref=/.test(query) };
}

/** True if a repository is the remote in a `.git/config`; null if the file names no remote. */
export function isRemoteOf(config: string, { repository }: GitAddress): boolean | null {
  const own = [...config.matchAll(REMOTE_URL)].map(({ groups }) => groups?.['repository']);
  if (own.length === 0) return null;
  return own.some((each) => each !== undefined && `/${repository}`.endsWith(`/${each}`));
}
