/**
 * Row of a snapshot's table by number.
 * @throws {RangeError} if there is none
 */
export function tableRow<T>(table: readonly T[], index: number): T {
  const found = table[index];
  if (found === undefined)
    throw new RangeError(`The snapshot names row ${index} of a table of ${table.length}.`);
  return found;
}
