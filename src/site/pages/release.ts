import { releaseDay, upgradeAnswer, type UpgradeAnswer, type UpstreamAnswer } from '../../analysis/index.ts';
import { BRACKETS, text } from '../../l10n/index.ts';
import { URGENCIES, type Catalogue, type Text } from '../../model/index.ts';
import {
  currentVersionLines,
  upgradeHeadline,
  sourcesText,
  upgradeTable,
  upstreamIntroduction,
} from '../../report/index.ts';
import type { Product } from '../../products/index.ts';
import { html, externalLink, type Part } from '../html.ts';
import { countWithUrgency, type ProductPageData, type ReleaseDetails } from '../product-pages.ts';
import { siteAddresses } from '../places.ts';
import type { SiteBuild, PageDraft, PageContext } from './page.ts';
import { bugLink, bugTable, upstreamBugTable, table } from './tables.ts';

/** Maximum number of bugs per page, which keeps pages below 100 KB. The others are on a second page. */
const MAX_BUGS = 150;
const MAX_FIXES = 150;
/** Maximum number of upstream bugs, the most urgent first. The upstream's own pages list the others. */
const MAX_UPSTREAM_BUGS = 30;

/** Page of a release with its bugs, upgrade targets and fixes, and a second page if it has many bugs. */
export function releasePages(
  productPages: ProductPageData,
  details: ReleaseDetails,
  catalogue: Catalogue,
  build: SiteBuild,
): { pages: PageDraft[]; target: string | null } {
  const { release, answer, bugs, fixes } = details;
  const { product, version } = release;
  const own = (bugs ?? []).filter(({ bug }) => bug.product === product);
  const parents = [{ title: productPages.product.names.display, place: siteAddresses.product(product) }];
  const advice = upgradeAnswer(catalogue, product, version, { day: build.day });
  const targets = (advice.advice?.targets ?? [])
    .map((target) => target.version)
    .filter((target) => isComparable(productPages, target) && bugs !== null);
  // Only the recommended target has a generated page; pages for all targets would be most of the site.
  const target = targets.find((each) => each === advice.advice?.recommended) ?? null;
  const page: PageDraft = {
    place: siteAddresses.release(product, version),
    title: text('site.release.title', { name: answer.name }),
    parents,
    content: (context) => [
      releaseIntroduction(productPages.product, details, build, context),
      answer.standing.map((sentence) => html`<p>${context.words(sentence)}</p>`),
      adviceSection(advice, targets, context),
      bugSections(own, release, context),
      answer.upstream === null ? null : upstreamSection(answer.upstream, context),
      fixes.length === 0 ? null : fixesSection(fixes, context),
    ],
  };
  if (own.length <= MAX_BUGS) return { pages: [page], target };
  const all: PageDraft = {
    place: siteAddresses.releaseBugs(product, version),
    title: text('site.release.allTitle', { name: answer.name }),
    parents: [...parents, { title: version, place: siteAddresses.release(product, version) }],
    content: (context) => bugTable(text('site.column.bugs'), own, context),
  };
  return { pages: [page, all], target };
}

/** True if a target is a release of the same product; false for the next operating system, which is another product. */
function isComparable({ releases }: ProductPageData, target: string): boolean {
  return releases.some(({ release, bugs }) => release.version === target && bugs !== null);
}

/** Publication, count of bugs, and the scope of the count. */
function releaseIntroduction(
  { community }: Product,
  { release, answer, bugs }: ReleaseDetails,
  build: SiteBuild,
  context: PageContext,
): Part {
  const { words } = context;
  const sources = sourcesText(answer);
  const published = [
    words(text('site.release.published', { day: releaseDay(release) })),
    ...(release.lts ? [words(text('site.release.lts'))] : []),
    ...(release.communityVersion === null || community === null
      ? []
      : [words(text('site.release.community', { name: community.name, version: release.communityVersion }))]),
  ].join(' ');
  return html`<p>
      ${published} ${externalLink(release.url, words(text('site.notesOf', { version: release.version })))}
    </p>
    <p class="lead">${countSentence(bugs, build, context)}</p>
    ${sources === null || bugs === null ? null : html`<p>${words(text('site.release.sources', { sources }))}</p>`}
    ${answer.upstream === null ? null : sentences(upstreamIntroduction(answer.upstream).slice(0, 1), context)}
    ${answer.scope === null ? null : html`<p>${words(answer.scope)}</p>`}`;
}

