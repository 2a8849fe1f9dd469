import assert from 'node:assert/strict';
import test from 'node:test';
import { UsageError } from '../options/usage.ts';
import { checkPaths } from './check-paths.ts';

/** Key of the message about a path. */
function problemWith(path: string): string | null {
  try {
    checkPaths([path]);
    return null;
  } catch (error) {
    assert.ok(error instanceof UsageError);
    return error.text.key;
  }
}

test('names the command about versions where a product stands for a path', () => {
  assert.equal(problemWith('rds-postgresql'), 'cli.productNotPath');
  // A product without upgrade advice.
  assert.equal(problemWith('postgresql'), 'cli.noSuchPath');
  assert.equal(problemWith('no-such-folder'), 'cli.noSuchPath');
  assert.equal(problemWith('.'), null);
});
