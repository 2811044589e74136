import type { AppManifest } from '#shared/model/mini-program.ts';
import type { RenderLoader } from './loader.ts';
import { type StyleSheets, styleIdsOf, unitsOf } from './style-sheets.ts';
import type { ViewRegistry } from './view-registry.ts';

/** Sees to it that what a page or component needs has been loaded before it is rendered. */
export class Resources {
  private readonly views: ViewRegistry;
  private readonly styles: StyleSheets;
  private readonly loader: RenderLoader;
  /** Paths that were asked for; what is still missing afterwards stays missing. */
  private readonly tried = new Set<string>();

  constructor(views: ViewRegistry, styles: StyleSheets, loader: RenderLoader) {
    this.views = views;
    this.styles = styles;
    this.loader = loader;
  }

  /** Forgets what could not be loaded before. */
  retry(): void {
    this.tried.clear();
  }

  isMissing(manifest: AppManifest, path: string): boolean {
    return !this.tried.has(path) && (this.missingViews(manifest, path).length > 0 || this.missingStyles(manifest, path).length > 0);
  }

  /** Loads what a unit and its components need. */
  async load(manifest: AppManifest, path: string): Promise<void> {
    this.tried.add(path);
    const views = this.missingViews(manifest, path);
    const styles = this.missingStyles(manifest, path);
    const [loaded] = await Promise.all([this.stylesOf(styles), this.reloadViews(views)]);
    for (const [id, css] of Object.entries(loaded)) this.styles.set(id, css);
  }

  async reloadViews(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.loader.loadViews(ids);
  }

  async reloadStyles(ids: readonly string[]): Promise<void> {
    for (const [id, css] of Object.entries(await this.stylesOf(ids))) this.styles.set(id, css);
  }

  private async stylesOf(ids: readonly string[]): Promise<Record<string, string>> {
    return ids.length > 0 ? this.loader.loadStyles(ids) : {};
  }

  private missingViews(manifest: AppManifest, path: string): string[] {
    return unitsOf(manifest, path).flatMap(({ template }) => (template && !this.views.has(template) ? [template] : []));
  }

  private missingStyles(manifest: AppManifest, path: string): string[] {
    return styleIdsOf(manifest, path).filter((id) => !this.styles.has(id));
  }
}
