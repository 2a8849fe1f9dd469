import { fixesThatMatter, stepName } from '../../analysis/index.ts';
import { say, text } from '../../l10n/index.ts';
import {
  locationsOf,
  getOrInsert,
  type Asset,
  type BugDetails,
  type Finding,
  type UnknownVersion,
} from '../../model/index.ts';
import { productName } from '../../products/index.ts';
import { alignedRows } from '../table.ts';
import { wrappedLines } from '../wrapped.ts';
import { locationText } from './scan-details.ts';
import type { ScanTextOptions } from './text-options.ts';

/** One version, however many places pin it; settings leave other bugs out in other places. */
export interface VersionRow {
  name: string;
  bugs: [BugDetails, ...BugDetails[]];
  places: string[];
}

/** Places whose version is unknown for one reason. */
export interface UnknownRow extends UnknownVersion {
  /** Names of the assets. */
  assets: string[];
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
    const places = locationsOf(finding).map(locationText);
    const name = `${productName(bugs.product)} ${bugs.version}`;
    const known = rows.get(name);
    if (known === undefined) rows.set(name, { name, bugs: [bugs], places });
    else rows.set(name, { ...known, bugs: [...known.bugs, bugs], places: [...known.places, ...places] });
  }
  const most = (row: VersionRow, count: (bugs: BugDetails) => number): number =>
    Math.max(...row.bugs.map(count));
  return [...rows.values()].sort(
    (a, b) => most(b, urgent) - most(a, urgent) || most(b, total) - most(a, total),
  );
}

/** The rows of versions that are not known, in order of place; those with the same reason are one row. */
export function unknownRows(findings: readonly Finding[], assets: readonly Asset[]): UnknownRow[] {
  const names = new Map(assets.map(({ id, name }) => [id, name]));
  const rows = new Map<string, UnknownRow>();
  for (const finding of findings) {
    const { unknown, assetIds } = finding;
    if (unknown === undefined) continue;
    const row = getOrInsert(rows, JSON.stringify(unknown), () => ({ ...unknown, assets: [], places: [] }));
    row.assets.push(...assetIds.map((id) => names.get(id) ?? id));
    row.places.push(...locationsOf(finding).map(locationText));
  }
  return [...rows.values()];
}

/** The table: a row for each version, and below it where it is pinned; then a row for each reason of an unknown one. */
export function versionTable(
  rows: readonly VersionRow[],
  unknown: readonly UnknownRow[],
  { language, paint, width, limit, verbose }: ScanTextOptions,
): string[] {
  const [shown, shownUnknown] = verbose ? [rows, unknown] : [rows.slice(0, limit), unknown.slice(0, limit)];
  const [head = [], ...told] = alignedRows(
    [
      (['version', 'urgent', 'all', 'fixedBy', 'support'] as const).map((name) =>
        say(text(`scan.column.${name}`), language),
      ),
      ...shown.map(({ name, bugs }) => [
        name,
        span(bugs.map(urgent)),
        span(bugs.map(total)),
        fixCell(bugs, language),
        bugs[0].support === undefined ? NOTHING : say(bugs[0].support, language),
      ]),
      ...shownUnknown.map(({ what }) => [
        say(text('unknown.row', { what }), language),
        ...[NOTHING, NOTHING, NOTHING, NOTHING],
      ]),
    ],
    width,
    ['left', 'right', 'right', 'left', 'left'],
  );
  const more = rows.length - shown.length + unknown.length - shownUnknown.length;
  return [
    ...head.map((line) => paint.dim(line)),
    ...told.slice(0, shown.length).flatMap((lines, index) => {
      const { places = [], bugs = [] } = shown[index] ?? {};
      const isUrgent = bugs.some((each) => urgent(each) > 0);
      const notices = (bugs[0]?.notices ?? []).flatMap((notice) =>
        wrappedLines(say(notice, language), width, '  '),
      );
      const row = lines.map((line) => (isUrgent ? paint.bold(line) : line));
      return [...row, ...notices, ...placeLines(places, { language, paint, width, verbose })];
    }),
    ...told.slice(shown.length).flatMap((lines, index) => {
      const row = shownUnknown[index];
      return row === undefined ? lines : [...lines, ...whyLines(row, { language, paint, width, verbose })];
    }),
    ...(more > 0 ? [say(text('scan.moreVersions', { count: more }), language)] : []),
  ];
}

/** Where an unknown version would stand, why it is unknown, and how to make it known. */
function whyLines({ assets, places, reason, next }: UnknownRow, options: PlaceOptions): string[] {
  const { language, width, verbose } = options;
  const names = [...new Set(assets)];
  const named = verbose ? names : names.slice(0, NAMED_PLACES);
  const more = names.length - named.length;
  const others = more === 0 ? [] : [say(text('unknown.others', { count: more }), language)];
  const why = text('unknown.why', { assets: [...named, ...others], reason, next });
  return [...placeLines(places, options), ...wrappedLines(say(why, language), width, '  ')];
}

type PlaceOptions = Pick<ScanTextOptions, 'language' | 'paint' | 'width' | 'verbose'>;

/** Where something stands: the first places, and how many more there are. */
export function placeLines(
  places: readonly string[],
  { language, paint, width, verbose }: PlaceOptions,
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

function urgent({ counts }: BugDetails): number {
  return counts.urgent;
}

function total({ counts }: BugDetails): number {
  return counts.apply;
}

/** `12`, or `19–21` where places differ. */
function span(counts: readonly number[]): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? String(least) : `${least}–${most}`;
}

/** The releases of the advice, and how many of the bugs the first fixes; the releases alone where places differ in the number. */
function fixCell(rows: readonly BugDetails[], language: ScanTextOptions['language']): string {
  const cells = rows.map(({ advice }) => {
    const steps = [advice?.now, advice?.destination].filter((step) => step !== null && step !== undefined);
    const [first, ...others] = steps;
    if (first === undefined) return { version: NOTHING, cell: NOTHING };
    const [part, whole] = fixesThatMatter(first);
    const counted =
      whole === 0
        ? stepName(first)
        : say(text('scan.fixes', { version: first.version, part, whole }), language);
    return {
      version: steps.map(stepName).join(' → '),
      cell: [counted, ...others.map(stepName)].join(' → '),
    };
  });
  const [same, ...others] = new Set(cells.map(({ cell }) => cell));
  if (same !== undefined && others.length === 0) return same;
  return [...new Set(cells.map(({ version }) => version))].join(', ');
}
