import * as vscode from 'vscode';
import type { Text } from '../../model/index.ts';
import type { Disposable } from '../disposable.ts';
import { localized } from '../language.ts';

/** Output channel with files and pages that were read, times and errors. */
export interface Log extends Disposable {
  info(message: Text): void;
  warn(message: Text): void;
  error(error: unknown): void;
  show(): void;
}

export function createLog(): Log {
  const channel = vscode.window.createOutputChannel('Errata Lens', { log: true });
  return {
    info: (message) => channel.info(localized(message)),
    warn: (message) => channel.warn(localized(message)),
    error: (error) => channel.error(error instanceof Error ? error : String(error)),
    show: () => channel.show(true),
    dispose: () => channel.dispose(),
  };
}
