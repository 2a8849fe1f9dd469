/** Schemas of everything that the watch stores, loaded when the first is read. */
import * as z from 'zod';
import { permissiveList, textSchema, translatedTitlesSchema } from '../../catalogue/index.ts';
import {
  SEVERITIES,
  URGENCIES,
  type FindingSeverity,
  type Location,
  type Problem,
  type ProductId,
} from '../../model/index.ts';
import { isProduct } from '../../products/index.ts';
import { ALERT_KINDS, versionAdvice, type AlertBug } from '../../watch/index.ts';

/** Date on which each folder was last open, by path. */
export const folders = z.record(z.string(), z.iso.date());

/** Stored form of the next look. */
export const plan = z.object({ key: z.string(), next: z.iso.datetime() });

/** Stored form of the user's marks. */
export const marks = z.object({
  read: z.array(z.string()).catch([]),
  snoozed: z.record(z.string(), z.iso.date()).catch({}),
  muted: z.array(z.string().refine(isProduct)).catch([]),
});

const severity = z.enum([...SEVERITIES, 'info']) satisfies z.ZodType<FindingSeverity>;
const product = z.string().refine(isProduct) satisfies z.ZodType<ProductId>;
const kind = z.enum(ALERT_KINDS);
const location: z.ZodType<Location> = z.union([
  z.object({ file: z.string(), line: z.int(), column: z.int(), endLine: z.int(), endColumn: z.int() }),
  z.object({ account: z.string(), region: z.string(), arn: z.string() }),
]);
const urgency = z.enum(URGENCIES).catch('ordinary');
const bug: z.ZodType<AlertBug> = z.object({
  id: z.string(),
  title: z.string(),
  titleIn: translatedTitlesSchema,
  severity,
  urgency,
});
const problem: z.ZodType<Problem> = z.object({ source: z.string(), text: textSchema });
const item = z.object({
  id: z.string(),
  kind,
  severity,
  product,
  release: z.string().nullable(),
  versions: z.array(z.string()),
  advice: z.exactOptional(versionAdvice),
  bugs: permissiveList(bug),
  changes: permissiveList(z.object({ before: z.string().nullable(), after: z.string().nullable() })),
  message: textSchema,
  url: z.string(),
  foundOn: z.iso.date(),
  resources: permissiveList(
    z.object({ where: z.string(), name: z.string(), location, scannedOn: z.exactOptional(z.iso.date()) }),
  ),
});
const lastLook = z.object({
  at: z.iso.datetime(),
  outcome: z.enum(['read', 'unread', 'failed']),
  lastRead: z.iso.datetime().nullable(),
  asOf: z.string().nullable(),
  unreadable: permissiveList(product),
  unreadPages: permissiveList(z.string()).catch([]),
  problems: permissiveList(problem),
  problemCount: z.int(),
});
/** Stored form of the alerts. */
export const news = z.object({
  items: permissiveList(item),
  lastLook: lastLook.nullable().catch(null),
});
