import type { Asset, Change as Wish } from '../../model/index.ts';
import { alarmPlan, notificationPlan, subscriptionPlan } from './alerts.ts';
import { balancerLogsPlan } from './balancer-logs.ts';
import { logGroupPlan, monitoringPlan, parameterGroupPlan } from './databases.ts';
import { OutOfReach } from '../new/values.ts';
import type { Known, Plan } from './plan.ts';
import { instanceRolePlan } from './instance-role.ts';
import { logAgentPlan } from './log-agent.ts';
import { hookPlan } from './termination-hook.ts';

/** Wishes that change existing code; all others become plans. */
type InPlace = Extract<Wish, { kind: 'parameters' | 'second-instance' }>;

/**
 * Plan for a wish, independent of the tool.
 * @throws {OutOfReach} if code cannot express it
 */
export function planOf(wish: Exclude<Wish, InPlace>, asset: Asset, known: Known): Plan {
  switch (wish.kind) {
    case 'setting':
      if (typeof wish.value !== 'string') throw new OutOfReach(wish.setting);
      return { sets: { [wish.setting]: wish.value }, resources: [] };
    case 'alarm':
      return alarmPlan(wish, asset, known);
    case 'event-subscription':
      return subscriptionPlan(wish, asset, known);
    case 'notification':
      return notificationPlan(wish, asset, known);
    case 'termination-hook':
      return hookPlan(wish, asset, known);
    case 'log-group':
      return logGroupPlan(wish, asset, known);
    case 'parameter-group':
      return parameterGroupPlan(wish, asset, known);
    case 'instance-role':
      return instanceRolePlan(wish, asset, known);
    case 'log-agent':
      return logAgentPlan(wish, asset, known);
    case 'balancer-logs':
      return balancerLogsPlan(wish, asset, known);
    case 'enhanced-monitoring':
      return monitoringPlan(wish, asset, known);
  }
}
