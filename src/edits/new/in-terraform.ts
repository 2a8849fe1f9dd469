import type { Asset } from '../../model/index.ts';
import { snakeCase } from '../fixes/names.ts';
import { parameterBlock } from '../terraform.ts';
import { argumentOf, EVENT_TARGET, NEW_RULE, POLICY_ATTACHMENT, ROLE } from './types.ts';
import {
  isList,
  isNewResource,
  isStruct,
  isTagged,
  InexpressibleError,
  reference,
  type JoinedText,
  type NewType,
  type NewResource,
  type Reference,
  type NewValue,
} from './values.ts';

/** Names that the new blocks of a Terraform file refer to. */
export interface TerraformNames {
  /** Label of the asset that the blocks are for: `shop`. */
  label: string;
  /** Returns the account id, and adds the data source for it if needed. */
  account: () => string;
  /** Reference to an attribute of an asset; null if the module cannot express it. */
  ofAsset: (asset: Asset, what: Reference['what']) => string | null;
}

/**
 * Blocks of a resource, including the settings that Terraform keeps in separate resources.
 * @throws {InexpressibleError}
 */
export function resourceInTerraform(resource: NewResource, names: TerraformNames): string[] {
  const { type, settings, remark } = resource;
  const lines: string[] = [];
  const separate: NewResource[] = [];
  for (const [setting, value] of Object.entries(settings)) {
    const split = SEPARATE_RESOURCES.get(type)?.[setting];
    if (split !== undefined)
      separate.push(...(isList(value) ? value : [value]).map((each) => split(resource, each)));
    else lines.push(...argumentLines(type, setting, value, names));
  }
  return [
    ...(remark === undefined ? [] : [`# ${remark}`]),
    `resource "${type.terraform}" "${labelFor(resource, names)}" {`,
    ...inner(alignEqualsSigns(lines)).filter((line, i) => line !== '' || i > 0),
    '}',
    ...separate.flatMap((each) => ['', ...resourceInTerraform(each, names)]),
  ];
}

/** Address of a new resource: `aws_sns_topic.shop_alerts`. */
export function addressIn(resource: NewResource, names: TerraformNames): string {
  return `${resource.type.terraform}.${labelFor(resource, names)}`;
}

function labelFor({ words }: NewResource, { label }: TerraformNames): string {
  return [label, snakeCase(words)].filter((part) => part !== '').join('_');
}

/** Lists whose items are separate resources in Terraform. */
const SEPARATE_RESOURCES: ReadonlyMap<
  NewType,
  Record<string, (owner: NewResource, item: NewValue) => NewResource>
> = new Map([
  [
    ROLE,
    {
      managedPolicyArns: (role: NewResource, policyArn: NewValue): NewResource => ({
        type: POLICY_ATTACHMENT,
        // Each of several policies adds its own name.
        words: [role.words, isSeveral(role) ? nameOfPolicy(policyArn) : '']
          .filter((each) => each !== '')
          .join(' '),
        settings: { role: reference(role, 'name'), policyArn },
      }),
    },
  ],
  [
    NEW_RULE,
    {
      targets: (rule: NewResource, item: NewValue): NewResource => ({
        type: EVENT_TARGET,
        words: rule.words,
        settings: { rule: reference(rule, 'name'), ...fieldsOf(item) },
      }),
    },
  ],
]);

function isSeveral({ settings: { managedPolicyArns = [] } }: NewResource): boolean {
  return isList(managedPolicyArns) && managedPolicyArns.length > 1;
}

/** Name of a policy from its ARN: `AmazonSSMManagedInstanceCore`. */
function nameOfPolicy(arn: NewValue): string {
  const last =
    typeof arn === 'object' && !isList(arn) && isTagged(arn) && arn.is === 'joined' ? arn.parts.at(-1) : arn;
  return typeof last === 'string' ? (last.split('/').at(-1) ?? '') : '';
}

function fieldsOf(item: NewValue): Readonly<Record<string, NewValue>> {
  return isStruct(item) ? item.fields : {};
}

/** Argument or blocks of a setting; none if Terraform has no such setting. */
function argumentLines(type: NewType, setting: string, value: NewValue, names: TerraformNames): string[] {
  const name = argumentOf(type, setting);
  if (name === null) return [];
  if (typeof value === 'object' && !isList(value) && isTagged(value)) {
    if (value.is === 'struct') {
      const fields = Object.entries(value.fields).flatMap(([field, each]) =>
        argumentLines(type, field, each, names),
      );
      return ['', `${name} {`, ...inner(alignEqualsSigns(fields)), '}'];
    }
    if (value.is === 'parameters') {
      const { parameters, lists = [] } = value;
      return Object.entries(parameters).flatMap(([parameter, text]) => [
        '',
        ...parameterBlock(parameter, text, lists.includes(parameter)),
      ]);
    }
  }
  const [first = '', ...rest] = expressionLines(value, names);
  return rest.length === 0 ? [`${name} = ${first}`] : ['', `${name} = ${first}`, ...rest];
}

/**
 * Value in HCL; the first line has no indentation.
 * @throws {InexpressibleError}
 */
