import * as z from 'zod';
import { COVERAGES, type VersionCoverage, type ProductId, type Text } from '../../model/index.ts';
import { isProduct, productIds, unknownProductText } from '../../products/index.ts';
import { Refusal } from '../refusal.ts';

/** Arguments of every tool about one version. */
export const VERSION_INPUT = {
  product: z.string().describe(`One of ${productIds().join(', ')}`),
  version: z
    .string()
    .min(1)
    .max(200)
    .describe('Version as written in code: 5.7.mysql_aurora.2.11.1, 3.10, an AMI name'),
};

/** Argument that selects the team's configuration. */
export const TEAM_INPUT = {
  path: z
    .string()
    .max(4096)
    .optional()
    .describe(
      'A folder inside the workspace whose .errata-lens.yaml counts; the first folder where it is not given',
    ),
};

export const VERSION_OUTPUT = {
  product: z.string(),
  version: z.string(),
  coverage: z.enum(COVERAGES).describe('Only a known version, or a range of them (partial), has a count'),
  says: z
    .array(z.string())
    .describe('Introduction: support, distance to the newest release, or the reason for a missing count'),
  asOf: z.string().describe('Day on which the release notes were read'),
};

/**
 * Validates the name of a product.
 * @throws {Refusal} that lists the products
 */
export function productNamed(name: string): ProductId {
  if (isProduct(name)) return name;
  throw new Refusal(unknownProductText(name, productIds()));
}

/**
 * Rejects a version that the product does not have.
 * @throws {Refusal} that names alternatives
 */
export function requireRelease({ coverage }: VersionCoverage, standing: readonly Text[]): void {
  const [why] = standing;
  if (coverage === 'no-release' && why !== undefined) throw new Refusal(why);
}