function fixesSection(fixes: ReleaseDetails['fixes'], context: PageContext): Part {
  const { words } = context;
  const more = fixes.length - MAX_FIXES;
  return html`<h2>${words(text('site.release.fixes', { count: fixes.length }))}</h2>
    <ul>
      ${fixes.slice(0, MAX_FIXES).map((bug) => html` <li>${bugLink(bug, context)}</li>`)}
    </ul>
    ${more > 0 ? html`<p>${words(text('upgrade.list.more', { count: more }))}</p>` : null}`;
}

function countSentence(bugs: ReleaseDetails['bugs'], { asOf }: SiteBuild, { words }: PageContext): string {
  if (bugs === null) return words(text('site.release.notCounted'));
  if (bugs.length === 0) return words(text('site.release.noneListed', { asOf }));
  return words(
    text('site.release.counts', {
      all: bugs.length,
      urgent: countWithUrgency(bugs, 'urgent'),
      ordinary: countWithUrgency(bugs, 'ordinary'),
      minor: countWithUrgency(bugs, 'minor'),
    }),
  );
}

function adviceSection(answer: UpgradeAnswer, compared: readonly string[], context: PageContext): Part {
  const { advice, covered } = answer;
  if (advice === null) return null;
  const { words, links, language } = context;
  const [open, close] = BRACKETS[language];
  const [columns = [], ...rows] = upgradeTable(advice, language);
  const { product, version } = covered;
  const title = words(text('site.release.where'));
  const changes = [...columns, words(text('site.column.changes'))];
  const linkedRows = rows.map((row, index) => {
    const target = advice.targets[index]?.version ?? '';
    if (!compared.includes(target)) return [...row, '–'];
    const place = (target === advice.recommended ? siteAddresses.change : siteAddresses.anyChange)(
      product,
      version,
      target,
    );
    return [...row, html`<a href="${links.to(place)}">${version} → ${target}</a>`];
  });
  return html`<h2>${title}</h2>
    <p><strong>${words(upgradeHeadline(answer, advice, true))}</strong> ${words(advice.reason)}</p>
    ${advice.notes.map((note) => html`<p>${words(note)}</p>`)}
    ${rows.length === 0 ? null : table(title, changes, linkedRows)}
    ${answer.scope === null ? null : html`<p>${words(answer.scope)}</p>`}
    <ul>
      ${currentVersionLines(answer, advice).map(
        ({ text: sentence, url }) =>
          html` <li>
            ${words(sentence)}${url === null ? null : html`${open}${externalLink(url, words(text('upgrade.page')))}${close}`}
          </li>`,
      )}
    </ul>`;
}

function bugSections(
  bugs: readonly NonNullable<ReleaseDetails['bugs']>[number][],
  { product, version }: ReleaseDetails['release'],
  context: PageContext,
): Part {
  const { words, links } = context;
  const bugsOnPage = new Set(bugs.slice(0, MAX_BUGS));
  const sections = URGENCIES.map((level) => {
    const all = bugs.filter(({ urgency }) => urgency.level === level);
    const onPage = all.filter((match) => bugsOnPage.has(match));
    if (onPage.length === 0) return null;
    const title = text('site.release.bugs', { level: text(`urgency.${level}`), count: all.length });
    return html`<h2>${words(title)}</h2>
      ${bugTable(title, onPage, context)} `;
  });
  const more =
    bugs.length <= MAX_BUGS
      ? null
      : html`<p>
          <a href="${links.to(siteAddresses.releaseBugs(product, version))}"
            >${words(text('site.release.more', { count: bugs.length }))}</a
          >
        </p>`;
  const noAllClear = bugs.length === 0 ? null : html`<p>${words(text('bugs.honesty'))}</p>`;
  return [sections, more, noAllClear];
}

function sentences(texts: readonly Text[], { words }: PageContext): Part {
  return texts.map((each) => html`<p>${words(each)}</p>`);
}

/**
 * Bugs of the upstream that the release contains, the most urgent first, with links to the upstream's own pages. Their
 * counts stand at the head of the page.
 */
function upstreamSection(upstream: UpstreamAnswer, context: PageContext): Part {
  const { words } = context;
  const { name, version, matches } = upstream;
  const title = text('site.release.upstream', { name, version });
  const known = matches.slice(0, upstream.counts.listed);
  const more = known.length - MAX_UPSTREAM_BUGS;
  return html`<h2>${words(title)}</h2>
    ${sentences(upstreamIntroduction(upstream).slice(1), context)}
    ${known.length === 0 ? null : upstreamBugTable(title, known.slice(0, MAX_UPSTREAM_BUGS), context)}
    ${more > 0 ? html`<p>${words(text('upgrade.list.more', { count: more }))}</p>` : null}`;
}
