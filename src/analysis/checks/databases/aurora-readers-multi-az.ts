import { text } from '../../../l10n/index.ts';
import { shellWord, type Asset, type Fix, type Text } from '../../../model/index.ts';
import { engineOf } from '../../../products/index.ts';
import { allOf, fail, linkOf, notApplicable, pass, withRemarks, unknown, type Answer } from '../answers.ts';
import { controlMappings, type Check, type Note } from '../check.ts';
import { observabilityOfCluster } from '../engine.ts';
import type { Graph } from '../reading/graph.ts';
import { lagAlarm } from '../alarms/aurora-alarm-replica-lag.ts';
import {
  unknownCountReason,
  instanceCount,
  isServerlessV1,
  membersOf,
  unreadMembersReason,
} from '../subjects/members.ts';
import { isOn, numberOf, readSetting, textOf } from '../reading/readings.ts';
import { databaseName, modifyCommand, unlessExists, commandVariable } from '../commands.ts';

/** Tier of an instance that sets none (RDS API, PromotionTier). */
const DEFAULT_TIER = 1;

const deletionProtection: Note = {
  id: 'aurora-deletion-protection',
  title: text('check.aurora-deletion-protection.title'),
  level: 'should',
  evaluate(cluster) {
    const protection = readSetting(cluster, 'deletionProtection');
    if (protection.state === 'unknown') return unknown(protection.evidence);
    return isOn(protection.value) ? pass(protection.evidence) : fail(protection.evidence);
  },
};

export const auroraReadersMultiAz: Check = {
  id: 'aurora-readers-multi-az',
  title: text('check.aurora-readers-multi-az.title'),
  why: text('check.aurora-readers-multi-az.why'),
  level: 'must',
  appliesTo: ['database'],
  evaluate(cluster, { graph }) {
    if (isServerlessV1(cluster)) return notApplicable(text('evidence.serverlessV1', { asset: cluster.name }));
    if (observabilityOfCluster(cluster).instances === 'own') return answerOfStandby(cluster);
    const count = instanceCount(cluster, graph);
    if (count === null) return unknown(unknownCountReason(cluster, graph));
    if (count < 2) {
      return fail(text('evidence.oneInstance', { asset: cluster.name }), {
        fix: {
          title: text('fix.reader'),
          changes: secondChanges(cluster, graph),
          command: unlessExists(
            `aws rds describe-db-instances --db-instance-identifier ${databaseName(cluster)}-reader`,
            `aws rds create-db-instance --db-instance-identifier ${databaseName(cluster)}-reader ` +
              `--db-cluster-identifier ${databaseName(cluster)} ` +
              `--engine ${engineOf(cluster.product)?.engine.api ?? 'ENGINE'} ` +
              `--db-instance-class ${classOf(membersOf(cluster, graph))}`,
          ),
        },
      });
    }
    const members = membersOf(cluster, graph);
    const unread = unreadMembersReason(cluster, graph);
    if (unread !== null) return byCluster(cluster, count, unread);
    const zones = members.map(({ settings }) => textOf(settings.availabilityZone));
    const named = new Set(zones.filter((zone) => zone !== null));
    if (named.size === 1 && !zones.includes(null))
      return fail(text('evidence.oneZone', { zone: [...named].join() }));
    const isPlacedByAurora = named.size < 2;
    return withRemarks(
      pass(text('evidence.instances', { asset: cluster.name, count })),
      isPlacedByAurora ? text('evidence.zonesByAurora') : null,
      lowTiers(members),
    );
  },
  care: text('check.aurora-readers-multi-az.care'),
  ownWords: {
    rds: {
      title: text('check.aurora-readers-multi-az.rds'),
      care: text('check.aurora-readers-multi-az.rds.care'),
    },
  },
  helpUri: ({ pages }) => pages.availability,
  mappings: controlMappings({
    securityHub: ['RDS.15', 'RDS.7'],
    config: ['rds-cluster-multi-az-enabled'],
    prowler: ['rds_cluster_multi_az', 'rds_cluster_deletion_protection'],
    checkov: ['CKV_AWS_139'],
    wellArchitected: ['REL10-BP01', 'REL11-BP02'],
  }),
  notes: [deletionProtection],
};

/**
 * Answer for a standby that takes over by itself: a cluster in several zones always has one, an instance if its setting
 * requests it.
 */
function answerOfStandby(database: Asset): Answer {
  if (database.declaredAs === undefined)
    return pass(text('evidence.multiAzCluster', { asset: database.name }));
  return allOf([linkOf(readSetting(database, 'multiAZ'), isOn)], {
    fix: {
      title: text('fix.standby'),
      changes: [{ kind: 'setting', assetId: database.id, setting: 'multiAZ', value: true, mode: 'set' }],
      command: `${modifyCommand(database)} --multi-az --apply-immediately`,
    },
  });
}

/** Changes that add an instance like the first, and the alarm that a reader needs. */
function secondChanges(cluster: Asset, graph: Graph): Fix['changes'] {
  const [only, ...others] = membersOf(cluster, graph);
  if (only === undefined || others.length > 0) return [];
  const like = cluster.source === 'cdk' ? cluster : only;
  return [{ kind: 'second-instance', assetId: like.id }, ...lagAlarm(cluster).changes];
}

/**
 * Remark on low tiers: all but one of the instances are readers, and a failover goes to the one with the lowest tier
 * number.
 */
function lowTiers(members: readonly Asset[]): Text | null {
  const tiers = members.map(({ settings }) => numberOf(settings.promotionTier) ?? DEFAULT_TIER);
  const isLow = tiers.length > 1 && tiers.filter((tier) => tier <= DEFAULT_TIER).length < 2;
  return isLow ? text('evidence.lowTiers', { tiers: tiers.map(String) }) : null;
}

/** Answer by the cluster's zones, if the instances are unreadable. */
function byCluster(cluster: Asset, count: number, unread: Text): Answer {
  const { multiAZ } = cluster.settings;
  if (multiAZ === undefined) return unknown(unread);
  const evidence = text('evidence.setting', {
    asset: cluster.name,
    name: 'multiAZ',
    value: isOn(multiAZ) ? 'true' : 'false',
  });
  return isOn(multiAZ) ? pass(text('evidence.instances', { asset: cluster.name, count })) : fail(evidence);
}

/** Class of an instance as a word of a command. */
function classOf(members: readonly Asset[]): string {
  const [found] = members.flatMap(({ settings }) => textOf(settings.dbInstanceClass) ?? []);
  return found === undefined ? commandVariable('DB_CLASS') : shellWord(found);
}
