import type { AssetKind, LinkRole } from '../model/index.ts';
import { linkPathsOf } from './names.ts';
import { plainName } from './spelling.ts';
import { resourcesOfKind } from './types.ts';

// How constructs of programs name other constructs, in the words of the CDK and, where they take what CloudFormation
// takes, in those of CloudFormation.

/** A property that names constructs. */
interface NamingProperty {
  /** In lower case, as programs are compared. */
  property: string;
  role: LinkRole;
  to: readonly AssetKind[];
}

const naming = new Map<AssetKind, readonly NamingProperty[]>();

/** The properties by which a construct of a kind names what it belongs to. */
export function namingProperties(kind: AssetKind): readonly NamingProperty[] {
  const known =
    naming.get(kind) ??
    resourcesOfKind(kind)
      .flatMap((resource) => [...linkPathsOf('cdk', resource), ...linkPathsOf('cloudformation', resource)])
      .filter(({ link }) => link.isReversed === undefined)
      .map(({ path, link }) => ({
        property: plainName(path),
        role: link.role,
        to: link.cdkTo ?? link.to,
      }))
      .filter(({ property }, i, all) => all.findIndex((other) => other.property === property) === i);
  naming.set(kind, known);
  return known;
}
