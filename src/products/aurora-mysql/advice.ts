import type { MessageKey } from '../../l10n/index.ts';
import { featurePage } from '../aurora/user-guide.ts';
import type { AdviceRules, UpgradeDemand } from '../product.ts';
import { lines } from './lines.ts';
import { pageUrl } from './notes/urls.ts';

const GUIDE = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/';
const COMPARE_3 = `${GUIDE}AuroraMySQL.Compare-v2-v3.html`;
const COMPARE_84 = `${GUIDE}AuroraMySQL.Compare-v3-v84.html`;
const PROCEDURE_84 = `${GUIDE}AuroraMySQL.mysql84-upgrade-procedure.html`;
const MAJOR = `${GUIDE}AuroraMySQL.Updates.MajorVersionUpgrade.html`;
const MYSQL_80 = 'https://dev.mysql.com/doc/refman/8.0/en/upgrading-from-previous-series.html';

const READ_ON = '2026-11-27';

type UpgradeMessageId<Prefix extends string> = Extract<MessageKey, `upgrade.${Prefix}.${string}`>;

/** A sentence and its page, with the day or month of reading if it differs from the guide's. */
type Claim = readonly [
  UpgradeMessageId<'demand'> | UpgradeMessageId<'blueGreen'>,
  url: string,
  readOn?: string,
];

/** Requirements of an upgrade to each major version; those that block it come first. */
const INTO_LINE: Readonly<Record<string, readonly Claim[]>> = {
  '3': [
    ['upgrade.demand.3.prechecks', `${GUIDE}AuroraMySQL.upgrade-prechecks.html`],
    ['upgrade.demand.3.reserved-words', `${MAJOR}#AuroraMySQL.Upgrading.Planning`],
    ['upgrade.demand.3.instance-classes', `${COMPARE_3}#AuroraMySQL.mysql80-instance-classes`],
    ['upgrade.demand.3.serverless-v1', COMPARE_3],
    ['upgrade.demand.3.collations', MYSQL_80],
    ['upgrade.demand.3.temporary-tables', `${GUIDE}ams3-temptable-behavior.html`],
    ['upgrade.demand.3.parameters', `${COMPARE_3}#AuroraMySQL.mysql80-parameter-changes`],
    ['upgrade.demand.3.metrics', `${COMPARE_3}#AuroraMySQL.8.0-inclusive-language`],
    ['upgrade.demand.3.undo', `${MAJOR}#AuroraMySQL.Upgrading.Planning`],
  ],
  '8.4': [
    ['upgrade.demand.84.prechecks', `${GUIDE}AuroraMySQL.upgrade-prechecks-v3-to-v84.descriptions.html`],
    ['upgrade.demand.84.tls', COMPARE_84],
    ['upgrade.demand.84.authentication', PROCEDURE_84],
    ['upgrade.demand.84.parameters', PROCEDURE_84],
    ['upgrade.demand.84.replication', `${GUIDE}AuroraMySQL.MySQL84.html`],
    ['upgrade.demand.84.foreign-keys', `${GUIDE}AuroraMySQL.MySQL84.html`],
  ],
};

const INTO_ANY_LINE: readonly Claim[] = [
  ['upgrade.demand.family', `${GUIDE}AuroraMySQL.Upgrading.Procedure.html`],
  ['upgrade.demand.no-way-back', MAJOR],
];

const BLUE_GREEN: readonly Claim[] = [
  ['upgrade.blueGreen.binlog', `${GUIDE}blue-green-deployments-creating.html`],
  ['upgrade.blueGreen.unsupported', `${GUIDE}blue-green-deployments-considerations.html`],
  ['upgrade.blueGreen.proxy', `${GUIDE}rds-proxy-blue-green.html`, '2026-09'],
  ['upgrade.blueGreen.replica', `${GUIDE}blue-green-deployments-considerations.html`],
  ['upgrade.blueGreen.backtrack', `${GUIDE}blue-green-deployments-considerations.html`],
];

function demand([key, url, readOn = READ_ON]: Claim): UpgradeDemand {
  return { id: key.replace(/^upgrade\.(?:demand\.)?/, ''), text: { key, args: {} }, url, readOn };
}

export const ADVICE: AdviceRules = {
  get lines() {
    return lines().map(({ name }) => name);
  },
  mayPassOverLines: false,
  demandsOf: (line) => [...(INTO_LINE[line] ?? []), ...INTO_ANY_LINE].map(demand),
  blueGreenOf: () => BLUE_GREEN.map(demand),
  upgradeMethods: {
    blueGreen: { first: {}, cited: featurePage('BlueGreenDeployments', '2026-09') },
    zeroDowntime: {
      first: { '2': '2.10.0' },
      cited: { url: pageUrl('AuroraMySQL.Updates.2100.html'), readOn: null },
    },
  },
  precheckLog: 'upgrade-prechecks.log',
  guideReadOn: READ_ON,
  pages: {
    minorUpgrade: `${GUIDE}AuroraMySQL.Updates.Patching.html`,
    extendedSupport: `${GUIDE}extended-support-charges.html`,
    versions: `${GUIDE}AuroraMySQL.Updates.Versions.html`,
    notes: pageUrl('Welcome.html'),
  },
};
