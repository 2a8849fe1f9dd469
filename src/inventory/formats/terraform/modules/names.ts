import path from 'node:path/posix';
import type { Claim } from '../../format.ts';

const CODE = /\.(?:tf|tofu)(?:\.json)?$/;
/** How the names of variables files end. */
export const VARIABLES = /\.tfvars(?:\.json)?$/;

/** Whether a file is code of a module, by its name. */
export function isModuleFile(file: string): boolean {
  return CODE.test(file);
}

/** Whether a file gives values to the variables of a module, by its name. */
export function isVariableFile(file: string): boolean {
  return VARIABLES.test(file);
}

/** Whether a file is one of Terragrunt, by its name: other tools have endings of their own in front of `.hcl`. */
export function isTerragrunt(file: string): boolean {
  return (
    file.endsWith('.hcl') && !/\.(?:pkr|pkrvars|lock|nomad|tftest|tflint)\.hcl$/.test(path.basename(file))
  );
}

/** Whether a file can be a state, or what `terraform show -json` prints of a plan or a state. */
export function isJson(file: string): boolean {
  return /\.(?:json|tfstate)$/i.test(file) && !/\.(?:tf|tofu|tfvars)\.json$/i.test(file);
}

export const TERRAFORM: Claim = {
  id: 'terraform',
  claims: (file) => isModuleFile(file) || isVariableFile(file) || isTerragrunt(file) || isJson(file),
};
