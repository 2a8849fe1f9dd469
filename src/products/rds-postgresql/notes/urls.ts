import { guideOf } from '../../aurora/guide.ts';

export const NOTES = guideOf('PostgreSQLReleaseNotes');

/** Minor versions and revisions, on one page. */
export const UPDATES = NOTES.page('postgresql-versions.html');
export const EXTENDED = NOTES.page('postgresql-extendedsupport.html');
/** Names every release with its day, those that the other pages do not have yet among them. */
export const HISTORY = NOTES.page('doc-history.html');
export const CALENDAR = NOTES.page('postgresql-release-calendar.html');
