import * as z from 'zod';
import {
  PRODUCT_PARTS,
  FEATURES,
  FEATURE_FORMS,
  IMAGE_CHANGES,
  IMAGE_PUBLISHERS,
  IMPACTS,
  KINDS,
  NOTICE_TOPICS,
  SEVERITIES,
  TRAITS,
  UPDATE_TASKS,
} from '../../model/index.ts';
import type {
  BugBounds,
  Catalogue,
  CveDifference,
  Feature,
  FeatureForm,
  FixCommits,
  NumberedImage,
  ImageChange,
  ImageContents,
  Impact,
  Item,
  KnownBug,
  PackageUpdate,
  Problem,
  Release,
  ReleaseStatus,
  SupportPeriod,
  Trait,
  UpdateTask,
} from '../../model/index.ts';
import { isProduct } from '../../products/index.ts';
import { permissiveList } from './permissive-list.ts';
import { textSchema, translatedTitlesSchema } from './text-schema.ts';

const RELEASE_STATUSES = [
  'deprecated',
  'beta',
  'default',
  'extended-support',
] as const satisfies readonly ReleaseStatus[];

/** Requires all fields of the model's type, because a forgotten optional one would be lost in the cache. */
type Fields<T> = { [K in keyof T]-?: z.ZodType } & Record<string, z.ZodType>;

const strings = z.array(z.string()).catch([]);
const optionalString = z.string().nullable().catch(null);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const optionalDay = day.nullable().catch(null);
/** Some dates of calendars are months. */
const supportDate = z
  .string()
  .regex(/^\d{4}-\d{2}(?:-\d{2})?$/)
  .nullable()
  .catch(null);

const problem: z.ZodType<Problem> = z.object({ source: z.string(), text: textSchema });

const cveDifference: z.ZodType<CveDifference> = z.object({
  cve: z.string().min(1),
  versionsOnlyInTable: strings,
  versionsOnlyInPages: strings,
} satisfies Fields<CveDifference>);

const imageContents: z.ZodType<ImageContents> = z.object({
  kubernetes: strings,
  kernel: optionalString,
  containerd: optionalString,
  runc: optionalString,
} satisfies Fields<ImageContents>);

const imageChange: z.ZodType<ImageChange> = z.object({
  kind: z.enum(IMAGE_CHANGES),
  part: optionalString,
  version: optionalString,
  pull: z.int().positive().nullable().catch(null),
  by: optionalDay,
} satisfies Fields<ImageChange>);

const imageBase: z.ZodType<NumberedImage> = z.object({
  publisher: z.enum(IMAGE_PUBLISHERS),
  product: z.string().refine(isProduct),
  day,
  version: optionalString,
  isWithdrawn: z.boolean().catch(false),
  contents: z.exactOptional(z.array(imageContents)),
  changes: z.exactOptional(z.array(imageChange)),
} satisfies Fields<NumberedImage>);

const commits: z.ZodType<FixCommits> = z.object({
  main: strings,
  all: z.exactOptional(strings),
  lines: strings,
  day: optionalDay,
  mainDay: z.exactOptional(day),
  harmlessFrom: z.exactOptional(z.string()),
} satisfies Fields<FixCommits>);

const updateTask: z.ZodType<UpdateTask> = z.object({
  task: z.enum(UPDATE_TASKS),
  names: strings,
} satisfies Fields<UpdateTask>);

/** Fields that items and bugs share. */
const fixFields = {
  commits: z.exactOptional(commits),
  part: z.exactOptional(z.enum(PRODUCT_PARTS)),
  extension: z.exactOptional(z.string()),
};

const support: z.ZodType<SupportPeriod> = z.object({
  product: z.string().refine(isProduct),
  scope: z.string().min(1),
  releasedOn: supportDate,
  standardEnds: supportDate,
  extendedStarts: supportDate,
  extendedYear3Starts: supportDate,
  extendedEnds: supportDate,
  lts: z.boolean().catch(false),
  extendedOffered: z.boolean().catch(false),
  url: z.string(),
  maintenanceEnds: z.exactOptional(day),
  alternatives: z.exactOptional(z.array(z.object({ standardEnds: day, url: z.string() }))),
} satisfies Fields<SupportPeriod>);

const packageUpdate: z.ZodType<PackageUpdate> = z.object({
  name: z.string().min(1),
  version: z.string().min(1),
  arches: strings,
  cves: strings,
  channel: optionalString,
} satisfies Fields<PackageUpdate>);

const listings = z.array(z.object({ version: z.string(), digest: z.string() }));

const osFix = z.object({
  package: z.string(),
  advisory: z.string().nullable(),
  assigned: z.enum(['by version', 'by date']),
  date: optionalDay,
  url: z.exactOptional(optionalString),
  fixed: z.exactOptional(z.array(z.object({ name: z.string(), version: z.string() }))),
  channel: z.exactOptional(z.string()),
});

