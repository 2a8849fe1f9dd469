import type { WrittenConstruct } from '../../inventory/index.ts';
import type { Asset } from '../../model/index.ts';
import type { SourceFile } from '../../syntax/index.ts';
import { constructSpelling, snakeCase } from '../../vocabulary/index.ts';
import { pascalCase } from '../fixes/names.ts';
import { cdkName, cdkModuleOf, type CdkModule } from '../programs/cdk-names.ts';
import { inQuotes } from '../programs/group-edit.ts';
import { formattedCode, type Code } from './code.ts';
import { templatePropertyOf } from './types.ts';
import {
  isList,
  isNewResource,
  isTagged,
  InexpressibleError,
  type CdkObject,
  type NewResource,
  type PseudoParameter,
  type Reference,
  type NewValue,
} from './values.ts';

/** A construct whose identifier and scope are literals. */
export type PlacedConstruct = WrittenConstruct & { within: NonNullable<WrittenConstruct['within']> };

/** Writes new constructs for an existing one, and collects their imports. */
export class ProgramWriter {
  /** Imports of the new code. */
  readonly imports: string[] = [];
  /** Constructs to which the new code refers. */
  readonly referenced = new Set<PlacedConstruct>();
  private readonly source: SourceFile;
  private readonly construct: PlacedConstruct;
  private readonly placeOf: (asset: Asset) => PlacedConstruct | null;

  constructor(
    source: SourceFile,
    construct: PlacedConstruct,
    placeOf: (asset: Asset) => PlacedConstruct | null,
  ) {
    this.source = source;
    this.construct = construct;
    this.placeOf = placeOf;
  }

  /**
   * Call that creates a resource.
   * @throws {InexpressibleError}
   */
  call(resource: NewResource): Code {
    const { type, settings } = resource;
    const [className, module] = classOf(resource);
    const name = this.nameIn(module, className);
    const { scope } = this.construct.within;
    const isNamedAlike = type.construct === undefined || type.construct.takesSettings === true;
    const own = isNamedAlike ? Object.entries(settings) : [];
    const properties = own.flatMap(([setting, value]) => {
      const property = templatePropertyOf(type, setting);
      if (property === null) return [];
      const given = type.listed?.includes(setting) === true ? [value] : value;
      return [[this.word(property), this.code(given, name)] as const];
    });
    const id = this.text(this.idOf(resource));
    if (this.isPython) {
      const items = [scope, id].map((value) => ({ key: '', value }));
      const given = properties.map(([key, value]) => ({ key: `${key}=`, value }));
      return { open: `${name}(`, items: [...items, ...given], close: ')', isMultiline: given.length > 0 };
    }
    const open = `new ${name}(${scope}, ${id}`;
    if (properties.length === 0) return `${open})`;
    const items = properties.map(([key, value]) => ({ key: `${key}: `, value }));
    return { open: `${open}, {`, items, close: '})', isMultiline: true };
  }

  /** Call that sets an attribute: `balancer.setAttribute('access_logs.s3.enabled', 'true')` */
  attributeCall(setting: string, value: NewValue): string {
    this.referenced.add(this.construct);
    const variable = this.nameOfConstruct(this.construct);
    const given = formattedCode(this.code(value, ''), '', '', '');
    return `${variable}.${this.attribute('setAttribute')}(${this.text(setting)}, ${given})`;
  }

  /** Identifier of a new construct. */
  idOf({ type, words }: NewResource): string {
    return `${this.construct.within.id}${pascalCase(words)}${type.suffix}`;
  }

  /** Variable of a new construct. */
  variableOf(resource: NewResource): string {
    return this.asVariable(this.idOf(resource));
  }

  asVariable(id: string): string {
    const name = id.charAt(0).toLowerCase() + id.slice(1).replace(/\W/g, '');
    return this.isPython ? snakeCase(name) : name;
  }

  /** Variable through which code refers to a construct of the program. */
  nameOfConstruct({ variable, within }: PlacedConstruct): string {
    return variable ?? this.asVariable(within.id);
  }

  /**
   * Name from a CDK module.
   * @throws {InexpressibleError} if the program cannot import it
   */
  nameIn(module: CdkModule, name: string): string {
    const known = cdkName(this.source, this.construct, module, name);
    if (known === null) throw new InexpressibleError(name);
    const lines = known.changes.map(({ text }) => text.trim());
    this.imports.push(...lines.filter((line) => !this.imports.includes(line)));
    return known.code;
  }

  /**
   * Code of a value.
   * @param owner class whose structures it uses
   */
  code(value: NewValue, owner: string): Code {
    if (typeof value === 'string') return this.text(value);
    if (typeof value === 'boolean') return this.isPython ? pascalCase(String(value)) : String(value);
    if (typeof value === 'number') return String(value);
    if (isList(value))
      return {
        open: '[',
        close: ']',
        items: value.map((each) => ({ key: '', value: this.code(each, owner) })),
      };
    if (!isTagged(value)) return this.map(value, owner);
    switch (value.is) {
      case 'reference':
        return this.reference(value);
      case 'joined':
        return this.joined(value.parts);
      case 'pseudo':
        return this.pseudo(value.name);
      case 'document':
        return this.code(value.content, owner);
      case 'pairs': {
        const rows = value.rows.map(([name, each]) =>
          this.structure(value.of, [['name', name] as const, ['value', each] as const], owner),
        );
        return { open: '[', close: ']', items: rows.map((each) => ({ key: '', value: each })) };
      }
      case 'struct':
        return this.structure(value.of, Object.entries(value.fields), owner);
      case 'parameters':
        return this.map(value.parameters, owner);
      case 'script':
        return this.code(value.lines, owner);
      case 'made':
        return this.made(value);
      case 'written':
        return value.code;
    }
  }

