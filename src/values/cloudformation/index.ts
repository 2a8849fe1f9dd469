/** Evaluation of CloudFormation's functions and of decisions at deployment. */
export { branchesOf, existenceConditions } from './conditions.ts';
export { partialValue, INCLUDED } from './partial-values.ts';
export { byPlace, deploymentVariants } from './decisions.ts';
export { intrinsicOf } from './intrinsic.ts';
export { withoutUnreadResources } from './unread-resources.ts';
export { valueOfName } from './references.ts';
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
} from './scope.ts';
export { isNestedStack, type Resource, type Template, templateOf } from './template.ts';
export { templatesNamed } from './nested-templates.ts';
