/**
 * A process that runs the built command line repeatedly for its parent: it receives {@link CliRequest} and sends a `CliRun`. It
 * resets the state of a run before the next: working directory, environment, listeners and exit code.
 */
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import type { CliRun } from './cli.ts';

export interface CliRequest {
  args: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
}

const CLI = path.resolve(import.meta.dirname, '../../../dist/cli.js');
const OUTPUTS = ['stdout', 'stderr'] as const;
let runs = 0;

process.on('message', (asked: CliRequest) => void run(asked).then((done) => process.send?.(done)));
process.on('disconnect', () => process.exit());

async function run({ args, cwd, env }: CliRequest): Promise<CliRun> {
  const written = { stdout: '', stderr: '' };
  process.chdir(cwd);
  process.env = env;
  process.argv.splice(1, Infinity, CLI, ...args);
  process.exitCode = undefined;
  for (const name of OUTPUTS) {
    process[name].write = (part: string | Uint8Array): boolean => {
      written[name] += typeof part === 'string' ? part : Buffer.from(part).toString('utf8');
      return true;
    };
  }
  // A new address runs the entry again; its chunks stay loaded.
  await import(`${pathToFileURL(CLI).href}?run=${(runs += 1)}`);
  for (const name of OUTPUTS) process[name].removeAllListeners('error');
  for (const name of ['SIGINT', 'SIGTERM']) process.removeAllListeners(name);
  return { code: exitCode(), ...written };
}

function exitCode(): number {
  return Number(process.exitCode ?? 0);
}
