import { text } from '../../../l10n/index.ts';
import type { Asset, Catalogue, Problem, ProductId, Text } from '../../../model/index.ts';
import { productName, productOf } from '../../../products/index.ts';
import { containedIn } from './contained.ts';

/** Notes of an upstream that the last refresh could not read. */
export interface UnreadNotes {
  upstream: ProductId;
  /** Lines whose notes were not read, in order; empty if none of the upstream's notes were. */
  lines: readonly string[];
  /** Day of the last reading, YYYY-MM-DD. */
  readOn: string;
}

/** Unread notes of some lines of an upstream, one entry for each day of reading. Embedded notes have days of their own. */
export function unreadNotes(
  { source, asOf, readOn, linesReadOn }: Catalogue,
  upstream: ProductId,
  lines: Iterable<string>,
): UnreadNotes[] {
  if (source === 'snapshot') return [];
  const whole = readOn?.[upstream] ?? asOf;
  const single = [...lines].map((line) => [line, linesReadOn?.[`${upstream} ${line}`] ?? whole] as const);
  const byTime = Map.groupBy(single, ([, time]) => time);
  return [...byTime].flatMap(([time, those]) => {
    const named = time === whole ? [] : those.map(([line]) => line).sort();
    return time < asOf ? [{ upstream, lines: named, readOn: time.slice(0, 10) }] : [];
  });
}

/** Sentence on unread notes: later bugs are not counted. */
export function unreadNotesText({ upstream, lines, readOn }: UnreadNotes): Text {
  return text('bugs.upstream.notRead', { name: productName(upstream), lines, readOn });
}

/** Problems for upstreams of some versions whose notes the last refresh could not read, each once. */
export function unreadUpstreamProblems(
  catalogue: Catalogue,
  versions: Iterable<Pick<Asset, 'product' | 'version'>>,
): Problem[] {
  if (catalogue.readOn === undefined && catalogue.linesReadOn === undefined) return [];
  const lines = new Map<ProductId, Set<string>>();
  for (const { product, version } of versions) {
    const upstream = product === null ? undefined : productOf(product).upstream?.product;
    if (product === null || version === null || upstream === undefined) continue;
    const contained = containedIn(catalogue, product, version);
    if (contained === null) continue;
    const line = productOf(upstream).versions.branch(contained);
    lines.set(upstream, (lines.get(upstream) ?? new Set()).add(line));
  }
  return [...lines].flatMap(([upstream, own]) =>
    unreadNotes(catalogue, upstream, own).map((unread) => ({
      source: productOf(upstream).notes?.guide ?? upstream,
      text: unreadNotesText(unread),
    })),
  );
}
