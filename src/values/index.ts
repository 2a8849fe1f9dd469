/** Evaluated values in any format, with the source range of each part, and their conversion to facts. */
export { Budget } from './budget.ts';
export {
  chartDefault,
  chartValue,
  computedValue,
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
  type SettingFact as Stated,
  literalAt,
  textOfFact,
  valueOfFact,
  withValue,
} from './value/fact.ts';
export {
  partlyKnownValue,
  mapWritten,
  toFact,
  toImageFact,
  toSettingFact as toStated,
  toPartialSettingFact as toStatedPart,
  toTextSettingFact as toStatedText,
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
export { type JinjaVariables, valueWith, varsOf } from './jinja.ts';
export { imageOfPieces, type Piece, slicePieces, textOfPieces, versionOfPieces } from './value/pieces.ts';
export { type OuterValues, toVersion, Variables } from './shell/variables.ts';
export { areTooLarge, stepsForAll } from './value/size.ts';
export { jsonOf, textAt } from './value/texts.ts';
export {
  choice,
  type Origin,
  joinLabels,
  listOf,
  mapAt,
  mapValue,
  type MapValue,
  missingValue,
  isGeneratedId,
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
} from './value/value.ts';
export { QueryAnswers } from './shell/queries.ts';
export { sourcedBy } from './shell/sourced.ts';
export { passesVariablesFile, TERRAFORM_VARIABLE, TerraformValues } from './shell/terraform-values.ts';
export { isEnvironmentKey, workflowValues, writtenIn } from './shell/workflow.ts';
export { type Manifest, manifestsIn } from './kubernetes/manifest.ts';
export { overridesOfSam } from './sam-config.ts';
