import { globSync, readFileSync } from 'node:fs';

/** Source of the file that contains a check, by its id. */
export function sourceOfCheck(id: string): string {
  const [file] = globSync(`src/analysis/checks/**/${id}.ts`);
  if (file === undefined) throw new Error(`No file in src/analysis/checks is named ${id}.ts.`);
  return readFileSync(file, 'utf8');
}
