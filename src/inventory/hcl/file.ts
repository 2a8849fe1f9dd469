import type { WorkspaceView } from '../reading/format.ts';
import { text } from '../../l10n/index.ts';
import { memoize, type Problem } from '../../model/index.ts';
import {
  parseHcl,
  parseJsonCode,
  parseJsonValues,
  type HclFile,
  type SourceFile,
} from '../../syntax/index.ts';
import { mayContainPin, isNeeded } from '../../vocabulary/index.ts';

/** Parses a file once for all modules that read it. */
export const parseFile = memoize((source: SourceFile): HclFile => {
  if (/\.tfvars\.json$/i.test(source.file)) return parseJsonValues(source);
  return /\.json$/i.test(source.file) ? parseJsonCode(source) : parseHcl(source, isNeeded);
});

/** Parsed files by name, without those that cannot be read. */
export function parsedFiles(names: readonly string[], { read }: Pick<WorkspaceView, 'read'>): HclFile[] {
  return names.flatMap((name) => read(name) ?? []).map(parseFile);
}

/** True if the values of a file may contain a version or an image, by its text. */
export const hasWords = memoize(({ text }: HclFile): boolean => mayContainPin(text));

/** First problem of each file. */
export function problemsOf(files: readonly HclFile[]): Problem[] {
  return files.flatMap(({ file, errors: [first] }) =>
    first === undefined
      ? []
      : [
          {
            source: file,
            text: text(first.near === '' ? 'problem.syntax.end' : 'problem.syntax', {
              line: first.line,
              error: first.near,
            }),
          },
        ],
  );
}
