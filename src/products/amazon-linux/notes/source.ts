import * as z from 'zod';
import { text } from '../../../l10n/index.ts';
import { compareText, type Problem } from '../../../model/index.ts';
import type { AmazonLinuxWithNotes } from '../versions.ts';
import { productName } from '../../naming/names.ts';
import { failureText } from '../../pages/failure.ts';
import { ALAS_HOST } from '../alas/index.ts';
import type { RawRelease, ReadPage, ReleaseNoteSource } from '../../source.ts';
import { REPOSITORY_HOST } from '../updateinfo/index.ts';
import { CHANGELOG_HOST, readImageBases } from '../image-bases/index.ts';
import { advisoriesOf } from './fixes/advisories.ts';
import { classifyOsItem } from './classify.ts';
import { OS_GUIDES } from './guides.ts';
import { osBugs } from './fixes/os-bugs.ts';
import { linkTargets, listedReleases } from './release-index.ts';
import { parseAmazonLinuxPage } from './release-page.ts';
import { readDocument } from '../../pages/read.ts';
import { OS_SUPPORT } from './support-dates.ts';

/** Location of one generation's notes. */
export interface Guide {
  product: AmazonLinuxWithNotes;
  /** True if the changelogs of EKS and ECS images are read with this guide; they cover all generations. */
  hasImageBases: boolean;
  /** Index pages to start from; the pages that they link to are found from there. */
  indexes: readonly string[];
  /** File names of release pages and of further index pages, without `.html`. */
  isRelease: RegExp;
  isIndex: RegExp;
}

/** Maximum number of index pages: some link to each other. */
const MAX_INDEXES = 60;

/**
 * Source for one generation of Amazon Linux: release pages for packages and notices, the security center for
 * advisories.
 */
export function amazonLinuxSource(guide: Guide): ReleaseNoteSource {
  const { product } = guide;
  const url = OS_GUIDES[product];
  return {
    product,
    hosts: [new URL(url).host, REPOSITORY_HOST, ALAS_HOST, ...(guide.hasImageBases ? [CHANGELOG_HOST] : [])],
    discover: (read) => discover(guide, read),
    parse: (page) => parseAmazonLinuxPage(product, page),
    support: () =>
      Promise.resolve({ periods: OS_SUPPORT.filter((period) => period.product === product), problems: [] }),
    classify: classifyOsItem,
    async bugs(releases, read, before) {
      const { advisories, problems } = await advisoriesOf(product, releases, read, before);
      return { bugs: osBugs(product, releases, advisories), problems };
    },
    ...(guide.hasImageBases && { imageBases: readImageBases }),
  };
}

async function discover(
  guide: Guide,
  read: ReadPage,
): Promise<{ pages: readonly string[]; listed: readonly RawRelease[]; problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const pages = new Set<string>();
  const listed = new Map<string, RawRelease>();
  const waiting = [...guide.indexes];
  const seen = new Set(waiting);

  function follow(href: string): void {
    const name = pageName(guide, href);
    if (name === null) return;
    if (guide.isRelease.test(name)) pages.add(`${OS_GUIDES[guide.product]}${name}.html`);
    else if (guide.isIndex.test(name) && !seen.has(name) && seen.size < MAX_INDEXES) {
      seen.add(name);
      waiting.push(name);
    }
  }

  for (const href of await tableOfContents(guide, read, problems)) follow(href);
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const url = `${OS_GUIDES[guide.product]}${name}.html`;
    try {
      const document = readDocument(await read(url));
      linkTargets(document).forEach(follow);
      const releases = listedReleases(guide.product, document, (href) => releaseUrl(guide, href));
      for (const release of releases) keepLater(listed, release);
    } catch (error) {
      problems.push({ source: url, text: text('catalogue.update.unread', { cause: failureText(error) }) });
    }
  }
  // Unread addresses are already reported; if all failed, nothing is known about their contents.
  if (pages.size === 0 && problems.length <= seen.size) {
    const name = productName(guide.product);
    problems.push({ source: OS_GUIDES[guide.product], text: text('os.index.empty', { product: name }) });
  }
  return { pages: [...pages].sort(compareText), listed: [...listed.values()], problems };
}

/** Keeps the later entry of a release: indexes can lack the day of publication or a recall. */
function keepLater(listed: Map<string, RawRelease>, release: RawRelease): void {
  const known = listed.get(release.version);
  const later = known === undefined || release.date > known.date ? release : known;
  const items = known !== undefined && known.items.length > 0 ? known.items : release.items;
  listed.set(release.version, { ...later, items });
}

function releaseUrl(guide: Guide, href: string): string | null {
  const name = pageName(guide, href);
  return name !== null && guide.isRelease.test(name) ? `${OS_GUIDES[guide.product]}${name}.html` : null;
}

/** File name without extension of a page of this guide; null for any other link. */
function pageName(guide: Guide, href: string): string | null {
  const url = URL.parse(href, OS_GUIDES[guide.product]);
  if (url === null) return null;
  const base = new URL(OS_GUIDES[guide.product]);
  if (url.host !== base.host || !url.pathname.startsWith(base.pathname)) return null;
  return /^([\w.-]+)\.(?:html|md)$/.exec(url.pathname.slice(base.pathname.length))?.[1] ?? null;
}

const entry = z.object({ href: z.string().optional(), contents: z.array(z.unknown()).optional() });

async function tableOfContents(guide: Guide, read: ReadPage, problems: Problem[]): Promise<string[]> {
  const url = `${OS_GUIDES[guide.product]}toc-contents.json`;
  try {
    return hrefsOf(JSON.parse((await read(url)).body));
  } catch (error) {
    problems.push({ source: url, text: text('catalogue.update.unread', { cause: failureText(error) }) });
    return [];
  }
}

function hrefsOf(node: unknown): string[] {
  const parsed = entry.safeParse(node);
  if (!parsed.success) return [];
  const { href, contents = [] } = parsed.data;
  return [...(href === undefined ? [] : [href]), ...contents.flatMap(hrefsOf)];
}
