import { valueAtPath } from '../../../../values/hcl/index.ts';
import { blocksOf } from '../../../../syntax/index.ts';
import { writtenTextOf } from '../../../../values/index.ts';
import type { Scope } from '../../../hcl/scope.ts';

const LOCK_FILE = '.terraform.lock.hcl';

/** `~> 4` allows 5, `~> 4.0` does not. */
const LIMIT_BELOW_FIVE = /^(?:(?:~>|<=?|=|)\s*v?[0-4]\.\d|<\s*5(?:\.0)*\s*$|(?:<=?|=|)\s*v?[0-4]\s*$)/;

/** Version of the AWS provider in a lock file. */
const LOCKED_MAJOR = /^provider "[\w.-]+\/hashicorp\/aws" \{\s*version\s*=\s*"(?<major>\d+)\./m;

/**
 * True if the AWS provider is older than version 5, by the lock file, else by the constraint of the module or a caller.
 * Older providers create Aurora MySQL for a cluster without an engine.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-5-upgrade
 */
export function isProviderBeforeFive(scope: Scope): boolean {
  const { readFile, root } = scope.surroundings;
  const lock = readFile(root === '' ? LOCK_FILE : `${root}/${LOCK_FILE}`)?.text ?? '';
  const locked = LOCKED_MAJOR.exec(lock)?.groups?.['major'];
  return locked === undefined ? requiresBeforeFive(scope) : Number(locked) < 5;
}

function requiresBeforeFive(scope: Scope): boolean {
  return requiresItself(scope) || (scope.caller !== null && requiresBeforeFive(scope.caller));
}

function requiresItself(scope: Scope): boolean {
  const context = scope.context('terraform', 'literal');
  const blocks = scope.module.files.flatMap(({ body }) => body.blocks);
  const written = blocks.flatMap(({ type, labels, body }) => {
    if (type === 'provider' && labels[0]?.text === 'aws') return [valueAtPath(body, ['version'], context)];
    if (type !== 'terraform') return [];
    return blocksOf(body, 'required_providers').flatMap((required) => [
      valueAtPath(required.body, ['aws'], context),
      valueAtPath(required.body, ['aws', 'version'], context),
    ]);
  });
  return written.some((each) =>
    (writtenTextOf(each) ?? '').split(',').some((part) => LIMIT_BELOW_FIVE.test(part.trim())),
  );
}
