import type { ProductVersions } from '../product.ts';
import { rdsVersions, type RdsVersions } from '../rds/versions.ts';

const NUMBERS = rdsVersions(/5\.[1567]|8\.[0-4]|9\.\d{1,2}/);

/** Numbers that name no release here without the product: Aurora MySQL has similar ones on 8.4, and 9 is a preview. */
const AMBIGUOUS_NUMBER = /^(?:8\.4|9)\./;

/** Release for a full number unlike any of Aurora MySQL: `8.0.35`. */
function readAlone(written: string): ReturnType<ProductVersions['readAlone']> {
  const understood = NUMBERS.read(written);
  const isOwn = understood.form === 'release' && !AMBIGUOUS_NUMBER.test(understood.version);
  return isOwn ? understood.version : NUMBERS.readAlone(written);
}

export const VERSIONS: RdsVersions = { ...NUMBERS, readAlone };
