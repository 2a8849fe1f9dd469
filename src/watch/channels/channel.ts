import type { Language } from '../../l10n/index.ts';
import type { Batch } from '../store/state.ts';

/** Receiver of alerts. */
export interface Channel {
  /** Name in the state. A channel under a new name does not get the messages that were due under the old one. */
  readonly name: string;
  /**
   * Delivers one message. Rejects if that failed after all attempts; the next run tries again with the same id. Errors
   * contain no secrets: no address, no header.
   */
  deliver(batch: Batch, signal?: AbortSignal): Promise<void>;
}

export interface ChannelOptions {
  language: Language;
  /** True if account ids and ARNs may leave the machine. */
  withAccountIds: boolean;
}
