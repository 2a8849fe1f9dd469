/** Products: their names, their versions, and everything else that is specific to one. */
export {
  engineNamed,
  engineOf,
  hasFeature,
  hasChecklist,
  isProxyFamily,
  observabilityOf,
  engineOfFamily,
  isFamilyOfOther,
  lineOfFamily,
  auroraEngineAcceptingVersion,
  engineAcceptingVersion,
  engines,
  engineWords,
  instanceEngineOfRelease,
  engineOfUnmistakableVersion,
  isEngine,
  readEngineVersion,
  serviceOf,
  serviceWord,
  versionNumberRange,
  withoutQuotes,
  type Engine,
} from './engine/engines.ts';
export type { LogSource, Observability, ParameterDemand, SlowLog } from './engine/observability.ts';
export { uncoveredEngine } from './engine/uncovered.ts';
export { unknownProductText } from './naming/similar-products.ts';
export { failureText, FetchFailure, type FailureReason } from './pages/failure.ts';
export { imageWords, mayNameImage, readOsImage, readPin } from './images.ts';
export type { Lexicon, Pattern } from './lexicon.ts';
export { productName } from './naming/names.ts';
export { NOTICE_LABELS } from './notice-labels.ts';
export { readNamedVersions, versionNamed } from './naming/named-version.ts';
export { hasLineage, isDropped, lineageOf } from './lineages.ts';
export type { Judgement, Lineage } from './lineage/lineage.ts';
export { minorPeriodOf } from './versions/minor-period.ts';
export type { PlacedAdvisory } from './system/advisory.ts';
export type { UpgradeDemand, EngineService, FeatureState, HostFacts, Product, PinnedOs } from './product.ts';
export {
  defaultProduct,
  exampleReleases,
  isProduct,
  isSystem,
  isUpstreamOnly,
  systemsWithNotes,
  productIds,
  productOf,
  products,
  registerProduct,
} from './registry.ts';
export type { CveRow, Page, ParsedPage, ReadPage, RawItem, RawRelease, ReleaseNoteSource } from './source.ts';
export { twinUrl } from './pages/twin.ts';
export { isInRanges, readVersionRange, withoutWildcards } from './versions/version-range.ts';
export { isBefore } from './lineage/feature-ages.ts';
export { pinnedAs } from './amazon-linux/pins.ts';
export { IMAGE_PARAMETER } from './amazon-linux/images/parameters.ts';
export { SERVERLESS_CLASS } from './feature-states.ts';
