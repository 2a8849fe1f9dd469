import { OTHER_SETTINGS, locationOfPart } from '../../../../model/index.ts';
import { text } from '../../../../l10n/index.ts';
import { codeOf, propertyValue, type Program, qualifiedNameOf } from '../../../../syntax/programs/index.ts';
import type { Fact } from '../../../../values/index.ts';
import { knownFactAt, unknownFactAt } from '../../../../values/programs/index.ts';
import { engineOfSst, SST_CLUSTERS } from '../../../../vocabulary/index.ts';
import { findConstructs, type Construct } from './constructs.ts';
import { engineVersionOf, writtenVersion, type Database } from './versions.ts';

/** Other libraries have classes of these names: the global one follows `sst.aws`, the other one is imported. */
export const SST_CLASS = /(?<=sst\.aws\.)Aurora(?=\()|(?<![\w$])RDS(?=\()/g;
const SST_IMPORT = /(?:^|\s)@?sst[./]|serverless-stack/;

/** SST clusters. Only engine and version are read: the other properties are specific to SST. */
export function sstDatabasesIn(program: Program): Database[] {
  return findConstructs(SST_CLASS, program, () => 'database')
    .filter(({ className }) => SST_IMPORT.test(qualifiedNameOf(className)))
    .map(sstDatabaseOf);
}

function sstDatabaseOf(construct: Construct): Database {
  const { call, className, name, properties } = construct;
  const [written, version] = [propertyValue(properties, 'engine'), propertyValue(properties, 'version')];
  const named = written === null ? null : engineIn(engineVersionOf(written, name));
  const own = Object.entries(SST_CLUSTERS[codeOf(className)] ?? {});
  return {
    construct: { ...construct, properties: [] },
    engine: named && { value: named.engine, version: null },
    version: version === null ? (named?.version ?? null) : engineVersionOf(version, name),
    settings: {
      ...Object.fromEntries(own.map(([setting, value]) => [setting, knownFactAt(value, call)])),
      [OTHER_SETTINGS]: unknownFactAt(call),
    },
  };
}

/** Engine in a text, and the version that follows its name. */
function engineIn(written: Fact): { engine: Fact; version: Fact } | null {
  const whole = writtenVersion(written);
  const found = engineOfSst(whole);
  if (found === null || written.state === 'unknown') return null;
  const engine = { ...written, value: found.engine };
  const start = whole.length - (found.version?.length ?? 0);
  const at = locationOfPart(written.at, whole, { start, end: whole.length });
  const version: Fact =
    found.version === null
      ? { state: 'unknown', reason: text('inventory.toolDefault', { name: 'SST' }), at: null }
      : { ...written, value: found.version, at };
  return { engine, version };
}
