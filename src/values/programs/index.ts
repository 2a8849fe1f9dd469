/** Values in programs: constants, fields, defaults and texts, and the detection of unused ones. */
export { isChangedLater, isOverridden } from './changes.ts';
export { originalCode } from './enumerations.ts';
export { isGiven } from './expressions.ts';
export { asText, itemsIn, knownAt, settingOf, spanAt, structureOf, unknownAt, valueIn } from './facts.ts';
export { tableOf, useOf } from './in-use.ts';
export { isGivenMore, isOpen, openBeside } from './open.ts';
export { givenProperties, resolve, resolvedProperties, type Target } from './resolve.ts';
export { putTogether, wholeText } from './texts.ts';
export { givenAt, keptAs, propertiesAt, rangeOf, type WrittenGroup } from './written.ts';
