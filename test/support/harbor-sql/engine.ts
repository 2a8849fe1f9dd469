import type { EngineNames } from '../../../src/products/product.ts';

export const ENGINE: EngineNames = {
  api: 'harborsql',
  service: 'aurora',
  words: ['harborsql'],
  isNamed: (engine) => engine.trim().toLowerCase() === 'harborsql',
  isFamily: (family) => /^harborsql\d/.test(family.trim()),
  isUnmistakable: () => false,
  apiVersion: (version) => version,
  numberRange: () => null,
  ofFamily: (family) => /^harborsql(\d+)$/.exec(family)?.[1] ?? null,
  family: (version) => `harborsql${version.split('.', 1).join('')}`,
  proxyFamily: null,
  defaultVersion: () => null,
};
