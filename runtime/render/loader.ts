/** Where compiled views and styles come from. */
export interface RenderLoader {
  /** Resolves when the views have defined themselves with `defineView`. */
  loadViews(ids: readonly string[]): Promise<void>;
  loadStyles(ids: readonly string[]): Promise<Record<string, string>>;
}

/** Loads from the phone's own origin. */
export const originLoader: RenderLoader = {
  loadViews(ids) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = `/app/view.js?ids=${ids.map(encodeURIComponent).join(',')}`;
      script.onload = () => resolve();
      script.onerror = () => reject(new Error(`views could not be loaded: ${ids.join(', ')}`));
      script.addEventListener('load', () => script.remove());
      document.head.append(script);
    });
  },
  async loadStyles(ids) {
    const response = await fetch(`/app/styles.json?ids=${ids.map(encodeURIComponent).join(',')}`);
    if (!response.ok) throw new Error(`styles could not be loaded: ${ids.join(', ')}`);
    const styles: Record<string, string> = await response.json();
    return styles;
  },
};
