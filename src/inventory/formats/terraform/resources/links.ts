import type { AssetKind, LinkRole, SettingValue } from '../../../../model/index.ts';
import type { AssetDraft, Fact } from '../../../resources/draft.ts';
import { resourcesIn, stringOf, type Value } from '../../../values/value.ts';

/** Something that code refers to: by address, or by the name that the other resource gives itself. */
export interface Target {
  kinds: readonly AssetKind[];
  addresses: readonly string[];
  name: string | null;
}

/** A link that is not yet followed. */
export interface LooseLink {
  role: LinkRole;
  target: Target;
  /** The other resource belongs to this one. */
  isReverse: boolean;
}

/** A draft whose links are not yet followed. */
export interface LooseDraft {
  draft: Omit<AssetDraft, 'links'>;
  links: readonly LooseLink[];
  /** The name that others use for it. */
  identifier: string | null;
}

/** What a resource that is no asset itself says about assets. */
export type Attachment =
  | { kind: 'link'; from: Target; role: LinkRole; to: Target }
  | { kind: 'setting'; of: Target; name: string; value: Fact }
  /** One more item of a list. */
  | { kind: 'item'; of: Target; name: string; value: Fact };

/** What a link of each role can lead to. */
const KINDS_OF_ROLE: Record<LinkRole, readonly AssetKind[]> = {
  'member-of': ['aurora-cluster', 'global-cluster', 'auto-scaling-group'],
  'cluster-parameter-group': ['cluster-parameter-group'],
  'parameter-group': ['parameter-group'],
  'launch-template': ['launch-template'],
  'target-group': ['target-group'],
  'load-balancer': ['load-balancer'],
  image: ['os-image'],
  watches: ['aurora-cluster', 'db-instance', 'auto-scaling-group', 'target-group', 'load-balancer'],
};

export function looseLink(result: Value, role: LinkRole, isReverse = false): LooseLink {
  return { role, target: targetIn(result, KINDS_OF_ROLE[role]), isReverse };
}

export function targetIn(result: Value, kinds: readonly AssetKind[]): Target {
  return { kinds, addresses: resourcesIn(result), name: stringOf(result) };
}

/** Follows what the drafts of a unit and the resources between them refer to. */
export function followLinks(drafts: readonly LooseDraft[], attachments: readonly Attachment[]): AssetDraft[] {
  const index = indexOf(drafts);
  const links: { from: string; role: LinkRole; target: string }[] = [];
  for (const { draft, links: own } of drafts) {
    for (const { role, target, isReverse } of own) {
      for (const name of find(target, index)) {
        links.push(
          isReverse ? { from: name, role, target: draft.name } : { from: draft.name, role, target: name },
        );
      }
    }
  }
  const settings = new Map<string, Record<string, Fact>>();
  for (const attachment of attachments) {
    if (attachment.kind === 'link') {
      for (const from of find(attachment.from, index)) {
        for (const target of find(attachment.to, index)) links.push({ from, role: attachment.role, target });
      }
      continue;
    }
    for (const name of find(attachment.of, index)) {
      const before = settings.get(name) ?? {};
      const value =
        attachment.kind === 'item' ? withItem(before[attachment.name], attachment.value) : attachment.value;
      settings.set(name, { ...before, [attachment.name]: value });
    }
  }
  const linksFrom = Map.groupBy(links, (link) => link.from);
  return drafts.map(({ draft }) => {
    const own = new Map<string, AssetDraft['links'][number]>();
    for (const { role, target } of linksFrom.get(draft.name) ?? [])
      own.set(`${role} ${target}`, { role, target });
    return {
      ...draft,
      settings: { ...draft.settings, ...settings.get(draft.name) },
      links: [...own.values()],
    };
  });
}

function withItem(list: Fact | undefined, item: Fact): Fact {
  if (item.state === 'unknown' || list?.state === 'unknown') return item;
  const before: readonly SettingValue[] = Array.isArray(list?.value) ? list.value : [];
  return { ...item, value: [...before, item.value] };
}

type Index = Record<'addresses' | 'identifiers', Map<string, LooseDraft['draft'][]>>;

function indexOf(drafts: readonly LooseDraft[]): Index {
  const index: Index = { addresses: new Map(), identifiers: new Map() };
  for (const { draft, identifier } of drafts) {
    for (const address of addressesOf(draft.name)) add(index.addresses, address, draft);
    if (identifier !== null) add(index.identifiers, identifier, draft);
  }
  return index;
}

/** Its own address, the resource of all its keys, and the modules that it is in: an output can be any of their resources. */
function addressesOf(name: string): Set<string> {
  const modules = [...name.matchAll(/(?:^|(?<=\.))module\.[^.[]+(?:\["[^"]*"\])?(?=\.)/g)].map((match) =>
    name.slice(0, match.index + match[0].length),
  );
  return new Set([name, withoutKey(name), ...modules, ...modules.map(withoutKey)]);
}

function find({ kinds, addresses, name }: Target, index: Index): string[] {
  const referred = addresses.flatMap(
    (address) => index.addresses.get(address) ?? index.addresses.get(withoutKey(address)) ?? [],
  );
  const found = referred.length > 0 || name === null ? referred : (index.identifiers.get(name) ?? []);
  return [...new Set(found.filter(({ kind }) => kinds.includes(kind)).map((draft) => draft.name))];
}

function withoutKey(address: string): string {
  return address.replace(/\[(?:"[^"]*"|\d+)\]$/, '');
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const before = map.get(key);
  if (before === undefined) map.set(key, [value]);
  else before.push(value);
}
