import { text } from '../../../l10n/index.ts';
import { allOf, bad, good, open, type Link } from '../answers.ts';
import { maps, scalingGuide, type Check } from '../check.ts';
import { groupName, hooksOf, hooksUnread } from './groups.ts';
import { fieldOf, isHidden, isWritten, effectiveText, textOf, unreadable } from '../readings.ts';
import { isUnknownSetting, type Asset, type Fix } from '../../../model/index.ts';
import type { Graph } from '../graph.ts';

export const asgRetainOnAbandon: Check = {
  id: 'asg-retain-on-abandon',
  title: text('check.asg-retain-on-abandon.title'),
  why: text('check.asg-retain-on-abandon.why'),
  level: 'could',
  appliesTo: ['auto-scaling-group'],
  evaluate(group, { graph }) {
    return allOf(retentionLinks(group, graph), {
      fix: {
        title: text('fix.retain'),
        changes: retainChanges(group, graph),
        command:
          `aws autoscaling update-auto-scaling-group --auto-scaling-group-name ${groupName(group)} ` +
          `--instance-lifecycle-policy '{"RetentionTriggers":{"TerminateHookAbandon":"retain"}}'`,
      },
    });
  },
  care: text('check.asg-retain-on-abandon.care'),
  helpUri: scalingGuide('instance-lifecycle-policy'),
  mappings: maps({ wellArchitected: ['REL06-BP05'] }),
};

/** An instance is kept when its termination hook is abandoned: the policy, and a hook that abandons. */
export function retentionLinks(group: Asset, graph: Graph): Link[] {
  const policy = group.settings.instanceLifecyclePolicy;
  const isUnknown =
    isWritten(group, 'instanceLifecyclePolicy') === null ||
    isHidden(policy, 'retentionTriggers') ||
    isHidden(policy, 'retentionTriggers', 'terminateHookAbandon');
  if (isUnknown) return [open(unreadable(group, text('evidence.retainUnknown', { group: group.name })))];
  const trigger = textOf(fieldOf(policy, 'retentionTriggers', 'terminateHookAbandon'));
  if (trigger !== 'retain') return [bad(text('evidence.notRetained', { group: group.name }))];
  const hooks = hooksOf(group, graph, 'terminating');
  const abandons = hooks.some((hook) => effectiveText(hook, 'defaultResult') === 'ABANDON');
  if (!abandons && isUnknownSetting(group, 'lifecycleHooks')) return [hooksUnread(group)];
  return [
    good(text('evidence.retained', { group: group.name })),
    abandons ? good(text('evidence.hookAbandons')) : bad(text('evidence.noAbandon')),
  ];
}

/** The policy, and a hook that abandons: those that are there, else a new one. */
function retainChanges(group: Asset, graph: Graph): Fix['changes'] {
  const hooks = hooksOf(group, graph, 'terminating');
  const abandon = { setting: 'defaultResult', value: 'ABANDON', mode: 'set' } as const;
  return [
    {
      kind: 'setting',
      assetId: group.id,
      setting: 'instanceLifecyclePolicy',
      value: { retentionTriggers: { terminateHookAbandon: 'retain' } },
      mode: 'set',
    },
    ...(hooks.length > 0
      ? hooks.map(({ id }) => ({ kind: 'setting', assetId: id, ...abandon }) as const)
      : [{ kind: 'termination-hook', assetId: group.id, defaultResult: 'ABANDON' } as const]),
  ];
}
