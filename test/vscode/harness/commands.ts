import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface CommandOptions {
  cwd?: string;
  env?: Record<string, string>;
  /** Milliseconds after which the command is stopped. */
  timeout: number;
}

/**
 * Runs a program and returns its output.
 *
 * @throws Error with the program's own message if it fails
 */
export async function runCommand(program: string, args: string[], options: CommandOptions): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(program, args, {
      ...(options.cwd !== undefined && { cwd: options.cwd }),
      env: { ...process.env, ...options.env },
      timeout: options.timeout,
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    throw new Error(`${program} ${args[0] ?? ''}: ${failureReason(error)}`, { cause: error });
  }
}

/** True if the program can be started. */
export async function hasProgram(program: string): Promise<boolean> {
  try {
    await promisify(execFile)(program, ['--version']);
    return true;
  } catch {
    return false;
  }
}

/** A failure in one line: the error message of the program, or else the reason why it could not run. */
export function failureReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stderr = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr : '';
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const errors = lines.filter((line) => /\berr(or)?\b|^E:/i.test(line));
  if (errors.length > 0) return errors.slice(0, 4).join(' | ');
  return lines.at(-1) ?? error.message;
}
