import { guideOf } from '../../aurora/guide.ts';

export const USER_GUIDE = guideOf('UserGuide');

/** AWS's only page about versions of RDS for MySQL: changes, dates, releases of Extended Support. */
export const PAGE = USER_GUIDE.page('MySQL.Concepts.VersionMgmt.html');
export const UPGRADES = USER_GUIDE.page('USER_UpgradeDBInstance.MySQL.html');
