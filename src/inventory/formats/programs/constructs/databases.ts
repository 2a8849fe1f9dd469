import { ReportedPlaces } from '../../../resources/reported-places.ts';
import { GROUP_FAMILY } from '../../../../vocabulary/index.ts';
import {
  engineNamed,
  engineOfFamily,
  engineOfUnmistakableVersion,
  readEngineVersion,
  uncoveredEngine,
} from '../../../../products/index.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import { sourcesIn } from '../../../resources/versions/version-facts.ts';
import { type Fact, textOfFact, withValue } from '../../../../values/index.ts';
import {
  codeOf,
  propertyValue,
  isInLoop,
  qualifiedNameOf,
  type Program,
  type Node,
} from '../../../../syntax/programs/index.ts';
import { constructsIn, type Construct } from './constructs.ts';
import { draftAt, pinAt } from './drafts.ts';
import { linksByProperty } from './links.ts';
import { membersOf } from './members.ts';
import { databaseSettings, draftOfGroup, instanceSettings } from './settings.ts';
import { sstDatabasesIn } from './sst.ts';
import {
  type Database,
  type Engine,
  engineOf,
  isCoveredEngine,
  engineVersionOf,
  writtenVersion,
} from './versions.ts';
import { mayPassMore, openSpreadBeside, factOf, unknownFactAt } from '../../../../values/programs/index.ts';

/** Classes whose engine argument includes the version. */
const WITH_ENGINE = /^(?:New)?(?:Database|Serverless)(?:Cluster|Instance)/;
const OF_RDS = /rds/i;

/** Databases that the constructs of a program create. */
export interface ProgramDatabases {
  drafts: AssetDraft[];
  /** Adds versions of parameter groups, which may belong to clusters elsewhere. */
  withGroups: (drafts: readonly AssetDraft[]) => AssetDraft[];
  /** Versions that constructs name, of any engine: no other reader has to report them. */
  reported: ReportedPlaces;
  /** Constructs of a covered or unknown engine. */
  constructs: readonly Construct[];
}

export function databasesOf(program: Program): ProgramDatabases {
  const databases = [...constructsIn(program).map(databaseOf), ...sstDatabasesIn(program)];
  const clusters = databases.filter(({ construct }) => !isGroup(construct));
  const ours = databases.filter((database) => isSupported(database) || isOfUnknownEngine(database));
  const drafts = ours.flatMap((database) => draftsOf(database, databases));
  return {
    drafts: [...drafts, ...databases.flatMap(draftOfUnsupported)],
    withGroups: (all) => withGroupVersions(databases, all, reportedPlaces(clusters)),
    reported: reportedPlaces(databases),
    constructs: ours.map(({ construct }) => construct),
  };
}

function reportedPlaces(databases: readonly Database[]): ReportedPlaces {
  return new ReportedPlaces(databases.map(({ version }) => ({ version })));
}

function isGroup({ kind }: Construct): boolean {
  return kind === 'cluster-parameter-group';
}

function databaseOf(construct: Construct): Database {
  const { properties, name } = construct;
  const [written, own] = [propertyValue(properties, 'engine'), propertyValue(properties, 'engineversion')];
  const engine = written === null ? engineFromFamily(construct) : engineOf(written, name);
  const from = own ?? spreadBesideEngine(construct, engine);
  const version = engine?.version ?? (from === null ? null : engineVersionOf(from, name));
  return { construct, engine, version };
}

/**
 * Spread object beside a written engine that may contain the version. Null if the engine implies one: in CDK classes it
 * contains its version, elsewhere it may have a default.
 */
function spreadBesideEngine({ className, properties }: Construct, engine: Engine | null): Node | null {
  const name = textOfFact(engine?.value) ?? '';
  const isOfEngine = WITH_ENGINE.test(codeOf(className));
  const without = isOfEngine ? '' : (engineNamed(name)?.engine.defaultVersion(name) ?? null);
  const written = properties.findLast((property) => property.name === 'engine');
  return written === undefined || without !== null ? null : openSpreadBeside(written);
}

/** Engine of a group with CloudFormation properties, derived from its family. */
function engineFromFamily({ kind, properties }: Construct): Engine | null {
  const family = kind === 'cluster-parameter-group' ? propertyValue(properties, 'family') : null;
  const value = family === null ? null : factOf(family);
  const named = engineOfFamily(textOfFact(value) ?? '');
  if (value === null || named === null) return null;
  return { value: withValue(value, () => named.engine.api), version: null };
}

/** True for a covered engine, by its name or by a full version if the engine is computed. */
function isSupported({ construct, engine, version }: Database): boolean {
  if (isCoveredEngine(engine?.value)) return true;
  return (
    version !== null && engineOfUnmistakableVersion(writtenVersion(version)) !== null && !isGroup(construct)
  );
}

