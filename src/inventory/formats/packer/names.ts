import type { FormatClaim } from '../../reading/format.ts';

/** Suffix of variables files. */
export const VARIABLES_FILE = /\.pkrvars\.hcl$/;

/** True if a file is a Packer template in HCL, by its name. */
export function isPackerTemplate(file: string): boolean {
  return /\.pkr\.hcl$/.test(file);
}

/** True if a file is Packer HCL: a template or a variables file. */
export function isPackerFile(file: string): boolean {
  return isPackerTemplate(file) || VARIABLES_FILE.test(file);
}

export const PACKER_CLAIM: FormatClaim = {
  id: 'packer',
  claims: (file) => isPackerFile(file) || /\.json$/i.test(file),
};
