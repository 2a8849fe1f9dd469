import { text } from '../../l10n/index.ts';
import { getOrInsert, type Catalogue, type Covered, type ProductId } from '../../model/index.ts';
import { keyOfStates } from '../bugs/features.ts';
import { decide, type Decision } from './decide.ts';
import { groundOf } from './ground-of.ts';
import { SOAK_DAYS, type UpgradeOptions } from './options.ts';

/** Hundreds of assets of one version ask for the same; by the offers of an account where there are some. */
const DECISIONS = new WeakMap<Catalogue, WeakMap<object, Map<string, Decision>>>();

/** The advice for a version of an engine that the catalogue covers. */
export function adviceFor(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
  options: UpgradeOptions,
): Decision {
  const { day, states = new Map(), soakDays = SOAK_DAYS, prefer = null, offers = null } = options;
  const byOffers = getOrInsert(DECISIONS, catalogue, () => new WeakMap<object, Map<string, Decision>>());
  const known = getOrInsert(byOffers, offers ?? catalogue, () => new Map<string, Decision>());
  const key = [product, version, day, soakDays, prefer, keyOfStates(states)].join(';');
  return getOrInsert(known, key, () => decide(groundOf(catalogue, product, version, options)));
}

/** The advice for a range of releases: that of its oldest, where its newest is led to the same; else none. */
export function adviceForRange(
  catalogue: Catalogue,
  { product, versions }: Covered,
  written: string,
  options: UpgradeOptions,
): Decision {
  const [first = written] = versions;
  const last = versions.at(-1) ?? first;
  const decision = adviceFor(catalogue, product, first, options);
  const newest = adviceFor(catalogue, product, last, options);
  if (endOf(first, decision) === endOf(last, newest)) return decision;
  const reason = text('advice.range.differs', { written, first, last });
  return { advice: null, reason, now: null, destination: null, notes: [] };
}

/** The releases to which an advice leads: the present version where it is to stay. */
function endOf(version: string, { advice }: Decision): string | null {
  return advice === null ? null : [advice.now?.version ?? version, advice.destination?.version].join(' ');
}
