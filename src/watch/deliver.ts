import type { Store } from '../catalogue/index.ts';
import { text } from '../l10n/index.ts';
import type { Problem } from '../model/index.ts';
import type { Channel } from './channels/channel.ts';
import { writeState, type Batch, type KeptState } from './store/state.ts';

/** Outcome of delivering the pending messages. */
export interface Delivery {
  kept: KeptState;
  /** Names of the channels that accepted a message, and of those that did not. */
  accepted: readonly string[];
  refused: readonly string[];
  problems: readonly Problem[];
}

export interface DeliveryOptions {
  store: Store;
  channels: readonly Channel[];
  signal?: AbortSignal | undefined;
}

/** Delivers the pending messages of the outbox, and records each delivery at once. */
export async function deliverAll(
  { store, channels, signal }: DeliveryOptions,
  from: KeptState,
): Promise<Delivery> {
  const accepted: string[] = [];
  const refused: string[] = [];
  const problems: Problem[] = [];
  let kept = from;
  for (const batch of from.state.outbox) {
    for (const channel of channels.filter(({ name }) => batch.to.includes(name))) {
      signal?.throwIfAborted();
      try {
        await channel.deliver(batch, signal);
      } catch (error) {
        signal?.throwIfAborted();
        const reason = error instanceof Error ? error.message : String(error);
        problems.push({ source: channel.name, text: text('watch.undelivered', { error: reason }) });
        refused.push(channel.name);
        continue;
      }
      accepted.push(channel.name);
      const state = { ...kept.state, outbox: withoutDelivery(kept.state.outbox, batch.id, channel.name) };
      kept = { state, tag: await writeState(store, { state, tag: kept.tag }) };
    }
  }
  return { kept, accepted, refused, problems };
}

/** Outbox after a channel accepted a message. */
export function withoutDelivery(outbox: readonly Batch[], id: string, channel: string): readonly Batch[] {
  return outbox
    .map((batch) => (batch.id === id ? { ...batch, to: batch.to.filter((name) => name !== channel) } : batch))
    .filter(({ to }) => to.length > 0);
}
