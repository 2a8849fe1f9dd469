import { guideOf } from '../../aurora/guide.ts';

export const NOTES = guideOf('AuroraPostgreSQLReleaseNotes');

/** Page of all releases. */
export const UPDATES = NOTES.page('AuroraPostgreSQL.Updates.html');
export const LIMITLESS = NOTES.page('limitless-updates.html');
export const BABELFISH = NOTES.page('AuroraBabelfish.Updates.html');
export const PLAN_MANAGEMENT = NOTES.page('auroraqpm.updates.html');
export const CALENDAR = NOTES.page('aurorapostgresql-release-calendar.html');
