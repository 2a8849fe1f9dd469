import type { Language } from '../../l10n/index.ts';
import type { Batch } from '../store/state.ts';

/** Receiver of alerts. */
export interface Channel {
  /** Name in the stored state. Messages that are pending under one name are not sent under another. */
  readonly name: string;
  /**
   * Delivers a message. Rejects if all attempts fail; the next run tries again with the same id. Errors must contain no
   * secrets: no address, no header.
   */
  deliver(batch: Batch, signal?: AbortSignal): Promise<void>;
}

export interface ChannelOptions {
  language: Language;
  /** True if account ids and ARNs may leave the machine. */
  withAccountIds: boolean;
}
