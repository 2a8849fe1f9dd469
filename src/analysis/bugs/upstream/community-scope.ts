import { text } from '../../../l10n/index.ts';
import { compareVersions, type Catalogue, type ProductId, type Text } from '../../../model/index.ts';
import { productOf } from '../../../products/index.ts';
import type { UpstreamAnswer } from './upstream.ts';

/**
 * Sentence on the open-source engine's fixes that no count includes: those after the community version that the releases
 * contain, up to the newest of the same major version in the notes. Null if the product contains no such engine.
 * @param versions releases; the one with the oldest community version counts
 */
export function upstreamFixesText(
  { releases }: Pick<Catalogue, 'releases'>,
  product: ProductId,
  versions: readonly string[],
): Text | null {
  const { community } = productOf(product);
  if (community === null || versions.length === 0) return null;
  const { name: engine, distribution } = community;
  const own = releases.filter((release) => release.product === product);
  const listed = own.filter(({ version }) => versions.includes(version));
  const unlisted = listed.length > 0 ? [] : versions.map((version) => community.versionOf?.(version) ?? null);
  const contained = [...listed.map(({ communityVersion }) => communityVersion), ...unlisted];
  const known = contained.filter((each) => each !== null).sort(compareVersions);
  const [through] = known;
  if (through === undefined || known.length < contained.length)
    return text('bugs.scope.unknown', { distribution, engine });
  const newest = own
    .flatMap(({ communityVersion }) => communityVersion ?? [])
    .filter((each) => majorOf(each) === majorOf(through))
    .sort(compareVersions)
    .at(-1);
  if (newest === undefined || newest === through)
    return text('bugs.scope.after', { distribution, engine, through });
  return text(nextRelease(through) === newest ? 'bugs.scope.between.one' : 'bugs.scope.between', {
    distribution,
    engine,
    from: nextRelease(through),
    to: newest,
  });
}

/**
 * Sentence on the upstream's bugs among those that targets are compared by, or beside them; null if nothing is known about
 * them, or later releases fix nothing.
 */
export function upstreamScope(product: ProductId, upstream: UpstreamAnswer): Text | null {
  const { community } = productOf(product);
  const { name, later, unread, counts, isIncluded } = upstream;
  const ended = upstreamEndText(upstream);
  if (ended !== null || community === null) return ended;
  if (later === null) return unread === null ? null : text('bugs.upstream.unread', { name, version: unread });
  const fixed = { name, ...later, listed: counts.listed, urgent: counts.urgent };
  return isIncluded
    ? text('upgrade.scope.counted', fixed)
    : text('upgrade.scope.apart', { ...fixed, distribution: community.distribution });
}

/** Sentence on an upstream's release that is the last of its major version; null for all others. */
export function upstreamEndText(upstream: UpstreamAnswer | null): Text | null {
  if (upstream === null || upstream.endedLine === null) return null;
  const { name, newest: version, endedLine: line } = upstream;
  return text('bugs.upstream.ended', { name, version, line });
}

/** Sentence on products whose open-source engine has notes that are not read here, each once; null if there is none. */
export function uncountedUpstreamsText(ids: Iterable<ProductId | null>): Text | null {
  const unread = [...new Set(ids)].flatMap((id) => {
    const product = id === null ? null : productOf(id);
    return product?.community && product.upstream === undefined ? [product] : [];
  });
  if (unread.length === 0) return null;
  return text('scan.communityNotCounted', {
    engines: [...new Set(unread.flatMap(({ community }) => community?.name ?? []))].sort(),
    names: unread.map(({ names }) => names.display).sort(),
  });
}

/** `8.0` of 8.0.42, `17` of 17.9. */
function majorOf(version: string): string {
  return version.slice(0, version.lastIndexOf('.'));
}

function nextRelease(version: string): string {
  const patch = Number(version.slice(version.lastIndexOf('.') + 1));
  return `${majorOf(version)}.${patch + 1}`;
}
