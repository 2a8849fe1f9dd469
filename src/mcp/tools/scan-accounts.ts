import * as z from 'zod';
import { findingSteps } from '../../analysis/index.ts';
import type { AccountInventory } from '../../inventory/index.ts';
import { text } from '../../l10n/index.ts';
import { isOnlyUnknown } from '../../model/index.ts';
import { NOTES_DATES_OUTPUT, notesDates } from '../fields/notes-dates.ts';
import type { ToolContext } from '../tool-context.ts';
import { untrusted } from '../fields/untrusted-fields.ts';
import { PAGE_INPUT, PAGE_OUTPUT, pageOf } from '../fields/page.ts';
import { Refusal } from '../refusal.ts';
import { teamConfig } from '../team-config.ts';
import type { Tool } from '../tool.ts';
import { runInSlices } from '../time-slices.ts';
import {
  compareFindings,
  findingRow,
  FINDING_OUTPUT,
  MAX_UNKNOWN,
  problemRows,
  PROBLEM_OUTPUT,
  unknownRows,
  UNKNOWN_OUTPUT,
} from './scan-workspace.ts';

const input = PAGE_INPUT;
const output = {
  ...NOTES_DATES_OUTPUT,
  assets: z.int(),
  unknown: UNKNOWN_OUTPUT,
  findings: z.array(FINDING_OUTPUT.extend({ asset: untrusted(z.string()) })),
  problems: PROBLEM_OUTPUT,
  ...PAGE_OUTPUT,
};

/** Findings of the accounts that the server was started with; a client cannot choose others. */
export function scanAccounts(
  { catalogue, today, language, folders }: ToolContext,
  readAccounts: () => Promise<AccountInventory>,
): Tool<typeof input, typeof output> {
  return {
    name: 'scan_accounts',
    title: 'Known bugs of what AWS accounts run',
    description:
      'Reads the accounts that this server was started with (read-only calls) and lists the known ' +
      'bugs of the versions that run there.',
    input,
    output,
    isOpenWorld: true,
    async answer(page) {
      const [known, inventory] = await Promise.all([
        catalogue(),
        readAccounts().catch((error: unknown) => {
          throw new Refusal(
            text('mcp.accounts', { reason: error instanceof Error ? error.message : String(error) }),
          );
        }),
      ]);
      const found = await runInSlices(
        findingSteps(known, inventory, { today: today(), config: await teamConfig(folders, undefined) }),
      );
      const findings = found.filter((finding) => !isOnlyUnknown(finding)).sort(compareFindings);
      const byId = new Map(inventory.assets.map((asset) => [asset.id, asset]));
      const { rows, ...rest } = pageOf(findings, page);
      return {
        ...notesDates(known, inventory.assets),
        assets: inventory.assets.length,
        unknown: unknownRows(inventory, language).slice(0, MAX_UNKNOWN),
        findings: rows.map((finding) => ({
          ...findingRow(finding, byId.get(finding.assetId), language),
          asset: finding.assetId,
        })),
        problems: problemRows(inventory.problems, language),
        ...rest,
      };
    },
  };
}
