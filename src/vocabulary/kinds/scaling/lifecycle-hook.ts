import type { Resource } from '../../resource-types.ts';
import { AUTO_SCALING_API } from './auto-scaling-group.ts';

export const LIFECYCLE_HOOK: Resource = {
  kind: 'lifecycle-hook',
  page: `${AUTO_SCALING_API}PutLifecycleHook.html`,
  types: {
    terraform: ['aws_autoscaling_lifecycle_hook'],
    cloudformation: 'AWS::AutoScaling::LifecycleHook',
    cdk: { LifecycleHook: {} },
    cdkMethods: { addLifecycleHook: 'LifecycleHook' },
  },
  settings: {
    autoScalingGroupName: { type: 'text', terraform: 'autoscaling_group_name', cdk: null },
    defaultResult: { type: 'text', cdkType: 'DefaultResult', default: 'ABANDON' },
    globalTimeout: { type: 'answer' },
    heartbeatTimeout: { type: 'number', default: 3600 },
    lifecycleHookName: { type: 'text', terraform: 'name' },
    lifecycleTransition: { type: 'text' },
    notificationTargetARN: { type: 'text', cdk: 'notificationTarget' },
    roleARN: { type: 'text' },
  },
  links: [
    {
      role: 'member-of',
      to: ['auto-scaling-group'],
      settings: ['autoScalingGroupName'],
      cdk: ['autoScalingGroup'],
    },
    { role: 'notifies', to: ['topic', 'queue'], settings: ['notificationTargetARN'] },
    { role: 'role', to: ['role'], settings: ['roleARN'] },
  ],
};
