import { guideOf } from '../../aurora/guide.ts';

export const RELEASE_NOTES_GUIDE = guideOf('PostgreSQLReleaseNotes');

/** Minor versions and revisions, on one page. */
export const UPDATES = RELEASE_NOTES_GUIDE.page('postgresql-versions.html');
export const EXTENDED = RELEASE_NOTES_GUIDE.page('postgresql-extendedsupport.html');
/** History with every release and its day, including those that the other pages lack so far. */
export const HISTORY = RELEASE_NOTES_GUIDE.page('doc-history.html');
export const CALENDAR = RELEASE_NOTES_GUIDE.page('postgresql-release-calendar.html');
