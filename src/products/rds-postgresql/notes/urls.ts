import { guideOf } from '../../aurora/guide.ts';

export const NOTES = guideOf('PostgreSQLReleaseNotes');

/** Minor versions and revisions, on one page. */
export const UPDATES = NOTES.page('postgresql-versions.html');
export const EXTENDED = NOTES.page('postgresql-extendedsupport.html');
/** History with every release and its day, including those that the other pages lack so far. */
export const HISTORY = NOTES.page('doc-history.html');
export const CALENDAR = NOTES.page('postgresql-release-calendar.html');
