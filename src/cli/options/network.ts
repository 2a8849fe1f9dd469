import { useEnvironmentProxy } from '../../catalogue/index.ts';
import { warnOfProblems } from '../print/problems.ts';
import type { Terminal } from '../print/terminal.ts';

/** Applies the proxy settings of the environment, or warns if it cannot. Must be called before the first request. */
export async function useProxy(terminal: Terminal): Promise<void> {
  const problem = await useEnvironmentProxy();
  if (problem !== null) warnOfProblems([problem], terminal);
}
