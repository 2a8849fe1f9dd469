import type { AssetKind, LinkRole } from '../../../model/index.ts';
import type { AssetDraft } from '../draft.ts';
import type { LooseDraft } from './draft-resource.ts';

type Unlinked = LooseDraft['draft'];

/** What a link of each role can lead to. */
const TARGET_KINDS: Record<LinkRole, readonly AssetKind[] | null> = {
  'member-of': ['aurora-cluster', 'global-cluster', 'auto-scaling-group'],
  'cluster-parameter-group': ['cluster-parameter-group'],
  'parameter-group': ['parameter-group'],
  'launch-template': ['launch-template'],
  'target-group': ['target-group'],
  'load-balancer': ['load-balancer'],
  image: ['os-image'],
  watches: null,
};

/** Follows links to the drafts of the unit: by address where the code refers to a resource, else by the name that is written. */
export function followTargets(drafts: readonly LooseDraft[]): AssetDraft[] {
  const byAddress = new Map<string, Unlinked[]>();
  const byIdentifier = new Map<string, Unlinked[]>();
  for (const { draft, identifier } of drafts) {
    add(byAddress, draft.name, draft);
    const base = withoutKey(draft.name);
    if (base !== draft.name) add(byAddress, base, draft);
    if (identifier !== null) add(byIdentifier, identifier, draft);
  }
  return drafts.map(({ draft, targets }) => ({
    ...draft,
    links: targets.flatMap(({ role, addresses, name }) => {
      const named = addresses.flatMap(
        (address) => byAddress.get(address) ?? byAddress.get(withoutKey(address)) ?? [],
      );
      const found = named.length > 0 || name === null ? named : (byIdentifier.get(name) ?? []);
      const kinds = TARGET_KINDS[role];
      const fitting = found.filter((target) => kinds === null || kinds.includes(target.kind));
      return [...new Set(fitting.map((target) => target.name))].map((target) => ({ role, target }));
    }),
  }));
}

function withoutKey(address: string): string {
  return address.replace(/\["[^"]*"\]$/, '');
}

function add(map: Map<string, Unlinked[]>, key: string, draft: Unlinked): void {
  const before = map.get(key);
  if (before === undefined) map.set(key, [draft]);
  else before.push(draft);
}
