import { text } from '../../l10n/index.ts';
import type { Asset } from '../../model/index.ts';
import {
  defaultProduct,
  observabilityOf,
  productName,
  productOf,
  serviceOf,
  type Observability,
} from '../../products/index.ts';
import { notApplicable, type Answer } from './answers.ts';

/** Major version of a database; null if its version or engine is unknown. */
export function engineLine({ product, version }: Pick<Asset, 'product' | 'version'>): string | null {
  return product === null || version === null ? null : productOf(product).versions.line(version);
}

/**
 * Observability of a cluster's engine; of the default engine if the engine is unknown.
 * @throws {RangeError} for an engine that the checklist does not support
 */
export function observabilityOfCluster({ product }: Pick<Asset, 'product'>): Observability {
  const found = observabilityOf(product ?? defaultProduct());
  if (found === null) throw new RangeError(`The checklist asks nothing about ${product}.`);
  return found;
}

/** Name of a cluster's engine in sentences. */
export function engineName({ product }: Pick<Asset, 'product'>): string {
  return productName(product ?? defaultProduct());
}

/** The service that runs a database, as people call it. */
export function serviceName({ product }: Pick<Asset, 'product'>): string {
  return serviceOf(product) === 'rds' ? 'RDS' : 'Aurora';
}

/** Answer for a check that does not apply to the cluster's engine. */
export function notApplicableToEngine(cluster: Pick<Asset, 'product'>): Answer {
  return notApplicable(text('evidence.notOfEngine', { engine: engineName(cluster) }));
}
