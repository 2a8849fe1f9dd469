import { Told } from '../../../resources/told.ts';
import { GROUP_FAMILY } from '../../../../vocabulary/index.ts';
import {
  engineNamed,
  engineOfFamily,
  engineWriting,
  readEngineVersion,
  uncoveredEngine,
} from '../../../../products/index.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import { type Fact, textOfFact, withValue } from '../../../../values/index.ts';
import { codeOf, find, isInLoop, type Program, type Node } from '../../../../syntax/programs/index.ts';
import { constructsIn, type Construct } from './constructs.ts';
import { draftAt, pinAt } from './drafts.ts';
import { linksByProperty } from './links.ts';
import { membersOf } from './members.ts';
import { databaseSettings, draftOfGroup } from './settings.ts';
import { sstDatabasesIn } from './sst.ts';
import {
  type Database,
  type Engine,
  engineOf,
  isEngineOfOurs,
  versionsOf,
  writtenVersion,
} from './versions.ts';
import { isOnRequest, openBeside, settingOf } from '../../../../values/programs/index.ts';

/** Classes whose engine has its version in it. */
const WITH_ENGINE = /^(?:New)?(?:Database|Serverless)(?:Cluster|Instance)/;

/** What the constructs of a program make. */
export interface Databases {
  drafts: AssetDraft[];
  /** Adds versions on parameter groups, which are those of clusters elsewhere, too. */
  withGroups: (drafts: readonly AssetDraft[]) => AssetDraft[];
  /** Versions that constructs name, of whatever engine: nobody else has to tell them. */
  told: Told;
  /** The constructs that are of one of the engines. */
  constructs: readonly Construct[];
}

/** @param isForVersions leaves out what has none: settings, members and groups */
export function databasesOf(program: Program, isForVersions = false): Databases {
  const databases = [...constructsIn(program).map(read), ...sstDatabasesIn(program)];
  const clusters = databases.filter(({ construct }) => construct.kind !== 'cluster-parameter-group');
  const ours = databases.filter(isDatabaseOfOurs);
  const drafts = ours.flatMap((database) => draftsOf(database, databases, isForVersions));
  return {
    drafts: [...drafts, ...databases.flatMap(draftOfUncovered)],
    withGroups: (all) => withGroupVersions(databases, all, placesTold(clusters)),
    told: placesTold(databases),
    constructs: ours.map(({ construct }) => construct),
  };
}

function placesTold(databases: readonly Database[]): Told {
  return new Told(databases.flatMap(({ versions }) => (versions ?? []).map((version) => ({ version }))));
}

function read(construct: Construct): Database {
  const { properties, name } = construct;
  const [written, version] = [find(properties, 'engine'), find(properties, 'engineversion')];
  const engine = written === null ? engineFromFamily(construct) : engineOf(written, name);
  const from = version ?? spreadBesideEngine(construct, engine);
  const versions = engine?.versions ?? (from === null ? null : versionsOf(from, name, engine ?? {}));
  return { construct, engine, versions };
}

/** What may give a version that is not written, nor told by the engine's name; in the CDK's classes the engine has it. */
function spreadBesideEngine({ className, properties }: Construct, engine: Engine | null): Node | null {
  const name = textOfFact(engine?.value) ?? '';
  const isOfEngine = WITH_ENGINE.test(codeOf(className));
  const told = isOfEngine ? '' : (engineNamed(name)?.engine.withoutVersion(name) ?? null);
  const written = properties.findLast((property) => property.name === 'engine');
  return written === undefined || told !== null ? null : openBeside(written);
}

/** What passes on CloudFormation's properties says the family instead of the engine. */
function engineFromFamily({ kind, properties }: Construct): Engine | null {
  const family = kind === 'cluster-parameter-group' ? find(properties, 'family') : null;
  const value = family === null ? null : settingOf(family);
  const named = engineOfFamily(textOfFact(value) ?? '');
  if (value === null || named === null) return null;
  return { value: withValue(value, () => named.engine.api), versions: null };
}

