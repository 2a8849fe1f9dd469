import type { RawRelease } from '../../source.ts';
import type { RdsVersions } from '../versions.ts';

type Day = Pick<RawRelease, 'date' | 'isDayBound'>;

/**
 * Day of a release. If it is unknown, the day of the next dated release of its major version is used and marked as an
 * upper bound. A release of Extended Support has a day in its number: it came after that day and after its predecessors.
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
    const date = inNumber === null ? daysOf(later)[0] : [...daysOf(earlier), inNumber].sort().at(-1);
    return { date: date ?? firstDay, isDayBound: true };
  };
}

function daysOf(dated: readonly (readonly [string, string])[]): string[] {
  return dated.map(([, day]) => day).sort();
}
