import type { Claim } from '../../reading/format.ts';

const PROGRAM = /\.ya?ml$|(?:^|\/)(?:main|pulumi)\.json$/i;

export const YAML_PROGRAMS: Claim = { id: 'pulumi', claims: (file) => PROGRAM.test(file) };
