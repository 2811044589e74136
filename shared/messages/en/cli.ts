/** Words of the command line. */
export const cli = {
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
