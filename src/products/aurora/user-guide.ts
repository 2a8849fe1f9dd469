import type { Cited } from '../first-versions.ts';

const GUIDE = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/';

/** A page of the user guide of Aurora, which changes: it counts as it was on that day or in that month. */
export function userGuide(name: string, readOn: string): Cited {
  return { url: `${GUIDE}${name}.html`, readOn };
}

const REGIONS = 'Concepts.Aurora_Fea_Regions_DB-eng.Feature.';

/** The page of one feature among those that list Regions and engine versions. */
export function featurePage(name: string, readOn: string): Cited {
  return userGuide(`${REGIONS}${name}`, readOn);
}
