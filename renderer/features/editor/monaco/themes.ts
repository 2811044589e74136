import type * as Monaco from 'monaco-editor';
import type { Theme } from '#renderer/client/index.ts';

type Tokens = Record<string, string>;

/** Monaco takes six digits; the style sheet may have been minified to three. */
function sixDigits(colour: string): string {
  return /^#[0-9a-f]{3}$/i.test(colour) ? `#${[...colour.slice(1)].map((digit) => digit + digit).join('')}` : colour;
}

/** The design tokens of a theme, read from the style sheet so that they are written down once. */
function readTokens(theme: Theme, names: readonly string[]): Tokens {
  const probe = document.createElement('div');
  probe.dataset.theme = theme;
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const tokens = Object.fromEntries(names.map((name) => [name, sixDigits(style.getPropertyValue(`--${name}`).trim())]));
  probe.remove();
  return tokens;
}

const names = [
  'bg-editor',
  'bg-raised',
  'bg-overlay',
  'bg-hover',
  'bg-selected',
  'bg-selected-dim',
  'line',
  'line-strong',
  'line-control',
  'tx-1',
  'tx-2',
  'tx-3',
  'accent',
  'focus',
  'err',
  'warn',
  'info',
  'ok',
  'add-bg',
  'add-word',
  'del-bg',
  'del-word',
  'c-tag',
  'c-comp',
  'c-attr',
  'c-str',
  'c-bind',
  'c-key',
  'c-num',
  'c-com',
  'c-punc',
  'c-fn',
] as const;

function tokenRules(tokens: Tokens): Monaco.editor.ITokenThemeRule[] {
  const rules: [string, string][] = [
    ['', 'tx-1'],
    ['comment', 'c-com'],
    ['string', 'c-str'],
    ['number', 'c-num'],
    ['keyword', 'c-key'],
    ['delimiter', 'c-punc'],
    ['regexp', 'c-str'],
    ['tag', 'c-tag'],
    ['tag.component', 'c-comp'],
    ['tag.keyword', 'c-key'],
    ['attribute.name', 'c-attr'],
    ['attribute.directive', 'c-key'],
    ['attribute.event', 'c-fn'],
    ['delimiter.binding', 'c-punc'],
    ['delimiter.tag', 'c-punc'],
    ['attribute.value.unit', 'c-num'],
    ['attribute.value.number', 'c-num'],
    ['attribute.value', 'c-str'],
    ['string.key.json', 'c-tag'],
    ['string.value.json', 'c-str'],
    ['type', 'c-comp'],
    ['type.identifier', 'c-comp'],
    ['identifier', 'tx-1'],
    ['invalid', 'err'],
  ];
  return rules.map(([token, name]) => ({ token, foreground: (tokens[name] ?? '').slice(1) }));
}

function themeColours(tokens: Tokens): Monaco.editor.IColors {
  const pairs: [string, string][] = [
    ['editor.background', 'bg-editor'],
    ['editor.foreground', 'tx-1'],
    ['editorLineNumber.foreground', 'tx-3'],
    ['editorLineNumber.activeForeground', 'tx-1'],
    ['editorCursor.foreground', 'accent'],
    ['editor.selectionBackground', 'bg-selected'],
    ['editor.inactiveSelectionBackground', 'bg-selected-dim'],
    ['editor.lineHighlightBackground', 'bg-hover'],
    ['editorIndentGuide.background1', 'line'],
    ['editorIndentGuide.activeBackground1', 'line-strong'],
    ['editorWidget.background', 'bg-overlay'],
    ['editorWidget.border', 'line-strong'],
    ['editorSuggestWidget.background', 'bg-overlay'],
    ['editorSuggestWidget.selectedBackground', 'bg-selected'],
    ['editorHoverWidget.background', 'bg-overlay'],
    ['input.background', 'bg-editor'],
    ['input.border', 'line-control'],
    ['focusBorder', 'focus'],
    ['editorError.foreground', 'err'],
    ['editorWarning.foreground', 'warn'],
    ['editorInfo.foreground', 'info'],
    ['diffEditor.insertedTextBackground', 'add-word'],
    ['diffEditor.insertedLineBackground', 'add-bg'],
    ['diffEditor.removedTextBackground', 'del-word'],
    ['diffEditor.removedLineBackground', 'del-bg'],
    ['menu.background', 'bg-overlay'],
    ['menu.foreground', 'tx-1'],
    ['menu.selectionBackground', 'bg-selected'],
    ['quickInput.background', 'bg-overlay'],
    ['list.focusBackground', 'bg-selected'],
    ['list.hoverBackground', 'bg-hover'],
  ];
  return Object.fromEntries(pairs.map(([colour, name]) => [colour, tokens[name] ?? '']));
}

const bases: Record<Theme, Monaco.editor.BuiltinTheme> = { dark: 'vs-dark', light: 'vs', 'high-contrast': 'hc-black' };

/** Defines `minifoundry-dark`, `-light` and `-high-contrast` from the design tokens. */
export function defineThemes(monaco: typeof Monaco): void {
  for (const theme of Object.keys(bases) as Theme[]) {
    const tokens = readTokens(theme, names);
    monaco.editor.defineTheme(`minifoundry-${theme}`, { base: bases[theme], inherit: true, rules: tokenRules(tokens), colors: themeColours(tokens) });
  }
}
