import type { Asset, ChangeRequest } from '../../model/index.ts';
import { alarmPlan, notificationPlan, subscriptionPlan } from './alerts.ts';
import { balancerLogsPlan } from './balancer-logs.ts';
import { logGroupPlan, monitoringPlan, parameterGroupPlan } from './databases.ts';
import { InexpressibleError } from '../new/values.ts';
import type { ExistingResources, Plan } from './plan.ts';
import { instanceRolePlan } from './instance-role.ts';
import { logAgentPlan } from './log-agent.ts';
import { hookPlan } from './termination-hook.ts';

/** Requests that change existing code; all others become plans. */
type EditInPlace = Extract<ChangeRequest, { kind: 'parameters' | 'second-instance' }>;

/**
 * Plan for a request, independent of the tool.
 * @throws {InexpressibleError} if code cannot express it
 */
export function planOf(
  request: Exclude<ChangeRequest, EditInPlace>,
  asset: Asset,
  known: ExistingResources,
): Plan {
  switch (request.kind) {
    case 'setting':
      if (typeof request.value !== 'string') throw new InexpressibleError(request.setting);
      return { settings: { [request.setting]: request.value }, resources: [] };
    case 'alarm':
      return alarmPlan(request, asset, known);
    case 'event-subscription':
      return subscriptionPlan(request, asset, known);
    case 'notification':
      return notificationPlan(request, asset, known);
    case 'termination-hook':
      return hookPlan(request, asset, known);
    case 'log-group':
      return logGroupPlan(request, asset, known);
    case 'parameter-group':
      return parameterGroupPlan(request, asset, known);
    case 'instance-role':
      return instanceRolePlan(request, asset, known);
    case 'log-agent':
      return logAgentPlan(request, asset, known);
    case 'balancer-logs':
      return balancerLogsPlan(request, asset, known);
    case 'enhanced-monitoring':
      return monitoringPlan(request, asset, known);
  }
}
