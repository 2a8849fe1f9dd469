import { checkLength } from '../../pages/limits.ts';
import { readXml } from './xml.ts';

/** Where the advisories of a repository are. */
export interface UpdateinfoEntry {
  /** Below the address of the repository. Names may hold a digest, so nobody can know them before. */
  href: string;
  /** Digest of the file as it is transferred, in lower-case hexadecimal; null where none of this kind is given. */
  sha256: string | null;
}

/**
 * Reads the index of a repository, `repodata/repomd.xml`. Null when it names no advisories: some repositories have none.
 * @throws {FetchFailure} for what is no such index
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
