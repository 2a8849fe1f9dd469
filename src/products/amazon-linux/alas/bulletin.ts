import { load } from 'cheerio/slim';
import { text } from '../../../l10n/index.ts';
import type { Problem } from '../../../model/index.ts';
import { rpmsIn, type Rpm } from '../notes/fixes/rpm.ts';
import type { Page } from '../../source.ts';

/** Details from the page of one bulletin that the feed lacks. */
export interface Bulletin {
  /** Names of the affected packages. */
  affected: readonly string[];
  /** Packages that have the fix, one entry per architecture. */
  fixed: readonly Rpm[];
}

/** Reads the page behind an advisory's link: `#affected_packages` and `#new_packages`. */
export function readBulletin(page: Page): { bulletin: Bulletin; problems: readonly Problem[] } {
  const $ = load(page.body);
  $('br, p, li, div, tr').after('\n');
  const affected = $('#affected_packages')
    .text()
    .replace(/^[\s\S]*?affected packages:?/i, '')
    .split(/[\s,]+/)
    .filter((word) => /^[\w.+-]+$/.test(word));
  const fixed = rpmsIn($('#new_packages').text());
  const problems =
    fixed.length > 0 ? [] : [{ source: page.url, text: text('os.bulletin.noPackages', { count: 1 }) }];
  return { bulletin: { affected: [...new Set(affected)], fixed }, problems };
}
