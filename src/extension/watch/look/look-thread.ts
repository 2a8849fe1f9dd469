/** Thread of a single look. It ends with the look to free its memory. */
import { loadLanguages } from '../../../l10n/index.ts';
import { serveThread } from '../../../threads/index.ts';
import { lookForNews, type LookResult } from './look.ts';
import type { LookApi, LookHost } from './protocol.ts';

await loadLanguages();
const stop = new AbortController();
const host = serveThread<LookHost, LookApi>({
  look: (order): Promise<LookResult> => lookForNews(order, (request) => host.ask(request), stop.signal),
  stop: () => stop.abort(),
});
