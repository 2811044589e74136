import { originLoader, type RenderLoader } from '../render/index.ts';

const fontFaces = new Map<string, CSSStyleSheet>();

/** `@font-face` works at the document's level only; shadow roots ignore it. */
function hoistFontFaces(id: string, css: string): void {
  const known = fontFaces.get(id);
  if (known) return known.replaceSync(css);
  if (css === '') return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  fontFaces.set(id, sheet);
  document.adoptedStyleSheets.push(sheet);
}

/** Loads views and styles from the phone's own origin. */
export const viewLoader: RenderLoader = {
  loadViews: originLoader.loadViews,
  async loadStyles(ids) {
    const response = await fetch(`/app/styles.json?ids=${ids.map(encodeURIComponent).join(',')}`);
    const styles = (await response.json()) as Record<string, { css: string; fontFaces: string }>;
    for (const [id, style] of Object.entries(styles)) hoistFontFaces(id, style.fontFaces);
    return Object.fromEntries(Object.entries(styles).map(([id, { css }]) => [id, css]));
  },
};
