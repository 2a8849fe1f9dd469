import {
  memoize,
  isFileLocation,
  isSameRegion,
  type Asset,
  type DeploymentTarget,
} from '../../../model/index.ts';
import { userGivenName } from '../../../vocabulary/index.ts';

// Place of deployment, as far as code states it: nothing watches assets in another Region or environment.

/** Place as code states it; null parts are unknown. */
interface Place extends DeploymentTarget {
  environment: string | null;
}

/** Words for environments in the names of folders and files. */
const ENVIRONMENTS: readonly (readonly [environment: string, words: RegExp])[] = [
  ['staging', /^(?:stg|stage|staging|uat|preprod|preproduction)$/],
  ['production', /^(?:prd|prod|production)$/],
  ['development', /^(?:dev|devel|development|sandbox|sbx)$/],
  ['quality', /^(?:qa|quality)$/],
];
const REGION =
  /(?<![a-z0-9])[a-z]{2}(?:-gov|-iso[a-z]?)?-(?:north|south|east|west|central)+(?:east|west)?-\d(?![0-9])/g;

/** Key of a declaration's place; equal keys mean the same place. */
export const placeKey = memoize((asset: Asset): string => JSON.stringify(placeOf(asset)));

/** True if an asset can belong to another one: false only if both state different places. */
export function isSamePlace(asset: Asset, other: Asset): boolean {
  if (!isFileLocation(asset.location) || !isFileLocation(other.location)) return true;
  if (placeKey(asset) === placeKey(other)) return true;
  const [one, two] = [placeOf(asset), placeOf(other)];
  const isOtherEnvironment =
    one.environment !== null && two.environment !== null && one.environment !== two.environment;
  if (isOtherEnvironment) return other.settings.isOrganizationTrail === true;
  // A provider with an unknown Region may be of another account.
  const isSameAccount = one.provider === two.provider || two.region !== null;
  if (other.settings.isMultiRegionTrail === true && isSameAccount) return true;
  return isSameRegion(one, two);
}

const placeOf = memoize((asset: Asset): Place => {
  const { id, deployedTo, environment } = asset;
  const path = (id.split('#')[0] ?? '').toLowerCase();
  return {
    region: deployedTo?.region ?? path.match(REGION)?.at(-1) ?? null,
    provider: deployedTo?.provider ?? null,
    environment:
      environmentIn(environment ?? '') ??
      environmentIn(path) ??
      environmentIn(separateWords(userGivenName(asset) ?? asset.name)),
  };
});

/** Environment that a text names; the last one if there are several. */
function environmentIn(text: string): string | null {
  const words = text
    .toLowerCase()
    .replaceAll(/pre-prod/g, 'preprod')
    .split(/[^a-z]+/)
    .toReversed();
  for (const word of words) {
    const found = ENVIRONMENTS.find(([, pattern]) => pattern.test(word));
    if (found !== undefined) return found[0];
  }
  return null;
}

/** `ProductionTrail` as `Production Trail`. */
function separateWords(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, '$1 $2');
}
