/** Syntax of scripts: shells, makefiles, PowerShell, Dockerfiles, pipelines, and scripts inside other files. */
export { commandRange, mayContainCommandText, textWithMarks } from './commands/command-texts.ts';
export { destinationOf, isPipedManifest, receiverAfter } from './commands/destinations.ts';
export { asShell, hasInCode, hasShellShebang } from './dialects/dialects.ts';
export { type Instruction, instructionsIn } from './dialects/dockerfile.ts';
export { type PassedValue, passedValues } from './commands/passed-values.ts';
export { groovyVariables, imagesNamedIn, stepsIn, stringsIn } from './dialects/groovy.ts';
export { parseShell } from './parse.ts';
export { mayHaveSections, type Section, sectionsOf } from './sections.ts';
export {
  argumentsIn,
  type Script,
  scriptAt,
  scriptIn,
  scriptOf,
  scriptOfWords,
  innerScript,
} from './script.ts';
export {
  type Assignment,
  type Block,
  type BlockPart,
  type Command,
  commandName,
  type Part,
  plainText,
  type Range,
  withoutStart,
  type Word,
} from './syntax.ts';
export { decodeUserData } from './user-data.ts';
