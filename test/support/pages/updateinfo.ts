import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** An advisory of a made-up repository. */
export interface MadeUpdate {
  id: string;
  name: string;
  /** YYYY-MM-DD */
  day: string;
  severity?: string;
  type?: string;
  cves?: readonly string[];
  /** `name [epoch:]version-release`, without an architecture. */
  packages?: readonly string[];
  title?: string;
}

/** A file of advisories in the form of a repository, with invented words. */
export function updateinfoOf(...updates: readonly MadeUpdate[]): string {
  return `<?xml version="1.0" ?>\n<updates>${updates.map(updateOf).join('')}</updates>`;
}

function updateOf(update: MadeUpdate): string {
  const { id, name, day, severity = 'Important', type = 'security', cves = [], packages = [] } = update;
  const title = update.title ?? `Some system - ${id}: ${severity} priority package update for ${name}`;
  const references = cves.map(
    (cve) => `<reference href="https://cve.example/${cve}" id="${cve}" title="" type="cve" />`,
  );
  const rpms = packages.flatMap((written) => ['x86_64', 'aarch64'].map((arch) => packageOf(written, arch)));
  return `<update author="a@example.com" from="a@example.com" status="final" type="${type}" version="1.4"><id>${id}</id>
<title>${title}</title><issued date="${day} 18:49" /><updated date="${day} 21:46" /><severity>${severity}</severity>
<description>Made up &amp; short.</description><references>${references.join('')}</references>
<pkglist><collection short="some-system"><name>Some system</name>${rpms.join('')}</collection></pkglist></update>`;
}

function packageOf(written: string, arch: string): string {
  const [, name = '', epoch = '0', version = '', release = ''] =
    /^(\S+) (?:(\d+):)?([^-]+)-(\S+)$/.exec(written) ?? [];
  const file = `Packages/${name}-${version}-${release}.${arch}.rpm`;
  return `<package arch="${arch}" epoch="${epoch}" name="${name}" release="${release}" version="${version}"><filename>${file}</filename></package>`;
}

/** An index that names another file and then a file of advisories. */
export function repomdOf(href: string, file: Buffer): string {
  const sha256 = createHash('sha256').update(file).digest('hex');
  return `<?xml version="1.0"?><repomd xmlns="http://linux.duke.edu/metadata/repo"><revision>1</revision>
<data type="primary"><checksum type="sha256">${'0'.repeat(64)}</checksum><location href="repodata/primary.xml.gz"/></data>
<data type="updateinfo"><checksum type="sha256">${sha256}</checksum><open-checksum type="sha256">${'1'.repeat(64)}</open-checksum>
<location href="${href}"/><size>${file.length}</size></data></repomd>`;
}

/** A repository without advisories. */
export const REPOMD_WITHOUT =
  '<?xml version="1.0"?><repomd><data type="primary"><location href="repodata/primary.xml.gz"/></data></repomd>';

/**
 * Pages of a repository by path: the list of its copies, and one copy.
 * @param list path of the list, without its name
 * @param hash prefix of the file's name
 */
export function repositoryPages(
  list: string,
  xml: string | Buffer,
  hash = '',
): Record<string, string | Buffer> {
  const copy = `${list}/guids/1/x86_64`;
  const file = gzipSync(xml);
  const href = `repodata/${hash}updateinfo.xml.gz`;
  return {
    [`${list}/mirror.list`]: `https://cdn.amazonlinux.com${copy}/\n`,
    [`${copy}/repodata/repomd.xml`]: repomdOf(href, file),
    [`${copy}/${href}`]: file,
  };
}

export const CORE_2023 = '/al2023/core/mirrors/latest/x86_64';
export const LIVEPATCH_2023 = '/al2023/kernel-livepatch/mirrors/latest/x86_64';
export const NVIDIA_2023 = '/al2023/nvidia/mirrors/latest/x86_64';
