import type { UpdateTask } from '../../../model/index.ts';
import type { RawItem, RawRelease } from '../../source.ts';
import { releasePageUrl } from '../urls.ts';
import { majorOf } from '../versions.ts';

/** Version of a release; the first one of a major version is written `16` in its notes. */
export function releaseNumber(written: string): string {
  return written === majorOf(written) ? `${written}.0` : written;
}

/** Section for the changes of a new major version, which fix no earlier release. */
export const MAJOR_CHANGES = 'Major version';

export function newRelease(
  written: string,
  date: string,
  items: readonly RawItem[],
  tasks: readonly UpdateTask[],
): RawRelease {
  const version = releaseNumber(written);
  const isMajor = version.endsWith('.0');
  const major = majorOf(version);
  return {
    product: 'postgresql',
    version,
    date,
    line: major,
    branch: major,
    lts: false,
    status: [],
    communityVersion: null,
    comparedTo: null,
    url: releasePageUrl(version),
    items: isMajor
      ? items.map(({ commits: _, ...item }) => ({
          ...item,
          section: item.section === 'Migration' ? item.section : MAJOR_CHANGES,
        }))
      : items,
    ...(tasks.length > 0 && { afterUpdate: tasks }),
  };
}
