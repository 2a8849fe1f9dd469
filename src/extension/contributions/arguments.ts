import type * as vscode from 'vscode';
import * as z from 'zod';
import type { ProductId } from '../../model/index.ts';
import { isProduct } from '../../products/index.ts';
import type { TreeNode } from '../tree/node.ts';
import type { CommandName, NewsCommand } from './names.ts';

/** The asset whose settings speak in a document: it then counts what the finding about it counts. */
const AssetPlace = z.object({ folder: z.string(), assetId: z.string() });
export type AssetPlace = z.infer<typeof AssetPlace>;

/** A place as a link or a command hands it over; null for anything else. */
export function readAssetPlace(given: unknown): AssetPlace | null {
  return AssetPlace.safeParse(given).data ?? null;
}

/** A row of a tree, or the resource of a diagnostic. */
export const ResourceArgument = z.object({ assetId: z.string(), folder: z.string().nullish() });

/** One failed check of one resource; all of them where none is named. */
export const FixArgument = z.object({
  folder: z.string(),
  assetId: z.string(),
  check: z.string().nullable(),
});
export type FixArgument = z.infer<typeof FixArgument>;

/** A finding that is to be left out, and where that is to be written. */
export const SuppressionArgument = z.object({
  uri: z.custom<vscode.Uri>((value) => typeof value === 'object' && value !== null && 'fsPath' in value),
  /** 1-based. */
  line: z.int(),
  rule: z.string(),
  assetIds: z.array(z.string()).readonly(),
  where: z.enum(['comment', 'config']),
});
export type SuppressionArgument = z.infer<typeof SuppressionArgument>;

/** What a row of the news, a link of their document or nobody (the palette) says a command is about. */
export const NewsArgument = z
  .object({
    id: z.string().optional().catch(undefined),
    resource: z.int().min(0).optional().catch(undefined),
    product: z.string().refine(isProduct).optional().catch(undefined),
  })
  .catch({});
export type NewsArgument = z.infer<typeof NewsArgument>;

type VersionArguments = [version: string, product?: ProductId, place?: AssetPlace | null];

/** What the product's own links, rows and quick fixes hand to its commands; all others get nothing. */
interface CommandArguments extends Record<NewsCommand, [about: NewsArgument]> {
  showBugs: VersionArguments;
  showUpgrade: VersionArguments;
  openChecklist: [resource: z.infer<typeof ResourceArgument>];
  fixResource: [resource: z.infer<typeof ResourceArgument>];
  applyFix: [fix: FixArgument];
  suppress: [finding: SuppressionArgument];
  'tree.open': [row: TreeNode];
}

export type ArgumentsOf<N extends CommandName> = N extends keyof CommandArguments ? CommandArguments[N] : [];
