import { databaseWords } from '../../../vocabulary/index.ts';
import { bugTitle, text } from '../../../l10n/index.ts';
import { isFileLocation, notesDay, shellWord, type Asset, type ProductId } from '../../../model/index.ts';
import { engineOf, productOf } from '../../../products/index.ts';
import { featureStates } from '../../features.ts';
import { engineCoverage } from '../../bugs/engine-coverage.ts';
import { isReported, reportedBugs } from '../../bugs/known-bugs.ts';
import { upstreamAnswer } from '../../bugs/upstream.ts';
import { urgentAmong } from '../../bugs/urgent-among.ts';
import { adviceFor } from '../../advice/advice-for.ts';
import { comingUpgrades } from '../../support/coming-upgrades.ts';
import { adviceHead } from '../../advice/advice-line.ts';
import { fail, pass, unknown } from '../answers.ts';
import { isVersionIgnored } from '../subjects/members.ts';
import { maps, type Check } from '../check.ts';
import { databaseName, modifyCommand } from '../commands.ts';
import { maintenanceCommand } from './aurora-pending-maintenance.ts';

export const auroraVersionErrata: Check = {
  id: 'aurora-version-errata',
  title: text('check.aurora-version-errata.title'),
  why: text('check.aurora-version-errata.why'),
  level: 'must',
  appliesTo: ['database'],
  evaluate(cluster, { catalogue, features, advising, reported: { catalogueFor, isWanted } }) {
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
    const own = reportedBugs(wanted, product, version, states);
    const contained = upstreamAnswer(catalogue, product, [version], states);
    const ofUpstream = (contained?.matches ?? []).filter(
      (match) => isReported(match) && isWanted(match.bug, cluster),
    );
    const [urgent, urgentOfUpstream] = [urgentAmong(own), urgentAmong(ofUpstream)];
    const decides = isUpstreamItself(product);
    const [example] = decides ? [...urgent, ...urgentOfUpstream] : urgent;
    const counts = {
      version,
      asOf: notesDay(catalogue, product),
      upstream:
        contained &&
        text(decides ? 'evidence.upstreamCounts' : 'evidence.upstreamApart', {
          name: `${contained.name} ${contained.version}`,
          urgent: urgentOfUpstream.length,
          all: ofUpstream.length,
        }),
    };
    if (example === undefined) return pass(text('evidence.noUrgentBugs', { ...counts, listed: own.length }));
    const options = { ...advising(product), states, coming: comingUpgrades([cluster]) };
    const { advice } = adviceFor(wanted, product, version, options);
    const next = advice?.now ?? null;
    const title = advice && adviceHead(advice);
    return fail(
      urgent.length > 0
        ? text('evidence.urgentBugs', { ...counts, count: urgent.length, example: bugTitle(example.bug) })
        : text('evidence.urgentBugs.ofUpstream', { ...counts, example: bugTitle(example.bug) }),
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
  mappings: maps({
    prowler: ['rds_instance_deprecated_engine_version'],
    wellArchitected: ['OPS05-BP05', 'REL08-BP01'],
  }),
  engineControls: 'version',
};

/**
 * True if the known bugs of a product are its upstream's: RDS runs PostgreSQL as it is published. Aurora replaces parts of
 * it and mends more than its notes say, so the upstream's bugs are counted apart there; CVEs in its own notes are its own.
 */
function isUpstreamItself(product: ProductId): boolean {
  return productOf(product).upstream?.replaces.length === 0;
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
