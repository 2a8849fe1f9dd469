import { text, type Language } from '../../l10n/index.ts';
import { createTerminal } from './terminal.ts';

let isListening = false;

/** Ends the program with one line and the exit code 2 where a result cannot be written: its disk is full, or gone. */
export function endOnLostOutput(language: Language): void {
  if (isListening) return;
  isListening = true;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has enough has closed the pipe: that is no loss.
    if (error.code === 'EPIPE') return;
    createTerminal(language).warn(text('cli.outputLost', { reason: error.code ?? error.message }));
    process.exit(2);
  });
}
