import type { Claim } from '../../reading/format.ts';

/** How the names of variables files end. */
export const VARIABLES = /\.pkrvars\.hcl$/;

/** Whether a file is a template of Packer in HCL, by its name. */
export function isPackerTemplate(file: string): boolean {
  return /\.pkr\.hcl$/.test(file);
}

/** Whether a file is of Packer and in HCL: a template, or a file of variables. */
export function isPackerFile(file: string): boolean {
  return isPackerTemplate(file) || VARIABLES.test(file);
}

export const PACKER: Claim = {
  id: 'packer',
  claims: (file) => isPackerFile(file) || /\.json$/i.test(file),
};
