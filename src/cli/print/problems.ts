import { say, text } from '../../l10n/index.ts';
import { visiblePath, problemsToReport, type Problem } from '../../model/index.ts';
import type { Terminal } from './terminal.ts';

/** Maximum number of sources that are named per problem; an unreachable host can have dozens of pages. */
const MAX_NAMED_SOURCES = 3;

/**
 * Prints warnings for problems that affect the result, each sentence once. `ERRATA_LENS_DEBUG` adds all other problems
 * and all sources.
 */
export function warnOf(problems: readonly Problem[], terminal: Terminal): void {
  const isAll = Boolean(process.env.ERRATA_LENS_DEBUG);
  const reported = isAll ? problems : problemsToReport(problems);
  const bySentence = Map.groupBy(reported, ({ text: message }) => say(message, terminal.language));
  for (const same of bySentence.values()) {
    const [first] = same;
    if (first === undefined) continue;
    const sources = same.map(({ source }) => visiblePath(source));
    const named = isAll ? sources : sources.slice(0, MAX_NAMED_SOURCES);
    terminal.warn(
      text('cli.problem', { sources: named, more: sources.length - named.length, message: first.text }),
    );
  }
}
