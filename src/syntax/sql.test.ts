import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../test/support/code/values.ts';
import { createdExtensions } from './sql.ts';

const names = (text: string): string[] => createdExtensions({ text }).map(({ name }) => name);

test('finds extensions in statements inside any language', () => {
  assertRows(
    [
      ['CREATE EXTENSION postgis;', ['postgis']],
      ['create extension if not exists "uuid-ossp";\r\nCREATE EXTENSION PgVector', ['uuid-ossp', 'pgvector']],
      ['psql -c "CREATE EXTENSION IF NOT EXISTS \\"postgis\\""', ['postgis']],
      ['enable_extension "pg_trgm"', ['pg_trgm']],
      ["enable_extension('pg_trgm')", ['pg_trgm']],
      ['create extension;', []],
      ['', []],
    ],
    names,
  );
});

test('ignores a statement in a comment', () => {
  assertRows(
    [
      ['-- CREATE EXTENSION postgis;', []],
      ['  # create extension postgis', []],
      ['SELECT 1 -- create extension postgis', []],
      ['/* a\nCREATE EXTENSION postgis; */', []],
      ['/* a */ CREATE EXTENSION postgis;', ['postgis']],
    ],
    names,
  );
});

test("locates an extension's name, and limits the number per file", () => {
  const text = 'é CREATE EXTENSION "postgis"';
  const [found] = createdExtensions({ text });
  assert.equal(found && text.slice(...found.range), 'postgis');
  assert.equal(names('CREATE EXTENSION a;\n'.repeat(1000)).length, 200);
});
