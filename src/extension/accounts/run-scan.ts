/**
 * Everything that needs the AWS SDK, loaded with the first scan. It runs in the extension host's main thread and not in
 * the analysis thread: the editor makes its proxy settings and certificates hold for https there only. The work is
 * waiting for answers; judging them is the analysis thread's.
 */
export { readProfiles, scanAccount } from '../../inventory/index.ts';
export { writeKeptScan } from './kept-scan.ts';
