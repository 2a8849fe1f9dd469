/** A major version of Aurora MySQL. */
export interface Line {
  /** Name, which its versions begin with: `3`, `8.4`. */
  name: string;
  /** Compatible MySQL version: a prefix in the API, or the whole version there. */
  mysql: string;
  /** Family of its parameter groups. */
  family: string;
  /** True if minor versions have two digits: `3.04.0`. */
  isPadded: boolean;
  /** Index of its release notes: `AuroraMySQL.Updates.84Updates.html`. */
  index: string;
  /** Earlier line whose code it continues, as the notes of both state. */
  continues?: string;
  /** Present if its notes are not read: only the end of its support is known. */
  isOutside?: true;
}

/** Lines in upgrade order. */
const LINES: Line[] = [
  { name: '1', mysql: '5.6', family: 'aurora5.6', isPadded: false, index: '11', isOutside: true },
  { name: '2', mysql: '5.7', family: 'aurora-mysql5.7', isPadded: true, index: '20' },
  // It states a base, but took only Aurora's own fixes of 2.10.0 onto another MySQL, so it continues no line.
  { name: '3', mysql: '8.0', family: 'aurora-mysql8.0', isPadded: true, index: '30' },
  {
    ...{ name: '8.4', mysql: '8.4', family: 'aurora-mysql8.4', isPadded: false, index: '84' },
    continues: '3',
  },
];

export function lines(): readonly Line[] {
  return LINES;
}

/** Adds a line until the returned function is called. */
export function registerLine(line: Line): () => void {
  LINES.push(line);
  return () => void LINES.splice(LINES.indexOf(line), 1);
}

/** Line of a version, by its first numbers; undefined if unknown. */
export function lineOfParts(parts: readonly (string | number)[]): Line | undefined {
  return LINES.find(({ name }) => name.split('.').every((part, nth) => Number(part) === Number(parts[nth])));
}

/** Line compatible with a version of MySQL: `3` for `8.0`. */
export function lineOfMysql(mysql: string): Line | undefined {
  return LINES.find((line) => line.mysql === mysql);
}
