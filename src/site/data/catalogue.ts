import * as z from 'zod';
import {
  notesDay,
  IMPACTS,
  SEVERITIES,
  TRAITS,
  FEATURES,
  type Catalogue,
  type KnownBug,
} from '../../model/index.ts';
import { adviceJson, adviceOfVersion, versionCounts } from '../../analysis/index.ts';
import type { ProductPageData, ReleaseDetails } from '../product-pages.ts';
import type { SiteBuild } from '../pages/page.ts';
import { standardEnd } from '../pages/product.ts';
import { siteAddresses } from '../places.ts';
import { LICENCE } from './licence.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const dayOrMonth = z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/);
const url = z.string().regex(/^https:\/\//);

const Counts = z
  .object({
    scope: z.literal('version'),
    listed: z.int(),
    urgent: z.int(),
    ordinary: z.int(),
    minor: z.int(),
    undetermined: z.int().describe('Not among the listed: the notes do not tell'),
  })
  .describe('Known bugs; null where nobody can count them, which is not the same as none');

const Step = z.object({
  product: z.string(),
  version: z.string(),
  image: z.string().nullable(),
  path: z.array(z.string()),
  write: z.string().optional().describe('Release to write in code, if the API has no name for the version'),
  when: z.enum(['urgent', 'next-maintenance', 'before']),
  before: day.nullable(),
  downtime: z.string(),
  reason: z.string(),
});

const Advice = z
  .object({ stay: z.boolean(), now: Step.nullable(), destination: Step.nullable(), reason: z.string() })
  .describe('What to do about the release on the day that counts; null where nothing can be advised');

const ReleaseData = z.object({
  product: z.string(),
  version: z.string(),
  date: day,
  line: z.string().describe('Major version'),
  branch: z.string().describe('Minor version whose patches follow each other'),
  lts: z.boolean(),
  status: z.array(z.enum(['deprecated', 'beta', 'default', 'extended-support'])),
  communityVersion: z
    .string()
    .nullable()
    .describe('Version of the open-source engine that it is compatible with'),
  supportEnds: dayOrMonth
    .nullable()
    .describe('Last day of standard support, or its month where the calendar gives no day'),
  knownBugs: Counts.nullable(),
  advice: Advice.nullable(),
  fixes: z.array(z.string()).describe('Ids of the bugs that it lists as fixed'),
  notes: url.describe('The vendor’s page'),
  page: url,
});

const BugData = z.object({
  id: z.string(),
  product: z.string(),
  title: z.string(),
  titleJa: z.string().nullable(),
  impact: z.enum(IMPACTS),
  severity: z.enum(SEVERITIES),
  consequences: z.array(z.enum(IMPACTS)),
  features: z.array(z.enum(FEATURES)),
  needs: z.array(z.array(z.enum(FEATURES))).describe('Of each list one feature has to be in use'),
  traits: z.array(z.enum(TRAITS)),
  cves: z.array(z.string()),
  communityBugs: z.array(z.string()).describe('Numbers in the database of the open-source engine'),
  package: z.string().nullable(),
  advisory: z.string().nullable(),
  introducedIn: z.string().nullable().describe('Null: unknown'),
  fixedIn: z.array(z.string()),
  affected: z.array(z.object({ version: z.string(), certainty: z.enum(['high', 'medium', 'low']) })),
  earlierIds: z.array(z.string()),
  page: url,
});

/** Schema of the file with all data. `schemaVersion` increases if a field is removed or changes its meaning. */
export const CatalogueData = z.object({
  schemaVersion: z.literal(1),
  asOf: day.describe('When the notes were read'),
  countedOn: day.describe('The day by which support is counted'),
  licence: z.object({ id: z.literal(LICENCE.id), url: z.literal(LICENCE.url) }),
  products: z.array(
    z.object({ id: z.string(), name: z.string(), asOf: day.describe('When its own notes were read') }),
  ),
  releases: z.array(ReleaseData),
  bugs: z.array(BugData),
  support: z.array(
    z.object({
      product: z.string(),
      scope: z.string().describe('A major or a minor version'),
      standardEnds: dayOrMonth.nullable(),
      extendedStarts: dayOrMonth.nullable(),
      extendedEnds: dayOrMonth.nullable(),
      maintenanceEnds: day.nullable(),
      lts: z.boolean(),
      source: url,
    }),
  ),
});

/** JSON Schema of `CatalogueData`. */
export function catalogueSchema(): object {
  return { title: 'Errata Lens catalogue', ...z.toJSONSchema(CatalogueData) };
}

/** The content of all pages as data. */
export function catalogueData(
  products: readonly ProductPageData[],
  catalogue: Catalogue,
  build: SiteBuild,
): z.infer<typeof CatalogueData> {
  return {
    schemaVersion: 1,
    asOf: build.asOf,
    countedOn: build.day,
    licence: LICENCE,
    products: products.map(({ product }) => ({
      id: product.id,
      name: product.names.display,
      asOf: notesDay(catalogue, product.id),
    })),
    releases: products.flatMap(({ releases }) =>
      releases.map((productPages) => releaseData(productPages, catalogue, build)),
    ),
    bugs: products.flatMap((productPages) =>
      productPages.bugs.map((bug) => bugData(bug, productPages, build)),
    ),
    support: catalogue.support.map((period) => ({
      product: period.product,
      scope: period.scope,
      standardEnds: period.standardEnds,
      extendedStarts: period.extendedStarts,
      extendedEnds: period.extendedEnds,
      maintenanceEnds: period.maintenanceEnds ?? null,
      lts: period.lts,
      source: period.url,
    })),
  };
}

function releaseData(
  { release, bugs, bugsAndUndetermined, fixes }: ReleaseDetails,
  catalogue: Catalogue,
  { day: counted, address }: SiteBuild,
): z.infer<typeof ReleaseData> {
  const { product, version, date, line, branch, lts, status, communityVersion } = release;
  return {
    product,
    version,
    date,
    line,
    branch,
    lts,
    status: [...status],
    communityVersion,
    supportEnds: standardEnd(release, catalogue, counted),
    knownBugs: bugs === null ? null : versionCounts(bugsAndUndetermined ?? bugs),
    advice: adviceJson(adviceOfVersion(catalogue, product, version, { day: counted }), 'en'),
    fixes: fixes.map(({ id }) => id),
    notes: release.url,
    page: new URL(siteAddresses.release(product, version), address).href,
  };
}

function bugData(
  bug: KnownBug,
  { affectedReleases }: ProductPageData,
  { address }: SiteBuild,
): z.infer<typeof BugData> {
  return {
    id: bug.id,
    product: bug.product,
    title: bug.title,
    titleJa: bug.titleIn?.ja ?? null,
    impact: bug.impact,
    severity: bug.severity,
    consequences: [...bug.consequences],
    features: [...bug.features],
    needs: bug.needs.map((list) => [...list]),
    traits: [...bug.traits],
    cves: [...bug.cves],
    communityBugs: [...bug.communityBugs],
    package: bug.os?.package ?? null,
    advisory: bug.os?.advisory ?? null,
    introducedIn: bug.bounds.introducedIn,
    fixedIn: [...new Set(bug.listings.map(({ version }) => version))],
    affected: (affectedReleases.get(bug.id) ?? []).map(({ release, match }) => ({
      version: release.version,
      certainty: match.confidence,
    })),
    earlierIds: [...bug.aliases],
    page: new URL(siteAddresses.bug(bug.product, bug.id), address).href,
  };
}
