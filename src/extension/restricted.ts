/**
 * Commands that work in Restricted Mode: they read the folder's files and the catalogue on this machine, write nothing, ask
 * no network and use no credentials. Every other one is offered in a trusted workspace only: package.json says so to the
 * editor, and `registerTrustedCommand` refuses it. The README lists them.
 */
export const READING_COMMANDS = [
  'errataLens.scanWorkspace',
  'errataLens.refreshWorkspace',
  'errataLens.filterTree',
  'errataLens.tree.open',
  'errataLens.showBugs',
  'errataLens.showUpgrade',
  'errataLens.openChecklist',
  'errataLens.incident',
  'errataLens.supportCase',
  'errataLens.showLog',
] as const;

/** Whether an action of the editor only shows something: neither edits nor calls a command that may. */
export function onlyReads(action: { edit?: object; command?: { command: string } }): boolean {
  return action.edit === undefined && READING_COMMANDS.some((name) => name === action.command?.command);
}
