import type * as vscode from 'vscode';
import * as z from 'zod';
import { isProduct } from '../../products/index.ts';

// Schemas of command arguments. Loaded, with zod, by the first command that has an argument.

/** Asset whose settings decide which bugs a page counts, as in the finding about it. */
export const AssetReference = z.object({ folder: z.string(), assetId: z.string() });
export type AssetReference = z.infer<typeof AssetReference>;

/** Parses an asset reference from a link or a command; null if it is invalid. */
export function readAssetReference(given: unknown): AssetReference | null {
  return AssetReference.safeParse(given).data ?? null;
}

/** Argument of commands about a resource: a tree row, or the resource of a diagnostic. */
export const ResourceArgument = z.object({ assetId: z.string(), folder: z.string().nullish() });
export type Resource = z.infer<typeof ResourceArgument>;

/** A failed check to fix; all failed checks of the resource if none is named. */
export const FixArgument = z.object({
  folder: z.string(),
  assetId: z.string(),
  check: z.string().nullable(),
});
export type FixArgument = z.infer<typeof FixArgument>;

/** The finding to suppress, and where to add the suppression. */
export const SuppressionArgument = z.object({
  uri: z.custom<vscode.Uri>((value) => typeof value === 'object' && value !== null && 'fsPath' in value),
  /** 1-based. */
  line: z.int(),
  rule: z.string(),
  assetIds: z.array(z.string()).readonly(),
  where: z.enum(['comment', 'config']),
});
export type SuppressionArgument = z.infer<typeof SuppressionArgument>;

/** Argument of commands about alerts: a row or a link of the document; undefined from the command palette. */
export const NewsArgument = z
  .object({
    id: z.string().optional().catch(undefined),
    resource: z.int().min(0).optional().catch(undefined),
    product: z.string().refine(isProduct).optional().catch(undefined),
  })
  .catch({});
export type NewsArgument = z.infer<typeof NewsArgument>;