export function expressionLines(value: NewValue, names: TerraformNames): string[] {
  if (typeof value === 'string') return [textOf(value)];
  if (typeof value !== 'object') return [String(value)];
  if (isList(value)) return listLines(value.map((each) => expressionLines(each, names)));
  if (!isTagged(value)) return mapLines(Object.entries(value), names);
  switch (value.is) {
    case 'reference':
      return [referenceCode(value, names)];
    case 'joined':
      return [
        `"${value.parts
          .map((part) => (typeof part === 'string' ? escaped(part) : interpolated(part, names)))
          .join('')}"`,
      ];
    case 'pseudo':
      return value.name === 'AccountId' ? [accountReference(names)] : [textOf(pseudoText(value.name))];
    case 'document': {
      const lines = expressionLines(value.content, names);
      const [first = ''] = lines;
      if (lines.length === 1) return [`jsonencode(${first})`];
      return [`jsonencode(${first}`, ...lines.slice(1, -1), `${lines.at(-1) ?? ''})`];
    }
    case 'pairs':
      return mapLines(value.rows, names, true);
    case 'script': {
      const lines = listLines(value.lines.map((each) => expressionLines(each, names)));
      return [`join("\\n", ${lines[0] ?? ''}`, ...lines.slice(1, -1), `${lines.at(-1) ?? ''})`];
    }
    case 'made':
      throw new InexpressibleError(value.of);
    case 'written':
      return [value.code];
    case 'struct':
      return mapLines(Object.entries(value.fields), names);
    case 'parameters':
      return mapLines(Object.entries(value.parameters), names);
  }
}

function referenceCode({ to, what }: Reference, names: TerraformNames): string {
  if (!isNewResource(to)) {
    const code = names.ofAsset(to, what);
    if (code === null) throw new InexpressibleError(to.name);
    return code;
  }
  const address = addressIn(to, names);
  const given = to.type.attributes?.[what]?.terraform ?? what;
  return typeof given === 'string' ? `${address}.${given}` : given(address);
}

function interpolated(part: Exclude<JoinedText['parts'][number], string>, names: TerraformNames): string {
  if (part.is === 'pseudo')
    return part.name === 'AccountId' ? `\${${accountReference(names)}}` : pseudoText(part.name);
  return `\${${expressionLines(part, names).join(' ')}}`;
}

function accountReference(names: TerraformNames): string {
  return `data.${names.account()}.account_id`;
}

/** Pseudo parameters that need no data source. */
function pseudoText(name: string): string {
  if (name !== 'Partition') throw new InexpressibleError(name);
  return 'aws';
}

/** Maximum width of a list or map on one line. */
const MAX_LINE_WIDTH = 90;

function listLines(items: readonly (readonly string[])[]): string[] {
  const isFlat = items.every((lines) => lines.length === 1);
  const flat = `[${items.map(([line = '']) => line).join(', ')}]`;
  if (isFlat && flat.length <= MAX_LINE_WIDTH) return [flat];
  const [only, ...others] = items;
  // A single map in a list opens on the same line.
  if (only?.[0] === '{' && others.length === 0) return ['[{', ...only.slice(1, -1), '}]'];
  return ['[', ...items.flatMap((lines) => inner([...lines.slice(0, -1), `${lines.at(-1) ?? ''},`])), ']'];
}

function mapLines(
  rows: readonly (readonly [string, NewValue])[],
  names: TerraformNames,
  isTall = false,
): string[] {
  const entries = rows.map(([key, value]) => {
    const [first = '', ...rest] = expressionLines(value, names);
    return [`${/^[A-Za-z_][\w-]*$/.test(key) ? key : textOf(key)} = ${first}`, ...rest];
  });
  const isFlat = !isTall && entries.length < 4 && entries.every((lines) => lines.length === 1);
  const flat = `{ ${entries.map(([line = '']) => line).join(', ')} }`;
  if (isFlat && flat.length <= MAX_LINE_WIDTH) return [flat];
  return ['{', ...inner(alignEqualsSigns(entries.flat())), '}'];
}

/** Aligns the equals signs of consecutive arguments that have one line each. */
function alignEqualsSigns(lines: readonly string[]): string[] {
  const argument = /^("[^"]*"|[\w-]+) = (.*[^{[(]|\{\}|\[\])$/;
  const out = [...lines];
  for (let from = 0; from < lines.length;) {
    let to = from;
    while (argument.test(lines[to] ?? '')) to++;
    const group = lines.slice(from, to).map((line) => argument.exec(line));
    const width = Math.max(0, ...group.map((match) => match?.[1]?.length ?? 0));
    for (const [i, match] of group.entries())
      out[from + i] = `${(match?.[1] ?? '').padEnd(width)} = ${match?.[2] ?? ''}`;
    from = Math.max(to, from + 1);
  }
  return out;
}

function inner(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}

function textOf(text: string): string {
  return `"${escaped(text)}"`;
}

/** Escapes characters that HCL would read as something else in a string. */
function escaped(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/[$%]\{/g, (open) => open.charAt(0) + open);
}
