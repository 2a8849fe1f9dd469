import { text } from '../../../l10n/index.ts';
import {
  locationKey,
  memoize,
  runToEnd,
  type Asset,
  type Catalogue,
  type Finding,
  type Inventory,
  type OsImage,
  type ProductId,
  type Text,
} from '../../../model/index.ts';
import { isSystem, pinnedAs, productName, productOf, type PinnedOs } from '../../../products/index.ts';
import { NO_STATES } from '../../features.ts';
import { judgeEach, judgingBudget } from '../../judging/judge-each.ts';
import { asPossibleFinding, commonFindingParts } from '../../judging/finding-parts.ts';
import { hasReusableFindings, FindingsCache } from '../folding/findings-cache.ts';
import { unknownVersionReason } from '../../judging/unknown-version.ts';
import { findForUnsuppressed, type Suppressor } from '../../suppress/suppress.ts';
import { osReleaseGap } from '../../bugs/systems/release-gap.ts';
import { flavoursOf, imageOf } from '../../bugs/systems/image-of.ts';
import { osNotCovered } from '../../bugs/systems/messages.ts';
import { osSupportLine, osSupportMessage, osSupportOf, supportLevel } from '../../support/system-support.ts';
import { osReleases } from '../../bugs/systems/releases.ts';
import { informationFinding, type Assets } from './information.ts';
import { upgradeOptionsFor, type AdviceOptions } from '../../advice/options.ts';
import { behindFinding } from './behind-finding.ts';

/** Suppressions of a team, as a filter. */
interface TeamFilter extends Pick<Suppressor, 'rest' | 'mayCover'> {
  /** Catalogue without the bugs that the team suppressed for some assets. */
  reportedFor: (catalogue: Catalogue, assets: Assets) => Catalogue;
}

const NO_FILTER: TeamFilter = {
  rest: (_, assets) => assets,
  mayCover: () => false,
  reportedFor: (catalogue) => catalogue,
};

/**
 * Findings about the operating system images of an inventory: for each written version one about missing fixes (or why
 * they are unknown), and one about support.
 * @param today YYYY-MM-DD
 */
export function osFindings(...args: Parameters<typeof osFindingSteps>): Finding[] {
  return runToEnd(osFindingSteps(...args));
}

/** Findings in steps, between which other work can run. */
export function* osFindingSteps(
  catalogue: Catalogue,
  inventory: Inventory,
  today: string,
  filter: TeamFilter = NO_FILTER,
  advising: AdviceOptions = upgradeOptionsFor(today),
  budget = judgingBudget(inventory.assets),
): Generator<undefined, Finding[]> {
  const findingAt: FindingAt = (pinned, assets) => {
    const reported = filter.reportedFor(catalogue, assets);
    const behind = behindOf(reported, pinned);
    return behind === null ? null : behindFinding(reported, behind, assets, advising(pinned.product));
  };
  const cache = new FindingsCache();
  const judge = ([product, group]: [ProductId, Assets]): readonly Finding[] => {
    const find = (): Finding[] =>
      findForUnsuppressed(filter, group, (assets) => {
        const version = versionFinding(catalogue, product, assets, findingAt, today);
        const support = systemSupportFinding(catalogue, product, assets, today, version !== null);
        const findings = [version, support].filter((finding) => finding !== null);
        if (assets.some(({ isUnselected }) => isUnselected === undefined)) return findings;
        const isOfOneSystem = assets.some(({ isUnselected }) => isUnselected === 'release');
        return findings.map((finding) =>
          isOfOneSystem && finding === support ? finding : asPossibleFinding(finding, assets),
        );
      });
    const [first] = group;
    return hasReusableFindings(group) && !filter.mayCover(first.location)
      ? // Settings of an image do not affect features.
        cache.of(first, imageKey(first), NO_STATES, false, find)
      : find();
  };
  return yield* judgeEach(groupByImage(inventory.assets), ([, group]) => group, budget, judge);
}

/** Properties that identify the image of an asset. */
function imageKey({ engineVersion, version, versions: { running }, settings: { amiType } }: Asset): string {
  return JSON.stringify([engineVersion, version, running, amiType]);
}

