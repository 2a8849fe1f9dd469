import type { MessageKey } from '../../l10n/index.ts';
import type { AdviceRules, UpgradeDemand } from '../product.ts';
import { RELEASE_NOTES_GUIDE, UPDATES } from './notes/urls.ts';

const GUIDE = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/';
const MAJOR = `${GUIDE}USER_UpgradeDBInstance.PostgreSQL.MajorVersion.html`;
const READ_ON = '2026-09';

type UpgradeMessageId = Extract<MessageKey, `upgrade.demand.${string}` | `upgrade.blueGreen.${string}`>;

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

function demand(key: UpgradeMessageId): UpgradeDemand {
  return {
    id: key.replace(/^upgrade\.(?:demand\.)?/, ''),
    text: { key, args: {} },
    url: MAJOR,
    readOn: READ_ON,
  };
}

export const ADVICE: AdviceRules = {
  lines: ['9.6', '10', '11', '12', '13', '14', '15', '16', '17', '18'],
  mayPassOverLines: true,
  demandsOf: () => INTO_ANY_LINE.map(demand),
  blueGreen: [],
  precheckLog: 'pg_upgrade_precheck.log',
  guideReadOn: READ_ON,
  pages: {
    minorUpgrade: `${GUIDE}USER_UpgradeDBInstance.PostgreSQL.html`,
    extendedSupport: `${GUIDE}extended-support-charges.html`,
    versions: UPDATES,
    notes: RELEASE_NOTES_GUIDE.url,
  },
};
