import { createHash } from 'node:crypto';
import type { Finding } from '../../model/index.ts';

/**
 * What makes a finding the same one in another scan: its rule, what it is about and the version. Not its lines, which move,
 * and not its count of bugs, which grows with the catalogue.
 */
export function fingerprintOf({ ruleId, assetId, bugs }: Finding): string {
  return hash([ruleId, assetId, bugs?.version ?? '']);
}

/** 32 hex digits that follow from the parts alone. */
export function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
