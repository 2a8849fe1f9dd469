/** Values in programs: constants, fields, defaults and texts, and the detection of unused ones. */
export { isChangedLater, isOverridden } from './usage/changes.ts';
export { codeWithOriginalName } from './enumerations.ts';
export { isDeploymentInput } from './expressions.ts';
export {
  asTextFact,
  itemsIn,
  knownFactAt,
  factOf,
  spanAt,
  structureFactOf,
  unknownFactAt,
  valueIn,
} from './facts.ts';
export { tableOf, useOf } from './usage/in-use.ts';
export { mayPassMore, isOpen, openSpreadBeside } from './open-objects.ts';
export { passedProperties, resolve, resolvedProperties, type Target } from './resolve.ts';
export { assembledText, outermostConcatenation } from './texts.ts';
export {
  argumentGroupOf,
  storedName,
  propertyGroupOf,
  rangeOf,
  type WrittenGroup,
} from './literal-values.ts';
