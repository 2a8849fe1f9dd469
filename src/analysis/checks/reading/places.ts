import { memoize, isFileLocation, isSameRegion, type Asset, type DeployedTo } from '../../../model/index.ts';
import { givenName } from '../../../vocabulary/index.ts';

// Where something is deployed, as far as code says it: nothing watches what is in another Region or environment.

/** What code says of a place; null where it says nothing. */
interface Place extends DeployedTo {
  environment: string | null;
}

/** Words for environments, in names of folders and files. */
const ENVIRONMENTS: readonly (readonly [environment: string, words: RegExp])[] = [
  ['staging', /^(?:stg|stage|staging|uat|preprod|preproduction)$/],
  ['production', /^(?:prd|prod|production)$/],
  ['development', /^(?:dev|devel|development|sandbox|sbx)$/],
  ['quality', /^(?:qa|quality)$/],
];
const REGION =
  /(?<![a-z0-9])[a-z]{2}(?:-gov|-iso[a-z]?)?-(?:north|south|east|west|central)+(?:east|west)?-\d(?![0-9])/g;

/** The place of an asset of code as a key: what has the same key is in the same place. */
export const placeKey = memoize((asset: Asset): string => JSON.stringify(placeOf(asset)));

/** Whether something can have to do with an asset: not where both say that they are in different places. */
export function isSamePlace(asset: Asset, other: Asset): boolean {
  if (!isFileLocation(asset.location) || !isFileLocation(other.location)) return true;
  if (placeKey(asset) === placeKey(other)) return true;
  const [one, two] = [placeOf(asset), placeOf(other)];
  const isOtherEnvironment =
    one.environment !== null && two.environment !== null && one.environment !== two.environment;
  if (isOtherEnvironment) return other.settings.isOrganizationTrail === true;
  // A provider of which no Region is known may be of another account.
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
      environmentIn(separateWords(givenName(asset) ?? asset.name)),
  };
});

/** The environment that words name, the last of them first. */
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
