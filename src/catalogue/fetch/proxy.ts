import http from 'node:http';
import type { Problem } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';

const VARIABLES = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY'];
const LOOPBACK = ['localhost', '127.0.0.1', '::1', '[::1]'];

/**
 * Sends the requests of this process through the proxy of the environment (HTTP_PROXY, HTTPS_PROXY, NO_PROXY), as Node
 * does by itself only if NODE_USE_ENV_PROXY is set. Loopback addresses are requested directly, as in VS Code. For the
 * command line, before its first request; in VS Code the extension host's `fetch` follows VS Code's own settings.
 * https://nodejs.org/api/http.html#httpsetglobalproxyfromenvproxyenv
 */
export function useEnvironmentProxy(environment: NodeJS.ProcessEnv = process.env): {
  problem: Problem | null;
  /** Restores the previous state. */
  restore: () => void;
} {
  const nothing = { problem: null, restore: () => undefined };
  const variables = VARIABLES.filter((name) => environment[name]);
  if (variables.length === 0) return nothing;
  // Available since 24.14: the types know the function, an older Node does not.
  const { setGlobalProxyFromEnv } = http as Partial<typeof http>;
  if (setGlobalProxyFromEnv === undefined) {
    if (environment['NODE_USE_ENV_PROXY'] === '1') return nothing;
    const unsupported = text('catalogue.fetch.proxyUnsupported', { version: process.version });
    return { ...nothing, problem: { source: 'proxy', text: unsupported } };
  }
  const noProxy = [environment['no_proxy'] ?? environment['NO_PROXY'] ?? '', ...LOOPBACK];
  try {
    const restore = setGlobalProxyFromEnv({ ...environment, no_proxy: noProxy.filter(Boolean).join(',') });
    return { problem: null, restore };
  } catch {
    // Node's message repeats the address, which may contain a password.
    return {
      ...nothing,
      problem: { source: 'proxy', text: text('catalogue.fetch.proxyInvalid', { variables }) },
    };
  }
}
