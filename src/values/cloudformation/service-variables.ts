import { text } from '../../l10n/index.ts';
import { entriesOf, locate, valueOf, type Node, type ScalarNode } from '../../syntax/index.ts';
import { assumedOf, resolve, type Scope, type ServiceVariables } from './template/scope.ts';
import { defaultIn } from '../documents.ts';
import { maxServiceVariables } from '../limits.ts';
import { scalarAt, writtenTextOf, unknown, type Unknown, withUse, type Value } from '../value/value.ts';

const VARIABLE_SOURCES = 'self|opt|env|file|param|sls|ssm|cf|s3|custom|git|strToBool';
const SERVICE_VARIABLE = new RegExp(
  String.raw`\$\{((?:${VARIABLE_SOURCES})[:(][^{}]*|aws:(?:accountId|region))\}`,
);
const LITERAL_FALLBACK = /^(?:'([^']*)'|"([^"]*)"|([\d.]+))$/;
/** Marks an unknown variable inside another one. Files do not contain this private-use character. */
const OPEN_MARK = '\uE001';
/** A path with an unknown variable as a key: `custom.versions.<unknown>`. */
const UNKNOWN_KEY = new RegExp(`^(.*)\\.${OPEN_MARK}(?:\\.|$)`);

/** A nested variable that only the deployment knows. */
interface OpenVariable {
  name: string;
  unknown: Unknown;
}

/**
 * Resolves variables of the Serverless Framework: `${self:custom.version}`, `${file(./versions.yml):mysql}`,
 * `${opt:version, '8.0'}`. Null if the text has none. Source:
 * https://www.serverless.com/framework/docs/guides/variables
 */
export function resolveServiceVariables(scalar: ScalarNode, scope: Scope): Value | null {
  let rest = scalar.text;
  if (!rest.includes('${') || scalar.isTemplated) return null;
  let open: OpenVariable | null = null;
  for (let count = 0; count < maxServiceVariables; count++) {
    const match = SERVICE_VARIABLE.exec(rest);
    if (match === null) return open?.unknown ?? (count === 0 ? null : scalarAt(rest, scalar));
    const [whole, variable = ''] = match;
    const resolved = resolveVariable(variable, open, scalar, scope);
    if (whole === rest) return resolved;
    if (resolved?.kind !== 'scalar') {
      if (resolved?.kind !== 'unknown' || open !== null) return open?.unknown ?? resolved;
      open = { name: variable, unknown: resolved };
    }
    rest =
      rest.slice(0, match.index) +
      (writtenTextOf(resolved) ?? OPEN_MARK) +
      rest.slice(match.index + whole.length);
    if (!rest.includes(OPEN_MARK)) open = null;
  }
  return unknown(text('inventory.cfn.tooComplex'), scalar);
}

/** Value of a variable's first known source: `opt:version, self:custom.version, '8.0'`. */
function resolveVariable(
  variable: string,
  open: OpenVariable | null,
  at: ScalarNode,
  scope: Scope,
): Value | null {
  const assumed = assumedOf(scope, 'parameter', variable);
  if (assumed !== undefined) return scalarAt(assumed, at);
  for (const source of variable.split(',').map((part) => part.trim())) {
    const literal = LITERAL_FALLBACK.exec(source);
    if (literal !== null) {
      const value = defaultIn(at, literal[1] ?? literal[2] ?? literal[3] ?? '');
      return withUse(value, { location: locate(at), name: scope.user });
    }
    const { variables } = scope.stack;
    const decided = open === null ? null : rowsOfSelectedMap(open, source, variables);
    if (decided !== null) return decided;
    const node = variables === null ? null : sourceNode(source, variables);
    if (node !== null) {
      const resolved = resolve(node, scope);
      return withUse(resolved, { location: locate(at), name: scope.user }, 'variable');
    }
  }
  return open?.unknown ?? unknown(text('inventory.cfn.variable', { name: variable }), at);
}

/**
 * Values of all keys in the map that a variable selects from, such as a map of stages:
 * `self:custom.versions.${sls:stage}`.
 */
function rowsOfSelectedMap(
  { name, unknown }: OpenVariable,
  source: string,
  variables: ServiceVariables | null,
): Unknown | null {
  const [, map] = UNKNOWN_KEY.exec(source) ?? [];
  if (variables === null || map === undefined) return null;
  const rows = entriesOf(sourceNode(map, variables));
  if (rows.length === 0) return null;
  return { ...unknown, decidedBy: { kind: 'parameter', name, choices: rows.map((row) => row.key) } };
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
