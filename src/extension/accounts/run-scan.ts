/**
 * Functions that need the AWS SDK, loaded with the first scan. They run in the extension host's main thread, where VS
 * Code applies its proxy settings and certificates to https. The analysis thread judges the result.
 */
export { readProfiles, scanAccount } from '../../inventory/index.ts';
export { writeKeptScan } from './kept-scan.ts';
