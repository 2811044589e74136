/** Words of the command line. */
export const cli = {
  description: 'Mini programs for many merchants: the IDE in a browser, and everything it does from a terminal.',
  port: 'port to listen on; any free one when left out',
  serve: {
    description: 'Serve the IDE to a browser on this machine.',
    noOpen: 'print the address without opening the system browser',
    json: 'print one line {"url","pid"}',
    data: 'where settings, backups and logs are kept',
  },
  open: { description: 'Open a folder in the IDE.' },
  platform: { description: 'Work with the platform on this machine.' },
  platformStart: { description: 'Start the local platform.', data: 'where its accounts and uploads are kept', ready: 'The local platform is ready: {{url}}' },
  templates: { description: 'Work with the template gallery.' },
  templatesList: { description: 'List the templates of the gallery.', json: 'print one JSON document {"templates":[{"id","version","name","parameters"}]}' },
  generate: {
    description: 'Generate one project per merchant from a template.',
    merchants: 'CSV with the header merchantId,name,… or a JSON list of the same objects',
    out: 'where the projects go, one folder per merchant; created when missing',
    dryRun: 'say what would happen and write nothing',
    json: 'print one JSON document {"run","durationMs","projects":[{"merchantId","path","status","reason"}]}',
    unknownColumns: 'Columns that the template does not know are left out: {{columns}}',
    badRow: 'Line {{line}} ({{merchantId}}) is left out: {{problem}}',
    progress: '{{done}} of {{total}} projects',
    wouldCreate: 'would create',
    summary: '{{created}} created, {{identical}} identical, {{failed}} failed.',
  },
} as const;
