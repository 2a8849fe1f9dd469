import { text } from '../l10n/index.ts';
import type { Asset, BugMatch, Catalogue, Inventory, Text } from '../model/index.ts';
import { clusterName, LOG_TYPES } from './checks/exports.ts';
import { groupName, replacesByLoadBalancer, templateOf } from './checks/groups.ts';
import { sharedContext, type CheckContext } from './checks/index.ts';
import { logShipping } from './checks/lt-log-shipping.ts';
import { effectiveText, read, textsOf } from './checks/readings.ts';
import { featureStates } from './features.ts';
import { bugsOfVersion, isReported, knowledgeOf } from './known-bugs.ts';
import { rankBySymptom } from './symptom.ts';

/** One switch that stops the replacement: what it does besides, and how to undo it. */
export interface BrakeStep {
  title: Text;
  /** AWS CLI, with the real name of the group; an instance is yours to choose. */
  command: string;
  effect: Text;
  undo: string;
}

/** Something that tells what happened, and how long it is there. */
export interface Evidence {
  kept: Text;
  /** Saves it before it is gone; null where nothing has to be done. */
  command: string | null;
}

/** What to do in the night, about a group or a cluster: from code alone, without a network. */
export interface Incident {
  groups: readonly Asset[];
  clusters: readonly Asset[];
  brake: readonly BrakeStep[];
  evidence: readonly Evidence[];
  /** Listed bugs of the clusters' versions, nearest to the symptom first. Nearness is no cause. */
  bugs: readonly BugMatch[];
}

/**
 * The emergency card of a group or a cluster: what is beside it belongs to it.
 * @param symptom words or a log line; empty for the worst bugs first
 */
export function incidentOf(
  catalogue: Catalogue,
  inventory: Inventory,
  subject: Asset,
  symptom: string,
  options: { today: string },
): Incident {
  const context = sharedContext(catalogue, inventory, options);
  const { graph } = context;
  const groups =
    subject.kind === 'auto-scaling-group' ? [subject] : graph.near(subject, 'auto-scaling-group');
  const clusters = subject.kind === 'aurora-cluster' ? [subject] : graph.near(subject, 'aurora-cluster');
  return {
    groups,
    clusters,
    brake: groups.flatMap(brakeOf),
    evidence: [
      ...groups.flatMap((group) => evidenceOfGroup(group, context)),
      ...clusters.flatMap(evidenceOfCluster),
      {
        kept: text('incident.evidence.trail'),
        command:
          'aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventSource,AttributeValue=rds.amazonaws.com',
      },
    ],
    bugs: clusters.flatMap((cluster) => bugsOf(cluster, symptom, context)),
  };
}

/** The switches in the order in which they cost least. */
export function brakeOf(group: Asset): BrakeStep[] {
  const name = groupName(group);
  const of = (action: string): string => `aws autoscaling ${action} --auto-scaling-group-name ${name}`;
  const grace = effectiveText(group, 'healthCheckGracePeriod') ?? '300';
  const steps: BrakeStep[] = [
    {
      title: text('incident.suspend', { group: name }),
      command: `${of('suspend-processes')} --scaling-processes ReplaceUnhealthy`,
      effect: text('incident.suspend.effect'),
      undo: `${of('resume-processes')} --scaling-processes ReplaceUnhealthy`,
    },
    {
      title: text('incident.standby'),
      command: `${of('enter-standby')} --instance-ids INSTANCE_ID --should-decrement-desired-capacity`,
      effect: text('incident.standby.effect'),
      undo: `${of('exit-standby')} --instance-ids INSTANCE_ID`,
    },
  ];
  if (replacesByLoadBalancer(group) === false) return steps;
  return [
    ...steps,
    {
      title: text('incident.ec2', { group: name }),
      command: `${of('update-auto-scaling-group')} --health-check-type EC2`,
      effect: text('incident.ec2.effect'),
      undo: `${of('update-auto-scaling-group')} --health-check-type ELB --health-check-grace-period ${grace}`,
    },
  ];
}

function evidenceOfGroup(group: Asset, context: CheckContext): Evidence[] {
  const name = groupName(group);
  const template = templateOf(group, context.graph);
  const isShipped = template !== undefined && logShipping(template, context).outcome === 'pass';
  return [
    isShipped
      ? { kept: text('incident.evidence.shipped', { group: name }), command: null }
      : {
          kept: text('incident.evidence.replaced', { group: name }),
          command: `aws ec2 get-console-output --instance-id INSTANCE_ID --latest --output text`,
        },
    {
      kept: text('incident.evidence.activities', { group: name }),
      command: `aws autoscaling describe-scaling-activities --auto-scaling-group-name ${name} --max-items 1000`,
    },
  ];
}

/** Logs on the host: the error log up to 30 days, the others a day (Aurora User Guide, USER_LogAccess.MySQL.LogFileSize). */
export function evidenceOfCluster(cluster: Asset): Evidence[] {
  const name = clusterName(cluster);
  const exported = read(cluster, 'enabledCloudwatchLogsExports');
  const events: Evidence = {
    kept: text('incident.evidence.events'),
    command: `aws rds describe-events --source-type db-cluster --source-identifier ${name} --duration 20160`,
  };
  if (exported.state === 'unknown')
    return [{ kept: text('incident.evidence.exportUnknown'), command: null }, events];
  const names = textsOf(exported.value);
  const logs = LOG_TYPES.filter((log) => ['error', 'slowquery', 'audit', 'general'].includes(log)).map(
    (log): Evidence => {
      if (names.includes(log)) return { kept: text('incident.evidence.exported', { log }), command: null };
      return {
        kept:
          log === 'error' ? text('incident.evidence.errorLog') : text('incident.evidence.dayLog', { log }),
        command: 'aws rds describe-db-log-files --db-instance-identifier INSTANCE',
      };
    },
  );
  return [...logs, events];
}

function bugsOf(cluster: Asset, symptom: string, { catalogue, lineage }: CheckContext): BugMatch[] {
  const version = cluster.versions.running ?? cluster.version;
  if (version === null) return [];
  const knowledge = knowledgeOf(lineage, version);
  if (knowledge === 'newer' || knowledge === 'not-covered') return [];
  const reported = bugsOfVersion(catalogue, version, featureStates(cluster), lineage).filter(isReported);
  return symptom === '' ? reported : rankBySymptom(reported, symptom);
}
