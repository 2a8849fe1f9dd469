import type { CitedPage } from '../versions/first-versions.ts';

const GUIDE = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/';

/** A page of the Aurora user guide, cited as of a day or month because it changes. */
export function userGuide(name: string, readOn: string): CitedPage {
  return { url: `${GUIDE}${name}.html`, readOn };
}

const REGIONS = 'Concepts.Aurora_Fea_Regions_DB-eng.Feature.';

/** Page of one feature in the lists of Regions and engine versions. */
export function featurePage(name: string, readOn: string): CitedPage {
  return userGuide(`${REGIONS}${name}`, readOn);
}
