import { memoize, type AssetKind, type LinkRole } from '../../model/index.ts';
import { linkPathsOf, pathsOf } from '../names.ts';
import { RESOURCES } from '../resources.ts';
import { plainName } from '../spelling.ts';
import { resourcesOfKind } from '../types.ts';
import type { Resource, Setting } from '../words.ts';

// How constructs of programs name other constructs, in the words of the CDK and, where they take what CloudFormation
// takes, in those of CloudFormation.

/** A property that names constructs. */
interface NamingProperty {
  /** In lower case, as programs are compared. */
  property: string;
  role: LinkRole;
  to: readonly AssetKind[];
}

/** The properties by which a construct of a kind names what it belongs to. */
export const namingProperties = memoize((kind: AssetKind): readonly NamingProperty[] =>
  resourcesOfKind(kind)
    .flatMap((resource) => [...linkPathsOf('cdk', resource), ...linkPathsOf('cloudformation', resource)])
    .filter(({ link }) => link.isReversed === undefined)
    .map(({ path, link }) => ({
      property: plainName(path),
      role: link.role,
      to: link.cdkTo ?? link.to,
    }))
    .filter(({ property }, i, all) => all.findIndex((other) => other.property === property) === i),
);

/** A setting and its row. */
type Row = readonly [name: string, row: Setting];

/** The settings of a resource by the properties of the CDK's own constructs. */
const settingsByProperty = memoize(
  (resource: Resource): ReadonlyMap<string, Row> =>
    new Map(
      pathsOf('cdk', resource).flatMap(([path, name]) => {
        const row = resource.settings[name];
        return row === undefined ? [] : [[plainName(path), [name, row]] as const];
      }),
    ),
);

/** The setting that a property of the CDK's own constructs becomes; of objects in objects by its path, in lower case. */
export function constructSetting(resource: Resource, property: string): Row | null {
  return settingsByProperty(resource).get(property) ?? null;
}

/** Whether an object that is the value of a property holds settings. */
export function holdsSettings(resource: Resource, property: string): boolean {
  return pathsOf('cdk', resource).some(([path]) => plainName(path).startsWith(`${property}.`));
}

/** What a method of the CDK's constructs makes, by its name in lower case. */
export function madeByMethod(method: string): { resource: Resource; className: string } | null {
  for (const resource of RESOURCES) {
    for (const [name, className] of Object.entries(resource.types.cdkMethods ?? {}))
      if (plainName(name) === method) return { resource, className };
  }
  return null;
}
