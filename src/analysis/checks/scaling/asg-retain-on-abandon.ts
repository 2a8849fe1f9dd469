import { text } from '../../../l10n/index.ts';
import { failingLink, passingLink, unknownLink, type CheckLink } from '../answers.ts';
import { answerOfChain, bestChain, follow, nameLink, type Chain } from '../chain.ts';
import { controlMappings, scalingGuide, type Check } from '../check.ts';
import { groupName, hooksOf, unreadHooksLink } from '../subjects/groups.ts';
import {
  fieldOf,
  isUnknownField,
  isWritten,
  readSetting,
  textOf,
  unknownValueReason,
} from '../reading/readings.ts';
import { isUnknownSetting, type Asset, type Fix } from '../../../model/index.ts';
import type { Graph } from '../reading/graph.ts';

export const asgRetainOnAbandon: Check = {
  id: 'asg-retain-on-abandon',
  title: text('check.asg-retain-on-abandon.title'),
  why: text('check.asg-retain-on-abandon.why'),
  level: 'could',
  appliesTo: ['auto-scaling-group'],
  evaluate(group, { graph }) {
    return answerOfChain(retentionChain(group, graph), {
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
  mappings: controlMappings({ wellArchitected: ['REL06-BP05'] }),
};

/** Chain that keeps an instance after its termination hook is abandoned: the `policy`, a `hook`, and its default result. */
export function retentionChain(group: Asset, graph: Graph): Chain {
  return follow(nameLink('policy', group, policyLink(group)), () => {
    const hooks = hooksOf(group, graph, 'terminating').filter(({ count }) => count !== 0);
    const [first, ...others] = hooks.map((hook) => [nameLink('default-result', hook, resultLink(hook))]);
    if (first !== undefined) return bestChain([first, ...others]);
    const [unclear] = hooksOf(group, graph, 'unclear');
    if (isUnknownSetting(group, 'lifecycleHooks')) return [nameLink('hook', group, unreadHooksLink(group))];
    return [
      unclear === undefined
        ? nameLink('hook', group, failingLink(text('evidence.noAbandon')))
        : nameLink('hook', unclear, unknownLink(text('evidence.hookUnclear', { hook: unclear.name }))),
    ];
  });
}

function policyLink(group: Asset): CheckLink {
  const policy = group.settings.instanceLifecyclePolicy;
  const isUnknown =
    isWritten(group, 'instanceLifecyclePolicy') === null ||
    isUnknownField(policy, 'retentionTriggers') ||
    isUnknownField(policy, 'retentionTriggers', 'terminateHookAbandon');
  if (isUnknown)
    return unknownLink(unknownValueReason(group, text('evidence.retainUnknown', { group: group.name })));
  const trigger = textOf(fieldOf(policy, 'retentionTriggers', 'terminateHookAbandon'));
  return trigger === 'retain'
    ? passingLink(text('evidence.retained', { group: group.name }))
    : failingLink(text('evidence.notRetained', { group: group.name }));
}

function resultLink(hook: Asset): CheckLink {
  const result = readSetting(hook, 'defaultResult');
  if (result.state === 'unknown') return unknownLink(result.evidence);
  return textOf(result.value) === 'ABANDON'
    ? passingLink(text('evidence.hookAbandons'))
    : failingLink(text('evidence.noAbandon'));
}

/** Changes that add the policy and an abandoning hook: to existing ones, else with a new hook. */
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
