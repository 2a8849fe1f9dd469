import type { EngineNames } from '../product.ts';
import { VERSIONS } from './versions.ts';

export const ENGINE: EngineNames = {
  api: 'postgres',
  service: 'rds',
  words: ['postgres'],
  isNamed: (engine) => /^postgres(?:ql)?$/i.test(engine.trim()),
  isFamily: (family) => /^postgres\d/.test(family.trim()),
  isUnmistakable(version) {
    const read = VERSIONS.read(version);
    return read.form === 'release' && VERSIONS.isOfExtendedSupport(read.version);
  },
  apiVersion: VERSIONS.apiVersion,
  isAccepted: VERSIONS.isTaken,
  numberRange: (written) => (ENGINE.isUnmistakable(written) ? { start: 0, end: written.length } : null),
  family: (version) => `postgres${VERSIONS.line(version)}`,
  ofFamily: (family) => /^postgres(9\.\d|\d{2})$/.exec(family.trim())?.[1] ?? null,
  proxyFamily: 'POSTGRESQL',
  defaultVersion: () => null,
};
