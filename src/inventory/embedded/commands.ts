import { type OuterValues, workflowValues } from '../../values/index.ts';
import {
  mapsAround,
  textOf,
  type Entry,
  type KeyedMap,
  type Node,
  type SourceFile,
} from '../../syntax/index.ts';
import { VERSION_OPERATIONS } from '../../vocabulary/index.ts';
import { isWorkflow } from '../reading/file-names.ts';
import { scriptIn, scriptOfWords, type Script } from '../../syntax/shell/index.ts';

/** Keys of commands: GitHub, Azure, CodeBuild, GitLab, cloud-init, Ansible, containers, SSM, Image Builder. */
export const COMMAND_KEYS = `(?:${[
  ...['run', 'runcmd', 'bootcmd', 'commands?', 'script', 'before_script', 'after_script', 'inlineScript'],
  ...['runCommand', 'shell', 'bash', 'pwsh', 'powershell', 'cmds?', 'args', 'argv', 'entrypoint'],
].join('|')})`;
const COMMAND_KEY = new RegExp(String.raw`^(?:ansible\.builtin\.)?${COMMAND_KEYS}$`);
const FIRST_BOOT_KEY = /^(?:runcmd|bootcmd)$/;

/** Scripts in a map of a YAML document, with the values of their variables. */
export function commandsIn(
  place: KeyedMap,
  source: SourceFile,
): { entry: Entry; scripts: Script[]; outside: OuterValues }[] {
  const commands = place.map.entries.filter(({ key }) => COMMAND_KEY.test(key));
  if (commands.length === 0) return [];
  const maps = isWorkflow(source.file) ? [place.map, ...mapsAround(place)] : [];
  return commands.map((entry) => ({
    entry,
    scripts: scriptsIn(entry.value, source, FIRST_BOOT_KEY.test(entry.key)),
    outside: (name) => workflowValues(name, maps),
  }));
}

/**
 * A text, or the texts of a list and of nested lists. The words of one command form one script; for cloud-init, those
 * of an inner list.
 */
function scriptsIn(node: Node, source: SourceFile, isFirstBoot: boolean, depth = 0): Script[] {
  if (node.kind === 'scalar') return node.value === null ? [] : [scriptIn(node, source)];
  if (node.kind === 'map' || depth > 2) return [];
  const isOne = isFirstBoot
    ? depth > 0
    : node.items.some((item) => VERSION_OPERATIONS.has(textOf(item) ?? ''));
  if (isOne) return [scriptOfWords(node, source)];
  return node.items.flatMap((item) => scriptsIn(item, source, isFirstBoot, depth + 1));
}
