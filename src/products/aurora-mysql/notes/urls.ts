import { guideOf } from '../../aurora/guide.ts';

const NOTES = guideOf('AuroraMySQLReleaseNotes');

/** Guide of the release notes; every page is a direct child. */
export const GUIDE = NOTES.url;
export const pageUrl = NOTES.page;
export const guidePage = NOTES.pageOf;
