import { load } from 'cheerio/slim';
import { text } from '../../../l10n/index.ts';
import type { Problem, Severity } from '../../../model/index.ts';
import { cvesIn } from '../amazon-linux/package-list.ts';

/** One bulletin of the Amazon Linux Security Center. */
export interface Advisory {
  /** `ALAS2023-2026-100`. */
  id: string;
  severity: Severity;
  /** The source package. */
  package: string;
  cves: readonly string[];
  /** YYYY-MM-DD */
  date: string;
  /** The bulletin page. */
  url: string;
}

/** The security center's words; `important` is its second of four. */
const SEVERITY_OF: Record<string, Severity> = {
  critical: 'critical',
  important: 'high',
  high: 'high',
  medium: 'medium',
  moderate: 'medium',
  low: 'low',
};

const TITLE = /^\s*(ALAS[\w.-]*-\d{4}-\d+)\s*\((\w+)\)\s*:\s*(\S+)/;

/**
 * Reads a feed of the security center: title `ALAS2023-2026-100 (important): package`, CVEs in the description, link, day.
 * Entries that cannot be understood are one problem together; `url` is where the feed came from.
 */
export function readFeed(xml: string, url: string): { advisories: Advisory[]; problems: Problem[] } {
  const $ = load(xml, { xml: true });
  const advisories: Advisory[] = [];
  const odd: string[] = [];
  for (const item of $('item').toArray()) {
    const part = (name: string): string => $(item).children(name).first().text().trim();
    const advisory = readEntry(
      part('title'),
      part('description'),
      part('link') || part('guid'),
      part('pubDate'),
    );
    if (advisory === null) odd.push(part('title'));
    else advisories.push(advisory);
  }
  const problems: Problem[] = [];
  if (odd.length > 0)
    problems.push({
      source: url,
      text: text('os.feed.oddEntries', { count: odd.length, example: odd[0] ?? '' }),
    });
  if (advisories.length === 0 && odd.length === 0)
    problems.push({ source: url, text: text('os.feed.empty') });
  return { advisories, problems };
}

function readEntry(title: string, description: string, link: string, published: string): Advisory | null {
  const match = TITLE.exec(title);
  const severity = SEVERITY_OF[match?.[2]?.toLowerCase() ?? ''];
  const time = Date.parse(published);
  if (match === null || severity === undefined || Number.isNaN(time)) return null;
  return {
    id: match[1] ?? '',
    severity,
    package: match[3] ?? '',
    cves: cvesIn(description),
    date: new Date(time).toISOString().slice(0, 10),
    url: URL.canParse(link) ? link : '',
  };
}
