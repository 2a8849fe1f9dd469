import type { EngineNames } from '../product.ts';
import { auroraEngineVersion, auroraLine, auroraNumberRange } from './versions.ts';

/** Parameter group families by line of versions. */
const FAMILIES: Readonly<Record<string, string>> = {
  '1': 'aurora5.6',
  '2': 'aurora-mysql5.7',
  '3': 'aurora-mysql8.0',
  '8.4': 'aurora-mysql8.4',
};

export const ENGINE: EngineNames = {
  api: 'aurora-mysql',
  service: 'aurora',
  words: ['mysql_aurora', 'aurora-mysql'],
  // `aurora` is Aurora MySQL version 1 and, in old templates, version 2.
  isNamed: (engine) => /^aurora(-mysql)?$/i.test(engine.trim()),
  isFamily: (family) => /^aurora(-mysql\d|5\.6)/.test(family.trim()),
  isUnmistakable: (version) => version.includes('mysql_aurora'),
  apiVersion: auroraEngineVersion,
  numberRange: auroraNumberRange,
  family: (version) => FAMILIES[auroraLine(version)] ?? null,
  ofFamily: (family) => Object.entries(FAMILIES).find(([, name]) => name === family.trim())?.[0] ?? null,
  proxyFamily: 'MYSQL',
  // The engine that is called `aurora` has version 1 alone as its default.
  withoutVersion: (engine) => (engine.trim().toLowerCase() === 'aurora' ? '1' : null),
};
