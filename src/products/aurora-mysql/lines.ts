/** A major version of Aurora MySQL. */
export interface Line {
  /** As it is called: `3`, `8.4`. Its versions begin so. */
  name: string;
  /** The MySQL that it is compatible with: what the API writes before the number, and what names it alone. */
  mysql: string;
  /** The family of its parameter groups. */
  family: string;
  /** Minor versions have two digits: `3.04.0`. */
  isPadded: boolean;
  /** The index of its release notes: `AuroraMySQL.Updates.84Updates.html`. */
  index: string;
  /** The line whose code it continues, of which the notes of both tell. */
  continues?: string;
  /** Its notes are left out: of it only the end of its support is known. */
  isOutside?: true;
}

/** In the order in which they are upgraded. */
const LINES: Line[] = [
  { name: '1', mysql: '5.6', family: 'aurora5.6', isPadded: false, index: '11', isOutside: true },
  { name: '2', mysql: '5.7', family: 'aurora-mysql5.7', isPadded: true, index: '20' },
  // It states a base, but took only Aurora's own fixes of 2.10.0 onto another MySQL: it continues nothing.
  { name: '3', mysql: '8.0', family: 'aurora-mysql8.0', isPadded: true, index: '30' },
  {
    ...{ name: '8.4', mysql: '8.4', family: 'aurora-mysql8.4', isPadded: false, index: '84' },
    continues: '3',
  },
];

export function lines(): readonly Line[] {
  return LINES;
}

/** Adds a line for as long as the process runs, or until the answer is called. */
export function registerLine(line: Line): () => void {
  LINES.push(line);
  return () => void LINES.splice(LINES.indexOf(line), 1);
}

/** The line of a version by the numbers that it begins with; undefined of one that is not known here. */
export function lineOfParts(parts: readonly (string | number)[]): Line | undefined {
  return LINES.find(({ name }) => name.split('.').every((part, nth) => Number(part) === Number(parts[nth])));
}

/** The line that is compatible with a version of MySQL: `3` of `8.0`. */
export function lineOfMysql(mysql: string): Line | undefined {
  return LINES.find((line) => line.mysql === mysql);
}
