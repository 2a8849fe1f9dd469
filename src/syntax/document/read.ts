import type { Problem } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import type { SourceFile } from '../source.ts';
import { readJson } from './json.ts';
import { hasTemplating } from './mask.ts';
import type { ParsedDocument } from './node.ts';
import { readYaml } from './yaml.ts';

/**
 * The documents of a YAML or JSON file; which of both it is tells its name, or its first character. Of YAML `text` can be
 * parsed in place of the file's own: as long, with what nobody reads taken out.
 */
export function readDocuments(source: SourceFile, text = source.text): readonly ParsedDocument[] {
  const before = latest.find((each) => each.source === source && each.text === text);
  if (before !== undefined) return before.documents;
  const isJson = source.file.toLowerCase().endsWith('.json') || /^\s*\{\s*["}]/.test(source.text);
  const documents = isJson ? readJsonOrTemplate(source) : readYaml(source, text);
  latest.unshift({ source, text, documents });
  let left = MOST_TEXT;
  const tooMany = latest.findIndex(
    ({ text }, nth) => nth === MOST_LATEST || (nth > 0 && (left -= text.length) < 0),
  );
  if (tooMany > 0) latest.length = tooMany;
  return documents;
}

/** JSON that a text template writes is read as YAML, which it is too: there an expression can stand for a number. */
function readJsonOrTemplate(source: SourceFile): readonly ParsedDocument[] {
  const document = readJson(source);
  if (document.errors.length === 0 || !hasTemplating(source.text)) return [document];
  const documents = readYaml(source);
  return documents.every(({ errors }) => errors.length === 0) ? documents : [document];
}

/** Several formats read the same file one after the other, and several stacks the same nested one. */
const latest: { source: SourceFile; text: string; documents: readonly ParsedDocument[] }[] = [];
const MOST_LATEST = 100;
/** Characters of all but the last one: what is parsed of them takes several times as much memory. */
const MOST_TEXT = 200_000;

/** One problem a file at most: after the first error the others are mostly its consequences. */
export function syntaxProblems(file: string, documents: readonly ParsedDocument[]): Problem[] {
  const error = documents.flatMap((document) => document.errors).at(0);
  if (error === undefined) return [];
  return [
    {
      source: file,
      text: text(error.message === '' ? 'problem.syntax.end' : 'problem.syntax', {
        error: error.message,
        line: error.line,
      }),
    },
  ];
}

/** As {@link syntaxProblems}; of a file without errors, whether it had to be read as a text template. */
export function documentProblems(file: string, documents: readonly ParsedDocument[]): Problem[] {
  const problems = syntaxProblems(file, documents);
  if (problems.length > 0 || !documents.some((document) => document.isTemplate)) return problems;
  return [{ source: file, text: text('problem.textTemplate') }];
}
