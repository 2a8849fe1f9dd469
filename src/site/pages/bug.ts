import { bugTitle, featureName, text } from '../../l10n/index.ts';
import type { KnownBug } from '../../model/index.ts';
import { upstreamBugs, furtherReasons } from '../../report/index.ts';
import { osvId } from '../data/osv.ts';
import { html, externalLink, type Part } from '../html.ts';
import type { ProductPageData, AffectedRelease } from '../product-pages.ts';
import { fileAddresses, siteAddresses } from '../places.ts';
import type { PageDraft, PageContext } from './page.ts';
import { factList, commaList, releaseLink, table } from './tables.ts';

/** Pages about a bug: its effect, affected releases, and fixes; and redirects from its former addresses. */
export function bugPages(productPages: ProductPageData, bug: KnownBug): PageDraft[] {
  const name = productPages.product.names.display;
  const parents = [{ title: name, place: siteAddresses.product(bug.product) }];
  const page: PageDraft = {
    place: siteAddresses.bug(bug.product, bug.id),
    title: bugTitle(bug),
    parents,
    content: (context) => [
      urgencySentence(productPages.affectedReleases.get(bug.id) ?? [], context),
      factsOf(bug, productPages, context),
      html`<h2>${context.words(text('site.bug.fixedIn'))}</h2>
        ${fixTable(bug, productPages, context)}
        <h2>${context.words(text('site.bug.affected'))}</h2>
        ${affectedTable(productPages.affectedReleases.get(bug.id) ?? [], context)}
        <p>${context.words(text('bugs.honesty'))}</p>`,
    ],
  };
  const redirects = bug.aliases.map((alias): PageDraft => ({
    place: siteAddresses.bug(bug.product, alias),
    title: text('site.bug.moved', { title: bugTitle(bug) }),
    parents,
    content: ({ links, words }) => html`<p><a href="${links.to(page.place)}">${words(bugTitle(bug))}</a></p>`,
  }));
  return [page, ...redirects];
}

/** Reason for the bug's highest urgency. */
function urgencySentence(
  affectedReleases: readonly AffectedRelease[],
  { words, language }: PageContext,
): Part {
  const [worst] = affectedReleases
    .map(({ match }) => match)
    .toSorted((a, b) => b.urgency.score - a.urgency.score);
  if (worst === undefined) return null;
  const level = text(`urgency.${worst.urgency.level}`);
  return html`<p class="lead">
    ${words(text('site.bug.urgency', { level, why: furtherReasons(worst, language) }))}
  </p>`;
}

function factsOf(bug: KnownBug, { product, affectedReleases }: ProductPageData, context: PageContext): Part {
  const { words, links } = context;
  const { os } = bug;
  const orNull = (parts: readonly Part[]): Part => (parts.length === 0 ? null : commaList(parts, context));
  return factList(
    [
      [
        text('site.bug.product'),
        html`<a href="${links.to(siteAddresses.product(bug.product))}">${product.names.display}</a>`,
      ],
      [text('site.column.severity'), words(text(`severity.${bug.severity}`))],
      [
        text('site.bug.consequences'),
        commaList(
          bug.consequences.map((impact) => words(text(`impact.${impact}`))),
          context,
        ),
      ],
      [text('site.bug.features'), orNull(bug.features.map((feature) => words(featureName(feature))))],
      [text('site.bug.introduced'), bug.bounds.introducedIn ?? words(text('site.unknown'))],
      [text('site.bug.package'), os === undefined ? null : os.package],
      [
        text('site.bug.advisory'),
        os === undefined || os.advisory === null ? null : externalLink(os.url ?? null, os.advisory),
      ],
      ['CVE', orNull(bug.cves)],
      [
        text('site.bug.community'),
        orNull(upstreamBugs(bug).map(({ label, url }) => externalLink(url, label))),
      ],
      [text('site.bug.id'), html`<code>${bug.id}</code>`],
      [text('site.bug.earlierIds'), orNull(bug.aliases.map((alias) => html`<code>${alias}</code>`))],
      [
        text('site.bug.record'),
        affectedReleases.has(bug.id)
          ? html`<a href="${links.file(fileAddresses.osv(osvId(bug)))}">OSV</a>`
          : null,
      ],
    ],
    context,
  );
}

function fixTable(
  { listings, product }: KnownBug,
  { releases }: ProductPageData,
  context: PageContext,
): Part {
  const { words } = context;
  const versions = new Set(listings.map(({ version }) => version));
  return table(
    words(text('site.bug.fixedIn')),
    (['version', 'date', 'notes'] as const).map((column) => words(text(`site.column.${column}`))),
    releases
      .filter(({ release }) => versions.has(release.version))
      .map(({ release: { version, date, url } }) => [
        releaseLink(product, version, context),
        date,
        externalLink(url, words(text('site.notesOf', { version }))),
      ]),
  );
}

/** Table of affected releases, with one row per line and reason. */
function affectedTable(affectedReleases: readonly AffectedRelease[], context: PageContext): Part {
  const { words } = context;
  if (affectedReleases.length === 0) return html`<p>${words(text('site.bug.affectedNone'))}</p>`;
  const rows = Map.groupBy(affectedReleases, ({ release, match }) =>
    [release.branch, match.confidence, words(match.reason)].join('\n'),
  );
  // The top of the page shows the highest urgency, so the column is needed only if releases differ.
  const differ = new Set(affectedReleases.map(({ match }) => match.urgency.level)).size > 1;
  return table(
    words(text('site.bug.affected')),
    [
      words(text('site.bug.column.versions')),
      ...(differ ? [words(text('site.column.urgency'))] : []),
      words(text('site.bug.column.certainty')),
      words(text('site.bug.column.why')),
    ],
    [...rows.values()].map((releasesOfRow) => {
      const match = releasesOfRow[0]?.match;
      if (match === undefined) return [];
      return [
        commaList(
          releasesOfRow.map(({ release }) => releaseLink(release.product, release.version, context)),
          context,
        ),
        ...(differ ? [words(text(`urgency.${match.urgency.level}`))] : []),
        words(text(`site.bug.certainty.${match.confidence}`)),
        words(match.reason),
      ];
    }),
  );
}
