import type { Language } from '../../l10n/index.ts';
import type { Batch } from '../store/state.ts';

/** Where alerts go. */
export interface Channel {
  /** As it is remembered in the state: one that is named anew does not get what another one missed. */
  readonly name: string;
  /**
   * Hands one message over. Rejects when it did not arrive, after as many attempts as make sense; the next run tries again
   * under the same id. Errors tell no secret: no address, no header.
   */
  deliver(batch: Batch, signal?: AbortSignal): Promise<void>;
}

export interface ChannelOptions {
  language: Language;
  /** Whether account ids and ARNs may leave the machine. */
  withAccountIds: boolean;
}
