import type { Node } from '../../../../syntax/index.ts';
import type { Value } from '../../../values/value.ts';
import type { Scope } from './scope.ts';

/** Follows a value to where it is written; null for `AWS::NoValue`, which is as if nothing were. */
export type Resolve = (node: Node, scope: Scope) => Value | null;

/** One intrinsic function; it follows its arguments by `resolve`. */
export type ResolveFunction = (argument: Node, scope: Scope, resolve: Resolve) => Value | null;
