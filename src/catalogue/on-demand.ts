import type { Problem } from '../model/index.ts';
import type { BuildOptions, BuiltCatalogue, RefreshedCatalogue, RefreshOptions } from './build.ts';
import type { ExchangeReply, ExchangeRequest } from './fetch/remote-exchange.ts';

// Functions that most runs never need, loaded on first use.

/** Sends this process's requests through the proxy of the environment; returns a problem with its setting. */
export async function useEnvironmentProxy(): Promise<Problem | null> {
  const proxy = await import('./fetch/proxy.ts');
  return proxy.useEnvironmentProxy().problem;
}

/** Performs one request for another thread. Never rejects. */
export async function answerExchange(request: ExchangeRequest, signal: AbortSignal): Promise<ExchangeReply> {
  const remote = await import('./fetch/remote-exchange.ts');
  return remote.answerExchange(request, signal);
}

/** Reads every source again. Loads the parsers only here: a scan does not pay for them. */
export async function buildCatalogue(options: BuildOptions): Promise<BuiltCatalogue> {
  const build = await import('./build.ts');
  return build.buildCatalogue(options);
}

/** Reads the vendor's notes again and stores the result. */
export async function refreshCatalogue(options: RefreshOptions): Promise<RefreshedCatalogue> {
  const build = await import('./build.ts');
  return build.refreshCatalogue(options);
}
