import { scriptOf } from '../../../syntax/shell/index.ts';
import { formatOfFiles } from '../../reading/file-format.ts';
import { lockedVersions } from './version-lock.ts';
import { HOST_SETTINGS_CLAIM } from './names.ts';

/** Host settings in TOML files, which become the user data of machines. */
export const hostSettings = formatOfFiles(
  HOST_SETTINGS_CLAIM,
  ['version-lock'],
  (source) => ({
    drafts: lockedVersions(scriptOf(source), {
      source: 'image',
      file: source.file,
      prefix: 'settings.updates.',
    }),
  }),
  { givesWay: true },
);
