import type { RawRelease } from '../../source.ts';
import type { RdsVersions } from '../versions.ts';

type Day = Pick<RawRelease, 'date' | 'isDayBound'>;

/**
 * The day of a release. Where nobody tells it, it came out by the next one of its major version that has a day: that is the
 * day that is kept, and marked as a bound. One of Extended Support came after the day in its number and after those before it.
 * @param known days by version
 * @param firstDay no release is older
 */
export function dayIn(
  known: ReadonlyMap<string, string>,
  versions: RdsVersions,
  firstDay: string,
): (version: string) => Day {
  return (version) => {
    const told = known.get(version);
    if (told !== undefined) return { date: told };
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
