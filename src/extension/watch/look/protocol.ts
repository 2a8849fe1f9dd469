import type { ExchangeReply, ExchangeRequest } from '../../../catalogue/index.ts';
import type { LookOrder, LookResult } from './look.ts';

/** What the thread of one look is asked. */
export interface LookApi {
  look(order: LookOrder): Promise<LookResult>;
  /** The look under way fails as soon as it can. */
  stop(): void;
}

/** What that thread asks: requests are made for it. */
export interface LookHost {
  ask(request: ExchangeRequest): Promise<ExchangeReply>;
}
