/** Words of the shells: command line, browser shell, native menu and dialogs. */
export const shell = {
  refused: 'This address worked once and is used up, or belongs to an earlier run. Copy the newest address from the terminal.',
  serving: 'Minifoundry is ready: {{url}}',
  servingHint: 'The address works once. Press Ctrl+C to stop.',
  stopped: 'Stopped.',
  folderMissing: 'There is no folder “{{path}}”.',
} as const;
