import type { ExchangeReply, ExchangeRequest } from '../../../catalogue/index.ts';
import type { LookOrder, LookResult } from './look.ts';

/** Calls to the thread of a look. */
export interface LookApi {
  look(order: LookOrder): Promise<LookResult>;
  /** Aborts the current look. */
  stop(): void;
}

/** Calls from the thread, whose requests the extension makes. */
export interface LookHost {
  ask(request: ExchangeRequest): Promise<ExchangeReply>;
}
