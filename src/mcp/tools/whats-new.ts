import * as z from 'zod';
import { isReported, versionAnswer } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import { isDay, type Asset, type BugMatch, type Catalogue } from '../../model/index.ts';
import { NOTES_DATES_OUTPUT, notesDates } from '../fields/notes-dates.ts';
import type { ToolContext } from '../tool-context.ts';
import { untrusted } from '../fields/untrusted-fields.ts';
import { PAGE_INPUT, PAGE_OUTPUT, pageOf } from '../fields/page.ts';
import { Refusal } from '../refusal.ts';
import type { Tool } from '../tool.ts';
import { readWorkspaces } from '../workspace.ts';
import { BUG_OUTPUT, bugRow } from './known-bugs.ts';
import { MAX_UNKNOWN, PATH_INPUT, UNKNOWN_OUTPUT, unknownRows } from './scan-workspace.ts';

const MAX_RELEASES = 50;

const input = {
  since: z.string().describe('YYYY-MM-DD: only what was published on that day or later'),
  ...PATH_INPUT,
  ...PAGE_INPUT,
};
const output = {
  ...NOTES_DATES_OUTPUT,
  releases: z.array(
    z.object({ product: z.string(), version: z.string(), date: z.string(), url: z.string() }),
  ),
  bugs: z.array(
    BUG_OUTPUT.extend({
      product: z.string(),
      version: untrusted(z.string().describe('The version that the folder pins')),
    }),
  ),
  unknown: UNKNOWN_OUTPUT,
  ...PAGE_OUTPUT,
};

/** Releases since a day that affect the pins of a folder. */
export function whatsNew({
  catalogue,
  today,
  language,
  folders,
}: ToolContext): Tool<typeof input, typeof output> {
  return {
    name: 'whats_new',
    title: 'What is new about what a folder pins',
    description:
      'Releases that were published since a day, of the products that the folder pins, and the bugs ' +
      'of its versions that became known with them. From the catalogue on this machine: `asOf` is ' +
      'its day.',
    input,
    output,
    async answer({ since, path, ...page }) {
      if (!isDay(since)) throw new Refusal(text('mcp.day', { written: since }));
      const [known, read] = await Promise.all([catalogue(), readWorkspaces(folders, path)]);
      const assets = read.flatMap(({ inventory }) => inventory.assets);
      const pinned = pinnedVersions(assets);
      const products = new Set(pinned.map(({ product }) => product));
      const releases = known.releases
        .filter(({ product, date }) => products.has(product) && date >= since)
        .sort((a, b) => b.date.localeCompare(a.date));
      const found = pinned.flatMap(({ product, version }) =>
        versionAnswer(known, product, version, today())
          .matches.filter((match) => isReported(match) && isFirstListedSince(match, known, since))
          .map((match) => ({ product, version, match })),
      );
      const { rows, ...rest } = pageOf(found, page);
      return {
        ...notesDates(known, assets),
        releases: releases
          .slice(0, MAX_RELEASES)
          .map(({ product, version, date, url }) => ({ product, version, date, url })),
        bugs: rows.map(({ product, version, match }) => ({ ...bugRow(match, language), product, version })),
        unknown: read.flatMap(({ inventory }) => unknownRows(inventory, language)).slice(0, MAX_UNKNOWN),
        ...rest,
      };
    },
  };
}

function pinnedVersions(assets: readonly Asset[]) {
  const pinned = assets.flatMap(({ product, version }) =>
    product === null || version === null ? [] : [{ product, version }],
  );
  return [...new Map(pinned.map((each) => [`${each.product} ${each.version}`, each])).values()];
}

/** True if only releases since that day list the fix, so that the bug was unknown before. */
function isFirstListedSince({ bug }: BugMatch, { releases }: Catalogue, since: string): boolean {
  const versions = new Set(bug.listings.map(({ version }) => version));
  const listed = releases.filter(
    (release) => release.product === bug.product && versions.has(release.version),
  );
  return listed.length > 0 && listed.every(({ date }) => date >= since);
}
