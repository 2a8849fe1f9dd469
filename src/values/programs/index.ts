/** Values in programs: constants, fields, defaults and texts, and the detection of unused ones. */
export { isChangedLater, isOverridden } from './usage/changes.ts';
export { originalCode } from './enumerations.ts';
export { isDeploymentInput } from './expressions.ts';
export { asText, itemsIn, knownAt, settingOf, spanAt, structureOf, unknownAt, valueIn } from './facts.ts';
export { tableOf, useOf } from './usage/in-use.ts';
export { mayPassMore, isOpen, openBeside } from './open-objects.ts';
export { passedProperties, resolve, resolvedProperties, type Target } from './resolve.ts';
export { assembledText, wholeText } from './texts.ts';
export { argumentsAt, storedName, propertiesAt, rangeOf, type WrittenGroup } from './literal-values.ts';
