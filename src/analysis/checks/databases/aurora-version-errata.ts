import { bugTitle, text } from '../../../l10n/index.ts';
import { isSerious, notesDay, type BugMatch } from '../../../model/index.ts';
import { engineOf, productOf } from '../../../products/index.ts';
import { featureStates } from '../../bugs/features.ts';
import { engineCoverage } from '../../bugs/engine-coverage.ts';
import { bugsOfVersion, isReported } from '../../bugs/known-bugs.ts';
import { nextStepInLine } from '../../upgrade/next-step.ts';
import { fail, pass, unknown } from '../answers.ts';
import { maps, type Check } from '../check.ts';
import { clusterName } from '../database-logs/exports.ts';

export const auroraVersionErrata: Check = {
  id: 'aurora-version-errata',
  title: text('check.aurora-version-errata.title'),
  why: text('check.aurora-version-errata.why'),
  level: 'must',
  appliesTo: ['aurora-cluster'],
  evaluate(cluster, { catalogue, today, features }) {
    const version = cluster.versions.running ?? cluster.version;
    const { product } = cluster;
    if (version === null || product === null)
      return unknown(cluster.reason ?? text('evidence.versionUnknown'));
    if (engineCoverage(catalogue, product, version).coverage !== 'known') {
      return unknown(text('evidence.notInCatalogue', { version }));
    }
    const states = featureStates(cluster, features);
    const reported = bugsOfVersion(catalogue, product, version, states).filter(isReported);
    const serious = reported.filter((match) => isSerious(match.bug.severity) && isPressing(match, version));
    const asOf = notesDay(catalogue, product);
    if (serious.length === 0) {
      return pass(text('evidence.noPressingBugs', { version, listed: reported.length, asOf }));
    }
    const advice = nextStepInLine(catalogue, product, version, { day: today, states });
    const [example] = serious;
    return fail(
      text('evidence.pressingBugs', {
        version,
        count: serious.length,
        example: example === undefined ? '' : bugTitle(example.bug),
        asOf,
      }),
      {
        fix: {
          title: text('fix.upgrade', { version: advice?.version ?? '' }),
          changes: [],
          command:
            advice === null
              ? `errata-lens upgrade ${product} ${version}`
              : `aws rds modify-db-cluster --db-cluster-identifier ${clusterName(cluster)} ` +
                `--engine-version ${engineOf(product)?.engine.apiVersion(advice.version) ?? advice.version}`,
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

/** Fixed by a mere patch, or about a feature that is in use, or recorded by the team: the newest patch always has others. */
function isPressing({ bug, nearestFix, applies }: BugMatch, version: string): boolean {
  const { branch } = productOf(bug.product).versions;
  const isOwnBranch = nearestFix !== null && branch(nearestFix) === branch(version);
  return isOwnBranch || applies === 'on' || bug.origin === 'team';
}
