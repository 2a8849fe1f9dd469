import { givenName } from '../../vocabulary/index.ts';
import { text } from '../../l10n/index.ts';
import { isFileLocation, shellWord, type Asset, type Text } from '../../model/index.ts';
import { graceOf, groupName, replacesByLoadBalancer } from '../checks/subjects/groups.ts';
import { fieldOf, listOf, shownName, textOf } from '../checks/reading/readings.ts';

/** One switch that stops the replacement: what it does besides, and how to undo it. */
export interface BrakeStep {
  title: Text;
  /** AWS CLI, with the real name of the group; an instance is yours to choose unless an account tells one. */
  command: string;
  effect: Text;
  undo: string;
}

/** A word in the commands that stands for a name which is not written in code, and how to find it. */
export interface Placeholder {
  word: string;
  asset: string;
  command: string;
}

/** What the undo restores where nothing tells what was there. */
const GRACE_SECONDS = 300;

/** The switches, the cheapest first; without a group, with a placeholder for its name. */
export function brakeOf(group: Asset | null): BrakeStep[] {
  const name = group === null ? 'GROUP' : groupName(group);
  const shown = group === null ? 'GROUP' : shownName(group);
  const of = (action: string): string => `aws autoscaling ${action} --auto-scaling-group-name ${name}`;
  const instance = shellWord((group === null ? null : instancesToKeep(group)[0]) ?? 'INSTANCE_ID');
  const grace = (group === null ? null : graceOf(group)) ?? GRACE_SECONDS;
  const steps: BrakeStep[] = [
    {
      title: text('incident.suspend', { group: shown }),
      command: `${of('suspend-processes')} --scaling-processes ReplaceUnhealthy`,
      effect: text('incident.suspend.effect'),
      undo: `${of('resume-processes')} --scaling-processes ReplaceUnhealthy`,
    },
    {
      title: text('incident.standby'),
      command: `${of('enter-standby')} --instance-ids ${instance} --should-decrement-desired-capacity`,
      effect: text('incident.standby.effect'),
      undo: `${of('exit-standby')} --instance-ids ${instance}`,
    },
  ];
  if (group !== null && replacesByLoadBalancer(group) === false) return steps;
  return [
    ...steps,
    {
      title: text('incident.ec2', { group: shown }),
      command: `${of('update-auto-scaling-group')} --health-check-type EC2`,
      effect: text('incident.ec2.effect'),
      undo: `${of('update-auto-scaling-group')} --health-check-type ELB --health-check-grace-period ${grace}`,
    },
  ];
}

/** Instances that an account knows, the unhealthy ones first: they are the evidence. */
export function instancesToKeep(group: Asset): string[] {
  const known = listOf(group.settings.instances).map((instance) => ({
    id: textOf(fieldOf(instance, 'instanceId')),
    isUnhealthy: textOf(fieldOf(instance, 'healthStatus')) !== 'Healthy',
  }));
  return [...known]
    .sort((a, b) => Number(b.isUnhealthy) - Number(a.isUnhealthy))
    .flatMap(({ id }) => id ?? []);
}

/** How to find a group's name where the code leaves it to AWS. */
export function placeholdersOf(groups: readonly Asset[]): Placeholder[] {
  return groups
    .filter((group) => isFileLocation(group.location) && givenName(group) === null)
    .map((group) => ({ word: 'GROUP', asset: group.name, command: lookUp(group) }));
}

function lookUp({ source, name }: Asset): string {
  switch (source) {
    case 'terraform':
      return `terraform state show '${name.replaceAll("'", '')}'`;
    case 'cloudformation':
      return (
        'aws cloudformation describe-stack-resource --stack-name STACK ' +
        `--logical-resource-id ${name.replace(/\W/g, '')} --query StackResourceDetail.PhysicalResourceId --output text`
      );
    default:
      return 'aws autoscaling describe-auto-scaling-groups --query AutoScalingGroups[].AutoScalingGroupName --output text';
  }
}
