import {
  parseHcl,
  parseJsonCode,
  parseJsonValues,
  type HclFile,
  type SourceFile,
} from '../../../../syntax/index.ts';
import { isNeeded } from './needed-blocks.ts';

const parsed = new WeakMap<SourceFile, HclFile>();

/** Parses a file once, however many modules read it. */
export function parseFile(source: SourceFile): HclFile {
  let file = parsed.get(source);
  if (file === undefined) {
    file = parse(source);
    parsed.set(source, file);
  }
  return file;
}

function parse(source: SourceFile): HclFile {
  if (/\.tfvars\.json$/i.test(source.file)) return parseJsonValues(source);
  return /\.json$/i.test(source.file) ? parseJsonCode(source) : parseHcl(source, isNeeded);
}
