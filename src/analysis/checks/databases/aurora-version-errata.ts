import { databaseWords } from '../../../vocabulary/index.ts';
import { bugTitle, text } from '../../../l10n/index.ts';
import {
  isFileLocation,
  notesDay,
  shellWord,
  type Asset,
  type ProductId,
  type Text,
} from '../../../model/index.ts';
import { engineOf } from '../../../products/index.ts';
import { featureStates } from '../../features.ts';
import { engineCoverage } from '../../bugs/engine-coverage.ts';
import { countedBugs } from '../../bugs/upstream/counted-bugs.ts';
import { upstreamAnswer, type UpstreamAnswer } from '../../bugs/upstream/upstream.ts';
import { urgentAmong } from '../../bugs/urgent-among.ts';
import { adviceFor } from '../../advice/advice-for.ts';
import { comingUpgrades } from '../../support/coming-upgrades.ts';
import { adviceHead } from '../../advice/advice-line.ts';
import { fail, pass, unknown } from '../answers.ts';
import { isVersionIgnored } from '../subjects/members.ts';
import { controlMappings, type Check } from '../check.ts';
import { databaseName, modifyCommand } from '../commands.ts';
import { maintenanceCommand } from './aurora-pending-maintenance.ts';

export const auroraVersionErrata: Check = {
  id: 'aurora-version-errata',
  title: text('check.aurora-version-errata.title'),
  why: text('check.aurora-version-errata.why'),
  level: 'must',
  appliesTo: ['database'],
  evaluate(cluster, { catalogue, features, advising, catalogueFor }) {
    if (isVersionIgnored(cluster)) return unknown(cluster.mayRunNewer);
    const version = cluster.versions.running ?? cluster.version;
    const { product } = cluster;
    if (version === null || product === null)
      return unknown(cluster.reason ?? text('evidence.versionUnknown'));
    if (engineCoverage(catalogue, product, version).coverage !== 'known') {
      return unknown(text('evidence.notInCatalogue', { version }));
    }
    const states = featureStates(cluster, features);
    const wanted = catalogueFor(cluster);
    const counted = countedBugs(wanted, product, version, states);
    const [example] = urgentAmong(counted);
    const upstream = upstreamAnswer(wanted, product, [version], states);
    const counts = {
      version,
      asOf: notesDay(catalogue, product),
      upstream: upstream && upstreamText(upstream),
    };
    if (example === undefined)
      return pass(text('evidence.noUrgentBugs', { ...counts, listed: counted.length }));
    const options = { ...advising(product), states, pendingUpgrades: comingUpgrades([cluster]) };
    const { advice } = adviceFor(wanted, product, version, options);
    const next = advice?.now ?? null;
    const title = advice && adviceHead(advice);
    return fail(
      text('evidence.urgentBugs', {
        ...counts,
        count: urgentAmong(counted).length,
        example: bugTitle(example.bug),
      }),
      {
        fix: {
          title: title === null ? text('fix.upgradePath') : text('fix.upgrade', { advice: title }),
          changes: [],
          command:
            next === null
              ? `errata-lens upgrade ${product} ${version}`
              : upgradeCommand(cluster, product, next.version),
        },
      },
    );
  },
  care: text('check.aurora-version-errata.care'),
  helpUri: ({ pages }) => pages.notes,
  mappings: controlMappings({
    prowler: ['rds_instance_deprecated_engine_version'],
    wellArchitected: ['OPS05-BP05', 'REL08-BP01'],
  }),
  engineControls: 'version',
};

/** Sentence about the upstream's bugs: included in the count, or the number of those that are not. */
function upstreamText({ name, version, counts, isIncluded }: UpstreamAnswer): Text {
  const contained = `${name} ${version}`;
  return isIncluded
    ? text('evidence.upstreamCounted', { name: contained })
    : text('evidence.upstreamApart', { name: contained, urgent: counts.urgent, all: counts.listed });
}

/** A patch with the same API name as its version cannot be requested: it waits as pending maintenance. */
function upgradeCommand(cluster: Asset, product: ProductId, next: string): string {
  const inApi = (version: string): string => engineOf(product)?.engine.apiVersion(version) ?? version;
  const from = cluster.versions.running ?? cluster.version;
  if (from !== null && inApi(from) === inApi(next)) {
    return maintenanceCommand(
      isFileLocation(cluster.location) ? arnInCommand(cluster) : shellWord(cluster.location.arn),
      'system-update',
    );
  }
  return `${modifyCommand(cluster)} --engine-version ${inApi(next)}`;
}

/** The ARN of a database as a command finds it by the name. */
function arnInCommand(database: Asset): string {
  const { type, list } = databaseWords(database);
  const [lists, one] = [list.replace('Describe', ''), list.replace(/^Describe|s$/g, '')];
  const lookup = `aws rds describe-${type}s --${type}-identifier ${databaseName(database)}`;
  return `"$(${lookup} --query ${lists}[0].${one}Arn --output text)"`;
}
