import { text } from '../../../l10n/index.ts';
import { fail, pass, unknown } from '../answers.ts';
import { controlMappings, scalingGuide, type Check, type Note } from '../check.ts';
import { groupName } from '../subjects/groups.ts';
import {
  fieldOf,
  isUnknownField,
  isWritten,
  numberOf,
  textsOf,
  unknownValueReason,
} from '../reading/readings.ts';

/** Minimum healthy percentage at which a group launches an instance before it terminates another one. */
const MIN_HEALTHY_PERCENT = 100;

const zonesAndTemplate: Note = {
  id: 'asg-multi-az-launch-template',
  title: text('check.asg-multi-az-launch-template.title'),
  level: 'should',
  evaluate(group, { graph }) {
    const [template] = graph.linked(group, 'launch-template');
    if (
      template?.settings.launchConfigurationName !== undefined ||
      template?.name.includes('launch_configuration') === true
    ) {
      return fail(text('evidence.launchConfiguration', { name: template.name }));
    }
    const subnets = textsOf(group.settings.vpcZoneIdentifier);
    const zones = textsOf(group.settings.availabilityZones);
    if (subnets.length > 1 || zones.length > 1) return pass(text('evidence.severalZones'));
    if (subnets.length + zones.length === 1) return fail(text('evidence.oneSubnet'));
    return unknown(unknownValueReason(group, text('evidence.zonesUnknown')));
  },
};

export const asgInstanceMaintenancePolicy: Check = {
  id: 'asg-instance-maintenance-policy',
  title: text('check.asg-instance-maintenance-policy.title'),
  why: text('check.asg-instance-maintenance-policy.why'),
  level: 'should',
  appliesTo: ['auto-scaling-group'],
  evaluate(group) {
    const isSet = isWritten(group, 'instanceMaintenancePolicy');
    if (isSet === null || isUnknownField(group.settings.instanceMaintenancePolicy, 'minHealthyPercentage'))
      return unknown(unknownValueReason(group, text('evidence.policyUnknown', { group: group.name })));
    const least = numberOf(fieldOf(group.settings.instanceMaintenancePolicy, 'minHealthyPercentage'));
    if (least !== null && least >= MIN_HEALTHY_PERCENT)
      return pass(text('evidence.launchFirst', { percent: least }));
    return fail(text('evidence.terminateFirst', { group: group.name }), {
      fix: {
        title: text('fix.maintenancePolicy'),
        changes: [
          {
            kind: 'setting',
            assetId: group.id,
            setting: 'instanceMaintenancePolicy',
            value: { minHealthyPercentage: 100, maxHealthyPercentage: 120 },
            mode: 'set',
          },
        ],
        command:
          `aws autoscaling update-auto-scaling-group --auto-scaling-group-name ${groupName(group)} ` +
          '--instance-maintenance-policy MinHealthyPercentage=100,MaxHealthyPercentage=120',
      },
    });
  },
  care: text('check.asg-instance-maintenance-policy.care'),
  helpUri: scalingGuide('ec2-auto-scaling-instance-maintenance-policy'),
  mappings: controlMappings({
    securityHub: ['AutoScaling.2', 'AutoScaling.6', 'AutoScaling.9'],
    config: ['autoscaling-multiple-az', 'autoscaling-launch-template'],
    prowler: ['autoscaling_group_multiple_az', 'autoscaling_group_using_ec2_launch_template'],
    checkov: ['CKV_AWS_315'],
    wellArchitected: ['REL11-BP05'],
  }),
  notes: [zonesAndTemplate],
};
