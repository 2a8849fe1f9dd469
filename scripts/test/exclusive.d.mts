/** Registers this process as a `build` or a `suite` until it ends, or ends it with a message if the other kind runs. */
export function registerOrFail(kind: 'build' | 'suite'): void;
