import { readDocuments, valueOf, type Node, type Span } from '../../../src/syntax/index.ts';
import { Budget, maxOfTemplate, type Value } from '../../../src/values/index.ts';
import {
  resolveNode,
  scopeFor,
  templateOf,
  type Assumptions,
  type Scope,
  type ServiceVariables,
  type Stack,
} from '../../../src/values/cloudformation/index.ts';

/** Node that a text of YAML or JSON writes. */
export function nodeOf(text: string, file = 'template.yaml'): Node {
  const root = readDocuments({ file, text })[0]?.root ?? null;
  if (root === null) throw new Error(`no document: ${text}`);
  return root;
}

/** A CloudFormation template and expressions in it, without a scan around them. */
export class TemplateCode {
  readonly stack: Stack;
  readonly #text: string;
  #last = '';

  constructor(text: string, around: Partial<Pick<Stack, 'parent' | 'prefix' | 'variables' | 'budget'>> = {}) {
    const template = templateOf([nodeOf(text)], false);
    if (template === null) throw new Error(`no template: ${text}`);
    this.#text = text;
    this.stack = {
      ...{ template, prefix: '', parent: null, children: new Map(), variables: null, given: [] },
      ...{ budget: new Budget(maxOfTemplate), resolve: resolveNode, knownTruths: new Map() },
      ...around,
    };
  }

  /** Expression written as a value of the template. */
  node(code: string): Node {
    this.#last = `${this.#text}\nValue: ${code}\n`;
    const node = valueOf(nodeOf(this.#last), 'Value');
    if (node === null) throw new Error(`no value: ${code}`);
    return node;
  }

  scope(assumed?: Assumptions): Scope {
    return scopeFor(this.stack, 'Cluster', assumed);
  }

  valueOf(code: string, assumed?: Assumptions): Value | null {
    return resolveNode(this.node(code), this.scope(assumed));
  }

  /** Text at a place of the template, or of the expression that was evaluated last. */
  written({ start, end }: Span): string {
    return this.#last.slice(start, end);
  }
}

/** Variables of a Serverless service, given as its file and the files beside it. */
export function serviceOf(self: string, files: Readonly<Record<string, string>> = {}): ServiceVariables {
  return {
    self: nodeOf(self, 'serverless.yml'),
    file: (path) => {
      const text = Object.hasOwn(files, path) ? files[path] : undefined;
      return text === undefined ? null : nodeOf(text, path);
    },
  };
}
