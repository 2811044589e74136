import type * as Monaco from 'monaco-editor';
import * as css from 'monaco-editor/languages/definitions/css/css.js';

/** CSS with the `rpx` unit; everything else is Monaco's own CSS. */
export function registerAcss(monaco: typeof Monaco): void {
  const language = structuredClone(css.language) as Monaco.languages.IMonarchLanguage & { tokenizer: Record<string, unknown[]> };
  language.tokenPostfix = '.acss';
  language.tokenizer.units = [[/(rpx|em|ex|ch|rem|fr|vmin|vmax|vw|vh|vm|cm|mm|in|px|pt|pc|deg|grad|rad|turn|s|ms|Hz|kHz|%)?/, 'attribute.value.unit', '@pop']];
  monaco.languages.register({ id: 'acss', extensions: ['.acss'], aliases: ['ACSS'] });
  monaco.languages.setMonarchTokensProvider('acss', language);
  monaco.languages.setLanguageConfiguration('acss', css.conf as Monaco.languages.LanguageConfiguration);
}
