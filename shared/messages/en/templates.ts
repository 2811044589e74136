/** Words about templates and generation that the workbench and the command line share. */
export const templates = {
  status: { created: 'created', identical: 'identical', failed: 'failed' },
  reason: {
    exists: 'a different project is there already; move it away or choose another folder',
    invalid: 'the row cannot be used',
    name: 'this system cannot have a folder of that name',
    'case-collision': 'on this disk the name is the same as another merchant’s; only upper and lower case differ',
    template: 'the template could not be rendered with these values',
    'disk-full': 'the disk is full; free some space and generate again',
    'access-denied': 'the folder may not be written to; check its permissions and generate again',
    'file-failed': 'a file could not be written; generate again',
    interrupted: 'not done yet; generate again to go on',
  },
  rowProblem: {
    'merchant-id-invalid': 'the merchant id may have letters, digits, “_” and “-”, at most 64',
    'merchant-id-twice': 'the merchant id is there twice; the first row is used',
    'name-missing': 'the name is missing',
    'column-count': 'the number of columns or the quotes are not right: {{detail}}',
    'value-invalid': '{{field}}: {{detail}}',
    'not-an-object': 'not an object: {{detail}}',
  },
} as const;
