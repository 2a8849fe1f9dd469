const AURORA_ENGINE = /Database(?:Cluster|Instance)Engine\s*[._]\s*aurora(?:_?(?<kind>mysql|postgres\w*))?$/i;
const ENGINE_TYPE = /EngineType[._]?aurora(?:_?(?<kind>mysql|postgres\w*))?$/i;
const OTHER_ENGINE = /DatabaseInstanceEngine\s*[._]\s*(?<name>\w+)|EngineType/;

/** Engine for `DatabaseClusterEngine.auroraMysql` of the CDK or a Pulumi constant; null for other code. */
export function engineOfConstant(code: string): string | null {
  const ours = AURORA_ENGINE.exec(code) ?? ENGINE_TYPE.exec(code);
  if (ours !== null) {
    const kind = ours.groups?.['kind']?.toLowerCase();
    return kind === undefined ? 'aurora' : `aurora-${kind}`;
  }
  const other = OTHER_ENGINE.exec(code);
  return other === null ? null : (other.groups?.['name']?.replace('_', '').toLowerCase() ?? 'other');
}

/**
 * Major version of a constant. For Aurora MySQL, whose own majors begin with 2 and 3, it is MySQL's. Null for other
 * names.
 */
export function majorOfConstant(constant: string): string | null {
  if (/^VER_(?:2|5_7)_/.test(constant)) return '5.7';
  if (/^VER_3_/.test(constant)) return '8.0';
  return /^VER_(9_\d+|[1-9]\d)_/.exec(constant)?.[1]?.replace('_', '.') ?? null;
}
