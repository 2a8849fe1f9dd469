import type { EngineNames } from '../product.ts';
import { minorOf, numberRange, VERSIONS } from './versions.ts';

export const ENGINE: EngineNames = {
  api: 'aurora-postgresql',
  service: 'aurora',
  words: ['aurora-postgresql'],
  isNamed: (engine) => /^aurora-postgres(?:ql)?$/i.test(engine.trim()),
  isFamily: (family) => /^aurora-postgresql\d/.test(family.trim()),
  isUnmistakable: (version) => /^\d+\.\d+-limitless$/i.test(version.trim()),
  // The API uses the minor version alone, whatever patch runs.
  apiVersion: minorOf,
  numberRange,
  family: (version) => `aurora-postgresql${VERSIONS.line(version).split('-', 1).join('')}`,
  ofFamily: (family) => /^aurora-postgresql(9\.6|\d{2})$/.exec(family.trim())?.[1] ?? null,
  proxyFamily: 'POSTGRESQL',
  defaultVersion: () => null,
};
