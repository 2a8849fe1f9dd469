import type { DocumentDeclaration } from '../declarations.ts';
import { writtenName } from '../../vocabulary/index.ts';
import type { SourceFile } from '../../syntax/index.ts';
import type { Asset, Change as Wish } from '../../model/index.ts';
import { addResources, hasProperty, setProperty, type TemplateObject } from '../cloudformation.ts';
import type { Change } from '../edit.ts';
import { labelOf } from './names.ts';
import { serviceRoleInTerraform } from './service-role.ts';
import { appendBlocks, hasArgument, setExpressions } from '../terraform.ts';

type EnhancedMonitoring = Extract<Wish, { kind: 'enhanced-monitoring' }>;

/** Who uses the role, and what lets it write (Aurora User Guide, USER_Monitoring.OS.Enabling). */
const SERVICE = 'monitoring.rds.amazonaws.com';
const POLICY = 'service-role/AmazonRDSEnhancedMonitoringRole';

/** The interval, and where the cluster has none a role: one that is in the file already, else a new one. */
export function monitoringChanges(
  { seconds }: EnhancedMonitoring,
  asset: Asset,
  source: SourceFile,
  declaration: DocumentDeclaration,
): Change[] | null {
  const { name } = asset;
  const [interval, role] = ['monitoringInterval', 'monitoringRoleArn'].map((each) =>
    writtenName(asset, each),
  );
  if (!interval || !role) return null;
  if (declaration.tool === 'cloudformation')
    return inTemplate([interval, seconds], role, name, source, declaration);
  const { block } = declaration;
  const set = { [interval]: String(seconds) };
  if (hasArgument(block, role)) return setExpressions(source, block, set);
  const known = roleIn(source.text);
  const label = `${labelOf(asset)}_monitoring`;
  if (known === null && source.text.includes(`"aws_iam_role" "${label}"`)) return null;
  const both = setExpressions(source, block, {
    ...set,
    [role]: `aws_iam_role.${known ?? label}.arn`,
  });
  if (both === null || known !== null) return both;
  return [...both, ...appendBlocks(source, roleInTerraform(label))];
}

/** A role of this file that the service may assume. */
function roleIn(text: string): string | null {
  const roles = text.split(/^(?=resource\s)/m);
  const found = roles.find((each) => each.startsWith('resource') && each.includes(SERVICE));
  return /^resource\s+"aws_iam_role"\s+"([\w-]+)"/.exec(found ?? '')?.[1] ?? null;
}

function roleInTerraform(label: string): string[] {
  return [
    ...serviceRoleInTerraform(label, label.replaceAll('_', '-'), `"${SERVICE}"`),
    '',
    `resource "aws_iam_role_policy_attachment" "${label}" {`,
    `  role       = aws_iam_role.${label}.name`,
    `  policy_arn = "arn:aws:iam::aws:policy/${POLICY}"`,
    '}',
  ];
}

function inTemplate(
  [interval, seconds]: readonly [property: string, seconds: number],
  role: string,
  name: string,
  source: SourceFile,
  declaration: Extract<DocumentDeclaration, { tool: 'cloudformation' }>,
): Change[] | null {
  const changes = setProperty(source, declaration, interval, seconds);
  if (changes === null || hasProperty(declaration, role)) return changes;
  const made = `${name}MonitoringRole`;
  if (new RegExp(`^\\s*"?${made}"?\\s*:`, 'm').test(source.text)) return null;
  const uses = setProperty(source, declaration, role, { 'Fn::GetAtt': [made, 'Arn'] });
  if (uses === null) return null;
  return [...changes, ...uses, ...addResources(source, declaration, { [made]: ROLE })];
}

const ROLE: TemplateObject = {
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: SERVICE } }],
    },
    ManagedPolicyArns: [{ 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${POLICY}` }],
  },
};
