/**
 * Key bindings for auxiliary commands of the tests: the palette lists a thousand commands to run one, which takes half a second
 * of CPU time. Bindings of editor commands have the same effect if pressed twice. Bindings of our own commands are for those of
 * views, which the palette omits.
 */
export const KEYS = {
  closeEditors: { key: 'Control+Alt+1', command: 'workbench.action.closeAllEditors' },
  closePanel: { key: 'Control+Alt+2', command: 'workbench.action.closePanel' },
  clearNotifications: { key: 'Control+Alt+3', command: 'notifications.clearAll' },
  showExplorer: { key: 'Control+Alt+F3', command: 'workbench.view.explorer' },
  showProblems: { key: 'Control+Alt+4', command: 'workbench.panel.markers.view.focus' },
  showHover: { key: 'Control+Alt+5', command: 'editor.action.showHover' },
  filterTree: { key: 'Control+Alt+6', command: 'errataLens.filterTree' },
  exportMarkdown: { key: 'Control+Alt+7', command: 'errataLens.exportAccountsMarkdown' },
  exportJson: { key: 'Control+Alt+8', command: 'errataLens.exportAccountsJson' },
  deleteScan: { key: 'Control+Alt+9', command: 'errataLens.deleteAccountScan' },
  showBugs: { key: 'Control+Alt+F1', command: 'errataLens.showBugs' },
  showUpgrade: { key: 'Control+Alt+F2', command: 'errataLens.showUpgrade' },
  snooze: { key: 'Control+Alt+0', command: 'errataLens.news.snooze' },
} as const;

/** File with the user's key bindings of VS Code. */
export const keybindings = Object.values(KEYS).map(({ key, command }) => ({
  key: key.replace('Control', 'ctrl').toLowerCase(),
  command,
}));