/** One of the engines by its name, or by a version in full whatever the engine is written as. */
function isDatabaseOfOurs({ construct, engine, versions }: Database): boolean {
  if (isEngineOfOurs(engine?.value)) return true;
  const isInFull = versions?.some((version) => engineWriting(writtenVersion(version)) !== null) === true;
  return isInFull && construct.kind !== 'cluster-parameter-group';
}

/** A database of an engine that is recognised and not covered: it is counted, and nothing else is said of it. */
function draftOfUncovered({ construct, engine }: Database): AssetDraft[] {
  const { kind, name, className } = construct;
  const written = textOfFact(engine?.value);
  const isCounted = kind !== 'cluster-parameter-group' && written !== null;
  if (!isCounted || uncoveredEngine(written) === null) return [];
  return [draftAt(kind, name, className, { engine: engine?.value ?? null })];
}

function draftsOf(
  { construct, engine, versions, settings }: Database,
  databases: readonly Database[],
  isForVersions: boolean,
): AssetDraft[] {
  const { kind, name, className } = construct;
  const others = databases.map((each) => each.construct);
  if (kind === 'cluster-parameter-group') {
    if (isForVersions) return [];
    const draft = draftOfGroup(construct);
    const family = familyOf(engine);
    return [family === null ? draft : { ...draft, settings: { [GROUP_FAMILY]: family, ...draft.settings } }];
  }
  const draft = draftAt(kind, name, className, {
    settings: settings ?? (isForVersions ? {} : databaseSettings(construct)),
    links: linksByProperty(construct, others),
    count: isInLoop(construct.call) ? null : 1,
  });
  const isWanted = isOnRequest(construct.call);
  const engineValue = isEngineOfOurs(engine?.value) ? (engine?.value ?? null) : null;
  const clusters = (versions ?? [null]).map((version) => ({
    ...draft,
    engine: version?.engine ?? engineValue,
    version,
    environment: version?.environment ?? null,
    ...((version?.isOption ?? engine?.isOption ?? isWanted) && { isUnselected: true as const }),
  }));
  return isForVersions ? clusters : [...clusters, ...membersOf(construct, others)];
}

/** The CDK takes the family of a parameter group from the version of its engine. */
function familyOf(engine: Engine | null): Fact | null {
  const [version] = engine?.versions ?? [];
  const product = engineNamed(textOfFact(engine?.value) ?? '');
  if (version?.state !== 'known' || product === null) return null;
  const reading = readEngineVersion(writtenVersion(version), product.id);
  if (reading.form === 'unknown') return null;
  const family = product.engine.family(reading.form === 'release' ? reading.version : reading.prefix);
  return family === null ? null : { ...version, value: family };
}

/**
 * A version on a parameter group is a place to change too: of a cluster with the same version it is one of its uses. It is
 * a pin of its own where the program has no version of a cluster, and no cluster that it gives its family: else nothing runs
 * by it.
 */
function withGroupVersions(
  databases: readonly Database[],
  drafts: readonly AssetDraft[],
  told: Told,
): AssetDraft[] {
  const result = [...drafts];
  const isOfClusters = drafts.some(({ kind, version }) => kind === 'database' && version?.state === 'known');
  for (const database of databases) {
    const { construct, engine } = database;
    if (construct.kind !== 'cluster-parameter-group' || !isDatabaseOfOurs(database)) continue;
    for (const version of engine?.versions ?? []) {
      if (version.state === 'unknown' || told.has(version)) continue;
      const index = result.findIndex(
        (each) => each.kind === 'database' && textOfFact(each.version) === version.value,
      );
      const cluster = result[index];
      if (cluster?.version?.state === 'known') {
        const use = { location: version.at, name: construct.name };
        result[index] = { ...cluster, version: { ...cluster.version, uses: [...cluster.version.uses, use] } };
      } else if (!isOfClusters && !drafts.some((draft) => isOfFamily(draft, construct))) {
        result.push(pinAt(`${construct.name}.engine`, construct.className, version, engine?.value));
      }
    }
  }
  return result;
}

/** Whether a cluster has the family of a group for its version: it writes none itself. */
function isOfFamily({ kind, version, links }: AssetDraft, { name }: Construct): boolean {
  return kind === 'database' && version === null && links.some(({ target }) => target === name);
}
