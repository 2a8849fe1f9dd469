import { useEnvironmentProxy } from '../../catalogue/index.ts';
import { warnOf } from '../print/problems.ts';
import type { Terminal } from '../print/terminal.ts';

/** To be called by every command before its first request: the environment's proxy is used, or it is said why not. */
export async function useProxy(terminal: Terminal): Promise<void> {
  const problem = await useEnvironmentProxy();
  if (problem !== null) warnOf([problem], terminal);
}
