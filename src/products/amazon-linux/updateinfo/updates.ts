import type { Advisory, FixedPackage } from '../../system/advisory.ts';
import { severityOf } from '../alas/index.ts';
import { readXml } from './xml.ts';

/** Content of one `update` element. */
interface Update {
  type: string;
  id: string;
  title: string;
  severity: string;
  issued: string;
  /** Page of the advisory itself, if a reference links to it. */
  url: string;
  cves: Set<string>;
  /** Versions by name and version, regardless of architecture. */
  packages: Map<string, FixedPackage>;
}

/** Advisories of a file, and the ids or titles of those that could not be understood. */
export interface UpdateinfoContent {
  advisories: readonly Advisory[];
  unreadable: readonly string[];
}

/**
 * Reads `updateinfo.xml`: every security advisory of a repository with its severity, CVEs, packages and day. Excludes
 * other kinds of update and the text of descriptions. Repeated advisories are merged. Form:
 * https://github.com/rpm-software-management/createrepo_c (updateinfo), as dnf reads it.
 * @param pages addresses of advisory pages; references to other addresses are not kept
 * @throws {FetchFailure} if the text is not such a file
 */
export async function readUpdates(
  pieces: AsyncIterable<string> | Iterable<string>,
  channel: string | null,
  pages: RegExp | null = null,
): Promise<UpdateinfoContent> {
  const advisories = new Map<string, Advisory>();
  const unreadable: string[] = [];
  let update: Update | null = null;
  await readXml(pieces, {
    open(path, attributes) {
      const place = path.join('/');
      if (place === 'updates/update') update = newUpdate(attributes['type'] ?? '');
      if (update !== null) readElement(update, place, attributes, pages);
    },
    close(path, content) {
      if (update === null) return;
      const place = path.join('/');
      if (place === 'updates/update/id') update.id = content.trim();
      if (place === 'updates/update/title') update.title = content.trim();
      if (place === 'updates/update/severity') update.severity = content;
      if (place !== 'updates/update') return;
      if (update.type === 'security') {
        const advisory = advisoryOf(update, channel);
        if (advisory === null) unreadable.push(update.id || update.title);
        else advisories.set(advisory.id, mergeAdvisories(advisories.get(advisory.id), advisory));
      }
      update = null;
    },
  });
  return { advisories: [...advisories.values()], unreadable };
}

function newUpdate(type: string): Update {
  return { type, id: '', title: '', severity: '', issued: '', url: '', cves: new Set(), packages: new Map() };
}

function readElement(
  update: Update,
  place: string,
  attributes: Readonly<Record<string, string>>,
  pages: RegExp | null,
): void {
  if (place === 'updates/update/issued') update.issued = attributes['date'] ?? '';
  if (place === 'updates/update/references/reference') {
    const { type, id = '', href = '' } = attributes;
    if (type !== 'cve' && pages?.test(href) === true) update.url = href;
    if (type === 'cve' && /^CVE-\d{4}-\d{4,7}$/.test(id)) update.cves.add(id);
  }
  if (place === 'updates/update/pkglist/collection/package') {
    const { name = '', epoch = '', version = '', release = '' } = attributes;
    if (name === '' || version === '' || /-debug(?:info|source)(?:-|$)/.test(name)) return;
    const number = /^[1-9]\d*$/.test(epoch) ? `${epoch}:` : '';
    const full = `${number}${version}${release === '' ? '' : `-${release}`}`;
    update.packages.set(`${name} ${full}`, { name, version: full });
  }
}

/** Advisory; null without an id, a day or a name. The title repeats the severity if the element is missing. */
function advisoryOf(update: Update, channel: string | null): Advisory | null {
  const { id, title } = update;
  const date = /^\d{4}-\d{2}-\d{2}/.exec(update.issued.trim())?.[0];
  const fixed = [...update.packages.values()];
  const source = /\bpackage update for (\S{1,100})$/i.exec(title)?.[1] ?? shortestName(fixed);
  if (!/^[\w.+-]{4,100}$/.test(id) || date === undefined || Number.isNaN(Date.parse(date))) return null;
  if (source === undefined) return null;
  const rating = update.severity || (/: (\w+) priority\b/.exec(title)?.[1] ?? '');
  const severity = severityOf(rating) ?? 'unrated';
  return {
    id,
    severity,
    package: source,
    cves: [...update.cves].sort(),
    date,
    url: update.url,
    fixed,
    channel,
  };
}

/** Shortest name; packages of one source begin with its name. */
function shortestName(packages: readonly FixedPackage[]): string | undefined {
  return packages.map(({ name }) => name).toSorted((a, b) => a.length - b.length)[0];
}

function mergeAdvisories(known: Advisory | undefined, again: Advisory): Advisory {
  if (known === undefined) return again;
  const packages = new Map(
    [...known.fixed, ...again.fixed].map((each) => [`${each.name} ${each.version}`, each]),
  );
  return {
    ...known,
    cves: [...new Set([...known.cves, ...again.cves])].sort(),
    fixed: [...packages.values()],
  };
}
