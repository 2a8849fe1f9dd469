import type { Claim } from '../../reading/format.ts';
import { isScript, isYamlOfCommands } from '../../reading/file-names.ts';

/** Whether only the first line of a file tells that it is a script: `ci`, `bin/deploy`. */
export function isPlainName(file: string): boolean {
  return /^[a-z][\w-]*$/.test(file.slice(file.lastIndexOf('/') + 1)) && !isScript(file);
}

export const SCRIPTS: Claim = {
  id: 'shell',
  claims: (file) => isScript(file) || isPlainName(file) || isYamlOfCommands(file),
  needsText: isPlainName,
};
