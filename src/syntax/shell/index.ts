/** How scripts are written: those of shells, what makefiles, PowerShell and Dockerfiles are as such, and scripts in other files. */
export { asShell } from './dialects.ts';
export { type Instruction, instructionsIn } from './dockerfile.ts';
export { parseShell } from './parse.ts';
export { type Script, scriptAt, scriptIn, scriptOf, scriptOfWords, scriptWithin } from './script.ts';
export {
  type Assignment,
  type Command,
  type Part,
  plainText,
  type Range,
  withoutStart,
  type Word,
} from './syntax.ts';
