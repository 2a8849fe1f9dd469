/** Evaluated values in any format, with the source range of each part, and their conversion to facts. */
export { Budget } from './budget.ts';
export {
  chartDefault,
  chartValue,
  computedValue,
  groupDefault,
  type Definitions,
  definitionsIn,
  isDefinition,
  isInsideDefinition,
  literalText,
  propertyName,
  valueOfNode,
  writtenText,
} from './documents.ts';
export {
  type Fact,
  isWrittenIn,
  type KnownFact,
  type SettingFact,
  literalAt,
  textOfFact,
  valueOfFact,
  withValue,
} from './value/fact.ts';
export {
  partlyKnownImage,
  mapUnlessNull,
  toFact,
  toImageFact,
  toSettingFact,
  toPartialSettingFact,
  toTextSettingFact,
  toTextFact,
  toVersionFact,
} from './value/facts.ts';
export {
  maxChosenImages,
  maxEnvironments,
  maxPassingFiles,
  maxImageDepth,
  maxInstances,
  maxCreatedResources,
  maxModuleDepth,
  maxModules,
  maxChoices,
  maxNamedImages,
  codeLimits,
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
export { type JinjaVariables, evaluateJinja, variablesAround } from './jinja.ts';
export { imageOfPieces, type Piece, slicePieces, textOfPieces, versionOfPieces } from './value/pieces.ts';
export { type OuterValues, versionFact, Variables } from './shell/variables.ts';
export { areTooLarge, stepsToVisit } from './value/size.ts';
export { jsonOf, textAt } from './value/texts.ts';
export {
  choice,
  type Origin,
  joinLabels,
  listOf,
  mapAt,
  mapOptions,
  type MapValue,
  missingValue,
  isGeneratedId,
  isEmptyValue,
  unlessNull,
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
  writtenTextOf,
  TOO_COMPLEX,
  unknown,
  type Unknown,
  withUse,
  type Value,
} from './value/value.ts';
export { QueryAnswers } from './shell/queries.ts';
export { sourcedVariables } from './shell/sourced.ts';
export { passesVariablesFile, TERRAFORM_VARIABLE, TerraformValues } from './shell/terraform-values.ts';
export { isEnvironmentKey, workflowValues, literalOrFallback } from './shell/workflow.ts';
export { type Manifest, manifestsIn } from './kubernetes/manifest.ts';
export { overridesOfSam } from './sam-config.ts';
