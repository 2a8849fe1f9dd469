import { scanAccount, type AccountInventory } from '../../inventory/index.ts';
import { text } from '../../l10n/index.ts';
import type { AccountOptions } from '../options/account-options.ts';
import { interruptSignal } from '../interrupt.ts';
import type { Terminal } from '../print/terminal.ts';
import { UsageError } from '../options/usage.ts';

/**
 * Reads accounts: prints the callers' identities, then progress. Ctrl-C stops the reading and keeps the results so far.
 * @throws {UsageError} if access to everything was denied, or Ctrl-C came before the first Region was read
 */
export async function readAccounts(options: AccountOptions, terminal: Terminal): Promise<AccountInventory> {
  const signal = interruptSignal();
  const inventory = await scanAccount({
    profiles: options.profile,
    regions: options.region,
    databases: options.database,
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
  const { length: count } = inventory.unread;
  if (count > 0) terminal.warn(text('account.stopped', { count }));
  return inventory;
}

const MAX_REASONS_SHOWN = 3;

function refusal({ problems }: AccountInventory): UsageError['text'] {
  return text('account.allRefused', {
    reasons: problems.slice(0, MAX_REASONS_SHOWN).map((each) => each.text),
  });
}
