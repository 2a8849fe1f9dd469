import type { MessageKey } from '../../l10n/index.ts';
import type { AdviceRules, UpgradeDemand } from '../product.ts';
import { BLUE_GREEN_VERSIONS, ZERO_DOWNTIME_VERSIONS } from './feature-age.ts';
import { BABELFISH, NOTES } from './notes/urls.ts';

const GUIDE = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/';
const MAJOR = `${GUIDE}USER_UpgradeDBInstance.PostgreSQL.MajorVersion.html`;
const BLUE_GREEN_LIMITS = `${GUIDE}blue-green-deployments-considerations.html`;

const READ_ON = '2026-11-27';

type UpgradeMessageId = Extract<MessageKey, `upgrade.demand.${string}` | `upgrade.blueGreen.${string}`>;

/** A sentence and its page, with the day or month of reading if it differs from the guide's. */
type Claim = readonly [UpgradeMessageId, url: string, readOn?: string];

/** Requirements of every major version upgrade; those that block it come first. */
const INTO_ANY_LINE: readonly Claim[] = [
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

const BLUE_GREEN: readonly Claim[] = [
  ['upgrade.blueGreen.pg.logical', `${GUIDE}blue-green-deployments-creating.html`],
  ['upgrade.blueGreen.pg.keys', BLUE_GREEN_LIMITS],
  ['upgrade.blueGreen.pg.ddl', BLUE_GREEN_LIMITS],
  ['upgrade.blueGreen.pg.babelfish', BLUE_GREEN_LIMITS, '2026-09'],
  ['upgrade.blueGreen.unsupported', BLUE_GREEN_LIMITS],
  ['upgrade.blueGreen.proxy', `${GUIDE}rds-proxy-blue-green.html`, '2026-09'],
];

function demand([key, url, readOn = READ_ON]: Claim): UpgradeDemand {
  return { id: key.replace(/^upgrade\.(?:demand\.)?/, ''), text: { key, args: {} }, url, readOn };
}

export const ADVICE: AdviceRules = {
  lines: ['9.6', '10', '11', '12', '13', '14', '15', '16', '17', '18'],
  mayPassOverLines: true,
  demandsOf: () => INTO_ANY_LINE.map(demand),
  blueGreenOf: () => BLUE_GREEN.map(demand),
  upgradeMethods: { blueGreen: BLUE_GREEN_VERSIONS, zeroDowntime: ZERO_DOWNTIME_VERSIONS },
  // The Aurora guide names this log of pg_upgrade; upgrade-prechecks.log belongs to Aurora MySQL.
  precheckLog: 'pg_upgrade_internal.log',
  guideReadOn: READ_ON,
  pages: {
    minorUpgrade: `${GUIDE}USER_UpgradeDBInstance.PostgreSQL.html`,
    extendedSupport: `${GUIDE}extended-support-charges.html`,
    versions: `${GUIDE}AuroraPostgreSQL.Updates.html`,
    notes: NOTES.url,
  },
};
