/**
 * Advisories as package managers read them: the list of a repository's mirrors, the index of one, and one file with all
 * advisories. The vendor's guide: https://docs.aws.amazon.com/linux/al2023/ug/alas.html
 */
import { text } from '../../../l10n/index.ts';
import { type Problem, trimTrailing } from '../../../model/index.ts';
import { failureText, FetchFailure } from '../../pages/failure.ts';
import type { ReadPage } from '../../source.ts';
import { readRepomd } from './repomd.ts';
import type { Repository } from './repositories.ts';
import { hasDigest, unpackText } from './unpack.ts';
import { readUpdates, type UpdateinfoContent } from './updates.ts';

export {
  CORE_REPOSITORIES,
  additionalRepositories,
  REPOSITORY_HOST,
  type Repository,
} from './repositories.ts';
export { readUpdates } from './updates.ts';

/** Result for one repository; `updates` is null if no mirror could be read or none has advisories. */
export interface RepositoryResult {
  repository: Repository;
  updates: UpdateinfoContent | null;
  /** True if the server answers for every mirror that there is no such repository, or no advisories. */
  isEmpty: boolean;
  /** Failures of the mirrors, or of their list, in the order of the attempts. */
  failures: readonly Problem[];
}

/** All advisories of a repository, from its first mirror that has the complete file. Never rejects. */
export async function readUpdateinfo(repository: Repository, read: ReadPage): Promise<RepositoryResult> {
  const failures: Problem[] = [];
  let isEmpty = true;

  async function attempt<T>(source: string, reading: () => Promise<T>): Promise<T | null> {
    try {
      return await reading();
    } catch (error) {
      failures.push({ source, text: failureText(error) });
      isEmpty &&= error instanceof FetchFailure && error.reason === 'gone';
      return null;
    }
  }

  const mirrors = await attempt(repository.mirrorList, () => readMirrorList(repository, read));
  for (const base of mirrors ?? []) {
    const updates = await attempt(base, () => readCopy(base, repository, read));
    if (updates !== null) return { repository, updates, isEmpty: false, failures };
  }
  return { repository, updates: null, isEmpty, failures };
}

async function readMirrorList({ mirrorList }: Repository, read: ReadPage): Promise<readonly string[]> {
  const mirrors = mirrorsIn((await read(mirrorList)).body);
  if (mirrors.length === 0) throw new FetchFailure('status', text('os.updateinfo.noMirror'));
  return mirrors;
}

async function readCopy(base: string, { channel }: Repository, read: ReadPage): Promise<UpdateinfoContent> {
  const entry = await readRepomd((await read(`${base}repodata/repomd.xml`)).body);
  if (entry === null) throw new FetchFailure('gone', text('os.updateinfo.noEntry'));
  const { body } = await read(addressBelow(base, entry.href));
  if (entry.sha256 !== null && !hasDigest(body, entry.sha256))
    throw new FetchFailure('truncated', text('os.updateinfo.otherDigest'));
  return readUpdates(unpackText(body), channel);
}

/** Address of a packed file of the same repository; an index may name no other, since the fetcher treats it as text. */
function addressBelow(base: string, href: string): string {
  const url = URL.parse(href, base);
  if (url === null || !url.href.startsWith(base) || !url.pathname.endsWith('.gz'))
    throw new FetchFailure('refused', text('os.updateinfo.elsewhere', { href: href.slice(0, 100) }));
  return url.href;
}

/** Limit of mirrors; the vendor's lists have one to three lines. */
const maxMirrors = 8;

/**
 * Addresses of a repository's mirrors, each ending in a slash, in the order of the list: one per line, without comments
 * and invalid addresses. Always over https, whatever the list contains; the fetcher refuses hosts that are not allowed.
 */
export function mirrorsIn(list: string): string[] {
  const found = list
    .split('\n')
    .map((line) => URL.parse(line.trim()))
    .filter((url) => url !== null && /^https?:$/.test(url.protocol))
    .map((url) => `https://${url?.host}${trimTrailing(url?.pathname ?? '', '/')}/`);
  return [...new Set(found)].slice(0, maxMirrors);
}
