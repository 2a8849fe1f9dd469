import type { ExchangeReply, ExchangeRequest } from '../../catalogue/index.ts';
import type { LookResult } from './look.ts';

/** What the extension host tells the thread that looks. The order itself comes with the thread. */
export type ToLook = { type: 'reply'; id: number; reply: ExchangeReply } | { type: 'stop' };

/** What the thread tells: requests to be made for it, and at last how it went. */
export type FromLook =
  | { type: 'ask'; id: number; request: ExchangeRequest }
  | { type: 'done'; result: LookResult }
  | { type: 'failed'; error: string };
