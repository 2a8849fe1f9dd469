import { memoize, type AssetKind, type LinkRole } from '../../model/index.ts';
import { linkPathsOf, pathsOf } from '../names.ts';
import { RESOURCES } from '../resources.ts';
import { plainName } from '../spelling.ts';
import { resourcesOfKind } from '../types.ts';
import type { Resource, Setting } from '../resource-types.ts';

// References between constructs, by the CDK's names and, for constructs that take CloudFormation's properties, by
// CloudFormation's.

/** A property that references constructs. */
interface ReferenceProperty {
  /** In lower case: properties of programs are compared without case. */
  property: string;
  role: LinkRole;
  to: readonly AssetKind[];
}

/** Tools whose names for references appear in programs: those of Terraform in Pulumi, the first that names one counts. */
const TOOLS_OF_PROGRAMS = ['cdk', 'cloudformation', 'terraform'] as const;

/** Properties through which a construct of a kind references its owners. */
export const referenceProperties = memoize((kind: AssetKind): readonly ReferenceProperty[] =>
  resourcesOfKind(kind)
    .flatMap((resource) => TOOLS_OF_PROGRAMS.flatMap((tool) => linkPathsOf(tool, resource)))
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

/** Settings of a resource by the properties of the CDK's own constructs. */
const settingsByProperty = memoize(
  (resource: Resource): ReadonlyMap<string, Row> =>
    new Map(
      pathsOf('cdk', resource).flatMap(([path, name]) => {
        const row = resource.settings[name];
        return row === undefined ? [] : [[plainName(path), [name, row]] as const];
      }),
    ),
);

/** Setting for a property of the CDK's own constructs, a path for nested objects, in lower case. */
export function constructSetting(resource: Resource, property: string): Row | null {
  return settingsByProperty(resource).get(property) ?? null;
}

/** True if the object value of a property contains settings. */
export function holdsSettings(resource: Resource, property: string): boolean {
  return pathsOf('cdk', resource).some(([path]) => plainName(path).startsWith(`${property}.`));
}

/** Resource and class that a method of the CDK's constructs creates, by its lower-case name. */
export function resourceOfMethod(method: string): { resource: Resource; className: string } | null {
  for (const resource of RESOURCES) {
    for (const [name, className] of Object.entries(resource.types.cdkMethods ?? {}))
      if (plainName(name) === method) return { resource, className };
  }
  return null;
}
