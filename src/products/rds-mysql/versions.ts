import { rdsVersions, type RdsVersions } from '../rds/versions.ts';

const NUMBERS = rdsVersions(/5\.[1567]|8\.[0-4]|9\.\d{1,2}/);

export const VERSIONS: RdsVersions = {
  ...NUMBERS,
  // Without its product, 9.6 means PostgreSQL; MySQL 9 is a preview.
  readAlone: (written) => (written.trim().startsWith('9.') ? null : NUMBERS.readAlone(written)),
};
