import type { Construct } from '../constructs/constructs.ts';
import type { MethodCall } from '../constructs/method-calls.ts';

/** A construct on its way to an asset, and the call that made it where that was a method of another. */
export interface Service {
  construct: Construct;
  madeBy: MethodCall | null;
}
