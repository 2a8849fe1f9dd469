/** Replaces files/disk/disk.ts. */
export { openedFolders as disk } from '../opened-folder.ts';
