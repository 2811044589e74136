import type * as Monaco from 'monaco-editor';

const name = /[A-Za-z_][\w.:-]*/;

/**
 * AXML for the tokeniser: tags, components (with a hyphen), `a:` directives, event handlers,
 * and JavaScript inside `{{ }}` in text and in quoted attributes.
 */
const language: Monaco.languages.IMonarchLanguage = {
  defaultToken: 'text',
  tokenPostfix: '.axml',
  ignoreCase: false,
  tokenizer: {
    root: [
      [/<!--/, 'comment', '@comment'],
      [/\{\{/, { token: 'delimiter.binding', next: '@binding', nextEmbedded: 'javascript' }],
      [/(<\/)([\w.-]+)/, ['delimiter.tag', { token: 'tag', next: '@closing' }]],
      [/(<)(import-sjs|import|include|template|slot|block)(?=[\s/>])/, ['delimiter.tag', { token: 'tag.keyword', next: '@tag' }]],
      [/(<)([A-Za-z]\w*(?:-[\w-]+)+)/, ['delimiter.tag', { token: 'tag.component', next: '@tag' }]],
      [/(<)([A-Za-z][\w.]*)/, ['delimiter.tag', { token: 'tag', next: '@tag' }]],
      [/[^<{]+/, 'text'],
      [/[<{]/, 'text'],
    ],
    comment: [
      [/-->/, 'comment', '@pop'],
      [/[^-]+/, 'comment'],
      [/./, 'comment'],
    ],
    closing: [
      [/\s*>/, 'delimiter.tag', '@pop'],
      [/\s+/, ''],
      [/[^>]/, 'invalid'],
    ],
    tag: [
      [/\/?>/, 'delimiter.tag', '@pop'],
      [/a:[\w-]+/, 'attribute.directive'],
      [/(?:capture-)?(?:on|catch)[A-Z]\w*/, 'attribute.event'],
      [name, 'attribute.name'],
      [/(=)(\s*)(")/, ['delimiter.assign', '', { token: 'string', next: '@doubleQuoted' }]],
      [/(=)(\s*)(')/, ['delimiter.assign', '', { token: 'string', next: '@singleQuoted' }]],
      [/=/, 'delimiter.assign'],
      [/\{\{/, { token: 'delimiter.binding', next: '@binding', nextEmbedded: 'javascript' }],
      [/\s+/, ''],
      [/</, { token: '@rematch', next: '@pop' }],
      [/./, 'invalid'],
    ],
    doubleQuoted: [
      [/\{\{/, { token: 'delimiter.binding', next: '@binding', nextEmbedded: 'javascript' }],
      [/[^"{]+/, 'string'],
      [/\{/, 'string'],
      [/"/, 'string', '@pop'],
    ],
    singleQuoted: [
      [/\{\{/, { token: 'delimiter.binding', next: '@binding', nextEmbedded: 'javascript' }],
      [/[^'{]+/, 'string'],
      [/\{/, 'string'],
      [/'/, 'string', '@pop'],
    ],
    binding: [[/\}\}/, { token: 'delimiter.binding', next: '@pop', nextEmbedded: '@pop' }]],
  },
};

const configuration: Monaco.languages.LanguageConfiguration = {
  comments: { blockComment: ['<!--', '-->'] },
  brackets: [
    ['<!--', '-->'],
    ['<', '>'],
    ['{{', '}}'],
    ['(', ')'],
  ],
  autoClosingPairs: [
    { open: '{{', close: '}}' },
    { open: '"', close: '"' },
    { open: "'", close: "'" },
    { open: '<!--', close: '-->', notIn: ['comment', 'string'] },
  ],
  surroundingPairs: [
    { open: '"', close: '"' },
    { open: "'", close: "'" },
    { open: '<', close: '>' },
    { open: '{', close: '}' },
  ],
  onEnterRules: [
    { beforeText: /<([\w-]+)(?:[^/>]|"[^"]*"|'[^']*')*>$/, afterText: /^<\/[\w-]+\s*>$/, action: { indentAction: 2 } },
    { beforeText: /<([\w-]+)(?:[^/>]|"[^"]*"|'[^']*')*>$/, action: { indentAction: 1 } },
  ],
  folding: { markers: { start: /^\s*<!--\s*#region\b/, end: /^\s*<!--\s*#endregion\b/ } },
};

export function registerAxml(monaco: typeof Monaco): void {
  monaco.languages.register({ id: 'axml', extensions: ['.axml'], aliases: ['AXML'] });
  monaco.languages.setMonarchTokensProvider('axml', language);
  monaco.languages.setLanguageConfiguration('axml', configuration);
}
