import type { Settings } from '#shared/model/settings.ts';

/** Monaco's options for the settings as they are. */
export function editorOptions(settings: Settings) {
  return {
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-mono'),
    fontSize: settings['editor.fontSize'],
    lineHeight: Math.round(settings['editor.fontSize'] * 1.54),
    minimap: { enabled: settings['editor.minimap'] },
    wordWrap: settings['editor.wordWrap'],
    renderWhitespace: settings['editor.renderWhitespace'],
    automaticLayout: true,
    scrollBeyondLastLine: false,
    fixedOverflowWidgets: true,
    smoothScrolling: false,
    renderLineHighlight: 'line' as const,
    padding: { top: 8 },
    overviewRulerBorder: false,
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true },
    // Line separators of other standards are text like any other: nothing is asked and nothing is removed.
    unusualLineTerminators: 'off' as const,
    stickyScroll: { enabled: false },
    bracketPairColorization: { enabled: false },
  };
}
