import { guideOf } from '../../aurora/guide.ts';

export const USER_GUIDE = guideOf('UserGuide');

/** All that AWS says of the versions of RDS for MySQL stands on one page: what is new, dates, releases of Extended Support. */
export const PAGE = USER_GUIDE.page('MySQL.Concepts.VersionMgmt.html');
export const UPGRADES = USER_GUIDE.page('USER_UpgradeDBInstance.MySQL.html');
