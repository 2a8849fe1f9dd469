import type { MessageKey } from '../../l10n/index.ts';
import type { AdviceRules, UpgradeDemand } from '../product.ts';
import { blueGreenDemands, BLUE_GREEN_REPLICATION } from '../rds/blue-green.ts';
import { RELEASE_NOTES_GUIDE, UPDATES } from './notes/urls.ts';

const GUIDE = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/';
const MAJOR = `${GUIDE}USER_UpgradeDBInstance.PostgreSQL.MajorVersion.html`;
const READ_ON = '2026-09';

type UpgradeMessageId = Extract<MessageKey, `upgrade.demand.${string}`>;

/** Requirements of every major version upgrade; those that block it come first. */
const INTO_ANY_LINE: readonly UpgradeMessageId[] = [
  'upgrade.demand.pg.slots',
  'upgrade.demand.pg.prepared',
  'upgrade.demand.pg.types',
  'upgrade.demand.pg.extensions',
  'upgrade.demand.pg.statistics',
  'upgrade.demand.family',
  'upgrade.demand.no-way-back',
];

/** Requirements of logical replication, which takes a database to another major version. */
const BLUE_GREEN_INTO_MAJOR = blueGreenDemands([
  ['upgrade.blueGreen.rds.logical', 'creating'],
  ['upgrade.blueGreen.pg.keys', 'limits'],
  ['upgrade.blueGreen.pg.ddl', 'limits'],
  ['upgrade.blueGreen.rds.subscriber', 'limits'],
]);

/** Requirements of physical replication, for minor versions. */
const BLUE_GREEN_INTO_MINOR = blueGreenDemands([
  ['upgrade.blueGreen.rds.backups', 'creating'],
  ['upgrade.blueGreen.rds.subscriber', 'limits'],
  ['upgrade.blueGreen.rds.readOnly', 'limits'],
]);

function demand(key: UpgradeMessageId): UpgradeDemand {
  return {
    id: key.replace('upgrade.demand.', ''),
    text: { key, args: {} },
    url: MAJOR,
    readOn: READ_ON,
  };
}

export const ADVICE: AdviceRules = {
  lines: ['9.4', '9.5', '9.6', '10', '11', '12', '13', '14', '15', '16', '17', '18'],
  mayPassOverLines: true,
  demandsOf: () => INTO_ANY_LINE.map(demand),
  blueGreenOf: (isMajor) => (isMajor ? BLUE_GREEN_INTO_MAJOR : BLUE_GREEN_INTO_MINOR),
  upgradeMethods: {
    blueGreen: {
      first: { '11': '11.1' },
      firstIntoMajor: {
        ...{ '11': '11.21', '12': '12.16', '13': '13.12' },
        ...{ '14': '14.9', '15': '15.4', '16': '16.1' },
      },
      cited: BLUE_GREEN_REPLICATION,
    },
  },
  precheckLog: 'pg_upgrade_precheck.log',
  guideReadOn: READ_ON,
  pages: {
    minorUpgrade: `${GUIDE}USER_UpgradeDBInstance.PostgreSQL.html`,
    extendedSupport: `${GUIDE}extended-support-charges.html`,
    versions: UPDATES,
    notes: RELEASE_NOTES_GUIDE.url,
  },
};
