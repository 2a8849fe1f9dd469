import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';

const SCHEMAS = path.resolve(import.meta.dirname, '../../../docs/schemas');

/** Asserts that a value matches a schema of docs/schemas; the error names the places that do not. */
export function assertSchema(name: string, value: unknown): void {
  const ajv = new Ajv2020({ allErrors: true });
  const holds = ajv.compile(JSON.parse(readFileSync(path.join(SCHEMAS, name), 'utf8')) as object);
  assert.ok(holds(value), ajv.errorsText(holds.errors?.slice(0, 10), { separator: '\n' }));
}
