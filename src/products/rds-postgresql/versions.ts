import { rdsVersions } from '../rds/versions.ts';

export const VERSIONS = rdsVersions(/9\.[3-6]|[1-9]\d/);
