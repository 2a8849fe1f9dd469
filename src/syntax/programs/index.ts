/** Syntax of programs in seven languages: calls, texts, names and declarations. Never their meaning. */
export { callOf, callOfClass, firstOfChain, isInLoop, receiverOf } from './calls.ts';
export { declarationOf, type DeclaredName, declares, exportedDeclaration } from './names/declarations.ts';
export { importOf, qualifiedNameOf, programOfImport, exportedObject } from './names/imports.ts';
export { kotlinAsJava } from './kotlin.ts';
export { isListCall, itemsOfList } from './lists.ts';
export {
  calledName,
  isKeyed,
  keyOf,
  nameDeclaredBy,
  namesOnPath,
  namesUsedIn,
  variableOf,
} from './names/names.ts';
export {
  ancestorsOf,
  isWithin,
  newProgram,
  type Node,
  parentOf,
  type Program,
  programOf,
  type FileAccess,
} from './nodes.ts';
export { releaseTree, acquireTree, withTree } from './parse.ts';
export {
  argumentsOf,
  calleeOf,
  CALLS,
  matchesInCode,
  codeOf,
  computedPartsOf,
  rangeInQuotes,
  isComment,
  isName,
  isSameNode,
  isString,
  lastName,
  MEMBERS,
  nodesNamed,
  placeOfNode,
  stringIn,
  unwrap,
} from './program.ts';
export {
  propertyValue,
  normalizedName,
  propertiesBeside,
  namedArgumentsOf,
  propertiesOf,
  type Property,
} from './properties.ts';
export { isClass, isFunction, isSelf, ownerOf } from './names/scopes.ts';
