import { locationKey } from '../../model/index.ts';
import type { Fact } from '../value/fact.ts';
import { maxDecisions, maxVariants } from '../limits.ts';
import type { Value } from '../value/value.ts';
import { decisionKey, type Assumptions, type Stack } from './template/scope.ts';

/** One combination of decisions with which a template can be deployed. */
export interface DeploymentVariant {
  assumed: Assumptions;
  /** Outcome of the decisions: `prod`, `IsProduction`, `!IsProduction`. */
  environment: string;
  /** Value under these decisions. */
  value: Value | null;
}

/**
 * Value under each combination of the open decisions that it depends on: rows of mappings and conditions. Empty if it
 * depends on none.
 */
export function deploymentVariants(
  read: (assumed: Assumptions) => Value | null,
  stack: Stack,
  assumed: Assumptions = new Map(),
  labels: readonly string[] = [],
): DeploymentVariant[] {
  const value = read(assumed);
  const decision = value?.kind === 'unknown' ? value.decidedBy : undefined;
  if (decision === undefined || labels.length >= maxDecisions) {
    return labels.length === 0 ? [] : [{ assumed, environment: labels.join('.'), value }];
  }
  const { kind, name, choices } = decision;
  const variants = choices.slice(0, maxVariants).flatMap((choice) => {
    const condition = choice === 'true' ? name : `!${name}`;
    const label = kind === 'parameter' ? choice : condition;
    const inner = new Map([...assumed, [decisionKey(stack, kind, name), choice]]);
    return deploymentVariants(read, stack, inner, [...labels, label]);
  });
  return variants.slice(0, maxVariants);
}

/** Reduces results to one for each place of a value. A result that several combinations share loses its environment. */
export function oneForEachPlace<T extends { environment: string | null }>(
  decided: readonly T[],
  valueOf: (each: T) => Fact | null,
): T[] {
  const places = new Map<string, T>();
  for (const each of decided) {
    const value = valueOf(each);
    if (value?.state !== 'known') continue;
    const place = locationKey(value.at);
    places.set(place, places.has(place) ? { ...each, environment: null } : each);
  }
  return [...places.values()];
}
