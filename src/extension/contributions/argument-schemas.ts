import type * as vscode from 'vscode';
import * as z from 'zod';
import { isProduct } from '../../products/index.ts';

// Arguments of commands. They are loaded, with zod, by the first command that has an argument.

/** Asset whose settings apply to a page about a version. Its counts are then those of the finding about the asset. */
export const AssetPlace = z.object({ folder: z.string(), assetId: z.string() });
export type AssetPlace = z.infer<typeof AssetPlace>;

/** An asset's place from a link or a command; null for anything else. */
export function readAssetPlace(given: unknown): AssetPlace | null {
  return AssetPlace.safeParse(given).data ?? null;
}

/** Argument of a command about a resource: a row of a tree, or the resource of a diagnostic. */
export const ResourceArgument = z.object({ assetId: z.string(), folder: z.string().nullish() });
export type Resource = z.infer<typeof ResourceArgument>;

/** Failed check of a resource to fix; all of its failed checks if none is named. */
export const FixArgument = z.object({
  folder: z.string(),
  assetId: z.string(),
  check: z.string().nullable(),
});
export type FixArgument = z.infer<typeof FixArgument>;

/** A finding to suppress, and the place for the suppression. */
export const SuppressionArgument = z.object({
  uri: z.custom<vscode.Uri>((value) => typeof value === 'object' && value !== null && 'fsPath' in value),
  /** 1-based. */
  line: z.int(),
  rule: z.string(),
  assetIds: z.array(z.string()).readonly(),
  where: z.enum(['comment', 'config']),
});
export type SuppressionArgument = z.infer<typeof SuppressionArgument>;

/** Subject of a command about alerts: a row or a link of the document; absent if the command comes from the palette. */
export const NewsArgument = z
  .object({
    id: z.string().optional().catch(undefined),
    resource: z.int().min(0).optional().catch(undefined),
    product: z.string().refine(isProduct).optional().catch(undefined),
  })
  .catch({});
export type NewsArgument = z.infer<typeof NewsArgument>;
