export { changeBrief, type ChangeBrief, type FeatureTest, type NoBrief, type SupportSpan } from './brief.ts';
export type { NearRelease } from './near-releases.ts';
export { versionsInUse, type VersionInUse } from './versions-in-use.ts';
