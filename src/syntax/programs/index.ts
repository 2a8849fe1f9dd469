/** How programs in six languages are written: calls, texts and names, and what declares a name. Never what it means. */
export { allOf, declarationsOf } from './declarations.ts';
export { callOfClass, firstOfChain, functionsNamed, returnedBy } from './functions.ts';
export {
  calledFiles,
  canImport,
  importedDeclarations,
  importedFiles,
  importOf,
  leadTo,
  namesImported,
  originOf,
  sourceOf,
} from './imports.ts';
export { isInLoop, itemsInTurn, namesOfItems } from './loops.ts';
export { calledName, isKeyed, keyOf, nameDeclaredBy, namesOf, namesUsedIn, variableOf } from './names.ts';
export {
  callOf,
  callsFollowed,
  type Given,
  givenTo,
  inCall,
  nameOfFunction,
  parameterNames,
  receiverOf,
  withCaller,
} from './parameters.ts';
export { ancestorsOf, type Node, parentOf } from './nodes.ts';
export { giveBack, takeTree, withTree } from './parse.ts';
export {
  answeredOnce,
  argumentsOf,
  atMost,
  calleeOf,
  CALLS,
  codeAt,
  codeOf,
  computedPartsOf,
  type Declared,
  insideOf,
  isComment,
  isName,
  isSame,
  isString,
  lastName,
  mayGoOn,
  type Meaning,
  MEMBERS,
  newProgram,
  nodesNamed,
  placeOfNode,
  type Program,
  programOf,
  type Reach,
  settingsOf,
  stringIn,
  unwrap,
} from './program.ts';
export {
  find,
  optionBefore,
  plainName,
  propertiesBeside,
  propertiesOf,
  type Property,
} from './properties.ts';
export { isListCall, itemsWritten, type Lookup, lookupIn, type Row, rowsOf } from './rows.ts';
export { isClass, isFunction, isSelf, ownerOf } from './scopes.ts';
export { belongTogether, DECLARES, isWithin, usesOf, usesOfConstant } from './uses.ts';
