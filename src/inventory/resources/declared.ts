import { text } from '../../l10n/index.ts';
import { type Condition, type DeploymentTarget, type FileLocation, memoize } from '../../model/index.ts';
import { linkPathsOf, pathsOf, type Resource, type Setting } from '../../vocabulary/index.ts';
import type { SettingFact, Value } from '../../values/index.ts';
import { unresolvedLinks, type UnresolvedLink } from './links.ts';
import { settingFact } from './setting-values.ts';

type Tool = 'terraform' | 'cloudformation';

/** A declared resource of any format, as the passes over all resources use it. */
export interface DeclaredResource {
  tool: Tool;
  type: string;
  /** Address of the resource. */
  name: string;
  file: string;
  at: FileLocation;
  count: number | null;
  conditions?: readonly Condition[];
  deployedTo?: DeploymentTarget;
  properties: Properties;
}

/** Properties of a resource or block. */
export interface Properties {
  /** Value at a path; null if absent or null. */
  at: (path: string) => Value | null;
  /** First segments of the written paths, if known: other paths are skipped. */
  written?: ReadonlySet<string>;
}

/** Settings of a resource by API name. */
export function settingsOf(
  tool: Tool,
  resource: Resource,
  { at, written }: Properties,
): Record<string, SettingFact> {
  const settings: Record<string, SettingFact> = {};
  const add = ({ path, setting, known: { type = 'text', beside } }: SettingPath): void => {
    const value = at(path);
    const besideIt = tool === 'terraform' ? beside?.terraform : undefined;
    if (value !== null)
      settings[setting] = settingFact(tool, type, value, (field) => at(besideIt?.[field] ?? ''));
  };
  const byStart = pathsByStart(tool, resource);
  if (written === undefined) byStart.forEach((paths) => paths.forEach(add));
  else written.forEach((start) => byStart.get(start)?.forEach(add));
  // A value in a property's older form also sets the newer one, unless that is written.
  for (const { setting, newer } of olderForms(tool, resource)) {
    const older = settings[setting];
    if (older?.state === 'known')
      settings[newer.setting] ??= { ...older, value: older.value === false ? newer.off : newer.on };
  }
  return settings;
}

/**
 * Sources of a version that is empty only by default: a deployment may set one.
 * @param openAt variable that leaves a path empty; null if none does
 */
export function openSources(
  tool: Tool,
  resource: Resource,
  openAt: (path: string) => string | null,
): Record<string, SettingFact> {
  const open: Record<string, SettingFact> = {};
  for (const [path, setting] of sourcePathsOf(tool, resource)) {
    const name = openAt(path);
    const reason = name === null ? null : text('inventory.mayHaveSource', { name });
    if (reason !== null) open[setting] = { state: 'unknown', reason };
  }
  return open;
}

/**
 * Links of a resource, by reference or by name.
 * @param isIgnored true if another link may have been attached since; memberships do not change
 */
export function linksOf(
  tool: Tool,
  resource: Resource,
  { at, written }: Properties,
  isIgnored: (path: string) => boolean = () => false,
): UnresolvedLink[] {
  const links: UnresolvedLink[] = [];
  for (const { path, start, link } of linksByPath(tool, resource)) {
    const isGone = written?.has(start) === false || (link.role !== 'member-of' && isIgnored(path));
    const value = isGone ? null : at(path);
    if (value !== null) links.push(...unresolvedLinks(value, link));
  }
  return links;
}

interface SettingPath {
  path: string;
  setting: string;
  known: Partial<Setting>;
}

/** Paths of a resource's settings, by first segment. */
const pathsByStart = memoize((tool: Tool, resource: Resource) => {
  const all = pathsOf(tool, resource).map(([path, setting]): SettingPath => {
    return { path, setting, known: resource.settings[setting] ?? {} };
  });
  return Map.groupBy(all, ({ path }) => path.split('.')[0] ?? '');
});
const olderForms = memoize((_tool: Tool, { settings }: Resource) =>
  Object.entries(settings).flatMap(([setting, { olderOf: newer }]) => (newer ? [{ setting, newer }] : [])),
);
const sourcePathsOf = memoize((tool: Tool, resource: Resource) =>
  pathsOf(tool, resource).filter(([, setting]) => resource.settings[setting]?.source !== undefined),
);
const linksByPath = memoize((tool: Tool, resource: Resource) =>
  linkPathsOf(tool, resource).map((each) => ({ ...each, start: each.path.split('.')[0] ?? '' })),
);
