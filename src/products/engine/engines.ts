import { text } from '../../l10n/index.ts';
import type { Feature, ProductId, Text } from '../../model/index.ts';
import type { Observability } from './observability.ts';
import type { EngineNames, EngineService, Product, VersionReading } from '../product.ts';
import { productOf, products } from '../registry.ts';

/** A product that infrastructure code and accounts declare as a database engine. */
export type Engine = Product & { engine: EngineNames };

export function engines(): Engine[] {
  return products().filter(isOfEngine);
}

function isOfEngine(product: Product): product is Engine {
  return product.engine !== null;
}

/** Engine with a name such as `aurora-mysql`, `aurora`. */
export function engineNamed(name: string): Engine | null {
  const written = withoutQuotes(name);
  return engines().find(({ engine }) => engine.isNamed(written)) ?? null;
}

/** True for the name of one of the engines. */
export function isEngine(name: string): boolean {
  return engineNamed(name) !== null;
}

/** Engine of a parameter group family. */
export function engineOfFamily(family: string): Engine | null {
  return engines().find(({ engine }) => engine.isFamily(family)) ?? null;
}

/** Product and range of versions for a family of parameter groups; null for an unknown family. */
export function lineOfFamily(family: string): { product: ProductId; version: string } | null {
  const found = engineOfFamily(family);
  const version = found?.engine.ofFamily(family) ?? null;
  return found === null || version === null ? null : { product: found.id, version };
}

/**
 * True if a parameter group family belongs to another engine than the named one. A family begins with the API's name of
 * its engine: `aurora5.6` is for `aurora`, `aurora-mysql8.0` for `aurora-mysql`. False if the text is not a family.
 */
export function isFamilyOfOther(engine: string, family: string): boolean {
  const owner = /^(?<name>[a-z]+(?:-[a-z]+)*)-?\d/.exec(family.trim().toLowerCase())?.groups?.['name'];
  const written = withoutQuotes(engine).trim().toLowerCase();
  const names = engineNamed(written)?.engine;
  // The default version of the engine name `aurora` belongs to its own family.
  const api = names?.defaultVersion(written) === null ? names.api : written;
  return owner !== undefined && names !== undefined && owner !== written && owner !== api;
}

/** Engine that alone writes its versions this way, whatever engine name is beside the version. */
export function engineOfUnmistakableVersion(version: string): Engine | null {
  const written = withoutQuotes(version);
  return engines().find(({ engine }) => engine.isUnmistakable(written)) ?? null;
}

/** First engine that has a version of this form. */
export function engineAcceptingVersion(version: string): Engine | null {
  const written = withoutQuotes(version);
  // Called for every number of a workspace, so it allocates no lists.
  for (const product of products())
    if (isOfEngine(product) && product.versions.read(written).form !== 'unknown') return product;
  return null;
}

/** Aurora engine that has a version of this form, for callers that know it is one of Aurora's. */
export function auroraEngineAcceptingVersion(version: string): Engine | null {
  const written = withoutQuotes(version);
  return enginesOf('aurora').find(({ versions }) => versions.read(written).form !== 'unknown') ?? null;
}

/** MariaDB 10.6 and 11.4, Db2 11.5, SQL Server 15.00: numbers of engines without coverage that PostgreSQL has, too. */
const NUMBER_OF_UNCOVERED = /^1[01]\.\d{1,2}$|\.00$/;

/**
 * Engine that alone has a release of this form on DB instances outside clusters; null if another engine of RDS writes
 * its versions the same way.
 */
export function instanceEngineOfRelease(version: string): Engine | null {
  const written = withoutQuotes(version);
  if (NUMBER_OF_UNCOVERED.test(written.trim())) return null;
  const [only, ...others] = enginesOf('rds').filter(
    ({ versions }) => versions.read(written).form === 'release',
  );
  return others.length === 0 ? (only ?? null) : null;
}

function enginesOf(service: EngineService): Engine[] {
  return engines().filter(({ engine }) => engine.service === service);
}

/** Version as an engine reads it; for an unknown engine, as the first that understands it. */
export function readEngineVersion(text: string, id: ProductId | null = null): VersionReading {
  const written = withoutQuotes(text);
  const engine =
    engines().find((each) => each.id === id) ??
    engineOfUnmistakableVersion(written) ??
    engineAcceptingVersion(written);
  return engine === null ? { form: 'unknown' } : engine.versions.read(written);
}

/** Text without the quotes that some tools pass on: `"'16.4'"`. */
export function withoutQuotes(written: string): string {
  return /^\s*(['"])(.*)\1\s*$/.exec(written)?.[2] ?? written;
}

/** Range of the release number in a version in the API's spelling; null for any other text. */
export function versionNumberRange(written: string): { start: number; end: number } | null {
  return engineOfUnmistakableVersion(written)?.engine.numberRange(written) ?? null;
}

/** Words of which at least one occurs in every file that pins an engine outside its resource, as patterns. */
export function engineWords(): string[] {
  return engines().flatMap(({ engine }) => engine.words);
}

/** Engine with an id; null for any other product. */
export function engineOf(id: ProductId | null): Engine | null {
  return engines().find((engine) => engine.id === id) ?? null;
}

/** Service that runs a database; Aurora for other products and unknown engines. */
export function serviceOf(id: ProductId | null): EngineService {
  return (id === null ? null : productOf(id).engine)?.service ?? 'aurora';
}

/**
 * Word of a product's service in sentences: for one of its databases, a copy for tests, and a snapshot. AWS calls both a
 * DB instance and a Multi-AZ DB cluster of RDS a database.
 */
export function serviceWord(id: ProductId | null, word: 'unit' | 'copy' | 'snapshot'): Text {
  return text(`service.${serviceOf(id)}.${word}`);
}

/** True if the checklist covers the clusters of a product. */
export function hasChecklist(id: ProductId | null): boolean {
  return observabilityOf(id) !== null;
}

/** Logs and metrics of an engine; null if the checklist does not cover it. */
export function observabilityOf(id: ProductId | null): Observability | null {
  return engineOf(id)?.observability ?? null;
}

/** True if an engine's settings can reveal the use of a feature, so the engine has it. */
export function hasFeature(id: ProductId | null, feature: Feature): boolean {
  return engineOf(id)?.features?.states[feature] !== undefined;
}

/** True for an RDS Proxy family of one of the engines. */
export function isProxyFamily(family: string | undefined): boolean {
  return engines().some(({ engine }) => engine.proxyFamily !== null && engine.proxyFamily === family);
}
