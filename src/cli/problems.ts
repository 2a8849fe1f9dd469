import { text } from '../l10n/index.ts';
import type { Problem } from '../model/index.ts';
import type { Terminal } from './terminal.ts';

/** Says on standard error what could not be read. */
export function warnOf(problems: readonly Problem[], terminal: Terminal): void {
  for (const { source, text: message } of problems) terminal.warn(text('cli.problem', { source, message }));
}
