import type { FormatClaim } from '../../reading/format.ts';

const PROGRAM = /\.ya?ml$|(?:^|\/)(?:main|pulumi)\.json$/i;

export const YAML_PROGRAMS: FormatClaim = { id: 'pulumi', claims: (file) => PROGRAM.test(file) };
