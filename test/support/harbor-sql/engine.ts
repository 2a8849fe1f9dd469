import type { EngineNames } from '../../../src/products/product.ts';

export const ENGINE: EngineNames = {
  api: 'harborsql',
  words: ['harborsql'],
  isNamed: (engine) => engine.trim().toLowerCase() === 'harborsql',
  isFamily: (family) => /^harborsql\d/.test(family.trim()),
  isUnmistakable: () => false,
  apiVersion: (version) => version,
  numberRange: () => null,
  family: (version) => `harborsql${version.split('.', 1).join('')}`,
  // The questions of the checklist are about the logs and parameters of MySQL.
  isChecked: false,
  withoutVersion: () => null,
};
