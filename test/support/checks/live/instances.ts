import { RDS } from '@aws-sdk/client-rds';
import type { Config } from '../../accounts/fleet.ts';

const SIGN_IN = { MasterUsername: 'admin_user', MasterUserPassword: 'not-a-secret-1' };

/** A Region of databases of Amazon RDS: their storage can grow, cannot, or belongs to a Multi-AZ cluster. */
export async function createInstances(config: Config): Promise<void> {
  const rds = new RDS(config);
  const instance = {
    Engine: 'postgres',
    EngineVersion: '16.6',
    DBInstanceClass: 'db.r6g.large',
    AllocatedStorage: 100,
    ...SIGN_IN,
  };
  await rds.createDBInstance({ ...instance, DBInstanceIdentifier: 'growing', MaxAllocatedStorage: 500 });
  await rds.createDBInstance({ ...instance, DBInstanceIdentifier: 'full' });
  await rds.createDBCluster({
    DBClusterIdentifier: 'three',
    Engine: 'postgres',
    EngineVersion: '16.6',
    DBClusterInstanceClass: 'db.r6gd.large',
    AllocatedStorage: 100,
    Iops: 1000,
    StorageType: 'io1',
    ...SIGN_IN,
  });
}
