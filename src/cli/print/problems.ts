import { say, text } from '../../l10n/index.ts';
import { escapeInvisiblePath, problemsToReport, type Problem } from '../../model/index.ts';
import type { Terminal } from './terminal.ts';

/** Maximum number of sources that are named per problem; an unreachable host can have dozens of pages. */
const MAX_NAMED_SOURCES = 3;

/**
 * Prints warnings for problems that affect the result, each sentence once. `ERRATA_LENS_DEBUG` adds all other problems
 * and all sources.
 */
export function warnOfProblems(problems: readonly Problem[], terminal: Terminal): void {
  const isDebugging = Boolean(process.env.ERRATA_LENS_DEBUG);
  const reported = isDebugging ? problems : problemsToReport(problems);
  const bySentence = Map.groupBy(reported, ({ text: message }) => say(message, terminal.language));
  for (const sameSentence of bySentence.values()) {
    const [first] = sameSentence;
    if (first === undefined) continue;
    const sources = sameSentence.map(({ source }) => escapeInvisiblePath(source));
    const namedSources = isDebugging ? sources : sources.slice(0, MAX_NAMED_SOURCES);
    terminal.warn(
      text('cli.problem', {
        sources: namedSources,
        more: sources.length - namedSources.length,
        message: first.text,
      }),
    );
  }
}