/**
 * True if code computes the engine, passes all properties at once, or names only a source: the database may have any
 * engine.
 */
function isOfUnknownEngine({ construct, engine }: Database): boolean {
  const { className, call, properties } = construct;
  if (engine !== null || isGroup(construct)) return false;
  return (
    propertyValue(properties, 'engine') !== null ||
    (OF_RDS.test(qualifiedNameOf(className)) && mayPassMore(call)) ||
    takesVersionOfSource(construct)
  );
}

/** True for a replica or a copy, which has engine and version of its source. */
function takesVersionOfSource({ kind, properties }: Construct): boolean {
  if (propertyValue(properties, 'engine') !== null) return false;
  return sourcesIn({ kind, settings: instanceSettings(kind, properties) }).length > 0;
}

/** Draft of a database whose engine is recognised and not covered: it is only counted. */
function draftOfUnsupported({ construct, engine }: Database): AssetDraft[] {
  const { kind, name, className } = construct;
  const written = textOfFact(engine?.value);
  if (isGroup(construct) || written === null || uncoveredEngine(written) === null) return [];
  return [draftAt(kind, name, className, { engine: engine?.value ?? null })];
}

function draftsOf(database: Database, databases: readonly Database[]): AssetDraft[] {
  const { construct, engine, settings } = database;
  const { kind, name, className, call, properties } = construct;
  const others = databases.map((each) => each.construct);
  if (isGroup(construct)) {
    const draft = draftOfGroup(construct);
    const family = familyOf(engine);
    return [family === null ? draft : { ...draft, settings: { [GROUP_FAMILY]: family, ...draft.settings } }];
  }
  const unknownEngine =
    engine === null && !isSupported(database) && !takesVersionOfSource(construct)
      ? unknownFactAt(propertyValue(properties, 'engine') ?? call)
      : null;
  const draft = draftAt(kind, name, className, {
    engine: unknownEngine ?? (isCoveredEngine(engine?.value) ? (engine?.value ?? null) : null),
    version: database.version ?? unknownEngine,
    settings: settings ?? databaseSettings(construct),
    links: linksByProperty(construct, others),
    count: isInLoop(call) ? null : 1,
  });
  return [draft, ...membersOf(construct, others)];
}

/** Family of a parameter group; the CDK derives it from the version of its engine. */
function familyOf(engine: Engine | null): Fact | null {
  const version = engine?.version;
  const product = engineNamed(textOfFact(engine?.value) ?? '');
  if (version?.state !== 'known' || product === null) return null;
  const reading = readEngineVersion(writtenVersion(version), product.id);
  if (reading.form === 'unknown') return null;
  const family = product.engine.family(reading.form === 'release' ? reading.version : reading.prefix);
  return family === null ? null : { ...version, value: family };
}

/**
 * Adds versions of parameter groups. A group's version also has to be changed in an upgrade: it is a use of a cluster's
 * version if both are equal. It is a pin of its own if the program has no version of a cluster and no cluster takes its
 * family from the group: otherwise nothing runs that version.
 */
function withGroupVersions(
  databases: readonly Database[],
  drafts: readonly AssetDraft[],
  reported: ReportedPlaces,
): AssetDraft[] {
  const result = [...drafts];
  const isOfDatabases = drafts.some((draft) => isWholeDatabase(draft) && draft.version?.state === 'known');
  for (const database of databases) {
    const { construct, engine } = database;
    const version = engine?.version;
    if (!isGroup(construct) || !isSupported(database)) continue;
    if (version?.state !== 'known' || reported.has(version)) continue;
    const index = result.findIndex(
      (each) => isWholeDatabase(each) && textOfFact(each.version) === version.value,
    );
    const cluster = result[index];
    if (cluster?.version?.state === 'known') {
      const use = { location: version.at, name: construct.name };
      result[index] = { ...cluster, version: { ...cluster.version, uses: [...cluster.version.uses, use] } };
    } else if (!isOfDatabases && !drafts.some((draft) => isOfFamily(draft, construct))) {
      result.push(pinAt(`${construct.name}.engine`, construct.className, version, engine?.value));
    }
  }
  return result;
}

/** True for a cluster, and for an instance that is a member of none. */
function isWholeDatabase({ kind, links }: AssetDraft): boolean {
  return kind === 'database' || (kind === 'db-instance' && !links.some(({ role }) => role === 'member-of'));
}

/** True for a database without a version of its own, which takes it from the family of a group. */
function isOfFamily(draft: AssetDraft, { name }: Construct): boolean {
  const { version, links } = draft;
  return isWholeDatabase(draft) && version === null && links.some(({ target }) => target === name);
}
