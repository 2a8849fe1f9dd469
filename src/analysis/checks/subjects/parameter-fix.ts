import { text } from '../../../l10n/index.ts';
import { shellWord, type Asset, type Fix } from '../../../model/index.ts';
import { engineOf, type ParameterDemand } from '../../../products/index.ts';
import { databaseName, modifyCommand, unlessExists, commandVariable } from '../commands.ts';
import { databaseWords } from '../../../vocabulary/index.ts';
import type { Graph } from '../reading/graph.ts';
import { membersOf } from './members.ts';
import { readParameter } from './parameters.ts';
import { isWritten, textOf } from '../reading/readings.ts';

type Parameters = Readonly<Record<string, string>>;

/** Parameter group family of a cluster's version. */
export function familyOf({ product, version, versionPrefix }: Asset): string | undefined {
  const known = version ?? versionPrefix;
  return known === null ? undefined : (engineOf(product)?.engine.family(known) ?? undefined);
}

/** Values to set for an engine's required parameters. */
export function requiredValues(demands: readonly ParameterDemand[]): Parameters {
  return Object.fromEntries(demands.map(({ name, good }) => [name, good]));
}

/** Same values, with the libraries that a server loads already; null if those are unknown. */
export function valuesKeepingLibraries(
  cluster: Asset,
  demands: readonly ParameterDemand[],
  graph: Graph,
): Parameters | null {
  const values: Record<string, string> = {};
  for (const { name, good, isLoaded, isGood } of demands) {
    const readings = isLoaded === true ? readParameter(cluster, name, graph) : [];
    const before = readings.map((reading) => (reading.state === 'known' ? reading.value : null));
    const [first = ''] = before;
    if (first === null || before.some((value) => value !== first)) return null;
    const isChanged = first !== '' && !isGood(first);
    values[name] = isChanged ? `${first},${good}` : first || good;
  }
  return values;
}

/** Demands whose values are lists of libraries to load. */
export function listParameters(demands: readonly ParameterDemand[]): readonly string[] {
  return demands.filter(({ isLoaded }) => isLoaded === true).map(({ name }) => name);
}

/** Parameter group, and the values to set in it; no group if the cluster has none of its own here. */
interface GroupChange {
  group: Asset | null;
  role: 'cluster-parameter-group' | 'parameter-group';
  parameters: Parameters;
}

/**
 * Fix that sets parameters where they take effect: in an instance's group that overrides them, else in the cluster's
 * group, where they apply to every instance. Further changes of the check are included.
 */
export function parameterFix(
  cluster: Asset,
  parameters: Parameters,
  graph: Graph,
  more: Pick<Fix, 'changes' | 'command'> | null = null,
  lists: readonly string[] = [],
): Fix {
  const parts = partsOf(cluster, parameters, graph);
  const changes = parts.flatMap(({ group, parameters: own }) =>
    group === null
      ? ownGroupChange(cluster, own, lists)
      : [{ kind: 'parameters', assetId: group.id, parameters: own, lists } as const],
  );
  const isWritable = changes.length === parts.length;
  const named = parts.map(({ group }) => group?.name ?? ownName(cluster) ?? databaseName(cluster));
  return {
    title: text('fix.parameters', { names: Object.keys(parameters), group: named.join(', ') }),
    // Half a fix would leave the check failing: if a group is declared elsewhere there is only the command.
    changes: isWritable ? [...changes, ...(more?.changes ?? [])] : [],
    command: [
      ...parts.map((part) => commandOf(cluster, part, lists)),
      ...(more === null ? [] : [more.command]),
    ].join(' && '),
  };
}

/** Change that adds a group for a cluster without one; a cluster that has, or may have, another keeps it. */
export function ownGroupChange(
  cluster: Asset,
  parameters: Parameters,
  lists: readonly string[] = [],
): Fix['changes'] {
  const family = familyOf(cluster);
  const { setting } = databaseWords(cluster).group;
  const hasNone = isWritten(cluster, setting) !== null && ownName(cluster) === null;
  return hasNone && family !== undefined
    ? [{ kind: 'parameter-group', assetId: cluster.id, family, parameters, lists }]
    : [];
}

function partsOf(cluster: Asset, parameters: Parameters, graph: Graph): GroupChange[] {
  const members = membersOf(cluster, graph);
  const parts: GroupChange[] = [];
  const add = (part: Omit<GroupChange, 'parameters'>, name: string, value: string): void => {
    const known = parts.find(({ group }) => group === part.group);
    if (known === undefined) parts.push({ ...part, parameters: { [name]: value } });
    else known.parameters = { ...known.parameters, [name]: value };
  };
  for (const [name, value] of Object.entries(parameters)) {
    const holders = members.map((member) =>
      graph.linked(member, 'parameter-group').find((group) => isWritten(group, name) === true),
    );
    for (const group of new Set(holders)) {
      if (group !== undefined) add({ group, role: 'parameter-group' }, name, value);
    }
    if (holders.length > 0 && !holders.includes(undefined)) continue;
    const { role } = databaseWords(cluster).group;
    const [own = null] = graph.linked(cluster, role);
    add({ group: own, role }, name, value);
  }
  return parts;
}

/** Name of a group of the cluster's own; null for a default group, which cannot be changed. */
function ownName(cluster: Asset): string | null {
  const written = textOf(cluster.settings[databaseWords(cluster).group.setting]);
  return written === null || written.startsWith('default.') ? null : shellWord(written);
}

function commandOf(
  cluster: Asset,
  { group, role, parameters }: GroupChange,
  lists: readonly string[],
): string {
  const applied = (name: string): string => (lists.includes(name) ? 'pending-reboot' : 'immediate');
  const list = Object.entries(parameters)
    .map(([name, value]) => `"ParameterName=${name},ParameterValue='${value}',ApplyMethod=${applied(name)}"`)
    .join(' ');
  // An instance of a cluster has a group of its own; everything else uses that of the database.
  const isOfMember = role !== databaseWords(cluster).group.role;
  const { type, setting } = isOfMember ? MEMBER_GROUP : databaseWords(cluster).group;
  const declared = textOf(group?.settings[setting]);
  const undeclared = isOfMember ? null : ownName(cluster);
  const name = declared === null ? undeclared : shellWord(declared);
  const shown = name ?? (group === null ? databaseName(cluster) : 'GROUP');
  const modify = `aws rds modify-${type} --${type}-name ${shown} --parameters ${list}`;
  if (name !== null || group !== null) return modify;
  const [made, attached] = ownGroupCommands(cluster);
  return `${made} && ${modify} && ${attached}`;
}

const MEMBER_GROUP = databaseWords({ kind: 'db-instance' }).group;

/** Makes a parameter group that is named like the cluster, and lets the cluster use it. */
export function ownGroupCommands(cluster: Asset): [made: string, attached: string] {
  const name = databaseName(cluster);
  const { type, group: words } = databaseWords(cluster);
  const group = `--${words.type}-name ${name}`;
  return [
    unlessExists(
      `aws rds describe-${words.type}s ${group}`,
      `aws rds create-${words.type} ${group} --db-parameter-group-family ${familyOf(cluster) ?? commandVariable('FAMILY')} ` +
        `--description "Settings of the ${type.replace('db-', '')}"`,
    ),
    `${modifyCommand(cluster)} ${group} --apply-immediately`,
  ];
}
