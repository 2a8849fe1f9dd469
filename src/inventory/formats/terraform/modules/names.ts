import path from 'node:path/posix';
import type { Claim } from '../../../reading/format.ts';
import { isModuleFile, isVariableFile } from '../../../reading/file-names.ts';

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
