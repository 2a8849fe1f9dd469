import {
  type AssetKind,
  type Condition,
  groupByEach,
  isSameRegion,
  getOrInsert,
  type LinkRole,
  unmetConditions,
  conditionText,
  type SettingValue,
} from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import type { AssetDraft } from './draft.ts';
import { type SettingFact, maxOptions, partsOf, textOfFact, type Value } from '../../values/index.ts';
import { isReachedByLinks, resourcesOfKind, type Link } from '../../vocabulary/index.ts';

/** Target of a reference: an address, or a name that the other resource sets for itself. */
export interface Target {
  kinds: readonly AssetKind[];
  addresses: readonly string[];
  names: readonly string[];
  /** Conditions under which it is referenced. */
  conditions?: readonly Condition[];
}

/** A link before it is resolved. */
export interface UnresolvedLink {
  role: LinkRole;
  target: Target;
  /** True if the other resource belongs to this one. */
  isReverse: boolean;
}

/** A draft with unresolved links. */
export interface DraftWithLinks extends AssetDraft {
  refersTo?: readonly UnresolvedLink[];
  /** Name in references, if it differs from the name setting. */
  identifier?: string | null;
}

/** Drafts with their attachments. */
export interface DraftsAndAttachments {
  drafts: readonly DraftWithLinks[];
  attachments: readonly Attachment[];
}

/** Facts that a resource adds to assets without being one, with its own conditions and Region. */
export type Attachment = (
  | { kind: 'link'; from: Target; role: LinkRole; to: Target }
  | { kind: 'setting'; of: Target; name: string; value: SettingFact }
  /** Adds an item to a list. */
  | { kind: 'item'; of: Target; name: string; value: SettingFact }
) &
  Pick<AssetDraft, 'conditions' | 'deployedTo'>;

/** Links in a value: one for each of the deployment's cases. */
export function unresolvedLinks(result: Value, { role, to, isReversed }: Link): UnresolvedLink[] {
  return targetsIn(result, to).map((target) => ({ role, target, isReverse: isReversed === true }));
}

/** Targets of a value, with the conditions under which each applies. */
export function targetsIn(value: Value, kinds: readonly AssetKind[]): Target[] {
  const found = new Map<string, ResourceNames>();
  collectNames(value, [], found);
  return [...found.values()].map(({ conditions, addresses, names }) => ({
    ...{ kinds, addresses: [...addresses], names },
    ...(conditions.length > 0 && { conditions }),
  }));
}

interface ResourceNames {
  conditions: readonly Condition[];
  addresses: Set<string>;
  names: string[];
}

/** The cases of a value; undefined if it has one only. */
function casesOf(value: Value): Extract<Value, { kind: 'choice' }>['options'] | undefined {
  if (value.kind === 'choice') return value.options;
  return value.kind === 'unknown' ? value.branches : undefined;
}

/** Collects the addresses and texts in a value and its parts, up to a limit. */
function collectNames(
  value: Value,
  conditions: readonly Condition[],
  found: Map<string, ResourceNames>,
): void {
  const options = casesOf(value);
  if (options !== undefined) {
    for (const { result, conditions: own = [] } of options)
      collectNames(result, [...conditions, ...own], found);
  } else if (value.kind === 'scalar' || value.kind === 'unknown') {
    const named = getOrInsert(found, JSON.stringify(conditions), () => ({
      conditions,
      addresses: new Set<string>(),
      names: [],
    }));
    for (const resource of value.resources)
      if (named.addresses.size < maxOptions) named.addresses.add(resource);
    const text = value.kind === 'scalar' ? value.value : null;
    if (typeof text === 'string' && named.names.length < maxOptions) named.names.push(text);
  } else for (const part of partsOf(value)) collectNames(part, conditions, found);
}

/**
 * Resolves the links of a unit's drafts and of the resources between them. Some kinds matter only as the target of a
 * link; drafts of these without a link to them are left out.
 */
export function resolveLinks(
  drafts: readonly DraftWithLinks[],
  attachments: readonly Attachment[],
): AssetDraft[] {
  const index = indexOf(drafts);
  const links = [
    ...drafts.flatMap((draft) => linksOfDraft(draft, index)),
    ...attachments.flatMap((attachment) => linksOfAttachment(attachment, index)),
  ];
  const linksFrom = Map.groupBy(links, (link) => link.from);
  const settings = attachedSettings(attachments, index);
  return relevantDrafts(drafts, linksFrom).map((draft) => {
    const resolved: DraftWithLinks = {
      ...draft,
      settings: { ...draft.settings, ...settings.get(draft.name) },
      links: distinctLinks(linksFrom.get(draft.name) ?? []),
    };
    // Resolved references are dropped: they would keep the whole text of the file in memory.
    delete resolved.refersTo;
    delete resolved.identifier;
    return resolved;
  });
}

type DraftLink = AssetDraft['links'][number];

/** A link with the name of its draft. */
type LinkFrom = DraftLink & { from: string };

function linksOfDraft(
  { name: own, links, conditions: ownConditions, refersTo = [] }: DraftWithLinks,
  index: DraftIndex,
): LinkFrom[] {
  const references = refersTo.flatMap(({ role, target, isReverse }) => {
    const conditions = unmetConditions(target.conditions, ownConditions);
    const only = conditions.length > 0 && { conditions };
    return findDrafts(target, index).map((name): LinkFrom => {
      const [from, to] = isReverse ? [name, own] : [own, name];
      return { from, role, target: to, ...only };
    });
  });
  return [...links.map(({ role, target }) => ({ from: own, role, target })), ...references];
}

