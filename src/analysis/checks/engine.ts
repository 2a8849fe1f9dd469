import { text } from '../../l10n/index.ts';
import type { Asset } from '../../model/index.ts';
import {
  defaultProduct,
  engineOf,
  observabilityOf,
  productName,
  productOf,
  type Observability,
} from '../../products/index.ts';
import { notApplicable, type Answer } from './answers.ts';

/** The major version of a database; null where its version or its engine is not known. */
export function engineLine({ product, version }: Pick<Asset, 'product' | 'version'>): string | null {
  return product === null || version === null ? null : productOf(product).versions.line(version);
}

/**
 * What the engine of a cluster writes about itself; of one whose engine is not known, what the default engine does.
 * @throws {RangeError} for an engine whose clusters the checklist is not asked about
 */
export function observed({ product }: Pick<Asset, 'product'>): Observability {
  const found = observabilityOf(product ?? defaultProduct());
  if (found === null) throw new RangeError(`The checklist asks nothing about ${product}.`);
  return found;
}

/** As people call the engine of a cluster. */
export function engineName({ product }: Pick<Asset, 'product'>): string {
  return productName(product ?? defaultProduct());
}

/** The service that runs a database, as people call it. */
export function serviceName({ product }: Pick<Asset, 'product'>): string {
  return engineOf(product)?.engine.service === 'rds' ? 'RDS' : 'Aurora';
}

/** The answer to what the engine of a cluster does not have. */
export function notOfEngine(cluster: Pick<Asset, 'product'>): Answer {
  return notApplicable(text('evidence.notOfEngine', { engine: engineName(cluster) }));
}
