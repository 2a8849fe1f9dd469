import type { FormatClaim } from '../../reading/format.ts';
import { isScript, isYamlOfCommands } from '../../reading/file-names.ts';

/** True for a file without a suffix, such as `ci` or `bin/deploy`: only its first line shows that it is a script. */
export function isPlainName(file: string): boolean {
  return /^[a-z][\w-]*$/.test(file.slice(file.lastIndexOf('/') + 1)) && !isScript(file);
}

export const SHELL_CLAIM: FormatClaim = {
  id: 'shell',
  claims: (file) => isScript(file) || isPlainName(file) || isYamlOfCommands(file),
  needsText: isPlainName,
};
