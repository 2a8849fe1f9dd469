import type { ExchangeReply, ExchangeRequest } from '../../../catalogue/index.ts';
import type { LookOrder, LookResult } from './look.ts';

/** Calls from the extension to the thread of a look. */
export interface LookApi {
  look(order: LookOrder): Promise<LookResult>;
  /** Makes the current look fail as soon as possible. */
  stop(): void;
}

/** Calls from that thread: the extension makes its requests. */
export interface LookHost {
  ask(request: ExchangeRequest): Promise<ExchangeReply>;
}
