/** Groups of the palette and the native menu. */
export type CommandCategory = 'file' | 'edit' | 'view' | 'go' | 'explorer' | 'search' | 'identity' | 'gallery' | 'phone' | 'preferences' | 'help';

export interface CommandDefinition {
  category: CommandCategory;
  /** VS Code notation: `ctrl+k ctrl+s` is a chord; `ctrl` is the command key on macOS. */
  key?: string;
  /** Used instead in the browser shell, where the browser keeps `key` for itself. */
  browserKey?: string;
  /** A condition over context keys: `a && !b || c`. */
  when?: string;
  /** Where the native menu shows it. */
  menu?: 'file' | 'edit' | 'view' | 'go' | 'help';
  /** Left out of the palette: it only makes sense on a focused thing. */
  hidden?: true;
}

/**
 * Every action a person can take. Titles are in `shared/messages/<language>/commands.ts` under the same ids;
 * palette, native menu, key bindings and buttons are all built from this table.
 */
export const commands = {
  'workbench.commandPalette': { category: 'view', key: 'ctrl+shift+p', menu: 'view' },
  'workbench.quickOpen': { category: 'go', key: 'ctrl+p', menu: 'go', when: 'workspaceOpen' },
  'workbench.openFolder': { category: 'file', key: 'ctrl+o', menu: 'file' },
  'workbench.newProject': { category: 'file', key: 'ctrl+alt+n', menu: 'file' },
  'workbench.newFromGallery': { category: 'file', key: 'ctrl+shift+n', browserKey: 'alt+shift+n', menu: 'file' },
  'workbench.closeFolder': { category: 'file', key: 'ctrl+k f', menu: 'file', when: 'workspaceOpen' },
  'workbench.showStart': { category: 'help', menu: 'help' },
  'workbench.showExplorer': { category: 'view', key: 'ctrl+shift+e', menu: 'view' },
  'workbench.showSearch': { category: 'view', key: 'ctrl+shift+f', menu: 'view' },
  'workbench.showGallery': { category: 'view', key: 'ctrl+shift+g', menu: 'view' },
  'workbench.showAccount': { category: 'view', key: 'ctrl+shift+a', menu: 'view' },
  'workbench.toggleSideBar': { category: 'view', key: 'ctrl+b', menu: 'view' },
  'workbench.togglePanel': { category: 'view', key: 'ctrl+j', menu: 'view' },
  'workbench.showProblems': { category: 'view', key: 'ctrl+shift+m', menu: 'view' },
  'workbench.showOutput': { category: 'view', key: 'ctrl+shift+u', menu: 'view' },
  'workbench.focusNextPart': { category: 'view', key: 'f6' },
  'workbench.focusPreviousPart': { category: 'view', key: 'shift+f6' },
  'workbench.selectTheme': { category: 'preferences', key: 'ctrl+k ctrl+t' },
  'workbench.selectLanguage': { category: 'preferences' },
  'workbench.openSettings': { category: 'preferences', key: 'ctrl+,', menu: 'file' },
  'workbench.openKeybindings': { category: 'preferences', key: 'ctrl+k ctrl+s', menu: 'file' },

  'phone.toggle': { category: 'phone', key: 'ctrl+alt+p', menu: 'view', when: 'workspaceOpen' },
  'phone.restart': { category: 'phone', key: 'ctrl+alt+r', when: 'phoneShown' },
  'phone.rotate': { category: 'phone', when: 'phoneShown' },
  'phone.chooseDevice': { category: 'phone', when: 'phoneShown' },
  'phone.goToPage': { category: 'phone', key: 'ctrl+alt+l', when: 'phoneRunning' },
  'phone.back': { category: 'phone', when: 'phoneRunning && phoneStacked' },
  'phone.screenshot': { category: 'phone', when: 'phoneRunning' },
  'phone.sideBySide': { category: 'phone', key: 'ctrl+alt+s', menu: 'view', when: 'phoneRunnable' },
  'phone.home': { category: 'phone', when: 'phoneRunning && !phoneAway' },
  'phone.return': { category: 'phone', when: 'phoneRunning && phoneAway' },
  'phone.lowMemory': { category: 'phone', when: 'phoneRunning' },
  'phone.screenshotTaken': { category: 'phone', when: 'phoneRunning' },
  'phone.clearData': { category: 'phone', when: 'phoneRunning' },
  'phone.clearAndRestart': { category: 'phone', when: 'phoneShown' },
  'phone.chooseMode': { category: 'phone', when: 'phoneShown' },
  'phone.addMode': { category: 'phone', when: 'phoneShown' },
  'phone.editMode': { category: 'phone', when: 'phoneShown && phoneMode' },
  'phone.removeMode': { category: 'phone', when: 'phoneShown && phoneMode' },
  'phone.chooseMerchant': { category: 'phone', when: 'phoneShown' },
  'phone.openMerchants': { category: 'phone', when: 'phoneRunnable' },
  'phone.pick': { category: 'phone', key: 'ctrl+alt+c', when: 'phoneRunning' },
  'phone.clearConsole': { category: 'phone', when: 'phoneShown' },
  'phone.clearCalls': { category: 'phone', when: 'phoneShown' },
  'phone.addMock': { category: 'phone', when: 'phoneRunnable' },
  'workbench.showConsole': { category: 'view', key: 'ctrl+`', menu: 'view' },
  'workbench.showNetwork': { category: 'view' },
  'workbench.showStorage': { category: 'view' },
  'workbench.showAppData': { category: 'view' },
  'workbench.showTree': { category: 'view' },
  'workbench.showPerformance': { category: 'view' },

  'file.new': { category: 'file', key: 'ctrl+n', browserKey: 'alt+n', menu: 'file', when: 'workspaceOpen' },
  'file.save': { category: 'file', key: 'ctrl+s', menu: 'file', when: 'editorOpen' },
  'file.saveAs': { category: 'file', key: 'ctrl+shift+s', menu: 'file', when: 'editorOpen' },
  'file.saveAll': { category: 'file', key: 'ctrl+k s', menu: 'file' },
  'file.revert': { category: 'file', when: 'editorOpen' },
  'editor.close': { category: 'view', key: 'ctrl+w', browserKey: 'alt+w', menu: 'file', when: 'editorOpen' },
  'editor.closeOthers': { category: 'view', when: 'editorOpen' },
  'editor.closeAll': { category: 'view', key: 'ctrl+k ctrl+w', when: 'editorOpen' },
  'editor.reopenClosed': { category: 'view', key: 'ctrl+shift+t', browserKey: 'alt+shift+t' },
  'editor.next': { category: 'go', key: 'ctrl+pagedown', browserKey: 'alt+pagedown', when: 'editorOpen' },
  'editor.previous': { category: 'go', key: 'ctrl+pageup', browserKey: 'alt+pageup', when: 'editorOpen' },
  'editor.splitRight': { category: 'view', key: 'ctrl+\\', menu: 'view', when: 'editorOpen' },
  'editor.focusFirstGroup': { category: 'view', key: 'ctrl+1', browserKey: 'alt+1' },
  'editor.focusSecondGroup': { category: 'view', key: 'ctrl+2', browserKey: 'alt+2' },
  'editor.keepOpen': { category: 'view', key: 'ctrl+k enter', when: 'editorOpen' },
  'editor.pin': { category: 'view', key: 'ctrl+k shift+enter', when: 'editorOpen' },
  'editor.find': { category: 'edit', key: 'ctrl+f', menu: 'edit', when: 'textEditorOpen && !panelListFocus' },
  'editor.replace': { category: 'edit', key: 'ctrl+h', menu: 'edit', when: 'textEditorOpen' },
  'editor.goToLine': { category: 'go', key: 'ctrl+g', menu: 'go', when: 'textEditorOpen' },
  'editor.addLineComment': { category: 'edit', key: 'ctrl+k ctrl+c', when: 'textEditorFocus' },
  'editor.removeLineComment': { category: 'edit', key: 'ctrl+k ctrl+u', when: 'textEditorFocus' },
  'editor.foldAll': { category: 'view', key: 'ctrl+k ctrl+0', when: 'textEditorFocus' },
  'editor.unfoldAll': { category: 'view', key: 'ctrl+k ctrl+j', when: 'textEditorFocus' },
  'editor.showHover': { category: 'view', key: 'ctrl+k ctrl+i', when: 'textEditorFocus' },
  'editor.trimTrailingWhitespace': { category: 'edit', key: 'ctrl+k ctrl+x', when: 'textEditorFocus' },
  'editor.format': { category: 'edit', key: 'shift+alt+f', when: 'textEditorOpen' },
  'editor.changeEncoding': { category: 'edit', when: 'textEditorOpen' },
  'editor.changeLineEnding': { category: 'edit', when: 'textEditorOpen' },
  'editor.changeIndentation': { category: 'edit', when: 'textEditorOpen' },
  'editor.changeLanguage': { category: 'edit', when: 'textEditorOpen' },

  'explorer.newFile': { category: 'explorer', when: 'workspaceOpen' },
  'explorer.newFolder': { category: 'explorer', when: 'workspaceOpen' },
  'explorer.newPage': { category: 'explorer', when: 'workspaceOpen' },
  'explorer.newComponent': { category: 'explorer', when: 'workspaceOpen' },
  'explorer.rename': { category: 'explorer', key: 'f2', when: 'explorerFocus' },
  'explorer.delete': { category: 'explorer', key: 'delete', when: 'explorerFocus' },
  'explorer.undo': { category: 'explorer', key: 'ctrl+z', when: 'explorerFocus' },
  'explorer.duplicate': { category: 'explorer', key: 'ctrl+shift+d', when: 'explorerFocus' },
  'explorer.copyPath': { category: 'explorer', key: 'ctrl+shift+c', browserKey: 'alt+shift+c', when: 'explorerFocus' },
  'explorer.copyRelativePath': { category: 'explorer', key: 'ctrl+k ctrl+shift+c', when: 'explorerFocus' },
  'explorer.reveal': { category: 'explorer', key: 'alt+shift+r', when: 'explorerFocus' },
  'explorer.revealActive': { category: 'explorer', when: 'editorOpen' },
  'explorer.collapseAll': { category: 'explorer', when: 'workspaceOpen' },
  'explorer.refresh': { category: 'explorer', when: 'workspaceOpen' },
  'explorer.linkToMerchant': { category: 'explorer', when: 'workspaceOpen' },

  'identity.signIn': { category: 'identity' },
  'identity.actAs': { category: 'identity', key: 'ctrl+k m' },
  'identity.signOut': { category: 'identity', when: 'signedIn' },
  'gallery.generate': { category: 'gallery' },
  'log.save': { category: 'help', menu: 'help' },
} as const satisfies Record<string, CommandDefinition>;

export type CommandId = keyof typeof commands;
export const commandIds = Object.keys(commands) as CommandId[];

/** The definition with its optional members visible. */
export function commandDefinition(id: CommandId): CommandDefinition {
  return commands[id];
}
