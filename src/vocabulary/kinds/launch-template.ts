import type { Link, Resource, Setting } from '../words.ts';
import { AUTO_SCALING_API } from './auto-scaling-group.ts';

const MACHINE = {
  blockDeviceMappings: { type: 'structure', cdk: 'blockDevices' },
  imageId: { type: 'text', cdk: null },
  instanceType: { type: 'text' },
  metadataOptions: { type: 'structure' },
  userData: { type: 'part' },
} as const satisfies Record<string, Setting>;
const TO_IMAGE: Link = { role: 'image', to: ['os-image'], settings: ['imageId'] };

export const LAUNCH_TEMPLATE: Resource = {
  kind: 'launch-template',
  page: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RequestLaunchTemplateData.html',
  types: {
    terraform: ['aws_launch_template'],
    cloudformation: 'AWS::EC2::LaunchTemplate',
    cdk: { LaunchTemplate: {} },
  },
  name: 'launchTemplateName',
  isReferredById: true,
  within: 'LaunchTemplateData',
  settings: {
    ...MACHINE,
    disableApiTermination: { type: 'boolean' },
    iamInstanceProfile: { type: 'structure', cdk: ['role', 'instanceProfile'] },
    launchTemplateName: { type: 'text', terraform: 'name', cloudformation: '.LaunchTemplateName' },
    monitoring: { type: 'structure' },
    versionNumber: { type: 'answer' },
  },
  config: {
    always: [],
    often: [],
    never: ['blockDeviceMappings', 'iamInstanceProfile', 'instanceType', 'userData'],
  },
  links: [TO_IMAGE],
};

export const LAUNCH_CONFIGURATION: Resource = {
  kind: 'launch-template',
  page: `${AUTO_SCALING_API}CreateLaunchConfiguration.html`,
  types: {
    terraform: ['aws_launch_configuration'],
    cloudformation: 'AWS::AutoScaling::LaunchConfiguration',
  },
  name: 'launchConfigurationName',
  settings: {
    ...MACHINE,
    blockDeviceMappings: { type: 'structure', terraform: null },
    iamInstanceProfile: { type: 'text' },
    launchConfigurationName: { type: 'text', terraform: 'name' },
  },
  links: [TO_IMAGE],
};
