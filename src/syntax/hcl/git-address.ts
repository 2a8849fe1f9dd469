const HOST = String.raw`(?:git::)?(?:\w+://)?(?:[\w.-]+@)?[\w-]+(?:\.[\w-]+)+[/:]`;
/** `git::https://example.com/owner/name.git//modules/db?ref=v1`, as tools for infrastructure write it. */
const ADDRESS = new RegExp(
  [
    String.raw`^${HOST}(?<repository>[\w.-]+(?:/[\w.-]+?)+)(?:\.git)?`,
    String.raw`//(?<folder>[\w./-]+?)/?(?:\?(?<query>.*))?$`,
  ].join(''),
);
const REMOTE = /\burl = \S+?[/:](?<repository>[^\s/:]+\/[^\s/]+?)(?:\.git)?\/?$/gm;

/** A folder of a repository of Git. */
export interface GitAddress {
  /** `owner/name` */
  repository: string;
  folder: string;
  /** Whether it names a release, whose files can be others than those of today. */
  isOfRelease: boolean;
}

/** Null for any other text. */
export function readGitAddress(written: string): GitAddress | null {
  const { repository, folder, query = '' } = ADDRESS.exec(written)?.groups ?? {};
  if (repository === undefined || folder === undefined || folder.split('/').includes('..')) return null;
  return { repository, folder, isOfRelease: /(?:^|&)ref=/.test(query) };
}

/** Whether a repository is that of a `.git/config`; null where that names none. */
export function isRemoteIn(config: string, { repository }: GitAddress): boolean | null {
  const own = [...config.matchAll(REMOTE)].map(({ groups }) => groups?.['repository']);
  if (own.length === 0) return null;
  return own.some((each) => each !== undefined && `/${repository}`.endsWith(`/${each}`));
}
