import type { Feature, ProductId } from '../../model/index.ts';
import type { Observability } from './observability.ts';
import type { EngineNames, Product, VersionReading } from '../product.ts';
import { products } from '../registry.ts';

/** A product that infrastructure code and accounts declare as a database engine. */
export type Engine = Product & { engine: EngineNames };

export function engines(): Engine[] {
  return products().filter(isOfEngine);
}

function isOfEngine(product: Product): product is Engine {
  return product.engine !== null;
}

/** The engine that goes by a name: `aurora-mysql`, `aurora`. */
export function engineNamed(name: string): Engine | null {
  const written = withoutQuotes(name);
  return engines().find(({ engine }) => engine.isNamed(written)) ?? null;
}

/** Whether a name is that of one of the engines. */
export function isEngine(name: string): boolean {
  return engineNamed(name) !== null;
}

/** The engine whose parameter groups have a family. */
export function engineOfFamily(family: string): Engine | null {
  return engines().find(({ engine }) => engine.isFamily(family)) ?? null;
}

/** The range of versions that a family of parameter groups serves, and whose; null for a family that is not known. */
export function lineOfFamily(family: string): { product: ProductId; version: string } | null {
  const found = engineOfFamily(family);
  const version = found?.engine.ofFamily(family) ?? null;
  return found === null || version === null ? null : { product: found.id, version };
}

/**
 * True if a family of parameter groups is for another engine than the one of this name. A family begins with the API's name of its
 * engine: `aurora5.6` is for `aurora`, `aurora-mysql8.0` for `aurora-mysql`. False for what is no family.
 */
export function isFamilyOfOther(engine: string, family: string): boolean {
  const owner = /^(?<name>[a-z]+(?:-[a-z]+)*)-?\d/.exec(family.trim().toLowerCase())?.groups?.['name'];
  const written = withoutQuotes(engine).trim().toLowerCase();
  const names = engineNamed(written)?.engine;
  // The default version of `aurora` is one of its own family.
  const api = names?.withoutVersion(written) === null ? names.api : written;
  return owner !== undefined && names !== undefined && owner !== written && owner !== api;
}

/** The engine that alone writes its versions so, whatever stands beside one as the engine. */
export function engineWriting(version: string): Engine | null {
  const written = withoutQuotes(version);
  return engines().find(({ engine }) => engine.isUnmistakable(written)) ?? null;
}

/** The engine that has a version of this form; of several the first. */
export function engineReading(version: string): Engine | null {
  const written = withoutQuotes(version);
  // Asked of every number that a workspace has: no list is made for each.
  for (const product of products())
    if (isOfEngine(product) && product.versions.read(written).form !== 'unknown') return product;
  return null;
}

/** The engine of Aurora that has a version of this form, where something else says that it is one's. */
export function auroraReading(version: string): Engine | null {
  const written = withoutQuotes(version);
  const isReading = ({ engine, versions }: Engine): boolean =>
    engine.service === 'aurora' && versions.read(written).form !== 'unknown';
  return engines().find(isReading) ?? null;
}

/** A version as an engine reads it; where the engine is not known, as the first that understands it. */
export function readEngineVersion(text: string, id: ProductId | null = null): VersionReading {
  const written = withoutQuotes(text);
  const engine = engines().find((each) => each.id === id) ?? engineWriting(written) ?? engineReading(written);
  return engine === null ? { form: 'unknown' } : engine.versions.read(written);
}

/** Quotes that stand in a text as it is handed on: `"'16.4'"`. */
export function withoutQuotes(written: string): string {
  return /^\s*(['"])(.*)\1\s*$/.exec(written)?.[2] ?? written;
}

/** Where in a version as the API writes it the number stands that tells the release; null in any other text. */
export function versionNumberRange(written: string): { start: number; end: number } | null {
  return engineWriting(written)?.engine.numberRange(written) ?? null;
}

/** Words of which one stands in every file that pins an engine outside its resource, as a pattern. */
export function engineWords(): string[] {
  return engines().flatMap(({ engine }) => engine.words);
}

/** The engine with an id; null of what is none. */
export function engineOf(id: ProductId | null): Engine | null {
  return engines().find((engine) => engine.id === id) ?? null;
}

/** Whether the checklist asks about the clusters of a product. */
export function isChecked(id: ProductId | null): boolean {
  return observabilityOf(id) !== null;
}

/** What tells afterwards what an engine did; null of what the checklist asks nothing about. */
export function observabilityOf(id: ProductId | null): Observability | null {
  return engineOf(id)?.observability ?? null;
}

/** Whether the settings of an engine tell whether a feature is in use, so that it has that feature. */
export function hasFeature(id: ProductId | null, feature: Feature): boolean {
  return engineOf(id)?.features?.states[feature] !== undefined;
}

/** Whether RDS Proxy calls one of the engines so. */
export function isProxyFamily(family: string | undefined): boolean {
  return engines().some(({ engine }) => engine.proxyFamily !== null && engine.proxyFamily === family);
}
