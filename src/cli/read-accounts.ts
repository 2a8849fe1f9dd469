import { scanAccount, type AccountInventory } from '../inventory/index.ts';
import { text } from '../l10n/index.ts';
import type { AccountOptions } from './account-options.ts';
import { interruptSignal } from './interrupt.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

/**
 * Reads accounts for a command: tells who reads, then how far it is.
 * @throws {UsageError} when everything was refused, or on Ctrl-C
 */
export async function readAccounts(options: AccountOptions, terminal: Terminal): Promise<AccountInventory> {
  const signal = interruptSignal();
  const inventory = await scanAccount({
    profiles: options.profile,
    regions: options.region,
    clusters: options.cluster,
    tier: options.tier,
    ...(options.aggregator === undefined ? {} : { aggregator: options.aggregator }),
    signal,
    onIdentity({ profile, account, arn }) {
      terminal.warn(text('account.identity', { profile, account, arn: arn ?? '?' }));
    },
    onProgress: (progress) => terminal.progress(text('account.progress', { ...progress })),
    ...(terminal.canAsk ? { mfaCode: (device) => terminal.ask(text('account.mfaPrompt', { device })) } : {}),
  }).catch((error: unknown) => {
    if (signal.aborted) throw new UsageError(text('account.cancelled'));
    throw error;
  });
  if (inventory.isRefused) throw new UsageError(refusal(inventory));
  return inventory;
}

const TOLD_REASONS = 3;

function refusal({ problems }: AccountInventory): UsageError['text'] {
  return text('account.allRefused', { reasons: problems.slice(0, TOLD_REASONS).map((each) => each.text) });
}
