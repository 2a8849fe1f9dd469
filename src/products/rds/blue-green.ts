import type { MessageKey } from '../../l10n/index.ts';
import type { UpgradeDemand } from '../product.ts';
import type { CitedPage } from '../versions/first-versions.ts';

const GUIDE = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/';
const READ_ON = '2026-09';

const PAGES = {
  creating: `${GUIDE}blue-green-deployments-creating.html`,
  limits: `${GUIDE}blue-green-deployments-considerations.html`,
  proxy: `${GUIDE}rds-proxy-blue-green.html`,
};

/** Pages with the versions that have blue/green deployments, and with those that it takes to another major version. */
export const BLUE_GREEN_VERSIONS = cited('Concepts.RDS_Fea_Regions_DB-eng.Feature.BlueGreenDeployments');
export const BLUE_GREEN_REPLICATION = cited('blue-green-deployments-replication-type');

type Claim = readonly [Extract<MessageKey, `upgrade.blueGreen.${string}`>, page: keyof typeof PAGES];

const OF_BOTH_ENGINES: readonly Claim[] = [
  ['upgrade.blueGreen.rds.unsupported', 'limits'],
  ['upgrade.blueGreen.rds.proxy', 'proxy'],
];

/** Requirements of an engine, then those of all of RDS. */
export function blueGreenDemands(claims: readonly Claim[]): UpgradeDemand[] {
  return [...claims, ...OF_BOTH_ENGINES].map(([key, page]) => ({
    id: key.replace('upgrade.', ''),
    text: { key, args: {} },
    url: PAGES[page],
    readOn: READ_ON,
  }));
}

function cited(page: string): CitedPage {
  return { url: `${GUIDE}${page}.html`, readOn: READ_ON };
}
