import type { Problem } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import type { SourceFile } from '../source.ts';
import { readJson } from './json.ts';
import { hasTemplating } from './text/mask.ts';
import type { ParsedDocument } from './node.ts';
import { readYaml } from './yaml/yaml.ts';

/**
 * Documents of a YAML or JSON file, distinguished by its name, or its first character. For YAML, `text` can replace the
 * file's own: of the same length, without unread parts.
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

/** Reads JSON from a text template as YAML, a superset in which an expression can replace a number. */
function readJsonOrTemplate(source: SourceFile): readonly ParsedDocument[] {
  const document = readJson(source);
  if (document.errors.length === 0 || !hasTemplating(source.text)) return [document];
  const documents = readYaml(source);
  return documents.every(({ errors }) => errors.length === 0) ? documents : [document];
}

/** Recent results: several formats read the same file in turn, and several stacks the same nested one. */
const latest: { source: SourceFile; text: string; documents: readonly ParsedDocument[] }[] = [];
const MOST_LATEST = 100;
/** Limit of characters of all but the last one: parsed documents take several times as much memory. */
const MOST_TEXT = 200_000;

/** At most one problem per file: after the first error the others are mostly its consequences. */
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

/** Like {@link syntaxProblems}; for a file without errors, a problem if it was read as a text template. */
export function documentProblems(file: string, documents: readonly ParsedDocument[]): Problem[] {
  const problems = syntaxProblems(file, documents);
  if (problems.length > 0 || !documents.some((document) => document.isTemplate)) return problems;
  return [{ source: file, text: text('problem.textTemplate') }];
}
