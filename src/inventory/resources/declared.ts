import type { FileLocation, SettingValue } from '../../model/index.ts';
import {
  linkPathsOf,
  pathsOf,
  withApiNames,
  type Resource,
  type SettingType,
} from '../../vocabulary/index.ts';
import {
  type Fact,
  resourcesIn,
  scalarAt,
  toFact,
  toPartialFact,
  toTextFact,
  type Value,
} from '../../values/index.ts';
import { looseLink, type LooseLink } from './links.ts';

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
  properties: Properties;
}

/** What is written of something. */
export interface Properties {
  /** What stands at a path; null where nothing does, or null is written. */
  at: (path: string) => Value | null;
  /** What paths begin with, where that is known: the others are not asked for. */
  written?: Iterable<string>;
}

/** The settings of a resource by the API's names. */
export function settingsOf(
  tool: Tool,
  resource: Resource,
  { at, written }: Properties,
): Record<string, Fact> {
  const settings: Record<string, Fact> = {};
  const paths = pathsByStart(tool, resource);
  for (const start of written ?? paths.keys()) {
    for (const { path, setting, type } of paths.get(start) ?? []) {
      const value = at(path);
      if (value !== null) settings[setting] = (STATED[tool][type] ?? toFact)(value);
    }
  }
  return settings;
}

/** The links that a resource writes, by reference or by name. */
export function linksOf(tool: Tool, resource: Resource, { at }: Properties): LooseLink[] {
  return linkPathsOf(tool, resource).flatMap(({ path, link }) => {
    const value = at(path);
    return value === null ? [] : [looseLink(value, link)];
  });
}

interface SettingPath {
  path: string;
  setting: string;
  type: SettingType;
}

const known = new WeakMap<Resource, Map<Tool, Map<string, SettingPath[]>>>();

/** Where the settings of a resource are written, by what the path begins with. */
function pathsByStart(tool: Tool, resource: Resource): Map<string, SettingPath[]> {
  const byTool = known.get(resource) ?? new Map<Tool, Map<string, SettingPath[]>>();
  known.set(resource, byTool);
  let paths = byTool.get(tool);
  if (paths === undefined) {
    const all = pathsOf(tool, resource).map(([path, setting]) => {
      return { path, setting, type: resource.settings[setting]?.type ?? 'text' };
    });
    paths = Map.groupBy(all, ({ path }) => path.split('.')[0] ?? '');
    byTool.set(tool, paths);
  }
  return paths;
}

type Statement = (value: Value) => Fact;

const SHARED: Partial<Record<SettingType, Statement>> = { attribute: toTextFact, part: toPartialFact };
/** How a value states a setting of a type. JSON templates and parameters write everything as text. */
const STATED: Record<Tool, Partial<Record<SettingType, Statement>>> = {
  terraform: SHARED,
  cloudformation: {
    ...SHARED,
    text: toName,
    number: (value) => converted(value, (text) => (/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text)),
    boolean: (value) =>
      converted(value, (text) => (/^(?:true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text)),
    structure: (value) => {
      const fact = toFact(value);
      return fact.state === 'known' ? { ...fact, value: withApiNames(fact.value) } : fact;
    },
  },
};

function converted(value: Value, convert: (text: string) => SettingValue): Fact {
  const fact = toFact(value);
  if (fact.state !== 'known' || typeof fact.value !== 'string') return fact;
  return { ...fact, value: convert(fact.value) };
}

/** A resource of the template is known by its address where AWS makes up its name. */
function toName(value: Value): Fact {
  const [target, ...others] = resourcesIn(value);
  const isMadeUp = value.kind === 'unknown' && value.partial === undefined && others.length === 0;
  if (!isMadeUp || target === undefined || value.span === null) return toTextFact(value);
  return toFact(scalarAt(target, value.span));
}
