/** A row of a table of the snapshot by its number. @throws {RangeError} where there is none */
export function tableRow<T>(table: readonly T[], index: number): T {
  const found = table[index];
  if (found === undefined)
    throw new RangeError(`The snapshot names row ${index} of a table of ${table.length}.`);
  return found;
}
