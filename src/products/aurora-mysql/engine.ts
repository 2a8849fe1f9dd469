import type { EngineNames } from '../product.ts';
import { lineOfParts, lines } from './lines.ts';
import { auroraEngineVersion, auroraNumberRange } from './versions.ts';

export const ENGINE: EngineNames = {
  api: 'aurora-mysql',
  service: 'aurora',
  words: ['mysql_aurora', 'aurora-mysql'],
  // `aurora` means Aurora MySQL version 1 and, in old templates, version 2.
  isNamed: (engine) => /^aurora(-mysql)?$/i.test(engine.trim()),
  isFamily: (family) => /^aurora(-mysql\d|5\.6)/.test(family.trim()),
  isUnmistakable: (version) => version.includes('mysql_aurora'),
  apiVersion: auroraEngineVersion,
  numberRange: auroraNumberRange,
  family: (version) => lineOfParts(version.split('.'))?.family ?? null,
  ofFamily: (family) => lines().find((line) => line.family === family.trim())?.name ?? null,
  proxyFamily: 'MYSQL',
  // The default version of the engine name `aurora` is always 1.
  defaultVersion: (engine) => (engine.trim().toLowerCase() === 'aurora' ? '1' : null),
};
