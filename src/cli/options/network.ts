import { useEnvironmentProxy } from '../../catalogue/index.ts';
import { warnOf } from '../print/problems.ts';
import type { Terminal } from '../print/terminal.ts';

/** Uses the proxy of the environment, or reports why it cannot. Every command calls this before its first request. */
export async function useProxy(terminal: Terminal): Promise<void> {
  const problem = await useEnvironmentProxy();
  if (problem !== null) warnOf([problem], terminal);
}
