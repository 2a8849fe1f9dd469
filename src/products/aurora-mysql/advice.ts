import type { MessageKey } from '../../l10n/index.ts';
import type { AdviceRules, Demand } from '../product.ts';
import { pageUrl } from './notes/urls.ts';

const GUIDE = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/';
const COMPARE_3 = `${GUIDE}AuroraMySQL.Compare-v2-v3.html`;
const COMPARE_84 = `${GUIDE}AuroraMySQL.Compare-v3-v84.html`;
const PROCEDURE_84 = `${GUIDE}AuroraMySQL.mysql84-upgrade-procedure.html`;
const MAJOR = `${GUIDE}AuroraMySQL.Updates.MajorVersionUpgrade.html`;
const MYSQL_80 = 'https://dev.mysql.com/doc/refman/8.0/en/upgrading-from-previous-series.html';

type Keyed<Prefix extends string> = Extract<MessageKey, `upgrade.${Prefix}.${string}`>;

/** What a step into a major version demands, what stops the upgrade first. */
const INTO_LINE: Readonly<Record<string, readonly [Keyed<'demand'>, url: string][]>> = {
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

const INTO_ANY_LINE: readonly [Keyed<'demand'>, url: string][] = [
  ['upgrade.demand.family', `${GUIDE}AuroraMySQL.Upgrading.Procedure.html`],
  ['upgrade.demand.no-way-back', MAJOR],
];

const BLUE_GREEN: readonly [Keyed<'blueGreen'>, url: string][] = [
  ['upgrade.blueGreen.binlog', `${GUIDE}blue-green-deployments-creating.html`],
  ['upgrade.blueGreen.unsupported', `${GUIDE}blue-green-deployments-considerations.html`],
  ['upgrade.blueGreen.replica', `${GUIDE}blue-green-deployments-considerations.html`],
  ['upgrade.blueGreen.backtrack', `${GUIDE}blue-green-deployments-considerations.html`],
];

function demand([key, url]: readonly [Keyed<'demand'> | Keyed<'blueGreen'>, url: string]): Demand {
  return { id: key.replace(/^upgrade\.(?:demand\.)?/, ''), text: { key, args: {} }, url };
}

export const ADVICE: AdviceRules = {
  lines: ['1', '2', '3', '8.4'],
  mayPassOverLines: false,
  demandsOf: (line) => [...(INTO_LINE[line] ?? []), ...INTO_ANY_LINE].map(demand),
  blueGreen: BLUE_GREEN.map(demand),
  pages: {
    minorUpgrade: `${GUIDE}AuroraMySQL.Updates.Patching.html`,
    extendedSupport: `${GUIDE}extended-support-charges.html`,
    versions: `${GUIDE}AuroraMySQL.Updates.Versions.html`,
    notes: pageUrl('Welcome.html'),
  },
};
