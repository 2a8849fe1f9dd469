import path from 'node:path/posix';
import type { MapNode } from '../../syntax/index.ts';
import { givenValues, parseShell, plainText, type Script, type Word } from '../../syntax/shell/index.ts';
import { textAt } from '../texts.ts';
import { choice, optionsOf, type Value } from '../value.ts';
import { type Outside, Variables } from './variables.ts';
import { writtenIn } from './workflow.ts';

/** What the variables of an environment begin with that give a value to one of Terraform. */
export const TERRAFORM_VARIABLE = 'TF_VAR_';
/** An option with the path of a file of variables, in quotes or not. */
const FILE_OPTION = /(?<=\s["']?)--?var-file(?:\s*=\s*|\s+)(["']?)((?:\$\{\{.*?\}\}|\$\(.*?\)|[^\s"'])+)\1/g;
/** What a shell, make or a pipeline puts in. */
const PUT_IN = /\$\{\{.*?\}\}|\$\{.*?\}|\$\(.*?\)|\$\w+/g;
const PROGRAM = /^(?:terraform|tofu)$/;

/** Values that scripts and pipelines give to Terraform's variables, by name. */
export class TerraformValues {
  /** They give way to the files that Terraform loads. */
  readonly environment = new Map<string, Value>();
  /** They win over files. */
  readonly command = new Map<string, Value>();

  /** A map that may be the environment of a job. */
  addMap({ entries }: MapNode): void {
    for (const { key, value } of entries) {
      if (key.startsWith(TERRAFORM_VARIABLE) && value.kind === 'scalar')
        this.environment.set(key.slice(TERRAFORM_VARIABLE.length), textAt([writtenIn(value)], value));
    }
  }

  addScript(script: Script, outside: Outside): void {
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
      for (const given of deployments.flatMap((way) => givenValues({ words: way })))
        add(this.command, given.name, given.value);
    }
  }
}

function isDeployment(words: readonly Word[]): boolean {
  return words.some((word) => PROGRAM.test(plainText(word) ?? ''));
}

/**
 * Whether a script or a pipeline gives a file of variables to Terraform: `-var-file=env/$ENV/main.tfvars`. The folder of
 * the file must be written at least in part.
 * @param folders where it may run
 */
export function givesFile(text: string, file: string, folders: readonly string[]): boolean {
  return [...text.matchAll(FILE_OPTION)].some(([, , written = '']) => {
    const pattern = written.replaceAll(PUT_IN, '*').replace(/^\*\//, '');
    if (!/[^*/.]/.test(path.dirname(pattern))) return false;
    return folders.some((folder) => asPattern(path.join(folder, pattern)).test(file));
  });
}

/** A path in which `*` stands for what is open of the name of a folder or a file. */
function asPattern(written: string): RegExp {
  const literal = written.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${literal.replaceAll(/\*+/g, '[^/]*')}$`);
}
