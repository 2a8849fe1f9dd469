import { policyOf, dataUnlockedBy } from '../../inventory/index.ts';
import { say, text, type Language } from '../../l10n/index.ts';
import { TIERS, type Tier } from '../../model/index.ts';
import type { CommonOptions } from '../options/options.ts';
import { createTerminal } from '../print/terminal.ts';
import type { ExitCode } from '../options/usage.ts';

/** `policy`: prints the read-only IAM policy of a tier. What the policy makes possible goes to standard error. */
export function policy(options: CommonOptions & { tier: Tier }): ExitCode {
  const terminal = createTerminal(options.lang);
  const { tier } = options;
  if (options.format === 'text') for (const line of tierLines(tier, options.lang)) terminal.note(line);
  terminal.result(JSON.stringify(policyOf(tier), null, 2), 'json');
  return 0;
}

function tierLines(tier: Tier, language: Language): string[] {
  return TIERS.slice(0, TIERS.indexOf(tier) + 1).flatMap((includedTier) => [
    `${includedTier}: ${say(text(`account.tier.${includedTier}`), language)}`,
    ...dataUnlockedBy(includedTier).map(({ action, unlocks }) => `  ${action}: ${say(unlocks, language)}`),
  ]);
}
