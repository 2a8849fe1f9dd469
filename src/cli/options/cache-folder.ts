import os from 'node:os';
import path from 'node:path';

/** Default of `--cache-dir`: a folder in the platform's place for caches. */
export function cacheFolder(): string {
  const home = os.homedir();
  switch (process.platform) {
    case 'win32':
      return path.join(
        process.env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'),
        'errata-lens',
        'Cache',
      );
    case 'darwin':
      return path.join(home, 'Library', 'Caches', 'errata-lens');
    default:
      return path.join(process.env.XDG_CACHE_HOME ?? path.join(home, '.cache'), 'errata-lens');
  }
}
