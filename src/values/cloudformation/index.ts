/** Evaluation of CloudFormation's functions and of decisions at deployment. */
export { branchesOf, existenceConditions, neverExists } from './conditions.ts';
export { partialValue, INCLUDED } from './partial-values.ts';
export { oneForEachPlace, deploymentVariants } from './decisions.ts';
export { intrinsicOf } from './functions/intrinsic.ts';
export { withoutUnreadResources } from './template/unread-resources.ts';
export { valueOfName } from './template/references.ts';
export { resolveNode } from './resolve.ts';
export {
  type Assumptions,
  decisionKey,
  type GivenParameters,
  resolve,
  type Scope,
  scopeFor,
  type ServiceVariables,
  type Stack,
} from './template/scope.ts';
export { isNestedStack, type Resource, type Template, templateOf } from './template/template.ts';
export { templatesNamed } from './template/nested-templates.ts';
