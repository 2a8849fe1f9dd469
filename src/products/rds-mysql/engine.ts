import type { EngineNames } from '../product.ts';
import { VERSIONS } from './versions.ts';

export const ENGINE: EngineNames = {
  api: 'mysql',
  service: 'rds',
  words: ['mysql'],
  isNamed: (engine) => /^mysql$/i.test(engine.trim()),
  isFamily: (family) => /^mysql\d/.test(family.trim()),
  isUnmistakable(version) {
    const read = VERSIONS.read(version);
    return read.form === 'release' && VERSIONS.isOfExtendedSupport(read.version);
  },
  apiVersion: VERSIONS.apiVersion,
  isAccepted: VERSIONS.isTaken,
  numberRange: (written) => (ENGINE.isUnmistakable(written) ? { start: 0, end: written.length } : null),
  family: (version) => `mysql${VERSIONS.line(version)}`,
  ofFamily: (family) => /^mysql(\d\.\d{1,2})$/.exec(family.trim())?.[1] ?? null,
  proxyFamily: 'MYSQL',
  defaultVersion: () => null,
};
