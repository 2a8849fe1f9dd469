import type * as vscode from 'vscode';
import * as z from 'zod';
import { isProduct } from '../../products/index.ts';

// What commands are given. Loaded with the first command that is given something, and what checks it with it.

/** The asset whose settings speak in a document: it then counts what the finding about it counts. */
export const AssetPlace = z.object({ folder: z.string(), assetId: z.string() });
export type AssetPlace = z.infer<typeof AssetPlace>;

/** A place as a link or a command hands it over; null for anything else. */
export function readAssetPlace(given: unknown): AssetPlace | null {
  return AssetPlace.safeParse(given).data ?? null;
}

/** A row of a tree, or the resource of a diagnostic. */
export const ResourceArgument = z.object({ assetId: z.string(), folder: z.string().nullish() });
export type Resource = z.infer<typeof ResourceArgument>;

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
