import { locationKey } from '../../../model/index.ts';
import type { Node } from '../document/node.ts';
import type { Value } from '../draft.ts';
import { propertyOf } from './properties.ts';
import { toText } from './resolved.ts';
import { decisionKey, scopeFor, type Assumptions, type Stack } from './scope.ts';

/** The engine of a database and its version, in one of the ways in which its template can be deployed. */
export interface WrittenVersion {
  engine: Value | null;
  version: Value | null;
  /** What the deployment decides for it: `prod`, `IsProduction`, `!IsProduction`; null where nothing is open. */
  environment: string | null;
}

const DEEPEST = 3;
const MOST = 50;

/**
 * The versions that a database can be deployed with: one, or where the row of a mapping or a condition decides, each that
 * is written there.
 */
export function versionsOf(properties: Node | null, stack: Stack, user: string): WrittenVersion[] {
  const first = versionWith(properties, stack, user, new Map());
  const decided = decidedVersions(properties, stack, user, new Map(), []);
  const byPlace = new Map<string, WrittenVersion>();
  for (const each of decided.slice(0, MOST)) {
    if (each.version?.state !== 'known') continue;
    const place = locationKey(each.version.at);
    byPlace.set(place, byPlace.has(place) ? { ...each, environment: null } : each);
  }
  return byPlace.size === 0 ? [first] : [...byPlace.values()];
}

function versionWith(
  properties: Node | null,
  stack: Stack,
  user: string,
  assumed: Assumptions,
): WrittenVersion {
  const property = (name: string) => toText(propertyOf(properties, name, scopeFor(stack, user, assumed)));
  return { engine: property('Engine'), version: property('EngineVersion'), environment: null };
}

function decidedVersions(
  properties: Node | null,
  stack: Stack,
  user: string,
  assumed: Assumptions,
  labels: readonly string[],
): WrittenVersion[] {
  const resolved = propertyOf(properties, 'EngineVersion', scopeFor(stack, user, assumed));
  const decision = resolved.state === 'unknown' ? resolved.decidedBy : undefined;
  if (decision === undefined || labels.length >= DEEPEST) {
    if (labels.length === 0) return [];
    return [{ ...versionWith(properties, stack, user, assumed), environment: labels.join('.') }];
  }
  const { kind, name, choices } = decision;
  return choices.slice(0, MOST).flatMap((choice) => {
    const label = kind === 'parameter' ? choice : choice === 'true' ? name : `!${name}`;
    const inner = new Map([...assumed, [decisionKey(stack, kind, name), choice]]);
    return decidedVersions(properties, stack, user, inner, [...labels, label]);
  });
}