  private get isPython(): boolean {
    return this.construct.language === 'python';
  }

  private word(templateName: string): string {
    const word = constructSpelling(templateName);
    return this.isPython ? snakeCase(word) : word;
  }

  /** A string in the file's quotes, or in others that the text does not contain. */
  text(text: string): string {
    return inQuotes([text], this.source);
  }

  private map(fields: Readonly<Record<string, NewValue>>, owner: string): Code {
    const isName = (key: string): boolean => !this.isPython && /^[A-Za-z_$][\w$]*$/.test(key);
    const items = Object.entries(fields).map(([key, each]) => ({
      key: `${isName(key) ? key : this.text(key)}: `,
      value: this.code(each, owner),
    }));
    return { open: '{', items, close: '}', hasInnerSpaces: !this.isPython };
  }

  private structure(name: string, fields: readonly (readonly [string, NewValue])[], owner: string): Code {
    const written = fields.map(
      ([field, each]) => [this.word(pascalCase(field)), this.code(each, owner)] as const,
    );
    if (!this.isPython) {
      const items = written.map(([key, value]) => ({ key: `${key}: `, value }));
      return { open: '{', items, close: '}', hasInnerSpaces: true };
    }
    const items = written.map(([key, value]) => ({ key: `${key}=`, value }));
    return { open: `${owner}.${name}Property(`, items, close: ')' };
  }

  private reference(given: Reference): string {
    const { to, what } = given;
    if (!isNewResource(to)) {
      const place = what === 'name' ? this.placeOf(to) : null;
      if (place === null) throw new InexpressibleError(to.name);
      this.referenced.add(place);
      return `${this.nameOfConstruct(place)}.${this.attribute(nameAttributeOf(to, place))}`;
    }
    if (what === 'construct') return this.variableOf(to);
    const own = to.type.construct?.[what];
    if (own !== undefined) return `${this.variableOf(to)}.${this.attribute(own)}`;
    const attribute = to.type.attributes?.[what]?.template;
    if (typeof attribute === 'function') return this.joined(attribute(given).parts);
    return `${this.variableOf(to)}.${this.attribute(attribute === 'Arn' ? 'attrArn' : 'ref')}`;
  }

  private made({ module, of, method, given }: CdkObject): string {
    const name = this.nameIn(module, of);
    const maker = method === null ? name : `${name}.${this.attribute(method)}`;
    return `${method === null && !this.isPython ? 'new ' : ''}${maker}(${this.text(given)})`;
  }

  /** Name of a property or method in the style of the language. */
  attribute(name: string): string {
    return this.isPython ? snakeCase(name) : name;
  }

  private joined(parts: Extract<NewValue, { is: 'joined' }>['parts']): string {
    const codeOf = (part: Reference | PseudoParameter): string =>
      part.is === 'pseudo' ? this.pseudo(part.name) : this.reference(part);
    if (this.isPython) {
      const inner = parts.map((part) =>
        typeof part === 'string' ? part.replace(/[{}]/g, '$&$&') : { code: `{${codeOf(part)}}` },
      );
      return `f${inQuotes(inner, this.source)}`;
    }
    const inner = parts.map((part) =>
      typeof part === 'string' ? part.replace(/[`\\]|\$\{/g, '\\$&') : `\${${codeOf(part)}}`,
    );
    return `\`${inner.join('')}\``;
  }

  private pseudo(name: string): string {
    return `${this.nameIn('core', 'Aws')}.${snakeCase(pascalCase(name)).toUpperCase()}`;
  }
}

/**
 * `CfnAlarm` for `AWS::CloudWatch::Alarm`, or the CDK's own class, with its module.
 * @throws {InexpressibleError}
 */
function classOf({ type }: NewResource): [className: string, module: CdkModule] {
  const [, service = '', name = ''] = type.template?.split('::') ?? [];
  const module = cdkModuleOf(service);
  if (module === null) throw new InexpressibleError(service);
  return [type.construct?.className ?? `Cfn${name}`, module];
}

/** Attribute of a construct with the name by which metrics and hooks refer to it. */
function nameAttributeOf({ kind, declaredAs }: Asset, { className }: WrittenConstruct): string {
  const isPlain = className.startsWith('Cfn');
  switch (kind) {
    case 'target-group':
      return isPlain ? 'attrTargetGroupFullName' : 'targetGroupFullName';
    case 'load-balancer':
      return isPlain ? 'attrLoadBalancerFullName' : 'loadBalancerFullName';
    case 'auto-scaling-group':
      return isPlain ? 'ref' : 'autoScalingGroupName';
    case 'database':
      if (isPlain) return 'ref';
      return declaredAs === 'db-instance' ? 'instanceIdentifier' : 'clusterIdentifier';
    default:
      throw new InexpressibleError(kind);
  }
}
