import type { Node } from '../../../../syntax/index.ts';
import type { Resolved } from './resolved.ts';
import type { Scope } from './scope.ts';

/** Follows a value to where it is written. */
export type Resolve = (node: Node, scope: Scope) => Resolved;

/** One intrinsic function; it follows its arguments by `resolve`. */
export type ResolveFunction = (argument: Node, scope: Scope, resolve: Resolve) => Resolved;
