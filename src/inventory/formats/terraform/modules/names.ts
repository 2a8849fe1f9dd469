import path from 'node:path/posix';
import type { FormatClaim } from '../../../reading/format.ts';
import { isModuleFile, isVariableFile } from '../../../reading/file-names.ts';

/** True for a Terragrunt file, by its name; other tools have their own suffixes before `.hcl`. */
export function isTerragrunt(file: string): boolean {
  return (
    file.endsWith('.hcl') && !/\.(?:pkr|pkrvars|lock|nomad|tftest|tflint)\.hcl$/.test(path.basename(file))
  );
}

/** True for a file that can be a state, or output of `terraform show -json`. */
export function isJson(file: string): boolean {
  return /\.(?:json|tfstate)$/i.test(file) && !/\.(?:tf|tofu|tfvars)\.json$/i.test(file);
}

export const TERRAFORM_CLAIM: FormatClaim = {
  id: 'terraform',
  claims: (file) => isModuleFile(file) || isVariableFile(file) || isTerragrunt(file) || isJson(file),
};
