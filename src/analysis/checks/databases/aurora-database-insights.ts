import { text } from '../../../l10n/index.ts';
import type { Asset, Fix } from '../../../model/index.ts';
import { allOf, failingLink, passingLink, notApplicable, withRemarks, type CheckLink } from '../answers.ts';
import { databaseGuide, controlMappings, type Check, type CheckContext, type Note } from '../check.ts';
import { notApplicableToEngine, observabilityOfCluster } from '../engine.ts';
import { modifyCommand } from '../commands.ts';
import { instanceClasses, isServerlessV1, membersOf, readMembers } from '../subjects/members.ts';
import { linkOfReadings } from '../link-of-readings.ts';
import { parameterLink, readParameter } from '../subjects/parameters.ts';
import { isOn, isWritten, numberOf, readSetting } from '../reading/readings.ts';

/** Days of retention that the advanced mode requires. */
const ADVANCED_RETENTION = 465;
/** Days that are free of charge in the standard mode. */
const FREE_RETENTION = 7;

const schemaManaged: Note = {
  id: 'aurora-performance-schema-managed',
  title: text('check.aurora-performance-schema-managed.title'),
  level: 'should',
  ownWords: { rds: { title: text('check.aurora-performance-schema-managed.rds') } },
  evaluate(cluster, { graph }) {
    const { performanceSchema: schema } = observabilityOfCluster(cluster);
    if (schema === null) return notApplicableToEngine(cluster);
    const readings = readParameter(cluster, schema.name, graph);
    const isUntouched = readings.every(({ evidence }) => evidence.key === 'evidence.parameterNotSet');
    if (isUntouched) return allOf([passingLink(text('evidence.parameterNotSet', { name: schema.name }))]);
    const isOnByHand = parameterLink(readings, schema.isGood);
    if (isOnByHand.outcome !== 'pass') return allOf([isOnByHand]);
    const insights = linkOfReadings(readMembers(cluster, 'performanceInsightsEnabled', graph), isOn);
    return insights.outcome === 'pass' ? allOf([failingLink(isOnByHand.evidence)]) : allOf([isOnByHand]);
  },
};

export const auroraDatabaseInsights: Check = {
  id: 'aurora-database-insights',
  title: text('check.aurora-database-insights.title'),
  why: text('check.aurora-database-insights.why'),
  level: 'must',
  appliesTo: ['database'],
  evaluate(cluster, context) {
    const classes = instanceClasses(cluster, context.graph);
    const isSmall =
      classes.length > 0 && classes.every(observabilityOfCluster(cluster).isTooSmallForInsights);
    if (isServerlessV1(cluster)) return notApplicable(text('evidence.serverlessV1', { asset: cluster.name }));
    if (isSmall) {
      return notApplicable(text('evidence.classUnsupported', { classes }));
    }
    const isCollected = linkOfReadings(
      readMembers(cluster, 'performanceInsightsEnabled', context.graph),
      isOn,
    );
    const answer = allOf([isCollected, ...advancedLinks(cluster)], { fix: fixFor(cluster, context) });
    const mode = readSetting(cluster, 'databaseInsightsMode');
    const isStandard = answer.answer === 'pass' && mode.state === 'known' && mode.value !== 'advanced';
    const days = numberOf(cluster.settings.performanceInsightsRetentionPeriod) ?? FREE_RETENTION;
    return withRemarks(
      answer,
      isStandard ? text('evidence.standardInsights') : null,
      isStandard && days > FREE_RETENTION ? text('evidence.paidRetention', { days }) : null,
    );
  },
  care: text('check.aurora-database-insights.care'),
  helpUri: databaseGuide('USER_DatabaseInsights'),
  mappings: controlMappings({ checkov: ['CKV_AWS_353', 'CKV_AWS_354'], wellArchitected: ['REL06-BP01'] }),
  notes: [schemaManaged],
};

function advancedLinks(cluster: Asset): CheckLink[] {
  if (cluster.settings.databaseInsightsMode !== 'advanced') return [];
  const retention = readSetting(cluster, 'performanceInsightsRetentionPeriod');
  if (retention.state === 'unknown') return [{ outcome: 'unknown', evidence: retention.evidence }];
  const isLong = (numberOf(retention.value) ?? 0) >= ADVANCED_RETENTION;
  return isLong ? [] : [failingLink(text('evidence.advancedRetention', { days: ADVANCED_RETENTION }))];
}

/** Fix at the cluster, or at an instance that overrides it. */
function fixFor(cluster: Asset, { graph }: CheckContext): Fix {
  const contrary = membersOf(cluster, graph).filter(
    (member) =>
      isWritten(member, 'performanceInsightsEnabled') === true &&
      !isOn(member.settings.performanceInsightsEnabled),
  );
  return {
    title: text('fix.insights'),
    changes: [cluster, ...contrary].map(({ id }) => ({
      kind: 'setting',
      assetId: id,
      setting: 'performanceInsightsEnabled',
      value: true,
      mode: 'set',
    })),
    command: `${modifyCommand(cluster)} --enable-performance-insights --apply-immediately`,
  };
}
