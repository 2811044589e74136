import type { AppManifest, UnitManifest } from '#shared/model/mini-program.ts';

/** Style sheets by id, each shared by all pages that use it and replaced in place. */
export class StyleSheets {
  private readonly sheets = new Map<string, CSSStyleSheet>();
  private readonly base: CSSStyleSheet;

  /** @param base CSS of the built-in components, before all others. */
  constructor(base: string) {
    this.base = new CSSStyleSheet();
    this.base.replaceSync(base);
  }

  has(id: string): boolean {
    return this.sheets.has(id);
  }

  set(id: string, css: string): void {
    this.sheet(id).replaceSync(css);
  }

  /** Gives a page its sheets: built-ins, app, components, and its own last. */
  adopt(root: ShadowRoot, ids: readonly string[]): void {
    root.adoptedStyleSheets = [this.base, ...ids.map((id) => this.sheet(id))];
  }

  private sheet(id: string): CSSStyleSheet {
    const known = this.sheets.get(id);
    if (known) return known;
    const created = new CSSStyleSheet();
    this.sheets.set(id, created);
    return created;
  }
}

/** The units a page needs: itself and the components it uses, however far down; used before user. */
export function unitsOf(manifest: AppManifest, path: string): UnitManifest[] {
  const found = new Set<UnitManifest>();
  const visit = (unit: UnitManifest | undefined, above: readonly UnitManifest[]) => {
    if (!unit || found.has(unit) || above.includes(unit)) return;
    for (const component of Object.values(unit.components)) visit(own(manifest.units, component), [...above, unit]);
    found.add(unit);
  };
  visit(own(manifest.units, path), []);
  return [...found];
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Ids of the sheets a page shows, in cascade order. */
export function styleIdsOf(manifest: AppManifest, path: string): string[] {
  return [...new Set([...manifest.appStyles, ...unitsOf(manifest, path).flatMap((unit) => unit.styles)])];
}
