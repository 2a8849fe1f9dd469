import type { SourceFile } from '../draft.ts';
import { parseHcl } from './parse.ts';
import type { HclFile } from './syntax.ts';

const parsed = new WeakMap<SourceFile, HclFile>();

/** Parses a file once, however many modules read it. */
export function parseFile(source: SourceFile): HclFile {
  let file = parsed.get(source);
  if (file === undefined) {
    file = parseHcl(source);
    parsed.set(source, file);
  }
  return file;
}
