import { text } from '../../../src/l10n/index.ts';
import {
  parseHcl,
  type Attribute,
  type Expression,
  type SourceFile,
  type Span,
} from '../../../src/syntax/index.ts';
import { Budget, mapAt, codeLimits, missingValue, unknown, type Value } from '../../../src/values/index.ts';
import { evaluate, type Context, type ScopeView, type Surroundings } from '../../../src/values/hcl/index.ts';

/** Code around an expression. Variables and locals are written in HCL. */
export interface CodeAround {
  variables?: Readonly<Record<string, string>>;
  locals?: Readonly<Record<string, string>>;
  files?: Readonly<Record<string, string>>;
  folder?: string;
  root?: string;
  including?: string;
  calledFrom?: string;
  bindings?: Readonly<Record<string, Value>>;
  budget?: Budget;
}

/** HCL expressions in a module, without a scan around them. */
export class HclCode {
  readonly context: Context;
  readonly surroundings: Surroundings;
  readonly #texts = new Map<string, string>();

  constructor(around: CodeAround = {}) {
    const { files = {}, folder = 'db' } = around;
    const sources = new Map(Object.entries(files).map(([file, written]) => [file, { file, text: written }]));
    for (const { file, text: written } of sources.values()) this.#texts.set(file, written);
    const inFolder = (wanted: string): string[] =>
      [...sources.keys()].filter((file) => file.slice(0, Math.max(0, file.lastIndexOf('/'))) === wanted);
    this.surroundings = {
      budget: around.budget ?? new Budget(codeLimits),
      root: around.root ?? folder,
      ...(around.including === undefined ? {} : { including: around.including }),
      readFile: (file) => sources.get(file) ?? null,
      readConfig: (source) => this.#mapOf(source),
      readVariables: (source) => this.#mapOf(source),
      list: inFolder,
      folders: () => [],
      replaced: new Map(),
      branches: new Map(),
    };
    const variables = this.#attributes('variables.tf', around.variables ?? {});
    const locals = this.#attributes('locals.tf', around.locals ?? {});
    const scope: ScopeView = {
      prefix: '',
      folder,
      calledFrom: around.calledFrom ?? null,
      locals,
      surroundings: this.surroundings,
      inputs: () => null,
      context: (owner, origin, bindings = new Map()) => ({ scope, owner, origin, bindings, evaluate }),
      lookUp: (expression) => {
        const [first, ...rest] = expression.steps;
        if (first?.kind !== 'attribute') return null;
        const { name } = first;
        const address = `${expression.root}.${name}`;
        const attribute = { var: variables, local: locals }[expression.root]?.get(name);
        if (attribute !== undefined) {
          const origin = expression.root === 'var' ? 'default' : 'constant';
          return { result: evaluate(attribute.value, scope.context(address, origin)), rest };
        }
        if (expression.root === 'local') return { result: missingValue(address, null), rest };
        const reason = text('inventory.computed', { expression: address });
        const resources = expression.root === 'var' ? [] : [address];
        return { result: unknown(reason, expression, resources), rest: [] };
      },
    };
    const bindings = new Map(Object.entries(around.bindings ?? {}));
    this.context = scope.context('aws_rds_cluster.main', 'literal', bindings);
  }

  /** Parsed expression. */
  expression(code: string): Expression {
    const attribute = this.#attributes('main.tf', { value: code }).get('value');
    if (attribute === undefined) throw new Error(`no expression: ${code}`);
    return attribute.value;
  }

  valueOf(code: string): Value {
    return evaluate(this.expression(code), this.context);
  }

  /** Text at a place in any of the files, and the name of the file. */
  written({ lines, start, end }: Span): string {
    return `${lines.file}: ${this.#texts.get(lines.file)?.slice(start, end) ?? ''}`;
  }

  #attributes(file: string, codes: Readonly<Record<string, string>>): Map<string, Attribute> {
    const written = Object.entries(codes).map(([name, code]) => `${name} = ${code}\n`);
    return this.#parsed({ file, text: written.join('') });
  }

  #parsed(source: SourceFile): Map<string, Attribute> {
    this.#texts.set(source.file, source.text);
    const { body, errors } = parseHcl(source);
    if (errors.length > 0) throw new Error(`syntax error near ${errors[0]?.near ?? ''}: ${source.text}`);
    return new Map(body.attributes.map((attribute) => [attribute.name, attribute]));
  }

  #mapOf(source: SourceFile): Value & { kind: 'map' } {
    const fields = [...this.#parsed(source)].map(
      ([name, { value }]) => [name, evaluate(value, this.context)] as const,
    );
    const [first] = this.#parsed(source).values();
    return mapAt(new Map(fields), first?.value ?? this.expression('null'));
  }
}
