/** Syntax of texts: documents, comments, HCL. Offsets into a file, never its meaning. */
export { CommentLines } from './comments/comment-lines.ts';
export { commentsOf, commentsOfScript, type CommentedText } from './comments/comments.ts';
export type { Comment } from './comments/scan.ts';
export { positionForComment } from './comments/comment-lines.ts';
export { commentMark } from './comments/syntax.ts';
export { linesBelow } from './document/text/below-keys.ts';
export { mapsAround, mapsIn, pathTo, type KeyedMap } from './document/maps.ts';
export { mayHaveTopLevelKey, mayHaveScalar, readJson } from './document/json.ts';
export { linesOf, placeOf } from './document/lines.ts';
export { hasTemplating, maskTemplating } from './document/text/mask.ts';
export {
  entriesOf,
  entryOf,
  itemsOf,
  locate,
  textOf,
  valueOf,
  type Entry,
  type ListNode,
  type MapNode,
  type Node,
  type ParsedDocument,
  type ScalarNode,
  type Span,
} from './document/node.ts';
export { hasRelevantDocument, withoutUnrelatedDocuments } from './document/text/unrelated-documents.ts';
export { documentProblems, readDocuments, syntaxProblems } from './document/read.ts';
export { readSimpleYaml } from './document/yaml/simple-yaml/read.ts';
export { parseAnyYaml, readYaml } from './document/yaml/yaml.ts';
export { GRAMMAR_FILES, parserOf, prepareParsers, type GrammarName } from './grammars.ts';
export { Cursor } from './hcl/expressions/cursor.ts';
export { readMultiLineExpression } from './hcl/expressions/expression.ts';
export { isRemoteOf, readGitAddress, type GitAddress } from './hcl/git-address.ts';
export { parseJsonCode, parseJsonValues, bodyOfPlannedValues } from './hcl/json-file.ts';
export { parseHcl } from './hcl/parse.ts';
export {
  argumentsReferringTo,
  type BranchDecisions,
  usedKeys,
  type ReferenceCounts,
  referencesIn,
  refersTo,
} from './hcl/references.ts';
export {
  argumentOf,
  type Attribute,
  attributeOf,
  type Block,
  blockName,
  blocksOf,
  type Body,
  type Call,
  type Expression,
  type ForExpression,
  type HclFile,
  type TraversalStep,
} from './hcl/syntax.ts';
export { readTemplateText } from './hcl/expressions/template.ts';
export type { SourceFile } from './source.ts';
export { createdExtensions } from './sql.ts';
