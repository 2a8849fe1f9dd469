import { databaseWords } from '../../../vocabulary/index.ts';
import { bugTitle, text } from '../../../l10n/index.ts';
import {
  isFileLocation,
  notesDay,
  shellWord,
  type Asset,
  type Catalogue,
  type ProductId,
} from '../../../model/index.ts';
import { engineOf, productOf } from '../../../products/index.ts';
import { featureStates, type FeatureStates } from '../../features.ts';
import { engineCoverage } from '../../bugs/engine-coverage.ts';
import { isReported, reportedBugs } from '../../bugs/known-bugs.ts';
import { upstreamAnswer, type UpstreamAnswer } from '../../bugs/upstream.ts';
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
  evaluate(cluster, { catalogue, features, advising }) {
    if (isVersionIgnored(cluster)) return unknown(cluster.mayRunNewer);
    const version = cluster.versions.running ?? cluster.version;
    const { product } = cluster;
    if (version === null || product === null)
      return unknown(cluster.reason ?? text('evidence.versionUnknown'));
    if (engineCoverage(catalogue, product, version).coverage !== 'known') {
      return unknown(text('evidence.notInCatalogue', { version }));
    }
    const states = featureStates(cluster, features);
    const reported = reportedBugs(catalogue, product, version, states);
    const own = urgentAmong(reported);
    const contained = own.length === 0 ? containedBugs(catalogue, product, version, states) : null;
    const [example, ...others] = contained === null ? own : urgentAmong(contained.matches);
    const asOf = notesDay(catalogue, product);
    if (example === undefined) {
      return pass(
        text('evidence.noUrgentBugs', {
          version,
          listed: reported.length + (contained?.matches.length ?? 0),
          asOf,
        }),
      );
    }
    const options = { ...advising(product), states, coming: comingUpgrades([cluster]) };
    const { advice } = adviceFor(catalogue, product, version, options);
    const next = advice?.now ?? null;
    const title = advice && adviceHead(advice);
    return fail(
      text('evidence.urgentBugs', {
        version: contained === null ? version : `${contained.name} ${contained.version}`,
        count: others.length + 1,
        example: bugTitle(example.bug),
        asOf,
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
  mappings: maps({
    prowler: ['rds_instance_deprecated_engine_version'],
    wellArchitected: ['OPS05-BP05', 'REL08-BP01'],
  }),
  engineControls: 'version',
};

/**
 * The bugs of the upstream that a release is known to have, where the product is nothing else than that; null of all others, whose
 * vendor mends more than its notes say.
 */
function containedBugs(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
  states: FeatureStates,
): Pick<UpstreamAnswer, 'name' | 'version' | 'matches'> | null {
  if (productOf(product).upstream?.replaces.length !== 0) return null;
  const answer = upstreamAnswer(catalogue, product, [version], states);
  return answer && { ...answer, matches: answer.matches.filter(isReported) };
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
  return `"$(aws rds describe-${type}s --${type}-identifier ${databaseName(database)} --query ${lists}[0].${one}Arn --output text)"`;
}
