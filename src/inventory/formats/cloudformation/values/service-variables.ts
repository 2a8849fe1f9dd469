import { text } from '../../../../l10n/index.ts';
import { entriesOf, locate, valueOf, type Node, type ScalarNode } from '../../../../syntax/index.ts';
import type { Resolve } from './resolve-function.ts';
import { literalAt, unknownAt, usedAt, type Resolved, type UnknownValue } from './resolved.ts';
import { decisionKey, type Scope, type ServiceVariables } from './scope.ts';

const VARIABLE = /\$\{((?:self|opt|env|file|param|sls|ssm|cf|s3|aws|custom|git|strToBool)[:(][^{}]*)\}/;
const LITERAL = /^(?:'([^']*)'|"([^"]*)"|([\d.]+))$/;
const MAX_VARIABLES = 20;
/** Stands in a variable for one inside it that is not known; a private-use character, so no file has it by itself. */
const OPEN = '\uE001';
const SELECTS = new RegExp(`^(.*)\\.${OPEN}(?:\\.|$)`);

/** A variable inside another that only the deployment knows. */
interface OpenVariable {
  name: string;
  unknown: UnknownValue;
}

/**
 * Variables of the Serverless Framework: `${self:custom.version}`, `${file(./versions.yml):mysql}`,
 * `${opt:version, '8.0'}`. Null when the text has none.
 * Source: https://www.serverless.com/framework/docs/guides/variables
 */
export function resolveServiceVariables(scalar: ScalarNode, scope: Scope, resolve: Resolve): Resolved | null {
  let rest = scalar.text;
  if (!rest.includes('${') || scalar.isTemplated) return null;
  let open: OpenVariable | null = null;
  for (let count = 0; count < MAX_VARIABLES; count++) {
    const match = VARIABLE.exec(rest);
    if (match === null) return open?.unknown ?? (count === 0 ? null : literalAt(scalar, rest));
    const [whole, variable = ''] = match;
    const resolved = resolveVariable(variable, open, scalar, scope, resolve);
    if (whole === rest) return resolved;
    if (resolved.state !== 'known' || resolved.text === null) {
      if (resolved.state !== 'unknown' || open !== null) return open?.unknown ?? resolved;
      open = { name: variable, unknown: resolved };
    }
    const value = resolved.state === 'known' ? resolved.text : OPEN;
    rest = rest.slice(0, match.index) + (value ?? '') + rest.slice(match.index + whole.length);
    if (!rest.includes(OPEN)) open = null;
  }
  return unknownAt(scalar, text('inventory.cfn.tooComplex'));
}

/** The first of a variable's sources that is known: `opt:version, self:custom.version, '8.0'`. */
function resolveVariable(
  variable: string,
  open: OpenVariable | null,
  at: ScalarNode,
  scope: Scope,
  resolve: Resolve,
): Resolved {
  const assumed = scope.assumed.get(decisionKey(scope.stack, 'parameter', variable));
  if (assumed !== undefined) return literalAt(at, assumed);
  for (const source of variable.split(',').map((part) => part.trim())) {
    const literal = LITERAL.exec(source);
    if (literal !== null) {
      return defaultAt(at, literal[1] ?? literal[2] ?? literal[3] ?? '', scope.user);
    }
    const { variables } = scope.stack;
    const decided = open === null ? null : decidedBy(open, source, variables);
    if (decided !== null) return decided;
    const node = variables === null ? null : sourceNode(source, variables);
    if (node !== null) {
      const resolved = resolve(node, scope);
      if (resolved.state !== 'known') return resolved;
      const how = resolved.how === 'literal' ? 'variable' : resolved.how;
      return usedAt({ ...resolved, how }, { location: locate(at), name: scope.user });
    }
  }
  return open?.unknown ?? unknownAt(at, text('inventory.cfn.variable', { name: variable }));
}

/** Every key of the map that a variable selects from, as stages have it: `self:custom.versions.${sls:stage}`. */
function decidedBy(
  { name, unknown }: OpenVariable,
  source: string,
  variables: ServiceVariables | null,
): UnknownValue | null {
  const [, map] = SELECTS.exec(source) ?? [];
  if (variables === null || map === undefined) return null;
  const rows = entriesOf(sourceNode(map, variables));
  if (rows.length === 0) return null;
  return { ...unknown, decidedBy: { kind: 'parameter', name, choices: rows.map((row) => row.key) } };
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
