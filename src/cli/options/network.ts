import { useEnvironmentProxy } from '../../catalogue/index.ts';
import { warnOf } from '../print/problems.ts';
import type { Terminal } from '../print/terminal.ts';

/** Applies the proxy settings of the environment, or warns if it cannot. Must be called before the first request. */
export async function useProxy(terminal: Terminal): Promise<void> {
  const problem = await useEnvironmentProxy();
  if (problem !== null) warnOf([problem], terminal);
}
