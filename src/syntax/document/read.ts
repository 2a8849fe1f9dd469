import type { Problem } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import type { SourceFile } from '../source.ts';
import { readJson } from './json.ts';
import { hasTemplating } from './text/mask.ts';
import type { ParsedDocument } from './node.ts';
import { readYaml } from './yaml/yaml.ts';

/**
 * Documents of a YAML or JSON file, whose name or first character selects the language.
 * @param text replaces the YAML text; has the same length, with blanks in place of parts to skip
 */
export function readDocuments(source: SourceFile, text = source.text): readonly ParsedDocument[] {
  const before = recentResults.find((each) => each.source === source && each.text === text);
  if (before !== undefined) return before.documents;
  const isJson = source.file.toLowerCase().endsWith('.json') || /^\s*\{\s*["}]/.test(source.text);
  const documents = isJson ? readJsonOrTemplate(source) : readYaml(source, text);
  recentResults.unshift({ source, text, documents });
  let left = MAX_RECENT_CHARACTERS;
  const tooMany = recentResults.findIndex(
    ({ text }, nth) => nth === MAX_RECENT_RESULTS || (nth > 0 && (left -= text.length) < 0),
  );
  if (tooMany > 0) recentResults.length = tooMany;
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
const recentResults: { source: SourceFile; text: string; documents: readonly ParsedDocument[] }[] = [];
const MAX_RECENT_RESULTS = 100;
/**
 * Maximum number of characters of all cached results except the last: parsed documents take several times as much
 * memory.
 */
const MAX_RECENT_CHARACTERS = 200_000;

/** At most one problem for each file: errors after the first are mostly its consequences. */
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

/** Like {@link syntaxProblems}. Reports a file without errors if it was read as a text template. */
export function documentProblems(file: string, documents: readonly ParsedDocument[]): Problem[] {
  const problems = syntaxProblems(file, documents);
  if (problems.length > 0 || !documents.some((document) => document.isTemplate)) return problems;
  return [{ source: file, text: text('problem.textTemplate') }];
}