function linksOfAttachment(attachment: Attachment, index: DraftIndex): LinkFrom[] {
  if (attachment.kind !== 'link') return [];
  return draftsOfAttachment(attachment, attachment.from, index).flatMap(({ name: from, conditions: own }) => {
    const conditions = unmetConditions(conditionsOf(attachment), own);
    return findDrafts(attachment.to, index).map((target): LinkFrom => ({
      from,
      role: attachment.role,
      target,
      ...(conditions.length > 0 && { conditions }),
    }));
  });
}

/** Settings that attachments add, by the name of the draft. */
function attachedSettings(
  attachments: readonly Attachment[],
  index: DraftIndex,
): ReadonlyMap<string, Record<string, SettingFact>> {
  const settings = new Map<string, Record<string, SettingFact>>();
  for (const attachment of attachments) {
    if (attachment.kind === 'link') continue;
    for (const { name, conditions: own } of draftsOfAttachment(attachment, attachment.of, index)) {
      const before = settings.get(name) ?? {};
      const conditions = unmetConditions(conditionsOf(attachment), own);
      const conditional = conditions.length === 0 ? attachment.value : conditionalValue(conditions);
      const value = attachment.kind === 'item' ? withItem(before[attachment.name], conditional) : conditional;
      settings.set(name, { ...before, [attachment.name]: value });
    }
  }
  return settings;
}

/** Drafts that a target of an attachment names, in the attachment's Region. */
function draftsOfAttachment(
  { deployedTo }: Attachment,
  target: Target,
  index: DraftIndex,
): readonly DraftWithLinks[] {
  return findDrafts(target, index)
    .flatMap((name) => index.byName.get(name) ?? [])
    .filter((draft) => isSameRegion(deployedTo, draft.deployedTo));
}

/** Links without repetitions. */
function distinctLinks(links: readonly LinkFrom[]): DraftLink[] {
  const distinct = new Map<string, DraftLink>();
  for (const { from: _, ...link } of links)
    distinct.set(`${link.role} ${link.target} ${JSON.stringify(link.conditions ?? [])}`, link);
  return [...distinct.values()];
}

/** Drafts that are relevant by themselves, and the targets of their links, directly or not. */
function relevantDrafts(
  drafts: readonly DraftWithLinks[],
  linksFrom: ReadonlyMap<string, readonly { target: string }[]>,
): DraftWithLinks[] {
  const reached = new Set(drafts.flatMap(({ kind, name }) => (isReachedByLinks(kind) ? [] : [name])));
  // Iteration over a set includes items that are added meanwhile.
  for (const name of reached) for (const { target } of linksFrom.get(name) ?? []) reached.add(target);
  return drafts.filter(({ name }) => reached.has(name));
}

/** Conditions of an attachment, with those of its reference. */
function conditionsOf(attachment: Attachment): readonly Condition[] {
  const targets = attachment.kind === 'link' ? [attachment.from, attachment.to] : [attachment.of];
  return [...(attachment.conditions ?? []), ...targets.flatMap(({ conditions = [] }) => conditions)];
}

/** A value that applies only under some conditions. */
function conditionalValue(conditions: readonly Condition[]): SettingFact {
  return {
    state: 'unknown',
    reason: text('inventory.onlyUnder', { conditions: conditions.map(conditionText) }),
  };
}

function withItem(list: SettingFact | undefined, item: SettingFact): SettingFact {
  if (list?.state === 'unknown') return list;
  if (item.state === 'unknown') return item;
  const before: readonly SettingValue[] = Array.isArray(list?.value) ? list.value : [];
  return { ...item, value: [...before, item.value] };
}

interface DraftIndex extends Record<'addresses' | 'identifiers', Map<string, DraftWithLinks[]>> {
  byName: ReadonlyMap<string, DraftWithLinks>;
}

function indexOf(drafts: readonly DraftWithLinks[]): DraftIndex {
  return {
    byName: new Map(drafts.map((draft) => [draft.name, draft])),
    addresses: groupByEach(drafts, ({ name }) => addressesOf(name)),
    identifiers: groupByEach(drafts, (draft) => {
      const { identifier = nameOf(draft) } = draft;
      return identifier === null ? [] : [identifier];
    }),
  };
}

/** Name that a resource sets for itself. */
function nameOf({ kind, settings }: AssetDraft): string | null {
  const own = resourcesOfKind(kind).map(({ name = '' }) => settings[name]);
  return textOfFact(own.find((value) => value?.state === 'known'));
}

/**
 * Addresses by which code can refer to a resource: its own, the same without keys, and those of its modules, whose
 * outputs can be any of their resources.
 */
function addressesOf(name: string): Set<string> {
  const modules = [...name.matchAll(/(?:^|(?<=\.))module\.[^.[]+(?:\["[^"]*"\])?(?=\.)/g)].map((match) =>
    name.slice(0, match.index + match[0].length),
  );
  return new Set([name, withoutKey(name), ...modules, ...modules.map(withoutKey)]);
}

function findDrafts({ kinds, addresses, names }: Target, index: DraftIndex): string[] {
  const referred = addresses.flatMap(
    (address) => index.addresses.get(address) ?? index.addresses.get(withoutKey(address)) ?? [],
  );
  const found = referred.length > 0 ? referred : names.flatMap((name) => index.identifiers.get(name) ?? []);
  return [...new Set(found.filter(({ kind }) => kinds.includes(kind)).map((draft) => draft.name))];
}

export function withoutKey(address: string): string {
  return address.replace(/\[(?:"[^"]*"|\d+)\]$/, '');
}
