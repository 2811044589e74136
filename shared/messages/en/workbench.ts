/** The window's own words. */
export const workbench = {
  activityBar: 'Activity bar',
  sideBar: 'Side bar',
  statusBar: 'Status bar',
  panel: 'Panel',
  closePanel: 'Close panel',
  resizePanel: 'Resize panel',
  resizeSideBar: 'Resize side bar',
  settings: 'Settings',
  menu: 'Application menu',
  noFolder: 'No folder open',
  reconnecting: 'Reconnecting…',
  connectionLost: 'Minifoundry has stopped. Start it again; unsaved text is kept.',
  crash: {
    title: 'The window stopped working',
    text: 'Your unsaved text is kept. Reload to go on; if it happens again, save the log and attach it to a bug report.',
    reload: 'Reload',
    saveLog: 'Save log…',
  },
  views: { explorer: 'Explorer', search: 'Search', gallery: 'Gallery', account: 'Account' },
  panels: { problems: 'Problems', output: 'Output' },
} as const;

export const quickPick = { nothing: 'Nothing matches.' } as const;

export const palette = {
  commands: 'Command palette',
  commandsHint: 'Type the name of a command',
  files: 'Go to file',
  filesHint: 'Type a file name, with :line if you like; > for commands',
} as const;

export const notifications = { title: 'Notifications', dismiss: 'Dismiss', error: 'Error', warning: 'Warning', info: 'Information', success: 'Done' } as const;

export const output = { title: 'Output log', save: 'Save log…' } as const;

export const dialogs = { cancel: 'Cancel', close: 'Close', ok: 'OK', delete: 'Delete', back: 'Back' } as const;

export const folderPicker = {
  title: 'Open folder',
  path: 'Folder path',
  up: 'Parent folder',
  folders: 'Folders',
  noFolders: 'No folders in here.',
  choose: 'Choose this folder',
  newFolder: 'New folder',
  newFolderName: 'Name of the new folder',
  miniProgram: 'Mini program',
} as const;
