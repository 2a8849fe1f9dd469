/** What expressions of programs come to, where a value goes from there, and texts that programs put together. */
export { endOf } from './ends.ts';
export { originalCode } from './original-names.ts';
export { givenProperties, resolve, resolvedProperties, type Target } from './resolve.ts';
export { putTogether, wholeText } from './texts.ts';
export { openTableOf } from './open-tables.ts';
