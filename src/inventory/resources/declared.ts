import { text } from '../../l10n/index.ts';
import { type Condition, type DeployedTo, type FileLocation, memoize } from '../../model/index.ts';
import { linkPathsOf, pathsOf, type Resource, type Setting } from '../../vocabulary/index.ts';
import type { Stated, Value } from '../../values/index.ts';
import { looseLinks, type LooseLink } from './links.ts';
import { stated } from './stated.ts';

type Tool = 'terraform' | 'cloudformation';

/** A resource as a format declares it: what passes over all resources ask of it. */
export interface DeclaredResource {
  tool: Tool;
  type: string;
  /** Its address. */
  name: string;
  file: string;
  at: FileLocation;
  count: number | null;
  conditions?: readonly Condition[];
  deployedTo?: DeployedTo;
  properties: Properties;
}

/** What is written of something. */
export interface Properties {
  /** What stands at a path; null where nothing does, or null is written. */
  at: (path: string) => Value | null;
  /** What paths begin with, where that is known: the others are not asked for. */
  written?: ReadonlySet<string>;
}

/** The settings of a resource by the API's names. */
export function settingsOf(
  tool: Tool,
  resource: Resource,
  { at, written }: Properties,
): Record<string, Stated> {
  const settings: Record<string, Stated> = {};
  const add = ({ path, setting, known: { type = 'text', beside } }: SettingPath): void => {
    const value = at(path);
    const besideIt = tool === 'terraform' ? beside?.terraform : undefined;
    if (value !== null) settings[setting] = stated(tool, type, value, (field) => at(besideIt?.[field] ?? ''));
  };
  const byStart = pathsByStart(tool, resource);
  if (written === undefined) byStart.forEach((paths) => paths.forEach(add));
  else written.forEach((start) => byStart.get(start)?.forEach(add));
  // What is written in its older form is said in the newer one too, where that is not written.
  for (const { setting, newer } of olderForms(tool, resource)) {
    const older = settings[setting];
    if (older?.state === 'known')
      settings[newer.setting] ??= { ...older, value: older.value === false ? newer.off : newer.on };
  }
  return settings;
}

/**
 * The sources of a version that only a default leaves out: who deploys it may name one.
 * @param openAt the name of what is left out at a path; null where nothing is
 */
export function openSources(
  tool: Tool,
  resource: Resource,
  openAt: (path: string) => string | null,
): Record<string, Stated> {
  const open: Record<string, Stated> = {};
  for (const [path, setting] of sourcePathsOf(tool, resource)) {
    const name = openAt(path);
    const reason = name === null ? null : text('inventory.mayHaveSource', { name });
    if (reason !== null) open[setting] = { state: 'unknown', reason };
  }
  return open;
}

/**
 * The links that a resource writes, by reference or by name.
 * @param isIgnored whether another one may have been attached since; what a resource is a member of does not change
 */
export function linksOf(
  tool: Tool,
  resource: Resource,
  { at, written }: Properties,
  isIgnored: (path: string) => boolean = () => false,
): LooseLink[] {
  const links: LooseLink[] = [];
  for (const { path, start, link } of linksByPath(tool, resource)) {
    const isGone = written?.has(start) === false || (link.role !== 'member-of' && isIgnored(path));
    const value = isGone ? null : at(path);
    if (value !== null) links.push(...looseLinks(value, link));
  }
  return links;
}

interface SettingPath {
  path: string;
  setting: string;
  known: Partial<Setting>;
}

/** Where the settings of a resource are written, by what the path begins with. */
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
