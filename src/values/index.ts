/** Evaluated values in any format, with the source range of each part, and their conversion to facts. */
export { Budget } from './budget.ts';
export {
  chartDefault,
  chartValue,
  computedHere,
  type Definitions,
  definitionsIn,
  isDefinition,
  isOfDefinition,
  literalText,
  propertyName,
  valueOfNode,
  writtenText,
} from './documents.ts';
export {
  type Fact,
  isWrittenIn,
  type KnownFact,
  type Stated,
  literalAt,
  textOfFact,
  valueOfFact,
  withValue,
} from './fact.ts';
export {
  asFarAsKnown,
  ifWritten,
  toFact,
  toImageFact,
  toStated,
  toStatedPart,
  toStatedText,
  toTextFact,
  toVersionFact,
} from './facts.ts';
export {
  maxChosenImages,
  maxEnvironments,
  maxGivingFiles,
  maxImageDepth,
  maxInstances,
  maxMade,
  maxModuleDepth,
  maxModules,
  maxChoices,
  maxNamedImages,
  maxOfCode,
  maxOfTemplate,
  maxOptions,
  maxParameterFiles,
  maxPinDepth,
  maxPieces,
  maxPins,
  maxScriptDepth,
  maxShownDepth,
  maxStacks,
  maxTextDepth,
  maxVariableFolders,
} from './limits.ts';
export { type JinjaVariables, valueWith, varsOf } from './jinja.ts';
export { imageOfPieces, type Piece, slicePieces, textOfPieces, versionOfPieces } from './pieces.ts';
export { type Outside, toVersion, Variables } from './shell/variables.ts';
export { areTooLarge, stepsForAll } from './size.ts';
export { jsonOf, textAt } from './texts.ts';
export {
  choice,
  type How,
  joinLabels,
  listOf,
  mapAt,
  mapValue,
  type MapValue,
  missing,
  isMadeUp,
  isNothing,
  notNull,
  objectAt,
  type Option,
  optionsOf,
  partsOf,
  pieceOf,
  resourcesIn,
  type Scalar,
  scalarAt,
  scalarOf,
  stringOf,
  textIn,
  TOO_MUCH,
  unknown,
  type Unknown,
  usedAt,
  type Value,
} from './value.ts';
export { Answers } from './shell/questions.ts';
export { sourcedBy } from './shell/sourced.ts';
export { givesFile, TERRAFORM_VARIABLE, TerraformValues } from './shell/terraform-values.ts';
export { isEnvironmentKey, valuesNamed, writtenIn } from './shell/workflow.ts';
export { type Manifest, manifestsIn } from './kubernetes/manifest.ts';
export { overridesOfSam } from './sam-config.ts';
