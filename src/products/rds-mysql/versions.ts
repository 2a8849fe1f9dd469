import type { ProductVersions } from '../product.ts';
import { rdsVersions, type RdsVersions } from '../rds/versions.ts';

const NUMBERS = rdsVersions(/5\.[1567]|8\.[0-4]|9\.\d{1,2}/);

/** Aurora MySQL has similar numbers on its line 8.4, and 9 is in the preview environment only. */
const NOT_ALONE = /^(?:8\.4|9)\./;

/** Release for a full number unlike any of Aurora MySQL: `8.0.35`. */
function readAlone(written: string): ReturnType<ProductVersions['readAlone']> {
  const understood = NUMBERS.read(written);
  const isOwn = understood.form === 'release' && !NOT_ALONE.test(understood.version);
  return isOwn ? understood.version : NUMBERS.readAlone(written);
}

export const VERSIONS: RdsVersions = { ...NUMBERS, readAlone };
