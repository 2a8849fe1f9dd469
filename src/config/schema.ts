import * as z from 'zod';
import { FEATURES, IMPACTS, SEVERITIES, type ProductId } from '../model/index.ts';
import { defaultProduct, isProduct, productIds, readVersionRange } from '../products/index.ts';

const DAY = z.iso.date();

/** A version or a range of versions, in the notation of `readVersionRange`. */
const VersionRange = z.string().superRefine((written, context) => {
  if (readVersionRange(written) === null) context.addIssue({ code: 'custom', params: { range: written } });
});
/** A single range needs no list. */
const Versions = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z.array(VersionRange).min(1),
);

/** A product of the registry, which can grow while the process runs. */
const Product = z.unknown().transform((value, context): ProductId => {
  if (typeof value === 'string' && isProduct(value)) return value;
  context.issues.push({ code: 'invalid_value', values: productIds(), input: value });
  return z.NEVER;
});

/**
 * A bug that the vendor's notes do not list, such as one of an organisation's own, from a support case or a field
 * report.
 */
export const KnownIssue = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1).max(200),
  product: Product.default(defaultProduct),
  /** Versions that have the bug, or ranges of them. */
  versions: Versions,
  /** Versions that contain the fix, or ranges of them; for all others it is unknown. */
  fixed: Versions.optional(),
  severity: z.enum(SEVERITIES).default('high'),
  impact: z.enum(IMPACTS).default('functionality'),
  features: z.array(z.enum(FEATURES)).default([]),
  /** Page that describes the bug. */
  link: z.url({ protocol: /^https$/ }).optional(),
  reason: z.string().min(1),
});
export type KnownIssue = z.infer<typeof KnownIssue>;

/** A suppression of a rule, a bug or a check: everywhere, or only for a resource or some versions. */
export const Ignore = z.strictObject({
  rule: z.string().min(1),
  resource: z.string().optional(),
  /** Versions to which the suppression is limited, or ranges of them. */
  versions: Versions.optional(),
  reason: z.string().min(1),
  until: DAY.optional(),
});
export type Ignore = z.infer<typeof Ignore>;

/** A failed check that the team accepts. */
export const Accepted = z.strictObject({
  check: z.string().min(1),
  resource: z.string().optional(),
  reason: z.string().min(1),
  date: DAY,
});
export type Accepted = z.infer<typeof Accepted>;

/** A change of a check, with the reason: switched off, moved to another level, or with other thresholds. */
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

/** Preference of long-term versions over the number of urgent fixes. */
export const Prefer = z.enum(['lts']);
