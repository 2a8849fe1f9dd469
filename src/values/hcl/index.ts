/** Evaluation of HCL expressions: Terraform, Terragrunt and Packer. */
export { blockTypes, valueInside, nestedBlocks, valueAtPath } from './blocks.ts';
export { computedAtDeployment, shortCode } from './computed.ts';
export type { Context, ResolvedName, InputLookup, ScopeView, Surroundings } from './context.ts';
export { evaluate } from './evaluate.ts';
export { creationConditions, creationCondition, isFixed, valueIfCreated } from './existence.ts';
export { fileNamed, sourceOfText } from './functions/file-functions.ts';
export { isReplacedEverywhere } from './functions/merge.ts';
export { knownRowsOf } from './operations.ts';
export { fileAt } from './functions/terragrunt-functions.ts';
export { policyDocument } from './policy-documents.ts';
export { lookedUpVersion } from './functions/version-lookups.ts';
export { defaultsOfType, withTypeDefaults } from './type-defaults.ts';