/** Memoized, because an editor queries the same few releases after every edit. */
const behindOf = memoize(osReleaseGap, (catalogue, pinned) => [catalogue, Object.values(pinned).join(' ')]);

function groupByImage(assets: readonly Asset[]): [ProductId, Assets][] {
  const groups = new Map<string, [ProductId, [Asset, ...Asset[]]]>();
  for (const asset of assets) {
    if (asset.kind !== 'operating-system' || !isSystem(asset.product) || hasNamedImage(asset)) continue;
    const key = `${locationKey(asset.location)} ${asset.versions.running ?? asset.engineVersion ?? ''}`;
    const group = groups.get(key);
    if (group) group[1].push(asset);
    else groups.set(key, [asset.product, [asset]]);
  }
  return [...groups.values()];
}

/** True for a family with a named image beside it, which has the findings instead. */
function hasNamedImage({ links }: Asset): boolean {
  return links.some(({ role }) => role === 'image');
}

/** Finding about a pinned release at some assets. */
type FindingAt = (pinned: PinnedOs, assets: Assets) => Finding | null;

function versionFinding(
  catalogue: Catalogue,
  product: ProductId,
  assets: Assets,
  findingAt: FindingAt,
  today: string,
): Finding | null {
  const [asset] = assets;
  if (productOf(product).notes === null) {
    const unknown = informationFinding('unknown-version', catalogue, product, assets, osNotCovered(product));
    return { ...unknown, level: 'information' };
  }
  const image = imageOf(asset);
  const version = image?.version ?? asset.version;
  if (version === null) {
    const becomes = successorName(catalogue, product, asset, today);
    const isFloating = image?.form === 'floating';
    const message = isFloating
      ? floatingMessage(catalogue, product, image, asset, becomes)
      : text('os.generation', { ...nameArgument(product), becomes });
    const rule = isFloating ? 'floating-version' : 'partial-version';
    const unknown = unknownVersionReason(asset);
    return {
      ...informationFinding(rule, catalogue, product, assets, message),
      ...(unknown !== null && { unknown }),
    };
  }
  return findingAt(pinnedAs(product, version, image), assets);
}

function nameArgument(product: ProductId): { name: string } {
  return { name: productName(product) };
}

/** Replacement for a system's name after the end of its support: the same form of the next system, or its name. */
function successorName(
  catalogue: Catalogue,
  product: ProductId,
  { engineVersion }: Asset,
  today: string,
): string | null {
  const { system } = productOf(product);
  if (system === null || osSupportOf(catalogue, product, today)?.phase !== 'ended') return null;
  const named = system.successorOf?.(engineVersion ?? '') ?? null;
  return named ?? (system.next === null ? null : productName(system.next));
}

function floatingMessage(
  catalogue: Catalogue,
  product: ProductId,
  image: OsImage,
  asset: Asset,
  becomes: string | null,
): Text {
  const kernel = /kernel-default/.test(asset.engineVersion ?? '')
    ? osReleases(catalogue, product).findLast(({ items }) =>
        items.some(({ topic }) => topic === 'default-kernel'),
      )
    : undefined;
  const how = image.floating ?? 'latest-parameter';
  const args = {
    ...nameArgument(product),
    how: text(`os.taken.${how}`),
    kernelNotice: kernel?.version ?? null,
    becomes,
  };
  return how === 'managed'
    ? text('os.floating', args)
    : text('os.floating.open', { ...args, next: unknownVersionReason(asset)?.next ?? null });
}

function systemSupportFinding(
  catalogue: Catalogue,
  product: ProductId,
  assets: Assets,
  today: string,
  isBeside: boolean,
): Finding | null {
  const support = osSupportOf(catalogue, product, today);
  const flavours = flavoursOf(assets);
  const loudness = support && supportLevel(support, flavours);
  if (support === null || loudness === null) return null;
  return {
    ruleId: 'end-of-support',
    ...commonFindingParts(assets),
    severity: loudness.severity,
    level: loudness.level,
    applies: 'on',
    message: (isBeside ? osSupportLine : osSupportMessage)(support, flavours),
    bugIds: [],
    bugs: null,
    helpUri: support.period.url,
  };
}
