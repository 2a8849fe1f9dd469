/** Numbers of known bugs by version. */
import { bugsOfVersion, isReported } from '../../src/analysis/index.ts';
import { compareVersions, URGENCIES, type BugMatch, type Catalogue } from '../../src/model/index.ts';

/** First version of the table; earlier ones were deprecated years ago. */
const FIRST_VERSION = '2.07.0';

/** Line for each release of Aurora MySQL from 2.07: its reported bugs by urgency, and those of low confidence. */
export function reportVersions(catalogue: Catalogue): string[] {
  const releases = catalogue.releases
    .filter(
      ({ product, version }) => product === 'aurora-mysql' && compareVersions(version, FIRST_VERSION) >= 0,
    )
    .sort((a, b) => compareVersions(a.version, b.version));
  const rows = releases.map(({ version, date }) => {
    const matches = bugsOfVersion(catalogue, 'aurora-mysql', version, new Map());
    const reported = matches.filter(isReported);
    return row([
      version,
      date,
      ...URGENCIES.map((level) => countOf(reported, level)),
      String(reported.length),
      String(matches.length - reported.length),
    ]);
  });
  return [
    'Known bugs by version (high and medium confidence; "unsure": low)',
    row(['version', 'date', ...URGENCIES, 'all', 'unsure']),
    ...rows,
  ];
}

function countOf(matches: readonly BugMatch[], level: string): string {
  return String(matches.filter(({ urgency }) => urgency.level === level).length);
}

function row([version = '', date = '', ...counts]: readonly string[]): string {
  return `  ${version.padEnd(9)} ${date.padEnd(10)} ${counts.map((count) => count.padStart(8)).join(' ')}`;
}

/** Numbers of releases, items and bugs of each line. */
export function reportCounts(catalogue: Catalogue): string[] {
  const releases = catalogue.releases.filter(({ product }) => product === 'aurora-mysql');
  const bugs = catalogue.bugs.filter(({ product }) => product === 'aurora-mysql');
  const lines = Map.groupBy(releases, ({ line }) => line);
  return [
    `Aurora MySQL: ${releases.length} releases, ${itemsOf(releases)} items, ${bugs.length} bugs`,
    ...[...lines]
      .sort(([a], [b]) => compareVersions(a, b))
      .map(([line, those]) => `  line ${line}: ${those.length} releases, ${itemsOf(those)} items`),
  ];
}

function itemsOf(releases: Catalogue['releases']): number {
  return releases.reduce((sum, { items }) => sum + items.length, 0);
}
