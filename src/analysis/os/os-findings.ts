import { text } from '../../l10n/index.ts';
import {
  compareSeverity,
  isSerious,
  locationKey,
  type Asset,
  type BugDetails,
  type BugMatch,
  type Catalogue,
  type EditorLevel,
  type Finding,
  type FindingSeverity,
  type Inventory,
  type KnownBug,
  type Text,
  type ProductId,
  type OsImage,
} from '../../model/index.ts';
import { pinnedAs, productOf, type PinnedOs, productName, isSystem } from '../../products/index.ts';
import { countsOf } from '../bugs/known-here.ts';
import { countOf, placeOf } from '../findings/finding-parts.ts';
import { aboutTheRest, type Suppressor } from '../suppress/suppress.ts';
import { osBehind, type OsBehind } from './os-behind.ts';
import { flavoursOf, imageOf } from './image-of.ts';
import { osBehindMessage, osNewerMessage, osNotCovered } from './os-messages.ts';
import { osSupportMessage, osSupportOf, supportLoudness } from './os-support.ts';
import { warningText } from './release-notices.ts';
import { osReleases } from './releases.ts';

type Assets = readonly [Asset, ...Asset[]];

/** Bugs that a hover shows. */
const SHOWN = 5;

/** What the team wants to hear of. */
interface Heard extends Pick<Suppressor, 'rest'> {
  isHeard: (bug: KnownBug, assets: Assets) => boolean;
}
const ALL: Heard = { rest: (_, assets) => assets, isHeard: () => true };

/**
 * What is known of the operating system images of an inventory: for each written version one finding about what it lacks
 * (or why that cannot be told), and one about its support.
 * @param today YYYY-MM-DD
 */
export function osFindings(
  catalogue: Catalogue,
  inventory: Inventory,
  today: string,
  heard: Heard = ALL,
): Finding[] {
  const known = new Map<string, OsBehind | null>();
  const behindOf = (pinned: PinnedOs, assets: Assets): OsBehind | null => {
    const key = Object.values(pinned).join(' ');
    const behind = known.get(key) ?? osBehind(catalogue, pinned);
    known.set(key, behind);
    const isHeard = (bug: KnownBug): boolean => heard.isHeard(bug, assets);
    const all = [...(behind?.matches ?? []), ...(behind?.ownIssues ?? [])];
    return all.every(({ bug }) => isHeard(bug)) ? behind : osBehind(catalogue, pinned, isHeard);
  };
  return groupByImage(inventory.assets).flatMap(([product, group]) =>
    aboutTheRest(heard, group, (assets) => {
      const version = versionFinding(catalogue, product, assets, behindOf, today);
      const support = supportFinding(catalogue, product, assets, today);
      const told = [version, support].filter((finding) => finding !== null);
      return assets.every(({ isUnselected }) => isUnselected === true) ? told.map(onlyPossible) : told;
    }),
  );
}

/** What is said of one of several to choose from that nothing seen takes: no more than a hint. */
function onlyPossible(finding: Finding): Finding {
  return { ...finding, level: 'hint', severity: 'info', applies: 'possible' };
}

function groupByImage(assets: readonly Asset[]): [ProductId, Assets][] {
  const groups = new Map<string, [ProductId, [Asset, ...Asset[]]]>();
  for (const asset of assets) {
    if (asset.kind !== 'os-image' || !isSystem(asset.product) || isNamedCloser(asset)) continue;
    const key = `${locationKey(asset.location)} ${asset.versions.running ?? asset.engineVersion ?? ''}`;
    const group = groups.get(key);
    if (group) group[1].push(asset);
    else groups.set(key, [asset.product, [asset]]);
  }
  return [...groups.values()];
}

/** A family beside the name of its image: what there is to tell stands at that name. */
function isNamedCloser({ links }: Asset): boolean {
  return links.some(({ role }) => role === 'image');
}

function versionFinding(
  catalogue: Catalogue,
  product: ProductId,
  assets: Assets,
  behindOf: (pinned: PinnedOs, assets: Assets) => OsBehind | null,
  today: string,
): Finding | null {
  const [asset] = assets;
  if (productOf(product).notes === null) {
    const unknown = informing('unknown-version', catalogue, product, assets, osNotCovered(product));
    return { ...unknown, level: 'information' };
  }
  const image = imageOf(asset);
  const version = image?.version ?? asset.version;
  if (version === null) {
    return image?.form === 'floating'
      ? informing(
          'floating-version',
          catalogue,
          product,
          assets,
          floatingMessage(catalogue, product, image, asset),
        )
      : informing('partial-version', catalogue, product, assets, text('os.generation', nameOf(product)));
  }
  const behind = behindOf(pinnedAs(product, version, image), assets);
  return behind === null ? null : behindFinding(catalogue, behind, assets, today);
}

