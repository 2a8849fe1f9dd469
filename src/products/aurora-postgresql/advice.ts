import type { MessageKey } from '../../l10n/index.ts';
import type { AdviceRules, Demand } from '../product.ts';
import { BABELFISH, NOTES } from './notes/urls.ts';

const GUIDE = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/';
const MAJOR = `${GUIDE}USER_UpgradeDBInstance.PostgreSQL.MajorVersion.html`;
const BLUE_GREEN_LIMITS = `${GUIDE}blue-green-deployments-considerations.html`;

type Keyed = Extract<MessageKey, `upgrade.demand.${string}` | `upgrade.blueGreen.${string}`>;

/** What every major version demands, what stops the upgrade first. */
const INTO_ANY_LINE: readonly [Keyed, url: string][] = [
  ['upgrade.demand.pg.targets', MAJOR],
  ['upgrade.demand.pg.slots', MAJOR],
  ['upgrade.demand.pg.prepared', MAJOR],
  ['upgrade.demand.pg.types', MAJOR],
  ['upgrade.demand.pg.extensions', MAJOR],
  ['upgrade.demand.pg.babelfish', BABELFISH],
  ['upgrade.demand.pg.statistics', MAJOR],
  ['upgrade.demand.family', MAJOR],
  ['upgrade.demand.no-way-back', MAJOR],
];

const BLUE_GREEN: readonly [Keyed, url: string][] = [
  ['upgrade.blueGreen.pg.logical', `${GUIDE}blue-green-deployments-creating.html`],
  ['upgrade.blueGreen.pg.keys', BLUE_GREEN_LIMITS],
  ['upgrade.blueGreen.pg.ddl', BLUE_GREEN_LIMITS],
  ['upgrade.blueGreen.unsupported', BLUE_GREEN_LIMITS],
];

function demand([key, url]: readonly [Keyed, url: string]): Demand {
  return { id: key.replace(/^upgrade\.(?:demand\.)?/, ''), text: { key, args: {} }, url };
}

export const ADVICE: AdviceRules = {
  lines: ['9.6', '10', '11', '12', '13', '14', '15', '16', '17', '18'],
  mayPassOverLines: true,
  demandsOf: () => INTO_ANY_LINE.map(demand),
  blueGreen: BLUE_GREEN.map(demand),
  pages: {
    minorUpgrade: `${GUIDE}USER_UpgradeDBInstance.PostgreSQL.html`,
    extendedSupport: `${GUIDE}extended-support-charges.html`,
    versions: `${GUIDE}AuroraPostgreSQL.Updates.html`,
    notes: NOTES.url,
  },
};
