import type { FormatClaim } from '../../reading/format.ts';

const PROGRAM_FILE = /\.ya?ml$|(?:^|\/)(?:main|pulumi)\.json$/i;

export const PULUMI_CLAIM: FormatClaim = { id: 'pulumi', claims: (file) => PROGRAM_FILE.test(file) };
