import * as z from 'zod';
import { FEATURES, IMPACTS, SEVERITIES, type ProductId } from '../model/index.ts';
import { defaultProduct, isProduct, productIds, readVersionRange } from '../products/index.ts';

const DATE_OF_DAY = z.iso.date();

/** A version or a range of versions, in the notation of `readVersionRange`. */
const VersionRange = z.string().superRefine((written, context) => {
  if (readVersionRange(written) === null) context.addIssue({ code: 'custom', params: { range: written } });
});
/** One range or a list of them. */
const Versions = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z.array(VersionRange).min(1),
);

/** Id of a registered product. Checked at run time, because products can be registered after this module was loaded. */
const Product = z.unknown().transform((value, context): ProductId => {
  if (typeof value === 'string' && isProduct(value)) return value;
  context.issues.push({ code: 'invalid_value', values: productIds(), input: value });
  return z.NEVER;
});

/** A bug that the vendor's notes do not list: found by the team itself, or known from a support case. */
export const KnownIssue = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1).max(200),
  product: Product.default(defaultProduct),
  /** Versions that have the bug, or ranges of them. */
  versions: Versions,
  /** Versions that contain the fix, or ranges of them. Versions in neither list are undetermined. */
  fixed: Versions.optional(),
  severity: z.enum(SEVERITIES).default('high'),
  impact: z.enum(IMPACTS).default('functionality'),
  features: z.array(z.enum(FEATURES)).default([]),
  /** Page that describes the bug. */
  link: z.url({ protocol: /^https$/ }).optional(),
  reason: z.string().min(1),
});
export type KnownIssue = z.infer<typeof KnownIssue>;

/** Suppresses a rule, a bug or a check, everywhere or only for one resource or some versions. */
export const Ignore = z.strictObject({
  rule: z.string().min(1),
  resource: z.string().optional(),
  /** Versions to which the suppression is limited, or ranges of them. */
  versions: Versions.optional(),
  reason: z.string().min(1),
  until: DATE_OF_DAY.optional(),
});
export type Ignore = z.infer<typeof Ignore>;

/** A failed check that the team accepts. */
export const Accepted = z.strictObject({
  check: z.string().min(1),
  resource: z.string().optional(),
  reason: z.string().min(1),
  date: DATE_OF_DAY,
});
export type Accepted = z.infer<typeof Accepted>;

/** Changes a check, with a reason: turns it off, or sets its level or thresholds. */
export const CheckOverride = z.strictObject({
  enabled: z.boolean().optional(),
  level: z.enum(['must', 'should', 'could']).optional(),
  thresholds: z.record(z.string(), z.number()).optional(),
  reason: z.string().min(1),
});
export type CheckOverride = z.infer<typeof CheckOverride>;

/** Name of a folder, not a path. */
export const FolderName = z
  .string()
  .regex(/^[^/\\]+$/)
  .toLowerCase();
export const Features = z.enum(FEATURES);
export const SeverityFloor = z.enum(SEVERITIES);

/** Minimum age of a recommended release, in days. */
export const SoakDays = z.int().min(0).max(365);

/** Preferred upgrade target. `lts` ranks long-term versions first, even if another version fixes more urgent bugs. */
export const Prefer = z.enum(['lts']);
