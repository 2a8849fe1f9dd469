import { say, text } from '../../l10n/index.ts';
import { locationsOf, type BugDetails, type Finding } from '../../model/index.ts';
import { productName } from '../../products/index.ts';
import { alignedLines, wrappedLines } from '../table.ts';
import { locationText } from './scan-details.ts';
import type { ScanTextOptions } from './text-options.ts';

/** One version as it runs with the same settings, however many places pin it. */
export interface VersionRow {
  name: string;
  bugs: BugDetails;
  places: string[];
}

/** Whether a version has a number: where nobody listed any bug a zero would read as an all-clear. */
export function hasCount({ top }: BugDetails): boolean {
  return top.length > 0;
}

/** Places of a row that are named; the others are counted. */
const NAMED_PLACES = 2;

/** The rows of the findings about known bugs, the urgent before the many. */
export function versionRows(findings: readonly Finding[]): VersionRow[] {
  const rows = new Map<string, VersionRow>();
  for (const finding of findings) {
    const { bugs } = finding;
    if (bugs === null || !hasCount(bugs)) continue;
    const { product, version, counts } = bugs;
    const key = [product, version, ...Object.values(counts)].join(' ');
    const row = rows.get(key) ?? { name: `${productName(product)} ${version}`, bugs, places: [] };
    row.places.push(...locationsOf(finding).map(locationText));
    rows.set(key, row);
  }
  return [...rows.values()].sort(
    (a, b) => b.bugs.counts.urgent - a.bugs.counts.urgent || total(b.bugs) - total(a.bugs),
  );
}

/** The table: a row for each version, and below it where it is pinned. */
export function versionTable(
  rows: readonly VersionRow[],
  { language, paint, width, limit, verbose }: ScanTextOptions,
): string[] {
  const shown = verbose ? rows : rows.slice(0, limit);
  const [head = '', ...lines] = alignedLines(
    [
      (['version', 'urgent', 'all', 'fixedBy', 'support'] as const).map((name) =>
        say(text(`scan.column.${name}`), language),
      ),
      ...shown.map(({ name, bugs }) => [
        name,
        String(bugs.counts.urgent),
        String(total(bugs)),
        fixCell(bugs, language),
        bugs.support === undefined ? NOTHING : say(bugs.support, language),
      ]),
    ],
    ['left', 'right', 'right', 'left', 'left'],
  );
  const more = rows.length - shown.length;
  return [
    paint.dim(head),
    ...lines.flatMap((line, index) => {
      const { places = [], bugs } = shown[index] ?? {};
      const told = (bugs?.counts.urgent ?? 0) > 0 ? paint.bold(line) : line;
      const notices = (bugs?.notices ?? []).flatMap((notice) =>
        wrappedLines(say(notice, language), width, '  '),
      );
      return [told, ...notices, ...placeLines(places, { language, paint, width, verbose })];
    }),
    ...(more > 0 ? [say(text('scan.moreVersions', { count: more }), language)] : []),
  ];
}

/** Where something stands: the first places, and how many more there are. */
export function placeLines(
  places: readonly string[],
  { language, paint, width, verbose }: Pick<ScanTextOptions, 'language' | 'paint' | 'width' | 'verbose'>,
): string[] {
  const named = verbose ? places : places.slice(0, NAMED_PLACES);
  const more = places.length - named.length;
  const sentence = [
    ...named,
    ...(more > 0 ? [say(text('scan.morePlaces', { count: more }), language)] : []),
  ].join(', ');
  return wrappedLines(sentence, width, '  ').map((line) => paint.dim(line));
}

/** Stands where nothing is known. */
const NOTHING = '–';

function total({ counts }: BugDetails): number {
  return counts.urgent + counts.ordinary + counts.minor;
}

function fixCell({ advice }: BugDetails, language: ScanTextOptions['language']): string {
  if (advice === null) return NOTHING;
  const { version, fixes } = advice;
  if (fixes === undefined) return version;
  return say(text('scan.fixes', { version, ...fixes }), language);
}
