import { checkLength } from '../../pages/limits.ts';
import { readXml } from './xml.ts';

/** Location of the advisories of a repository. */
export interface UpdateinfoEntry {
  /** Path below the repository's address. It may contain a digest, so it cannot be guessed. */
  href: string;
  /** Digest of the transferred file, in lower-case hexadecimal; null if none of this kind is given. */
  sha256: string | null;
}

/**
 * Reads the index of a repository, `repodata/repomd.xml`. Null if it names no advisories, as for some repositories.
 * @throws {FetchFailure} if the text is not such an index
 */
export async function readRepomd(xml: string): Promise<UpdateinfoEntry | null> {
  checkLength(xml);
  const found: { href?: string; sha256?: string } = {};
  let kind = '';
  let checksum = '';
  await readXml([xml], {
    open(path, { type = '', href = '' }) {
      const place = path.join('/');
      if (place === 'repomd/data') kind = type;
      if (place === 'repomd/data/checksum') checksum = type;
      if (place === 'repomd/data/location' && kind === 'updateinfo' && href !== '') found.href ??= href;
    },
    close(path, content) {
      if (path.join('/') !== 'repomd/data/checksum' || kind !== 'updateinfo' || checksum !== 'sha256') return;
      const digest = content.trim().toLowerCase();
      if (/^[\da-f]{64}$/.test(digest)) found.sha256 ??= digest;
    },
  });
  return found.href === undefined ? null : { href: found.href, sha256: found.sha256 ?? null };
}
