import type { DocumentDeclaration } from '../declarations.ts';
import { CLUSTER_PARAMETER_GROUP, typeToWrite, writtenName } from '../../vocabulary/index.ts';
import type { SourceFile } from '../../syntax/index.ts';
import type { Asset, Change as Wish } from '../../model/index.ts';
import { addResources, setProperty } from '../cloudformation.ts';
import type { Change } from '../edit.ts';
import { resourceInTemplate } from '../new-resource.ts';
import { appendBlocks, parameterBlock, setExpressions } from '../terraform.ts';
import { labelOf } from './names.ts';

const TYPE = typeToWrite('terraform', CLUSTER_PARAMETER_GROUP);

type ParameterGroup = Extract<Wish, { kind: 'parameter-group' }>;

/** Behind the cluster's file or resource its own parameter group, and in the cluster the reference to it. */
export function parameterGroupChanges(
  wish: ParameterGroup,
  asset: Asset,
  source: SourceFile,
  declaration: DocumentDeclaration,
  assets: readonly Asset[],
): Change[] | null {
  const { name } = asset;
  const property = writtenName(asset, 'dbClusterParameterGroupName');
  if (property === null) return null;
  const isTaken = (made: string): boolean => assets.some((asset) => asset.name === made);
  if (declaration.tool === 'terraform') {
    const label = [labelOf(asset), `${labelOf(asset)}_own`].find((each) => !isTaken(`${TYPE}.${each}`));
    if (label === undefined) return null;
    const uses = setExpressions(source, declaration.block, {
      [property]: `${TYPE}.${label}.name`,
    });
    return uses === null ? null : [...uses, ...appendBlocks(source, inTerraform(label, wish))];
  }
  const made = `${name}ParameterGroup`;
  const uses = isTaken(made) ? null : setProperty(source, declaration, property, { Ref: made });
  if (uses === null) return null;
  const resource = resourceInTemplate(
    CLUSTER_PARAMETER_GROUP,
    { description: `Parameters of ${name}`, dbParameterGroupFamily: wish.family },
    { Parameters: wish.parameters },
  );
  return [...uses, ...addResources(source, declaration, { [made]: resource })];
}

function inTerraform(label: string, { family, parameters, lists = [] }: ParameterGroup): string[] {
  return [
    `resource "${TYPE}" "${label}" {`,
    `  name_prefix = "${label.toLowerCase().replaceAll('_', '-')}-"`,
    `  family      = "${family}"`,
    ...Object.entries(parameters).flatMap(([name, value]) => [
      '',
      ...parameterBlock(name, value, lists.includes(name)).map((line) => `  ${line}`),
    ]),
    '}',
  ];
}
