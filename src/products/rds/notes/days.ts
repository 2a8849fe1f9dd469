import type { RawRelease } from '../../source.ts';
import type { RdsVersions } from '../versions.ts';

type Day = Pick<RawRelease, 'date' | 'dayBound'>;

/**
 * Day of a release. If it is unknown, the day of the next dated release of its major version is used and marked as the
 * latest possible one. A release of Extended Support has a day in its number: it came after that day and after its
 * predecessors, so the last of these days is the earliest possible one, as for a release without a dated successor.
 * @param known days by version
 * @param firstDay no release is older
 */
export function dayOfRelease(
  known: ReadonlyMap<string, string>,
  versions: RdsVersions,
  firstDay: string,
): (version: string) => Day {
  return (version) => {
    const knownDay = known.get(version);
    if (knownDay !== undefined) return { date: knownDay };
    const ofLine = [...known].filter(([other]) => versions.line(other) === versions.line(version));
    const { earlier = [], later = [] } = Object.groupBy(ofLine, ([other]) =>
      versions.compare(other, version) > 0 ? 'later' : 'earlier',
    );
    const inNumber = versions.dayIn(version);
    const [next] = daysOf(later);
    if (inNumber === null && next !== undefined) return { date: next, dayBound: 'latest' };
    const last = [...daysOf(earlier), inNumber ?? firstDay].sort().at(-1);
    return { date: last ?? firstDay, dayBound: 'earliest' };
  };
}

function daysOf(dated: readonly (readonly [string, string])[]): string[] {
  return dated.map(([, day]) => day).sort();
}
