import { text } from '../../../l10n/index.ts';
import { locate, valueOf, type Node, type ScalarNode } from '../document/node.ts';
import type { Resolve } from './resolve.ts';
import { literalAt, unknownAt, usedAt, type Resolved } from './resolved.ts';
import type { Scope, ServiceVariables } from './scope.ts';

const VARIABLE = /\$\{((?:self|opt|env|file|param|sls|ssm|cf|s3|aws|custom|git|strToBool)[:(][^{}]*)\}/;
const LITERAL = /^(?:'([^']*)'|"([^"]*)"|([\d.]+))$/;
const MAX_VARIABLES = 20;

/**
 * Variables of the Serverless Framework: `${self:custom.version}`, `${file(./versions.yml):mysql}`,
 * `${opt:version, '8.0'}`. Null when the text has none.
 * Source: https://www.serverless.com/framework/docs/guides/variables
 */
export function resolveServiceVariables(scalar: ScalarNode, scope: Scope, resolve: Resolve): Resolved | null {
  let rest = scalar.text;
  if (!rest.includes('${') || scalar.isTemplated) return null;
  for (let count = 0; count < MAX_VARIABLES; count++) {
    const match = VARIABLE.exec(rest);
    if (match === null) return count === 0 ? null : literalAt(scalar, rest);
    const resolved = resolveVariable(match[1] ?? '', scalar, scope, resolve);
    if (match[0] === rest || resolved.state !== 'known' || resolved.text === null) return resolved;
    rest = rest.slice(0, match.index) + resolved.text + rest.slice(match.index + match[0].length);
  }
  return unknownAt(scalar, text('inventory.cfn.tooComplex'));
}

/** The first of a variable's sources that is known: `opt:version, self:custom.version, '8.0'`. */
function resolveVariable(variable: string, at: ScalarNode, scope: Scope, resolve: Resolve): Resolved {
  for (const source of variable.split(',').map((part) => part.trim())) {
    const literal = LITERAL.exec(source);
    if (literal !== null) {
      return defaultAt(at, literal[1] ?? literal[2] ?? literal[3] ?? '', scope.user);
    }
    const node = scope.stack.variables === null ? null : sourceNode(source, scope.stack.variables);
    if (node !== null) {
      const resolved = resolve(node, scope);
      if (resolved.state !== 'known') return resolved;
      const how = resolved.how === 'literal' ? 'variable' : resolved.how;
      return usedAt({ ...resolved, how }, { location: locate(at), name: scope.user });
    }
  }
  return unknownAt(at, text('inventory.cfn.variable', { name: variable }));
}

/** A fallback inside the variable, at its own place where the text is written without escapes. */
function defaultAt(at: ScalarNode, value: string, user: string): Resolved {
  const offset = at.text.lastIndexOf(value);
  const isVerbatim = at.end - at.start === at.text.length;
  const start = isVerbatim ? at.start + offset : at.start;
  const span = { lines: at.lines, start, end: isVerbatim ? start + value.length : at.end };
  return { ...literalAt(span, value), how: 'default', uses: [{ location: locate(at), name: user }] };
}

function sourceNode(source: string, variables: ServiceVariables): Node | null {
  const file = /^file\(([^)]*)\)(?::(.*))?$/.exec(source);
  if (file) return keyPath(variables.file(file[1]?.trim() ?? ''), file[2]);
  const self = /^self:(.*)$/.exec(source);
  return self ? keyPath(variables.self, self[1]) : null;
}

function keyPath(root: Node | null, path: string | undefined): Node | null {
  return path ? valueOf(root, ...path.split('.')) : root;
}
