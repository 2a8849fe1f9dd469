/** What expressions of programs come to, where a value goes from there, and texts that programs put together. */
export { isChangedLater, isOverridden } from './changes.ts';
export { endOf } from './ends.ts';
export {
  asText,
  itemsIn,
  knownAt,
  settingOf,
  spanAt,
  structureOf,
  unknownAt,
  valueIn,
  whyUnknown,
} from './facts.ts';
export { isGivenMore, isOnRequest, isOpen, itemsBeside, openBeside, openTableOf } from './open.ts';
export { originalCode } from './original-names.ts';
export { commandWith } from './run-commands.ts';
export { givenProperties, resolve, resolvedProperties } from './resolve/resolve.ts';
export type { Target } from './resolve/target.ts';
export { putTogether, wholeText } from './texts.ts';
export {
  givenAt,
  propertiesAt,
  rangeOf,
  statementOf,
  type WrittenGroup,
  type WrittenStatement,
} from './written.ts';
