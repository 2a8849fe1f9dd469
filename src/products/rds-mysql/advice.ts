import type { MessageKey } from '../../l10n/index.ts';
import type { AdviceRules, UpgradeDemand } from '../product.ts';
import { blueGreenDemands, BLUE_GREEN_VERSIONS } from '../rds/blue-green.ts';
import { PAGE, UPGRADES, USER_GUIDE } from './notes/urls.ts';

const READ_ON = '2026-09';

type UpgradeMessageId = Extract<MessageKey, `upgrade.demand.${string}`>;

/** Requirements of every major version upgrade; those that block it come first. */
const INTO_ANY_LINE: readonly UpgradeMessageId[] = [
  'upgrade.demand.mysql.replicas',
  'upgrade.demand.family',
  'upgrade.demand.no-way-back',
];

function demand(key: UpgradeMessageId): UpgradeDemand {
  return { id: key.replace('upgrade.demand.', ''), text: { key, args: {} }, url: UPGRADES, readOn: READ_ON };
}

export const ADVICE: AdviceRules = {
  lines: ['5.7', '8.0', '8.4'],
  // The vendor's page names an upgrade from each version to the next, and no other.
  mayPassOverLines: false,
  demandsOf: () => INTO_ANY_LINE.map(demand),
  blueGreenOf: (isMajor) =>
    blueGreenDemands([
      ['upgrade.blueGreen.rds.backups', 'creating'],
      ...(isMajor ? [['upgrade.blueGreen.rds.options', 'limits'] as const] : []),
      ['upgrade.blueGreen.replica', 'limits'],
    ]),
  upgradeMethods: { blueGreen: { first: {}, cited: BLUE_GREEN_VERSIONS } },
  precheckLog: 'PrePatchCompatibility.log',
  guideReadOn: READ_ON,
  pages: {
    minorUpgrade: UPGRADES,
    extendedSupport: `${USER_GUIDE.url}extended-support-charges.html`,
    versions: PAGE,
    notes: PAGE,
  },
};