/** Schema of a list that omits invalid entries. */
type ListSchema = <T>(entry: z.ZodType<T>) => z.ZodType<T[]>;

/** Labels that items and bugs share. */
function labelFields(list: ListSchema) {
  const consequences: z.ZodType<Impact[]> = list(z.enum(IMPACTS)).catch([]);
  const features: z.ZodType<Feature[]> = list(z.enum(FEATURES));
  const needs: z.ZodType<Feature[][]> = z.array(z.array(z.enum(FEATURES))).catch([]);
  const traits: z.ZodType<Trait[]> = list(z.enum(TRAITS)).catch([]);
  return { consequences, features, needs, traits };
}

function itemSchema(list: ListSchema): z.ZodType<Item> {
  return z.object({
    digest: z.string().min(1),
    section: z.string(),
    text: z.string().nullable(),
    cves: strings,
    communityBugs: strings,
    kind: z.enum(KINDS),
    impact: z.enum(IMPACTS).nullable(),
    severity: z.enum(SEVERITIES).nullable(),
    ...labelFields(list),
    why: strings,
    topic: z.exactOptional(z.enum(NOTICE_TOPICS)),
    ...fixFields,
  } satisfies Fields<Item>);
}

function releaseSchema(list: ListSchema): z.ZodType<Release> {
  return z.object({
    product: z.string().refine(isProduct),
    version: z.string().min(1),
    date: day,
    line: z.string(),
    branch: z.string(),
    lts: z.boolean().catch(false),
    status: list(z.enum(RELEASE_STATUSES)),
    communityVersion: optionalString,
    comparedTo: optionalString,
    upgradeFrom: z.exactOptional(strings),
    osUpgrade: z.exactOptional(z.boolean()),
    osUpgradeClasses: z.exactOptional(strings),
    url: z.string(),
    items: list(itemSchema(list)),
    dayBound: z.exactOptional(z.enum(['latest', 'earliest'])),
    extensions: z.exactOptional(list(z.object({ name: z.string().min(1), version: z.string().min(1) }))),
    packages: z.exactOptional(list(packageUpdate)),
    afterUpdate: z.exactOptional(list(updateTask)),
  } satisfies Fields<Release>);
}

function boundsSchema(list: ListSchema): z.ZodType<BugBounds> {
  const forms: z.ZodType<FeatureForm[]> = list(z.enum(FEATURE_FORMS)).catch([]);
  return z.object({
    introducedIn: optionalString,
    introducedInCommunity: optionalString,
    names: strings,
    upgradeOnly: z.boolean().catch(false),
    forms: z.exactOptional(forms),
    broughtBy: z.exactOptional(z.string()),
  });
}

function bugSchema(list: ListSchema): z.ZodType<KnownBug> {
  return z.object({
    id: z.string().min(1),
    product: z.string().refine(isProduct),
    title: z.string(),
    titleIn: translatedTitlesSchema,
    impact: z.enum(IMPACTS),
    severity: z.enum(SEVERITIES),
    ...labelFields(list),
    cves: strings,
    communityBugs: strings,
    listings,
    listedJointly: z.exactOptional(strings),
    joins: z.exactOptional(z.array(z.object({ id: z.string(), listings }))),
    aliases: strings,
    bounds: boundsSchema(list),
    why: strings,
    text: z.string().nullable(),
    names: z.exactOptional(strings),
    origin: z.enum(['notes', 'team']).catch('notes'),
    fixedIn: z.exactOptional(strings),
    ...fixFields,
    os: z.exactOptional(osFix),
  } satisfies Fields<KnownBug>);
}

/**
 * Schema of the stored catalogue, permissive: an entry that cannot be understood is omitted and counted by `onDropped`,
 * the rest is kept.
 */
export function catalogueSchema(onDropped: () => void): z.ZodType<Catalogue> {
  const list: ListSchema = (entry) => permissiveList(entry, onDropped);
  return z.object({
    asOf: z.iso.datetime(),
    readOn: z.exactOptional(z.record(z.string().refine(isProduct), z.iso.datetime())),
    linesReadOn: z.exactOptional(z.record(z.string(), z.iso.datetime())),
    source: z.enum(['snapshot', 'cache', 'live']).catch('cache'),
    releases: list(releaseSchema(list)),
    bugs: list(bugSchema(list)),
    support: list(support),
    cveDifferences: list(cveDifference),
    imageBases: z.exactOptional(list(imageBase)),
    laterAdvisories: z.exactOptional(z.record(z.string().refine(isProduct), z.int().nonnegative())),
    problems: list(problem),
  });
}
