import { INSTANCE_CLASS } from '../../../../vocabulary/index.ts';
import { OTHER_SETTINGS } from '../../../../model/index.ts';
import { SERVERLESS_CLASS } from '../../../../products/index.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import { type Fact, valueOfFact } from '../../../../values/index.ts';
import {
  passedProperties,
  isChangedLater,
  mayPassMore,
  isOpen,
  itemsIn,
  knownFactAt,
  resolve,
  resolvedProperties,
  factOf,
  unknownFactAt,
} from '../../../../values/programs/index.ts';
import {
  CALLS,
  codeOf,
  propertyValue,
  programOf,
  type Property,
  unwrap,
  type Node,
} from '../../../../syntax/programs/index.ts';
import type { Construct } from './constructs.ts';
import { draftAt } from './drafts.ts';
import { linksByProperty } from './links.ts';
import { instanceSettings } from './settings.ts';

/** Instances that the CDK creates if a cluster only describes them. */
const DEFAULT_INSTANCES = 2;
/** `rds.ClusterInstance.serverlessV2(`, in Go `awsrds.ClusterInstance_ServerlessV2(`. */
const MEMBER_CALL = /^(?:new\s+)?[\w.]*ClusterInstance\s*[._]\s*(\w+)\s*\(/;

/** Instances of a cluster: its writer and readers, or in the older form a number of equal ones. */
export function membersOf(
  { kind, name, call, properties }: Construct,
  others: readonly Construct[],
): AssetDraft[] {
  if (kind !== 'database') return [];
  const [writer, readers, common, count] = ['writer', 'readers', 'instanceprops', 'instances'].map(
    (property) => propertyValue(properties, property),
  );
  const written: NamedInstances[] = [
    ...(writer ? [{ name: 'writer', ...memberProperties(writer), count: 1 }] : []),
    ...(readers ? instancesOfReaders(readers) : []),
    ...(common ? [{ name: 'instances', ...sharedProperties(common), count: countOf(count ?? null) }] : []),
  ];
  const { file } = programOf(call).source;
  return written.map((each) =>
    draftAt('db-instance', `${name}.${each.name}`, each.at, {
      file,
      settings: settingsOfMember(each),
      links: [
        { role: 'member-of', target: name },
        ...linksByProperty({ kind: 'db-instance', properties: each.properties }, others),
      ],
      count: each.count,
    }),
  );
}

/** One entry for each item of the list; one with an unknown count for a list that is not all visible. */
function instancesOfReaders(readers: Node): NamedInstances[] {
  const items = isChangedLater(readers) ? null : itemsIn(readers);
  if (items === null) return [{ name: 'readers', ...memberProperties(readers), count: null }];
  return items.map((item, i) => ({ name: `readers[${i}]`, ...memberProperties(item), count: 1 }));
}

/** Calls that create the instances of a cluster, if written inside its own call. */
export function memberCalls({ kind, name, call, properties }: Construct): { name: string; call: Node }[] {
  if (kind !== 'database') return [];
  const [writer, readers] = ['writer', 'readers'].map((property) => propertyValue(properties, property));
  const items = (readers && itemsIn(readers)) ?? [];
  const written = [['writer', writer] as const, ...items.map((item, i) => [`readers[${i}]`, item] as const)];
  return written.flatMap(([own, expression]) => {
    const node = expression ? unwrap(expression) : null;
    const isHere = node !== null && node.startIndex > call.startIndex && node.endIndex < call.endIndex;
    return isHere && isMember(node) ? [{ name: `${name}.${own}`, call: node }] : [];
  });
}

/** Properties of one or several instances in a cluster's call. */
interface NamedInstances extends InstanceProperties {
  name: string;
  count: number | null;
}

interface InstanceProperties {
  at: Node;
  properties: readonly Property[];
  /** Node of a value that may add settings; null if all are visible. */
  other: Node | null;
  isServerless: boolean;
}

/** Properties in the call that creates an instance. */
function memberProperties(expression: Node): InstanceProperties {
  const { node: call } = resolve(expression);
  if (!isMember(call)) return { at: expression, properties: [], other: expression, isServerless: false };
  const kind = MEMBER_CALL.exec(codeOf(call).slice(0, 200))?.[1] ?? '';
  return {
    at: expression,
    properties: passedProperties(call),
    other: mayPassMore(call) ? call : null,
    isServerless: /^serverless/i.test(kind),
  };
}

function isMember(node: Node): boolean {
  return CALLS.has(node.type) && MEMBER_CALL.test(codeOf(node).slice(0, 200));
}

function sharedProperties(common: Node): InstanceProperties {
  return {
    at: common,
    properties: resolvedProperties(common),
    other: isOpen(common) ? common : null,
    isServerless: false,
  };
}

function countOf(count: Node | null): number | null {
  if (count === null) return DEFAULT_INSTANCES;
  const value = valueOfFact(factOf(count));
  return typeof value === 'number' ? value : null;
}

function settingsOfMember({ at, properties, other, isServerless }: NamedInstances): Record<string, Fact> {
  const settings = instanceSettings('db-instance', properties);
  if (isServerless) settings[INSTANCE_CLASS] = knownFactAt(SERVERLESS_CLASS, at);
  if (other !== null) settings[OTHER_SETTINGS] = unknownFactAt(other);
  return settings;
}