function nameOf(product: ProductId): { name: string } {
  return { name: productName(product) };
}

function floatingMessage(catalogue: Catalogue, product: ProductId, image: OsImage, asset: Asset): Text {
  const kernel = /kernel-default/.test(asset.engineVersion ?? '')
    ? osReleases(catalogue, product).findLast(({ items }) =>
        items.some(({ topic }) => topic === 'default-kernel'),
      )
    : undefined;
  return text('os.floating', {
    ...nameOf(product),
    how: image.floating ?? 'latest-parameter',
    kernelNotice: kernel?.version ?? null,
  });
}

function informing(
  ruleId: string,
  catalogue: Catalogue,
  product: ProductId,
  assets: Assets,
  message: Text,
): Finding {
  return {
    ruleId,
    ...placeOf(assets),
    severity: 'info',
    level: 'hint',
    applies: 'possible',
    message,
    bugIds: [],
    bugs: null,
    helpUri: pageOf(catalogue, product),
  };
}

/** The newest notes; where there are none, the page of its support. */
function pageOf(catalogue: Catalogue, product: ProductId): string {
  const newest = osReleases(catalogue, product).at(-1);
  return (newest ?? catalogue.support.find((period) => period.product === product))?.url ?? '';
}

function behindFinding(
  catalogue: Catalogue,
  behind: OsBehind,
  assets: Assets,
  today: string,
): Finding | null {
  const { pinned, releases, isNewer, warnings, ownIssues, coverage } = behind;
  if (isNewer) {
    const message = osNewerMessage(catalogue, behind);
    return {
      ...informing('unknown-version', catalogue, pinned.product, assets, message),
      level: 'information',
      coverage,
    };
  }
  if (releases === 0 && warnings.length === 0 && ownIssues.length === 0) return null;
  return {
    ruleId: 'known-bugs',
    ...placeOf(assets),
    severity: severityOf(behind),
    level: levelOf(behind),
    applies: 'possible',
    message: osBehindMessage(catalogue, behind, countOf(assets)),
    bugIds: toldOf(behind).map(({ bug }) => bug.id),
    bugs: detailsOf(catalogue, behind, today),
    coverage,
    helpUri: behind.newest.url,
  };
}

/** What is counted; where nothing is, what the team itself recorded. */
function toldOf({ matches, ownIssues }: OsBehind): readonly BugMatch[] {
  return matches.length > 0 ? matches : ownIssues;
}

function severityOf(behind: OsBehind): FindingSeverity {
  const { warnings, days } = behind;
  const isRecalled = warnings.some(({ topic }) => topic === 'recalled');
  const byNotes = isRecalled ? 'high' : days > 90 || warnings.length > 0 ? 'medium' : 'low';
  return worstOf(byNotes, toldOf(behind)[0]?.bug.severity);
}

function worstOf(a: FindingSeverity, b: FindingSeverity = 'info'): FindingSeverity {
  return compareSeverity(a, b) <= 0 ? a : b;
}

/** What the notes say against the release itself is as loud as a serious fix that it lacks. */
function levelOf(behind: OsBehind): EditorLevel {
  const { warnings } = behind;
  const [worst] = toldOf(behind);
  const isLoud = (worst !== undefined && isSerious(worst.bug.severity)) || warnings.length > 0;
  return isLoud ? 'warning' : 'information';
}

function detailsOf(catalogue: Catalogue, behind: OsBehind, today: string): BugDetails {
  const { pinned, matches, newest, releases, warnings } = behind;
  const support = osSupportOf(catalogue, pinned.product, today);
  return {
    product: pinned.product,
    version: productOf(pinned.product).system?.pinName(pinned) ?? pinned.version,
    ...countsOf(matches),
    top: matches.slice(0, SHOWN),
    ...(support !== null && {
      support: text(support.phase === 'ended' ? 'upgrade.support.ended' : 'upgrade.support.until', {
        date: support.ends,
      }),
    }),
    ...(warnings.length > 0 && { notices: warnings.map(warningText) }),
    advice:
      releases === 0
        ? null
        : {
            version: newest.version,
            reason: text('os.advice.newest', { version: newest.version, date: newest.date }),
          },
  };
}

function supportFinding(
  catalogue: Catalogue,
  product: ProductId,
  assets: Assets,
  today: string,
): Finding | null {
  const support = osSupportOf(catalogue, product, today);
  const flavours = flavoursOf(assets);
  const loudness = support && supportLoudness(support, flavours);
  if (support === null || loudness === null) return null;
  return {
    ruleId: 'end-of-support',
    ...placeOf(assets),
    severity: loudness.severity,
    level: loudness.level,
    applies: 'on',
    message: osSupportMessage(support, flavours),
    bugIds: [],
    bugs: null,
    helpUri: support.period.url,
  };
}
