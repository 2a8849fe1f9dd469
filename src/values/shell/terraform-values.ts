import path from 'node:path/posix';
import type { MapNode } from '../../syntax/index.ts';
import { passedValues, parseShell, plainText, type Script, type Word } from '../../syntax/shell/index.ts';
import { textAt } from '../value/texts.ts';
import { choice, optionsOf, type Value } from '../value/value.ts';
import { type OuterValues, Variables } from './variables.ts';
import { literalOrFallback } from './workflow.ts';

/** Prefix of environment variables that set a Terraform variable. */
export const TERRAFORM_VARIABLE = 'TF_VAR_';
/** An option with the path of a variables file, with or without quotes. */
const FILE_OPTION = /(?<=\s["']?)--?var-file(?:\s*=\s*|\s+)(["']?)((?:\$\{\{.*?\}\}|\$\(.*?\)|[^\s"'])+)\1/g;
/** Substitutions of a shell, make or a pipeline. */
const SUBSTITUTION = /\$\{\{.*?\}\}|\$\{.*?\}|\$\(.*?\)|\$\w+/g;
const TERRAFORM_PROGRAM = /^(?:terraform|tofu)$/;

/** Values of Terraform's variables from scripts and pipelines, by name. */
export class TerraformValues {
  /** Values with lower precedence than the files that Terraform loads. */
  readonly environment = new Map<string, Value>();
  /** Values with higher precedence than files. */
  readonly command = new Map<string, Value>();

  /** Adds a map that may be the environment of a job. */
  addMap({ entries }: MapNode): void {
    for (const { key, value } of entries) {
      if (key.startsWith(TERRAFORM_VARIABLE) && value.kind === 'scalar')
        this.environment.set(key.slice(TERRAFORM_VARIABLE.length), textAt([literalOrFallback(value)], value));
    }
  }

  addScript(script: Script, outside: OuterValues): void {
    const commands = parseShell(script.text);
    const variables = new Variables(script, commands, outside);
    const add = (to: Map<string, Value>, name: string, written: Word): void => {
      const before = to.get(name);
      const found = variables.resolve(written, name).map((result) => ({ label: null, result }));
      to.set(name, choice([...(before === undefined ? [] : optionsOf(before)), ...found]));
    };
    for (const { words, assignments } of commands) {
      for (const { name, values } of assignments) {
        const [value, another] = values;
        if (name.startsWith(TERRAFORM_VARIABLE) && value !== undefined && another === undefined)
          add(this.environment, name.slice(TERRAFORM_VARIABLE.length), value);
      }
      const deployments = words.length === 0 ? [] : variables.commandsOf(words).filter(isDeployment);
      for (const given of deployments.flatMap((way) => passedValues({ words: way })))
        add(this.command, given.name, given.value);
    }
  }
}

function isDeployment(words: readonly Word[]): boolean {
  return words.some((word) => TERRAFORM_PROGRAM.test(plainText(word) ?? ''));
}

/**
 * True if a script or pipeline passes a variables file to Terraform: `-var-file=env/$ENV/main.tfvars`. The folder of
 * the file must be written at least in part.
 * @param folders possible working folders
 */
export function passesVariablesFile(text: string, file: string, folders: readonly string[]): boolean {
  return [...text.matchAll(FILE_OPTION)].some(([, , written = '']) => {
    const pattern = written.replaceAll(SUBSTITUTION, '*').replace(/^\*\//, '');
    if (!/[^*/.]/.test(path.dirname(pattern))) return false;
    return folders.some((folder) => patternOfPath(path.join(folder, pattern)).test(file));
  });
}

/** Path pattern with `*` for the unknown part of a folder's or file's name. */
function patternOfPath(written: string): RegExp {
  const literal = written.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${literal.replaceAll(/\*+/g, '[^/]*')}$`);
}
