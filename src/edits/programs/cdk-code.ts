import type { WrittenConstruct } from '../../inventory/index.ts';
import type { SettingValue } from '../../model/index.ts';
import type { SourceFile } from '../../syntax/index.ts';
import { ownType, snakeCase, type OwnTypeName } from '../../vocabulary/index.ts';
import type { Change } from '../edit.ts';
import type { Code } from '../new/code.ts';
import { cdkName } from './cdk-names.ts';

/** Code that uses the CDK, and its imports. */
export interface CdkCode {
  code: Code;
  changes: Change[];
}

type Fields = Readonly<Record<string, SettingValue>>;

/** Code in the CDK's types for a value of the API, with its imports; null if no type has the value. */
export function cdkCode(
  type: OwnTypeName,
  value: SettingValue,
  source: SourceFile,
  construct: WrittenConstruct,
): CdkCode | null {
  const { module, member, isListed } = ownType(type);
  if (isFields(value)) return structureCode(type, value, source, construct);
  const name = cdkName(source, construct, module, type);
  const written = member?.(value) ?? null;
  if (name === null || written === null) return null;
  const code = `${name.code}.${written}`;
  return { code: isListed ? `[${code}]` : code, changes: name.changes };
}

/** An object in TypeScript, a call of its class in Python. */
function structureCode(
  type: OwnTypeName,
  value: Fields,
  source: SourceFile,
  construct: WrittenConstruct,
): CdkCode | null {
  const { module, fields = {} } = ownType(type);
  const isPython = construct.language === 'python';
  const name = isPython ? cdkName(source, construct, module, type) : { code: '', changes: [] };
  const parts = Object.entries(value).map(([field, each]) => {
    const inner = fields[field] === undefined ? null : cdkCode(fields[field], each, source, construct);
    const key = isPython ? `${snakeCase(field)}=` : `${field}: `;
    return inner === null ? null : { key, value: inner.code, changes: inner.changes };
  });
  const known = parts.filter((part) => part !== null);
  if (name === null || known.length < parts.length) return null;
  const changes = [name, ...known].flatMap((each) => each.changes);
  return {
    code: isPython
      ? { open: `${name.code}(`, items: known, close: ')' }
      : { open: '{', items: known, close: '}', hasInnerSpaces: true },
    // Several values may need the same import.
    changes: changes.filter(({ text }, i) => changes.findIndex((other) => other.text === text) === i),
  };
}

export function isFields(value: SettingValue): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
